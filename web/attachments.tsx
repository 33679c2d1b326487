import type { FastifyRequest } from "fastify"
import type { Static } from "typebox"
import { type AttachmentView, findLoose, MAX_ATTACHMENTS, uploadAttachment } from "../server/forum/index.ts"
import type { Locale } from "../server/kernel/actor.ts"
import { Refusal } from "../server/kernel/errors.ts"
import { numberFormat } from "../server/kernel/formats.ts"
import { refuseFaulty } from "../server/kernel/multipart.ts"
import { codeMessage, type Fields, textOf } from "./forms.ts"
import { Badge, Field, type FieldError, fieldId, Icon, useReader } from "./layout/index.ts"
import type { Site } from "./site.tsx"
import { texts } from "./texts/index.ts"

export type Attachment = Static<typeof AttachmentView>

/** The fields that `<AttachmentFields>` sends, for `FormOf`. The files themselves come aside: `readMultipart`. */
export const ATTACHMENT_FIELDS = [
  "attachmentId",
  "attachmentAlternative",
  "attachmentRemove",
  "newAlternative",
] as const

/** What can be chosen where files of every sort are taken. */
export const ACCEPTED_FILES = "image/*,.heic,.heif,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt,.csv,.md,.log"

type Received = {
  /** For the input of the API. */
  uses: { id: string; alternative: string }[]
  /** Each names its file; the field is `attachments`. */
  errors: FieldError[]
  /** What the form shows again, so that nothing has to be chosen twice. */
  shown: Attachment[]
}

/**
 * Takes in the files that came with a form and reads which earlier ones are to stay. Files are stored even when
 * the rest of the form has faults: they come back as hidden ids.
 * @param existing the attachments of the post that is edited
 */
export async function receiveUploads(
  site: Site,
  request: FastifyRequest,
  fields: Fields,
  existing: Attachment[] = [],
): Promise<Received> {
  const t = texts(request.locale)
  const kept = await keptFiles(site, request, fields, existing)
  const errors: FieldError[] = []
  const complain = (name: string | null, code: string) =>
    errors.push({
      field: "attachments",
      message: name ? `${name}: ${codeMessage(t, code)}` : codeMessage(t, code),
    })
  if (kept.isAnyGone) complain(null, "attachment.unknown")
  for (const { name } of kept.shownInText) complain(name, "attachment.in-text")
  const shown = [...kept.files]
  const alternative = textOf(fields, "newAlternative")
  for (const upload of request.uploads ?? []) {
    try {
      if (shown.length >= MAX_ATTACHMENTS) throw new Refusal(422, "attachment.too-many-in-post")
      refuseFaulty(upload)
      const file = await uploadAttachment(site.db, site.files, request.actor, upload)
      shown.push({ ...file, alternative: file.image ? alternative : "" })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      complain(upload.name, error.code)
    }
  }
  return { uses: shown.map(({ id, alternative }) => ({ id, alternative })), errors, shown }
}

async function keptFiles({ db }: Site, request: FastifyRequest, fields: Fields, existing: Attachment[]) {
  const alternatives = every(fields, "attachmentAlternative")
  const ticked = every(fields, "attachmentRemove")
  // A picture that the text still shows is not taken away without a word.
  const needed = ticked.filter((id) => isShownIn(fields, id))
  const removed = ticked.filter((id) => !needed.includes(id))
  const named = every(fields, "attachmentId").map((id, index) => ({
    id,
    alternative: alternatives[index] ?? "",
  }))
  const wanted = named.filter(({ id }) => isId(id) && !removed.includes(id))
  const ofPost = new Set(existing.map(({ id }) => id))
  const own = await findLoose(
    db,
    request.actor,
    wanted.map(({ id }) => id).filter((id) => !ofPost.has(id)),
  )
  const known = new Map([...existing, ...own.map(viewOf)].map((file) => [file.id, file]))
  const files = wanted.flatMap(({ id, alternative }) => {
    const file = known.get(id)
    return file ? [{ ...file, alternative }] : []
  })
  const shownInText = files.filter(({ id }) => needed.includes(id))
  return { files, shownInText, isAnyGone: files.length < wanted.length }
}

/** Whether one of the texts shows the picture. */
const isShownIn = (fields: Fields, id: string) =>
  Object.values(fields)
    .flat()
    .some((value) => value?.includes(`](/anhaenge/${id})`))

/** Parallel fields keep their places, also where one is empty. */
const every = (fields: Fields, name: string) => [fields[name] ?? []].flat()
const isId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

export function viewOf(row: Attachment): Attachment {
  const { id, name, mediaType, image, bytes, width, height, alternative, check } = row
  return { id, name, mediaType, image, bytes, width, height, alternative, check }
}

