import { createHash } from "node:crypto"
import { is, type Placeholder, SQL, type SQLWrapper, sql } from "drizzle-orm"
import type { Reader } from "./database.ts"

/** Of different statements, those with a name: each connection of PostgreSQL keeps the plans of all of them. */
const MOST_NAMED = 300
const MOST_COUNTED = 4_000
/** A list of changing length makes a statement of its own each time, and a rare page is planned as quickly as it is. */
const OFTEN = 5

class Names {
  readonly #names = new Map<string, string>()
  #counts = new Map<string, number>()

  of(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known || this.#names.size >= MOST_NAMED) return known
    const count = (this.#counts.get(text) ?? 0) + 1
    if (count < OFTEN) {
      // A new beginning for what was seldom sent; names stay.
      if (this.#counts.size >= MOST_COUNTED) this.#counts = new Map()
      this.#counts.set(text, count)
      return undefined
    }
    this.#counts.delete(text)
    const name = createHash("sha256").update(text).digest("base64url").slice(0, 22)
    this.#names.set(text, name)
    return name
  }
}

let names: Names | null = new Names()

/**
 * Begins anew. A statement has a name from the fifth time that this process sends it, so that PostgreSQL parses and plans
 * it once a connection. Said at the start of a process; with false every statement is sent without a name.
 */
export function nameStatements(on: boolean): void {
  names = on ? new Names() : null
}

export const nameOf = (text: string): string | undefined => names?.of(text)

/** What a connection is asked, with a name where it has parameters; what begins or ends a transaction has none. */
export function named(asked: unknown[]): unknown[] {
  const [statement, values] = asked
  if (!isNameable(statement) || !Array.isArray(values) || values.length === 0) return asked
  const name = nameOf(statement.text)
  return name ? [{ ...statement, name }, ...asked.slice(1)] : asked
}

const isNameable = (statement: unknown): statement is { text: string } =>
  typeof statement === "object" &&
  statement !== null &&
  "text" in statement &&
  typeof statement.text === "string" &&
  !("name" in statement && statement.name)

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
