import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"
import { eq } from "drizzle-orm"
import { people } from "../accounts/index.ts"
import { bytesOfId, type Db, ID_BYTES, idInBytes, only } from "../kernel/database.ts"
import type { Unsubscribing } from "../kernel/mail.ts"
import type { NoticeParts } from "../kernel/notices.ts"
import { INBOX_NOTICES, type InboxNotice, reasonOf } from "./reasons.ts"
import { setMailTime } from "./settings/actions.ts"
import { mailKeys } from "./tables.ts"

const KEY_BYTES = 32
const SIGNATURE_BYTES = 16

/** @param reason of the mail; null: of all that may be switched off */
type Subscription = { personId: string; reason: InboxNotice | null }

/**
 * How the recipient of a mail unsubscribes from its sort: the address names person and reason and is signed, so that
 * nobody needs to sign in for it. It holds for ever: mails are kept for years, and it can do nothing else.
 */
export async function unsubscribingFrom(
  { db, config }: Pick<NoticeParts, "db" | "config">,
  personId: string,
  reason: InboxNotice | null,
): Promise<Unsubscribing> {
  const content = Buffer.concat([bytesOfId(personId), Buffer.from(reason ?? "", "utf8")])
  const token = Buffer.concat([signatureOf(await keyOf(db), content), content]).toString("base64url")
  return {
    address: `${config.publicUrl}/abbestellen/${token}`,
    page: `${config.publicUrl}/profil/benachrichtigungen`,
  }
}

/** What an address unsubscribes from; null where it is not ours, its person is gone or the reason cannot be switched off. */
export async function findSubscription(db: Db, token: string): Promise<Subscription | null> {
  const subscription = readToken(await keyOf(db), token)
  if (!subscription) return null
  const found = await db.select({ id: people.id }).from(people).where(eq(people.id, subscription.personId))
  return found.length > 0 ? subscription : null
}

/** @returns what was unsubscribed from, or null as in `findSubscription` */
export async function unsubscribe(db: Db, token: string): Promise<Subscription | null> {
  const subscription = await findSubscription(db, token)
  if (subscription) await setMailTime(db, subscription.personId, subscription.reason, "never")
  return subscription
}

function readToken(key: Buffer, token: string): Subscription | null {
  const bytes = Buffer.from(token, "base64url")
  const content = bytes.subarray(SIGNATURE_BYTES)
  if (content.length < ID_BYTES) return null
  if (!timingSafeEqual(bytes.subarray(0, SIGNATURE_BYTES), signatureOf(key, content))) return null
  const personId = idInBytes(content)
  const named = content.toString("utf8", ID_BYTES)
  if (named === "") return { personId, reason: null }
  const reason = INBOX_NOTICES.find((notice) => notice === named)
  return reason && reasonOf(reason).isOptional ? { personId, reason } : null
}

const signatureOf = (key: Buffer, content: Buffer) =>
  createHmac("sha256", key).update("unsubscribe|").update(content).digest().subarray(0, SIGNATURE_BYTES)

/** The key never changes, and is the same in every process. */
const known = new WeakMap<Db, Promise<Buffer>>()

function keyOf(db: Db): Promise<Buffer> {
  const key = known.get(db) ?? findKey(db)
  known.set(db, key)
  key.catch(() => known.delete(db))
  return key
}

/** Of two processes that make one at once, the first that wrote it made the one for both. */
async function findKey(db: Db): Promise<Buffer> {
  const [found] = await db.select().from(mailKeys)
  if (found) return found.key
  await db
    .insert(mailKeys)
    .values({ key: randomBytes(KEY_BYTES) })
    .onConflictDoNothing()
  return only(await db.select().from(mailKeys)).key
}
