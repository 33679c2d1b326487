import { Type } from "typebox"
import type { ContentFolder } from "../../kernel/content-folder.ts"
import { Closed, Day, Line } from "../../kernel/schemas.ts"
import { Key, Name } from "./fields.ts"

const Law = Closed({
  checkedOn: Day,
  /** When an answer is to be read again of which nothing more is known. */
  lookAgainOn: Day,
  /** The fixed day on which answers are to be read again that a pending bill would change. */
  mayChangeOn: Day,
  sources: Type.Record(Type.String(), Line(300)),
  checks: Type.Array(
    Closed({
      question: Key,
      norms: Line(300),
      /** Each by its name among the sources, or a decision of a court by its number. */
      sources: Type.Array(Name, { minItems: 1 }),
      mayChange: Type.Optional(Type.Boolean()),
      /** On purpose: the example shows how an answer is found to be outdated. */
      outdated: Type.Optional(Type.Boolean()),
    }),
  ),
})

/** What an official answer of the example rests on, when and where that was read, and when it is to be read again. */
type LawCheck = {
  /** Key of the question. */
  question: string
  norms: string
  checkedOn: string
  source: string
  /** Null where the answer is outdated on purpose. */
  lookAgainOn: string | null
}

type SeedLaw = { mayChangeOn: string; checks: LawCheck[] }

export function readLaw(folder: ContentFolder): SeedLaw {
  const law = folder.table("law.yaml", Law)
  const dayOf = ({ mayChange = false, outdated = false }: (typeof law.checks)[number]) => {
    if (outdated) return null
    return mayChange ? law.mayChangeOn : law.lookAgainOn
  }
  const checks = law.checks.map((check) => ({
    question: check.question,
    norms: check.norms,
    checkedOn: law.checkedOn,
    source: check.sources.map((name) => law.sources[name] ?? name).join("; "),
    lookAgainOn: dayOf(check),
  }))
  return { mayChangeOn: law.mayChangeOn, checks }
}

/** Those that are to be read again on that day. */
export const dueOn = ({ checks }: SeedLaw, day: string): LawCheck[] =>
  checks.filter(({ lookAgainOn }) => lookAgainOn !== null && lookAgainOn <= day)
