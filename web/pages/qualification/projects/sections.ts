import type { CohortView } from "../../../../server/qualification/core.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../section.ts"

export function projectSections(t: Texts, { id, parts }: CohortView): Section[] {
  const { title, section } = t.qualification.projects
  if (parts.every((part) => part === "manager")) return []
  return [{ href: `/lerngruppen/${id}/projekte`, label: title, text: section, from: "project" }]
}
