import { and, eq, gt, inArray, isNull, lte } from "drizzle-orm"
import { type Db, transact } from "../../kernel/database.ts"
import type { Jobs } from "../../kernel/jobs.ts"
import { DAY, now } from "../../kernel/time.ts"
import { tellEach } from "../../notifications/index.ts"
import { cohortMembers, cohortSteps, programmeSteps } from "../tables.ts"

/** What was released earlier is no news any more, e.g. where a cohort was begun with dates in the past. */
const NEWS_DAYS = 2

export function impulseJob(jobs: Jobs, db: Db): void {
  jobs.declare("qualification.impulses", () => tellReleasedImpulses(db), "*/15 * * * *")
}

/** Tells the learners of impulses whose date has come, once of each. */
export async function tellReleasedImpulses(db: Db): Promise<void> {
  await transact(db, async (tx) => {
    const impulses = tx
      .select({ id: programmeSteps.id })
      .from(programmeSteps)
      .where(eq(programmeSteps.kind, "impulse"))
    const released = await tx
      .update(cohortSteps)
      .set({ isTold: true })
      .where(
        and(
          eq(cohortSteps.isTold, false),
          lte(cohortSteps.startsAt, now()),
          gt(cohortSteps.startsAt, new Date(now().getTime() - NEWS_DAYS * DAY)),
          isNull(cohortSteps.cancelledAt),
          inArray(cohortSteps.stepId, impulses),
        ),
      )
      .returning({ id: cohortSteps.id, cohortId: cohortSteps.cohortId })
    if (released.length === 0) return
    const learners = await tx
      .select({ cohortId: cohortMembers.cohortId, personId: cohortMembers.personId })
      .from(cohortMembers)
      .where(
        and(
          inArray(
            cohortMembers.cohortId,
            released.map(({ cohortId }) => cohortId),
          ),
          eq(cohortMembers.part, "learner"),
          isNull(cohortMembers.leftAt),
        ),
      )
    const told = released.flatMap(({ id, cohortId }) =>
      learners
        .filter((learner) => learner.cohortId === cohortId)
        .map(({ personId }) => ({ personId, subjectId: id, groupId: id })),
    )
    await tellEach(tx, "qualification.impulse", told)
  })
}
