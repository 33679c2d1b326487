import { randomBytes } from "node:crypto"
import { and, eq, gt, lt } from "drizzle-orm"
import type { Db, Reader, Tx } from "../../kernel/database.ts"
import { among } from "../../kernel/statements.ts"
import { DAY, HOUR, now } from "../../kernel/time.ts"
import { hashToken } from "../sessions.ts"
import { type LinkPurpose, oneTimeLinks, people } from "../tables.ts"

const LIFE: Record<LinkPurpose, number> = { invitation: 14 * DAY, reset: HOUR }

/**
 * Makes a token; the database keeps its hash only. Links made before stay good: of two mails on their way nobody knows
 * which one arrives. The first that sets a password ends all of them.
 */
export async function makeLink(tx: Tx, personId: string, purpose: LinkPurpose): Promise<string> {
  const token = randomBytes(32).toString("base64url")
  const expiresAt = new Date(now().getTime() + LIFE[purpose])
  await tx.insert(oneTimeLinks).values({ tokenHash: hashToken(token), personId, purpose, expiresAt })
  return token
}

export const linkPath = (token: string, returnTo: string | null) =>
  `/kennwort/${token}${returnTo ? `?weiter=${encodeURIComponent(returnTo)}` : ""}`

/** Whose valid link this is, without consuming it: for the page that asks for the new password. */
export async function findLink(reader: Reader, token: string) {
  const rows = await reader
    .select({
      purpose: oneTimeLinks.purpose,
      displayName: people.displayName,
      email: people.email,
      locale: people.locale,
    })
    .from(oneTimeLinks)
    .innerJoin(people, eq(people.id, oneTimeLinks.personId))
    .where(and(isValid(token), eq(people.active, true)))
  return rows[0] ?? null
}

/** Uses the link up: of two uses at once only one gets the person. */
export async function consumeLink(tx: Tx, token: string): Promise<string | null> {
  const found = await tx.select({ personId: oneTimeLinks.personId }).from(oneTimeLinks).where(isValid(token))
  if (!found[0]) return null
  // The person before the link, as in makeLink: otherwise each could wait for the other.
  await lockPerson(tx, found[0].personId)
  const used = await tx
    .delete(oneTimeLinks)
    .where(isValid(token))
    .returning({ personId: oneTimeLinks.personId })
  return used[0]?.personId ?? null
}

export const endLinks = (tx: Tx, personId: string) => endLinksOfAll(tx, [personId])

export async function endLinksOfAll(tx: Tx, personIds: string[]): Promise<void> {
  await tx.delete(oneTimeLinks).where(among(oneTimeLinks.personId, personIds))
}

export async function sweepLinks(db: Db): Promise<void> {
  await db.delete(oneTimeLinks).where(lt(oneTimeLinks.expiresAt, now()))
}

const isValid = (token: string) =>
  and(eq(oneTimeLinks.tokenHash, hashToken(token)), gt(oneTimeLinks.expiresAt, now()))

async function lockPerson(tx: Tx, personId: string): Promise<void> {
  await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for("update")
}
