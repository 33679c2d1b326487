import type { CohortView } from "../../../../server/qualification/core.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../section.ts"
import { boardOf } from "./columns.ts"

export function retrospectiveSections(t: Texts, cohort: CohortView): Section[] {
  const { title, section } = t.qualification.retrospectives
  const isOfGroup = cohort.parts.some((part) => part !== "manager")
  if (!isOfGroup || !cohort.steps.some(({ features }) => features.includes("retrospective"))) return []
  return [{ href: boardOf(cohort.id), label: title, text: section }]
}
