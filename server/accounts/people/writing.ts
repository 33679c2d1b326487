import { and, eq, isNotNull, isNull } from "drizzle-orm"
import { ROLES, type Role } from "../../kernel/actor.ts"
import { isUniqueViolation, newId, type Tx } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { enqueueAll } from "../../kernel/jobs.ts"
import { among } from "../../kernel/statements.ts"
import { now } from "../../kernel/time.ts"
import { apiTokens } from "../api-tokens/tables.ts"
import { refusal } from "../codes.ts"
import { leavings } from "../leaving/tables.ts"
import { endLinks, endLinksOfAll } from "../password/links.ts"
import { endSessionsOfAll } from "../sessions.ts"
import { people } from "../tables.ts"
import { refuseUnmailable } from "./addresses.ts"
import { auditAllBy, auditPerson, type By } from "./auditing.ts"
import { addressOf } from "./many.ts"
import { replaceDepartments } from "./memberships.ts"
import type { NewPerson, PersonChange } from "./schema.ts"

export type PersonRow = typeof people.$inferSelect

/** What somebody's account gives up, once it is deactivated, in the modules above. */
export const PERSON_LEFT = "accounts.person-left"

/** 404 for whoever has left for good, too: nobody is there any more; and for a service, which is no person. */
export async function lockPerson(tx: Tx, id: string): Promise<PersonRow> {
  const rows = await tx
    .select()
    .from(people)
    .where(and(eq(people.id, id), isNull(people.leftOn), eq(people.isService, false)))
    .for("update")
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** Within a transaction of somebody else, e.g. the set-up. */
export async function insertPerson(
  tx: Tx,
  input: Omit<NewPerson, "invite">,
  passwordHash: string | null = null,
): Promise<string> {
  const id = newId()
  await refuseTakenEmail(
    tx.insert(people).values({
      id,
      displayName: input.displayName.trim(),
      ...addressColumns(input.email),
      passwordHash,
      roles: inOrder(input.roles),
      locale: input.locale ?? "de",
      createdAt: now(),
    }),
  )
  await replaceDepartments(tx, id, [], input.departmentIds)
  return id
}

export async function changeRoles(tx: Tx, by: By, former: PersonRow, roles: Role[]): Promise<void> {
  const from = inOrder(former.roles)
  const to = inOrder(roles)
  if (from.join() === to.join()) return
  await tx.update(people).set({ roles: to }).where(eq(people.id, former.id))
  await auditPerson(tx, by, former.id, { action: "person.roles-changed", detail: { from, to } })
}

/** The audit log names the fields only: names and addresses that were replaced shall not live on there. */
export async function changeNameAndEmail(
  tx: Tx,
  by: By,
  former: PersonRow,
  input: Pick<PersonChange, "displayName" | "email">,
): Promise<void> {
  const displayName = input.displayName?.trim() ?? former.displayName
  const email = input.email ?? former.email
  const fields = [
    ...(displayName === former.displayName ? [] : ["displayName"]),
    ...(email === former.email ? [] : ["email"]),
  ]
  if (fields.length === 0) return
  await refuseTakenEmail(
    tx
      .update(people)
      .set({ displayName, ...addressColumns(email) })
      .where(eq(people.id, former.id)),
  )
  // A link that was sent to the former address must not open the account any more.
  if (fields.includes("email")) await endLinks(tx, former.id)
  await auditPerson(tx, by, former.id, { action: "person.edited", detail: { fields } })
}

/** Ends every session, link and token at once; what the person had taken on goes back to others. What they wrote stays. */
export const endAccess = (tx: Tx, by: By, id: string) => endAccessOfAll(tx, by, [id])

/** The same of any number, in the same number of statements. */
export async function endAccessOfAll(tx: Tx, by: By, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.update(people).set({ active: false }).where(among(people.id, ids))
  await endSessionsOfAll(tx, ids)
  await endLinksOfAll(tx, ids)
  await tx.delete(apiTokens).where(among(apiTokens.personId, ids))
  await enqueueAll(
    tx,
    PERSON_LEFT,
    ids.map((personId) => ({ personId })),
  )
  const entries = ids.map((subjectId) => ({ action: "person.deactivated", subjectType: "person", subjectId }))
  await auditAllBy(tx, by, entries)
}

/** Not to somebody whose leaving has begun: what is left of them then is settled step by step. */
export async function giveAccess(tx: Tx, by: By, id: string): Promise<void> {
  const hasBegun = and(eq(leavings.personId, id), isNotNull(leavings.begunAt))
  if ((await tx.$count(leavings, hasBegun)) > 0) throw refusal(409, "leaving.begun")
  await tx.update(people).set({ active: true }).where(eq(people.id, id))
  await auditPerson(tx, by, id, { action: "person.reactivated" })
}

function addressColumns(email: string): { email: string; addressKey: string | null } {
  refuseUnmailable(email, "email")
  return addressOf(email)
}

async function refuseTakenEmail(write: PromiseLike<unknown>): Promise<void> {
  try {
    await write
  } catch (error) {
    if (isUniqueViolation(error)) throw refusal(409, "people.email-taken", "email")
    throw error
  }
}

const inOrder = (roles: readonly Role[]): Role[] => ROLES.filter((role) => roles.includes(role))
