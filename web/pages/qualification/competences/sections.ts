import type { CohortView } from "../../../../server/qualification/core.ts"
import type { Texts } from "../../../texts/index.ts"
import { preparationOf } from "../preparation/address.ts"
import type { Section } from "../section.ts"

export function competenceSections(t: Texts, cohort: CohortView): Section[] {
  const { competences, preparation } = t.qualification
  const own = {
    href: preparationOf(cohort.id),
    label: preparation.title,
    text: preparation.section,
    from: "self-rating" as const,
  }
  return [
    {
      href: `/lerngruppen/${cohort.id}/kompetenzen`,
      label: competences.title,
      text: competences.section,
    },
    ...(cohort.parts.includes("learner") ? [own] : []),
  ]
}
