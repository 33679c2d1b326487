import { sql } from "drizzle-orm"
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { instant } from "../../kernel/tables.ts"
import { now } from "../../kernel/time.ts"
import type { Rating } from "../competences/tables.ts"
import type { EvidenceKind } from "../evidence/tables.ts"
import { cohortMembers, cohorts } from "../tables.ts"

/** What did I do, what was new to me, what shows it? */
export type Situation = { deed: string; novelty: string; proof: string }

export type ReleasedEvidence = {
  id: string
  kind: EvidenceKind
  title: string
  address: string
  copy: string
  sentence: string
  competences: string[]
}

/** The preparation as it was released: what is changed afterwards stays with the learner. */
export type Released = {
  situations: Situation[]
  ratings: Rating[]
  /** Of the start of the half-year, where the learner shows it. */
  formerRatings: Rating[]
  evidence: ReleasedEvidence[]
}

/** What the learner ticked to show of the rest, kept with the draft before and after it is shown. */
export type Chosen = { evidenceIds: string[]; formerRatings: boolean }

/** A round of three, of one learner. Only the three see it. */
export const assessmentRounds = pgTable(
  "assessment_rounds",
  {
    id: uuid("id").primaryKey(),
    cohortId: uuid("cohort_id")
      .notNull()
      .references(() => cohorts.id, { onDelete: "cascade" }),
    learnerId: uuid("learner_id")
      .notNull()
      .unique("assessment_rounds_learner")
      .references(() => cohortMembers.id, { onDelete: "cascade" }),
    /** Null where a cohort has one learner only. */
    peerId: uuid("peer_id").references(() => cohortMembers.id, { onDelete: "set null" }),
    facilitatorId: uuid("facilitator_id")
      .notNull()
      .references(() => cohortMembers.id, { onDelete: "cascade" }),
    startsAt: instant("starts_at").notNull(),
    place: text("place").notNull().default(""),
    /** Where it stood before the latest change of time or place; null where nothing moved. */
    formerStartsAt: instant("former_starts_at"),
    formerPlace: text("former_place"),
    situations: jsonb("situations").$type<Situation[]>().notNull(),
    /** Null before anything was ticked: then what is released counts. */
    chosen: jsonb("chosen").$type<Chosen>(),
    preparationVersion: integer("preparation_version").notNull().default(1),
    /** The three changed after the release, so that it holds no more. */
    isReleaseDropped: boolean("is_release_dropped").notNull().default(false),
    released: jsonb("released").$type<Released>(),
    /** The competences that are assessed, fixed when the round begins. */
    competences: text("competences").array().notNull(),
    begunAt: instant("begun_at"),
    /** The sentences of the certificate, one a line. */
    sentences: text("sentences").notNull().default(""),
    /** Of everything that is confirmed: the agreed levels and the sentences. */
    version: integer("version").notNull().default(1),
    /** Of people and date. */
    planVersion: integer("plan_version").notNull().default(1),
    /** When the plan was changed last. */
    changedAt: instant("changed_at").notNull().defaultNow().$defaultFn(now),
    thinkUntil: date("think_until"),
    thinkerId: uuid("thinker_id").references(() => cohortMembers.id, { onDelete: "set null" }),
    /** A change undid a confirmation, and nobody has confirmed since. */
    isReopened: boolean("is_reopened").notNull().default(false),
    /** When both had confirmed. */
    confirmedAt: instant("confirmed_at"),
    /** On this day the working notes go. */
    notesUntil: date("notes_until").notNull(),
    notesDeleted: boolean("notes_deleted").notNull().default(false),
  },
  (table) => [
    index("assessment_rounds_cohort").on(table.cohortId, table.startsAt),
    index("assessment_rounds_notes").on(table.notesUntil),
    index("assessment_rounds_facilitator").on(table.facilitatorId),
    index("assessment_rounds_peer").on(table.peerId).where(sql`peer_id is not null`),
    index("assessment_rounds_thinker").on(table.thinkerId).where(sql`thinker_id is not null`),
  ],
)

/** Of the learner and of the facilitator; neither sees the other's until both have submitted. */
export const assessmentRatings = pgTable(
  "assessment_ratings",
  {
    roundId: uuid("round_id")
      .notNull()
      .references(() => assessmentRounds.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => cohortMembers.id, { onDelete: "cascade" }),
    ratings: jsonb("ratings").$type<Rating[]>().notNull(),
    submitted: boolean("submitted").notNull(),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.memberId] }),
    index("assessment_ratings_member").on(table.memberId),
  ],
)

/** What the peer saw. */
export const assessmentObservations = pgTable(
  "assessment_observations",
  {
    id: uuid("id").primaryKey(),
    roundId: uuid("round_id")
      .notNull()
      .references(() => assessmentRounds.id, { onDelete: "cascade" }),
    /** Null once the peer has left: it is about the learner of the round. */
    memberId: uuid("member_id").references(() => cohortMembers.id, { onDelete: "set null" }),
    /** Null: about everything. */
    competence: text("competence"),
    text: text("text").notNull(),
  },
  (table) => [
    index("assessment_observations_round").on(table.roundId, table.id),
    index("assessment_observations_member").on(table.memberId).where(sql`member_id is not null`),
  ],
)

/** What the learner and the facilitator agreed on. */
export const assessmentResults = pgTable(
  "assessment_results",
  {
    roundId: uuid("round_id")
      .notNull()
      .references(() => assessmentRounds.id, { onDelete: "cascade" }),
    competence: text("competence").notNull(),
    /** A `storedLevel`, as all levels in tables. */
    level: integer("level").notNull(),
    /** Where the learner stood at the start, where the two say so: what was gained. */
    startLevel: integer("start_level"),
    reason: text("reason").notNull(),
    evidence: text("evidence").notNull(),
    version: integer("version").notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.competence] })],
)

/** Of the present version; any change of what was confirmed deletes them. */
export const assessmentConfirmations = pgTable(
  "assessment_confirmations",
  {
    roundId: uuid("round_id")
      .notNull()
      .references(() => assessmentRounds.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => cohortMembers.id, { onDelete: "cascade" }),
    confirmedAt: instant("confirmed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.memberId] }),
    index("assessment_confirmations_member").on(table.memberId),
  ],
)
