import type { CohortView } from "../../../../server/qualification/core.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../section.ts"

export function startSections(t: Texts, cohort: CohortView): Section[] {
  const { title, section } = t.qualification.starts
  const isAskedFor = cohort.steps.some(({ features }) =>
    features.some((one) => one === "experience" || one === "processes"),
  )
  if (!isAskedFor || !cohort.parts.some((part) => part !== "manager")) return []
  return [{ href: `/lerngruppen/${cohort.id}/ausgangslage`, label: title, text: section }]
}
