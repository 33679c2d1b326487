import { type Static, Type } from "typebox"
import type { Locale } from "../../kernel/actor.ts"
import { ContentFolder } from "../../kernel/content-folder.ts"
import { Choice, Closed, Line } from "../../kernel/schemas.ts"
import { RUN_NAMES } from "./runs.ts"

export const CONTENT = new URL("../content/", import.meta.url)
const TABLE = "accessibility.yaml"

const Bilingual = Closed({ de: Line(600), en: Line(600) })
const Criterion = Closed({
  /** Of the WCAG; where it has no such criterion, of the EN 301 549 below its clause 9. */
  number: Type.String({ pattern: "^\\d(\\.\\d+){0,2}$" }),
  level: Choice(["A", "AA", "EN"]),
  name: Bilingual,
  /** Only in the WCAG 2.2: the EN 301 549 V3.2.1 does not have it yet. */
  isNew: Type.Boolean({ default: false }),
  /** The checks that hold it; without any, somebody has looked, and the note says at what. */
  by: Type.Array(Choice(RUN_NAMES), { default: [] }),
  result: Choice(["met", "authored", "absent"]),
  note: Type.Optional(Bilingual),
})
export type Criterion = Static<typeof Criterion>
const Criteria = Closed({ criteria: Type.Array(Criterion) })

const RESULT_WORDS: Record<Criterion["result"], Record<Locale, string>> = {
  met: { de: "erfüllt", en: "met" },
  authored: {
    de: "vom Programm erfüllt; bei Beiträgen und Dateien kommt es auf die an, die sie verfassen",
    en: "met by the program; of posts and files it depends on those who write them",
  },
  absent: { de: "kommt nicht vor", en: "does not occur" },
}

/** The result, and what there is to say of it. */
export const resultIn = (locale: Locale, { result, note }: Criterion): string =>
  [RESULT_WORDS[result][locale], note?.[locale]].filter(Boolean).join(". ")

export const criteriaIn = (folder: ContentFolder): Criterion[] => folder.table(TABLE, Criteria).criteria
export const readCriteria = (): Criterion[] => criteriaIn(new ContentFolder(CONTENT))

/** The clause of the EN 301 549 V3.2.1. */
export const clauseOf = ({ number, isNew }: Pick<Criterion, "number" | "isNew">): string | null =>
  isNew ? null : `9.${number}`
