import { foldLooks } from "../kernel/folding.ts"
import { readTokens, type Token } from "./tokens.ts"

/**
 * What is looked for as a whole: "§ 11 Abs. 2 SGB II", "SGB XII", "WG-2026-00123". A number never stands for another
 * one, so nothing of this is compared by similarity.
 */
const PARAGRAPH =
  /(§§?|(?<![\p{L}\d])(?:paragra(?:f|ph)(?:en|s)?|par\.?|art(?:ikel[ns]?|\.)?))\s*(\d{1,4}(?:[a-z](?![\p{L}\d])| [a-e](?![\p{L}\d.]))?)((?:\s?(?:,|und|u\.|bis|–|-)\s?\d{1,4}[a-z]?(?![\p{L}\d]))*)/giu
const NUMBER = /\d{1,4}[a-z]?/gi
const SOCIAL_CODE = /\bsgb[\s-]?(xiv|xii|xi|ix|x|viii|vii|vi|iv|v|iii|ii|i|1[0-4]|[1-9])(?![\p{L}\d])/giu
const ROMAN = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv"]
/** Between the number and the name of the law. */
const REFERENCE =
  /^(?:[\s,(]*(?:abs(?:atz|\.)?|satz|s\.|nr\.?|nummer|buchst(?:abe|\.)?|halbsatz|hs\.?|alt\.?|ff?\.?|[ivx]{1,4}|\d{1,3}[a-z]?|und|oder|bis|des|der)(?![\p{L}\d])){0,12}[\s,(]*/iu
/** A law's short name has at least two capitals: WoGG, BAföG, SGB. */
const LAW =
  /^(?![IVX]+(?![\p{L}]))(\p{Lu}\p{L}{0,8}\p{Lu}\p{L}{0,5})(?![\p{L}])(?:[\s-]?([IVX]{1,4}|\d{1,2})(?![\p{L}\d]))?/u
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
    const law = lawAfter(text.slice(match.index + whole.length, match.index + whole.length + 120))
    const prefix = /^art/i.test(sign) ? "art" : "§"
    for (const number of [first.replace(" ", ""), ...(more.match(NUMBER) ?? [])]) {
      const norm = prefix + number.toLowerCase()
      units.add(norm)
      if (law) units.add(norm + law)
    }
  }
  for (const [, number = ""] of text.matchAll(SOCIAL_CODE)) units.add(`sgb${arabic(number)}`)
  for (const unit of fileNumbers(text, tokens)) units.add(unit)
  return [...units]
}

function lawAfter(rest: string): string | null {
  const [skipped = ""] = REFERENCE.exec(rest) ?? []
  const match = LAW.exec(rest.slice(skipped.length))
  if (!match) return null
  const [, name = "", number] = match
  return name.toLowerCase() + (name === "SGB" && number ? arabic(number) : "")
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
