import { digcomp } from "./digcomp/index.ts"
import { digcomp3 } from "./digcomp-3.ts"
import { programme } from "./programme.ts"
import type { Area, Competence, Framework } from "./shape.ts"

export type { Competence, Framework } from "./shape.ts"

/** Older versions stay here as long as anybody's result names them. */
export const FRAMEWORKS: Framework[] = [digcomp, digcomp3, programme]

/** What a programme can be built on; what the software brings itself is chosen from beside each. */
export const FOUNDATIONS = ["digcomp@2.2", "digcomp@3.0"] as const
export type Foundation = (typeof FOUNDATIONS)[number]

const nameOf = ({ id, version }: Framework) => `${id}@${version}`
const isFoundation = (name: string) => FOUNDATIONS.some((one) => one === name)

/** From what a cohort chooses whose programme is built on this. */
export const frameworksOn = (foundation: Foundation): Framework[] =>
  FRAMEWORKS.filter((one) => nameOf(one) === foundation || !isFoundation(nameOf(one)))

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

/** Those of the named ones (`digcomp@3.0`) that name levels of their own: what is shown of them needs a note. */
export const withOwnLevels = (names: string[]) =>
  FRAMEWORKS.flatMap((one) =>
    one.levels && names.includes(nameOf(one)) ? [{ name: one.name, levels: one.levels }] : [],
  )

/** What a cohort assesses until somebody chooses otherwise: the numbers are the same in both versions. */
export const defaultCompetences = (foundation: Foundation): string[] => [
  ...["2.2", "2.4", "4.2", "5.2"].map((id) => `${foundation}:${id}`),
  "fachforum@1.0:A.1",
  "fachforum@1.0:A.2",
]

/** Whether a cohort may choose it whose programme is built on this. */
export const isOn = (foundation: Foundation, key: string): boolean =>
  key.startsWith(`${foundation}:`) || !FOUNDATIONS.some((one) => key.startsWith(`${one}:`))

export const HIGHEST_LEVEL = 4

/** What somebody does at a level, as the end of a sentence; null at 0, where there is nothing to say yet. */
export function doingAt({ competence }: Known, level: number, locale: "de" | "en"): string | null {
  return competence.bands[locale][level - 1] ?? null
}
