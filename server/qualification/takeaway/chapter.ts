import type { Actor, Locale } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"

export type Bilingual = Record<Locale, string>
export type Value = string | number | boolean | null

/** One sort of things that a person takes along: rows, and what their fields are called. */
export type Chapter = {
  /** Of its file in the archive. */
  name: string
  title: Bilingual
  /** Where it comes from; a test holds these against all tables that name a person. */
  tables: string[]
  labels: Record<string, Bilingual>
  rows: Record<string, Value>[]
}

export type Loader = (reader: Reader, actor: Actor) => Promise<Chapter>
