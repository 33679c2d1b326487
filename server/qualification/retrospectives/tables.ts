import { sql } from "drizzle-orm"
import { type AnyPgColumn, date, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core"
import { cohortMembers, cohorts } from "../tables.ts"

/** The columns of the board, and the kinds of lessons. */
export const HEADINGS = ["high-points", "difficulties", "learned", "different"] as const
export type Heading = (typeof HEADINGS)[number]

/** Cards come and are sorted; then votes are given; then it is the group's result. */
export const STAGES = ["collecting", "voting", "closed"] as const
export type Stage = (typeof STAGES)[number]

export const VOTES_EACH = 3

/** One board of a cohort, made with the first change of it. */
export const retrospectives = pgTable("retrospectives", {
  cohortId: uuid("cohort_id")
    .primaryKey()
    .references(() => cohorts.id, { onDelete: "cascade" }),
  stage: text("stage").$type<Stage>().notNull().default("collecting"),
})

/** Cards that belong together. One without cards is gone. */
export const retrospectiveGroups = pgTable(
  "retrospective_groups",
  {
    id: uuid("id").primaryKey(),
    cohortId: uuid("cohort_id")
      .notNull()
      .references(() => cohorts.id, { onDelete: "cascade" }),
    heading: text("heading").$type<Heading>().notNull(),
    title: text("title").notNull(),
    /** The sum, once voting is closed. */
    votes: integer("votes"),
    version: integer("version").notNull().default(1),
  },
  (table) => [index("retrospective_groups_cohort").on(table.cohortId)],
)

/** Whose a card is stays known to the database as long as cards are collected and voted on, and to nobody else. */
export const retrospectiveCards = pgTable(
  "retrospective_cards",
  {
    id: uuid("id").primaryKey(),
    cohortId: uuid("cohort_id")
      .notNull()
      .references(() => cohorts.id, { onDelete: "cascade" }),
    heading: text("heading").$type<Heading>().notNull(),
    body: text("body").notNull(),
    groupId: uuid("group_id").references((): AnyPgColumn => retrospectiveGroups.id, { onDelete: "set null" }),
    /** Null once the board was closed: from then on it is the group's. */
    memberId: uuid("member_id").references(() => cohortMembers.id, { onDelete: "set null" }),
    /** The sum, once voting is closed; of a card in a group its group has it. */
    votes: integer("votes"),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    index("retrospective_cards_cohort").on(table.cohortId),
    index("retrospective_cards_group").on(table.groupId).where(sql`group_id is not null`),
    index("retrospective_cards_member").on(table.memberId).where(sql`member_id is not null`),
  ],
)

/** Only while votes are given; when voting is closed, sums take their place. */
export const retrospectiveVotes = pgTable(
  "retrospective_votes",
  {
    id: uuid("id").primaryKey(),
    cohortId: uuid("cohort_id")
      .notNull()
      .references(() => cohorts.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => cohortMembers.id, { onDelete: "cascade" }),
    cardId: uuid("card_id").references(() => retrospectiveCards.id, { onDelete: "cascade" }),
    groupId: uuid("group_id").references(() => retrospectiveGroups.id, { onDelete: "cascade" }),
  },
  (table) => [
    unique("retrospective_votes_card").on(table.memberId, table.cardId),
    unique("retrospective_votes_group").on(table.memberId, table.groupId),
    index("retrospective_votes_for_card").on(table.cardId).where(sql`card_id is not null`),
    index("retrospective_votes_cohort").on(table.cohortId),
    index("retrospective_votes_for_group").on(table.groupId).where(sql`group_id is not null`),
  ],
)

/**
 * What a cohort learned, for itself and, once released, for later ones. It is the group's, so nobody is named. A
 * released one outlives its cohort; the others are deleted with it (`forgetLessons`).
 */
export const lessons = pgTable(
  "lessons",
  {
    id: uuid("id").primaryKey(),
    cohortId: uuid("cohort_id").references(() => cohorts.id, { onDelete: "set null" }),
    /** Of the programme: its later editions and cohorts see what was released. */
    familyId: uuid("family_id").notNull(),
    kind: text("kind").$type<Heading>().notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    releasedOn: date("released_on"),
    /** The start of its cohort: only cohorts that start later see it. */
    startedOn: date("started_on").notNull(),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    index("lessons_cohort").on(table.cohortId),
    index("lessons_family").on(table.familyId, table.releasedOn),
  ],
)
