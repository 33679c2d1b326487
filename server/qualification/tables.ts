import { sql } from "drizzle-orm"
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core"
import { people } from "../accounts/index.ts"
import type { RenderedHtml } from "../kernel/rendered.ts"
import { instant } from "../kernel/tables.ts"
import { now } from "../kernel/time.ts"
import type { Foundation } from "./competences/frameworks/index.ts"

export const STEP_KINDS = ["workshop", "practice", "meeting", "impulse", "assessment", "certificate"] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** What a step brings along beyond its kind: the tools that its page offers. */
export const FEATURES = [
  "experience",
  "processes",
  "project",
  "agreement",
  "peer-consulting",
  "rules",
  "event",
  "rollout",
  "data-protection",
  "feedback-report",
  "retrospective",
  "self-rating",
  /** Categories, responsible departments and writing aids of the forum. */
  "platform",
  /** Of an impulse: open questions of the forum that fit. */
  "open-questions",
] as const
export type Feature = (typeof FEATURES)[number]

/** What a programme may ask for before the certificate. */
export const REQUIREMENTS = ["attendance", "project", "agreements", "impulses", "assessment"] as const
export type Requirement = (typeof REQUIREMENTS)[number]

export const PARTS = ["facilitator", "learner", "manager"] as const
export type Part = (typeof PARTS)[number]

/** One line of a session's agenda. Minutes add up to the session's duration. Managers are invited to what is theirs. */
export type AgendaItem = { title: string; minutes: number; isBreak: boolean; withManagers?: boolean }

/** A question of an impulse's form. */
export type ImpulseQuestion = { label: string; kind: "line" | "text" | "choice"; options: string[] }

/** A template. A draft is changed freely; a published one never again, so that cohorts keep what they started with. */
export const programmes = pgTable(
  "programmes",
  {
    id: uuid("id").primaryKey(),
    /** The same for all editions of one programme. */
    familyId: uuid("family_id").notNull(),
    edition: integer("edition").notNull(),
    name: text("name").notNull(),
    description: text("description").notNull(),
    /** Of the description. Null only in what an older version wrote, until the job has rendered it. */
    html: jsonb("html").$type<RenderedHtml>(),
    requirements: text("requirements").array().$type<Requirement[]>().notNull(),
    /** The framework and version from which its cohorts choose competences. */
    foundation: text("foundation").$type<Foundation>().notNull().default("digcomp@2.2"),
    /** Null for the one that comes with the software. */
    authorId: uuid("author_id").references(() => people.id),
    createdAt: instant("created_at").notNull(),
    publishedAt: instant("published_at"),
    withdrawnAt: instant("withdrawn_at"),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    unique("programmes_edition").on(table.familyId, table.edition),
    index("programmes_author").on(table.authorId).where(sql`author_id is not null`),
  ],
)

export const programmeSteps = pgTable(
  "programme_steps",
  {
    id: uuid("id").primaryKey(),
    programmeId: uuid("programme_id")
      .notNull()
      .references(() => programmes.id),
    position: integer("position").notNull(),
    kind: text("kind").$type<StepKind>().notNull(),
    title: text("title").notNull(),
    /** Weeks after the start of the cohort. */
    week: integer("week").notNull(),
    /** Of a practice phase; 0 otherwise. */
    weeks: integer("weeks").notNull(),
    /** Of a session or an impulse; 0 otherwise. */
    minutes: integer("minutes").notNull(),
    contents: text("contents").notNull(),
    /** For facilitators alone. */
    guidance: text("guidance").notNull().default(""),
    materials: text("materials").notNull(),
    tasks: text("tasks").notNull(),
    /** Of the four texts, in the same way. */
    html: jsonb("html").$type<RenderedHtml>(),
    agenda: jsonb("agenda").$type<AgendaItem[]>().notNull(),
    questions: jsonb("questions").$type<ImpulseQuestion[]>().notNull(),
    features: text("features").array().$type<Feature[]>().notNull(),
    voluntary: boolean("voluntary").notNull(),
  },
  (table) => [index("programme_steps_programme").on(table.programmeId, table.position)],
)

export const cohorts = pgTable(
  "cohorts",
  {
    id: uuid("id").primaryKey(),
    programmeId: uuid("programme_id")
      .notNull()
      .references(() => programmes.id),
    name: text("name").notNull(),
    mandateFrom: text("mandate_from").notNull(),
    mandate: text("mandate").notNull(),
    /** The Land whose public holidays count, as in ISO 3166-2 without "DE-": `NW`. */
    land: text("land").notNull(),
    startOn: date("start_on").notNull(),
    /** On this day everything of the cohort is deleted, except certificates and released lessons. */
    deleteOn: date("delete_on").notNull(),
    createdAt: instant("created_at").notNull(),
    /** Where its people write to each other, in an installation with a chat of its own; empty for none. */
    chatLink: text("chat_link").notNull().default(""),
    version: integer("version").notNull().default(1),
  },
  (table) => [index("cohorts_programme").on(table.programmeId)],
)

/**
 * One part of a person in a cohort. A facilitator or manager who left stays as a row; a learner's is deleted with all
 * that is theirs alone (`leaving/`), at once or on a day.
 */
export const cohortMembers = pgTable(
  "cohort_members",
  {
    id: uuid("id").primaryKey(),
    cohortId: uuid("cohort_id")
      .notNull()
      .references(() => cohorts.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    part: text("part").$type<Part>().notNull(),
    /** The manager that a learner makes agreements with: a person who is a manager of the same cohort. */
    managerId: uuid("manager_id").references(() => people.id),
    joinedAt: instant("joined_at").notNull(),
    leftAt: instant("left_at"),
  },
  (table) => [
    unique("cohort_members_once").on(table.cohortId, table.personId, table.part),
    index("cohort_members_person").on(table.personId),
    index("cohort_members_manager").on(table.managerId).where(sql`manager_id is not null`),
  ],
)

/** A step of the programme with its dates in this cohort. */
export const cohortSteps = pgTable(
  "cohort_steps",
  {
    id: uuid("id").primaryKey(),
    cohortId: uuid("cohort_id")
      .notNull()
      .references(() => cohorts.id, { onDelete: "cascade" }),
    stepId: uuid("step_id")
      .notNull()
      .references(() => programmeSteps.id),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    place: text("place").notNull().default(""),
    link: text("link").notNull().default(""),
    dialIn: text("dial_in").notNull().default(""),
    /** Of its calendar entry: raised whenever the date changes. */
    sequence: integer("sequence").notNull().default(0),
    cancelledAt: instant("cancelled_at"),
    /** When the sequence was raised last. */
    changedAt: instant("changed_at").notNull().defaultNow().$defaultFn(now),
    /** Whether it was told what is told once of it: that an impulse is released, or that the ballot of a session is ready. */
    isTold: boolean("is_told").notNull().default(false),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    unique("cohort_steps_once").on(table.cohortId, table.stepId),
    index("cohort_steps_dates").on(table.cohortId, table.startsAt),
    index("cohort_steps_step").on(table.stepId),
  ],
)

export const ATTENDANCE = ["present", "absent", "made-up"] as const

/** No row: not recorded yet. There is no reason and no time, by intention. */
export const attendances = pgTable(
  "attendances",
  {
    cohortStepId: uuid("cohort_step_id")
      .notNull()
      .references(() => cohortSteps.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => cohortMembers.id, { onDelete: "cascade" }),
    state: text("state").$type<(typeof ATTENDANCE)[number]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.cohortStepId, table.memberId] }),
    index("attendances_member").on(table.memberId),
  ],
)
