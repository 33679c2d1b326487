import type { CohortView } from "../../../../server/qualification/index.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../sections.ts"

export function certificateSections(t: Texts, cohort: CohortView): Section[] {
  const words = t.qualification.certificates
  const issuing = {
    href: `/lerngruppen/${cohort.id}/zertifikate`,
    label: words.title,
    text: words.sectionFacilitator,
  }
  const own = {
    href: "/zertifikate",
    label: words.ownTitle,
    text: words.sectionLearner,
    from: "certificate" as const,
  }
  return [
    ...(cohort.parts.includes("facilitator") ? [issuing] : []),
    ...(cohort.parts.includes("learner") ? [own] : []),
  ]
}
