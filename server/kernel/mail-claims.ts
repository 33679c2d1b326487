import { eq, sql } from "drizzle-orm"
import { type Db, transact } from "./database.ts"
import { recipientHash } from "./mail-recipients.ts"
import { mailClaims, mailDeliveries } from "./tables.ts"
import { now, SECOND } from "./time.ts"

/** So long a claim holds without a sign of life: whoever died with it is no longer waited for. */
const CLAIM_SECONDS = 180
const RENEWED_EVERY = 60 * SECOND

const until = sql`now() + make_interval(secs => ${CLAIM_SECONDS})`

/** Thrown where another worker is sending the mail right now; the job is done again later, and finds it sent. */
class MailInOtherHands extends Error {}

/**
 * Sends a mail that has not been sent, as the only one of all processes. No connection to the database is held
 * meanwhile: a silent mail server must not take them away from everybody. Null where it had been sent.
 *
 * What cannot be prevented: whoever dies between the server's "taken" and our record leaves a mail that is sent again,
 * under the same `Message-ID`.
 */
export async function sendOnce<T>(
  db: Db,
  { id, to }: { id: string; to: string },
  carry: () => Promise<T>,
): Promise<T | null> {
  if (await wasSent(db, id)) return null
  if (!(await claim(db, id))) throw new MailInOtherHands(`mail ${id} is being sent by another worker`)
  const renewing = setInterval(() => void renew(db, id), RENEWED_EVERY)
  try {
    // Somebody may have finished between the first look and the claim.
    if (await wasSent(db, id)) return null
    const receipt = await carry()
    await db
      .insert(mailDeliveries)
      .values({ id, recipient: recipientHash(id, to), acceptedAt: now() })
      .onConflictDoNothing()
    return receipt
  } finally {
    clearInterval(renewing)
    await db
      .delete(mailClaims)
      .where(eq(mailClaims.id, id))
      .catch(() => undefined)
  }
}

async function wasSent(db: Db, id: string): Promise<boolean> {
  const found = await db
    .select({ id: mailDeliveries.id })
    .from(mailDeliveries)
    .where(eq(mailDeliveries.id, id))
  return found.length > 0
}

/** One of all that ask at the same time gets it. */
async function claim(db: Db, id: string): Promise<boolean> {
  const claimed = await db
    .insert(mailClaims)
    .values({ id, until })
    .onConflictDoUpdate({ target: mailClaims.id, set: { until }, setWhere: sql`${mailClaims.until} < now()` })
    .returning({ id: mailClaims.id })
  return claimed.length > 0
}

/** One that is missed does no harm: the claim holds three times as long. */
const renew = (db: Db, id: string) =>
  transact(db, (tx) => tx.update(mailClaims).set({ until }).where(eq(mailClaims.id, id))).catch(
    () => undefined,
  )

/** What processes that died left behind. */
export const sweepClaims = (db: Db) => db.delete(mailClaims).where(sql`${mailClaims.until} < now()`)
