import { integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { instant } from "../../kernel/tables.ts"

/** What a timer can belong to; each is also the name of the live channel that tells of its changes. */
export const TIMER_KINDS = ["session", "consulting", "assessment"] as const
export type TimerKind = (typeof TIMER_KINDS)[number]

/** `spent`: seconds that a phase has had before it was left, so that coming back to it goes on where it was. */
export type TimedPhase = { title: string; minutes: number; isBreak: boolean; spent: number }

/** One for each thing that is timed. All of it is of the group, nothing about a person. */
export const timers = pgTable("timers", {
  /** Of a session the cohort's step, otherwise the id of what is timed. */
  subjectId: uuid("subject_id").primaryKey(),
  kind: text("kind").$type<TimerKind>().notNull(),
  phases: jsonb("phases").$type<TimedPhase[]>().notNull(),
  position: integer("position").notNull(),
  startedAt: instant("started_at").notNull(),
  /** When the present phase began; moved along by pauses. */
  phaseStartedAt: instant("phase_started_at").notNull(),
  pausedAt: instant("paused_at"),
  endedAt: instant("ended_at"),
  /** When everything should be over: fixed at the start, moved only by intention. */
  plannedEndAt: instant("planned_end_at").notNull(),
  /** Since when there was no break. */
  workSince: instant("work_since").notNull(),
  version: integer("version").notNull().default(1),
})
