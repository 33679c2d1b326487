import type { CohortView } from "../../../../server/qualification/core.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../section.ts"

export function pathSections(t: Texts, { id, parts }: CohortView): Section[] {
  const { title, section } = t.qualification.stand
  return parts.includes("facilitator")
    ? [{ href: `/lerngruppen/${id}/stand`, label: title, text: section }]
    : []
}
