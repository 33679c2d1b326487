import { sql } from "drizzle-orm"
import { date, index, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { people } from "../../accounts/index.ts"
import { cohortMembers } from "../tables.ts"

/**
 * When what somebody wrote for themselves is deleted, because they were taken out of a cohort or their account was
 * closed. Until then it can be taken along, and a mistake can be undone.
 */
export const departures = pgTable(
  "departures",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** Null: from everything, because the account was closed. */
    memberId: uuid("member_id").references(() => cohortMembers.id, { onDelete: "cascade" }),
    dueOn: date("due_on").notNull(),
  },
  (table) => [
    uniqueIndex("departures_member").on(table.memberId),
    uniqueIndex("departures_account").on(table.personId).where(sql`${table.memberId} is null`),
    index("departures_person").on(table.personId),
  ],
)
