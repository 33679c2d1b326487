import { foldLooksWithPlaces, placeInOriginal } from "../../kernel/folding.ts"
import { findAddresses, type Span } from "./addresses.ts"
import { ibanLength, isHealthNumber, isIban, isPensionNumber, isTaxId } from "./check-digits.ts"
import { findNamedPeople } from "./named-people.ts"
import { findNames } from "./person-names.ts"
import { findPhones } from "./phones.ts"
import { findPlates } from "./plates.ts"

/** What blackening puts in place of each kind. The kinds are codes; their names for people are in the dictionaries. */
export const REPLACEMENTS = {
  email: "[E-Mail]",
  iban: "[IBAN]",
  "pension-number": "[RV-Nummer]",
  "health-number": "[KV-Nummer]",
  "birth-date": "[Geburtsdatum]",
  "tax-id": "[Steuer-ID]",
  "file-reference": "[Az.]",
  phone: "[Telefon]",
  address: "[Adresse]",
  "licence-plate": "[Kennzeichen]",
  name: "[Name]",
} as const

export type PersonalDataKind = keyof typeof REPLACEMENTS

export type PersonalData = {
  kind: PersonalDataKind
  start: number
  end: number
  text: string
  replacement: (typeof REPLACEMENTS)[PersonalDataKind]
}

/**
 * Finds what looks like data of a person, in order and without overlap. A help for the one who writes, not a
 * guarantee: it would rather miss something than mark norms, dates and amounts. Runs in the browser too.
 */
export function findPersonalData(text: string): PersonalData[] {
  // A line that ends within the cell of a table ends words, too; the places stay.
  const folded = foldLooksWithPlaces(text.replace(/<br ?\/?>/gi, (found) => " ".repeat(found.length)))
  const taken: Span[] = Array.from(folded.text.matchAll(ADDRESS_OF_PAGE), spanOf)
  const found: PersonalData[] = []
  for (const [kind, find] of FINDERS) {
    for (const span of find(folded.text)) {
      if (kind !== "email" && taken.some((other) => span.start < other.end && other.start < span.end))
        continue
      taken.push(span)
      const { start, end } = placeInOriginal(folded, span.start, span.end)
      found.push({ kind, start, end, text: text.slice(start, end), replacement: REPLACEMENTS[kind] })
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}

/** The text with these places blackened; all other words stay as they are. */
export function blacken(
  text: string,
  findings: Pick<PersonalData, "start" | "end" | "replacement">[],
): string {
  return findings
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end, replacement }) => rest.slice(0, start) + replacement + rest.slice(end), text)
}

const spanOf = (match: RegExpMatchArray): Span => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
})

/** Numbers in addresses of pages and of our attachments mean nobody. */
const ADDRESS_OF_PAGE = /https?:\/\/\S+|\]\(\/[^)\s]{0,300}\)/g

/** The surest first: what one has found, the next ones leave alone. */
const FINDERS: [PersonalDataKind, (text: string) => Iterable<Span>][] = [
  ["email", findEmails],
  ["iban", findIbans],
  ["pension-number", (text) => findNumbers(text, PENSION_NUMBER, PENSION_LABEL, isPensionNumber)],
  ["health-number", (text) => findNumbers(text, HEALTH_NUMBER, HEALTH_LABEL, isHealthNumber)],
  ["tax-id", findTaxNumbers],
  ["birth-date", findBirthDates],
  ["file-reference", findFileReferences],
  ["licence-plate", findPlates],
  ["phone", findPhones],
  ["address", findAddresses],
  ["name", findNames],
  ["name", findNamedPeople],
]

const EMAIL = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,5}\p{L}{2,24}(?![\p{L}\d])/gu

