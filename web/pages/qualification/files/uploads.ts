import type { FastifyRequest } from "fastify"
import { Refusal } from "../../../../server/kernel/errors.ts"
import { refuseFaulty } from "../../../../server/kernel/multipart.ts"
import type { CaptionedFile } from "../../../../server/qualification/core.ts"
import { type Fields, textOf } from "../../../forms.ts"

/** The fields of a form that brings files, beside the files themselves. */
export const UPLOAD_FIELDS = ["caption", "photos", "files", "idempotencyKey", "back"] as const

const KEY = /^[A-Za-z0-9_-]{8,60}$/

/**
 * Takes what came with a form, each file as a thing of its own. Those that can be taken are there afterwards, and the
 * others are named in one refusal.
 */
export async function takeUploads(
  { uploads = [] }: FastifyRequest,
  fields: Fields,
  take: (file: CaptionedFile) => Promise<unknown>,
): Promise<void> {
  if (uploads.length === 0) throw new Refusal(422, "attachment.missing", "photos")
  const sent = textOf(fields, "idempotencyKey")
  const refused: Refusal[] = []
  for (const [index, upload] of uploads.entries()) {
    // As the browser counts them when it sends them one by one.
    const key = KEY.test(sent) ? (index > 0 ? `${sent}-${index}` : sent) : undefined
    try {
      refuseFaulty(upload)
      const { name, path } = upload
      await take({ name, path, caption: textOf(fields, "caption"), key })
    } catch (error) {
      if (!(error instanceof Refusal) || !error.detail?.file) throw error
      refused.push(error)
    }
  }
  if (refused[0]) throw allOf(refused, refused[0])
}

/** One refusal that names every file. */
function allOf(refused: Refusal[], { status, code, field, detail }: Refusal): Refusal {
  const files = refused.map(({ code, detail }) => ({ file: String(detail?.file), code }))
  return new Refusal(status, code, field, { ...detail, ...(files.length > 1 && { refused: files }) })
}
