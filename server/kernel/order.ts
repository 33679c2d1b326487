import { type SQL, type SQLWrapper, sql } from "drizzle-orm"

/**
 * How names stand in a list, in German and with numbers by their value: "Anton, Äcker, Zoe", "Team 2, Team 10".
 * The database's own order depends on how it was created ("Zoe" before "Äcker" where that is C), so every statement
 * that sorts text names this collation. A migration makes it; PostgreSQL has it from ICU.
 */
const GERMAN_ORDER = "german_order"

/** To sort by, to compare a keyset's cursor with, and to index: all three must be the same. */
export const byName = (text: SQLWrapper): SQL => sql`${text} collate ${sql.identifier(GERMAN_ORDER)}`

/** By the bytes: for codes, keys and words of a machine, whose order only has to be the same everywhere. */
export const byCode = (text: SQLWrapper): SQL => sql`${text} collate "C"`

const collator = new Intl.Collator("de", { numeric: true })

/** The same order for what is sorted in memory. Made once: making a collator costs more than a thousand comparisons. */
export const compareNames = (one: string, other: string): number => collator.compare(one, other)
