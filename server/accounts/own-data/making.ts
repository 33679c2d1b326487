import { and, eq, isNull, ne, sql } from "drizzle-orm"
import { type Db, newId, transact } from "../../kernel/database.ts"
import type { FileStore } from "../../kernel/files.ts"
import type { Keys } from "../../kernel/key-file.ts"
import { notify } from "../../kernel/notices.ts"
import { now } from "../../kernel/time.ts"
import { findActor } from "../people/queries.ts"
import { discardOwnData } from "./actions.ts"
import type { Chapter, Loader } from "./chapter.ts"
import { ARCHIVE_READY } from "./notices.ts"
import { READING_PAGES, readingPage } from "./reading-page.ts"
import { ownArchiveParts, ownArchives } from "./tables.ts"
import { zipped } from "./zipped.ts"

export type OwnDataParts = {
  db: Db
  files: FileStore
  /** What every module keeps of a person. */
  chapters: readonly Loader[]
  journalKeys: Keys | null
}

/** A few photos: so much of an archive lies in the memory at once. */
const PART_BYTES = 8 * 1024 * 1024

type Attempt = { archiveId: string; attempt: string }

/**
 * Makes the archive that somebody asked for: done again after a stop it begins anew, and of two that work at the same
 * one the earlier stops. One that is finished or gone meanwhile is left alone.
 */
export async function makeOwnArchive(parts: OwnDataParts, archiveId: string): Promise<void> {
  const { db, chapters: loaders, journalKeys } = parts
  const attempt = newId()
  const total = loaders.length
  const [claimed] = await db
    .update(ownArchives)
    .set({ attempt, done: 0, total })
    .where(and(eq(ownArchives.id, archiveId), isNull(ownArchives.readyAt)))
    .returning({ personId: ownArchives.personId })
  if (!claimed) return
  await removeFormer(parts, { archiveId, attempt })
  const actor = await findActor(db, claimed.personId, null)
  if (!actor) return discardOwnData(parts, claimed.personId)
  const chapters: Chapter[] = []
  for (const load of loaders) {
    chapters.push(await load(db, actor, journalKeys))
    await note(db, { archiveId, attempt }, chapters.length, total)
  }
  await store(parts, { archiveId, attempt }, chapters, actor.displayName)
}

/** What a try before this one has left. */
async function removeFormer({ db, files }: OwnDataParts, { archiveId, attempt }: Attempt): Promise<void> {
  const former = and(eq(ownArchiveParts.archiveId, archiveId), ne(ownArchiveParts.attempt, attempt))
  for (const { fileId } of await db.select().from(ownArchiveParts).where(former)) await files.remove(fileId)
  await db.delete(ownArchiveParts).where(former)
}

const isOwn = ({ archiveId, attempt }: Attempt) =>
  and(eq(ownArchives.id, archiveId), eq(ownArchives.attempt, attempt))

const note = (db: Db, own: Attempt, done: number, total: number) =>
  db.update(ownArchives).set({ done, total }).where(isOwn(own))

async function store(
  { db, files }: OwnDataParts,
  own: Attempt,
  chapters: Chapter[],
  displayName: string,
): Promise<void> {
  const texts = [
    ...(["de", "en"] as const).map((locale) => ({
      path: READING_PAGES[locale],
      text: readingPage(chapters, displayName, locale),
    })),
    ...chapters.map(({ name, rows }) => ({ path: `${name}.json`, text: JSON.stringify(rows, null, 2) })),
  ]
  const stored = chapters.flatMap((chapter) => chapter.files ?? [])
  let position = 0
  for await (const bytes of inParts(zipped(texts, stored, files))) {
    const fileId = newId()
    // First the row, so that whatever lies in the store is known; and none for a try that is no more the latest.
    const { rowCount } = await db.execute(sql`
      insert into ${ownArchiveParts} (archive_id, position, attempt, file_id, bytes)
      select id, ${position}::int, attempt, ${fileId}::uuid, ${bytes.length}::int from ${ownArchives}
      where id = ${own.archiveId} and attempt = ${own.attempt}`)
    if (!rowCount) return
    await files.put(fileId, bytes)
    // Whoever discarded the row in the meantime found no file to remove.
    if ((await db.$count(ownArchives, isOwn(own))) === 0) return files.remove(fileId)
    position += 1
  }
  await transact(db, async (tx) => {
    const [made] = await tx
      .update(ownArchives)
      .set({ readyAt: now() })
      .where(isOwn(own))
      .returning({ personId: ownArchives.personId })
    if (made) await notify(tx, ARCHIVE_READY, [made.personId], { archiveId: own.archiveId })
  })
}

/** The same bytes in pieces of one size. */
async function* inParts(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    waiting.push(piece)
    length += piece.length
    if (length < PART_BYTES) continue
    yield Buffer.concat(waiting)
    waiting = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(waiting)
}
