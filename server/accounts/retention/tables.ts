import { sql } from "drizzle-orm"
import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant } from "../../kernel/tables.ts"
import { people } from "../tables.ts"

/** For how long a kind of data is kept; without a row it is kept for good. What kinds there are the modules declare. */
export const retentionRules = pgTable("retention_rules", {
  kind: text("kind").primaryKey(),
  days: integer("days").notNull(),
})

export const HELD_TYPES = ["person", "thread"] as const
export type HeldType = (typeof HELD_TYPES)[number]

/** What must not be deleted for now, for a reason: no rule and no leaving touches it. */
export const legalHolds = pgTable(
  "legal_holds",
  {
    id: uuid("id").primaryKey(),
    subjectType: text("subject_type").$type<HeldType>().notNull(),
    subjectId: uuid("subject_id").notNull(),
    reason: text("reason").notNull(),
    placedById: uuid("placed_by_id")
      .notNull()
      .references(() => people.id),
    placedAt: instant("placed_at").notNull(),
    liftedAt: instant("lifted_at"),
  },
  (table) => [
    uniqueIndex("legal_holds_subject")
      .on(table.subjectType, table.subjectId)
      .where(sql`${table.liftedAt} is null`),
    index("legal_holds_placed_by").on(table.placedById),
  ],
)
