import type { Locale } from "../../kernel/actor.ts"
import { doingAt, findCompetence } from "../competences/frameworks/index.ts"

export type Agreed = { competence: string; level: number }

/**
 * A first wording of the certificate: one sentence for each agreed level, the highest first. What is at 0 says nothing
 * yet. The learner words it anew as they like.
 */
export function proposeSentences(name: string, agreed: Agreed[], locale: Locale): string {
  return agreed
    .toSorted((a, b) => b.level - a.level)
    .flatMap(({ competence, level }) => {
      const known = findCompetence(competence)
      const doing = known && doingAt(known, level, locale)
      return doing ? [`${name} ${doing}.`] : []
    })
    .join("\n")
}
