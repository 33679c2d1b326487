import type { Bilingual, Locale } from "../../../kernel/actor.ts"

/** What somebody does at each of the four levels, as the end of a sentence that begins with their name. */
export type Bands = [string, string, string, string]

export type Competence = {
  /** Stable within its framework and version. */
  id: string
  name: Bilingual
  bands: Record<Locale, Bands>
}

export type Area = { id: string; name: Bilingual; competences: Competence[] }

/**
 * Published once, never changed in its meaning: a change is another version beside it. `levels` are the names that it
 * gives to the four, in its own language, which is English; absent where it names none.
 */
export type Framework = {
  id: string
  version: string
  name: Bilingual
  areas: Area[]
  levels?: [string, string, string, string]
}

export const competence = (id: string, de: [string, Bands], en: [string, Bands]): Competence => {
  return { id, name: { de: de[0], en: en[0] }, bands: { de: de[1], en: en[1] } }
}
