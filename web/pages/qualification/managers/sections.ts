import type { CohortView } from "../../../../server/qualification/core.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../section.ts"

export const managerPath = (cohortId: string) => `/lerngruppen/${cohortId}/fuehrungskraft`

/** Whoever is nothing but a manager has no other page of the cohort. */
export const onlyManages = ({ parts }: Pick<CohortView, "parts">) => parts.every((part) => part === "manager")

export function managerSections(t: Texts, { id, parts }: CohortView): Section[] {
  const { title, section } = t.qualification.managed
  return parts.includes("manager") ? [{ href: managerPath(id), label: title, text: section }] : []
}
