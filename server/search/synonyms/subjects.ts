import { inArray } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { searchSynonyms } from "../tables.ts"

/** What entries of the audit log are about: groups of synonyms are called by their words. */
export async function describeSynonyms(reader: Reader, ids: string[]) {
  const rows = await reader.select().from(searchSynonyms).where(inArray(searchSynonyms.id, ids))
  return new Map(
    rows.map(({ id, terms }) => [
      id,
      { title: terms.join(", "), address: `/suche/synonyme/${id}`, person: null, place: null },
    ]),
  )
}
