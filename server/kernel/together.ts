import { Column, getTableColumns, is, SQL, type SQLWrapper, sql, Table } from "drizzle-orm"

/** A select of drizzle's, with what it selects. */
type Select<Row> = SQLWrapper & PromiseLike<Row[]> & { readonly _: { readonly selectedFields: unknown } }

/** What a select is from whose values have selects of their own. */
export const NOTHING = sql`(select) nothing`

/**
 * The rows of a select as one value of another, for a page that shows a few of each of several lists: one statement in
 * place of several. A long list is quicker by itself, as all of this passes through JSON; so does what is written as SQL,
 * which has to be of a type that is the same there.
 */
export function rowsOf<Row>(select: Select<Row>): SQL<Row[]> {
  const places = { next: 0 }
  const read = readerOf(select._.selectedFields, places)
  // By their places: two columns of a select may have one name.
  const names = sql.raw(Array.from({ length: places.next }, (_, at) => `c${at}`).join(", "))
  return sql`(select coalesce(json_agg(json_build_array(${names})), '[]')
    from (${select.getSQL()}) listed(${names}))`.mapWith((rows: unknown[][]) => rows.map(read) as Row[])
}

/** The same of rows that are written as SQL, each column named as its field; nothing is converted but by JSON. */
export const listOf = <Row>(rows: SQL): SQL<Row[]> =>
  sql<Row[]>`(select coalesce(json_agg(row_to_json(listed)), '[]') from (${rows}) listed)`

type Read = (row: unknown[]) => unknown

/** Reads values in the order in which drizzle selects them. */
function readerOf(selected: unknown, places: { next: number }): Read {
  if (is(selected, SQL)) {
    const at = places.next++
    return (row) => row[at]
  }
  if (is(selected, Column)) {
    if (!SAME_IN_JSON.test(selected.getSQLType())) throw new Error(`${selected.name} is another one in JSON`)
    const at = places.next++
    return (row) => (row[at] === null ? null : selected.mapFromDriverValue(row[at]))
  }
  return groupReaderOf(is(selected, Table) ? getTableColumns(selected) : Object(selected), places)
}

/** As JSON, a number may lose digits, and bytes are written otherwise. */
const SAME_IN_JSON = /^(uuid|text|boolean|integer|smallint|date|jsonb?|timestamp.*)(\[\])*$/

function groupReaderOf(group: Record<string, unknown>, places: { next: number }): Read {
  const first = places.next
  const fields = Object.entries(group).map(([name, field]) => [name, readerOf(field, places)] as const)
  // As drizzle says it: a join that found nothing.
  const [opening] = Object.values(group)
  const isRow = is(opening, Column) && opening.notNull
  return (row) =>
    isRow && row[first] === null ? null : Object.fromEntries(fields.map(([name, read]) => [name, read(row)]))
}
