import { boolean, date, index, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { cohortMembers, cohorts } from "../tables.ts"

/** What a learner needs to set the platform up, and only the administration gives. */
export const REQUESTED_ROLE = "editor"

/** That a learner is given the role; the latest of each. Kept by days, without times. */
export const roleRequests = pgTable(
  "role_requests",
  {
    id: uuid("id").primaryKey(),
    cohortId: uuid("cohort_id")
      .notNull()
      .references(() => cohorts.id, { onDelete: "cascade" }),
    /** The learner whom it is for. */
    memberId: uuid("member_id")
      .notNull()
      .unique("role_requests_member")
      .references(() => cohortMembers.id, { onDelete: "cascade" }),
    requesterId: uuid("requester_id").references(() => cohortMembers.id, { onDelete: "set null" }),
    /** What it is needed for, in the words of the facilitator. */
    reason: text("reason").notNull(),
    requestedOn: date("requested_on").notNull(),
    /** Null: nobody has decided yet. */
    granted: boolean("granted"),
    decidedOn: date("decided_on"),
    /** Why it was declined. */
    answer: text("answer").notNull().default(""),
  },
  (table) => [
    index("role_requests_cohort").on(table.cohortId),
    index("role_requests_requester").on(table.requesterId),
  ],
)
