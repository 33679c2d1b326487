import { boolean, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { cohortMembers, cohorts } from "../tables.ts"

/** The few questions about one's own experience with digital media. */
export const EXPERIENCE_QUESTIONS = ["helps", "hinders", "wish"] as const
export type ExperienceQuestion = (typeof EXPERIENCE_QUESTIONS)[number]
export const MEDIA = ["mail", "phone", "chat", "video", "shared-files", "forum", "wiki"] as const
export type Medium = (typeof MEDIA)[number]

export type ExperienceAnswers = Record<ExperienceQuestion, string>

/** One of a learner. No time is kept, and nothing outside says whose it is where the person wishes so. */
export const experiences = pgTable(
  "experiences",
  {
    memberId: uuid("member_id")
      .primaryKey()
      .references(() => cohortMembers.id, { onDelete: "cascade" }),
    cohortId: uuid("cohort_id")
      .notNull()
      .references(() => cohorts.id, { onDelete: "cascade" }),
    anonymous: boolean("anonymous").notNull(),
    media: text("media").array().$type<Medium[]>().notNull(),
    answers: jsonb("answers").$type<ExperienceAnswers>().notNull(),
  },
  (table) => [index("experiences_cohort").on(table.cohortId)],
)

/** A work process of the department, as the group walks through it. It is the group's, so nobody is named. */
export const workProcesses = pgTable(
  "work_processes",
  {
    id: uuid("id").primaryKey(),
    cohortId: uuid("cohort_id")
      .notNull()
      .references(() => cohorts.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    steps: text("steps").notNull(),
    media: text("media").notNull(),
    pain: text("pain").notNull(),
    change: text("change").notNull(),
    version: integer("version").notNull().default(1),
  },
  (table) => [index("work_processes_cohort").on(table.cohortId)],
)
