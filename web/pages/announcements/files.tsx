import {
  type AnnouncementView,
  attachFile,
  findAnnouncement,
  LONGEST_CAPTION,
  removeFile,
} from "../../../server/announcements/index.ts"
import { newId } from "../../../server/kernel/database.ts"
import { forbidden, Refusal } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { refuseFaulty } from "../../../server/kernel/multipart.ts"
import { ById, html } from "../../../server/kernel/schemas.ts"
import { ACCEPTED_FILES, formatBytes, HeldFile } from "../../attachments.tsx"
import { FormOf, readMultipart, textOf } from "../../forms.ts"
import { Button, Card, Disclosure, Field, Form, Icon, TwoSteps, useReader } from "../../layout/index.ts"
import { goTo, ownPath, type Site } from "../../site.tsx"

const config = { access: "signed-in", page: true } as const

export function filePages(app: App, site: Site): void {
  app.post(
    "/ankuendigungen/:id/dateien",
    {
      config,
      schema: {
        params: ById,
        body: FormOf("caption", "files", "idempotencyKey"),
        response: html,
      },
      preValidation: readMultipart,
    },
    async ({ actor, params, body, uploads = [] }, reply) => {
      const { can } = await findAnnouncement(site.db, site.announcing, actor, params.id)
      if (!can.edit) throw forbidden()
      if (uploads.length === 0) throw new Refusal(422, "attachment.missing", "files")
      const caption = textOf(body, "caption")
      for (const [index, upload] of uploads.entries()) {
        refuseFaulty(upload)
        const sent = textOf(body, "idempotencyKey")
        const key = /^[A-Za-z0-9_-]{8,60}$/.test(sent) ? `${sent}-${index}` : undefined
        await attachFile(site, actor, params.id, { name: upload.name, path: upload.path, caption, key })
      }
      return goTo(reply, `/ankuendigungen/${params.id}#dateien`, "announcement-files-attached")
    },
  )
  app.post(
    "/ankuendigungen/dateien/:id/entfernen",
    { config, schema: { params: ById, body: FormOf("back"), response: html } },
    async ({ actor, params, body }, reply) => {
      await removeFile(site, actor, params.id)
      return goTo(reply, ownPath(textOf(body, "back")), "announcement-file-removed")
    },
  )
}

/** What was handed out with it; whoever may change the announcement attaches and removes files. */
export function Files({ announcement: { id, files, can } }: { announcement: AnnouncementView }) {
  const { t } = useReader()
  const words = t.announcements
  if (files.length === 0 && !can.edit) return null
  return (
    <Card title={words.files} id="dateien" icon="attach">
      {files.length > 0 && (
        <ul class="ff-attachments">
          {files.map((file) => (
            <li key={file.id}>
              <Download file={file} />
              {can.edit && (
                <TwoSteps
                  summary={words.removeFile}
                  text={words.removeFileText}
                  now={words.removeFileNow}
                  action={`/ankuendigungen/dateien/${file.id}/entfernen`}
                  hidden={{ back: `/ankuendigungen/${id}#dateien` }}
                  context={file.caption || file.name}
                  small
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {can.edit && (
        <Disclosure summary={words.attach} quiet>
          <Attaching id={id} />
        </Disclosure>
      )}
    </Card>
  )
}

function Download({ file }: { file: AnnouncementView["files"][number] }) {
  const { t, locale } = useReader()
  const { id, name, caption, image, bytes, check } = file
  if (check !== "clean") return <HeldFile name={caption ? `${caption}: ${name}` : name} check={check} />
  return (
    <a href={`/ankuendigungen/dateien/${id}`} download={!image}>
      <Icon name="download" size={16} />
      <span>
        {caption && `${caption}: `}
        {name} ({formatBytes(bytes, locale)})
        {!image && <span class="kern-sr-only"> {t.thread.attachments.download}</span>}
      </span>
    </a>
  )
}

function Attaching({ id }: { id: string }) {
  const { t } = useReader()
  const words = t.announcements
  return (
    <Form action={`/ankuendigungen/${id}/dateien`} idempotencyKey={newId()} multipart>
      <Field
        type="file"
        name="files"
        id="feld-dateien"
        label={words.chooseFiles}
        hint={words.chooseFilesHint}
        accept={ACCEPTED_FILES}
        multiple
      />
      <Field
        name="caption"
        id="feld-dateien-titel"
        label={words.caption}
        maxlength={LONGEST_CAPTION}
        optional
      />
      <div>
        <Button>{words.attachNow}</Button>
      </div>
    </Form>
  )
}
