import { eq, sql } from "drizzle-orm"
import { type Db, transact } from "../../kernel/database.ts"
import { now } from "../../kernel/time.ts"
import { ANALYSIS } from "../german.ts"
import type { Rebuild } from "../model.ts"
import { searchBuilds, searchChanges } from "../tables.ts"
import { noteVersion } from "../versions.ts"
import { writeDocuments } from "./write.ts"

const ENGINE = "postgresql"

/**
 * Builds an index in a schema beside the live one. What changes meanwhile goes into both (`isBuilding`). One that was
 * broken off is continued after the last id it reached; one by another version of the program is begun anew.
 */
export async function rebuildIndex(db: Db): Promise<Rebuild> {
  const [former] = await db.select().from(searchBuilds).where(eq(searchBuilds.engine, ENGINE))
  const begun = former?.analysis === ANALYSIS ? former : null
  if (!begun) await begin(db)
  return {
    reached: begun?.reachedId ?? null,
    write: async (documents) => {
      await writeDocuments(db, "search_next", documents, [])
      const reachedId = documents.reduce((last, { id }) => (id > last ? id : last), "")
      if (reachedId) await db.update(searchBuilds).set({ reachedId }).where(eq(searchBuilds.engine, ENGINE))
    },
    finish: () => finish(db),
  }
}

export async function isBuilding(db: Db): Promise<boolean> {
  const rows = await db
    .select({ engine: searchBuilds.engine })
    .from(searchBuilds)
    .where(eq(searchBuilds.engine, ENGINE))
  return rows.length > 0
}

async function begin(db: Db): Promise<void> {
  await transact(db, async (tx) => {
    await tx.execute(sql`drop schema if exists search_next cascade`)
    await tx.execute(sql`create schema search_next`)
    for (const table of ["documents", "statistics", "words"]) {
      const name = sql.identifier(table)
      await tx.execute(sql`create table search_next.${name} (like search_index.${name} including all)`)
    }
    // Built at the end, at once: many times faster than row by row.
    await tx.execute(sql`drop index search_next.documents_terms_idx`)
    await tx.execute(sql`alter table search_next.documents
      set (toast_tuple_target = 128, autovacuum_vacuum_insert_scale_factor = 0.05)`)
    const fresh = { reachedId: null, startedAt: now(), analysis: ANALYSIS }
    await tx
      .insert(searchBuilds)
      .values({ engine: ENGINE, ...fresh })
      .onConflictDoUpdate({ target: searchBuilds.engine, set: fresh })
  })
}

/** The new index takes the name of the live one, between two searches. */
async function finish(db: Db): Promise<void> {
  await db.execute(
    sql`create index if not exists documents_terms_idx on search_next.documents using gin (terms)
      with (gin_pending_list_limit = 128)`,
  )
  await db.execute(sql`analyze search_next.documents`)
  await transact(db, async (tx) => {
    await tx.execute(sql`drop schema search_index cascade`)
    await tx.execute(sql`alter schema search_next rename to search_index`)
    // What was taken away meanwhile, and is not yet taken up, stays away.
    await tx.execute(sql`update search_index.documents set category_id = '00000000-0000-0000-0000-000000000000'
      where id in (select document_id from ${searchChanges} where engine = ${ENGINE} and removed = 'yes')`)
    await tx.delete(searchBuilds).where(eq(searchBuilds.engine, ENGINE))
    await noteVersion(tx, ENGINE)
  })
}
