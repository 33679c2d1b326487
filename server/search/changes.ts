import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm"
import { type Db, databaseOf, onCommit, type Tx } from "../kernel/database.ts"
import type { Engine, Source } from "./model.ts"
import { readSynonyms } from "./synonyms/queries.ts"
import { searchChanges } from "./tables.ts"

const BATCH = 200
const POLL_MS = 500
const LONGEST_PAUSE_MS = 30_000
const LOCK = 5_042_027 // any number, the same in every process
/** Stands in a change for the synonyms: no document has it. */
const SYNONYMS = "00000000-0000-0000-0000-000000000000"

const attached = new WeakMap<Db, Changes>()

/** The documents came or changed: noted in the write's own transaction, taken up by the engines after it. */
export async function index(tx: Tx, ids: string[]): Promise<void> {
  await note(tx, ids, "no")
}

/**
 * The documents must not be found from this moment on. The PostgreSQL index forgets where they belong in the same
 * transaction; of another engine's answers they are kept out until it has taken them away.
 */
export async function remove(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.execute(sql`update search_index.documents set category_id = '00000000-0000-0000-0000-000000000000'
    where id in ${ids}`)
  await note(tx, ids, "yes")
}

/** The engines take up all synonyms after the write, however long one of them is gone. */
export async function synonymsChanged(tx: Tx): Promise<void> {
  await note(tx, [SYNONYMS], "no")
}

/** As `index`, for what a query selects as `id`: so many that they should not pass through memory. */
export async function indexSelected(tx: Tx, selection: SQL): Promise<void> {
  const changes = changesOf(tx)
  for (const { name } of changes.engines)
    await tx.execute(sql`insert into search_changes (engine, document_id)
      select ${name}, selected.id from (${selection}) as selected`)
  onCommit(tx, changes.wake)
}

async function note(tx: Tx, ids: string[], removed: "yes" | "no"): Promise<void> {
  const changes = changesOf(tx)
  const rows = changes.engines.flatMap(({ name }) =>
    ids.map((documentId) => ({ engine: name, documentId, removed })),
  )
  if (rows.length === 0) return
  await tx.insert(searchChanges).values(rows)
  onCommit(tx, changes.wake)
}

function changesOf(tx: Tx): Changes {
  const changes = attached.get(databaseOf(tx))
  if (!changes) throw new Error("search.index needs openChanges() on this database")
  return changes
}

export type Changes = {
  engines: Engine[]
  /** Looks at once whether there is something to do. */
  wake(): void
  start(): void
  stop(): Promise<void>
  /** Hands everything that is waiting to the engines; throws what an engine throws. */
  catchUp(): Promise<void>
}

/** @param report is told of an engine that does not take its changes; they stay, and are tried again */
export function openChanges(
  db: Db,
  source: Source,
  engines: Engine[],
  report: (error: unknown, where: string) => void,
): Changes {
  const workers = engines.map((engine) => workerOf(db, source, engine, report))
  const changes: Changes = {
    engines,
    wake: () => {
      for (const worker of workers) worker.wake()
    },
    start: () => {
      for (const worker of workers) worker.start()
    },
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.stop()))
    },
    catchUp: async () => {
      for (const engine of engines) while ((await takeUp(db, source, engine)) > 0);
    },
  }
  attached.set(db, changes)
  return changes
}

function workerOf(db: Db, source: Source, engine: Engine, report: (error: unknown, where: string) => void) {
  let running = false
  let stopped = false
  let failures = 0
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()
  let again = false

  const turn = async () => {
    running = true
    again = false
    try {
      while (!stopped && (await takeUp(db, source, engine)) > 0);
      failures = 0
    } catch (error) {
      failures += 1
      if (!stopped) report(error, `search.${engine.name}`)
    }
    running = false
    if (!stopped) schedule(failures > 0 ? pauseAfter(failures) : again ? 0 : POLL_MS)
  }
  const schedule = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => (round = turn()), milliseconds)
  }
  return {
    // While an engine fails, a new write is no reason to ask it sooner.
    wake: () => {
      if (running) again = true
      else if (timer && failures === 0) schedule(0)
    },
    start: () => schedule(0),
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}

const pauseAfter = (failures: number) => Math.min(POLL_MS * 2 ** failures, LONGEST_PAUSE_MS)

/**
 * Hands one batch of changes to an engine. One process at a time, or an older state could be written after a newer one.
 * What is written is what the truth says now, not when the change was noted.
 * @returns how many changes were taken up; 0 also when another process is at it
 */
async function takeUp(db: Db, source: Source, engine: Engine): Promise<number> {
  return db.transaction(async (tx) => {
    const { rows: locks } = await tx.execute<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(${LOCK}, hashtext(${engine.name})) as mine`,
    )
    if (!locks[0]?.mine) return 0
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
      .where(and(eq(searchChanges.engine, engine.name), inArray(searchChanges.id, taken)))
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
