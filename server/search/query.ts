import { type Folded, foldLooks, foldLooksWithPlaces, placeInOriginal } from "../kernel/folding.ts"
import { nameKey, wordsOf } from "./german.ts"
import type { Understood } from "./model.ts"
import { readTokens } from "./tokens.ts"
import { findUnits } from "./units.ts"

/** All quotation marks that are not also apostrophes, as one sign of the same length. */
const QUOTES = /[„“”‟«»‹›〝〞〟＂″‶]/gu
/** "‚Kosten der Unterkunft‘": the low one is never an apostrophe. */
const SINGLE = /(?<![\p{L}\d])‚([^‚‘’"\n]+)[‘’](?![\p{L}\d])/gu
/** The text with '"' for all quotation marks. */
export const withPlainQuotes = (typed: string) => typed.replace(SINGLE, '"$1"').replace(QUOTES, '"')
const FIELD = /(?<!\S)(tag|schlagwort|kategorie|category|von|from):(?:"([^"]*)"|(\S+))/giu
const EXCLUDED = /(?<!\S)-(?:"([^"]*)"|(\p{L}[\p{L}\p{N}\p{M}'./-]*))/gu
const QUOTED = /"([^"]+)"/gu
/** Of file numbers, those only that can hardly mean anything else: with letters, or of three parts. */
const IS_STRICT = /^§|\p{L}|\d+[-/.]\d+[-/.]\d+/u
/** Also in a sequence, whose words alone do not say that a number is a paragraph. */
const IS_NORM = /^(?:§|art)\d/

/** Takes a query apart: sequences in quotation marks, `-word`, `tag:`, `kategorie:`, `von:mir`, norms, words. */
export function understand(typed: string): Understood {
  const understood: Understood = {
    words: [],
    phrases: [],
    without: [],
    units: [],
    tags: [],
    categories: [],
    mine: false,
    persons: [],
  }
  const rest = foldLooks(withPlainQuotes(typed))
    .replace(FIELD, (whole, name: string, quoted: string | undefined, plain: string | undefined) =>
      takeField(understood, name.toLowerCase(), quoted ?? plain ?? "") ? " " : whole,
    )
    .replace(EXCLUDED, (_, quoted: string | undefined, plain: string | undefined) => {
      addSequence(understood.without, quoted ?? plain ?? "")
      return " "
    })
    .replace(QUOTED, (_, phrase: string) => {
      addSequence(understood.phrases, phrase)
      return " "
    })
  const norms = understood.phrases.flatMap(findUnits).filter((unit) => IS_NORM.test(unit))
  understood.units = [...new Set([...findUnits(rest).filter((unit) => IS_STRICT.test(unit)), ...norms])]
  understood.words = wordsTyped(rest)
  return understood
}

function addSequence(sequences: string[], typed: string): void {
  if (wordsOf(typed).length > 0) sequences.push(typed.trim().replace(/\s+/g, " "))
}

/** As typed; a date or an amount is one word, and "§" goes with the units. */
function wordsTyped(text: string): string[] {
  const words: { start: number; end: number; date: number | undefined }[] = []
  for (const { start, end, text: said, date } of readTokens(text)) {
    const last = words.at(-1)
    if (last && date !== undefined && last.date === date) {
      last.start = Math.min(last.start, start)
      last.end = Math.max(last.end, end)
    } else if (said !== "") words.push({ start, end, date })
  }
  return words.map(({ start, end }) => text.slice(start, end))
}

/** What was typed without the operators, e.g. as the beginning of a question. */
export function withoutOperators(typed: string): string {
  const folded = foldLooksWithPlaces(withPlainQuotes(typed))
  return [...operatorsIn(folded)]
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, typed)
    .replace(SINGLE, "$1")
    .replace(QUOTES, "")
    .replaceAll('"', "")
    .replace(/\s+/g, " ")
    .trim()
}

function* operatorsIn(folded: Folded) {
  const nobody = understand("")
  for (const { index, 0: whole, 1: name = "", 2: quoted, 3: plain } of folded.text.matchAll(FIELD))
    if (takeField(nobody, name.toLowerCase(), quoted ?? plain ?? ""))
      yield placeInOriginal(folded, index, index + whole.length)
  for (const { index, 0: whole } of folded.text.matchAll(EXCLUDED))
    yield placeInOriginal(folded, index, index + whole.length)
}

function takeField(understood: Understood, name: string, typed: string): boolean {
  const value = typed.trim()
  if (value === "") return false
  if (name === "von" || name === "from") {
    if (["mir", "me"].includes(value.toLowerCase())) understood.mine = true
    else understood.persons.push(value)
  } else if (name === "tag" || name === "schlagwort") understood.tags.push(value)
  else understood.categories.push(value)
  return true
}

/** The categories that are meant by a name: those that are called so, or else those that begin so. */
export function categoriesCalled<T extends { name: string }>(categories: T[], typed: string): T[] {
  const wanted = nameKey(typed)
  const exact = categories.filter(({ name }) => nameKey(name) === wanted)
  return exact.length > 0 ? exact : categories.filter(({ name }) => nameKey(name).startsWith(wanted))
}

/** Nothing that one document could fit better than another. */
export const isEmpty = ({ words, phrases, units }: Understood) =>
  words.length === 0 && phrases.length === 0 && units.length === 0

/** Nothing at all to go by: signs only, or somebody's name behind `von:`. */
export const saysNothing = (understood: Understood) =>
  isEmpty(understood) &&
  understood.without.length === 0 &&
  understood.tags.length === 0 &&
  understood.categories.length === 0 &&
  !understood.mine
