import { type SQL, sql } from "drizzle-orm"
import { mayForget } from "../../kernel/audit.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { isPersonal } from "../privacy/entries.ts"
import type { Traces } from "./names.ts"
import type { LeavingWork } from "./parts.ts"

type Column = { table: string; name: string; kind: "text" | "jsonb" | "list"; hasId: boolean }

const BATCH = 200
/** The person's own rows are settled last: until then the name has to be known. */
const OWN_TABLES = ["people", "leavings"]

/**
 * Takes name and address out of every text that is stored anywhere, also of others. What tables there are the database
 * says, so that none is forgotten; a catalogue can except a column, with a reason.
 */
export async function rewriteTexts({ db, catalogue, leaving }: LeavingWork, traces: Traces): Promise<void> {
  const excepted = new Set(
    catalogue.flatMap((entry) =>
      isPersonal(entry) && entry.keepsNames ? entry.columns.map((name) => `${entry.table}.${name}`) : [],
    ),
  )
  const columns = await listTextColumns(db)
  for (const column of columns) {
    if (OWN_TABLES.includes(column.table) || excepted.has(`${column.table}.${column.name}`)) continue
    await rewriteColumn(db, column, traces, async (tx, ids) => {
      for (const { rewritten } of leaving) await rewritten?.(tx, column.table, ids)
    })
  }
}

/**
 * Of our own tables, without what PostgreSQL makes itself. Of the audit log nobody writes but the details, and nothing
 * else of it can be changed.
 */
async function listTextColumns(db: Db): Promise<Column[]> {
  const { rows } = await db.execute<Column>(sql`
    select c.table_name as "table", c.column_name as name,
      case c.data_type when 'ARRAY' then 'list' else c.data_type end as kind,
      exists (select 1 from information_schema.columns own where own.table_schema = c.table_schema
        and own.table_name = c.table_name and own.column_name = 'id') as "hasId"
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
      and (c.table_name <> 'audit_log' or c.column_name = 'detail')
      and (c.data_type in ('text', 'jsonb') or c.udt_name = '_text')
    order by c.table_name collate "C", c.ordinal_position`)
  return rows
}

/** In batches by the place of the rows: what is rewritten gets a later one, and is found to hold nothing any more. */
async function rewriteColumn(
  db: Db,
  column: Column,
  { pattern, without }: Traces,
  told: (tx: Tx, ids: string[]) => Promise<void>,
): Promise<void> {
  const table = sql.identifier(column.table)
  const name = sql.identifier(column.name)
  let last: string | null = "(0,0)"
  while (last !== null) {
    const after: string = last
    last = await transact(db, async (tx) => {
      const { rows } = await tx.execute<{ place: string; id: string | null; value: unknown }>(sql`
        select ctid::text as place, ${column.hasId ? sql`id::text` : sql`null`} as id, ${name} as value from ${table}
        where ctid > ${after}::tid and ${name}::text collate "und-x-icu" ~* ${pattern}
        order by ctid limit ${BATCH} for update`)
      const changed = rows.flatMap(({ place, id, value }) => {
        const kept = column.table === "audit_log" ? lessOf(value, without) : withoutIn(value, without)
        return JSON.stringify(kept) === JSON.stringify(value) ? [] : [{ place, id, kept }]
      })
      if (changed.length > 0) {
        if (column.table === "audit_log") await mayForget(tx)
        await put(tx, { table, name, kind: column.kind }, changed)
        const ids = changed.flatMap(({ id }) => id ?? [])
        if (ids.length > 0) await told(tx, ids)
      }
      return rows.length < BATCH ? null : (rows.at(-1)?.place ?? null)
    })
  }
}

type Place = { table: SQL | ReturnType<typeof sql.identifier>; name: ReturnType<typeof sql.identifier> }

async function put(
  tx: Tx,
  { table, name, kind }: Place & Pick<Column, "kind">,
  changed: { place: string; kept: unknown }[],
): Promise<void> {
  const places = changed.map(({ place }) => place)
  const values = changed.map(({ kept }) => (kind === "text" ? String(kept) : JSON.stringify(kept)))
  const value = {
    text: sql`changed.value`,
    jsonb: sql`changed.value::jsonb`,
    list: sql`array(select jsonb_array_elements_text(changed.value::jsonb))`,
  }[kind]
  await tx.execute(sql`update ${table} own set ${name} = ${value}
    from unnest(${sql.param(places)}::tid[], ${sql.param(values)}::text[]) as changed (place, value)
    where own.ctid = changed.place`)
}

/** Every text within, whatever it is stored in; names of fields stay. */
function withoutIn(value: unknown, without: Traces["without"]): unknown {
  if (typeof value === "string") return without(value)
  if (Array.isArray(value)) return value.map((one) => withoutIn(one, without))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutIn(one, without)]))
}

/** The audit log can only lose: a detail with the name in it is left out as a whole. */
const lessOf = (detail: unknown, without: Traces["without"]) =>
  Object.fromEntries(
    Object.entries(Object(detail)).filter(
      ([, one]) => JSON.stringify(withoutIn(one, without)) === JSON.stringify(one),
    ),
  )
