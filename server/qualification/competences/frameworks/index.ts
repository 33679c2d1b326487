import { digcomp } from "./digcomp/index.ts"
import { programme } from "./programme.ts"
import type { Area, Competence, Framework } from "./shape.ts"

export type { Area, Bilingual, Competence, Framework } from "./shape.ts"

/** Older versions stay here as long as anybody's result names them. */
export const FRAMEWORKS: Framework[] = [digcomp, programme]

/** A competence everywhere: `digcomp@2.2:2.4`. */
export const keyOf = (framework: Framework, { id }: Competence) =>
  `${framework.id}@${framework.version}:${id}`

export type Known = { key: string; framework: Framework; area: Area; competence: Competence }

const KNOWN = new Map<string, Known>(
  FRAMEWORKS.flatMap((framework) =>
    framework.areas.flatMap((area) =>
      area.competences.map((competence) => {
        const key = keyOf(framework, competence)
        return [key, { key, framework, area, competence }] as const
      }),
    ),
  ),
)

export const findCompetence = (key: string): Known | null => KNOWN.get(key) ?? null

/** In the order of the frameworks. */
export const COMPETENCE_KEYS = [...KNOWN.keys()]

export const MOST_COMPETENCES = 8
export const FEWEST_COMPETENCES = 4

/** What a cohort assesses until somebody chooses otherwise. */
export const DEFAULT_COMPETENCES = [
  "digcomp@2.2:2.2",
  "digcomp@2.2:2.4",
  "digcomp@2.2:4.2",
  "digcomp@2.2:5.2",
  "fachforum@1.0:A.1",
  "fachforum@1.0:A.2",
]

export const HIGHEST_LEVEL = 8

/** What somebody does at a level, as the end of a sentence; null at 0, where there is nothing to say yet. */
export function doingAt({ competence }: Known, level: number, locale: "de" | "en"): string | null {
  return level < 1 ? null : (competence.bands[locale][Math.ceil(level / 2) - 1] ?? null)
}
