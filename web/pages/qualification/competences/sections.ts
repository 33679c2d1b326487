import type { CohortView } from "../../../../server/qualification/index.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../sections.ts"

export function competenceSections(t: Texts, cohort: CohortView): Section[] {
  const at = (part: string) => `/lerngruppen/${cohort.id}/${part}`
  const { competences, selfRating, evidence } = t.qualification
  const isLearner = cohort.parts.includes("learner")
  return [
    { href: at("kompetenzen"), label: competences.title, text: competences.section },
    ...(isLearner
      ? [
          {
            href: at("selbsteinschaetzung"),
            label: selfRating.title,
            text: selfRating.section,
            from: "self-rating" as const,
          },
          { href: at("nachweise"), label: evidence.title, text: evidence.section, from: "practice" as const },
        ]
      : []),
  ]
}
