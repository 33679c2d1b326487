import { and, desc, eq, inArray, isNotNull } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { forbidden, notFound } from "../../kernel/errors.ts"
import { accessCohort, isPart, type Standing } from "../policy.ts"
import { cohorts } from "../tables.ts"
import type { PlanKind } from "./kinds.ts"
import { showPlan } from "./rendered.ts"
import type { DataProtectionView, PlanView } from "./schema.ts"
import { type PlanContent, type PlanHtml, plans, planVersions } from "./tables.ts"

/** Learners and facilitators work on them. Managers read the decided edition of what they are to support. */
export const PLANNERS = ["learner", "facilitator"] as const
const READ_BY_MANAGERS: readonly PlanKind[] = ["rollout"]

export async function findPlan(
  reader: Reader,
  actor: Actor,
  cohortId: string,
  kind: PlanKind,
): Promise<PlanView> {
  const [plan] = await listPlans(reader, actor, cohortId, [kind])
  if (!plan) throw forbidden()
  return plan
}

/** Those of these plans that the person may read; 403 where it is none of them. */
export async function listPlans(
  reader: Reader,
  actor: Actor,
  cohortId: string,
  kinds: readonly PlanKind[],
): Promise<PlanView[]> {
  const standing = await accessCohort(reader, actor, cohortId)
  const found: (PlanView | null)[] = []
  for (const kind of kinds)
    found.push(
      isPlanner(standing)
        ? await workedOn(reader, standing, cohortId, kind)
        : await decidedPlan(reader, cohortId, kind),
    )
  const readable = found.filter((plan) => plan !== null)
  if (readable.length === 0) throw forbidden()
  return readable
}

async function workedOn(
  reader: Reader,
  standing: Standing,
  cohortId: string,
  kind: PlanKind,
): Promise<PlanView> {
  const plan = await planOf(reader, cohortId, kind)
  const can = { edit: true, decide: isPart(standing, "facilitator") }
  if (!plan) return { kind, version: 0, content: null, html: null, decided: null, can }
  const edition = await editionOf(reader, plan, plan.version)
  return { kind, version: plan.version, ...edition, decided: await decisionOf(reader, cohortId, kind), can }
}

/** As managers of the cohort read it, without a trace of drafts. Null as long as nothing is decided. */
async function decidedPlan(reader: Reader, cohortId: string, kind: PlanKind): Promise<PlanView | null> {
  const decided = READ_BY_MANAGERS.includes(kind) ? await decisionOf(reader, cohortId, kind) : null
  if (!decided) return null
  const { version, content, html } = decided
  return { kind, version, content, html, decided, can: { edit: false, decide: false } }
}

export async function decisionOf(
  reader: Reader,
  cohortId: string,
  kind: PlanKind,
): Promise<PlanView["decided"]> {
  const plan = await planOf(reader, cohortId, kind)
  if (!plan?.decidedVersion || !plan.decidedOn) return null
  const edition = await editionOf(reader, plan, plan.decidedVersion)
  return { version: plan.decidedVersion, on: plan.decidedOn, ...edition }
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
  return { version, ...(await editionOf(reader, plan, version)) }
}

/** Ids of these plans of a cohort, for whoever may read them. */
export async function listPlanIds(
  reader: Reader,
  cohortId: string,
  kinds: readonly PlanKind[],
): Promise<string[]> {
  const rows = await reader
    .select({ id: plans.id })
    .from(plans)
    .where(and(eq(plans.cohortId, cohortId), inArray(plans.kind, [...kinds])))
  return rows.map(({ id }) => id)
}

/** The confirmed pages of all data protection workshops, the latest first; for everybody who is signed in. */
export async function listDataProtection(reader: Reader): Promise<DataProtectionView[]> {
  const rows = await reader
    .select({
      id: plans.id,
      cohort: cohorts.name,
      on: plans.decidedOn,
      content: planVersions.content,
      html: planVersions.html,
    })
    .from(plans)
    .innerJoin(cohorts, eq(cohorts.id, plans.cohortId))
    .innerJoin(
      planVersions,
      and(eq(planVersions.planId, plans.id), eq(planVersions.version, plans.decidedVersion)),
    )
    .where(and(eq(plans.kind, "data-protection"), isNotNull(plans.decidedOn)))
    .orderBy(desc(plans.decidedOn), desc(plans.id))
  return rows.map(({ on, html, ...row }) => ({
    ...row,
    on: on ?? "",
    html: html ?? showPlan("data-protection", row.content),
  }))
}

const isPlanner = (standing: Standing) => PLANNERS.some((part) => isPart(standing, part))

export async function planOf(reader: Reader, cohortId: string, kind: PlanKind) {
  const [plan] = await reader
    .select()
    .from(plans)
    .where(and(eq(plans.cohortId, cohortId), eq(plans.kind, kind)))
  return plan
}

export async function editionOf(
  reader: Reader,
  { id, kind }: { id: string; kind: PlanKind },
  version: number,
): Promise<{ content: PlanContent; html: PlanHtml }> {
  const [edition] = await reader
    .select({ content: planVersions.content, html: planVersions.html })
    .from(planVersions)
    .where(and(eq(planVersions.planId, id), eq(planVersions.version, version)))
  if (!edition) throw notFound()
  const { content, html } = edition
  return { content, html: html ?? showPlan(kind, content) }
}
