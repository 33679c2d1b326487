import { and, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Reader, transact } from "../../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { dayOf, today } from "../../kernel/time.ts"
import { accessCohort, accessCohortStep, type CohortStep, enrolmentOf, isPart } from "../policy.ts"
import { isSession } from "../programmes/checks.ts"
import { learnersOf } from "../queries.ts"
import { type ATTENDANCE, attendances, cohortSteps } from "../tables.ts"
import type { AttendanceRow } from "./schema.ts"

/**
 * Null takes it back. Nothing else is kept: no reason, no time, and no line in the audit log, which would be a time.
 */
export async function recordAttendance(
  db: Db,
  actor: Actor,
  cohortStepId: string,
  memberId: string,
  state: (typeof ATTENDANCE)[number] | null,
): Promise<void> {
  await transact(db, async (tx) => {
    const { cohort, step } = await accessCohortStep(tx, actor, cohortStepId, ["facilitator"])
    const learners = await learnersOf(tx, cohort.id)
    if (!learners.some(({ id }) => id === memberId)) throw notFound()
    refuseUnheld(step)
    const own = and(eq(attendances.cohortStepId, cohortStepId), eq(attendances.memberId, memberId))
    if (state === null) await tx.delete(attendances).where(own)
    else
      await tx
        .insert(attendances)
        .values({ cohortStepId, memberId, state })
        .onConflictDoUpdate({ target: [attendances.cohortStepId, attendances.memberId], set: { state } })
    touch(tx, "attendance", cohortStepId)
  })
}

/** In one tap: every learner of whom nothing is recorded yet was there. What is recorded stays. */
export async function recordAllPresent(db: Db, actor: Actor, cohortStepId: string): Promise<void> {
  await transact(db, async (tx) => {
    const { cohort, step } = await accessCohortStep(tx, actor, cohortStepId, ["facilitator"])
    refuseUnheld(step)
    const learners = await learnersOf(tx, cohort.id)
    if (learners.length === 0) return
    await tx
      .insert(attendances)
      .values(learners.map(({ id: memberId }) => ({ cohortStepId, memberId, state: "present" as const })))
      .onConflictDoNothing()
    touch(tx, "attendance", cohortStepId)
  })
}

function refuseUnheld({ step: { kind }, cancelledAt, startsAt }: CohortStep): void {
  if (!isSession(kind)) throw notFound()
  if (cancelledAt) throw new Refusal(409, "cohort.step-cancelled")
  if (dayOf(startsAt) > today()) throw new Refusal(409, "attendance.too-early")
}

/** Everybody's for the facilitators, the own for a learner, nothing for managers. */
export async function listAttendances(
  reader: Reader,
  actor: Actor,
  cohortId: string,
): Promise<AttendanceRow[]> {
  const standing = await accessCohort(reader, actor, cohortId)
  const own = enrolmentOf(standing)
  const isFacilitator = isPart(standing, "facilitator")
  if (!isFacilitator && !own) throw forbidden()
  return reader
    .select({ stepId: cohortSteps.id, memberId: attendances.memberId, state: attendances.state })
    .from(attendances)
    .innerJoin(cohortSteps, eq(cohortSteps.id, attendances.cohortStepId))
    .where(
      and(
        eq(cohortSteps.cohortId, cohortId),
        isFacilitator ? undefined : eq(attendances.memberId, own?.id ?? ""),
      ),
    )
}
