import { and, eq, isNull, sql } from "drizzle-orm"
import type { Role } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { byName, compareNames } from "../../kernel/order.ts"
import { departments, directories, isAtWork, memberships, people } from "../tables.ts"
import type { DepartmentView } from "./schema.ts"

export type Department = typeof departments.$inferSelect

/** The tree from top to bottom, neighbours by name; archived ones only when asked for. */
export async function listDepartments(
  reader: Reader,
  { archived = false }: { archived?: boolean | undefined } = {},
): Promise<DepartmentView[]> {
  const rows = await reader
    .select({ department: departments, directory: directories })
    .from(departments)
    .leftJoin(directories, eq(directories.id, departments.directory))
    .where(archived ? undefined : isNull(departments.archivedAt))
  return inTreeOrder(
    rows.map(({ department, directory }) => ({
      ...department,
      directory: directory && { id: directory.id, name: directory.name },
    })),
  )
}

export async function findDepartment(reader: Reader, id: string): Promise<Department | null> {
  const rows = await reader.select().from(departments).where(eq(departments.id, id))
  return rows[0] ?? null
}

/** Whether there is such a department that is not archived. */
export async function departmentExists(reader: Reader, id: string): Promise<boolean> {
  const department = await findDepartment(reader, id)
  return department !== null && department.archivedAt === null
}

/** Whom a question can be handed over to: names only, no addresses. */
export async function listColleagues(reader: Reader, departmentId: string, role?: Role) {
  const rows = await reader
    .select({ id: people.id, displayName: people.displayName })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(
      and(
        eq(memberships.departmentId, departmentId),
        isAtWork,
        role ? sql`${role} = any(${people.roles})` : undefined,
      ),
    )
    .orderBy(byName(people.displayName), people.id)
  return rows
}

/** Ids of the departments in which somebody can answer officially. */
export async function listAnswering(reader: Reader): Promise<Set<string>> {
  const rows = await reader
    .selectDistinct({ id: memberships.departmentId })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(isAtWork, sql`'specialist' = any(${people.roles})`))
  return new Set(rows.map(({ id }) => id))
}

type Listed = Omit<Department, "directory"> & Pick<DepartmentView, "directory">

function inTreeOrder(rows: Listed[]): DepartmentView[] {
  const byParent = Map.groupBy(rows, (row) => row.parentId)
  const ordered: DepartmentView[] = []
  const descend = (parentId: string | null, depth: number) => {
    const siblings = byParent.get(parentId) ?? []
    for (const row of siblings.sort((a, b) => compareNames(a.name, b.name))) {
      const { id, name, shortName, mailbox, archivedAt, directory } = row
      const archived = archivedAt !== null
      ordered.push({ id, parentId: row.parentId, name, shortName, mailbox, archived, directory, depth })
      descend(id, depth + 1)
    }
  }
  descend(null, 0)
  return ordered
}
