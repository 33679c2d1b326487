import { foldLooks } from "../kernel/folding.ts"
import { readTokens, type Token } from "./tokens.ts"

/**
 * What is looked for as a whole: "§ 11 Abs. 2 SGB II", "SGB XII", "WG-2026-00123". A number never stands for another
 * one, so nothing of this is compared by similarity.
 */
const PARAGRAPH =
  /(§§?|(?<![\p{L}\d])(?:paragra(?:f|ph)(?:en|s)?|par\.?|art(?:ikel[ns]?|\.)?))\s*(\d{1,4}(?:[a-z](?![\p{L}\d])| [a-e](?![\p{L}\d.]))?)((?:\s?(?:,|und|u\.|bis|–|-)\s?\d{1,4}[a-z]?(?![\p{L}\d]))*)/giu
const NUMBER = /\d{1,4}[a-z]?/gi
const SOCIAL_CODE =
  /\b(?:sgb|sozialgesetzbuch(?:es|s)?)[\s-]?(xiv|xii|xi|ix|x|viii|vii|vi|iv|v|iii|ii|i|1[0-4]|[1-9])(?![\p{L}\d])/giu
const ROMAN = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv"]
/** Between the number and the name of the law. */
const REFERENCE =
  /^(?:[\s,()]*(?:(?:unter)?abs(?:atz(?:es)?|ätzen?|\.)?|satz(?:es)?|sätzen?|s\.|nrn?\.?|nummern?|buchst(?:aben?|\.)?|halbsatz|hs\.?|alt\.?|ziff(?:ern?|\.)?|ff?\.?|[ivx]{1,4}|\d{1,3}[a-z]?|und|oder|bis|des|der)(?![\p{L}\d])){0,12}[\s,()]*/iu
/** A law's short name has at least two capitals: WoGG, BAföG, SGB. */
const LAW =
  /^(?![IVX]+(?![\p{L}]))(\p{Lu}\p{L}{0,8}\p{Lu}\p{L}{0,5})(?![\p{L}])(?:[\s-]?([IVX]{1,4}|\d{1,2})(?![\p{L}\d]))?/u
/** Laws by their long names, and short ones as they are typed in a hurry. */
const LONG_NAMES: Record<string, string> = {
  wohngeldgesetz: "wogg",
  wohngeldverordnung: "wogv",
  sozialgesetzbuch: "sgb",
  grundgesetz: "gg",
  einkommensteuergesetz: "estg",
  aufenthaltsgesetz: "aufenthg",
  asylbewerberleistungsgesetz: "asylblg",
  bundeskindergeldgesetz: "bkgg",
  unterhaltsvorschussgesetz: "uvg",
  bundesausbildungsförderungsgesetz: "bafög",
  verwaltungsverfahrensgesetz: "vwvfg",
  verwaltungsgerichtsordnung: "vwgo",
  sozialgerichtsgesetz: "sgg",
  zivilprozessordnung: "zpo",
  abgabenordnung: "ao",
}
const KNOWN_LAW = new RegExp(
  `^(?:(?<long>${Object.keys(LONG_NAMES).join("|")})e?s?|(?<short>${Object.values(LONG_NAMES).join("|")}|bgb|wogvwv|beeg|bkgg))(?![\\p{L}])(?:[\\s-]?(?<number>[ivx]{1,4}|\\d{1,2})(?![\\p{L}\\d]))?`,
  "iu",
)
/** "WoGG § 21", "SGB II, § 22". */
const LAW_BEFORE = /(?<![\p{L}\d])(?<law>\p{L}{2,40}(?:[\s-](?:[IVX]{1,4}|\d{1,2}))?)[,:]?\s$/u
/** "§§ 21 bis 23" are three. */
const RANGE = /^\s?(?:bis|–|-)\s?(\d{1,4})$/iu
const LONGEST_RANGE = 12
const FILE_NUMBER = /(?<![\p{L}\d])(?:\p{L}{1,5}[-/.]?)?\d+(?:[-/.]\p{L}{0,3}\d+)+(?![\p{L}\d])/gu
export function findUnits(text: string): string[] {
  const plain = foldLooks(text)
  return unitsIn(plain, readTokens(plain))
}

/** @param text with its looks folded @param tokens those of the text */
export function unitsIn(text: string, tokens: readonly Token[]): string[] {
  const units = new Set<string>()
  for (const match of text.matchAll(PARAGRAPH)) {
    const [whole, sign = "", first = "", more = ""] = match
    const law =
      lawAfter(text.slice(match.index + whole.length, match.index + whole.length + 120)) ??
      lawBefore(text.slice(Math.max(0, match.index - 60), match.index))
    const prefix = /^art/i.test(sign) ? "art" : "§"
    for (const number of [first.replace(" ", ""), ...(more.match(NUMBER) ?? []), ...within(first, more)]) {
      const norm = prefix + number.toLowerCase()
      units.add(norm)
      if (law) units.add(norm + law)
    }
  }
  for (const [, number = ""] of text.matchAll(SOCIAL_CODE)) units.add(`sgb${arabic(number)}`)
  for (const unit of fileNumbers(text, tokens)) units.add(unit)
  return [...units]
}

/** The numbers between the first and the last of a range. */
function within(first: string, more: string): string[] {
  const from = Number(first)
  const to = Number(RANGE.exec(more)?.[1])
  const count = to - from - 1
  return count > 0 && count < LONGEST_RANGE
    ? Array.from({ length: count }, (_, at) => String(from + 1 + at))
    : []
}

const lawAfter = (rest: string) => lawIn(rest.slice(REFERENCE.exec(rest)?.[0].length ?? 0))

/** Of what stands before, only laws that are known for certain: "KdU § 22" is two things. */
function lawBefore(text: string): string | null {
  const law = LAW_BEFORE.exec(text)?.groups?.law ?? ""
  return KNOWN_LAW.test(law) ? lawIn(law) : null
}

function lawIn(text: string): string | null {
  const { long, short, number: part } = KNOWN_LAW.exec(text)?.groups ?? {}
  const known = long ? LONG_NAMES[long.toLowerCase()] : short?.toLowerCase()
  const [, name = "", number] = known ? ["", known, part] : (LAW.exec(text) ?? [])
  if (name === "") return null
  return name.toLowerCase() + (name.toLowerCase() === "sgb" && number ? arabic(number) : "")
}

function arabic(number: string): string {
  const place = ROMAN.indexOf(number.toLowerCase())
  return place > 0 ? String(place) : number
}

/** An amount and a date are none. */
function fileNumbers(text: string, tokens: readonly Token[]): string[] {
  return [...text.matchAll(FILE_NUMBER)]
    .filter(({ index, 0: { length } }) => !tokens.some((token) => holds(token, index, index + length)))
    .map(([number]) => number.toLowerCase())
}

/** The token is an amount that goes beyond digits, or part of a date, and overlaps. */
const holds = ({ start, end, text, date }: Token, from: number, to: number) =>
  start < to && end > from && (date !== undefined || (/^\d/.test(text) && end - start > text.length))
