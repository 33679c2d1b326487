import { and, asc, eq, gt, isNotNull, isNull, lte, or } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, newId, type Reader, transact } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { isMadeOfChecked } from "../../kernel/file-checks.ts"
import type { FileStore } from "../../kernel/files.ts"
import { enqueue } from "../../kernel/jobs.ts"
import { limit } from "../../kernel/throttle.ts"
import { DAY, now } from "../../kernel/time.ts"
import type { OwnDataView } from "./schema.ts"
import { ownArchiveParts, ownArchives } from "./tables.ts"

export const ARCHIVE_QUEUE = "accounts.own-archive"
/** Long enough to fetch it after a weekend. */
const KEPT_DAYS = 3
const REQUESTS_PER_HOUR = 10

type Stores = { db: Db; files: FileStore }

/** Has everything put together that is about the person; what was made before goes. */
export async function requestOwnData({ db, files }: Stores, actor: Actor): Promise<void> {
  await limit(db, `own-data:${actor.id}`, REQUESTS_PER_HOUR, 3600)
  await discardOwnData({ db, files }, actor.id)
  await transact(db, async (tx) => {
    const at = now()
    const [made] = await tx
      .insert(ownArchives)
      .values({
        id: newId(),
        personId: actor.id,
        requestedAt: at,
        expiresAt: new Date(at.getTime() + KEPT_DAYS * DAY),
      })
      // Two windows that ask at once have one archive.
      .onConflictDoNothing()
      .returning({ id: ownArchives.id })
    if (made) await enqueue(tx, ARCHIVE_QUEUE, { archiveId: made.id })
  })
}

/** First the files, then the row that knows of them. */
export async function discardOwnData({ db, files }: Stores, personId: string): Promise<void> {
  const found = await db
    .select({ id: ownArchives.id })
    .from(ownArchives)
    .where(eq(ownArchives.personId, personId))
  for (const { id } of found) await discardArchive({ db, files }, id)
}

/** Every hour: what nobody fetched in time, whether it was ever finished or not. */
export async function sweepOwnData({ db, files }: Stores): Promise<void> {
  const expired = await db
    .select({ id: ownArchives.id })
    .from(ownArchives)
    .where(lte(ownArchives.expiresAt, now()))
  for (const { id } of expired) await discardArchive({ db, files }, id)
}

async function discardArchive({ db, files }: Stores, id: string): Promise<void> {
  // From here on no try adds a part to it.
  await db.update(ownArchives).set({ attempt: null, readyAt: null }).where(eq(ownArchives.id, id))
  const parts = await db.select().from(ownArchiveParts).where(eq(ownArchiveParts.archiveId, id))
  for (const { fileId } of parts) await files.remove(fileId)
  await db.delete(ownArchives).where(and(eq(ownArchives.id, id), isNull(ownArchives.attempt)))
}

export async function findOwnData(reader: Reader, actor: Actor): Promise<OwnDataView> {
  const [found] = await reader
    .select()
    .from(ownArchives)
    .where(and(eq(ownArchives.personId, actor.id), isThere()))
  if (!found) return { state: "none", done: 0, total: 0, bytes: 0, expiresAt: null }
  const { done, total, readyAt, expiresAt } = found
  if (!readyAt) return { state: "making", done, total, bytes: 0, expiresAt: null }
  const parts = await partsOf(reader, found)
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0)
  return { state: "ready", done, total, bytes, expiresAt: expiresAt.toISOString() }
}

const isThere = () =>
  and(gt(ownArchives.expiresAt, now()), or(isNull(ownArchives.readyAt), isMadeOfChecked(ownArchives.readyAt)))

/** The parts of the person's own archive, in their order; 404 as long as there is none. */
export async function accessOwnArchive(reader: Reader, actor: Actor) {
  const [found] = await reader
    .select()
    .from(ownArchives)
    .where(and(eq(ownArchives.personId, actor.id), isNotNull(ownArchives.readyAt), isThere()))
  if (!found) throw notFound()
  return partsOf(reader, found)
}

const partsOf = (reader: Reader, { id, attempt }: typeof ownArchives.$inferSelect) =>
  reader
    .select()
    .from(ownArchiveParts)
    .where(and(eq(ownArchiveParts.archiveId, id), eq(ownArchiveParts.attempt, attempt ?? id)))
    .orderBy(asc(ownArchiveParts.position))
