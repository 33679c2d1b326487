import type { CohortView } from "../../../../server/qualification/index.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../sections.ts"
import { boardOf, lessonsOf } from "./columns.ts"

export function retrospectiveSections(t: Texts, cohort: CohortView): Section[] {
  const { retrospectives, lessons } = t.qualification
  const isOfGroup = cohort.parts.some((part) => part !== "manager")
  if (!isOfGroup || !cohort.steps.some(({ features }) => features.includes("retrospective"))) return []
  return [
    { href: boardOf(cohort.id), label: retrospectives.title, text: retrospectives.section },
    { href: lessonsOf(cohort.id), label: lessons.title, text: lessons.section },
  ]
}
