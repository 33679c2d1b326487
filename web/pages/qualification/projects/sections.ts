import type { CohortView } from "../../../../server/qualification/index.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../sections.ts"

export function projectSections(t: Texts, cohort: CohortView): Section[] {
  const words = t.qualification.projects
  const works = cohort.parts.some((part) => part !== "manager")
  const sections: Section[] = []
  if (works)
    sections.push({
      href: `/lerngruppen/${cohort.id}/projekte`,
      label: words.title,
      text: words.section,
      from: "project",
    })
  if (cohort.parts.includes("manager"))
    sections.push({ href: "/abstimmungen", label: words.managerTitle, text: words.managerSection })
  return sections
}
