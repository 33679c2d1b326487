import { sql } from "drizzle-orm"
import { date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { people } from "../../accounts/index.ts"
import { cohortSteps, cohorts } from "../tables.ts"

/** Whom a single entry is shown to: the facilitators of a cohort, or its learners and facilitators. */
export const AUDIENCES = ["facilitator", "group"] as const
export type Audience = (typeof AUDIENCES)[number]

/** Of the person alone. Title and text are only ever stored sealed. */
export const journalEntries = pgTable(
  "journal_entries",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** What it is about; the entry stays when that is deleted. */
    cohortId: uuid("cohort_id").references(() => cohorts.id, { onDelete: "set null" }),
    cohortStepId: uuid("cohort_step_id").references(() => cohortSteps.id, { onDelete: "set null" }),
    writtenOn: date("written_on").notNull(),
    keyId: text("key_id").notNull(),
    /** Nonce, tag and cipher text; bound to the entry and the person. */
    sealed: text("sealed").notNull(),
    sharedCohortId: uuid("shared_cohort_id").references(() => cohorts.id, { onDelete: "set null" }),
    sharedWith: text("shared_with").$type<Audience>(),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    index("journal_entries_person").on(table.personId, table.id),
    index("journal_entries_shared").on(table.sharedCohortId),
    index("journal_entries_key").on(table.keyId, table.id),
    index("journal_entries_cohort").on(table.cohortId).where(sql`cohort_id is not null`),
    index("journal_entries_cohort_step").on(table.cohortStepId).where(sql`cohort_step_id is not null`),
  ],
)
