import { sql } from "drizzle-orm"
import type { Reader } from "./database.ts"

/** An order that indexes were built with and that the library underneath has changed since. */
export type ChangedCollation = {
  /** Null: the order of the database itself. */
  name: string | null
  /** By which version of ICU or glibc the indexes were built, and which one is running. */
  recorded: string
  actual: string
  /** Indexes that may be in the old order, by name. */
  indexes: string[]
}

/**
 * The collations whose library was replaced under the database: what lies in their indexes may be in another order than
 * what is compared now, and then entries are not found or stand there twice. What to do is in docs/operation.md.
 * Of PostgreSQL's own collations, those that an index of ours uses.
 */
export async function listChangedCollations(reader: Reader): Promise<ChangedCollation[]> {
  const { rows } = await reader.execute<ChangedCollation>(sql`
    with known as (
      select c.oid, c.collname as name, c.collversion as recorded, pg_collation_actual_version(c.oid) as actual,
        c.collnamespace = 'pg_catalog'::regnamespace as builtin
      from pg_collation c where c.collversion is not null
      union all
      select 'pg_catalog."default"'::regcollation, null, d.datcollversion, pg_database_collation_actual_version(d.oid),
        false
      from pg_database d where d.datname = current_database() and d.datcollversion is not null
    )
    select k.name, k.recorded, k.actual, coalesce(used.indexes, '[]'::json) as indexes
    from known k left join lateral (
      select json_agg(distinct i.indexrelid::regclass::text) as indexes from pg_index i
      where k.oid = any(i.indcollation::oid[])
    ) used on true
    where k.recorded is distinct from k.actual and k.actual is not null and (not k.builtin or used.indexes is not null)
    order by k.name collate "C" nulls first`)
  return rows
}
