import { sql } from "drizzle-orm"
import { boolean, date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { departments, people } from "../accounts/index.ts"
import { instant } from "../kernel/tables.ts"

export const AUDIENCES = ["all", "listed"] as const
/** `roll-out`: the starting signal, from which on categories take the place of e-mail and telephone. */
export const ANNOUNCEMENT_KINDS = ["general", "roll-out"] as const

export const announcements = pgTable(
  "announcements",
  {
    id: uuid("id").primaryKey(),
    kind: text("kind").$type<(typeof ANNOUNCEMENT_KINDS)[number]>().notNull().default("general"),
    /** Who published it; of a draft, who began it. */
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    /** The learning group that drafted it, and what it was called then. The group belongs to another module. */
    groupId: uuid("group_id"),
    groupName: text("group_name"),
    title: text("title").notNull(),
    body: text("body").notNull(),
    html: text("html").notNull(),
    audience: text("audience").$type<(typeof AUDIENCES)[number]>().notNull(),
    /** Nobody has released it yet; then `publishAt` is the time that is wished for. */
    isDraft: boolean("is_draft").notNull().default(false),
    publishAt: instant("publish_at").notNull(),
    /** The last day on the start page. */
    showUntil: date("show_until").notNull(),
    /** A path of ours that it is about. */
    link: text("link"),
    takesComments: boolean("takes_comments").notNull().default(false),
    wantsAcknowledgement: boolean("wants_acknowledgement").notNull().default(false),
    /** Of a roll-out: from which day these categories take the place of e-mail and telephone. */
    startOn: date("start_on"),
    categoryIds: uuid("category_ids").array().notNull().default(sql`'{}'::uuid[]`),
    /** When its audience was told. */
    toldAt: instant("told_at"),
    /** The day of the latest reminder of those who have not acknowledged it. */
    remindedOn: date("reminded_on"),
    withdrawnAt: instant("withdrawn_at"),
    withdrawalReason: text("withdrawal_reason"),
    version: integer("version").notNull().default(1),
    /** The one that people read first: what a draft said before is nobody else's. */
    releasedVersion: integer("released_version").notNull().default(1),
  },
  (table) => [
    index("announcements_publish").on(table.publishAt, table.id),
    index("announcements_author").on(table.authorId),
    index("announcements_group").on(table.groupId).where(sql`group_id is not null`),
    index("announcements_untold").on(table.publishAt).where(sql`told_at is null`),
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

/** Every wording that an announcement had, the present one included. */
export const announcementVersions = pgTable(
  "announcement_versions",
  {
    announcementId: uuid("announcement_id")
      .notNull()
      .references(() => announcements.id),
    version: integer("version").notNull(),
    editorId: uuid("editor_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.announcementId, table.version] }),
    index("announcement_versions_editor").on(table.editorId),
  ],
)

/** Questions about an announcement, and what is answered to them. */
export const announcementComments = pgTable(
  "announcement_comments",
  {
    id: uuid("id").primaryKey(),
    announcementId: uuid("announcement_id")
      .notNull()
      .references(() => announcements.id),
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    body: text("body").notNull(),
    html: text("html").notNull(),
  },
  (table) => [
    index("announcement_comments_order").on(table.announcementId, table.id),
    index("announcement_comments_author").on(table.authorId),
  ],
)

/** Attachments. Their bytes lie in the file store under the same id. */
export const announcementFiles = pgTable(
  "announcement_files",
  {
    id: uuid("id").primaryKey(),
    announcementId: uuid("announcement_id")
      .notNull()
      .references(() => announcements.id),
    uploaderId: uuid("uploader_id")
      .notNull()
      .references(() => people.id),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    /** Shown in the browser; otherwise it is downloaded. */
    image: boolean("image").notNull(),
    caption: text("caption").notNull(),
    bytes: integer("bytes").notNull(),
  },
  (table) => [
    index("announcement_files_order").on(table.announcementId, table.id),
    index("announcement_files_uploader").on(table.uploaderId),
  ],
)

/** Who has acknowledged an announcement, without when. Shown to nobody but the person; counted for departments. */
export const acknowledgements = pgTable(
  "announcement_acknowledgements",
  {
    announcementId: uuid("announcement_id")
      .notNull()
      .references(() => announcements.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
  },
  (table) => [
    primaryKey({ columns: [table.announcementId, table.personId] }),
    index("announcement_acknowledgements_person").on(table.personId),
  ],
)
