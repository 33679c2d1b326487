import { and, eq, inArray, isNotNull, isNull, lt } from "drizzle-orm"
import { type Db, transact } from "../../kernel/database.ts"
import type { Jobs } from "../../kernel/jobs.ts"
import { today } from "../../kernel/time.ts"
import { timers } from "../timers/tables.ts"
import { assessmentObservations, assessmentRatings, assessmentResults, assessmentRounds } from "./tables.ts"

export function assessmentJob(jobs: Jobs, db: Db): void {
  jobs.declare("qualification.assessment-notes", () => sweepAssessments(db), "43 3 * * *")
}

/**
 * On the day that the screen names, the working notes go: ratings, observations, the preparation, and what was noted
 * for levels that nobody confirmed. What both confirmed stays for the certificate. Doing it twice changes nothing.
 */
export async function sweepAssessments(db: Db): Promise<void> {
  await transact(db, async (tx) => {
    const isOver = lt(assessmentRounds.notesUntil, today())
    const rounds = await tx
      .select({ id: assessmentRounds.id, confirmedAt: assessmentRounds.confirmedAt })
      .from(assessmentRounds)
      .where(and(isOver, isNotNull(assessmentRounds.begunAt), eq(assessmentRounds.notesDeleted, false)))
      .for("update")
    // One that never began shows nothing any longer; the draft stays with its learner.
    await tx
      .update(assessmentRounds)
      .set({ released: null })
      .where(and(isOver, isNull(assessmentRounds.begunAt)))
    const ids = rounds.map(({ id }) => id)
    if (ids.length === 0) return
    await tx.delete(assessmentRatings).where(inArray(assessmentRatings.roundId, ids))
    await tx.delete(assessmentObservations).where(inArray(assessmentObservations.roundId, ids))
    await tx.delete(timers).where(inArray(timers.subjectId, ids))
    const open = rounds.filter(({ confirmedAt }) => confirmedAt === null).map(({ id }) => id)
    if (open.length > 0)
      await tx
        .update(assessmentResults)
        .set({ reason: "", evidence: "" })
        .where(inArray(assessmentResults.roundId, open))
    await tx
      .update(assessmentRounds)
      .set({ situations: [], chosen: null, released: null, notesDeleted: true })
      .where(inArray(assessmentRounds.id, ids))
  })
}
