import { eq, type SQL, sql } from "drizzle-orm"
import { type Db, databaseOf, onCommit, onEnd, type Tx } from "../kernel/database.ts"
import { now } from "../kernel/time.ts"
import { ENGINE_NAMES, type Engine, type Source } from "./model.ts"
import { buildIndex } from "./rebuild.ts"
import { searchBuilds, searchChanges } from "./tables.ts"
import { SYNONYMS, takeUp } from "./take-up.ts"

/** A write wakes the worker of its own process; this is for what a process left that ended in between. */
const POLL_MS = 15_000
/** Another process is at it, and may have looked just before the write. */
const BUSY_MS = 500
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
/** While another process builds the index, it also takes up the changes. */
const ELSEWHERE_MS = 5_000

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
    where id = any(${sql.param(ids)}::uuid[])`)
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

type Noted = { documentId: string; removed: "yes" | "no" }
const noted = new WeakMap<Tx, Map<string, Noted>>()

/** Gathered, each once: whoever writes an answer changes its question, too. */
async function note(tx: Tx, ids: string[], removed: Noted["removed"]): Promise<void> {
  const changes = changesOf(tx)
  if (ids.length === 0) return
  const all = noted.get(tx) ?? new Map<string, Noted>()
  for (const documentId of ids) all.set(documentId + removed, { documentId, removed })
  if (noted.has(tx)) return
  noted.set(tx, all)
  onEnd(tx, async () => {
    noted.delete(tx)
    await insertNoted(tx, changes.engines, [...all.values()])
  })
  onCommit(tx, changes.wake)
}

async function insertNoted(tx: Tx, engines: Engine[], all: Noted[]): Promise<void> {
  const rows = engines.flatMap(({ name }) => all.map((one) => ({ engine: name, ...one })))
  if (rows.length > 0) await tx.insert(searchChanges).values(rows)
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

/** @param report is called for an engine that does not take its changes; they stay, and are tried again */
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
      void noteUnused(db, engines).catch((error) => report(error, "search"))
      for (const worker of workers) worker.start()
    },
    stop: async () => {
      for (const engine of engines) engine.stop?.()
      await Promise.all(workers.map((worker) => worker.stop()))
    },
    catchUp: async () => {
      for (const engine of engines) {
        await prepare(db, source, engine)
        while (await takeUp(db, source, engine));
      }
    },
  }
  attached.set(db, changes)
  return changes
}

function workerOf(db: Db, source: Source, engine: Engine, report: (error: unknown, where: string) => void) {
  const stopping = new AbortController()
  let prepared = false
  let running = false
  let failures = 0
  let isBusy = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()
  let again = false

  const stopped = () => stopping.signal.aborted
  const turn = async () => {
    running = true
    again = false
    try {
      if (!prepared) prepared = await prepare(db, source, engine, stopping.signal)
      let taken: number | null = 1
      while (taken && prepared && !stopped()) taken = await takeUp(db, source, engine)
      isBusy = taken === null
      failures = 0
    } catch (error) {
      failures += 1
      prepared = false
      if (!stopped()) report(error, `search.${engine.name}`)
    }
    running = false
    if (!stopped()) schedule(pause())
  }
  const pause = () => {
    if (failures > 0) return pauseAfter(failures)
    if (!prepared) return ELSEWHERE_MS
    if (again) return 0
    return isBusy ? BUSY_MS : POLL_MS
  }
  const schedule = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => (round = turn()), milliseconds)
  }
  return {
    // While an engine fails, a new write is no reason to ask it sooner.
    wake: () => {
      if (running) again = true
      else if (timer && failures === 0 && prepared) schedule(0)
    },
    start: () => schedule(0),
    stop: async () => {
      stopping.abort()
      clearTimeout(timer)
      await round
    },
  }
}

const pauseAfter = (failures: number) => Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS)

/** A missing index is built here; until then the engine answers no search. @returns whether the engine is ready */
async function prepare(db: Db, source: Source, engine: Engine, signal?: AbortSignal): Promise<boolean> {
  if ((await engine.prepare?.()) !== "to-build") return true
  return (await buildIndex(db, source, engine, { signal })) === "built"
}

/** An engine that is not used misses what changes: should it be used again, its index is built anew. */
async function noteUnused(db: Db, engines: Engine[]): Promise<void> {
  const used = new Set(engines.map(({ name }) => name))
  for (const engine of ENGINE_NAMES.filter((name) => !used.has(name))) {
    await db
      .insert(searchBuilds)
      .values({ engine, reachedId: null, startedAt: now() })
      .onConflictDoUpdate({ target: searchBuilds.engine, set: { reachedId: null } })
    await db.delete(searchChanges).where(eq(searchChanges.engine, engine))
  }
}
