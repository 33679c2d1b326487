import { randomUUID } from "node:crypto"
import type pg from "pg"

type Column = {
  name: string
  type: string
  isNullable: boolean
  hasDefault: boolean
  to: string | null
}

const COLUMNS = `
  select c.table_name as "table", c.column_name as name, c.udt_name as type, c.is_nullable = 'YES' as "isNullable",
    c.column_default is not null as "hasDefault",
    (select f.confrelid::regclass::text from pg_constraint f
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
      where f.contype = 'f' and f.conrelid = ('public.' || quote_ident(c.table_name))::regclass
        and a.attname = c.column_name limit 1) as "to"
  from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
  where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' and c.is_identity = 'NO'
  order by c.table_name, c.ordinal_position`

/**
 * Puts a row with these words in every text into every table, by the person wherever a column names one.
 * @returns the columns that hold the words now
 */
export async function plantEverywhere(client: pg.Pool, personId: string, words: string): Promise<string[]> {
  const { rows } = await client.query<Column & { table: string }>(COLUMNS)
  const tables = Map.groupBy(
    rows.filter(({ table }) => table !== "people"),
    ({ table }) => table,
  )
  const ids = new Map([["people", personId]])
  const waiting = new Set(tables.keys())
  while (waiting.size > 0) {
    const before = waiting.size
    for (const table of waiting) {
      const columns = tables.get(table) ?? []
      if (columns.some(({ to }) => to !== null && to !== table && waiting.has(to))) continue
      ids.set(table, await plant(client, table, columns, ids, words))
      waiting.delete(table)
    }
    if (waiting.size === before) throw new Error(`a circle of keys: ${[...waiting].join(", ")}`)
  }
  return columnsWith(client, words)
}

/** Where a check does not let everything be filled, in turn without what may be left out. */
async function plant(
  client: pg.Pool,
  table: string,
  columns: Column[],
  ids: Map<string, string>,
  words: string,
): Promise<string> {
  // Others refer to it by its id, which may be that of the row that it belongs to.
  const key = columns.find(({ name }) => name === "id") ?? columns[0]
  const id = (key?.to && ids.get(key.to)) || randomUUID()
  const optional = columns.filter(({ isNullable, to }) => isNullable && to !== null).map(({ name }) => name)
  const defaults = columns
    .filter(({ type, hasDefault }) => type === "text" && hasDefault)
    .map(({ name }) => name)
  const tries = [[], ...optional.map((name) => optional.filter((one) => one !== name)), optional, defaults]
  let fault: unknown
  for (const without of tries) {
    const filled = columns.filter(({ name, to }) => !without.includes(name) && to !== table)
    const names = filled.map(({ name }) => `"${name}"`).join(", ")
    const places = filled.map((_, index) => `$${index + 1}`).join(", ")
    const values = filled.map((column) => contentOf(column, id, ids, words))
    try {
      await client.query(`insert into "${table}" (${names}) values (${places})`, values)
      return id
    } catch (error) {
      fault = error
    }
  }
  throw new Error(`nothing can be planted in ${table}`, { cause: fault })
}

function contentOf({ name, type, to }: Column, id: string, ids: Map<string, string>, words: string): unknown {
  if (to !== null) return ids.get(to)
  if (type === "uuid") return name === "id" ? id : randomUUID()
  if (type === "text") return words
  if (type === "jsonb") return JSON.stringify({ body: words, parts: [words] })
  if (type === "_text") return [words]
  if (type === "_uuid") return []
  if (type === "bool") return false
  if (type === "bytea") return Buffer.from(id)
  if (type === "date") return "2026-01-12"
  if (type === "timestamptz") return "2026-01-12T08:00:00Z"
  return 1
}

/** Of every table of the database, those columns whose content holds the words. */
export async function columnsWith(client: pg.Pool, words: string): Promise<string[]> {
  const { rows } = await client.query<{ schema: string; table: string; name: string }>(`
    select c.table_schema as schema, c.table_name as "table", c.column_name as name
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema not in ('pg_catalog', 'information_schema') and t.table_type = 'BASE TABLE'
    order by 1, 2, c.ordinal_position`)
  const found: string[] = []
  for (const { schema, table, name } of rows) {
    const { rowCount } = await client.query(
      `select 1 from "${schema}"."${table}" where "${name}"::text ilike $1 limit 1`,
      [`%${words}%`],
    )
    if (rowCount) found.push(`${schema === "public" ? "" : `${schema}.`}${table}.${name}`)
  }
  return found
}
