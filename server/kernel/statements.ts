import { is, type Placeholder, SQL, type SQLWrapper, sql } from "drizzle-orm"
import type { Reader } from "./database.ts"

/** A value that is known when a statement is sent, or stands open in one that is built once. */
export type Open<T> = T | Placeholder
/** Open in a statement that is built once; filled by what is sent with it. */
export const open = (name: string): Placeholder => sql.placeholder(name)

/**
 * A number written out, for a limit: left open, PostgreSQL keeps no plan of the statement, as one for any limit has to
 * reckon with a tenth of all rows. Only for the few sizes that pages have.
 */
export const literal = (number: number): SQL => sql.raw(String(Math.trunc(number)))

/** `column in values` as one parameter, so that the statement's text is the same however many there are. */
export const among = (column: SQLWrapper, values: Open<readonly unknown[]> | SQL): SQL<boolean> =>
  sql<boolean>`${column} = any(${is(values, SQL) ? values : sql.param(values)})`

/**
 * A list that PostgreSQL is not shown when it plans. It plans anew for each length that it sees, in the hope of less work
 * for few; a statement over many tables is planned for longer than it runs.
 */
export const unseen = (values: Open<readonly unknown[]>, type: string): SQL =>
  sql`(select ${sql.param(values)}::${sql.raw(type)}[])::${sql.raw(type)}[]`

/** `among` such a list. */
export const amongUnseen = (column: SQLWrapper, values: Open<readonly unknown[]>, type: string) =>
  among(column, unseen(values, type))

type Built<T> = { prepare(name: string): { execute(values?: Record<string, unknown>): Promise<T> } }

/**
 * A statement that drizzle builds once for each shape and database instead of at every call; `values` fill what is left
 * open in it. Within a transaction it is built as any other.
 * @param build what depends on nothing but the shape
 */
export function statement<Shape extends readonly (boolean | string | number)[], T>(
  build: (reader: Reader, ...shape: Shape) => Built<T>,
) {
  const known = new WeakMap<Reader, Map<string, ReturnType<Built<T>["prepare"]>>>()
  return (reader: Reader, values: Record<string, unknown>, ...shape: Shape): Promise<T> => {
    const key = shape.join("|")
    const ofReader = known.get(reader) ?? new Map()
    known.set(reader, ofReader)
    // Nameless here: the connection names it, as it does all others.
    const prepared = ofReader.get(key) ?? build(reader, ...shape).prepare("")
    ofReader.set(key, prepared)
    return prepared.execute(values)
  }
}
