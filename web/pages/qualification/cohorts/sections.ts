import type { CohortView } from "../../../../server/qualification/core.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../section.ts"

export function cohortSections(t: Texts, { id, parts }: CohortView): Section[] {
  const { members } = t.qualification.cohorts
  const { calendar } = t.qualification.cohortDates
  const root = `/lerngruppen/${id}`
  const forFacilitators: Section[] = [
    { href: `${root}/beteiligte`, label: members.title, text: members.section },
  ]
  return [
    ...(parts.includes("facilitator") ? forFacilitators : []),
    { href: "/qualifizierung#kalender", label: calendar.title, text: calendar.section },
  ]
}
