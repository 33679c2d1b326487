import { and, eq, gt, sql } from "drizzle-orm"
import { addressKey } from "../../kernel/addresses.ts"
import type { Db } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import type { Limits } from "../../kernel/limits.ts"
import { networkOf } from "../../kernel/sender.ts"
import { throttles } from "../../kernel/tables.ts"
import { count, dailyHash, forget } from "../../kernel/throttle.ts"
import type { AccountCode } from "../codes.ts"
import type { Mark } from "./marks.ts"

/*
 * Guessing is slowed down, and nobody can be locked out for good (the numbers are the defaults of kernel/limits):
 *
 * - One account from one address: ten wrong attempts in a quarter of an hour. This is what stops a stranger at
 *   the desk or across the network, and it stops the stranger only: the person signs in from elsewhere meanwhile.
 * - One address: a hundred wrong ones. A whole office often shares one, so right ones are given back, and beyond the
 *   hundred a right password still signs in. What is wrong is answered as one too many, after the same work, which is
 *   then done for one attempt at a time.
 * - One account from everywhere: twenty a minute, sixty in a quarter of an hour. Only many addresses together get
 *   so far, as each is stopped at ten. Then the person may have to wait too, but never longer than a quarter of
 *   an hour; a delay that kept growing would be a lock whose key the stranger holds. With twelve characters and no
 *   common ones, 5,760 guesses a day lead nowhere.
 * - A browser that the account signed in from before (its mark, see marks.ts): ten wrong ones, counted apart from all
 *   these. Whatever others do at the address or to the account, the person signs in from there.
 * - The one-time link is outside of all this, and it signs in. Its own limit is shorter than the link's life, so
 *   that whoever has used up the requests has left a valid link in the person's mailbox.
 *
 * Everything goes by what was typed, never by what exists, so the answers tell nothing about accounts. The
 * buckets are hashes with a key of the day (kernel/throttle), and all processes count in the same table.
 */
const QUARTER = 15 * 60
const HOUR = 60 * 60
const DAY = 24 * HOUR

export type Attempt = {
  /** What a wrong password is answered with, once the address has used up its attempts; else null. */
  exhausted: Refusal | null
  /** The attempt was right: it is given back, and the person's own earlier mistakes from here are forgotten. */
  settle(): Promise<void>
}

/** From where an attempt comes; `known` is the browser's mark where the account signed in from it before. */
export type Sender = { address: string; known: Mark | null }

/** Counts an attempt before the password is looked at, so that parallel ones cannot slip through. */
export async function countAttempt(db: Db, limits: Limits, email: string, from: Sender): Promise<Attempt> {
  const account = addressKey(email)
  const place = from.known ? `mark|${from.known.number}` : networkOf(from.address)
  // The narrowest first: what it refuses does not count against the colleagues at the same address.
  const pair = await countSignIn(db, `pair|${account}|${place}`, limits.signInsPerPair, QUARTER)
  if (pair.refusal) throw pair.refusal
  const settlePair = () => forget(db, pair.bucket)
  if (from.known) return { exhausted: null, settle: settlePair }
  const address = await countSignIn(db, `address|${place}`, limits.signInsPerAddress, QUARTER)
  const inMinute = await countSignIn(db, `account|${account}`, Math.ceil(limits.signInsPerAccount / 3), 60)
  if (inMinute.refusal) throw inMinute.refusal
  const inQuarter = await countSignIn(db, `account|${account}`, limits.signInsPerAccount, QUARTER)
  if (inQuarter.refusal) throw inQuarter.refusal
  return {
    exhausted: address.refusal,
    async settle() {
      await settlePair()
      for (const { bucket } of [address, inMinute, inQuarter]) await giveBack(db, bucket)
    },
  }
}

/** Per sender: whoever asks for links for others. Says so, since it tells nothing about an account. */
export const refuseTooManyRequests = (db: Db, limits: Limits, { address, mark }: LinkSender) =>
  refuse(
    db,
    `link-request|${mark ? `mark|${mark.number}` : networkOf(address)}`,
    limits.linksPerAddress,
    QUARTER,
    "password.throttled",
  )

/** A known browser asks on its own account, whosever link it asks for. */
export type LinkSender = { address: string; mark: Mark | null }

/** Whoever has a link tries a few passwords that are too weak, not hundreds: each costs the work of a hash. */
export const refuseTooManyUses = (db: Db, token: string) =>
  refuse(db, `link-use|${token}`, 20, QUARTER, "password.throttled")

/** Per account: false when enough links were sent. Three in a quarter of an hour; each is valid for an hour. */
export async function mayAskForLink(db: Db, email: string): Promise<boolean> {
  return (await count(db, await bucketOf(db, `link|${addressKey(email)}`), QUARTER)) <= 3
}

/** Somebody at an open session must not find out its password. */
export const refuseTooManyChanges = (db: Db, personId: string) =>
  refuse(db, `change|${personId}`, 10, QUARTER, "password.throttled")

/**
 * Whoever knows a password must not find the second factor out: of an app's codes three are right at any moment, and a
 * hundred are never tried. Codes on paper are counted apart, so that they still help then. A right one forgets the rest.
 */
export async function countFactorTry(
  db: Db,
  kind: "totp" | "recovery",
  personId: string,
): Promise<{ settle(): Promise<void> }> {
  const what = `${kind}|${personId}`
  await refuse(db, what, 10, QUARTER, "factors.throttled")
  await refuse(db, `${what}|day`, 60, DAY, "factors.throttled")
  return {
    async settle() {
      for (const one of [what, `${what}|day`]) await forget(db, await bucketOf(db, one))
    },
  }
}

export const refuseTooManyCodes = (db: Db, ip: string) =>
  refuse(db, `setup|${networkOf(ip)}`, 20, HOUR, "setup.throttled")

async function countSignIn(db: Db, what: string, most: number, seconds: number) {
  const bucket = await bucketOf(db, `sign-in|${seconds}|${what}`)
  const seen = await count(db, bucket, seconds)
  return { bucket, refusal: seen > most ? tooMany("sign-in.throttled", seconds) : null }
}

const tooMany = (code: AccountCode, retryAfter: number) => new Refusal(429, code, undefined, { retryAfter })

async function refuse(db: Db, what: string, most: number, seconds: number, code: AccountCode): Promise<void> {
  if ((await count(db, await bucketOf(db, what), seconds)) > most) throw tooMany(code, seconds)
}

const bucketOf = async (db: Db, what: string) => `accounts:${await dailyHash(db, what)}`

async function giveBack(db: Db, bucket: string): Promise<void> {
  await db
    .update(throttles)
    .set({ count: sql`${throttles.count} - 1` })
    .where(and(eq(throttles.bucket, bucket), gt(throttles.count, 0)))
}
