import { createHash } from "node:crypto"

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
