import { sql } from "drizzle-orm"
import type { Db } from "../../kernel/database.ts"
import type { Engine } from "../model.ts"
import { isOfThisVersion } from "../versions.ts"
import { isBuilding, rebuildIndex } from "./rebuild.ts"
import { searchDocuments } from "./search.ts"
import { inTurns } from "./turns.ts"
import { writeDocuments, writeToBuild } from "./write.ts"

/** Of the database's connections, searches leave most to others. */
const MOST_AT_ONCE = 3

/** The engine that needs nothing else. Synonyms are read with each search. */
export function openPostgresEngine(db: Db): Engine {
  const turn = inTurns(MOST_AT_ONCE)
  return {
    name: "postgresql",
    // Until the new index is there, the one of before answers.
    prepare: async () => ((await isOfThisVersion(db, "postgresql")) ? "ready" : "to-build"),
    write: async (changed, removed) => {
      await writeDocuments(db, changed, removed)
      if (await isBuilding(db)) await writeToBuild(db, changed, removed)
    },
    search: (query) => turn(() => searchDocuments(db, query)),
    setSynonyms: async () => undefined,
    listIds: async (after, size) => {
      const { rows } = await db.execute<{ id: string }>(sql`select id from search_index.documents
        where ${after === null ? sql`true` : sql`id > ${after}`} order by id limit ${size}`)
      return rows.map(({ id }) => id)
    },
    rebuild: () => rebuildIndex(db),
  }
}
