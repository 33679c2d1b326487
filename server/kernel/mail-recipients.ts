import { createHash } from "node:crypto"
import { inArray } from "drizzle-orm"
import { addressKey } from "./addresses.ts"
import type { Db } from "./database.ts"
import { mailDeliveries } from "./tables.ts"

/** For each mail another one: nobody can tell from it which mails went to the same address. */
export const recipientHash = (mailId: string, address: string) =>
  createHash("sha256")
    .update(JSON.stringify([mailId, addressKey(address)]))
    .digest("hex")

/** The one of these addresses that one of these mails went to; null where none did. */
export async function recipientOf(db: Db, mailIds: string[], addresses: string[]): Promise<string | null> {
  if (mailIds.length === 0 || addresses.length === 0) return null
  const sent = await db
    .select({ id: mailDeliveries.id, recipient: mailDeliveries.recipient })
    .from(mailDeliveries)
    .where(inArray(mailDeliveries.id, mailIds))
  return (
    addresses.find((address) => sent.some(({ id, recipient }) => recipient === recipientHash(id, address))) ??
    null
  )
}
