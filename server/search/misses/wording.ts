import { fold, isFunctionWord } from "../german.ts"
import { findOperators, plainQuery } from "../operators.ts"

/** Finds what looks like data of a person in a text; `app.ts` hands it over. */
export type FindPersonalData = (text: string) => { start: number; end: number }[]

export type Wording = {
  /** As it was typed, of what is left. */
  shown: string
  /** Its words folded and sorted, without function words, so that the same wish is one row. */
  query: string
}

/** Whoever pastes a whole letter is not looking for a post that is missing. */
const MOST_WORDS = 8
const LONGEST = 100

/**
 * What of a search is kept: no operators, no numbers, nothing that looks like data of a person. Null where nothing is
 * left, or so much was typed that it may be the text of a case.
 */
export function wordingOf(typed: string, find: FindPersonalData): Wording | null {
  const plain = withoutOperators(plainQuery(typed))
  const words = withoutPersonalData(plain, find)
    .split(/[^\p{L}\p{M}\p{N}@.§_/-]+/u)
    .filter((word) => !/[\p{N}@§_/]/u.test(word))
    .map((word) => word.replace(/^[.-]+|[.-]+$/g, ""))
    .filter((word) => /\p{L}.*\p{L}/u.test(word))
  const shown = words.join(" ")
  const meant = words.filter((word) => !isFunctionWord(word.toLowerCase())).map(fold)
  if (meant.length === 0 || words.length > MOST_WORDS || shown.length > LONGEST) return null
  return { shown, query: [...new Set(meant)].sort().join(" ") }
}

/** `tag:Miete`, `kategorie:"Miete und Belastung"`, `von:mir`, `-ohne`, `"genaue Folge"`. */
const withoutOperators = (plain: string) =>
  [...findOperators(plain)]
    .filter(({ kind }) => kind !== "phrase")
    .reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, plain)
    .replace(/(?<![\p{L}\p{N}])\p{L}+:(?:"[^"]*"?|\S*)/gu, " ")
    .replace(/(?<=^|\s)-(?:"[^"]*"?|\S*)/gu, " ")
    .replaceAll('"', " ")

/**
 * In a search, names come in small letters and without "Frau": it is looked through with capitals, and every word as
 * if it were the first name of somebody. It would rather lose a word too much here than keep a name.
 */
function withoutPersonalData(text: string, find: FindPersonalData): string {
  const capital = text.replace(/\p{L}+/gu, capitalised)
  const spans = [...find(text), ...find(capital), ...firstNames(capital, find)]
  const kept = text.split("")
  for (const { start, end } of spans) kept.fill(" ", start, end)
  return kept.join("")
}

const ASIDE = "Kind "

function firstNames(text: string, find: FindPersonalData) {
  return [...text.matchAll(/\p{L}+/gu)].flatMap(({ index }) =>
    find(ASIDE + text.slice(index))
      .filter(({ start }) => start === ASIDE.length)
      .map(({ end }) => ({ start: index, end: index + end - ASIDE.length })),
  )
}

/** Of the same length: places in the text stay where they are. */
function capitalised(word: string): string {
  const first = word.slice(0, 1).toLocaleUpperCase("de")
  return first.length === 1 ? first + word.slice(1) : word
}
