import { sql } from "drizzle-orm"
import { boolean, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core"
import { people } from "../accounts/index.ts"

/**
 * What somebody was told: ids only, so that every look at it asks for the rights of this moment. The id tells the time.
 * Whether it was read is for the person alone, and when is kept nowhere.
 */
export const inboxEntries = pgTable(
  "inbox_entries",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** The name of the notice that it comes from. */
    notice: text("notice").notNull(),
    /** What it is about: a post, or what the notice's module knows by this id. */
    subjectId: uuid("subject_id").notNull(),
    /** What belongs together, such as everything of a thread. */
    groupId: uuid("group_id").notNull(),
    isRead: boolean("is_read").notNull().default(false),
  },
  (table) => [
    unique("inbox_entries_same").on(table.personId, table.notice, table.subjectId),
    index("inbox_entries_person").on(table.personId, table.isRead, table.id.desc().nullsFirst()),
    index("inbox_entries_unread").on(table.personId, table.groupId).where(sql`not is_read`),
  ],
)
