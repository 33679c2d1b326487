import { count, eq } from "drizzle-orm"
import type { Db } from "../kernel/database.ts"
import type { Engine, Source } from "./model.ts"
import { searchChanges } from "./tables.ts"

const PAGE = 1000
const MOST_NAMED = 10

export type Comparison = {
  inDatabase: number
  inIndex: number
  missing: number
  extra: number
  /** The first few of each. */
  missingIds: string[]
  extraIds: string[]
  /** Changes that the engine has not taken yet; they explain differences. */
  waiting: number
}

/** Compares every id of the index with the database, side by side in their order. */
export async function compareIndex(db: Db, source: Source, engine: Engine): Promise<Comparison> {
  const result: Comparison = {
    inDatabase: 0,
    inIndex: 0,
    missing: 0,
    extra: 0,
    missingIds: [],
    extraIds: [],
    waiting: await countWaiting(db, engine),
  }
  const truth = findableIds(db, source)
  const index = idsOf((after) => engine.listIds(after, PAGE))
  let [wanted, held] = [await next(truth), await next(index)]
  while (wanted !== null || held !== null) {
    const isMissing = wanted !== null && (held === null || wanted < held)
    const isExtra = held !== null && (wanted === null || held < wanted)
    if (isMissing) note(result, "missing", wanted)
    if (isExtra) note(result, "extra", held)
    if (!isExtra) result.inDatabase += 1
    if (!isMissing) result.inIndex += 1
    ;[wanted, held] = [isExtra ? wanted : await next(truth), isMissing ? held : await next(index)]
  }
  return result
}

async function next(ids: AsyncGenerator<string, void>): Promise<string | null> {
  const { value } = await ids.next()
  return value ?? null
}

function note(result: Comparison, kind: "missing" | "extra", id: string | null): void {
  const ids = kind === "missing" ? result.missingIds : result.extraIds
  result[kind] += 1
  if (id !== null && ids.length < MOST_NAMED) ids.push(id)
}

async function* idsOf(page: (after: string | null) => Promise<string[]>): AsyncGenerator<string, void> {
  let ids = await page(null)
  while (ids.length > 0) {
    yield* ids
    ids = await page(ids.at(-1) ?? null)
  }
}

/** What is hidden is listed and not found. */
async function* findableIds(db: Db, source: Source): AsyncGenerator<string, void> {
  let ids = await source.list(db, null, PAGE)
  while (ids.length > 0) {
    const found = await source.find(db, ids)
    yield* found.map(({ id }) => id).sort()
    ids = await source.list(db, ids.at(-1) ?? null, PAGE)
  }
}

async function countWaiting(db: Db, { name }: Engine): Promise<number> {
  const [row] = await db
    .select({ waiting: count() })
    .from(searchChanges)
    .where(eq(searchChanges.engine, name))
  return row?.waiting ?? 0
}
