import { and, eq, sql } from "drizzle-orm"
import { type Db, type Tx, transact } from "../../../kernel/database.ts"
import { Closed, checkInput, Line, Nullable } from "../../../kernel/schemas.ts"
import { among } from "../../../kernel/statements.ts"
import {
  archive,
  insertDepartment,
  lockDepartment,
  lockTree,
  refuseInhabited,
  refuseTakenName,
} from "../../departments/actions.ts"
import type { Department } from "../../departments/queries.ts"
import { auditAllBy, auditBy, type By } from "../../people/auditing.ts"
import { departments, memberships } from "../../tables.ts"
import { type Client, requireScope } from "../client.ts"
import { invalidValue, missing } from "../faults.ts"
import { isId } from "../lists.ts"
import type { Assignment } from "../values.ts"
import { listMembers, listVisiblePeople } from "./queries.ts"
import { membersAfter, type Said, saidIn } from "./said.ts"

const Named = Closed({ name: Line(120), externalId: Nullable(Line(254)) })
type Named = { name: string; externalId: string | null }

const byOf = ({ name }: Client): By => ({ actor: null, directory: name })

/** At the top of the tree; an administrator moves it to where it belongs. */
export async function createGroup(db: Db, client: Client, assignments: Assignment[]): Promise<string> {
  requireScope(client, "people-and-departments")
  const said = saidIn(assignments)
  const { name, externalId } = namedBy(said, null)
  return transact(db, async (tx) => {
    await lockTree(tx)
    const { id } = await insertDepartment(tx, { name })
    await tx.update(departments).set({ directory: client.id, externalId }).where(eq(departments.id, id))
    const entry = { action: "department.created", subjectType: "department", subjectId: id }
    await auditBy(tx, byOf(client), { ...entry, detail: { name } })
    await setMembers(tx, client, id, said)
    return id
  })
}

/** @param check is asked about the state before, under its lock */
export async function changeGroup(
  db: Db,
  client: Client,
  id: string,
  assignments: Assignment[],
  check: (tx: Tx) => Promise<void>,
): Promise<void> {
  requireScope(client, "people-and-departments")
  const said = saidIn(assignments)
  await transact(db, async (tx) => {
    const former = await lockVisible(tx, client, id)
    await check(tx)
    await rename(tx, client, former, namedBy(said, former))
    await setMembers(tx, client, id, said)
  })
}

/** Archived: what was asked of the department stays to be read. Whoever belonged to it belongs to it no more. */
export async function deleteGroup(
  db: Db,
  client: Client,
  id: string,
  check: (tx: Tx) => Promise<void>,
): Promise<void> {
  requireScope(client, "people-and-departments")
  await transact(db, async (tx) => {
    await lockVisible(tx, client, id)
    await check(tx)
    const nobody = { op: "replace" as const, ids: [], among: () => true }
    await setMembers(tx, client, id, { members: [nobody] })
    await refuseInhabited(tx, id)
    await tx.update(departments).set({ directory: null, externalId: null }).where(eq(departments.id, id))
    await archive(tx, byOf(client), id)
  })
}

function namedBy({ displayName, externalId = null }: Said, former: Department | null): Named {
  const name = displayName ?? former?.name ?? ""
  const { value } = checkInput(Named, { name, externalId: externalId ?? former?.externalId ?? null })
  if (!value) throw invalidValue('"displayName" is missing, or too long.')
  return value
}

async function rename(
  tx: Tx,
  client: Client,
  former: Department,
  { name, externalId }: Named,
): Promise<void> {
  const { id, parentId, directory } = former
  if (name !== former.name) {
    await refuseTakenName(tx, id, parentId, name)
    const detail = { from: { name: former.name }, to: { name } }
    const entry = { action: "department.edited", subjectType: "department", subjectId: id }
    await auditBy(tx, byOf(client), { ...entry, detail })
  }
  if (directory === client.id && name === former.name && externalId === former.externalId) return
  await tx.update(departments).set({ name, externalId, directory: client.id }).where(eq(departments.id, id))
  if (directory) return
  const entry = { action: "department.directory-bound", subjectType: "department", subjectId: id }
  await auditBy(tx, byOf(client), entry)
}

/** In two statements, however many people that are. */
async function setMembers(tx: Tx, client: Client, id: string, said: Said): Promise<void> {
  if (said.members.length === 0) return
  const members = await listMembers(tx, client, [id])
  const former = (members.get(id) ?? []).map(({ value }) => value)
  const next = membersAfter(said, former)
  const before = new Set(former)
  const added = [...next].filter((one) => !before.has(one))
  const left = former.filter((one) => !next.has(one))
  await refuseUnknown(tx, client, added)
  if (left.length > 0)
    await tx
      .delete(memberships)
      .where(and(eq(memberships.departmentId, id), among(memberships.personId, left)))
  // Of a department that was the application's, somebody may belong to it whom the directory does not see yet.
  if (added.length > 0)
    await tx.execute(sql`insert into ${memberships} (person_id, department_id)
      select one, ${id} from unnest(${sql.param(added)}::uuid[]) one on conflict do nothing`)
  const entries = [
    ...added.map((personId) => ({ personId, detail: { joined: id } })),
    ...left.map((personId) => ({ personId, detail: { left: id } })),
  ]
  await auditAllBy(
    tx,
    byOf(client),
    entries.map(({ personId, detail }) => {
      const about = { subjectType: "person", subjectId: personId }
      return { action: "person.departments-changed", ...about, detail }
    }),
  )
}

async function refuseUnknown(tx: Tx, client: Client, ids: string[]): Promise<void> {
  const known = ids.every(isId) ? new Set(await listVisiblePeople(tx, client, ids)) : new Set()
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) throw invalidValue(`There is no person "${unknown.slice(0, 80)}".`)
}

/** Throws 404 for one that the directory may not see. */
async function lockVisible(tx: Tx, client: Client, id: string): Promise<Department> {
  if (!isId(id)) throw missing()
  const department = await lockDepartment(tx, id)
  const isSeen = department.directory === null || department.directory === client.id
  if (department.archivedAt || !isSeen) throw missing()
  return department
}
