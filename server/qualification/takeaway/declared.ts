import { eq } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import { type DeclaredChapter, type Join, type Loader, ofPerson } from "../../accounts/index.ts"
import { cohortMembers, cohortSteps, cohorts, programmeSteps } from "../tables.ts"

type DeclaredOfMember = DeclaredChapter & {
  /** The column with the step of the cohort that a row is about. */
  step?: PgColumn
}

/** A chapter with a line for each row of one table, where `owner` is a person's membership of a cohort. */
export const ofMember = ({ owner, step, joins = [], ...declared }: DeclaredOfMember): Loader =>
  ofPerson({
    ...declared,
    owner: cohortMembers.personId,
    joins: [
      ...joins,
      [cohortMembers, eq(cohortMembers.id, owner)],
      [cohorts, eq(cohorts.id, cohortMembers.cohortId)],
      ...(step ? toStep(step) : []),
    ],
  })

export const toStep = (cohortStepId: PgColumn): Join[] => [
  [cohortSteps, eq(cohortSteps.id, cohortStepId)],
  [programmeSteps, eq(programmeSteps.id, cohortSteps.stepId)],
]
