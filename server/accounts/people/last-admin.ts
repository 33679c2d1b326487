import { and, eq, sql } from "drizzle-orm"
import type { Tx } from "../../kernel/database.ts"
import { refusal } from "../codes.ts"
import { people } from "../tables.ts"

/**
 * The active administrators, locked: of two who take the role from each other at once, the second waits
 * and then sees what the first did. Always in the same order, and before any other person's row.
 */
export async function lockAdmins(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.active, true), sql`'admin' = any(${people.roles})`))
    .orderBy(people.id)
    .for("update")
  return rows.map((row) => row.id)
}

/** Whether nobody else of them is left. */
export const isOnlyOne = (admins: string[], id: string) => admins.length === 1 && admins[0] === id

export function refuseLastAdmin(admins: string[], id: string, field?: string): void {
  if (isOnlyOne(admins, id)) throw refusal(409, "people.last-admin", field)
}
