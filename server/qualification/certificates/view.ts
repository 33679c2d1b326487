import type { Locale } from "../../kernel/actor.ts"
import type { CertificateContent, CertifiedCompetence } from "./certified.ts"

/** The eight steps of certificates that do not say how many they have. */
export const scaleOf = ({ scale }: Pick<CertificateContent, "scale">): number => scale ?? 8

/** A competence as the reader reads it. */
export const competenceView = (
  { name, framework, version, level, levelName, doing, start }: CertifiedCompetence,
  locale: Locale,
) => {
  return {
    name: name[locale],
    framework: `${framework}@${version}`,
    level,
    levelName: levelName[locale],
    doing: doing?.[locale] ?? null,
    start: start ? { level: start.level, levelName: start.levelName[locale] } : null,
  }
}
