import { and, asc, eq, sql } from "drizzle-orm"
import { FIRST_ID, type Reader, type Tx } from "../../kernel/database.ts"
import { renderMarkdown, showMarkdown } from "../../kernel/markdown.ts"
import { type RenderedTexts, renewed } from "../../kernel/rendering.ts"
import { longTexts, type PlanKind } from "./kinds.ts"
import { type PlanContent, type PlanHtml, plans, planVersions } from "./tables.ts"

/** Refuses with the name of the field, e.g. `fields.rules`. */
export const renderPlan = (kind: PlanKind, content: PlanContent): PlanHtml =>
  eachLong(kind, content, (text, name) => renderMarkdown(text, `fields.${name}`))

/** What is stored already is never refused. */
export const showPlan = (kind: PlanKind, content: PlanContent): PlanHtml =>
  eachLong(kind, content, (text) => showMarkdown(text))

function eachLong(
  kind: PlanKind,
  { fields }: PlanContent,
  render: (text: string, name: string) => string,
): PlanHtml {
  const filled = longTexts(kind).filter((name) => fields[name]?.trim())
  return Object.fromEntries(filled.map((name) => [name, render(fields[name] ?? "", name)]))
}

export const renderedPlans: RenderedTexts = {
  kind: "plans",
  count: (reader: Reader) => reader.$count(planVersions),
  async renew(tx: Tx, after, most) {
    const [planId, version] = (after || `${FIRST_ID} 0`).split(" ")
    const rows = await tx
      .select({ edition: planVersions, kind: plans.kind })
      .from(planVersions)
      .innerJoin(plans, eq(plans.id, planVersions.planId))
      .where(sql`(${planVersions.planId}, ${planVersions.version}) > (${planId}::uuid, ${version}::integer)`)
      .orderBy(asc(planVersions.planId), asc(planVersions.version))
      .limit(most)
      .for("update", { of: planVersions })
    const kept: string[] = []
    for (const { edition, kind } of rows) {
      const { planId, version, content, html: former } = edition
      const html = renewed(() => renderPlan(kind, content))
      if (!html) kept.push(`${planId} ${version}`)
      await tx
        .update(planVersions)
        .set({ html: html ?? former ?? showPlan(kind, content) })
        .where(and(eq(planVersions.planId, planId), eq(planVersions.version, version)))
    }
    const last = rows.at(-1)?.edition
    return last ? { last: `${last.planId} ${last.version}`, done: rows.length, kept } : null
  },
}
