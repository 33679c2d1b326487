import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { auditOf } from "../../kernel/audit.ts"
import { type Db, newId, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { checkInput } from "../../kernel/schemas.ts"
import { today } from "../../kernel/time.ts"
import { tellInbox } from "../../notifications/index.ts"
import { accessCohortForChange } from "../policy.ts"
import { personsOf } from "../queries.ts"
import type { PlanKind } from "./kinds.ts"
import { editionOf, PLANNERS, planOf } from "./queries.ts"
import { renderPlan } from "./rendered.ts"
import { contentSchemas, type SavedPlan } from "./schema.ts"
import { type PlanContent, plans, planVersions } from "./tables.ts"

const record = auditOf("plan")

/** Writes the next edition. 409 `plan.changed` with the newer one when somebody was faster; nothing changed, or nothing written yet: nothing happens. */
export async function savePlan(
  db: Db,
  actor: Actor,
  cohortId: string,
  kind: PlanKind,
  input: SavedPlan,
): Promise<{ version: number }> {
  refuseFaults(kind, input.content)
  const html = renderPlan(kind, input.content)
  return transact(db, async (tx) => {
    await accessCohortForChange(tx, actor, cohortId, PLANNERS)
    const former = await planOf(tx, cohortId, kind)
    const content = withoutEmptyLines(input.content)
    if (!former && isBlank(content)) return { version: 0 }
    if (former) {
      const { content: current } = await editionOf(tx, former, former.version)
      if (isSame(current, content)) return { version: former.version }
      if (former.version !== input.version)
        throw new Refusal(409, "plan.changed", undefined, {
          current: { version: former.version, content: current },
        })
    }
    const id = former?.id ?? newId()
    const version = (former?.version ?? 0) + 1
    if (former) await tx.update(plans).set({ version }).where(eq(plans.id, id))
    else await tx.insert(plans).values({ id, cohortId, kind, version })
    await tx.insert(planVersions).values({ planId: id, version, content, html })
    return { version }
  })
}

/** Records that the group has decided the present edition. A newer one than the person looked at is refused. */
export async function decidePlan(
  db: Db,
  actor: Actor,
  cohortId: string,
  kind: PlanKind,
  version: number,
): Promise<void> {
  await transact(db, async (tx) => {
    await accessCohortForChange(tx, actor, cohortId, ["facilitator"])
    const plan = await planOf(tx, cohortId, kind)
    if (!plan) throw new Refusal(409, "plan.empty")
    if (plan.version !== version) throw new Refusal(409, "plan.changed")
    if (plan.decidedVersion === version) return
    if (kind === "data-protection") refuseClosedLinks((await editionOf(tx, plan, version)).content)
    await tx.update(plans).set({ decidedVersion: version, decidedOn: today() }).where(eq(plans.id, plan.id))
    const learners = await personsOf(tx, cohortId, ["learner"])
    await tellInbox(tx, { notice: "qualification.plan", subjectId: plan.id, groupId: plan.id }, learners)
    await record(tx, actor, "decided", plan.id, { kind, version })
  })
}

/** Takes the decision back; the text stays. Doing it twice changes nothing. */
export async function reopenPlan(db: Db, actor: Actor, cohortId: string, kind: PlanKind): Promise<void> {
  await transact(db, async (tx) => {
    await accessCohortForChange(tx, actor, cohortId, ["facilitator"])
    const plan = await planOf(tx, cohortId, kind)
    if (!plan || plan.decidedVersion === null) return
    await tx.update(plans).set({ decidedVersion: null, decidedOn: null }).where(eq(plans.id, plan.id))
    await record(tx, actor, "reopened", plan.id, { kind })
  })
}

function refuseFaults(kind: PlanKind, content: PlanContent): void {
  const [fault] = checkInput(contentSchemas[kind], content).faults
  if (fault) throw new Refusal(422, "plan.field", fault.field.split(".").slice(0, 3).join("."))
}

/** Everybody reads the page on data protection, so what it cites is nothing that only the group can open. */
function refuseClosedLinks(content: PlanContent): void {
  if (
    /(^|[\s("'<])(https?:\/\/[^\s/]+)?\/lerngruppen\//.test(
      Object.values({ ...content.fields, link: content.link }).join("\n"),
    )
  )
    throw new Refusal(422, "plan.closed-link")
}

const withoutEmptyLines = ({ lines, ...rest }: PlanContent): PlanContent => {
  return { ...rest, lines: lines.filter((line) => Object.values(line).some((value) => value.trim() !== "")) }
}

const isBlank = ({ link, fields, lines }: PlanContent) =>
  lines.length === 0 && [link, ...Object.values(fields)].every((value) => value.trim() === "")

/** PostgreSQL gives keys back in an order of its own. */
const isSame = (one: PlanContent, other: PlanContent) => canonical(one) === canonical(other)
const sorted = (record: Record<string, string>) =>
  Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))
const canonical = ({ link, fields, lines }: PlanContent) =>
  JSON.stringify([link, sorted(fields), lines.map(sorted)])
