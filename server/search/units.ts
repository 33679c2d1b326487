/**
 * What is looked for as a whole: "§ 11 Abs. 2 SGB II", "SGB XII", "WG-2026-00123". A number never stands for another
 * one, so nothing of this is compared by similarity.
 */
const PARAGRAPH =
  /(§§?|\bart(?:ikel|\.)?)\s*(\d{1,4}(?:[a-z](?![\p{L}\d])| [a-e](?![\p{L}\d.]))?)((?:\s?(?:,|und|u\.|bis|–|-)\s?\d{1,4}[a-z]?(?![\p{L}\d]))*)/giu
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
const THOUSANDS = /(?<![\d.])\d{1,3}(?:\.\d{3})+(?![\d.]*\d)/g

export function findUnits(text: string): Set<string> {
  const units = new Set<string>()
  for (const match of text.matchAll(PARAGRAPH)) {
    const [whole, sign = "", first = "", more = ""] = match
    const law = lawAfter(text.slice(match.index + whole.length, match.index + whole.length + 120))
    const prefix = sign.startsWith("§") ? "§" : "art"
    for (const number of [first.replace(" ", ""), ...(more.match(NUMBER) ?? [])]) {
      const norm = prefix + number.toLowerCase()
      units.add(norm)
      if (law) units.add(norm + law)
    }
  }
  for (const [, number = ""] of text.matchAll(SOCIAL_CODE)) units.add(`sgb${arabic(number)}`)
  for (const unit of fileNumbers(text)) units.add(unit)
  return units
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

function fileNumbers(text: string): string[] {
  return [...withoutThousands(text).matchAll(FILE_NUMBER)].map(([number]) => number.toLowerCase())
}

/** "1.500" is the number 1500. */
const withoutThousands = (text: string) => text.replace(THOUSANDS, (number) => number.replaceAll(".", ""))

/** The words and numbers of a text in lower case. */
export function tokenUnits(text: string): string[] {
  return withoutThousands(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}
