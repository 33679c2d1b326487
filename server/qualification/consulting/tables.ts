import { sql } from "drizzle-orm"
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { cohortMembers, cohortSteps } from "../tables.ts"

export const FORMS = ["short", "full"] as const
export type Form = (typeof FORMS)[number]
export const LINE_KINDS = ["hypothesis", "solution"] as const
export type LineKind = (typeof LINE_KINDS)[number]

const step = () =>
  uuid("cohort_step_id")
    .notNull()
    .references(() => cohortSteps.id, { onDelete: "cascade" })

/** What a learner would like to be advised on at a workshop or a meeting. */
export const consultingTopics = pgTable(
  "consulting_topics",
  {
    id: uuid("id").primaryKey(),
    cohortStepId: step(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => cohortMembers.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    question: text("question").notNull(),
    /** Fixed when the ballot is closed; until then the votes lie in `consulting_votes`, and nobody sees a number. */
    votes: integer("votes").notNull().default(0),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    index("consulting_topics_step").on(table.cohortStepId, table.id),
    index("consulting_topics_member").on(table.memberId),
  ],
)

/** Who votes for what, as long as the ballot is open: closing it leaves the numbers and deletes these. */
export const consultingVotes = pgTable(
  "consulting_votes",
  {
    topicId: uuid("topic_id")
      .notNull()
      .references(() => consultingTopics.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => cohortMembers.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.topicId, table.memberId] }),
    index("consulting_votes_member").on(table.memberId),
  ],
)

/** A row: the ballot on the topics of this session is closed. */
export const consultingBallots = pgTable("consulting_ballots", {
  cohortStepId: uuid("cohort_step_id")
    .primaryKey()
    .references(() => cohortSteps.id, { onDelete: "cascade" }),
})

/** One case, guided by the common timer. At most one of a session is running. */
export const consultings = pgTable(
  "consultings",
  {
    id: uuid("id").primaryKey(),
    cohortStepId: step(),
    /** Null when the topic was withdrawn since: title and question were copied at the start. */
    topicId: uuid("topic_id").references(() => consultingTopics.id, { onDelete: "set null" }),
    caseGiverId: uuid("case_giver_id")
      .notNull()
      .references(() => cohortMembers.id, { onDelete: "cascade" }),
    moderatorId: uuid("moderator_id").references(() => cohortMembers.id, { onDelete: "set null" }),
    title: text("title").notNull(),
    question: text("question").notNull(),
    form: text("form").$type<Form>().notNull(),
    /** From then on what was put down is the case giver's alone. */
    ended: boolean("ended").notNull().default(false),
    /** The case giver lets the group read it, and may take that back. */
    shared: boolean("shared").notNull().default(false),
    /** What the case giver takes along; of no one else before they share it. */
    decision: text("decision").notNull().default(""),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    index("consultings_step").on(table.cohortStepId, table.id),
    uniqueIndex("consultings_running").on(table.cohortStepId).where(sql`not ended`),
    index("consultings_case_giver").on(table.caseGiverId),
    index("consultings_moderator").on(table.moderatorId).where(sql`moderator_id is not null`),
    index("consultings_topic").on(table.topicId).where(sql`topic_id is not null`),
  ],
)

/** Hypotheses and ideas in a line each. Who put one down is forgotten when the consulting ends. */
export const consultingLines = pgTable(
  "consulting_lines",
  {
    id: uuid("id").primaryKey(),
    consultingId: uuid("consulting_id")
      .notNull()
      .references(() => consultings.id, { onDelete: "cascade" }),
    kind: text("kind").$type<LineKind>().notNull(),
    body: text("body").notNull(),
    memberId: uuid("member_id").references(() => cohortMembers.id, { onDelete: "set null" }),
  },
  (table) => [
    index("consulting_lines_consulting").on(table.consultingId, table.id),
    index("consulting_lines_member").on(table.memberId).where(sql`member_id is not null`),
  ],
)
