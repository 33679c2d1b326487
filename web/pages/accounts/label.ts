import type { Installation } from "../../../server/accounts/index.ts"
import type { Locale } from "../../../server/kernel/actor.ts"

/** What a department is called here, in the reader's language: Abteilung, Referat, Sachgebiet … As a heading says it. */
export function labelOf({ departmentLabel }: Installation, locale: Locale): { one: string; many: string } {
  const { one, many } = departmentLabel[locale]
  return { one: capital(one), many: capital(many) }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
