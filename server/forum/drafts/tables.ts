import { sql } from "drizzle-orm"
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { people } from "../../accounts/index.ts"
import { instant } from "../../kernel/tables.ts"
import { categories, posts } from "../tables.ts"

/** What a draft is to become; the form of each is its own. */
export const DRAFT_KINDS = ["question", "answer", "comment"] as const
export type DraftKind = (typeof DRAFT_KINDS)[number]

/** What somebody sent by mail and has to look through before others read it: for its author alone, for two weeks. */
export const postDrafts = pgTable(
  "post_drafts",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    kind: text("kind").$type<DraftKind>().notNull(),
    /** Where a question is to stand. */
    categoryId: uuid("category_id").references(() => categories.id, { onDelete: "cascade" }),
    /** The question that is answered, or the post that is commented on. */
    postId: uuid("post_id").references(() => posts.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    body: text("body").notNull(),
    /** Uploads of the person that no post has yet. */
    attachmentIds: uuid("attachment_ids").array().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("post_drafts_person").on(table.personId, table.id),
    index("post_drafts_category").on(table.categoryId).where(sql`category_id is not null`),
    index("post_drafts_post").on(table.postId).where(sql`post_id is not null`),
    check("post_drafts_one_place", sql`num_nonnulls(category_id, post_id) = 1`),
  ],
)
