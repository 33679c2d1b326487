import { sql } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { people } from "../tables.ts"

/** What a sign-in is decided on. The address in capitals or not, as people type it. */
export async function findByEmail(reader: Reader, email: string) {
  const rows = await reader
    .select({ id: people.id, passwordHash: people.passwordHash, active: people.active })
    .from(people)
    .where(sql`lower(${people.email}) = lower(${email.trim()})`)
  return rows[0] ?? null
}
