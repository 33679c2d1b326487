import { sql } from "drizzle-orm"
import type { Db } from "../../kernel/database.ts"
import { MAILBOX } from "../../kernel/mailbox-state.ts"
import { mailboxReader } from "../../kernel/tables.ts"

/** So long somebody is believed to be reading without a sign of life. */
const HELD_SECONDS = 60
/** Twice a sign of life may be missed. */
const RENEWED_EVERY_MS = 20_000

const until = sql`now() + make_interval(secs => ${HELD_SECONDS})`

/**
 * Makes this process the one of all that reads the mailbox, for as long as `work` takes. By the database's clock and
 * without a session of its own, so that it also holds behind a pooler that gives away connections by transaction.
 * @param id of the one who reads, new for each call
 * @param work is told by the signal when another one has taken over, because this one gave no sign of life
 * @returns false: another process is reading
 */
export async function asOnlyReader(
  db: Db,
  id: string,
  work: (lost: AbortSignal) => Promise<void>,
): Promise<boolean> {
  if (!(await hold(db, id))) return false
  const lost = new AbortController()
  const renew = () =>
    hold(db, id).then(
      (isHeld) => isHeld || lost.abort(),
      () => undefined,
    )
  const renewing = setInterval(() => void renew(), RENEWED_EVERY_MS)
  try {
    await work(lost.signal)
    return true
  } finally {
    clearInterval(renewing)
    await release(db, id).catch(() => undefined)
  }
}

async function hold(db: Db, id: string): Promise<boolean> {
  const held = await db
    .insert(mailboxReader)
    .values({ id: MAILBOX, reader: id, heldUntil: until })
    .onConflictDoUpdate({
      target: mailboxReader.id,
      set: { reader: id, heldUntil: until },
      setWhere: sql`coalesce(${mailboxReader.heldUntil} < now(), true) or ${mailboxReader.reader} = ${id}`,
    })
    .returning({ id: mailboxReader.id })
  return held.length > 0
}

const release = (db: Db, id: string) =>
  db.update(mailboxReader).set({ reader: null, heldUntil: null }).where(sql`${mailboxReader.reader} = ${id}`)
