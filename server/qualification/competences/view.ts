import type { Locale } from "../../kernel/actor.ts"
import { doingAt, findCompetence, type Known } from "./frameworks/index.ts"
import { LEVELS } from "./frameworks/levels.ts"
import { plainNameOf } from "./frameworks/plain-names.ts"
import type { CompetenceView } from "./schema.ts"

/** Competences in the reader's language. One that the software no longer knows is left out. */
export const competenceViews = (keys: readonly string[], locale: Locale): CompetenceView[] =>
  keys.flatMap((key) => {
    const known = findCompetence(key)
    return known ? [viewOf(known, locale)] : []
  })

const viewOf = (known: Known, locale: Locale): CompetenceView => {
  const { key, framework, area, competence } = known
  return {
    key,
    framework: framework.id,
    version: framework.version,
    id: competence.id,
    area: area.name[locale],
    name: competence.name[locale],
    plain: plainNameOf(key)?.[locale] ?? null,
    levels: LEVELS.map(({ level, name, meaning }) => {
      return { level, name: name[locale], meaning: meaning[locale], doing: doingAt(known, level, locale) }
    }),
  }
}
