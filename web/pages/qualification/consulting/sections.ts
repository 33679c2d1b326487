import type { CohortView } from "../../../../server/qualification/core.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../section.ts"

/** For the group; it is nothing of the managers'. */
export function consultingSections(t: Texts, cohort: CohortView): Section[] {
  if (!cohort.parts.some((part) => part !== "manager")) return []
  const { title, section } = t.qualification.consulting
  return [
    { href: `/lerngruppen/${cohort.id}/beratungen`, label: title, text: section, from: "peer-consulting" },
  ]
}
