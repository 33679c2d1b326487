import type { Attachment } from "postal-mime"
import { MAX_ATTACHMENTS, type Target, uploadAttachment } from "../forum/index.ts"
import type { Actor } from "../kernel/actor.ts"
import type { Db } from "../kernel/database.ts"
import { Refusal } from "../kernel/errors.ts"
import type { FileStore } from "../kernel/files.ts"
import { type Body, withPictures } from "./body.ts"
import { bytesOf } from "./received.ts"

type Parts = { db: Db; files: FileStore }
type Taken = {
  text: string
  attachments: { id: string; alternative: string }[]
  /** Why files were not taken, each reason once. */
  refused: string[]
}

/** Signs that a mail program adds to a mail; nobody attached them. */
const SEALS = /^application\/(?:x-)?(?:pkcs7-signature|pgp-signature|pgp-keys)$|^text\/(?:x-)?vcard$/
const CALENDARS = /^(?:text\/calendar|application\/ics)$/
const isWrapped = ({ mimeType, filename }: Attachment) =>
  /^application\/(?:vnd\.)?ms-tnef$/.test(mimeType) || /^winmail\.dat$/i.test(filename ?? "")

/**
 * Uploads what came with a mail, by the rules of the form: kinds, sizes, the person's quota; pictures are drawn anew.
 * They belong to nobody's post yet. What is not taken is named by its reason, and the text goes on without it.
 */
export async function takeFiles(
  parts: Parts,
  actor: Actor,
  target: Target,
  all: readonly Attachment[],
  { text, pictures, shown }: Body,
): Promise<Taken> {
  const others = all.filter((file) => !shown.has(file) && !SEALS.test(file.mimeType))
  const ids = new Map<string, string>()
  const attachments: Taken["attachments"] = []
  const refused = new Set<string>()
  const take = async (file: Attachment): Promise<string> => {
    const fault = target.kind === "comment" ? "in-comment" : faultOf(file, attachments.length)
    const taken = fault === null ? await upload(parts, actor, file) : { fault }
    if ("fault" in taken) {
      refused.add(taken.fault)
      return ""
    }
    attachments.push({ id: taken.id, alternative: "" })
    return taken.id
  }
  for (const [id, file] of pictures) ids.set(id, await take(file))
  for (const file of others) await take(file)
  return { text: withPictures(text, ids), attachments, refused: [...refused] }
}

function faultOf(file: Attachment, taken: number): string | null {
  if (CALENDARS.test(file.mimeType)) return "calendar"
  if (isWrapped(file)) return "winmail"
  return taken >= MAX_ATTACHMENTS ? "too-many" : null
}

async function upload(
  { db, files }: Parts,
  actor: Actor,
  { content, filename, mimeType }: Attachment,
): Promise<{ id: string } | { fault: string }> {
  const bytes = typeof content === "string" ? Buffer.from(content) : bytesOf(content)
  const name = filename?.trim() || (mimeType.startsWith("image/") ? "bild" : "anhang")
  try {
    return await uploadAttachment(db, files, actor, { name, bytes })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { fault: error.code.replace("attachment.", "") }
  }
}
