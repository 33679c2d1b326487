import { and, desc, eq, isNotNull } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { accessCohort, isPart } from "../policy.ts"
import { cohorts } from "../tables.ts"
import type { PlanKind } from "./kinds.ts"
import type { DataProtectionView, PlanView } from "./schema.ts"
import { plans, planVersions } from "./tables.ts"

/** Learners and facilitators work on them; managers see what they are told. */
export const PLANNERS = ["learner", "facilitator"] as const

export async function findPlan(
  reader: Reader,
  actor: Actor,
  cohortId: string,
  kind: PlanKind,
): Promise<PlanView> {
  const standing = await accessCohort(reader, actor, cohortId, PLANNERS)
  const plan = await planOf(reader, cohortId, kind)
  const can = { edit: true, decide: isPart(standing, "facilitator") }
  if (!plan) return { kind, version: 0, content: null, decided: null, can }
  const content = await contentOf(reader, plan.id, plan.version)
  const { decidedVersion, decidedOn } = plan
  if (decidedVersion === null || decidedOn === null)
    return { kind, version: plan.version, content, decided: null, can }
  const decided = {
    version: decidedVersion,
    on: decidedOn,
    content: await contentOf(reader, plan.id, decidedVersion),
  }
  return { kind, version: plan.version, content, decided, can }
}

export async function findPlanEdition(
  reader: Reader,
  actor: Actor,
  cohortId: string,
  kind: PlanKind,
  version: number,
) {
  await accessCohort(reader, actor, cohortId, PLANNERS)
  const plan = await planOf(reader, cohortId, kind)
  if (!plan) throw notFound()
  return { version, content: await contentOf(reader, plan.id, version) }
}

/** The confirmed pages of all data protection workshops, the latest first; for everybody who is signed in. */
export async function listDataProtection(reader: Reader): Promise<DataProtectionView[]> {
  const rows = await reader
    .select({ id: plans.id, cohort: cohorts.name, on: plans.decidedOn, content: planVersions.content })
    .from(plans)
    .innerJoin(cohorts, eq(cohorts.id, plans.cohortId))
    .innerJoin(
      planVersions,
      and(eq(planVersions.planId, plans.id), eq(planVersions.version, plans.decidedVersion)),
    )
    .where(and(eq(plans.kind, "data-protection"), isNotNull(plans.decidedOn)))
    .orderBy(desc(plans.decidedOn), desc(plans.id))
  return rows.map(({ on, ...row }) => ({ ...row, on: on ?? "" }))
}

export async function planOf(reader: Reader, cohortId: string, kind: PlanKind) {
  const [plan] = await reader
    .select()
    .from(plans)
    .where(and(eq(plans.cohortId, cohortId), eq(plans.kind, kind)))
  return plan
}

export async function contentOf(reader: Reader, planId: string, version: number) {
  const [edition] = await reader
    .select({ content: planVersions.content })
    .from(planVersions)
    .where(and(eq(planVersions.planId, planId), eq(planVersions.version, version)))
  if (!edition) throw notFound()
  return edition.content
}
