import type { Slug } from "./sheet.ts"

export const sheetsOf = (cohortId: string) => `/lerngruppen/${cohortId}/blaetter`

/** Of a step in the list of all sheets. */
export const anchorOf = (stepId: string) => `schritt-${stepId}`

/** All empty sheets of a step, or of all steps. */
export const allPath = (cohortId: string, stepId?: string) =>
  `${sheetsOf(cohortId)}/pdf${stepId ? `?schritt=${stepId}` : ""}`

/** `only`: the one of several that is meant. */
type Which = { filled?: boolean; only?: string | undefined }

export const sheetPath = (cohortId: string, slug: Slug, which: Which = {}) =>
  `${sheetsOf(cohortId)}/${slug}${queryOf(which)}`

export const pdfPath = (cohortId: string, slug: Slug, which: Which = {}) =>
  `${sheetsOf(cohortId)}/${slug}/pdf${queryOf(which)}`

function queryOf({ filled, only }: Which): string {
  if (!filled) return ""
  return only ? `?ausgefuellt=1&nur=${only}` : "?ausgefuellt=1"
}
