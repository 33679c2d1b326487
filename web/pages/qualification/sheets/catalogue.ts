import { NAMED } from "./named.ts"
import { experiencesSheet, processSheet, projectSheet } from "./own-sheets.ts"
import { planSheets } from "./plan-sheets.ts"
import { preparationSheet } from "./preparation-sheet.ts"
import type { NamedSheet, Sheet, Slug } from "./sheet.ts"

const CONTENTS = [experiencesSheet, processSheet, projectSheet, preparationSheet, ...planSheets]

/** Every form of the half-year that can be filled in on paper, in the order in which it comes up. */
export const SHEETS: Sheet[] = NAMED.map(withContents)

function withContents(named: NamedSheet): Sheet {
  const contents = CONTENTS.find(({ slug }) => slug === named.slug)
  if (!contents) throw new Error(`nothing stands on the sheet ${named.slug}`)
  return { ...named, ...contents }
}

export function sheetOf(slug: Slug): Sheet {
  const sheet = SHEETS.find((one) => one.slug === slug)
  if (!sheet) throw new Error(`no sheet ${slug}`)
  return sheet
}
