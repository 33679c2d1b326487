import { sql } from "drizzle-orm"
import {
  bigint,
  customType,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core"
import { instant } from "../kernel/tables.ts"
import type { EngineName } from "./model.ts"

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" })

/**
 * What an engine does not know yet. A row is written with the change itself and deleted when the engine has taken it;
 * it only ever grows at its end, so that no write waits for another.
 */
export const searchChanges = pgTable(
  "search_changes",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    engine: text("engine").$type<EngineName>().notNull(),
    documentId: uuid("document_id").notNull(),
    /** Gone from everybody's sight at once, whether an engine answers or not. */
    removed: text("removed").$type<"yes" | "no">().notNull().default("no"),
  },
  (table) => [
    index("search_changes_engine").on(table.engine, table.id),
    index("search_changes_removed").on(table.engine).where(sql`removed = 'yes'`),
  ],
)

/** An index that is being built beside the live one. */
export const searchBuilds = pgTable("search_builds", {
  engine: text("engine").$type<EngineName>().primaryKey(),
  /** Everything up to this id is built. */
  reachedId: uuid("reached_id"),
  startedAt: instant("started_at").notNull(),
  /** By which version of the analysis (`german.ts`). */
  analysis: integer("analysis").notNull().default(1),
})

/** By which version of the analysis each engine's live index was built; without a row, by the first. */
export const searchVersions = pgTable("search_versions", {
  engine: text("engine").$type<EngineName>().primaryKey(),
  analysis: integer("analysis").notNull(),
})

/** Terms that mean the same: an abbreviation and what it stands for. */
export const searchSynonyms = pgTable("search_synonyms", {
  id: uuid("id").primaryKey(),
  terms: text("terms").array().notNull(),
})

/** A search that found nothing: its words, without numbers and what looks like a name. Deleted after 90 days. */
export const searchMisses = pgTable(
  "search_misses",
  {
    id: uuid("id").primaryKey(),
    /** Folded and sorted words, so that the same wish is one row. */
    query: text("query").notNull(),
    /** The one category that was searched in; null: all that the person reads. */
    categoryId: uuid("category_id"),
    /** As somebody typed it, without numbers and names. */
    shown: text("shown").notNull(),
    /** The day on which the fifth person searched for it; null before. */
    shownSince: date("shown_since"),
    day: date("day").notNull(),
  },
  (table) => [
    unique("search_misses_query").on(table.query, table.categoryId).nullsNotDistinct(),
    index("search_misses_day").on(table.day),
  ],
)

/** Who of today searched for it, as a hash under a key of the day; key and hashes are deleted at the day's end. */
export const searchMissSeekers = pgTable(
  "search_miss_seekers",
  {
    missId: uuid("miss_id")
      .notNull()
      .references(() => searchMisses.id, { onDelete: "cascade" }),
    day: date("day").notNull(),
    seeker: bytea("seeker").notNull(),
  },
  (table) => [primaryKey({ columns: [table.missId, table.day, table.seeker] })],
)
