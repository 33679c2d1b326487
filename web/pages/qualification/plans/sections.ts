import type { CohortView } from "../../../../server/qualification/core.ts"
import { PLANS } from "../../../../server/qualification/outcome.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../section.ts"
import { PLAN_PAGES, type PlanPage, pagePath } from "./address.ts"

/** Only what the programme has a step for; the call comes up when learners begin to find things out. */
export function planSections(t: Texts, cohort: CohortView): Section[] {
  if (!cohort.parts.some((part) => part !== "manager")) return []
  const words = t.qualification.plans
  const features = new Set(cohort.steps.flatMap((step) => step.features))
  return (Object.keys(PLAN_PAGES) as PlanPage[])
    .filter((page) => PLAN_PAGES[page].some((kind) => features.has(PLANS[kind].feature)))
    .map((page) => {
      const { title, section } =
        page === "kolleginnen-und-kollegen" ? words.colleagues : words.kinds[PLAN_PAGES[page][0]]
      const from = page === "telefonat-mit-der-it" ? { from: "practice" as const } : {}
      return { href: pagePath(cohort.id, page), label: title, text: section, ...from }
    })
}
