import type { CohortView } from "../../../server/qualification/index.ts"
import type { Texts } from "../../texts/index.ts"

/** A part of the cohort with pages of its own, as the cohort's page links to it. */
export type Section = { href: string; label: string; text: string }

/** What the person can open in a cohort, in the order of the half-year. */
export function sectionsOf(_t: Texts, _cohort: CohortView): Section[] {
  return []
}
