import { integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core"
import { cohortMembers, cohorts } from "../tables.ts"

/** What a cohort assesses. No row: the default of the software. */
export const competenceChoices = pgTable("competence_choices", {
  cohortId: uuid("cohort_id")
    .primaryKey()
    .references(() => cohorts.id, { onDelete: "cascade" }),
  /** Keys of the frameworks, in their order. */
  competences: text("competences").array().notNull(),
  version: integer("version").notNull().default(1),
})

export const POINTS = ["start", "middle", "end"] as const
/** When one rates oneself; the middle is read where somebody wrote it when it was asked for, too. */
export const RATED_POINTS = ["start", "end"] as const
export type RatedPoint = (typeof RATED_POINTS)[number]
export type Point = (typeof POINTS)[number]

/** One competence as somebody judges it; a level of null is "not judged". In a table it is a `storedLevel`. */
export type Rating = { competence: string; level: number | null; sentence: string }

/** For the learner alone: nobody else reads this table. What goes into the assessment is a copy. */
export const selfRatings = pgTable(
  "self_ratings",
  {
    id: uuid("id").primaryKey(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => cohortMembers.id, { onDelete: "cascade" }),
    point: text("point").$type<Point>().notNull(),
    ratings: jsonb("ratings").$type<Rating[]>().notNull(),
    version: integer("version").notNull().default(1),
  },
  (table) => [unique("self_ratings_once").on(table.memberId, table.point)],
)
