import { and, eq, inArray, sql } from "drizzle-orm"
import { type Actor, ROLES, type Role } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, isUniqueViolation, newId, type Tx, transact } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { enqueue } from "../../kernel/jobs.ts"
import { now } from "../../kernel/time.ts"
import { refusal } from "../codes.ts"
import { endLinks } from "../password/links.ts"
import { requireAdmin } from "../policy.ts"
import { endSessions } from "../sessions.ts"
import { departments, memberships, people } from "../tables.ts"
import type { NewPerson, PersonChange } from "./schema.ts"

export const MAIL_QUEUE = "accounts.mail"

export async function createPerson(db: Db, actor: Actor, input: NewPerson): Promise<{ id: string }> {
  requireAdmin(actor)
  return transact(db, async (tx) => {
    const id = await insertPerson(tx, input)
    const detail = { roles: input.roles, departmentIds: input.departmentIds }
    await audit(tx, actor, { action: "person.created", subjectType: "person", subjectId: id, detail })
    if (input.invite ?? true) await enqueue(tx, MAIL_QUEUE, { kind: "invitation", personId: id })
    return { id }
  })
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
      email: input.email,
      passwordHash,
      roles: inOrder(input.roles),
      locale: input.locale ?? "de",
      createdAt: now(),
    }),
  )
  await replaceDepartments(tx, id, [], input.departmentIds)
  return id
}

/** Roles and departments hold from the person's next request on. */
export async function editPerson(db: Db, actor: Actor, id: string, input: PersonChange): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const admins = await lockAdmins(tx)
    const former = await accessPerson(tx, id)
    if (input.roles) {
      if (!input.roles.includes("admin")) refuseLastAdmin(admins, id, "roles")
      await changeRoles(tx, actor, former, inOrder(input.roles))
    }
    if (input.departmentIds) await changeDepartments(tx, actor, id, input.departmentIds)
    await changeNameAndEmail(tx, actor, former, input)
  })
}

/** Ends every session and link at once. What the person wrote stays. */
export async function deactivatePerson(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const admins = await lockAdmins(tx)
    const person = await accessPerson(tx, id)
    refuseLastAdmin(admins, id)
    if (!person.active) return
    await tx.update(people).set({ active: false }).where(eq(people.id, id))
    await endSessions(tx, id, null)
    await endLinks(tx, id)
    await audit(tx, actor, { action: "person.deactivated", subjectType: "person", subjectId: id })
  })
}

export async function reactivatePerson(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const person = await accessPerson(tx, id)
    if (person.active) return
    await tx.update(people).set({ active: true }).where(eq(people.id, id))
    await audit(tx, actor, { action: "person.reactivated", subjectType: "person", subjectId: id })
  })
}

/** Another invitation, e.g. because the first one expired. Whoever has a password asks for a reset themselves. */
export async function invitePerson(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const person = await accessPerson(tx, id)
    if (!person.active) throw refusal(409, "people.inactive")
    if (person.passwordHash) throw refusal(409, "people.has-password")
    await enqueue(tx, MAIL_QUEUE, { kind: "invitation", personId: id })
    await audit(tx, actor, { action: "person.invited", subjectType: "person", subjectId: id })
  })
}

type Person = typeof people.$inferSelect

async function accessPerson(tx: Tx, id: string): Promise<Person> {
  const rows = await tx.select().from(people).where(eq(people.id, id)).for("update")
  if (!rows[0]) throw notFound()
  return rows[0]
}

/**
 * The active administrators, locked: of two who take the role from each other at once, the second waits
 * and then sees what the first did. Always in the same order, and before any other person's row.
 */
async function lockAdmins(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.active, true), sql`'admin' = any(${people.roles})`))
    .orderBy(people.id)
    .for("update")
  return rows.map((row) => row.id)
}

function refuseLastAdmin(admins: string[], id: string, field?: string): void {
  if (admins.length === 1 && admins[0] === id) throw refusal(409, "people.last-admin", field)
}

async function changeRoles(tx: Tx, actor: Actor, former: Person, roles: Role[]): Promise<void> {
  const from = inOrder(former.roles)
  if (from.join() === roles.join()) return
  await tx.update(people).set({ roles }).where(eq(people.id, former.id))
  const detail = { from, to: roles }
  await audit(tx, actor, {
    action: "person.roles-changed",
    subjectType: "person",
    subjectId: former.id,
    detail,
  })
}

async function changeDepartments(tx: Tx, actor: Actor, id: string, to: string[]): Promise<void> {
  const rows = await tx.select().from(memberships).where(eq(memberships.personId, id))
  const from = rows.map((row) => row.departmentId).sort()
  if (from.join() === to.toSorted().join()) return
  await replaceDepartments(tx, id, from, to)
  const detail = { from, to }
  await audit(tx, actor, {
    action: "person.departments-changed",
    subjectType: "person",
    subjectId: id,
    detail,
  })
}

async function replaceDepartments(tx: Tx, personId: string, from: string[], to: string[]): Promise<void> {
  const added = to.filter((id) => !from.includes(id))
  if (added.length > 0) {
    // Shared with archiving, which locks the row before it looks for members.
    const open = await tx.select().from(departments).where(inArray(departments.id, added)).for("share")
    if (open.filter((row) => !row.archivedAt).length < added.length)
      throw refusal(422, "people.department-unknown", "departmentIds")
  }
  const left = from.filter((id) => !to.includes(id))
  const ofPerson = eq(memberships.personId, personId)
  if (left.length > 0)
    await tx.delete(memberships).where(and(ofPerson, inArray(memberships.departmentId, left)))
  if (added.length > 0)
    await tx.insert(memberships).values(added.map((departmentId) => ({ personId, departmentId })))
}

/** The audit log names the fields only: names and addresses that were replaced shall not live on there. */
async function changeNameAndEmail(tx: Tx, actor: Actor, former: Person, input: PersonChange): Promise<void> {
  const displayName = input.displayName?.trim() ?? former.displayName
  const email = input.email ?? former.email
  const fields = [
    ...(displayName === former.displayName ? [] : ["displayName"]),
    ...(email === former.email ? [] : ["email"]),
  ]
  if (fields.length === 0) return
  await refuseTakenEmail(tx.update(people).set({ displayName, email }).where(eq(people.id, former.id)))
  // A link that was sent to the former address must not open the account any more.
  if (fields.includes("email")) await endLinks(tx, former.id)
  const detail = { fields }
  await audit(tx, actor, { action: "person.edited", subjectType: "person", subjectId: former.id, detail })
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
