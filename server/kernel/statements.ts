import { createHash } from "node:crypto"
import pg from "pg"

/** Of different statements, those with a name; a list of changing length makes a statement of its own each time. */
const MOST_NAMED = 400
const MOST_REMEMBERED = 4_000

/** By text; undefined for what was asked once so far. */
const names = new Map<string, string | undefined>()
let named = 0

/**
 * The name under which a connection keeps a statement prepared, so that PostgreSQL parses and plans it once; from the
 * second time that this process sends it. What is sent once (a list of another length) stays without.
 */
export function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known) return known
  if (!names.has(text)) {
    // A new beginning for what came once each; names stay.
    if (names.size >= MOST_REMEMBERED)
      for (const [other, name] of names) if (name === undefined) names.delete(other)
    names.set(text, undefined)
    return undefined
  }
  if (named >= MOST_NAMED) return undefined
  named += 1
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 22)
  names.set(text, name)
  return name
}

/**
 * A connection that gives names to the statements with parameters that pass through it. What ends or begins a
 * transaction has none and is sent as before.
 */
export class NamingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: one signature for the seven that the library declares
  override query(...sent: any[]): any {
    const [statement, values] = sent
    if (isNameable(statement) && Array.isArray(values) && values.length > 0) {
      const name = nameOf(statement.text)
      if (name) sent[0] = { ...statement, name }
    }
    return (super.query as (...all: unknown[]) => unknown)(...sent)
  }
}

const isNameable = (statement: unknown): statement is { text: string } =>
  typeof statement === "object" &&
  statement !== null &&
  "text" in statement &&
  typeof statement.text === "string" &&
  !("submit" in statement) &&
  !("name" in statement && statement.name !== undefined)
