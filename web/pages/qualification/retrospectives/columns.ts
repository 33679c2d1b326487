import { Choice, Closed, Id } from "../../../../server/kernel/schemas.ts"
import type { Heading } from "../../../../server/qualification/index.ts"

/** The columns in addresses. */
const SLUGS = ["hoehepunkte", "schwierigkeiten", "gelernt", "anders"] as const
type Slug = (typeof SLUGS)[number]

const HEADING_OF: Record<Slug, Heading> = {
  hoehepunkte: "high-points",
  schwierigkeiten: "difficulties",
  gelernt: "learned",
  anders: "different",
}

export const ByColumn = Closed({ id: Id, column: Choice(SLUGS) })
export const headingOf = (slug: Slug): Heading => HEADING_OF[slug]
export const slugOf = (heading: Heading): Slug =>
  SLUGS.find((slug) => HEADING_OF[slug] === heading) ?? "hoehepunkte"

export const boardOf = (cohortId: string) => `/lerngruppen/${cohortId}/rueckblick`
export const lessonsOf = (cohortId: string) => `/lerngruppen/${cohortId}/erkenntnisse`
