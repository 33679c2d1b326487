import { and, eq, lt } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { today } from "../../kernel/time.ts"
import { addDays } from "../../kernel/workdays.ts"
import { refusal } from "../codes.ts"
import { auditPerson } from "../people/auditing.ts"
import { newToken } from "../programs.ts"
import { hashToken } from "../sessions.ts"
import { people } from "../tables.ts"
import { TOKEN_PREFIX } from "./identify.ts"
import type { NewApiToken } from "./schema.ts"
import { apiTokens } from "./tables.ts"

/** A token that nobody renews must not be good for ever. */
const LONGEST_DAYS = 366
const MOST = 20
/** So long it is still listed, for whoever wonders why a program does not work any more. */
const SHOWN_DAYS = 30

/** For oneself. @returns the token, which nobody can read again */
export async function issueApiToken(db: Db, actor: Actor, input: NewApiToken): Promise<{ token: string }> {
  return transact(db, (tx) => insertToken(tx, actor, actor.id, input))
}

export async function revokeApiToken(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, (tx) => deleteToken(tx, actor, actor.id, id))
}

/** Within a transaction of whoever may do so. */
export async function insertToken(
  tx: Tx,
  actor: Actor,
  personId: string,
  { name, scopes, expiresOn }: NewApiToken,
): Promise<{ token: string }> {
  if (expiresOn < today()) throw refusal(422, "api-tokens.expiry-past", "expiresOn")
  if (expiresOn > addDays(today(), LONGEST_DAYS)) throw refusal(422, "api-tokens.expiry-far", "expiresOn")
  await lockActive(tx, personId)
  if ((await tx.$count(apiTokens, eq(apiTokens.personId, personId))) >= MOST)
    throw refusal(409, "api-tokens.too-many")
  const token = newToken(TOKEN_PREFIX)
  const id = newId()
  const row = { id, personId, tokenHash: hashToken(token), name: name.trim(), scopes }
  await tx.insert(apiTokens).values({ ...row, createdOn: today(), expiresOn })
  await auditPerson(tx, { actor }, personId, {
    action: "person.token-issued",
    detail: { scope: scopes.join(", "), expiresOn },
  })
  return { token }
}

/** The same of one that is there: 404 for one of somebody else. */
export async function deleteToken(tx: Tx, actor: Actor, personId: string, id: string): Promise<void> {
  const ofPerson = and(eq(apiTokens.id, id), eq(apiTokens.personId, personId))
  const gone = await tx.delete(apiTokens).where(ofPerson).returning({ scopes: apiTokens.scopes })
  if (!gone[0]) throw notFound()
  const detail = { scope: gone[0].scopes.join(", ") }
  await auditPerson(tx, { actor }, personId, { action: "person.token-revoked", detail })
}

/** Whoever deactivates the account at the same moment waits, and then ends this token as well. */
async function lockActive(tx: Tx, id: string): Promise<void> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, id), eq(people.active, true)))
    .for("update")
  if (rows.length === 0) throw notFound()
}

export async function sweepTokens(db: Db): Promise<void> {
  await db.delete(apiTokens).where(lt(apiTokens.expiresOn, addDays(today(), -SHOWN_DAYS)))
}
