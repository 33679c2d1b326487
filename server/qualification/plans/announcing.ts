import { asc, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { byName } from "../../kernel/order.ts"
import { isOwn } from "../policy.ts"
import { personsOf } from "../queries.ts"
import { cohortMembers, cohorts } from "../tables.ts"
import { listPlans } from "./queries.ts"

/** The cohorts of a person, for announcements: who drafts in the name of one, and who releases it. */
export async function announcingCohorts(reader: Reader, actor: Actor) {
  const rows = await reader
    .select({ id: cohorts.id, name: cohorts.name, part: cohortMembers.part })
    .from(cohortMembers)
    .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
    .where(isOwn(actor))
    .orderBy(byName(cohorts.name), asc(cohorts.id))
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const drafts = own.some(({ part }) => part === "learner" || part === "facilitator")
    return [{ id: first.id, name: first.name, drafts, releases: own.some(({ part }) => part === "manager") }]
  })
}

export const listManagerIds = (reader: Reader, cohortId: string): Promise<string[]> =>
  personsOf(reader, cohortId, ["manager"])

/** What the decided roll-out plan says; null where nothing is decided. Refuses whoever may not read the plan. */
export async function findRollOutPlan(reader: Reader, actor: Actor, cohortId: string) {
  const [plan] = await listPlans(reader, actor, cohortId, ["rollout"])
  if (!plan?.decided) return null
  const { fields, lines } = plan.decided.content
  const filled = (name: string) =>
    lines.map((line) => line[name]?.trim() ?? "").filter((words) => words !== "")
  return {
    startOn: fields.startOn ?? "",
    messages: filled("message"),
    help: fields.help ?? "",
    audiences: filled("audience"),
  }
}
