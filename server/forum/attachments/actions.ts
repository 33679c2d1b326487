import { and, asc, eq, getTableColumns, inArray, isNotNull, isNull, lt, lte, sql, sum } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, newId, type Reader, transact } from "../../kernel/database.ts"
import { notFound, Refusal } from "../../kernel/errors.ts"
import { checkOf, holdFiles, readCheck } from "../../kernel/file-checks.ts"
import { type FileStore, receiveFile, type SentFile } from "../../kernel/files.ts"
import { touch } from "../../kernel/live.ts"
import { DAY, now } from "../../kernel/time.ts"
import { postDrafts } from "../drafts/tables.ts"
import { indexWithout } from "../indexing.ts"
import { loadStanding } from "../loading.ts"
import { accessPostForChange, mayModerate, maySeePost } from "../policy.ts"
import { attachments, POST_KINDS } from "../tables.ts"

/** How many files one may have uploaded without having sent the form that they belong to. */
const MAX_LOOSE = 40

/**
 * Takes a file in: its type is found from its content, an image is re-encoded without metadata.
 * It stays the uploader's own until a post uses it; unused ones are deleted after a day.
 */
export async function uploadAttachment(db: Db, files: FileStore, actor: Actor, upload: SentFile) {
  // Those taken back count as well until their files are gone.
  const loose = await db.$count(
    attachments,
    and(eq(attachments.uploaderId, actor.id), isNull(attachments.postId)),
  )
  if (loose >= MAX_LOOSE) throw new Refusal(429, "attachment.too-many", "attachments")
  await files.quota.admitAny(db, actor.id, upload.name)
  const file = await receiveFile(upload, actor.id)
  const id = newId()
  // First the file, then the row: a row never points to nothing.
  await files.put(id, file.bytes)
  const row = {
    id,
    uploaderId: actor.id,
    name: file.name,
    mediaType: file.mediaType,
    image: file.kind === "image",
    bytes: file.bytes.length,
    width: file.width ?? null,
    height: file.height ?? null,
    createdAt: now(),
  }
  try {
    await transact(db, async (tx) => {
      await files.quota.admit(tx, actor.id, file)
      await tx.insert(attachments).values(row)
      await holdFiles(tx, [id])
    })
  } catch (error) {
    if (error instanceof Refusal) await files.remove(id)
    throw error
  }
  const { uploaderId: _uploader, createdAt: _at, ...view } = row
  return { ...view, alternative: "", check: await readCheck(db, id) }
}

/** What a person keeps in attachments, in bytes, with what was taken off a post but lies there still. */
export async function attachmentBytes(reader: Reader, personId: string): Promise<number> {
  const [kept] = await reader
    .select({ bytes: sum(attachments.bytes) })
    .from(attachments)
    .where(eq(attachments.uploaderId, personId))
  return Number(kept?.bytes ?? 0)
}

/** An attachment that the actor may open: of a post that they see, or their own that is not yet posted. */
export async function accessAttachment(reader: Reader, actor: Actor, id: string) {
  const rows = await reader
    .select()
    .from(attachments)
    .where(and(eq(attachments.id, id), isNull(attachments.removedAt)))
  const file = rows[0]
  if (!file) throw notFound()
  if (file.postId === null) {
    if (file.uploaderId !== actor.id) throw notFound()
    return file
  }
  const standing = await loadStanding(reader, file.postId)
  const isWithdrawnFromOthers = standing?.post.withdrawnAt && standing.post.authorId !== actor.id
  if (!standing || isWithdrawnFromOthers || !maySeePost(actor, standing)) throw notFound()
  return file
}

/** Own uploads that belong to no post yet, in the order given; unknown ids are left out. */
export async function findLoose(reader: Reader, actor: Actor, ids: string[]) {
  if (ids.length === 0) return []
  return reader
    .select({ ...getTableColumns(attachments), check: checkOf(attachments.id) })
    .from(attachments)
    .where(
      and(inArray(attachments.id, ids), eq(attachments.uploaderId, actor.id), isNull(attachments.removedAt)),
    )
}

/** Takes an own upload back, or, as a moderator, a file off a post that shows what it must not. */
export async function discardAttachment(db: Db, files: FileStore, actor: Actor, id: string): Promise<void> {
  const isLoose = await transact(db, async (tx) => {
    const file = await accessAttachment(tx, actor, id)
    if (file.postId !== null) {
      const standing = await accessPostForChange(tx, actor, file.postId, [...POST_KINDS], mayModerate)
      await audit(tx, actor, {
        action: "attachment.remove",
        subjectType: standing.post.kind,
        subjectId: file.postId,
      })
      touch(tx, "thread", standing.thread.id)
    }
    await tx.update(attachments).set({ removedAt: now() }).where(eq(attachments.id, id))
    if (file.postId !== null) await indexWithout(tx, [file.postId])
    return file.postId === null
  })
  // Nobody else has seen it, so its room is free at once. What was on a post goes with the nightly sweep.
  if (isLoose) await deleteFiles(db, files, [id])
}

/** Deletes uploads that neither post nor draft used within a day, and files that were taken off their post. */
export async function sweepAttachments(db: Db, files: FileStore): Promise<number> {
  const old = new Date(now().getTime() - DAY)
  // From here on no post takes them.
  await db
    .update(attachments)
    .set({ removedAt: old })
    .where(
      and(
        isNull(attachments.postId),
        isNull(attachments.removedAt),
        lt(attachments.createdAt, old),
        sql`not exists (select 1 from ${postDrafts} kept where attachments.id = any(kept.attachment_ids))`,
      ),
    )
  const gone = await db
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(isNotNull(attachments.removedAt), lte(attachments.removedAt, old)))
    .orderBy(asc(attachments.id))
  await deleteFiles(
    db,
    files,
    gone.map(({ id }) => id),
  )
  return gone.length
}

/** First the file, then the row: what lies on the disk counts as its uploader's, also where this breaks off. */
export async function deleteFiles(db: Db, files: FileStore, ids: string[]): Promise<void> {
  for (const id of ids) {
    await files.remove(id)
    await db.delete(attachments).where(eq(attachments.id, id))
  }
}
