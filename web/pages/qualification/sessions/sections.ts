import type { CohortView } from "../../../../server/qualification/index.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../sections.ts"

export function sessionSections(t: Texts, cohort: CohortView): Section[] {
  const { section, sectionText } = t.qualification.sessions
  return [{ href: `/lerngruppen/${cohort.id}/termine`, label: section, text: sectionText }]
}
