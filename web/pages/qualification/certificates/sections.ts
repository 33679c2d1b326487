import type { CohortView } from "../../../../server/qualification/index.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../sections.ts"

export function certificateSections(t: Texts, { parts }: CohortView): Section[] {
  const { ownTitle, sectionLearner } = t.qualification.certificates
  if (!parts.includes("learner")) return []
  return [{ href: "/zertifikate", label: ownTitle, text: sectionLearner, from: "certificate" }]
}
