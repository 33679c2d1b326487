import { findCohort } from "../../../../server/qualification/core.ts"
import {
  findRound,
  findRoundPlan,
  listEvidence,
  listSelfRatings,
} from "../../../../server/qualification/proof.ts"
import type { Ask } from "../../../form-pages.ts"

export type Preparation = Awaited<ReturnType<typeof findPreparation>>

/** Everything of one's own that goes into the assessment; the round is null until it is formed. */
export async function findPreparation({ db, actor }: Pick<Ask, "db" | "actor">, cohortId: string) {
  const ratings = await listSelfRatings(db, actor, cohortId)
  const evidence = await listEvidence(db, actor, cohortId)
  const { rounds } = await findRoundPlan(db, actor, cohortId)
  const own = rounds.find(({ seat }) => seat === "learner")
  const cohort = await findCohort(db, actor, cohortId)
  return { cohort, ratings, evidence, round: own ? await findRound(db, actor, own.id) : null }
}
