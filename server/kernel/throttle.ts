import { createHmac, randomBytes } from "node:crypto"
import { eq, lt, sql } from "drizzle-orm"
import { type Db, only } from "./database.ts"
import { Refusal } from "./errors.ts"
import { networkOf } from "./sender.ts"
import { dailyKeys, throttles } from "./tables.ts"
import { dayOf, instantOf, now } from "./time.ts"
import { addDays } from "./workdays.ts"

/**
 * Counts one event and returns how many there were in the current window, this one included.
 * Its own statement outside any transaction: a refused request must stay counted.
 */
export const count = (db: Db, bucket: string, windowSeconds: number): Promise<number> =>
  countUntil(db, bucket, new Date(now().getTime() + windowSeconds * 1000))

async function countUntil(db: Db, bucket: string, expiresAt: Date): Promise<number> {
  const at = now()
  const rows = await db
    .insert(throttles)
    .values({ bucket, count: 1, expiresAt })
    .onConflictDoUpdate({
      target: throttles.bucket,
      set: {
        count: sql`case when ${throttles.expiresAt} <= ${at} then 1 else ${throttles.count} + 1 end`,
        expiresAt: sql`case when ${throttles.expiresAt} <= ${at} then excluded.expires_at else ${throttles.expiresAt} end`,
      },
    })
    .returning({ count: throttles.count })
  return only(rows).count
}

/** Refuses with 429 beyond `limit` events in the window. */
export async function limit(db: Db, bucket: string, maximum: number, windowSeconds: number): Promise<void> {
  const seen = await count(db, bucket, windowSeconds)
  if (seen > maximum) throw new Refusal(429, "too-many-requests", undefined, { retryAfter: windowSeconds })
}

/** The same within a day. The counter ends with it, so that nothing tells when in the day it began. */
export async function limitToday(db: Db, bucket: string, maximum: number, code: string): Promise<void> {
  const midnight = instantOf(`${addDays(dayOf(now()), 1)}T00:00`)
  const seen = await countUntil(db, bucket, midnight)
  const retryAfter = Math.ceil((midnight.getTime() - now().getTime()) / 1000)
  if (seen > maximum) throw new Refusal(429, code, undefined, { retryAfter })
}

export async function forget(db: Db, bucket: string): Promise<void> {
  await db.delete(throttles).where(eq(throttles.bucket, bucket))
}

/** A keyed hash of an address or an e-mail that nobody can undo once the day's key is deleted. */
export async function dailyHash(db: Db, value: string): Promise<string> {
  const key = await keyOfToday(db)
  return createHmac("sha256", key).update(value).digest("base64url")
}

/** The bucket of whoever sends: the person, else the known browser, else the address. Hashed too: it would tell when the person was last here. */
export async function addressOf(
  db: Db,
  request: { visitor: { id: string } | null; sender: string },
  mark: string | null = null,
): Promise<string> {
  const browser = mark ? `mark|${mark}` : `address|${networkOf(request.sender)}`
  const sender = request.visitor ? `person|${request.visitor.id}` : browser
  return `requests:${await dailyHash(db, sender)}`
}

/** Deletes expired counters and the keys of days gone by. */
export async function sweepThrottles(db: Db): Promise<void> {
  await db.delete(throttles).where(lt(throttles.expiresAt, now()))
  await db.delete(dailyKeys).where(lt(dailyKeys.day, dayOf(now())))
}

/** The key of a day never changes, and is the same in every process; the one of the day before is let go. */
const keys = new WeakMap<Db, { day: string; key: Promise<Buffer> }>()

async function keyOfToday(db: Db): Promise<Buffer> {
  const day = dayOf(now())
  const known = keys.get(db)
  if (known?.day === day) return known.key
  const key = findKey(db, day)
  keys.set(db, { day, key })
  key.catch(() => keys.delete(db))
  return key
}

async function findKey(db: Db, day: string): Promise<Buffer> {
  const found = await db.select().from(dailyKeys).where(eq(dailyKeys.day, day))
  if (found[0]) return found[0].key
  await db
    .insert(dailyKeys)
    .values({ day, key: randomBytes(32) })
    .onConflictDoNothing()
  return only(await db.select().from(dailyKeys).where(eq(dailyKeys.day, day))).key
}
