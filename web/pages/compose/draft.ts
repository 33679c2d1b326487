import type { FastifyRequest } from "fastify"
import { ATTACHMENT_FIELDS, type Attachment, receiveUploads } from "../../attachments.tsx"
import { type Fields, textOf } from "../../forms.ts"
import type { FieldError } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"

/** What somebody is writing: the fields as typed, and the files that are uploaded already. */
export type Draft = {
  fields: Fields
  files: Attachment[]
  /** Of files that could not be taken in. */
  errors: FieldError[]
}

/** What every form of this area sends beside its own fields. */
export const DRAFT_FIELDS = [
  "idempotencyKey",
  "step",
  "finding",
  "mailPart",
  "similarSeen",
  ...ATTACHMENT_FIELDS,
] as const

/** Which button was pressed; anything unknown is the first one, which the enter key presses, too. */
export type Step = "publish" | "preview" | "edit" | "category" | "mail" | "blacken" | "as-is"
const STEPS: readonly Step[] = ["preview", "edit", "category", "mail", "blacken", "as-is"]

export function stepOf(fields: Fields): Step {
  const name = textOf(fields, "step")
  return STEPS.find((step) => step === name) ?? "publish"
}

export async function readDraft(
  site: Site,
  request: FastifyRequest,
  fields: Fields,
  existing: Attachment[],
): Promise<Draft> {
  const { shown, errors } = await receiveUploads(site, request, fields, existing)
  return { fields, files: shown, errors }
}

export const usesOf = ({ files }: Draft) => files.map(({ id, alternative }) => ({ id, alternative }))

export function withFields(draft: Draft, fields: Fields): Draft {
  return { ...draft, fields: { ...draft.fields, ...fields } }
}

/** Everything that a page in between has to hand on, as names and values. */
export function carried({ fields, files }: Draft, leaveOut: readonly string[] = []): [string, string][] {
  const passing: readonly string[] = ["step", "finding", "mailPart", ...ATTACHMENT_FIELDS, ...leaveOut]
  const typed = Object.keys(fields)
    .filter((name) => !passing.includes(name))
    .map((name): [string, string] => [name, textOf(fields, name)])
  const attached = files.flatMap(({ id, alternative }): [string, string][] => [
    ["attachmentId", id],
    ["attachmentAlternative", alternative],
  ])
  return [...typed, ...attached]
}
