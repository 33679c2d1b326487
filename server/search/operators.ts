import { foldLooks } from "../kernel/folding.ts"
import { type Exclusion, readExclusion } from "./exclusions.ts"
import { readPerson } from "./persons.ts"

type FieldName = "tag" | "category" | "author"

/** What of a query is no plain word, with its place in the text. */
export type Operator = { start: number; end: number } & (
  | { kind: "field"; field: FieldName; value: string; isExcluded: boolean }
  | { kind: "without"; exclusion: Exclusion | null }
  | { kind: "phrase"; text: string }
)

/** All quotation marks that are not also apostrophes, as one sign of the same length. */
export const QUOTES = /[„“”‟«»‹›〝〞〟＂″‶]/gu
/** "‚Kosten der Unterkunft‘": the low one is never an apostrophe. */
export const SINGLE = /(?<![\p{L}\d])‚([^‚‘’"\n]+)[‘’](?![\p{L}\d])/gu
/** The text with '"' for all quotation marks. */
export const withPlainQuotes = (typed: string) => typed.replace(SINGLE, '"$1"').replace(QUOTES, '"')

/** The text that operators are found in: of looks and quotation marks one each. */
export const plainQuery = (typed: string) => foldLooks(withPlainQuotes(typed))

const FIELDS: Record<string, FieldName> = {
  ...{ tag: "tag", schlagwort: "tag", kategorie: "category", category: "category" },
  ...{ von: "author", from: "author" },
}
/** Where one may begin: a quotation anywhere, a field or a minus only at the beginning or behind a space. */
const BEGINNING =
  /"[^"]+"|(?<!\S)(?<minus>-?)(?<field>tag|schlagwort|kategorie|category|von|from):(?=\S)|(?<!\S)-(?=["§\p{L}\p{N}])/giu
const QUOTED = /"([^"]*)"/uy
const WORD = /\S+/uy

/** In their order; of those that overlap the first. @param text a `plainQuery` */
export function* findOperators(text: string): Generator<Operator> {
  const beginning = new RegExp(BEGINNING)
  for (let match = beginning.exec(text); match; match = beginning.exec(text)) {
    const operator = operatorAt(text, match)
    if (!operator) continue
    yield operator
    beginning.lastIndex = operator.end
  }
}

function operatorAt(text: string, { index: start, 0: begun, groups }: RegExpExecArray): Operator | null {
  const from = start + begun.length
  if (begun.startsWith('"'))
    return { kind: "phrase", text: begun.slice(1, -1), start, end: start + begun.length }
  if (!groups?.field) {
    const read = readExclusion(text, from)
    return read && { kind: "without", exclusion: read.exclusion, start, end: read.end }
  }
  const field = FIELDS[groups.field.toLowerCase()] ?? "tag"
  const { value, end } = readValue(text, from, field)
  if (value === "") return null
  return { kind: "field", field, value, isExcluded: groups.minus !== "", start, end }
}

function readValue(text: string, at: number, field: FieldName): { value: string; end: number } {
  const quoted = matchAt(QUOTED, text, at)
  if (quoted) return { value: quoted[1]?.trim() ?? "", end: at + quoted[0].length }
  if (field === "author") return readPerson(text, at)
  const word = matchAt(WORD, text, at)?.[0] ?? ""
  return { value: word, end: at + word.length }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
