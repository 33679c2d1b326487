import { and, eq, isNull, ne, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { now } from "../../kernel/time.ts"
import { refusal } from "../codes.ts"
import { refuseUnmailable } from "../people/addresses.ts"
import { auditBy, type By } from "../people/auditing.ts"
import { requireAdmin } from "../policy.ts"
import { departments, memberships, people } from "../tables.ts"
import { type Department, findDepartment } from "./queries.ts"
import type { DepartmentChange, NewDepartment } from "./schema.ts"

export async function createDepartment(db: Db, actor: Actor, input: NewDepartment): Promise<Department> {
  requireAdmin(actor)
  return transact(db, async (tx) => {
    await lockTree(tx)
    const department = await insertDepartment(tx, input)
    const { id, name, parentId, mailbox } = department
    await audit(tx, actor, {
      action: "department.created",
      subjectType: "department",
      subjectId: id,
      detail: { name, parentId, ...(mailbox && { mailbox }) },
    })
    return department
  })
}

/** Within a transaction of somebody else, e.g. the set-up. */
export async function insertDepartment(tx: Tx, input: NewDepartment): Promise<Department> {
  const name = input.name.trim()
  const parentId = input.parentId ?? null
  const mailbox = mailboxOf(input.mailbox ?? null)
  await refuseParent(tx, parentId)
  await refuseTakenName(tx, null, parentId, name)
  const shortName = input.shortName?.trim() ?? shorten(name)
  const own = { directory: null, externalId: null }
  const department = { id: newId(), parentId, name, shortName, mailbox, archivedAt: null, ...own }
  await tx.insert(departments).values(department)
  return department
}

/** Renames it, moves it or changes its shared mailbox. */
export async function editDepartment(
  db: Db,
  actor: Actor,
  id: string,
  input: DepartmentChange,
): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const former = await lockDepartment(tx, id)
    const name = input.name?.trim() ?? former.name
    const shortName = input.shortName?.trim() ?? former.shortName
    const parentId = input.parentId === undefined ? former.parentId : input.parentId
    const mailbox = input.mailbox === undefined ? former.mailbox : mailboxOf(input.mailbox)
    const from = fieldsOf(former)
    const to = { name, shortName, parentId, mailbox }
    if (JSON.stringify(from) === JSON.stringify(to)) return
    if (former.directory && name !== former.name) throw refusal(409, "departments.of-directory", "name")
    if (parentId !== former.parentId) {
      await refuseParent(tx, parentId)
      await refuseCycle(tx, id, parentId)
    }
    if (!former.archivedAt) await refuseTakenName(tx, id, parentId, name)
    await tx.update(departments).set(to).where(eq(departments.id, id))
    const detail = { from, to }
    await audit(tx, actor, { action: "department.edited", subjectType: "department", subjectId: id, detail })
  })
}

/** Only an empty one: whoever belongs to it or below it has to be moved first. */
export async function archiveDepartment(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const department = await lockDepartment(tx, id)
    if (department.archivedAt) return
    if (department.directory) throw refusal(409, "departments.of-directory-archive")
    await refuseInhabited(tx, id)
    await archive(tx, { actor }, id)
  })
}

export async function restoreDepartment(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const department = await lockDepartment(tx, id)
    if (!department.archivedAt) return
    await refuseParent(tx, department.parentId)
    await refuseTakenName(tx, id, department.parentId, department.name)
    await tx.update(departments).set({ archivedAt: null }).where(eq(departments.id, id))
    await audit(tx, actor, { action: "department.restored", subjectType: "department", subjectId: id })
  })
}

/**
 * One change of the tree at a time: two moves that are right each on its own can make a circle together.
 * Readers, and rows that refer to a department, do not wait.
 */
export async function lockTree(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table ${departments} in share row exclusive mode`)
}

export async function archive(tx: Tx, by: By, id: string): Promise<void> {
  await tx.update(departments).set({ archivedAt: now() }).where(eq(departments.id, id))
  await auditBy(tx, by, { action: "department.archived", subjectType: "department", subjectId: id })
}

const fieldsOf = ({ name, shortName, parentId, mailbox }: Department) => ({
  name,
  shortName,
  parentId,
  mailbox,
})

function mailboxOf(address: string | null): string | null {
  if (address !== null) refuseUnmailable(address, "mailbox")
  return address
}

export async function lockDepartment(tx: Tx, id: string): Promise<Department> {
  await lockTree(tx)
  // The row too: somebody who is just being put into it holds it shared (people/actions.ts).
  const rows = await tx.select().from(departments).where(eq(departments.id, id)).for("update")
  const department = rows[0]
  if (!department) throw notFound()
  return department
}

async function refuseParent(tx: Tx, parentId: string | null): Promise<void> {
  if (parentId === null) return
  const parent = await findDepartment(tx, parentId)
  if (!parent) throw refusal(422, "departments.parent-unknown", "parentId")
  if (parent.archivedAt) throw refusal(422, "departments.parent-archived", "parentId")
}

export async function refuseTakenName(
  tx: Tx,
  id: string | null,
  parentId: string | null,
  name: string,
): Promise<void> {
  const taken = await tx
    .select({ id: departments.id })
    .from(departments)
    .where(
      and(
        sql`lower(${departments.name}) = lower(${name})`,
        parentId ? eq(departments.parentId, parentId) : isNull(departments.parentId),
        isNull(departments.archivedAt),
        id ? ne(departments.id, id) : undefined,
      ),
    )
  if (taken.length > 0) throw refusal(409, "departments.name-taken", "name")
}

async function refuseCycle(tx: Tx, id: string, parentId: string | null): Promise<void> {
  for (let above = parentId; above !== null; above = (await findDepartment(tx, above))?.parentId ?? null) {
    if (above === id) throw refusal(422, "departments.cycle", "parentId")
  }
}

export async function refuseInhabited(tx: Tx, id: string): Promise<void> {
  const children = await tx
    .select({ id: departments.id })
    .from(departments)
    .where(and(eq(departments.parentId, id), isNull(departments.archivedAt)))
    .limit(1)
  if (children.length > 0) throw refusal(409, "departments.has-children")
  const members = await tx
    .select({ id: people.id })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(and(eq(memberships.departmentId, id), eq(people.active, true)))
    .limit(1)
  if (members.length > 0) throw refusal(409, "departments.has-people")
}

const shorten = (name: string) => (name.length <= 40 ? name : `${name.slice(0, 39).trimEnd()}…`)