type AttachmentFieldsProps = {
  /** Files that are uploaded already. */
  shown: Attachment[]
  errors: FieldError[]
  /** As typed, for files chosen in a form that comes back. */
  newAlternative?: string
  /** Keeps ids apart where a page has several such forms. */
  id?: string
}

/**
 * Choosing, describing and removing files. The form has to be `multipart`.
 * A script may send each file by itself to `POST /api/attachments`: it copies the `<template data-upload-item>`
 * into `[data-upload-list]` and fills `[data-upload-name]`, `[data-upload-size]` (text), `[data-upload-preview]`
 * (src), `attachmentId` and `attachmentRemove` (value), and shows `[data-upload-describe]` for an image. It puts a
 * button in the place of `[data-upload-place]`, and shows `[data-upload-undescribed]` while there is no description.
 */
export function AttachmentFields({ shown, errors, newAlternative = "", id }: AttachmentFieldsProps) {
  const { t } = useReader()
  const words = t.thread.uploads
  const base = id ?? fieldId("attachments")
  // What was typed for files that are there by now stands beside them.
  const isUsed = shown.some(({ alternative }) => alternative === newAlternative)
  const refused = errors.flatMap(({ field, message }) => (field === "attachments" ? [message] : []))
  return (
    <fieldset class="ff-group ff-uploads" data-upload>
      <legend class="ff-group__legend">
        {words.legend}
        <span class="ff-optional"> ({t.shell.form.optional})</span>
      </legend>
      <ul class="ff-uploads__list" data-upload-list>
        {shown.map((file) => (
          <UploadedFile file={file} base={base} key={file.id} />
        ))}
      </ul>
      <template data-upload-item>
        <UploadedFile file={null} base={base} />
      </template>
      <Field
        type="file"
        name="files"
        id={base}
        label={words.choose}
        hint={words.hint}
        accept={ACCEPTED_FILES}
        multiple
        optional
        {...(refused.length > 0 && { error: refused })}
      />
      <Field
        name="newAlternative"
        id={`${base}-neu`}
        label={words.newAlternative}
        hint={words.newAlternativeHint}
        value={isUsed ? "" : newAlternative}
        maxlength={300}
        optional
      />
    </fieldset>
  )
}

function UploadedFile({ file, base }: { file: Attachment | null; base: string }) {
  const { t, locale } = useReader()
  const words = t.thread.uploads
  const id = `${base}-${file?.id ?? "vorlage"}`
  return (
    <li class="ff-uploads__file">
      <input type="hidden" name="attachmentId" value={file?.id} />
      {(file === null || (file.image && file.check === "clean")) && (
        <img
          src={file ? `/anhaenge/${file.id}` : undefined}
          alt=""
          width={64}
          height={64}
          data-upload-preview
        />
      )}
      <p class="ff-uploads__name">
        <Icon name="attach" size={16} />
        <span data-upload-name>{file?.name}</span>{" "}
        <span data-upload-size>{file && formatBytes(file.bytes, locale)}</span>
      </p>
      <div hidden={file !== null && !file.image} data-upload-describe>
        <Field
          name="attachmentAlternative"
          id={id}
          label={words.alternative}
          hint={words.alternativeHint}
          value={file?.alternative ?? ""}
          maxlength={300}
          optional
        />
        <p class="ff-uploads__warning" hidden={!!file?.alternative} data-upload-undescribed>
          {words.undescribed}
        </p>
        <p class="kern-hint" data-upload-place>
          {words.place} {file && <code>{`![](/anhaenge/${file.id})`}</code>}
        </p>
      </div>
      <Field
        type="checkbox"
        name="attachmentRemove"
        id={`${id}-entfernen`}
        value={file?.id ?? ""}
        label={file ? words.removeNamed(file.name) : words.remove}
      />
    </li>
  )
}

/** In the place of a link to a file that the virus scanner has not looked at yet, or in which it found something. */
export function HeldFile({ name, check }: { name: string; check: Attachment["check"] }) {
  const words = useReader().t.thread.attachments
  const isWaiting = check === "waiting"
  return (
    <span class="ff-small">
      {name}{" "}
      <Badge kind={isWaiting ? "info" : "warning"} icon={isWaiting ? "clock" : "lock"}>
        {isWaiting ? words.waiting : words.infected}
      </Badge>
    </span>
  )
}

/** "340 KB", as file managers show it. */
export function formatBytes(bytes: number, locale: Locale): string {
  const isSmall = bytes < 1_000_000
  return numberFormat(locale, {
    style: "unit",
    unit: isSmall ? "kilobyte" : "megabyte",
    maximumFractionDigits: isSmall ? 0 : 1,
  }).format(isSmall ? Math.max(1, bytes / 1000) : bytes / 1_000_000)
}
