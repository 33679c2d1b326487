import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { people } from "../../accounts/index.ts"
import { posts } from "../tables.ts"

/**
 * Whom a post names with "@". The text itself stays what was typed, whatever people are called later: who is meant
 * stands here, by id. A row stays where an edit takes the name out again, so that nobody is told of one post twice.
 */
export const mentions = pgTable(
  "mentions",
  {
    postId: uuid("post_id")
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** As it stands in the text behind the sign; empty once the post was redacted. */
    name: text("name").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.personId] }),
    index("mentions_person").on(table.personId),
  ],
)
