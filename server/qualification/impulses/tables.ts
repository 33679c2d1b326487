import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { cohortMembers, cohortSteps } from "../tables.ts"

/** What a learner does with an impulse. No row: nothing yet. */
export const IMPULSE_STATES = ["draft", "done", "later", "passed"] as const
export type ImpulseState = (typeof IMPULSE_STATES)[number]

/** With whom an answer is shared. */
export const SHARED_WITH = ["group", "facilitator"] as const
export type SharedWith = (typeof SHARED_WITH)[number]

/**
 * For the learner alone; what is shared is a copy as it was then, and goes when it is taken back. There is no time in
 * it, by intention, and no id that would carry one.
 */
export const impulseAnswers = pgTable(
  "impulse_answers",
  {
    cohortStepId: uuid("cohort_step_id")
      .notNull()
      .references(() => cohortSteps.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => cohortMembers.id, { onDelete: "cascade" }),
    state: text("state").$type<ImpulseState>().notNull(),
    /** One for each question of the form, in its order; without a form one free answer. */
    answers: jsonb("answers").$type<string[]>().notNull(),
    sharedWith: text("shared_with").$type<SharedWith>(),
    sharedAnswers: jsonb("shared_answers").$type<string[]>(),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.cohortStepId, table.memberId] }),
    index("impulse_answers_member").on(table.memberId),
  ],
)
