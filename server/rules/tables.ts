import { sql } from "drizzle-orm"
import { boolean, date, index, integer, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { people } from "../accounts/index.ts"

/** The rules of use, edition by edition. One without a number is the draft; there is one at most. */
export const rulesEditions = pgTable(
  "rules_editions",
  {
    id: uuid("id").primaryKey(),
    number: integer("number"),
    body: text("body").notNull(),
    html: text("html").notNull(),
    /** What is new, in a few words for everybody. */
    summary: text("summary").notNull(),
    /** Who drew it up, such as a cohort by its name; empty where editors did. */
    source: text("source").notNull(),
    /** Whoever put the draft out looks after it. */
    proposedById: uuid("proposed_by_id")
      .notNull()
      .references(() => people.id),
    /** The last day for comments on the draft. */
    commentsUntil: date("comments_until").notNull(),
    publishedOn: date("published_on"),
    /** Whether everybody is asked to accept it before they write. Small corrections ask nobody anew. */
    isAsked: boolean("is_asked").notNull(),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    unique("rules_editions_number").on(table.number),
    uniqueIndex("rules_editions_draft").on(sql`(number is null)`).where(sql`number is null`),
    index("rules_editions_proposed_by").on(table.proposedById),
  ],
)

/** What colleagues say to a draft. It goes when the edition is published. */
export const rulesComments = pgTable(
  "rules_comments",
  {
    id: uuid("id").primaryKey(),
    editionId: uuid("edition_id")
      .notNull()
      .references(() => rulesEditions.id, { onDelete: "cascade" }),
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    body: text("body").notNull(),
  },
  (table) => [
    index("rules_comments_edition").on(table.editionId),
    index("rules_comments_author").on(table.authorId),
  ],
)

/** The latest edition that a person accepted. When they did is not kept, and nobody gets a list. */
export const rulesAcceptances = pgTable(
  "rules_acceptances",
  {
    personId: uuid("person_id")
      .primaryKey()
      .references(() => people.id),
    editionId: uuid("edition_id")
      .notNull()
      .references(() => rulesEditions.id, { onDelete: "cascade" }),
  },
  (table) => [index("rules_acceptances_edition").on(table.editionId)],
)
