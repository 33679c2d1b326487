import { date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { departments, people } from "../accounts/index.ts"
import { instant } from "../kernel/tables.ts"

export const AUDIENCES = ["all", "listed"] as const

export const announcements = pgTable(
  "announcements",
  {
    id: uuid("id").primaryKey(),
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    title: text("title").notNull(),
    body: text("body").notNull(),
    html: text("html").notNull(),
    audience: text("audience").$type<(typeof AUDIENCES)[number]>().notNull(),
    publishAt: instant("publish_at").notNull(),
    /** The last day on the start page. */
    showUntil: date("show_until").notNull(),
    withdrawnAt: instant("withdrawn_at"),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    index("announcements_publish").on(table.publishAt, table.id),
    index("announcements_author").on(table.authorId),
  ],
)

export const announcementDepartments = pgTable(
  "announcement_departments",
  {
    announcementId: uuid("announcement_id")
      .notNull()
      .references(() => announcements.id),
    departmentId: uuid("department_id")
      .notNull()
      .references(() => departments.id),
  },
  (table) => [
    primaryKey({ columns: [table.announcementId, table.departmentId] }),
    index("announcement_departments_department").on(table.departmentId),
  ],
)