/** As people write it against machines: "petra.k(at)example.org", "petra [ät] example [punkt] org", "petra.k at web.de". */
const EMAIL_IN_WORDS =
  /(?<![\p{L}\d._%+-])(?<own>[\p{L}\d._%+-]{1,64}(?:\s(?:punkt|dot)\s[\p{L}\d_-]{1,40}){0,3})(?:\s?[([{<]\s?(?:at|ät|@|a)\s?[)\]}>]\s?|(?<plain>\sat\s|\sät\s)|\s@\s?|@\s)(?<host>(?:[\p{L}\d-]{1,63}(?:\.|\s?[([{]\s?(?:dot|punkt|\.)\s?[)\]}]\s?|\s(?:dot|punkt)\s)){1,5})(?<top>[a-z]{2,12})(?![\p{L}\d])/giu

function* findEmails(text: string): Generator<Span> {
  for (const match of text.matchAll(EMAIL)) yield spanOf(match)
  for (const match of text.matchAll(EMAIL_IN_WORDS)) {
    const { own = "", plain, host = "" } = match.groups ?? {}
    // "Mehr dazu at example.org" is a sentence.
    if (plain === undefined || /[\d._-]/.test(own) || /(?:dot|punkt)/i.test(host) || FREE_MAIL.test(host))
      yield spanOf(match)
  }
}
const FREE_MAIL =
  /^(?:web|gmx|gmail|googlemail|t-online|outlook|hotmail|yahoo|icloud|posteo|mailbox|freenet|aol|live|proton|protonmail)\.$/i

const IBAN_BEGINS = /(?<![\p{L}\d])[a-z]{2}[ ]?\d{2}(?=[ .-]{0,3}\n?[a-z\d])/giu

/** In groups or in one piece; what follows it may be any word. */
function* findIbans(text: string): Generator<Span> {
  for (const match of text.matchAll(IBAN_BEGINS)) {
    const length = ibanLength(match[0].slice(0, 2))
    if (!length) continue
    const start = match.index
    let iban = ""
    let end = start
    for (; iban.length < length && /[a-z\d .\n/-]/i.test(text.charAt(end)) && end - start < 80; end++) {
      iban += text.charAt(end).replace(/[^a-z\d]/i, "")
    }
    if (iban.length === length && !/[\p{L}\d]/u.test(text.charAt(end)) && isIban(iban)) yield { start, end }
  }
}

const PENSION_NUMBER =
  /(?<![\p{L}\d])\d{2}[ ./-]{0,3}\d{2}[ ./-]{0,2}\d{2}[ ./-]{0,2}\d{2}[ ./-]{0,3}[A-Za-z][ ./-]{0,3}\d{2}[ ./-]?\d(?![\p{L}\d])/gu
const PENSION_LABEL =
  /(?:renten|sozial|\bRV|\bSV)[\p{L}-]*[\s.-]?(?:nummer|nr)?\.?\W{0,4}(?:lautet|ist)?\s?$/iu
const HEALTH_NUMBER = /(?<![\p{L}\d])[A-Z][ ]?\d{3}[ .-]?\d{3}[ .-]?\d{3}(?![\p{L}\d])/gu
const HEALTH_LABEL =
  /(?:kranken|versicherten?|versicherungs|\bKV)[\p{L}-]*[\s.-]?(?:nummer|nr)?\.?\W{0,4}(?:lautet|ist)?\s?$/iu
const TAX_ID =
  /(?<![\p{L}\d.,/+-])\d{2}[ ./-]{0,3}\d{3}[ ./-]{0,3}\d{3}[ ./-]{0,3}\d{3}(?![\p{L}\d]|[.,/-]\d)/gu
/** The number of a tax office: only with its name, as any number of a file looks like it. */
const TAX_NUMBER =
  /(?<!\p{L})(?:Steuer-?\s?(?:nummer|Nr\.?)|St\.?-?\s?Nr\.?)(?:\s(?:lautet|ist))?[\s:]{0,3}(?<value>\d{2,3}[ /]{1,3}\d{3,4}[ /]{1,3}\d{4,5}|\d{10,13})(?!\d)/dgu

