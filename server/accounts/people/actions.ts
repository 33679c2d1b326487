import { eq } from "drizzle-orm"
import { type Actor, ROLES, type Role } from "../../kernel/actor.ts"
import { addressKey } from "../../kernel/addresses.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, isUniqueViolation, newId, type Tx, transact } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { notify } from "../../kernel/notices.ts"
import { now } from "../../kernel/time.ts"
import { refusal } from "../codes.ts"
import { INVITATION } from "../notices.ts"
import { endLinks } from "../password/links.ts"
import { requireAdmin } from "../policy.ts"
import { endSessions } from "../sessions.ts"
import { people } from "../tables.ts"
import { refuseUnmailable } from "./addresses.ts"
import { lockAdmins, refuseLastAdmin } from "./last-admin.ts"
import { changeDepartments, replaceDepartments } from "./memberships.ts"
import type { NewPerson, PersonChange } from "./schema.ts"

export async function createPerson(db: Db, actor: Actor, input: NewPerson): Promise<{ id: string }> {
  requireAdmin(actor)
  return transact(db, async (tx) => {
    const id = await insertPerson(tx, input)
    const detail = { roles: input.roles, departmentIds: input.departmentIds }
    await audit(tx, actor, { action: "person.created", subjectType: "person", subjectId: id, detail })
    if (input.invite ?? true) await notify(tx, INVITATION, [id], {})
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

/** Roles and departments hold from the person's next request on. */
export async function editPerson(db: Db, actor: Actor, id: string, input: PersonChange): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const admins = await lockAdmins(tx)
    const former = await lockPerson(tx, id)
    if (input.roles) {
      if (!input.roles.includes("admin")) refuseLastAdmin(admins, id, "roles")
      await changeRoles(tx, actor, former, inOrder(input.roles))
    }
    if (input.departmentIds) await changeDepartments(tx, actor, id, input.departmentIds)
    await changeNameAndEmail(tx, actor, former, input)
  })
}

/** One role more, within a transaction of somebody else who has a reason for it. Giving it twice changes nothing. */
export async function giveRole(tx: Tx, actor: Actor, id: string, role: Role): Promise<void> {
  requireAdmin(actor)
  const former = await lockPerson(tx, id)
  await changeRoles(tx, actor, former, inOrder([...former.roles, role]))
}

/** Ends every session and link at once. What the person wrote stays. */
export async function deactivatePerson(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const admins = await lockAdmins(tx)
    const person = await lockPerson(tx, id)
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
    const person = await lockPerson(tx, id)
    if (person.active) return
    await tx.update(people).set({ active: true }).where(eq(people.id, id))
    await audit(tx, actor, { action: "person.reactivated", subjectType: "person", subjectId: id })
  })
}

/** Another invitation, e.g. because the first one expired. Whoever has a password asks for a reset themselves. */
export async function invitePerson(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const person = await lockPerson(tx, id)
    if (!person.active) throw refusal(409, "people.inactive")
    if (person.passwordHash) throw refusal(409, "people.has-password")
    await notify(tx, INVITATION, [id], {})
    await audit(tx, actor, { action: "person.invited", subjectType: "person", subjectId: id })
  })
}

type Person = typeof people.$inferSelect

async function lockPerson(tx: Tx, id: string): Promise<Person> {
  const rows = await tx.select().from(people).where(eq(people.id, id)).for("update")
  if (!rows[0]) throw notFound()
  return rows[0]
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

/** The audit log names the fields only: names and addresses that were replaced shall not live on there. */
async function changeNameAndEmail(tx: Tx, actor: Actor, former: Person, input: PersonChange): Promise<void> {
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
  const detail = { fields }
  await audit(tx, actor, { action: "person.edited", subjectType: "person", subjectId: former.id, detail })
}

/** As written, and as it is compared and sent where that is something else. */
function addressColumns(email: string): { email: string; addressKey: string | null } {
  refuseUnmailable(email, "email")
  const key = addressKey(email)
  return { email, addressKey: key === email.toLowerCase() ? null : key }
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
