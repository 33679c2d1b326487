import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { people } from "../../accounts/index.ts"
import { cohorts } from "../tables.ts"

/** Who has been sent the invitations of a cohort, and is told its changes from then on. */
export const cohortInvitations = pgTable(
  "cohort_invitations",
  {
    cohortId: uuid("cohort_id")
      .notNull()
      .references(() => cohorts.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
  },
  (table) => [
    primaryKey({ columns: [table.cohortId, table.personId] }),
    index("cohort_invitations_person").on(table.personId),
  ],
)

/** The private calendar of a person: whoever knows the address reads it, so only its hash is kept. */
export const calendarFeeds = pgTable("calendar_feeds", {
  personId: uuid("person_id")
    .primaryKey()
    .references(() => people.id),
  /** SHA-256 of the token in the address. */
  tokenHash: text("token_hash").notNull().unique(),
})
