import { Type } from "typebox"
import { Choice, Closed, Id } from "../../../../server/kernel/schemas.ts"
import { HEADINGS, type Heading } from "../../../../server/qualification/outcome.ts"

/** The columns as anchors of the page. */
const SLUGS: Record<Heading, string> = {
  "high-points": "hoehepunkte",
  difficulties: "schwierigkeiten",
  learned: "gelernt",
  different: "anders",
}
export const slugOf = (heading: Heading): string => SLUGS[heading]

export const boardOf = (cohortId: string) => `/lerngruppen/${cohortId}/rueckblick`

/** A column, where the card then stands by itself, or a topic. */
export const Place = Closed({ place: Type.Union([Choice(HEADINGS), Id]) })
