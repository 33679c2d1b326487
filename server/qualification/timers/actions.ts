/**
 * The common timer of all screens. It belongs to a subject (`kind` and its id) and knows nothing of rights: the slice
 * that uses it asks its own access function first, then calls
 *
 * - `startTimer(tx, subject, phases)`: starts it; a second start changes nothing
 * - `changeTimer(tx, subject, control, breakTitle)`: next, previous, pause, resume, end, reopen, shift, shorten, break
 * - `rearrangeTimer(tx, subject, version, rest)`: puts what is still to come in another order, adds, leaves out
 * - `dropTimer(tx, subject)`: forgets it, as if it had never been started
 * - `findTimer(reader, subject)`: how it stands now, or null
 *
 * Each change tells the live channel that is named like the kind, with the subject's id; whoever uses a kind declares
 * its channel in `qualificationChannels`. Pages show it by `<Timer>` (web/pages/qualification/timer).
 */
import { eq } from "drizzle-orm"
import type { Reader, Tx } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { now } from "../../kernel/time.ts"
import type { TimerControl, TimerView } from "./schema.ts"
import {
  endTimer,
  insertBreak,
  lengthenPhase,
  MOST_PHASES,
  nextPhase,
  type Phase,
  pauseTimer,
  previousPhase,
  type Rest,
  rearrangeRest,
  reopenTimer,
  resumeTimer,
  shiftRest,
  shortenRest,
  startTimerAt,
  type TimerState,
} from "./state.ts"
import { type TimerKind, timers } from "./tables.ts"
import { viewTimer } from "./view.ts"

export type TimerSubject = { kind: TimerKind; id: string }

/** Two at the same time start one. */
export async function startTimer(tx: Tx, subject: TimerSubject, phases: readonly Phase[]): Promise<void> {
  if (phases.length === 0) throw new Refusal(409, "timer.empty")
  const made = await tx
    .insert(timers)
    .values({ subjectId: subject.id, kind: subject.kind, ...startTimerAt(phases, now()) })
    .onConflictDoNothing()
    .returning({ id: timers.subjectId })
  if (made.length > 0) touch(tx, subject.kind, subject.id)
}

/** 409 `timer.changed` when somebody was faster: two clicks do not go two steps. 404 where it was not started. */
export async function changeTimer(
  tx: Tx,
  subject: TimerSubject,
  control: TimerControl,
  breakTitle: string,
): Promise<void> {
  const [row] = await tx.select().from(timers).where(eq(timers.subjectId, subject.id)).for("update")
  if (!row || row.kind !== subject.kind) throw new Refusal(409, "timer.changed")
  if (row.version !== control.version) throw new Refusal(409, "timer.changed")
  const state = carryOut(row, control, breakTitle)
  await tx
    .update(timers)
    .set({ ...state, version: row.version + 1 })
    .where(eq(timers.subjectId, subject.id))
  touch(tx, subject.kind, subject.id)
}

/** 409 `timer.changed` when somebody was faster, `agenda.over` after the end, `agenda.too-long`. */
export async function rearrangeTimer(
  tx: Tx,
  subject: TimerSubject,
  version: number,
  rest: Rest,
): Promise<void> {
  const [row] = await tx.select().from(timers).where(eq(timers.subjectId, subject.id)).for("update")
  if (!row || row.kind !== subject.kind || row.version !== version) throw new Refusal(409, "timer.changed")
  if (row.endedAt) throw new Refusal(409, "agenda.over")
  const state = rearrangeRest(row, rest)
  if (!state) throw new Refusal(409, "timer.changed")
  if (state.phases.length > MOST_PHASES) throw new Refusal(409, "agenda.too-long")
  await tx
    .update(timers)
    .set({ phases: state.phases, version: version + 1 })
    .where(eq(timers.subjectId, subject.id))
  touch(tx, subject.kind, subject.id)
}

export async function dropTimer(tx: Tx, subject: TimerSubject): Promise<void> {
  await tx.delete(timers).where(eq(timers.subjectId, subject.id))
  touch(tx, subject.kind, subject.id)
}

export async function findTimer(reader: Reader, subject: TimerSubject): Promise<TimerView | null> {
  const [row] = await reader.select().from(timers).where(eq(timers.subjectId, subject.id))
  return row ? viewTimer(row, row.version, now()) : null
}

function carryOut(state: TimerState, { control, minutes }: TimerControl, breakTitle: string): TimerState {
  const at = now()
  if (control === "next") return nextPhase(state, at)
  if (control === "previous") return previousPhase(state, at)
  if (control === "pause") return pauseTimer(state, at)
  if (control === "resume") return resumeTimer(state, at)
  if (control === "end") return endTimer(state, at)
  if (control === "reopen") return reopenTimer(state, at)
  if (control === "break") return insertBreak(state, breakTitle, minutes || 10, at)
  const longer = lengthenPhase(state, minutes)
  return control === "shift" ? shiftRest(longer, at) : shortenRest(longer, at)
}
