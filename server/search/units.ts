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
    const end = match.index + match[0].length
    const law =
      lawAfter(text.slice(end, end + 120))?.law ??
      lawBefore(text.slice(Math.max(0, match.index - 60), match.index))
    for (const norm of normsIn(match)) {
      units.add(norm)
      if (law) units.add(norm + law)
    }
  }
  for (const [, number = ""] of text.matchAll(SOCIAL_CODE)) units.add(`sgb${arabic(number)}`)
  for (const unit of fileNumbers(text, tokens)) units.add(unit)
  return [...units]
}

/** Also in a sequence, whose words alone do not say that a number is a paragraph. */
export const isNorm = (unit: string) => /^(?:§|art)\d/.test(unit)

/** Of file numbers, those only that can hardly mean anything else: with letters, or of three parts. */
export const isStrict = (unit: string) => /^§|\p{L}|\d+[-/.]\d+[-/.]\d+/u.test(unit)

const PARAGRAPH_HERE = new RegExp(PARAGRAPH.source, "iuy")
const SOCIAL_CODE_HERE = new RegExp(SOCIAL_CODE.source, "iuy")
const SUBDIVISION =
  /^(?:[\s,]{0,2}(?:(?:abs(?:atz)?|satz|s|nr|nummer|buchst(?:abe)?|ziff(?:er)?|alt|hs|halbsatz)\.?\s?(?:\d{1,3}[a-z]?|[a-z])(?![\p{L}\d])|\(\d{1,2}\)|ff?\.?(?![\p{L}\d])))+/iu

/**
 * What begins here and counts as a whole, by what names it most closely: of "§ 21 WoGG" `§21wogg`, of "§§ 21, 22" both.
 * `sequence` says where within it: "§ 21 Abs. 2"; otherwise it is empty.
 * @param text with its looks folded
 */
export function readUnit(
  text: string,
  at: number,
): { end: number; units: string[]; sequence: string } | null {
  const paragraph = matchAt(PARAGRAPH_HERE, text, at)
  if (paragraph) return readNorm(text, at, paragraph)
  const code = matchAt(SOCIAL_CODE_HERE, text, at)
  if (code) return { end: at + code[0].length, units: [`sgb${arabic(code[1] ?? "")}`], sequence: "" }
  const number = text.slice(at).match(FILE_NUMBER)?.[0] ?? ""
  const isHere = number !== "" && text.startsWith(number, at)
  const units = isHere ? findUnits(number).filter(isStrict) : []
  return units.length > 0 ? { end: at + number.length, units, sequence: "" } : null
}

function readNorm(text: string, at: number, match: RegExpExecArray) {
  const end = at + match[0].length
  const rest = text.slice(end, end + 120)
  const subdivision = SUBDIVISION.exec(rest)?.[0] ?? ""
  const found = lawAfter(rest)
  return {
    end: end + (found?.end ?? subdivision.length),
    units: normsIn(match).map((norm) => norm + (found?.law ?? "")),
    sequence: /\d/.test(subdivision) ? match[0] + subdivision : "",
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** "§§ 21, 22" are §21 and §22. */
function normsIn([, sign = "", first = "", more = ""]: RegExpExecArray): string[] {
  const prefix = /^art/i.test(sign) ? "art" : "§"
  const numbers = [first.replace(" ", ""), ...(more.match(NUMBER) ?? []), ...within(first, more)]
  return numbers.map((number) => prefix + number.toLowerCase())
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

/** And where in the text it ends. */
function lawAfter(rest: string): { law: string; end: number } | null {
  const start = REFERENCE.exec(rest)?.[0].length ?? 0
  const found = lawIn(rest.slice(start))
  return found && { ...found, end: start + found.end }
}

/** Of what stands before, only laws that are known for certain: "KdU § 22" is two things. */
function lawBefore(text: string): string | null {
  const law = LAW_BEFORE.exec(text)?.groups?.law ?? ""
  return KNOWN_LAW.test(law) ? (lawIn(law)?.law ?? null) : null
}

function lawIn(text: string): { law: string; end: number } | null {
  const match = KNOWN_LAW.exec(text)
  const { long, short, number: part } = match?.groups ?? {}
  const known = long ? LONG_NAMES[long.toLowerCase()] : short?.toLowerCase()
  const [whole, name = "", number] = known ? [match?.[0] ?? "", known, part] : (LAW.exec(text) ?? [""])
  if (name === "") return null
  const law = name.toLowerCase() + (name.toLowerCase() === "sgb" && number ? arabic(number) : "")
  return { law, end: whole.length }
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
