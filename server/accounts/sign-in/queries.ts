import { sql } from "drizzle-orm"
import { addressKey } from "../../kernel/addresses.ts"
import type { Reader } from "../../kernel/database.ts"
import { passwordDirectory } from "../ldap/queries.ts"
import { people, storedKey } from "../tables.ts"

/** What a sign-in is decided on. The address as people type it: in capitals or not, its umlauts or what stands for them. */
export async function findByEmail(reader: Reader, email: string) {
  const rows = await reader
    .select({
      id: people.id,
      passwordHash: people.passwordHash,
      active: people.active,
      roles: people.roles,
      markKey: people.markKey,
      externalId: people.externalId,
      passwordDirectory,
    })
    .from(people)
    .where(sql`${storedKey} = ${addressKey(email)} and not ${people.isService}`)
  return rows[0] ?? null
}
