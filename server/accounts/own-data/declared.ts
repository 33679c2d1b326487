import { eq, getTableName, type SQL } from "drizzle-orm"
import type { PgColumn, PgTable } from "drizzle-orm/pg-core"
import type { Bilingual } from "../../kernel/actor.ts"
import type { Chapter, Loader, Value } from "./chapter.ts"

/** What a value is called, and where it comes from. */
type Field = Bilingual & {
  column: PgColumn | SQL
  /** Where it is not shown as it is stored. */
  shown?: (stored: Value) => Value
}
export type Join = [table: PgTable, on: SQL]

export type DeclaredChapter = Pick<Chapter, "name" | "title" | "inWords"> & {
  from: PgTable
  /** Names of tables whose rows lead to the same chapter, besides `from`. */
  also?: string[]
  joins?: Join[]
  /** The column with the person that a row is about. */
  owner: PgColumn
  fields: Record<string, Field>
  order: (PgColumn | SQL)[]
}

/** A chapter with a line for each row of one table. */
export const ofPerson =
  ({ from, also = [], joins = [], owner, fields, order, ...named }: DeclaredChapter): Loader =>
  async (reader, actor) => {
    const columns = Object.fromEntries(Object.entries(fields).map(([field, { column }]) => [field, column]))
    const query = reader.select(columns).from(from).$dynamic()
    // The query is one object: it takes every join in.
    for (const [table, on] of joins) query.innerJoin(table, on)
    const rows = await query.where(eq(owner, actor.id)).orderBy(...order)
    const lineOf = (row: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(fields).map(([field, { shown }]) => {
          const value = plainValue(row[field])
          return [field, shown ? shown(value) : value]
        }),
      )
    return { ...named, tables: [getTableName(from), ...also], labels: fields, rows: rows.map(lineOf) }
  }

/** What the field `file` of `withFiles` is called. */
export const inArchive: Bilingual = { de: "Im Archiv", en: "In the archive" }

/**
 * Rows with the files that they stand for, which lie in one folder of the archive. Their number is in the name, because
 * two may have the same one.
 */
export function withFiles<Row extends Record<string, Value>>(
  folder: string,
  found: { key: string; name: string; row: Row }[],
): Required<Pick<Chapter, "rows" | "files">> {
  const taken = found.map(({ key, name, row }, index) => {
    return { key, row, path: `${folder}/${index + 1}-${name}` }
  })
  return {
    rows: taken.map(({ row, path }) => ({ ...row, file: path })),
    files: taken.map(({ key, path }) => ({ path, key })),
  }
}

function plainValue(stored: unknown): Value {
  if (stored instanceof Date) return stored.toISOString()
  if (Array.isArray(stored)) return stored.join(", ")
  if (stored === null) return null
  if (typeof stored === "string" || typeof stored === "number" || typeof stored === "boolean") return stored
  throw new Error("a field of a chapter has a single value")
}
