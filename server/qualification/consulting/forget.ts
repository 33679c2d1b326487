import { eq, inArray } from "drizzle-orm"
import type { Tx } from "../../kernel/database.ts"
import { cohortSteps } from "../tables.ts"
import { timers } from "../timers/tables.ts"
import { consultings } from "./tables.ts"

/** No foreign key takes the timers along when a cohort goes. */
export async function forgetConsultings(tx: Tx, cohortId: string): Promise<void> {
  const ids = tx
    .select({ id: consultings.id })
    .from(consultings)
    .innerJoin(cohortSteps, eq(cohortSteps.id, consultings.cohortStepId))
    .where(eq(cohortSteps.cohortId, cohortId))
  await tx.delete(timers).where(inArray(timers.subjectId, ids))
}

/** The same when the membership of a case giver goes, and with it what was theirs. */
export async function forgetConsultingsOf(tx: Tx, memberId: string): Promise<void> {
  const ids = tx.select({ id: consultings.id }).from(consultings).where(eq(consultings.caseGiverId, memberId))
  await tx.delete(timers).where(inArray(timers.subjectId, ids))
}
