import { and, eq } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { cohortSteps } from "../tables.ts"
import { impulseAnswers } from "./tables.ts"

/** Which learners of a cohort have done which impulses: for the requirement, and nothing else of them. */
export const selectDone = (reader: Reader, cohortId: string) =>
  reader
    .select({ memberId: impulseAnswers.memberId, stepId: impulseAnswers.cohortStepId })
    .from(impulseAnswers)
    .innerJoin(cohortSteps, eq(cohortSteps.id, impulseAnswers.cohortStepId))
    .where(and(eq(cohortSteps.cohortId, cohortId), eq(impulseAnswers.state, "done")))
