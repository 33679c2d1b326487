import { eq, sum } from "drizzle-orm"
import type { Actor } from "../kernel/actor.ts"
import { type Db, type Reader, transact } from "../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../kernel/errors.ts"
import { holdFiles } from "../kernel/file-checks.ts"
import { type FileStore, receiveFile, type SentFile } from "../kernel/files.ts"
import { once } from "../kernel/submissions.ts"
import { record } from "./actions.ts"
import type { Outside } from "./outside.ts"
import { accessAnnouncement, accessAnnouncementForChange, mayEdit } from "./policy.ts"
import { announcementFiles } from "./tables.ts"

const MOST_FILES = 8
export const LONGEST_CAPTION = 200

type Parts = { db: Db; files: FileStore; announcing: Outside }
export type AttachedFile = SentFile & { caption: string; key: string | undefined }

/** Attaches a file to an announcement, by the same rules as in the forum; at any time until it is withdrawn. */
export async function attachFile(
  { db, files, announcing }: Parts,
  actor: Actor,
  announcementId: string,
  sent: AttachedFile,
): Promise<{ id: string }> {
  await refuseOthers(db, announcing, actor, announcementId)
  const caption = sent.caption.trim()
  if ([...caption].length > LONGEST_CAPTION) throw new Refusal(422, "photo.caption", "caption")
  await files.quota.admitAny(db, actor.id, sent.name)
  const file = await receiveFile(sent, actor.id)
  return transact(db, async (tx) => {
    const groups = await announcing.groupsOf(tx, actor)
    const announcement = await accessAnnouncementForChange(tx, actor, announcementId, groups, mayEdit)
    if (announcement.withdrawnAt) throw new Refusal(409, "announcement.withdrawn")
    return once(tx, actor, sent.key, ["announcement-file", announcementId], async (id) => {
      const ofThis = eq(announcementFiles.announcementId, announcementId)
      if ((await tx.$count(announcementFiles, ofThis)) >= MOST_FILES)
        throw new Refusal(422, "announcement.too-many-files", "files")
      await files.quota.admit(tx, actor.id, file)
      // First the file, then the row: a row never points to nothing.
      await files.put(id, file.bytes)
      const { name, mediaType } = file
      await tx.insert(announcementFiles).values({
        ...{ id, announcementId, uploaderId: actor.id, name, mediaType, caption },
        image: file.kind === "image",
        bytes: file.bytes.length,
      })
      await holdFiles(tx, [id])
    })
  })
}

/** Before a file is read: whoever may not attach it learns nothing, not even that it does not fit. */
export async function refuseOthers(reader: Reader, announcing: Outside, actor: Actor, id: string) {
  const groups = await announcing.groupsOf(reader, actor)
  const announcement = await accessAnnouncement(reader, actor, id, groups)
  if (!mayEdit(actor, announcement, groups)) throw forbidden()
}

/** A file that the person may open: of an announcement that they may read. */
export async function accessFile(reader: Reader, announcing: Outside, actor: Actor, id: string) {
  const [file] = await reader.select().from(announcementFiles).where(eq(announcementFiles.id, id))
  if (!file) throw notFound()
  await accessAnnouncement(reader, actor, file.announcementId, await announcing.groupsOf(reader, actor))
  return file
}

export async function removeFile({ db, files, announcing }: Parts, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const { announcementId, name } = await accessFile(tx, announcing, actor, id)
    const groups = await announcing.groupsOf(tx, actor)
    await accessAnnouncementForChange(tx, actor, announcementId, groups, mayEdit)
    await record(tx, actor, "file-removed", announcementId, { name })
    // Before its row goes: what lies on the disk counts as somebody's.
    await files.remove(id)
    await tx.delete(announcementFiles).where(eq(announcementFiles.id, id))
  })
}

/** What a person keeps in attachments of announcements, in bytes. */
export async function announcementBytes(reader: Reader, personId: string): Promise<number> {
  const [kept] = await reader
    .select({ bytes: sum(announcementFiles.bytes) })
    .from(announcementFiles)
    .where(eq(announcementFiles.uploaderId, personId))
  return Number(kept?.bytes ?? 0)
}
