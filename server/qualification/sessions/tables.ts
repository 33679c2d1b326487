import { sql } from "drizzle-orm"
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { people } from "../../accounts/index.ts"
import type { RenderedHtml } from "../../kernel/rendered.ts"
import { instant } from "../../kernel/tables.ts"
import { type AgendaItem, cohortMembers, cohortSteps } from "../tables.ts"

export const ENTRY_KINDS = ["decision", "task", "parking"] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

const step = () =>
  uuid("cohort_step_id")
    .notNull()
    .references(() => cohortSteps.id, { onDelete: "cascade" })

/** What a session recorded in one line each. Who typed it is not kept: it is the group's. */
export const sessionEntries = pgTable(
  "session_entries",
  {
    id: uuid("id").primaryKey(),
    cohortStepId: step(),
    kind: text("kind").$type<EntryKind>().notNull(),
    body: text("body").notNull(),
    /** Of a task: who does it. */
    memberId: uuid("member_id").references(() => cohortMembers.id, { onDelete: "set null" }),
    dueOn: date("due_on"),
    done: boolean("done").notNull().default(false),
    /** What came out of a task. */
    result: text("result").notNull().default(""),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    index("session_entries_step").on(table.cohortStepId, table.id),
    index("session_entries_member").on(table.memberId).where(sql`member_id is not null`),
  ],
)

/** Pictures of flip charts. Their bytes lie in the file store under the same id. */
export const sessionPhotos = pgTable(
  "session_photos",
  {
    id: uuid("id").primaryKey(),
    cohortStepId: step(),
    /** Who added it may take it back; null once they have left. */
    memberId: uuid("member_id").references(() => cohortMembers.id, { onDelete: "set null" }),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    caption: text("caption").notNull(),
    /** 0 for those from before it was counted. */
    bytes: integer("bytes").notNull().default(0),
  },
  (table) => [
    index("session_photos_step").on(table.cohortStepId, table.id),
    index("session_photos_member").on(table.memberId),
  ],
)

/** Seen by nobody but the facilitator who writes them. */
export const sessionNotes = pgTable(
  "session_notes",
  {
    cohortStepId: step(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    body: text("body").notNull(),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.cohortStepId, table.personId] }),
    index("session_notes_person").on(table.personId),
  ],
)

/** The text as it is written, and as it was given out. */
export const sessionMinutes = pgTable("session_minutes", {
  cohortStepId: uuid("cohort_step_id")
    .primaryKey()
    .references(() => cohortSteps.id, { onDelete: "cascade" }),
  body: text("body").notNull(),
  releasedBody: text("released_body"),
  /** Of both. Null only in what an older version wrote, until the job has rendered it. */
  html: jsonb("html").$type<RenderedHtml>(),
  releasedAt: instant("released_at"),
  forManagers: boolean("for_managers").notNull().default(false),
  version: integer("version").notNull().default(1),
})

/** The agenda as it was changed for this one session; without a row it is the programme's. */
export const sessionAgendas = pgTable("session_agendas", {
  cohortStepId: uuid("cohort_step_id")
    .primaryKey()
    .references(() => cohortSteps.id, { onDelete: "cascade" }),
  items: jsonb("items").$type<AgendaItem[]>().notNull(),
  version: integer("version").notNull().default(1),
})
