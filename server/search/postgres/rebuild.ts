import { eq, sql } from "drizzle-orm"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { now } from "../../kernel/time.ts"
import { ANALYSIS } from "../german.ts"
import type { Rebuild } from "../model.ts"
import { searchBuilds, searchChanges } from "../tables.ts"
import { noteVersion } from "../versions.ts"
import { SUMS } from "./layout.ts"
import { gramsIn, writeToBuild } from "./write.ts"

const ENGINE = "postgresql"

/**
 * Builds an index in a schema beside the live one. What changes meanwhile goes into both (`isBuilding`). One that was
 * broken off is continued after the last id it reached; one by another version of the program is begun anew.
 */
export async function rebuildIndex(db: Db): Promise<Rebuild> {
  const [former] = await db.select().from(searchBuilds).where(eq(searchBuilds.engine, ENGINE))
  const begun = former?.analysis === ANALYSIS ? former : null
  if (!begun) await begin(db)
  const gathered = new Set<string>()
  return {
    reached: begun?.reachedId ?? null,
    write: async (documents) => {
      await writeToBuild(db, documents, [], gathered)
      const reachedId = documents.reduce((last, { id }) => (id > last ? id : last), "")
      if (reachedId) await db.update(searchBuilds).set({ reachedId }).where(eq(searchBuilds.engine, ENGINE))
    },
    finish: () => finish(db),
  }
}

/** One by another version of the program is of no use, and may lack what this one writes. */
export async function isBuilding(db: Db): Promise<boolean> {
  const [building] = await db.select().from(searchBuilds).where(eq(searchBuilds.engine, ENGINE))
  return building?.analysis === ANALYSIS
}

async function begin(db: Db): Promise<void> {
  await transact(db, async (tx) => {
    await tx.execute(sql`drop schema if exists search_next cascade`)
    await tx.execute(sql`create schema search_next`)
    for (const table of ["documents", "statistics", "words", "titles"]) {
      const name = sql.identifier(table)
      await tx.execute(sql`create table search_next.${name} (like search_index.${name} including all)`)
    }
    await tx.execute(sql`create table search_next.gathered (word text collate "C" not null, term integer not null,
      stem integer not null, grams integer[] not null)`)
    // Built at the end, at once: many times faster than row by row.
    for (const { name } of INDEXES) await tx.execute(sql`drop index search_next.${sql.identifier(name)}`)
    // Candidates are counted by their tags, which would otherwise be read from where the texts stand.
    await tx.execute(sql`alter table search_next.documents alter column tags set storage main`)
    await tx.execute(sql`alter table search_next.documents
      set (toast_tuple_target = 128, autovacuum_vacuum_insert_scale_factor = 0.05)`)
    const fresh = { reachedId: null, startedAt: now(), analysis: ANALYSIS }
    await tx
      .insert(searchBuilds)
      .values({ engine: ENGINE, ...fresh })
      .onConflictDoUpdate({ target: searchBuilds.engine, set: fresh })
  })
}

const INDEXES = [
  { name: "documents_terms_idx", on: sql`documents using gin (terms) with (gin_pending_list_limit = 128)` },
  { name: "documents_category_id_id_idx", on: sql`documents (category_id, id desc)` },
  { name: "documents_author_id_id_idx", on: sql`documents (author_id, id desc)` },
  { name: "titles_term_document_id_idx", on: sql`titles (term, document_id)` },
  { name: "words_stem_idx", on: sql`words (stem)` },
  { name: "words_grams_idx", on: sql`words using gin (grams) with (gin_pending_list_limit = 128)` },
]

/** Counts, makes the indexes, and gives the new index the name of the live one, between two searches. */
async function finish(db: Db): Promise<void> {
  await patiently(db, count)
  for (const { name, on } of INDEXES)
    await patiently(db, (tx) =>
      tx.execute(sql`create index if not exists ${sql.identifier(name)} on search_next.${on}`),
    )
  for (const table of ["documents", "words", "titles"])
    await patiently(db, (tx) => tx.execute(sql`analyze search_next.${sql.identifier(table)}`))
  await transact(db, async (tx) => {
    await tx.execute(sql`drop schema search_index cascade`)
    await tx.execute(sql`drop table search_next.gathered`)
    await tx.execute(sql`alter schema search_next rename to search_index`)
    // What was taken away meanwhile, and is not yet taken up, stays away.
    await tx.execute(sql`update search_index.documents set category_id = '00000000-0000-0000-0000-000000000000'
      where id in (select document_id from ${searchChanges} where engine = ${ENGINE} and removed = 'yes')`)
    await tx.delete(searchBuilds).where(eq(searchBuilds.engine, ENGINE))
    await noteVersion(tx, ENGINE)
  })
}

/** What goes over all documents takes as long as it takes. */
const patiently = (db: Db, work: (tx: Tx) => Promise<unknown>): Promise<unknown> =>
  transact(db, async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`)
    await work(tx)
  })

/** In how many documents each term and each word occurs, and the sums; for each gram, see `countGrams`. */
async function count(tx: Tx): Promise<void> {
  await tx.execute(sql`truncate search_next.statistics, search_next.words`)
  await tx.execute(sql`insert into search_next.statistics (term, amount)
    select term, count(*) from search_next.documents, unnest(terms) as term group by term`)
  await tx.execute(sql`insert into search_next.statistics (term, amount)
    select sums.term, sums.amount from (select count(*) as documents, coalesce(sum(gram_length), 0) as grams,
      coalesce(sum(stem_length), 0) as stems from search_next.documents) as s,
    lateral (values (${SUMS.documents}::int, s.documents), (${SUMS.grams}::int, s.grams),
      (${SUMS.stems}::int, s.stems)) as sums(term, amount)`)
  await tx.execute(sql`insert into search_next.words (word, documents, term, stem, grams)
    select g.word, s.amount, g.term, g.stem, g.grams
    from (select distinct on (word collate "C") * from search_next.gathered order by word collate "C") as g
    join search_next.statistics s on s.term = g.term`)
  await countGrams(tx)
}

/** How many documents say how rare a gram is: enough, and a second's work however many there are. */
const SAMPLE = 5_000

/** In about how many documents each gram occurs: counted in a sample; what is not in it, by all of its words. */
async function countGrams(tx: Tx): Promise<void> {
  const { rows: sums } = await tx.execute<{ documents: string }>(
    sql`select amount as documents from search_next.statistics where term = ${SUMS.documents}`,
  )
  const all = Number(sums[0]?.documents ?? 0)
  const percent = Math.min(100, (100 * SAMPLE) / Math.max(1, all))
  const { rows } = await tx.execute<{ words: string }>(
    sql`select words from search_next.documents tablesample system (${percent}) repeatable (1)`,
  )
  const counted = new Map<number, number>()
  for (const row of rows) for (const gram of gramsIn(row)) counted.set(gram, (counted.get(gram) ?? 0) + 1)
  const grams = [...counted.keys()]
  const amounts = [...counted.values()].map((count) => Math.round((count * all) / rows.length))
  await tx.execute(sql`insert into search_next.statistics (term, amount)
    select gram, coalesce(c.amount, w.amount) from (
      select gram, sum(documents) as amount from search_next.words, unnest(grams) as gram group by gram) as w
    left join unnest(${sql.param(grams)}::int[], ${sql.param(amounts)}::bigint[]) as c(gram, amount) using (gram)`)
}
