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
import { people } from "../../accounts/index.ts"
import { workProcesses } from "../starts/tables.ts"
import { cohortMembers, cohortSteps, cohorts } from "../tables.ts"

export const PROJECT_STATES = ["planned", "running", "finished"] as const
export const ITEM_KINDS = ["milestone", "task"] as const
export const ANSWERS = ["waiting", "agreed", "commented", "talk"] as const
export type Answer = (typeof ANSWERS)[number]

export const projects = pgTable(
  "projects",
  {
    id: uuid("id").primaryKey(),
    cohortId: uuid("cohort_id")
      .notNull()
      .references(() => cohorts.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    goal: text("goal").notNull(),
    reason: text("reason").notNull(),
    /** People concerned by it. */
    concerned: text("concerned").notNull(),
    risks: text("risks").notNull(),
    state: text("state").$type<(typeof PROJECT_STATES)[number]>().notNull(),
    /** Where it came from, as long as that is there. */
    workProcessId: uuid("work_process_id").references(() => workProcesses.id, { onDelete: "set null" }),
    /** Where its people write to each other, in an installation with a chat of its own; empty for none. */
    chatLink: text("chat_link").notNull().default(""),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    index("projects_cohort").on(table.cohortId, table.id),
    index("projects_work_process").on(table.workProcessId).where(sql`work_process_id is not null`),
  ],
)

const project = () =>
  uuid("project_id")
    .notNull()
    .references(() => projects.id, { onDelete: "cascade" })

/** The learners whose project it is. */
export const projectPeople = pgTable(
  "project_people",
  {
    projectId: project(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => cohortMembers.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.projectId, table.memberId] }),
    index("project_people_member").on(table.memberId),
  ],
)

export const projectItems = pgTable(
  "project_items",
  {
    id: uuid("id").primaryKey(),
    projectId: project(),
    kind: text("kind").$type<(typeof ITEM_KINDS)[number]>().notNull(),
    title: text("title").notNull(),
    day: date("day"),
    /** Of a task: who does it. */
    memberId: uuid("member_id").references(() => cohortMembers.id, { onDelete: "set null" }),
    done: boolean("done").notNull().default(false),
  },
  (table) => [
    index("project_items_project").on(table.projectId, table.id),
    index("project_items_member").on(table.memberId).where(sql`member_id is not null`),
  ],
)

/** The diary of decisions. */
export const projectDecisions = pgTable(
  "project_decisions",
  {
    id: uuid("id").primaryKey(),
    projectId: project(),
    day: date("day").notNull(),
    body: text("body").notNull(),
  },
  (table) => [index("project_decisions_project").on(table.projectId, table.day, table.id)],
)

export const projectComments = pgTable(
  "project_comments",
  {
    id: uuid("id").primaryKey(),
    projectId: project(),
    /** Null once a learner has left: the comment stays with its project. */
    memberId: uuid("member_id").references(() => cohortMembers.id, { onDelete: "set null" }),
    body: text("body").notNull(),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    index("project_comments_project").on(table.projectId, table.id),
    index("project_comments_member").on(table.memberId).where(sql`member_id is not null`),
  ],
)

/** How a learner's project stands: one line, written before a meeting and read there. */
export const sessionRounds = pgTable(
  "session_rounds",
  {
    cohortStepId: uuid("cohort_step_id")
      .notNull()
      .references(() => cohortSteps.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => cohortMembers.id, { onDelete: "cascade" }),
    project: text("project").notNull(),
    /** An own learning project, whose title stands in `project`; null for anything else. */
    projectId: uuid("project_id").references(() => projects.id, { onDelete: "set null" }),
    state: text("state").notNull(),
    hurdle: text("hurdle").notNull(),
    request: text("request").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.cohortStepId, table.memberId] }),
    index("session_rounds_project").on(table.projectId),
    index("session_rounds_member").on(table.memberId),
  ],
)

/** What a manager is shown: a copy of the project as it was when it was submitted. */
export type Submitted = {
  title: string
  goal: string
  reason: string
  concerned: string
  risks: string
  state: (typeof PROJECT_STATES)[number]
  people: string[]
  milestones: { title: string; day: string | null; done: boolean }[]
  tasks: { title: string; day: string | null; done: boolean; who: string }[]
  message: string
}

export const projectSubmissions = pgTable(
  "project_submissions",
  {
    id: uuid("id").primaryKey(),
    projectId: project(),
    cohortStepId: uuid("cohort_step_id")
      .notNull()
      .references(() => cohortSteps.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    content: jsonb("content").$type<Submitted>().notNull(),
  },
  (table) => [
    unique("project_submissions_number").on(table.projectId, table.cohortStepId, table.number),
    index("project_submissions_cohort_step").on(table.cohortStepId),
  ],
)

/** What a manager says to a submission. */
export const agreements = pgTable(
  "agreements",
  {
    id: uuid("id").primaryKey(),
    submissionId: uuid("submission_id")
      .notNull()
      .references(() => projectSubmissions.id, { onDelete: "cascade" }),
    managerId: uuid("manager_id")
      .notNull()
      .references(() => people.id),
    answer: text("answer").$type<Answer>().notNull(),
    comment: text("comment").notNull().default(""),
    /** Proposed for a talk. */
    talkOn: date("talk_on"),
    /** Null while it waits, and for what was answered before the day was kept. */
    answeredOn: date("answered_on"),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    unique("agreements_once").on(table.submissionId, table.managerId),
    index("agreements_manager").on(table.managerId, table.answer),
  ],
)
