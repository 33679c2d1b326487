import type { Locale } from "../../kernel/actor.ts"
import type { CertifiedCompetence } from "./tables.ts"

/** A competence as the reader reads it. */
export const competenceView = (
  { name, framework, version, level, levelName, doing }: CertifiedCompetence,
  locale: Locale,
) => {
  return {
    name: name[locale],
    framework: `${framework}@${version}`,
    level,
    levelName: levelName[locale],
    doing: doing?.[locale] ?? null,
  }
}
