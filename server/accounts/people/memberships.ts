import { and, eq, inArray } from "drizzle-orm"
import type { Tx } from "../../kernel/database.ts"
import { refusal } from "../codes.ts"
import { departments, memberships } from "../tables.ts"
import { auditPerson, type By } from "./auditing.ts"

export async function changeDepartments(tx: Tx, by: By, id: string, to: string[]): Promise<void> {
  const rows = await tx.select().from(memberships).where(eq(memberships.personId, id))
  const from = rows.map((row) => row.departmentId).sort()
  if (from.join() === to.toSorted().join()) return
  await replaceDepartments(tx, id, from, to)
  await auditPerson(tx, by, id, { action: "person.departments-changed", detail: { from, to } })
}

export async function replaceDepartments(
  tx: Tx,
  personId: string,
  from: string[],
  to: string[],
): Promise<void> {
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
