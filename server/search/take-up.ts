import { and, asc, eq, sql } from "drizzle-orm"
import type { Db, Tx } from "../kernel/database.ts"
import { whileNobodyElse } from "../kernel/session-lock.ts"
import { among } from "../kernel/statements.ts"
import type { Engine, Source } from "./model.ts"
import { readSynonyms } from "./synonyms/queries.ts"
import { searchChanges } from "./tables.ts"

const BATCH = 200
const LOCK = 5_042_027 // any number, the same in every process
const BUILD_LOCK = LOCK + 1
/** Stands in a change for the synonyms: no document has it. */
export const SYNONYMS = "00000000-0000-0000-0000-000000000000"

/**
 * Hands one batch of changes to an engine. One process at a time, or an older state could be written after a newer one.
 * What is written is what the truth says now, not when the change was noted.
 * @returns how many changes were taken up; null when another process is at it
 */
export async function takeUp(db: Db, source: Source, engine: Engine): Promise<number | null> {
  return db.transaction(async (tx) => {
    if (!(await tryLock(tx, engine))) return null
    const changes = await tx
      .select({ id: searchChanges.id, documentId: searchChanges.documentId })
      .from(searchChanges)
      .where(eq(searchChanges.engine, engine.name))
      .orderBy(asc(searchChanges.id))
      .limit(BATCH)
    if (changes.length === 0) return 0
    const changed = new Set(changes.map(({ documentId }) => documentId))
    if (changed.delete(SYNONYMS)) await engine.setSynonyms(await readSynonyms(tx))
    if (changed.size > 0) await writeDocuments(db, source, engine, [...changed])
    const taken = changes.map(({ id }) => id)
    await tx
      .delete(searchChanges)
      .where(and(eq(searchChanges.engine, engine.name), among(searchChanges.id, taken)))
    return changes.length
  })
}

async function writeDocuments(db: Db, source: Source, engine: Engine, ids: string[]): Promise<void> {
  const documents = await source.find(db, ids)
  const found = new Set(documents.map(({ id }) => id))
  await engine.write(
    documents,
    ids.filter((id) => !found.has(id)),
  )
}

async function tryLock(tx: Tx, { name }: Engine): Promise<boolean> {
  const { rows } = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(${LOCK}, hashtext(${name})) as mine`,
  )
  return rows[0]?.mine ?? false
}

/** Meanwhile nobody hands changes to the engine: what is read within is still true when it is written. */
export async function whileNobodyWrites<T>(db: Db, { name }: Engine, work: () => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK}, hashtext(${name}))`)
    return work()
  })
}

/** One build of an engine's index at a time. @returns null when another process is at it */
export const whileNobodyBuilds = <T>(db: Db, { name }: Engine, work: () => Promise<T>): Promise<T | null> =>
  whileNobodyElse(db, BUILD_LOCK, name, work)
