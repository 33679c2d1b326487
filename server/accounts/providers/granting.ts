import { and, eq, inArray, isNull } from "drizzle-orm"
import { ROLES, type Role } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { only, type Reader, type Tx } from "../../kernel/database.ts"
import { isOnlyOne, lockAdmins } from "../people/last-admin.ts"
import { replaceDepartments } from "../people/memberships.ts"
import { departments, memberships, people } from "../tables.ts"
import { lockAdminsWithWay } from "./local.ts"
import type { Granted } from "./rules.ts"
import type { Provider } from "./secrets.ts"
import { personIdentities } from "./tables.ts"

/**
 * Roles and departments after a sign-in: what the rules give now comes, what they gave the last time and give no longer
 * goes. What an administrator gave stays, and so does the last administrator, or the last who can come in.
 */
export async function applyGranted(
  tx: Tx,
  provider: Provider,
  personId: string,
  { roles, departmentIds }: Granted,
): Promise<void> {
  const ofPerson = and(eq(personIdentities.providerId, provider.id), eq(personIdentities.personId, personId))
  const before = only(await tx.select().from(personIdentities).where(ofPerson))
  const losesAdmin = before.grantedRoles.includes("admin") && !roles.includes("admin")
  const admins = losesAdmin ? await lockAdmins(tx) : []
  const person = only(await tx.select().from(people).where(eq(people.id, personId)).for("update"))
  const free = await openDepartments(tx, [...departmentIds, ...before.grantedDepartments])
  const open = free.filter((id) => departmentIds.includes(id))
  // Where a directory decides by now, it is the directory that counts on the membership.
  const taken = before.grantedDepartments.filter((id) => free.includes(id))
  // A role that somebody had already was not given by a rule, and is not taken by one.
  const grantedRoles = given(before.grantedRoles, person.roles, roles)
  const isLastAdmin =
    losesAdmin && (isOnlyOne(admins, personId) || isOnlyOne(await lockAdminsWithWay(tx), personId))
  const next = rolesAfter(person.roles, before.grantedRoles, roles, isLastAdmin)
  await changeRoles(tx, provider, person, next)
  const own = await tx.select().from(memberships).where(eq(memberships.personId, personId))
  const belongs = own.map(({ departmentId }) => departmentId)
  const grantedDepartments = given(before.grantedDepartments, belongs, open)
  await changeDepartments(tx, provider, personId, belongs, [
    ...belongs.filter((id) => !taken.includes(id)),
    ...open,
  ])
  await tx.update(personIdentities).set({ grantedRoles, grantedDepartments }).where(ofPerson)
}

/** Of what the rules give now, what they gave before or the person has not had. */
export const given = <T>(before: T[], had: T[], now: T[]): T[] =>
  now.filter((one) => before.includes(one) || !had.includes(one))

/** @param isLastAdmin keeps the role, whatever the rules say */
export function rolesAfter(had: Role[], before: Role[], now: Role[], isLastAdmin: boolean): Role[] {
  const kept = had.filter((role) => !before.includes(role) || (isLastAdmin && role === "admin"))
  const all = ROLES.filter((role) => kept.includes(role) || now.includes(role))
  return all.length > 0 ? all : ["clerk"]
}

/** Those that are still there and that no directory decides on: a rule may name one that has become so since. */
export async function openDepartments(tx: Reader, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .select({ id: departments.id })
    .from(departments)
    .where(and(inArray(departments.id, ids), isNull(departments.archivedAt), isNull(departments.directory)))
  return rows.map(({ id }) => id)
}

async function changeRoles(
  tx: Tx,
  provider: Provider,
  person: { id: string; roles: Role[] },
  roles: Role[],
): Promise<void> {
  const from = ROLES.filter((role) => person.roles.includes(role))
  if (from.join() === roles.join()) return
  await tx.update(people).set({ roles }).where(eq(people.id, person.id))
  await note(tx, provider, "person.roles-changed", person.id, from, roles)
}

async function changeDepartments(
  tx: Tx,
  provider: Provider,
  personId: string,
  before: string[],
  after: string[],
): Promise<void> {
  const from = before.toSorted()
  const to = [...new Set(after)].sort()
  if (from.join() === to.join()) return
  await replaceDepartments(tx, personId, from, to)
  await note(tx, provider, "person.departments-changed", personId, from, to)
}

const note = (tx: Tx, provider: Provider, action: string, subjectId: string, from: string[], to: string[]) =>
  audit(tx, null, { action, subjectType: "person", subjectId, detail: { from, to, by: provider.name } })
