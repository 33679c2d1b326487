import { and, eq, gt, sql } from "drizzle-orm"
import { addressKey } from "../../kernel/addresses.ts"
import type { Db } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { networkOf } from "../../kernel/sender.ts"
import { throttles } from "../../kernel/tables.ts"
import { count, dailyHash, forget } from "../../kernel/throttle.ts"
import type { AccountCode } from "../codes.ts"

/*
 * Guessing is slowed down, and nobody can be locked out for good:
 *
 * - One account from one address: ten wrong attempts in a quarter of an hour. This is what stops a stranger at
 *   the desk or across the network, and it stops the stranger only: the person signs in from elsewhere meanwhile.
 * - One address: a hundred wrong ones. A whole office often shares one, so right ones are given back.
 * - One account from everywhere: twenty a minute, sixty in a quarter of an hour. Only many addresses together get
 *   so far, as each is stopped at ten. Then the person may have to wait too, but never longer than a quarter of
 *   an hour; a delay that kept growing would be a lock whose key the stranger holds. With twelve characters and no
 *   common ones, 5,760 guesses a day lead nowhere.
 * - The one-time link is outside of all this, and it signs in. Its own limit is shorter than the link's life, so
 *   that whoever has used up the requests has left a valid link in the person's mailbox.
 *
 * Everything goes by what was typed, never by what exists, so the answers tell nothing about accounts. The
 * buckets are hashes with a key of the day (kernel/throttle), and all processes count in the same table.
 */
const QUARTER = 15 * 60
const HOUR = 60 * 60
const LIMITS = {
  pair: [{ most: 10, seconds: QUARTER }],
  address: [{ most: 100, seconds: QUARTER }],
  account: [
    { most: 20, seconds: 60 },
    { most: 60, seconds: QUARTER },
  ],
}

export type Attempt = { settle(): Promise<void> }

/** Counts an attempt before the password is looked at, so that parallel ones cannot slip through. */
export async function countAttempt(db: Db, email: string, ip: string): Promise<Attempt> {
  const account = addressKey(email)
  const address = networkOf(ip)
  // The narrowest first: what it refuses does not count against the colleagues at the same address.
  const pair = await countAll(db, LIMITS.pair, `pair|${account}|${address}`)
  const others = [
    ...(await countAll(db, LIMITS.address, `address|${address}`)),
    ...(await countAll(db, LIMITS.account, `account|${account}`)),
  ]
  return {
    /** The attempt was right: it is given back, and the person's own earlier mistakes from here are forgotten. */
    async settle() {
      for (const bucket of pair) await forget(db, bucket)
      for (const bucket of others) await giveBack(db, bucket)
    },
  }
}

/** Per sender: whoever asks for links for others. Says so, since it tells nothing about an account. */
export const refuseTooManyRequests = (db: Db, ip: string) =>
  refuse(db, `link-request|${networkOf(ip)}`, 20, QUARTER, "password.throttled")

/** Per account: false when enough links were sent. Three in a quarter of an hour; each is valid for an hour. */
export async function mayAskForLink(db: Db, email: string): Promise<boolean> {
  return (await count(db, await bucketOf(db, `link|${addressKey(email)}`), QUARTER)) <= 3
}

/** Somebody at an open session must not find out its password. */
export const refuseTooManyChanges = (db: Db, personId: string) =>
  refuse(db, `change|${personId}`, 10, QUARTER, "password.throttled")

export const refuseTooManyCodes = (db: Db, ip: string) =>
  refuse(db, `setup|${networkOf(ip)}`, 20, HOUR, "setup.throttled")

async function countAll(
  db: Db,
  limits: { most: number; seconds: number }[],
  what: string,
): Promise<string[]> {
  const buckets = []
  for (const { most, seconds } of limits)
    buckets.push(await refuse(db, `sign-in|${seconds}|${what}`, most, seconds, "sign-in.throttled"))
  return buckets
}

async function refuse(
  db: Db,
  what: string,
  most: number,
  seconds: number,
  code: AccountCode,
): Promise<string> {
  const bucket = await bucketOf(db, what)
  const seen = await count(db, bucket, seconds)
  if (seen > most) throw new Refusal(429, code, undefined, { retryAfter: seconds })
  return bucket
}

const bucketOf = async (db: Db, what: string) => `accounts:${await dailyHash(db, what)}`

async function giveBack(db: Db, bucket: string): Promise<void> {
  await db
    .update(throttles)
    .set({ count: sql`${throttles.count} - 1` })
    .where(and(eq(throttles.bucket, bucket), gt(throttles.count, 0)))
}
