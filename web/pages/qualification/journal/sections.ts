import type { CohortView } from "../../../../server/qualification/index.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../sections.ts"

export function journalSections(t: Texts, cohort: CohortView): Section[] {
  if (!cohort.parts.some((part) => part !== "manager")) return []
  const { title, section, sharedTitle, sharedSection } = t.qualification.journal
  const own = cohort.parts.includes("learner") ? [{ href: "/lerntagebuch", label: title, text: section }] : []
  const shared = {
    href: `/lerngruppen/${cohort.id}/geteilte-eintraege`,
    label: sharedTitle,
    text: sharedSection,
  }
  return [...own, shared]
}
