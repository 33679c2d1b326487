import type { Bilingual } from "../../kernel/actor.ts"
import type { Db, Reader } from "../../kernel/database.ts"
import type { HeldType } from "./tables.ts"

/** Ids of people and threads that must not be touched. */
export type Held = Record<HeldType, string[]>

/** A kind of data for which the authority sets how long it is kept. Its module knows what is old and how it goes. */
export type RetentionKind = {
  name: string
  title: Bilingual
  /** What goes, what stays, and from when the days count. */
  explained: Bilingual
  /** How many there are that are older, without what is on hold. */
  count: (reader: Reader, before: Date, held: Held) => Promise<number>
  /** Lets exactly those go. May be done again after a stop. */
  remove: (db: Db, before: Date, held: Held) => Promise<void>
}
