import type { CohortView } from "../../../../server/qualification/core.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../section.ts"

export function impulseSections(t: Texts, cohort: CohortView): Section[] {
  if (!cohort.parts.some((part) => part !== "manager")) return []
  const { title, section } = t.qualification.impulses
  return [{ href: `/lerngruppen/${cohort.id}/lernimpulse`, label: title, text: section, from: "impulse" }]
}
