import { and, eq } from "drizzle-orm"
import type { Db } from "../../kernel/database.ts"
import { EngineUnavailable } from "../model.ts"
import { searchChanges } from "../tables.ts"

/** More would make a filter that is slower than the other engine. */
const MOST_GONE = 2_000

/** What must not be found any more and is perhaps still in the index. */
export async function listGone(db: Db): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: searchChanges.documentId })
    .from(searchChanges)
    .where(and(eq(searchChanges.engine, "meilisearch"), eq(searchChanges.removed, "yes")))
    .limit(MOST_GONE + 1)
  if (rows.length > MOST_GONE)
    throw new EngineUnavailable("more was taken away than Meilisearch has been told yet")
  return rows.map(({ id }) => id)
}
