import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"
import { fastifyCookie } from "@fastify/cookie"
import { eq, sql } from "drizzle-orm"
import { type Db, only, type Reader } from "../../kernel/database.ts"
import { among } from "../../kernel/statements.ts"
import { DAY, now } from "../../kernel/time.ts"
import { markKeys, people } from "../tables.ts"

/**
 * What a browser keeps to be known again by the accounts that signed in from it, so that strangers behind the same
 * address cannot keep them out. It names nobody: a random number, and for each of these accounts the number signed with a
 * key of the account. The server stores neither, only the keys; without the account's key a mark says nothing about it.
 *
 * `end of life . number . signature for an account . … . signature of the whole`, the latter by a key of the installation,
 * so that a mark can be believed before it is known whose account it is about.
 */
export type Mark = { number: string; accounts: string[] }

export type Marks = {
  cookieName: string
  /** What the cookie says, or null: there is none, it is forged, or older than a year. */
  read(cookie: string | undefined): Promise<Mark | null>
  /** The cookie by which this browser is known to the account from now on, and still to those it was known to. */
  give(personId: string, former: string | undefined): Promise<string>
  /** The cookie that deletes the mark. */
  blankCookie(): string
}

const LIFE_DAYS = 365
/** On a shared workplace the last ones that signed in. */
const MOST_ACCOUNTS = 8
const KEY_BYTES = 32

export function openMarks(db: Db, secure: boolean): Marks {
  const cookieName = secure ? "__Host-device" : "device"
  const cookie = (value: string, days: number) =>
    fastifyCookie.serialize(cookieName, value, {
      path: "/",
      httpOnly: true,
      sameSite: "lax",
      secure,
      maxAge: days * (DAY / 1000),
    })
  const read = async (value: string | undefined) =>
    value ? readMark(await keyOfInstallation(db), value) : null
  return {
    cookieName,
    read,
    blankCookie: () => cookie("", 0),
    async give(personId, former) {
      const mark = (await read(former)) ?? { number: randomBytes(16).toString("base64url"), accounts: [] }
      const own = sign(await keyOfPerson(db, personId), mark.number)
      const accounts = [own, ...mark.accounts.filter((one) => one !== own)].slice(0, MOST_ACCOUNTS)
      const content = [String(lastDay()), mark.number, ...accounts].join(".")
      return cookie(`${content}.${sign(await keyOfInstallation(db), content)}`, LIFE_DAYS)
    },
  }
}

/** Takes as long for an account that does not exist: only whoever has its mark learns anything. */
export function isKnown(mark: Mark | null, accountKey: Buffer | null): boolean {
  const own = sign(accountKey ?? NOBODYS, mark?.number ?? "")
  const found = (mark?.accounts ?? []).filter((one) => isSame(one, own)).length > 0
  return found && accountKey !== null
}
const NOBODYS = randomBytes(KEY_BYTES)

/** No browser is known to these accounts any more. */
export async function forgetMarks(db: Reader, personIds: string[]): Promise<void> {
  await db.update(people).set({ markKey: null }).where(among(people.id, personIds))
}

function readMark(key: Buffer, value: string): Mark | null {
  const end = value.lastIndexOf(".")
  const content = value.slice(0, Math.max(0, end))
  if (value.length > MOST_CHARACTERS || !isSame(value.slice(end + 1), sign(key, content))) return null
  const [until = "", number = "", ...accounts] = content.split(".")
  return Number(until) < today() ? null : { number, accounts }
}
const MOST_CHARACTERS = 1000

export const sign = (key: Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest("base64url").slice(0, 32)

export function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)]
  return first.length === second.length && timingSafeEqual(first, second)
}

/** Days since the epoch. */
const today = () => Math.floor(now().getTime() / DAY)
/** Up to the next full week, so that it does not tell the day of signing in. */
const lastDay = () => Math.ceil((today() + LIFE_DAYS) / 7) * 7

/** Of two processes that make one at once, the first that wrote it made the one for both. */
export async function keyOfInstallation(db: Db): Promise<Buffer> {
  const [found] = await db.select().from(markKeys)
  if (found) return found.key
  await db
    .insert(markKeys)
    .values({ key: randomBytes(KEY_BYTES) })
    .onConflictDoNothing()
  return only(await db.select().from(markKeys)).key
}

async function keyOfPerson(db: Db, personId: string): Promise<Buffer> {
  const rows = await db
    .update(people)
    .set({ markKey: sql`coalesce(${people.markKey}, ${randomBytes(KEY_BYTES)})` })
    .where(eq(people.id, personId))
    .returning({ key: people.markKey })
  const { key } = only(rows)
  if (!key) throw new Error("the update gives every person a key")
  return key
}
