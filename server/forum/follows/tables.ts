import { type SQL, sql } from "drizzle-orm"
import { check, index, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { people } from "../../accounts/index.ts"
import { categories, threads } from "../tables.ts"

/** How much of it somebody wants to hear of; who muted a thing hears of it by nothing. */
export const LEVELS = ["all", "questions", "official", "muted"] as const
export type Level = (typeof LEVELS)[number]

/** By which tags are the same, whatever their capitals. */
export const tagKey = (tag: SQL) => sql`lower(${tag} collate "und-x-icu")`

/** What somebody follows or muted, one row each: a thread, a category or a tag. For nobody else to see, nor to count. */
export const follows = pgTable(
  "follows",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    threadId: uuid("thread_id").references(() => threads.id, { onDelete: "cascade" }),
    categoryId: uuid("category_id").references(() => categories.id, { onDelete: "cascade" }),
    /** As it was written by whoever follows it. */
    tag: text("tag"),
    level: text("level").$type<Level>().notNull(),
  },
  (table) => [
    unique("follows_thread").on(table.threadId, table.personId),
    unique("follows_category").on(table.categoryId, table.personId),
    uniqueIndex("follows_tag").on(tagKey(sql`tag`), table.personId).where(sql`tag is not null`),
    index("follows_person").on(table.personId, table.id),
    check("follows_one_thing", sql`num_nonnulls(thread_id, category_id, tag) = 1`),
  ],
)