function* findTaxNumbers(text: string): Generator<Span> {
  yield* findNumbers(text, TAX_ID, TAX_LABEL, isTaxId)
  for (const { indices } of text.matchAll(TAX_NUMBER)) {
    const place = indices?.groups?.value
    if (place) yield { start: place[0], end: place[1] }
  }
}
const TAX_LABEL = /(?:steuer|\bId)[\p{L}-]*[\s.-]?(?:id|nummer|nr)?\.?\W{0,4}(?:lautet|ist)?\s?$/iu

/** By the check digit, or, where somebody mistyped it, by the word in front. */
function* findNumbers(
  text: string,
  pattern: RegExp,
  label: RegExp,
  isValid: (number: string) => boolean,
): Generator<Span> {
  for (const match of text.matchAll(pattern)) {
    const span = spanOf(match)
    const before = text.slice(Math.max(0, span.start - 40), span.start)
    if (isValid(match[0].replace(/[^A-Za-z\d]/g, "").toUpperCase()) || label.test(before)) yield span
  }
}

const MONTH = "(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[\\p{Ll}.]{0,8}"
const DATE = `(?:\\d{1,2}\\.\\s{0,2}\\d{1,2}\\.\\s{0,2}(?:\\d{4}|\\d{2})|\\d{1,2}\\.\\s?${MONTH}\\s(?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4}|\\d{1,2}-\\d{1,2}-\\d{4})(?!\\d)`
const NOT_A_LIMIT = "(?!(?:vor|nach|ab|bis|seit|zwischen)\\s)"
const BIRTH_DATE = new RegExp(
  `(?:(?<!\\p{L})(?:[Gg]eb\\.|[Gg]eboren(?:e[nrs]?)?|GEB\\.?)[\\s:(]{0,3}${NOT_A_LIMIT}(?:(?:ist|sind|wurden?|sie|er|es|der|die|in\\s\\p{Lu}\\p{L}+,?)\\s){0,3}(?:am\\s|den\\s|on\\s)?|[Gg]eburts(?:datum|tag)[^\\d.\\n]{0,30}|[Gg]eb\\.?-?[Dd]at(?:um|\\.)?[\\s:]{0,3}|(?<!\\p{L})(?:[Gg]eb|born)\\s(?:am\\s|on\\s)?|\\(\\*\\s?)(?<first>${DATE})(?:\\s(?:und|sowie|bzw\\.)\\s(?:am\\s)?(?<second>${DATE}))?`,
  "gdu",
)
/** Without a day: "geboren im März 1961", "geb. 1961", "Jahrgang 1961", "im Mai 1961 geboren". */
const BIRTH_YEAR = new RegExp(
  `(?<!\\p{L})(?:(?:[Gg]eb\\.|[Gg]eboren)\\s(?:(?:ist|wurde|sie|er|in\\s\\p{Lu}\\p{L}+)\\s){0,3}(?:im\\s(?:Jahre?\\s)?|in\\s)?(?<first>(?:${MONTH}\\s)?(?:19|20)\\d{2})|[Gg]eburts(?:jahr|monat)(?:\\s(?:ist|war))?[\\s:(]{1,3}(?<second>(?:${MONTH}\\s)?(?:19|20)\\d{2})|(?:(?:ist|bin|war|sie|er)\\s|(?<=[(,]\\s?|\\n))Jahrgang\\s(?<third>(?:19|20)\\d{2})|(?<!(?:[Vv]or|[Nn]ach|[Aa]b|[Bb]is|[Ss]eit)\\s(?:dem\\s)?)im\\s(?:Jahre?\\s)?(?<fourth>(?:${MONTH}\\s)?(?:19|20)\\d{2})\\s(?:in\\s\\p{Lu}\\p{L}+\\s)?geboren(?!e?[nr]?\\s(?:sind|wurden)))(?!\\d)(?!\\s(?:bis|und|oder)\\s(?:19|20)\\d)`,
  "gdu",
)
/** "Kaczmarowski, *12.03.1961": joined to its star, which no item of a list is. */
const STARRED = new RegExp(
  `(?:(?<=[\\p{L},;)][ ])\\*[ ]?|(?<![\\p{L}\\d*])\\*)(?<first>${DATE}|(?:19|20)\\d{2}(?![\\d.]))`,
  "gdu",
)
const BORN_ON = new RegExp(
  `(?<!(?:[Vv]or|[Nn]ach|[Aa]b|[Bb]is|[Ss]eit|[Zz]um)\\s(?:dem\\s|zum\\s)?)(?<![\\d.])(?<first>${DATE})(?:\\sin\\s\\p{Lu}\\p{L}+)?\\sgeboren`,
  "gdu",
)

