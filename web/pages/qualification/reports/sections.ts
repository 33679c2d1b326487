import type { CohortView } from "../../../../server/qualification/core.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../section.ts"

export function reportSections(t: Texts, cohort: CohortView): Section[] {
  const words = t.qualification.reports
  const href = `/lerngruppen/${cohort.id}/rueckmeldung`
  const works = cohort.parts.some((part) => part !== "manager")
  if (!cohort.steps.some(({ features }) => features.includes("feedback-report"))) return []
  return [
    works
      ? { href, label: words.title, text: words.section }
      : { href, label: words.managerTitle, text: words.managerNone },
  ]
}
