import { desc } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { among } from "../../kernel/statements.ts"
import type { ApiTokenView } from "./schema.ts"
import { apiTokens } from "./tables.ts"

/** One's own, the latest first; the tokens themselves are nowhere. */
export async function listApiTokens(reader: Reader, personId: string): Promise<ApiTokenView[]> {
  return (await listTokensOf(reader, [personId])).get(personId) ?? []
}

/** The same of several, by whose they are. */
export async function listTokensOf(
  reader: Reader,
  personIds: string[],
): Promise<Map<string, ApiTokenView[]>> {
  const { id, personId, name, scopes, createdOn, expiresOn, usedOn } = apiTokens
  const rows = await reader
    .select({ personId, token: { id, name, scopes, createdOn, expiresOn, usedOn } })
    .from(apiTokens)
    .where(among(personId, personIds))
    .orderBy(desc(id))
  const byPerson = Map.groupBy(rows, (row) => row.personId)
  return new Map([...byPerson].map(([owner, own]) => [owner, own.map(({ token }) => token)]))
}
