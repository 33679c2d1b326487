import { type CohortView, PLAN_KINDS, PLANS } from "../../../../server/qualification/index.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../sections.ts"
import { planPath } from "./address.ts"

/** Only what the programme has a step for. */
export function planSections(t: Texts, cohort: CohortView): Section[] {
  if (!cohort.parts.some((part) => part !== "manager")) return []
  const features = new Set(cohort.steps.flatMap((step) => step.features))
  return PLAN_KINDS.filter((kind) => features.has(PLANS[kind].feature)).map((kind) => ({
    href: planPath(cohort.id, kind),
    label: t.qualification.plans.kinds[kind].title,
    text: t.qualification.plans.kinds[kind].section,
  }))
}
