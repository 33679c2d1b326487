import {
  approveReport,
  composeReport,
  contribute,
  decidePlan,
  type FieldKind,
  findPlan,
  findReport,
  PLANS,
  type PlanContent,
  perPrompt,
  releaseReport,
  savePlan,
  saveReport,
} from "../../../qualification/outcome.ts"
import type { Scene } from "../../parts.ts"
import type { SeedPlan } from "../../reading/cohort/index.ts"
import type { SeedReport } from "../../reading/cohort/together.ts"
import type { Stage } from "../stage.ts"

/** What the group plans, and what it decides. */
export function scenesOfPlan(stage: Stage, plan: SeedPlan): Scene[] {
  const write = { at: stage.at(plan.at), play: () => save(stage, plan) }
  if (!plan.decided) return [write]
  return [write, { at: stage.at(plan.decided), play: () => decide(stage, plan) }]
}

async function save(stage: Stage, plan: SeedPlan): Promise<void> {
  const { db, cohortId } = stage
  const author = await stage.actor(plan.by)
  const { version } = await findPlan(db, author, cohortId, plan.kind)
  await savePlan(db, author, cohortId, plan.kind, { version, content: dated(stage, plan) })
}

/** Days are counted from steps, so they are known only here. What is not written is empty. */
function dated(stage: Stage, { kind, content: { link, fields, lines } }: SeedPlan): PlanContent {
  const settle = (values: Record<string, string | undefined>, kinds: Record<string, FieldKind>) =>
    Object.fromEntries(
      Object.entries(kinds).map(([name, type]) => {
        const value = values[name] ?? ""
        return [name, type === "day" && value !== "" ? stage.day(value) : value]
      }),
    )
  return {
    link,
    fields: settle(fields, PLANS[kind].fields),
    lines: lines.map((line) => settle(line, PLANS[kind].columns)),
  }
}

async function decide(stage: Stage, { kind }: SeedPlan): Promise<void> {
  const { db, cohortId } = stage
  const facilitator = await stage.facilitator()
  const { version } = await findPlan(db, facilitator, cohortId, kind)
  await decidePlan(db, facilitator, cohortId, kind, version)
}

/** The feedback of the group: collected, put together, agreed, released. */
export function scenesOfReport(stage: Stage, report: SeedReport): Scene[] {
  const { db, cohortId } = stage
  const composer = () => stage.actor(report.composed.by)
  const compose = async () => {
    await composeReport(db, await composer(), cohortId)
    const { version } = await findReport(db, await composer(), cohortId)
    const texts = { ...perPrompt(() => ""), ...report.composed.fields }
    const fields = perPrompt((prompt) => ({ text: texts[prompt], included: true }))
    await saveReport(db, await composer(), cohortId, { version, fields })
  }
  const approve = async (who: string) => {
    const actor = await stage.actor(who)
    const { version } = await findReport(db, actor, cohortId)
    await approveReport(db, actor, cohortId, version)
  }
  const release = async () => {
    const { version } = await findReport(db, await composer(), cohortId)
    const expiresOn = stage.day(report.released.expiresOn)
    await releaseReport(db, await composer(), cohortId, { version, expiresOn })
  }
  return [
    ...report.contributions.map(({ by, at, texts }) => ({
      at: stage.at(at),
      play: async () => contribute(db, await stage.actor(by), cohortId, { ...perPrompt(() => ""), ...texts }),
    })),
    { at: stage.at(report.composed.at), play: compose },
    ...report.approvals.map(({ by, at }) => ({ at: stage.at(at), play: () => approve(by) })),
    { at: stage.at(report.released.at), play: release },
  ]
}
