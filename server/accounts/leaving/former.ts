import type { Locale } from "../../kernel/actor.ts"

/** What stands in the place of a name: in both forms short, fit for either gender and for the name of a file. */
export const FORMER = { de: "Ehemals beschäftigte Person", en: "Former employee" } as const

/** The name as it is stored, but of somebody who has left in the language of whoever reads it. */
export const calledIn = (locale: Locale, name: string): string => (name === FORMER.de ? FORMER[locale] : name)

/** Nobody has it, and no mail goes there. */
export const formerAddress = (id: string) => `${id}@entfernt.invalid`

/** Stands for an address in what somebody wrote. */
export const REMOVED_ADDRESS = "entfernt@entfernt.invalid"
