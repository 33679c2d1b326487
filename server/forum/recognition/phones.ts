import type { Span } from "./addresses.ts"

/** Telephone numbers in all usual groupings: behind a label, international, national. Texts come folded. */
export function* findPhones(text: string): Generator<Span> {
  for (const [pattern, least] of [
    [LABELLED, 5],
    [INTERNATIONAL, 10],
  ] as const) {
    for (const { indices } of text.matchAll(pattern)) {
      const place = indices?.groups?.value
      if (place && isLongEnough(text.slice(...place), least)) yield withoutBracket(text, ...place)
    }
  }
  for (const { index, 0: found } of text.matchAll(NATIONAL)) {
    const isOpened = found.startsWith("(") && !found.includes(")")
    const start = isOpened ? index + 1 : index
    const length = nationalLength(isOpened ? found.slice(1) : found)
    if (length > 0) yield { start, end: start + length }
  }
}

const DIGITS = "[\\d ()/.-]{2,22}\\d"
const LABEL =
  "(?<!\\p{L})(?:[Tt]el(?:efon)?(?:nummer|[.-]{0,2}\\s?Nr)?|[Ff]on|[Pp]hone|[Mm]obil(?:nummer|telefon|funk)?|Handy(?:nummer|nr)?|Fax(?:nummer)?|Telefax|[Dd]urchwahl|Rufnummer|Festnetz|Apparat|App\\.|Nebenstelle|Rückruf(?:nummer)?(?:\\sunter)?|erreichbar\\sunter(?:\\sder\\sNummer)?|WhatsApp)"
const LABELLED = new RegExp(
  `${LABEL}(?:[.:]{1,2}\\s{0,2}|\\s)(?:\\((?:privat|dienstlich|mobil|Festnetz)\\):?\\s)?(?<value>[+(]{0,2}\\d${DIGITS})`,
  "gdu",
)
const INTERNATIONAL = new RegExp(
  `(?<![\\p{L}\\d.,/+-]|\\d )(?<value>\\(?(?:\\+\\s?|00\\s?)[1-9][\\d )]${DIGITS})(?![\\d.,]*\\d)`,
  "gdu",
)
/** Everything that might be one: digits from a 0 on; `nationalLength` looks at how they are grouped. */
const NATIONAL =
  /(?<![\p{L}\d.,/+-]|\d |ISSN |Nr\. |nummer )\(?0[ ]?[1-9](?:[ ()/.-]{0,3}\d){5,13}(?![\p{L}\d]|[.,/-]\d)/gu

/** Long enough, and no number of a file and year: "0123/2026". */
function isLongEnough(number: string, least: number): boolean {
  const digits = number.replace(/\D/g, "").length
  return digits >= least && digits <= 16 && !FILE_OF_YEAR.test(number)
}
const FILE_OF_YEAR = /^0\d{2,4}\s?[ /-]\s?(?:19|20)\d\d$/

/** How much of it is a number; the last groups may be something else: "0821 324-1234 12 Personen". */
function nationalLength(found: string): number {
  for (let number = found; number.length > 6; number = number.replace(/[ ()/.-]*\d+$/, "")) {
    if (isNational(number)) return number.length
  }
  return 0
}

const AREA = "0(?:[ ]?[2-9]\\d{1,4}|[ ]?1[567]\\d{1,2})"
/** Behind the area code: one piece and what follows it, or pairs as old forms have them, "3 24 12 34". */
const REST =
  "(?:\\d{4,9}|\\d{3,8}(?:\\s?[ -]\\s?\\d{1,5}){1,4}|\\d{1,2}(?:[ ]\\d\\d){1,4}(?:\\s?-\\s?\\d{1,4})?)"
const GROUPINGS = [
  new RegExp(`^(?:${AREA}(?:\\s?[/-]\\s?|\\s)|\\(${AREA}\\)\\s?[/-]?\\s?)${REST}$`),
  // "(08 21) 3 24 12 34", "08 21/32 41 23"
  /^(?:\(0\d[ ]\d{1,3}\)\s?[/-]?\s?|0\d[ ]\d{1,3}\s?[/-]\s?)\d{1,4}(?:[ ]\d\d){1,4}(?:\s?-\s?\d{1,4})?$/,
  // "0821.324.1234", but neither a day nor a time
  /^\(?0\d{2,4}\)?\.\d{3,8}(?:[.-]\d{2,5}){0,3}$/,
  /^0(?:1[567]\d{8,9}|[2-9]\d{8,10})$/,
]
/** "01 51 23 45 67 89" */
const PAIRS = /^0\d(?:([ .-])[1-9]\d)(?:\1\d\d){3,4}(?:\1\d{1,3})?$/
/** Of companies and offices, never of somebody. */
const SERVICE = /^\(?0[ ]?(?:800|180|18[89]|900|137|32)/

function isNational(number: string): boolean {
  if (SERVICE.test(number) || FILE_OF_YEAR.test(number)) return false
  if (PAIRS.test(number)) return !isAscending(number.match(/\d+/g) ?? [])
  const digits = number.replace(/\D/g, "").length
  return digits >= 7 && digits <= 14 && GROUPINGS.some((grouping) => grouping.test(number))
}

/** "08 10 12 14 16": a list. */
const isAscending = (groups: string[]) =>
  groups.every((group, at) => at === 0 || Number(group) > Number(groups[at - 1]))

/** A bracket that is opened before and closed behind is not the number's. */
function withoutBracket(text: string, start: number, end: number): Span {
  const isOpen = text.charAt(start) === "(" && !text.slice(start, end).includes(")")
  return { start: isOpen ? start + 1 : start, end }
}
