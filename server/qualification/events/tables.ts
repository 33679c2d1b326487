import { boolean, date, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core"
import { departments, people } from "../../accounts/index.ts"
import { instant } from "../../kernel/tables.ts"
import { cohorts } from "../tables.ts"

export const EVENT_AUDIENCES = ["all", "listed"] as const
export const OBJECTION_KINDS = ["objection", "question"] as const
/** What becomes of an objection or a question. */
export const MARKS = ["open", "change", "keep", "answered"] as const

/** An information event of a cohort, for the colleagues. It is the group's: who wrote it is not kept. */
export const events = pgTable(
  "events",
  {
    id: uuid("id").primaryKey(),
    cohortId: uuid("cohort_id")
      .notNull()
      .references(() => cohorts.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    agenda: text("agenda").notNull(),
    html: text("html").notNull(),
    hosts: text("hosts").notNull(),
    place: text("place").notNull(),
    link: text("link").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    audience: text("audience").$type<(typeof EVENT_AUDIENCES)[number]>().notNull(),
    /** From then on it is for its audience, and changes go into their calendars. */
    isInvited: boolean("is_invited").notNull().default(false),
    /** Rises with every change that a calendar has to know. */
    sequence: integer("sequence").notNull().default(0),
    changedAt: instant("changed_at").notNull(),
    cancelledAt: instant("cancelled_at"),
    version: integer("version").notNull().default(1),
  },
  (table) => [index("events_cohort").on(table.cohortId), index("events_ends").on(table.endsAt)],
)

export const eventDepartments = pgTable(
  "event_departments",
  {
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    departmentId: uuid("department_id")
      .notNull()
      .references(() => departments.id),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.departmentId] }),
    index("event_departments_department").on(table.departmentId),
  ],
)

/** Whether somebody comes. Hosts get a number alone, and it goes soon after the event. */
export const eventAnswers = pgTable(
  "event_answers",
  {
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    isComing: boolean("is_coming").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.personId] }),
    index("event_answers_person").on(table.personId),
  ],
)

/**
 * What colleagues object and ask. The id is a random one, as ours otherwise begin with the time: without a name nothing
 * says who it was, nor when within the day.
 */
export const objections = pgTable(
  "objections",
  {
    id: uuid("id").primaryKey(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    kind: text("kind").$type<(typeof OBJECTION_KINDS)[number]>().notNull(),
    words: text("words").notNull(),
    /** Null without a name, and of what was said in the room. */
    authorId: uuid("author_id").references(() => people.id),
    raisedOn: date("raised_on").notNull(),
    isFromRoom: boolean("is_from_room").notNull(),
    mark: text("mark").$type<(typeof MARKS)[number]>().notNull().default("open"),
    /** What changes, why it stays, or the answer. */
    answer: text("answer").notNull().default(""),
    who: text("who").notNull().default(""),
    until: date("until"),
    doneOn: date("done_on"),
    /** To what was changed: a category, a rule, a text. */
    link: text("link").notNull().default(""),
    linkTitle: text("link_title").notNull().default(""),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    // The same words twice are a second click, which cannot be told by its sender.
    unique("objections_words").on(table.eventId, table.words),
    index("objections_author").on(table.authorId),
  ],
)

export const objectionSupports = pgTable(
  "objection_supports",
  {
    objectionId: uuid("objection_id")
      .notNull()
      .references(() => objections.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
  },
  (table) => [
    primaryKey({ columns: [table.objectionId, table.personId] }),
    index("objection_supports_person").on(table.personId),
  ],
)
