import { and, eq, ne } from "drizzle-orm"
import { departmentExists } from "../../accounts/index.ts"
import type { Tx } from "../../kernel/database.ts"
import { type CategoryFields, threads } from "../tables.ts"

export type Fault = { code: string; field: string }

/** What keeps a category from becoming like this: its place in the tree, its departments, what is written in it. */
export async function findFault(
  tx: Tx,
  id: string,
  fields: CategoryFields,
  planned: Map<string, CategoryFields>,
): Promise<Fault | null> {
  const place = faultOfPlace(id, fields, planned)
  if (place) return place
  if (isNameTaken(id, fields, planned)) return { code: "category.name-taken", field: "name" }
  if (await hasThreadsOfOtherKind(tx, id, fields)) return { code: "category.kind-fixed", field: "kind" }
  if (fields.kind === "questions" && !fields.responsibleId)
    return { code: "category.responsible-needed", field: "responsibleId" }
  if (fields.responsibleId && !(await departmentExists(tx, fields.responsibleId)))
    return { code: "department.unknown", field: "responsibleId" }
  if (fields.audience === "listed" && fields.departmentIds.length === 0)
    return { code: "category.audience-needed", field: "departmentIds" }
  for (const departmentId of fields.departmentIds)
    if (!(await departmentExists(tx, departmentId)))
      return { code: "department.unknown", field: "departmentIds" }
  return null
}

/** Two levels, and parts of one kind with their main category. */
export function faultOfPlace(
  id: string,
  fields: CategoryFields,
  planned: Map<string, CategoryFields>,
): Fault | null {
  const parent = fields.parentId === null ? null : planned.get(fields.parentId)
  if (parent === undefined || fields.parentId === id)
    return { code: "category.parent-unknown", field: "parentId" }
  const parts = [...planned.values()].filter((other) => other.parentId === id)
  if (parent && (parent.parentId !== null || parts.length > 0))
    return { code: "category.too-deep", field: "parentId" }
  if ((parent && parent.kind !== fields.kind) || parts.some((part) => part.kind !== fields.kind))
    return { code: "category.kind-differs", field: "kind" }
  return null
}

/** Two parts of one main category cannot be told apart by the same name; an archived one is out of the way. */
function isNameTaken(id: string, fields: CategoryFields, planned: Map<string, CategoryFields>): boolean {
  const name = fields.name.trim().toLowerCase()
  const beside = [...planned].filter(([other, { parentId }]) => other !== id && parentId === fields.parentId)
  return (
    !fields.archived &&
    beside.some(([, other]) => !other.archived && other.name.trim().toLowerCase() === name)
  )
}

async function hasThreadsOfOtherKind(tx: Tx, categoryId: string, { kind }: CategoryFields): Promise<boolean> {
  const fitting = kind === "questions" ? "question" : "best-practice"
  const found = await tx
    .select({ id: threads.id })
    .from(threads)
    .where(and(eq(threads.categoryId, categoryId), ne(threads.kind, fitting)))
    .limit(1)
  return found.length > 0
}
