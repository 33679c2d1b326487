import {
  approveReport,
  composeReport,
  contribute,
  decidePlan,
  findPlan,
  findReport,
  type PlanContent,
  perPrompt,
  releaseReport,
  savePlan,
  saveReport,
} from "../../../qualification/index.ts"
import type { Scene } from "../../play.ts"
import type { Stage } from "../stage.ts"
import type { SeedPlan, SeedReport } from "../types.ts"

/** What the group plans, and what it decides. */
export function scenesOfPlan(stage: Stage, plan: SeedPlan): Scene[] {
  const write = { at: stage.at(plan.at), play: () => save(stage, plan) }
  if (!plan.decided) return [write]
  return [write, { at: stage.at(plan.decided.at), play: () => decide(stage, plan) }]
}

async function save(stage: Stage, plan: SeedPlan): Promise<void> {
  const { db, cohortId } = stage
  const author = await stage.actor(plan.by)
  const { version } = await findPlan(db, author, cohortId, plan.kind)
  await savePlan(db, author, cohortId, plan.kind, { version, content: dated(stage, plan) })
}

/** The days of the content are counted from steps, so they are known only here. */
function dated(stage: Stage, { content, days = {}, lineDays = [] }: SeedPlan): PlanContent {
  const column = content.lines.some((line) => "until" in line) ? "until" : "day"
  const fields = Object.entries(days).map(([name, when]) => [name, stage.day(when)])
  return {
    ...content,
    fields: { ...content.fields, ...Object.fromEntries(fields) },
    lines: content.lines.map((line, index) => {
      const when = lineDays[index]
      return when ? { ...line, [column]: stage.day(when) } : line
    }),
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
    const fields = { ...perPrompt(() => ({ text: "", included: true })), ...report.composed.fields }
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
