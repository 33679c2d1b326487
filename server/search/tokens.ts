import { mayBeginDate, monthName, monthOf, readDate, type WrittenDate } from "./dates.ts"
import { isFollowedByNumber, readNumber } from "./numbers.ts"

/**
 * A piece of a text as search compares it, in one spelling: amounts without separators ("60.000,00" is 60000), dates as
 * day, month and year ("09.07.2024" is 9 juli 2024), "Abs. 2" as absatz 2.
 */
export type Token = {
  /** In small letters, as sequences compare it; empty for what stands before a number, such as "§". */
  text: string
  /** Of words only, parts are compared: not of numbers and abbreviations. */
  isWord: boolean
  /** Where it stands in the text that was read. */
  start: number
  end: number
  /** What it is found by and looked for by, where that is not its stem. */
  terms?: Terms
  /** The same for the parts of one date. */
  date?: number
}
type Terms = { found: string[]; asked: string[] }

const PIECE = /§§?|[€%]|[\p{L}\p{N}\p{M}]+/gu
const SIGNS = new Map([
  ["€", "euro"],
  ["%", "prozent"],
])
/** Before a number, these mean the same as what follows the colon; the norm itself is a unit (`units.ts`). */
const NORM_WORDS = wordsFor({
  paragraf: "paragraf paragrafen paragrafs paragraph paragraphen paragraphs par",
  artikel: "artikel artikeln artikels art",
})
const NUMBERED_WORDS = wordsFor({
  absatz: "absatz absatzes abs",
  nummer: "nummer nr",
  ziffer: "ziffer ziff zif",
  buchstabe: "buchstabe buchst",
})

/** @param text with its looks folded (`foldLooks`) */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = []
  PIECE.lastIndex = 0
  let numbered = false
  for (let match = PIECE.exec(text); match; match = PIECE.exec(text)) {
    const [piece] = match
    const { index } = match
    const read: Token[] = isDigit(piece)
      ? readDigits(text, piece, index, numbered)
      : readWord(text, piece, index)
    tokens.push(...read)
    const end = read.reduce((last, token) => Math.max(last, token.end), index)
    numbered = !isDigit(piece) && announcesNumber(piece) && isFollowedByNumber(text, end)
    PIECE.lastIndex = end
  }
  return currencyBehind(tokens, text)
}

const isDigit = (piece: string) => piece.charCodeAt(0) >= 48 && piece.charCodeAt(0) <= 57

function announcesNumber(piece: string): boolean {
  const word = piece.toLowerCase()
  return piece.startsWith("§") || NORM_WORDS.has(word) || NUMBERED_WORDS.has(word)
}

function readDigits(text: string, piece: string, start: number, numbered: boolean): Token[] {
  const date = numbered ? null : readDate(text, start)
  if (date) return dateTokens(date, start)
  const number = readNumber(text, start, numbered)
  if (number) return [{ text: number.value, isWord: false, start, end: number.end }]
  return [{ text: piece.toLowerCase(), isWord: false, start, end: start + piece.length }]
}

/** Found by "Juli" or "2024", too; but whoever looks for the day means the day. */
function dateTokens({ day, month, year, parts }: WrittenDate, date: number): Token[] {
  const [dayAndMonth, whole] = [`${two(month)}tag${two(day)}`, `${year}${two(month)}${two(day)}`]
  const found = year === null ? [dayAndMonth] : [whole, dayAndMonth]
  const alone = (said: string): Terms => ({ found: [said], asked: [] })
  const name = monthName(month)
  const tokens: Token[] = [
    { text: String(day), isWord: false, ...parts.day, terms: { found, asked: found.slice(0, 1) }, date },
    { text: name, isWord: false, ...parts.month, terms: alone(name), date },
  ]
  if (parts.year)
    tokens.push({ text: String(year), isWord: false, ...parts.year, terms: alone(String(year)), date })
  return tokens
}

const two = (number: number) => String(number).padStart(2, "0")

function readWord(text: string, piece: string, start: number): Token[] {
  const date = mayBeginDate(piece) ? readDate(text, start) : null
  return date ? dateTokens(date, start) : [readLetters(text, piece, start)]
}

function readLetters(text: string, piece: string, start: number): Token {
  const end = start + piece.length
  const word = piece.toLowerCase()
  const isNumbered = announcesNumber(piece) && isFollowedByNumber(text, end)
  const norm = NORM_WORDS.get(word)
  // The unit says which norm it is; who looks for "Paragraf" alone finds the word.
  if (piece.startsWith("§")) return { text: "", isWord: false, start, end, terms: { found: [], asked: [] } }
  if (norm && isNumbered) return { text: "", isWord: false, start, end, terms: { found: [norm], asked: [] } }
  const said = SIGNS.get(piece) ?? (word === "eur" ? "euro" : meantBy(word, text, end, isNumbered))
  return { text: said, isWord: said === word && !/\p{N}/u.test(word), start, end }
}

/** "Abs." before a number, "Okt." before a year; and one spelling for both of "Paragraph". */
function meantBy(word: string, text: string, end: number, isNumbered: boolean): string {
  if (isNumbered) return NUMBERED_WORDS.get(word) ?? word
  const month = isBeforeYear(text, end) ? monthOf(word) : undefined
  if (month !== undefined) return monthName(month)
  return word.startsWith("paragraph") ? word.replace("ph", "f") : word
}

const YEAR = /\.?\s{0,2}\d{4}(?![\p{L}\d])/uy
function isBeforeYear(text: string, end: number): boolean {
  YEAR.lastIndex = end
  return YEAR.test(text)
}

/** "EUR 60.000" is "60.000 Euro". */
function currencyBehind(tokens: Token[], text: string): Token[] {
  for (const [at, token] of tokens.entries()) {
    const [before, number] = [tokens[at - 1], tokens[at + 1]]
    if (token.text !== "euro" || !number || !isAmount(number) || (before && isAmount(before))) continue
    if (text.slice(token.end, number.start).trim() !== "") continue
    tokens[at] = number
    tokens[at + 1] = token
  }
  return tokens
}

const isAmount = ({ text, date }: Token) => date === undefined && /^\d/.test(text)

function wordsFor(lines: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(lines).flatMap(([meant, words]) => words.split(" ").map((word) => [word, meant])),
  )
}
