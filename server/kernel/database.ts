import { randomInt } from "node:crypto"
import { sql } from "drizzle-orm"
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres"
import { v7 } from "uuid"
import { DatabasePool, type DatabaseWay } from "./database-pool.ts"
import type { DatabaseLimits } from "./database-statements.ts"
import { DatabaseOutage, type OutageKind } from "./outage.ts"
import { now } from "./time.ts"

export type Db = NodePgDatabase & { $client: DatabasePool }
export type Tx = Parameters<Parameters<NodePgDatabase["transaction"]>[0]>[0]
/** Whatever can read: the pool or an open transaction. */
export type Reader = Db | Tx

/**
 * @param way where no pooler stands in between, the address alone
 * @param limits how long it may take; null for work of the operator, which takes the time that it needs
 * @param changed is called once with what keeps the database from working, and with null when it works again
 */
export function connect(
  way: string | DatabaseWay,
  maximum = 10,
  limits: DatabaseLimits | null = null,
  changed: (fault: OutageKind | null) => void = () => undefined,
): Db {
  const both = typeof way === "string" ? { url: way, direct: way } : way
  return drizzle(new DatabasePool(both, maximum, limits, changed))
}

let latest = { msecs: 0, seq: 0 }

/**
 * UUIDv7 of the application's clock, so that ids sort by time and PostgreSQL 15 suffices. Within one millisecond
 * they count up: what one process makes in order stays in order.
 */
export function newId(): string {
  const msecs = now().getTime()
  latest = msecs === latest.msecs ? { msecs, seq: latest.seq + 1 } : { msecs, seq: randomInt(2 ** 31) }
  return v7(latest)
}

/** Sorts before every id that is made from this moment on, and after all that were made before. */
export function firstIdAt(instant: Date): string {
  const time = instant.getTime().toString(16).padStart(12, "0")
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`
}

/** Before every id: where a walk through a table by its ids begins. */
export const FIRST_ID = "00000000-0000-0000-0000-000000000000"

/** An id as its 16 bytes, for what has to be short. */
export const bytesOfId = (id: string): Buffer => Buffer.from(id.replaceAll("-", ""), "hex")
/** The id that the first 16 of these bytes are. */
export const idInBytes = (bytes: Buffer): string =>
  bytes.toString("hex", 0, ID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")
export const ID_BYTES = 16

/** When an id of ours was made. */
export const madeAt = (id: string): Date => new Date(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16))

type AfterCommit = () => void
type BeforeCommit = () => Promise<void>
const afterCommit = new WeakMap<Tx, AfterCommit[]>()
const beforeCommit = new WeakMap<Tx, BeforeCommit[]>()
const databases = new WeakMap<Db | Tx, Db>()

const MAX_ATTEMPTS = 4

/** Whoever locks the same name waits until this transaction ends. */
export const lockName = (tx: Tx, name: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)

/**
 * One transaction. What was registered with `onCommit` runs once it is durable, and never when it is not.
 * Isolation is READ COMMITTED; actions lock the rows that they decide on. Where two wait for each other, PostgreSQL
 * ends one of them, and that one is done again from the start: `work` must do nothing outside of its transaction.
 * @param db with an open transaction the work becomes part of that one, so that an action can be part of a larger one
 */
export async function transact<T>(db: Db | Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (isOpen(db)) return work(db)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transactOnce(db, work)
    } catch (error) {
      if (!isDeadlock(error)) throw error
      if (attempt === MAX_ATTEMPTS) throw new DatabaseOutage("slow", error)
    }
  }
}

const isOpen = (db: Db | Tx): db is Tx => databases.has(db)

async function transactOnce<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const followUps: AfterCommit[] = []
  const result = await db.transaction(async (tx) => {
    afterCommit.set(tx, followUps)
    beforeCommit.set(tx, [])
    databases.set(tx, db)
    const worked = await work(tx)
    for (const last of beforeCommit.get(tx) ?? []) await last()
    return worked
  })
  for (const followUp of followUps) followUp()
  return result
}

export function onCommit(tx: Tx, followUp: AfterCommit): void {
  const followUps = afterCommit.get(tx)
  if (!followUps) throw new Error("onCommit needs a transaction opened by transact()")
  followUps.push(followUp)
}

/** The last thing that the transaction does: what was gathered in it goes into one statement. */
export function onEnd(tx: Tx, last: BeforeCommit): void {
  const all = beforeCommit.get(tx)
  if (!all) throw new Error("onEnd needs a transaction opened by transact()")
  all.push(last)
}

/** The database that a transaction was opened on: jobs and live updates are attached to it. */
export function databaseOf(tx: Tx): Db {
  const db = databases.get(tx)
  if (!db) throw new Error("a transaction opened by transact() was expected")
  return db
}

/** The row that a statement must have returned. */
export function only<T>(rows: T[]): T {
  const row = rows[0]
  if (row === undefined) throw new Error("a row was expected")
  return row
}

/** True for PostgreSQL's unique violation, through drizzle's wrapping. */
export function isUniqueViolation(error: unknown): boolean {
  return postgresCode(error) === "23505"
}

const isDeadlock = (error: unknown) => postgresCode(error) === "40P01"

function postgresCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined
  if ("code" in error && typeof error.code === "string") return error.code
  return "cause" in error ? postgresCode(error.cause) : undefined
}

/**
 * One page of a keyset list, of rows that were read one more than `size`.
 * @param cursorOf where the next page starts, from the last row of this one
 */
export function page<T>(
  rows: T[],
  size: number,
  cursorOf: (row: T) => string,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, size)
  const last = items.at(-1)
  return { items, next: rows.length > size && last !== undefined ? cursorOf(last) : null }
}
