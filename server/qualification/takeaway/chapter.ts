import type { Actor, Locale } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import type { Keys } from "../../kernel/key-file.ts"

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
  /** What of it lies in the file store, by its key, and where it is put in the archive. */
  files?: { path: string; key: string }[]
}

/** Of the journal's keys, only the journal knows what to do with them. */
export type Loader = (reader: Reader, actor: Actor, keys: Keys | null) => Promise<Chapter>