function* findBirthDates(text: string): Generator<Span> {
  for (const pattern of [BIRTH_DATE, BORN_ON, BIRTH_YEAR, STARRED]) {
    for (const { indices } of text.matchAll(pattern)) {
      for (const place of Object.values(indices?.groups ?? {})) {
        if (place) yield { start: place[0], end: place[1] }
      }
    }
  }
}

const REFERENCE =
  "(?:\\p{Lu}{1,5}[ -])?[\\p{L}\\d./_-]{0,30}\\d[\\p{L}\\d./_-]{0,30}(?:\\s?[/-]\\s?\\d[\\p{L}\\d./_-]{0,20}|\\s\\d{2,}[\\d./_-]{0,20})*"
/** A label that means nothing without its number goes with it; "Kundennummer" stays. */
const LABELLED = new RegExp(
  `(?<![\\p{L}\\d])(?:(?<whole>A[Zz]\\.?|Aktenzeichen|Gesch(?:äftszeichen|\\.?Z\\.?)|G[Zz]\\.)|(?:[Uu]nser|[Ii]hr|[Mm]ein)(?:em|e)?\\sZeichen|(?:Akten|Vorgangs|Kunden|Wohngeld|Fall|Antrags|BG|WG|Bedarfsgemeinschafts|Bescheid)-?\\s?(?:[Nn]ummer|Nr\\.?)|Kassenzeichen|Buchungszeichen)(?:\\s(?:Nr\\.?|lautet|ist|war))?[\\s:=#]{0,4}(?<value>${REFERENCE})`,
  "gdu",
)
/** "WG-2026-00123", the number of a Bedarfsgemeinschaft, a customer of the Agentur für Arbeit. */
const UNLABELLED =
  /(?<![\p{L}\d/-])(?:(?:WG|WoG|WoGG|BG|LZ)[-/]\d{2,4}[-/]\d{3,}|\d{5}BG\d{7}|\d{3}[A-Z]\d{6})(?![\p{L}\d])/gu
/** "5 C 22.13", "B 4 AS 27/10 R", "1 BvR 1012/11", "XII ZB 123/20", "C-123/19": decisions of courts are public. */
const OF_A_COURT =
  /^(?:[A-Z]\s)?(?:[IVX]{1,4}|\d{1,3}[a-z]?)\s[A-Z][A-Za-z]{0,4}\s\d{1,5}[./]\d{2}|^[CT]-\d{1,4}\/\d{2}/
const PARAGRAPH = /^(?:§|\d+\s?(?:§|Euro|EUR|€|%|Prozent))/

function* findFileReferences(text: string): Generator<Span> {
  for (const match of text.matchAll(LABELLED)) {
    const place = match.indices?.groups?.value
    if (!place) continue
    const rest = text.slice(place[0], place[0] + 40)
    if (OF_A_COURT.test(rest) || PARAGRAPH.test(rest)) continue
    const value = text.slice(...place).replace(/[./_-]+$/, "")
    yield { start: match.groups?.whole ? match.index : place[0], end: place[0] + value.length }
  }
  yield* Array.from(text.matchAll(UNLABELLED), spanOf)
}
