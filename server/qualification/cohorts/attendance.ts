import { and, eq, isNull } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Reader, transact } from "../../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { dayOf, today } from "../../kernel/time.ts"
import { accessCohort, accessCohortStep, enrolmentOf, isPart } from "../policy.ts"
import { isSession } from "../programmes/checks.ts"
import { type ATTENDANCE, attendances, cohortMembers, cohortSteps } from "../tables.ts"
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
    const [learner] = await tx
      .select({ id: cohortMembers.id })
      .from(cohortMembers)
      .where(
        and(
          eq(cohortMembers.id, memberId),
          eq(cohortMembers.cohortId, cohort.id),
          eq(cohortMembers.part, "learner"),
          isNull(cohortMembers.leftAt),
        ),
      )
    if (!learner || !isSession(step.step.kind)) throw notFound()
    if (step.cancelledAt) throw new Refusal(409, "cohort.step-cancelled")
    if (dayOf(step.startsAt) > today()) throw new Refusal(409, "attendance.too-early")
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
