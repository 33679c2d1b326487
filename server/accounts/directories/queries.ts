import { and, eq, sql } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { byName } from "../../kernel/order.ts"
import { ldapDirectories } from "../ldap/tables.ts"
import { directories, directoryTokens } from "../tables.ts"
import type { DirectoryView } from "./schema.ts"

/** By SCIM, and is not read by LDAP. */
export const comesByItself = sql`not exists (
  select 1 from ${ldapDirectories} own where own.directory_id = ${directories}.id)`

/** By name, each with its tokens, the latest first. */
export async function listDirectories(reader: Reader): Promise<DirectoryView[]> {
  const found = await reader
    .select()
    .from(directories)
    .where(comesByItself)
    .orderBy(byName(directories.name), directories.id)
  const tokens = await reader.select().from(directoryTokens).orderBy(directoryTokens.id)
  const byDirectory = Map.groupBy(tokens.toReversed(), ({ directoryId }) => directoryId)
  return found.map((one) => ({ ...one, tokens: (byDirectory.get(one.id) ?? []).map(withoutHash) }))
}

export async function findDirectory(reader: Reader, id: string): Promise<DirectoryView | null> {
  const [found] = await reader
    .select()
    .from(directories)
    .where(and(eq(directories.id, id), comesByItself))
  if (!found) return null
  const tokens = await reader
    .select()
    .from(directoryTokens)
    .where(eq(directoryTokens.directoryId, id))
    .orderBy(directoryTokens.id)
  return { ...found, tokens: tokens.toReversed().map(withoutHash) }
}

const withoutHash = ({ id, scope, createdOn, expiresOn, usedOn }: typeof directoryTokens.$inferSelect) => ({
  id,
  scope,
  createdOn,
  expiresOn,
  usedOn,
})
