import type { CohortView } from "../../../../server/qualification/core.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../section.ts"
import { sheetsOf } from "./address.ts"

export function sheetSections(t: Texts, { id }: CohortView): Section[] {
  const { title, section } = t.qualification.sheets
  return [{ href: sheetsOf(id), label: title, text: section }]
}
