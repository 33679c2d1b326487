import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type pg from "pg"
import { from as copyFrom } from "pg-copy-streams"

export type Row = readonly (string | number | boolean | null)[]

/** `table.column`, what the schema has: an older one gets the others from its migrations. */
export async function knownColumns(pool: pg.Pool): Promise<Set<string>> {
  const { rows } = await pool.query<{ name: string }>(
    "select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'",
  )
  return new Set(rows.map(({ name }) => name))
}

/** Of longer rows what the columns take. */
export async function copy(
  pool: pg.Pool,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return
  const client = await pool.connect()
  try {
    const into = client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin`))
    await pipeline(
      Readable.from(rows.map((row) => `${row.slice(0, columns.length).map(escaped).join("\t")}\n`)),
      into,
    )
  } finally {
    client.release()
  }
}

const escaped = (value: Row[number]) =>
  value === null
    ? "\\N"
    : String(value).replace(
        /[\\\n\r\t]/g,
        (sign) => ({ "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" })[sign] ?? sign,
      )
