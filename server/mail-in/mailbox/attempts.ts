import { createHash } from "node:crypto"
import { eq, lt, sql } from "drizzle-orm"
import type { Db } from "../../kernel/database.ts"
import { mailAttempts } from "../../kernel/tables.ts"
import { DAY, now } from "../../kernel/time.ts"

/** So often the handling of a mail is begun; what it ends in then, if anything, is not asked again. */
export const MOST_ATTEMPTS = 3
const KEPT_MS = 30 * DAY

/** What makes a mail the same one, wherever in the mailbox it lies. */
export const attemptId = (raw: Buffer) => createHash("sha256").update(raw).digest("hex")

/**
 * Counts before the handling begins: a mail that takes the process down with it has been counted.
 * @returns the how many-th attempt this is; null: it is not yet time for another one
 */
export async function beginAttempt(db: Db, id: string): Promise<number | null> {
  const [begun] = await db
    .insert(mailAttempts)
    .values({ id, count: 1, begunAt: now() })
    .onConflictDoUpdate({
      target: mailAttempts.id,
      set: { count: sql`${mailAttempts.count} + 1`, begunAt: now(), nextAt: null },
      setWhere: sql`coalesce(${mailAttempts.nextAt} <= now(), true)`,
    })
    .returning({ count: mailAttempts.count })
  return begun?.count ?? null
}

/** Not at once again: what it failed of may pass. */
export async function putOff(db: Db, id: string, attempt: number): Promise<void> {
  await db
    .update(mailAttempts)
    .set({ nextAt: sql`now() + make_interval(mins => ${attempt})` })
    .where(eq(mailAttempts.id, id))
}

export async function endAttempts(db: Db, id: string): Promise<void> {
  await db.delete(mailAttempts).where(eq(mailAttempts.id, id))
}

/** Of mails that somebody took out of the mailbox meanwhile. */
export const sweepAttempts = (db: Db) =>
  db.delete(mailAttempts).where(lt(mailAttempts.begunAt, new Date(now().getTime() - KEPT_MS)))
