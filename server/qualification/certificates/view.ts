import type { Locale } from "../../kernel/actor.ts"
import type { CertifiedCompetence } from "./tables.ts"

/** A competence as the reader reads it. */
export const competenceView = ({ name, level, levelName, doing }: CertifiedCompetence, locale: Locale) => {
  return { name: name[locale], level, levelName: levelName[locale], doing: doing?.[locale] ?? null }
}
