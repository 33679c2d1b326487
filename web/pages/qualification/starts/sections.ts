import type { CohortView } from "../../../../server/qualification/index.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../sections.ts"

export function startSections(t: Texts, cohort: CohortView): Section[] {
  const words = t.qualification.starts
  const at = `/lerngruppen/${cohort.id}`
  const has = (feature: "experience" | "processes") =>
    cohort.steps.some(({ features }) => features.includes(feature))
  if (!cohort.parts.some((part) => part !== "manager")) return []
  return [
    ...(has("experience")
      ? [{ href: `${at}/erfahrungen`, label: words.experiences.title, text: words.experiences.section }]
      : []),
    ...(has("processes")
      ? [{ href: `${at}/arbeitsablaeufe`, label: words.processes.title, text: words.processes.section }]
      : []),
  ]
}
