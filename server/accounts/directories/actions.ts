import { and, eq, ne, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { auditOf } from "../../kernel/audit.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { today } from "../../kernel/time.ts"
import { addDays } from "../../kernel/workdays.ts"
import { refusal } from "../codes.ts"
import { requireAdmin } from "../policy.ts"
import { newToken } from "../programs.ts"
import { hashToken } from "../sessions.ts"
import { departments, directories, directoryTokens, people } from "../tables.ts"
import { comesByItself } from "./queries.ts"
import type { NewDirectory, NewDirectoryToken } from "./schema.ts"

const auditDirectory = auditOf("directory")
/** A token that nobody renews must not be good for ever. */
const LONGEST_DAYS = 731

export async function createDirectory(db: Db, actor: Actor, input: NewDirectory): Promise<{ id: string }> {
  requireAdmin(actor)
  return transact(db, async (tx) => {
    const id = newId()
    const name = input.name.trim()
    await refuseTakenName(tx, id, name)
    await tx.insert(directories).values({ id, name, invites: input.invites })
    await auditDirectory(tx, actor, "created", id, { name })
    return { id }
  })
}

export async function editDirectory(db: Db, actor: Actor, id: string, input: NewDirectory): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    await lockDirectory(tx, id)
    const name = input.name.trim()
    await refuseTakenName(tx, id, name)
    await tx.update(directories).set({ name, invites: input.invites }).where(eq(directories.id, id))
    await auditDirectory(tx, actor, "edited", id, { name })
  })
}

/** @returns the token, which nobody can read again */
export async function issueToken(
  db: Db,
  actor: Actor,
  directoryId: string,
  { scope, expiresOn }: NewDirectoryToken,
): Promise<{ id: string; token: string }> {
  requireAdmin(actor)
  if (expiresOn < today()) throw refusal(422, "directories.expiry-past", "expiresOn")
  if (expiresOn > addDays(today(), LONGEST_DAYS)) throw refusal(422, "directories.expiry-far", "expiresOn")
  const token = newToken("scim")
  return transact(db, async (tx) => {
    const { name } = await lockDirectory(tx, directoryId)
    const id = newId()
    const row = { id, directoryId, tokenHash: hashToken(token), scope, createdOn: today(), expiresOn }
    await tx.insert(directoryTokens).values(row)
    await auditDirectory(tx, actor, "token-issued", directoryId, { name, scope, expiresOn })
    return { id, token }
  })
}

export async function revokeToken(db: Db, actor: Actor, directoryId: string, tokenId: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const { name } = await lockDirectory(tx, directoryId)
    const ofDirectory = and(eq(directoryTokens.id, tokenId), eq(directoryTokens.directoryId, directoryId))
    const gone = await tx.delete(directoryTokens).where(ofDirectory).returning({ id: directoryTokens.id })
    if (gone.length === 0) throw notFound()
    await auditDirectory(tx, actor, "token-revoked", directoryId, { name })
  })
}

/** People and departments stay as they are, and belong to the application from then on. */
export async function removeDirectory(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const { name } = await lockDirectory(tx, id)
    await tx.delete(directoryTokens).where(eq(directoryTokens.directoryId, id))
    await letGoOf(tx, id)
    await auditDirectory(tx, actor, "removed", id, { name })
  })
}

/** What it brought is nobody's any more, and it is there no longer. */
export async function letGoOf(tx: Tx, id: string): Promise<void> {
  const own = { directory: null }
  await tx
    .update(people)
    .set({ ...own, userName: null })
    .where(eq(people.directory, id))
  await tx.update(departments).set(own).where(eq(departments.directory, id))
  await tx.delete(directories).where(eq(directories.id, id))
}

/** One that is read by LDAP comes by no token, and has pages of its own. */
async function lockDirectory(tx: Tx, id: string) {
  const rows = await tx
    .select()
    .from(directories)
    .where(and(eq(directories.id, id), comesByItself))
    .for("update")
  if (!rows[0]) throw notFound()
  return rows[0]
}

export async function refuseTakenName(tx: Tx, id: string, name: string): Promise<void> {
  const taken = await tx
    .select({ id: directories.id })
    .from(directories)
    .where(and(sql`lower(${directories.name}) = lower(${name})`, ne(directories.id, id)))
  if (taken.length > 0) throw refusal(409, "directories.name-taken", "name")
}
