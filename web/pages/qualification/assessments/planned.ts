import { type CohortView, findCohort } from "../../../../server/qualification/core.ts"
import {
  accessPlanned,
  findRoundPlan,
  type RoundPlan,
  type RoundRow,
} from "../../../../server/qualification/proof.ts"
import type { Ask } from "../../../form-pages.ts"
import type { FormState } from "../../../form-state.tsx"

/** The rounds of a cohort, and the one of them that a facilitator is planning. */
export type Planned = { plan: RoundPlan; cohort: CohortView; planned: PlannedRound | null }
export type PlannedRound = RoundRow & { hasBegun: boolean }
/** `tried` is the form that came back. */
export type PlanProps = { found: Planned; tried: FormState | null }

export async function findPlanned(
  { db, actor }: Pick<Ask, "db" | "actor">,
  cohortId: string,
  roundId?: string,
): Promise<Planned> {
  const plan = await findRoundPlan(db, actor, cohortId)
  const cohort = await findCohort(db, actor, cohortId)
  const round = plan.can.plan ? plan.rounds.find(({ id }) => id === roundId) : undefined
  if (!round) return { plan, cohort, planned: null }
  const { begunAt } = await accessPlanned(db, actor, round.id)
  return { plan, cohort, planned: { ...round, hasBegun: begunAt !== null } }
}
