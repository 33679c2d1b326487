import type { Actor, Bilingual, Locale } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import type { Keys } from "../../kernel/key-file.ts"

export type Value = string | number | boolean | null

/** One sort of things that a person takes along: rows, and what their fields are called. */
export type Chapter = {
  /** Of its file in the archive, where no other chapter is called so. */
  name: string
  title: Bilingual
  /** Where it comes from; a test holds these against all tables that name a person. */
  tables: string[]
  labels: Record<string, Bilingual>
  rows: Record<string, Value>[]
  /** What of it lies in the file store, by its key, and where it is put in the archive. */
  files?: { path: string; key: string }[]
  /** Where the page says a value in other words than the JSON. */
  inWords?: (field: string, value: string, locale: Locale) => string
}

/**
 * Each module declares one for each sort of things that it keeps of a person: what is about them, and nothing about
 * others. Of the journal's keys, only the journal knows what to do with them.
 */
export type Loader = (reader: Reader, actor: Actor, keys: Keys | null) => Promise<Chapter>
