import type { CohortView } from "../../../../server/qualification/index.ts"
import type { Texts } from "../../../texts/index.ts"
import type { Section } from "../sections.ts"

/** Where each part begins. */
export function pathSections(t: Texts, { id, parts }: CohortView): Section[] {
  const { path, stand } = t.qualification
  const root = `/lerngruppen/${id}`
  return [
    ...(parts.includes("learner")
      ? [{ href: `${root}/lernweg`, label: path.title, text: path.section }]
      : []),
    ...(parts.includes("facilitator")
      ? [{ href: `${root}/stand`, label: stand.title, text: stand.section }]
      : []),
  ]
}
