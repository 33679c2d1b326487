import type { Installation } from "../../../server/accounts/index.ts"
import type { Locale } from "../../../server/kernel/actor.ts"

/** What a department is called here, in the reader's language: Abteilung, Referat, Sachgebiet … */
export const labelOf = ({ departmentLabel }: Installation, locale: Locale) => departmentLabel[locale]
