import type { CohortView } from "../../../../server/qualification/core.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../section.ts"

export function assessmentSections(t: Texts, cohort: CohortView): Section[] {
  const { title, section } = t.qualification.assessments
  const isPart = cohort.parts.some((part) => part !== "manager")
  return isPart
    ? [
        {
          href: `/lerngruppen/${cohort.id}/kompetenzbilanzen`,
          label: title,
          text: section,
          from: "assessment",
        },
      ]
    : []
}
