import type { Actor } from "../../kernel/actor.ts"
import type { Db } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { type FileStore, type ReceivedFile, receiveFile, type SentFile } from "../../kernel/files.ts"

export const LONGEST_CAPTION = 200

/** A file with what it shows, and the key that makes sending it twice harmless. */
export type CaptionedFile = SentFile & { caption: string; key: string | undefined }

/**
 * Takes in a file before anything is written, so that no transaction waits for it. Throws what `receiveFile` throws,
 * 422 `photo.caption`, and 415 `photo.no-image` where only pictures are wanted.
 */
export async function receiveCaptioned(
  db: Db,
  files: FileStore,
  actor: Actor,
  sent: CaptionedFile,
  wanted: "pictures" | "files",
): Promise<ReceivedFile & { caption: string }> {
  const caption = sent.caption.trim()
  if ([...caption].length > LONGEST_CAPTION) throw new Refusal(422, "photo.caption", "caption")
  await files.quota.admitAny(db, actor.id, sent.name)
  const file = await receiveFile(sent, actor.id)
  if (wanted === "pictures" && file.kind !== "image")
    throw new Refusal(415, "photo.no-image", "photos", { file: file.name })
  return { ...file, caption }
}
