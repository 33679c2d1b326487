import { eq, inArray, or, type SQLWrapper } from "drizzle-orm"
import type { Tx } from "../kernel/database.ts"
import { assessmentRounds } from "./assessments/tables.ts"
import { consultings } from "./consulting/tables.ts"
import { cohortSteps } from "./tables.ts"
import { type TimerKind, timers } from "./timers/tables.ts"

/** What timers of a kind belong to lies in a table of its own, so no foreign key takes them along when that goes. */
export async function forgetTimers(tx: Tx, cohortId: string): Promise<void> {
  const steps = tx.select({ id: cohortSteps.id }).from(cohortSteps).where(eq(cohortSteps.cohortId, cohortId))
  const subjects: Record<TimerKind, SQLWrapper> = {
    session: steps,
    consulting: tx
      .select({ id: consultings.id })
      .from(consultings)
      .where(inArray(consultings.cohortStepId, steps)),
    assessment: tx
      .select({ id: assessmentRounds.id })
      .from(assessmentRounds)
      .where(eq(assessmentRounds.cohortId, cohortId)),
  }
  await forget(tx, Object.values(subjects))
}

/** When a learner goes, and with them their round and what they were advised on; a session is the group's. */
export async function forgetTimersOf(tx: Tx, memberId: string): Promise<void> {
  const subjects: Record<Exclude<TimerKind, "session">, SQLWrapper> = {
    consulting: tx
      .select({ id: consultings.id })
      .from(consultings)
      .where(eq(consultings.caseGiverId, memberId)),
    assessment: tx
      .select({ id: assessmentRounds.id })
      .from(assessmentRounds)
      .where(eq(assessmentRounds.learnerId, memberId)),
  }
  await forget(tx, Object.values(subjects))
}

const forget = (tx: Tx, subjects: SQLWrapper[]) =>
  tx.delete(timers).where(or(...subjects.map((ids) => inArray(timers.subjectId, ids))))
