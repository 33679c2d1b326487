import { and, eq, isNotNull } from "drizzle-orm"
import type { Tx } from "../../kernel/database.ts"
import { among } from "../../kernel/statements.ts"
import { refusal } from "../codes.ts"
import { departments, memberships } from "../tables.ts"
import type { PersonChange } from "./schema.ts"
import type { PersonRow } from "./writing.ts"

/**
 * Refuses what the application may not change: name and address of somebody whom a directory brings, and who belongs to a
 * department that it brings.
 * @param former the person before the change; null for a new one
 */
export async function refuseOfDirectory(
  tx: Tx,
  former: PersonRow | null,
  { displayName, email, departmentIds }: PersonChange,
): Promise<void> {
  if (former?.directory) {
    const renames = displayName !== undefined && displayName.trim() !== former.displayName
    if (renames) throw refusal(409, "people.of-directory", "displayName")
    if (email !== undefined && email !== former.email) throw refusal(409, "people.of-directory", "email")
  }
  if (departmentIds) await refuseMoved(tx, former?.id ?? null, departmentIds)
}

async function refuseMoved(tx: Tx, personId: string | null, to: string[]): Promise<void> {
  const from = personId
    ? await tx
        .select({ id: memberships.departmentId })
        .from(memberships)
        .where(eq(memberships.personId, personId))
    : []
  const ids = from.map(({ id }) => id)
  const moved = [...to.filter((id) => !ids.includes(id)), ...ids.filter((id) => !to.includes(id))]
  if (moved.length === 0) return
  const owned = await tx
    .select({ id: departments.id })
    .from(departments)
    .where(and(among(departments.id, moved), isNotNull(departments.directory)))
    .limit(1)
  if (owned.length > 0) throw refusal(409, "people.department-of-directory", "departmentIds")
}
