import type { CohortView } from "../../../../server/qualification/core.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../section.ts"

export function journalSections(t: Texts, cohort: CohortView): Section[] {
  const { title, section } = t.qualification.journal
  return cohort.parts.includes("learner") ? [{ href: "/lerntagebuch", label: title, text: section }] : []
}
