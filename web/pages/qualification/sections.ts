import type { CohortView } from "../../../server/qualification/index.ts"
import type { Texts } from "../../texts/index.ts"

/** A part of the cohort with pages of its own, as the cohort's page links to it. */
export type Section = { href: string; label: string; text: string }

/** What the person can open in a cohort, in the order of the half-year. */
export function sectionsOf(t: Texts, cohort: CohortView): Section[] {
  const at = (part: string) => `/lerngruppen/${cohort.id}/${part}`
  const { competences, selfRating } = t.qualification
  const isLearner = cohort.parts.includes("learner")
  return [
    { href: at("kompetenzen"), label: competences.title, text: competences.section },
    ...(isLearner
      ? [{ href: at("selbsteinschaetzung"), label: selfRating.title, text: selfRating.section }]
      : []),
  ]
}
