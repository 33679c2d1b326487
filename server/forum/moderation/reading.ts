import { decodeHTML } from "entities"
import { foldLooksWithPlaces, placeInOriginal } from "../../kernel/folding.ts"
import { type Piece, pairMarkup, type Token } from "./markup.ts"

/** Stands for mark-up that a reader does not see; no text holds it, as Unicode gives it to no character. */
export const MARK = "\uFDD0"

/**
 * A text as its reader reads it, so that words can be found in it: without mark-up, invisible characters, capitals
 * and marks on letters; "ü" is "ue", "ß" is "ss". Every character of `key` knows where it comes from.
 */
export type Reading = {
  key: string
  /** Where in the source the character of `key` begins and ends. */
  starts: number[]
  ends: number[]
  /** What a person sees of the source, mark-up as `MARK`. */
  shown: string
  /** Where in `shown` the character of `key` begins and ends. */
  shownStarts: number[]
  shownEnds: number[]
  /** Mark-up and line breaks, in order. */
  pieces: Piece[]
}

export type Format = "markdown" | "plain" | "address"

export function readAs(format: Format, source: string, from = 0, to = source.length): Reading {
  const tokens = tokensOf(source.slice(0, to), PATTERNS[format], from)
  const pieces = format === "markdown" ? pairMarkup(source, tokens) : breaksOf(tokens)
  const seen = see(source, tokens, new Set(pieces), from, to)
  const folded = foldLooksWithPlaces(seen.text)
  const reading: Reading = {
    ...{ key: "", starts: [], ends: [], shown: seen.text, shownStarts: [], shownEnds: [] },
    pieces: pieces.map(({ piece }) => piece).filter((piece) => piece !== undefined),
  }
  for (let at = 0; at < folded.text.length; at++) {
    const place = placeInOriginal(folded, at, at + 1)
    const key = keyOf(folded.text.charAt(at))
    reading.key += key
    for (let unit = 0; unit < key.length; unit++) {
      reading.shownStarts.push(place.start)
      reading.shownEnds.push(place.end)
      reading.starts.push(seen.starts[place.start] ?? from)
      reading.ends.push(seen.ends[place.end - 1] ?? to)
    }
  }
  return reading
}

const LETTERS: Record<string, string> = {
  ...{
    ä: "ae",
    ö: "oe",
    ü: "ue",
    ß: "ss",
    ł: "l",
    ø: "o",
    đ: "d",
    ı: "i",
    æ: "ae",
    œ: "oe",
    þ: "th",
    ð: "d",
  },
}

/** What a folded character is compared by. */
export function keyOf(character: string): string {
  const lower = character.toLowerCase()
  return LETTERS[lower] ?? lower.normalize("NFD").replace(/\p{M}/gu, "")
}

const ESCAPE = "(?<escape>\\\\[!-/:-@[-`{-~])"
const ENTITY = "(?<entity>&(?:#\\d{1,7}|#[xX][\\da-fA-F]{1,6}|[A-Za-z][A-Za-z\\d]{1,31});)"
const PERCENT = "(?<percent>(?:%[\\da-fA-F]{2})+)"
/** With what begins the next line: signs of quotations, list items and headings are no part of a word. */
const BREAK =
  "(?<break>\\\\?\\r?\\n[ \\t]*(?:>[ \\t]*)*(?:(?:[-+*]|\\d{1,9}[.)]|#{1,6})[ \\t]+)?|\\|[ \\t]*|[ \\t]*<br ?/?>[ \\t]*)"
const TAG =
  "(?<drop></?(?:a|b|br|code|del|em|font|i|ins|mark|s|small|span|strong|sub|sup|u|wbr)(?:\\s[^<>\\n]{0,300})?/?>)"
const DESTINATION =
  "(?<close>\\]\\((?:[^()\\s<>\\\\]|\\\\.|\\([^()\\s]{0,200}\\)|<[^<>\\n]{0,2000}>){0,2000}(?:\\s{1,9}(?:\"[^\"\\n]{0,300}\"|'[^'\\n]{0,300}'))?\\s{0,9}\\)|\\]\\[[^\\]\\n]{0,200}\\])"
const OPEN = "(?<open>!?\\[)"
const DELIMITER = "(?<delimiter>\\*{1,3}|_{1,3}|~{1,2}|`{1,3})"

const PATTERNS: Record<Format, RegExp> = {
  markdown: new RegExp([ESCAPE, ENTITY, PERCENT, BREAK, TAG, DESTINATION, OPEN, DELIMITER].join("|"), "gu"),
  plain: /(?<break>\r?\n)/gu,
  address: new RegExp([ESCAPE, ENTITY, PERCENT].join("|"), "gu"),
}

function tokensOf(source: string, pattern: RegExp, from: number): Token[] {
  pattern.lastIndex = from
  const tokens: Token[] = []
  for (const match of source.matchAll(pattern)) {
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0] ?? ""
    tokens.push({ kind, text: match[0], start: match.index, end: match.index + match[0].length })
  }
  return tokens
}

const breaksOf = (tokens: Token[]) =>
  tokens
    .filter(({ kind }) => kind === "break")
    .map((token) => ({ ...token, piece: { kind: "break" as const, start: token.start, end: token.end } }))

type Seen = { text: string; starts: number[]; ends: number[] }

function see(source: string, tokens: Token[], pieces: Set<Token>, from: number, to: number): Seen {
  const seen: Seen = { text: "", starts: [], ends: [] }
  const add = (text: string, start: number, end: number) => {
    seen.text += text
    for (let unit = 0; unit < text.length; unit++) {
      seen.starts.push(start)
      seen.ends.push(end)
    }
  }
  // A soft hyphen is seen where a line ends.
  const isShownAtBreak = (text: string, end: number) =>
    text === "\u00AD" && LINE_ENDS.test(source.slice(end, end + 4))
  const places = new Set([...pieces].map(({ start }) => start))
  let at = from
  const asTyped = (end: number) => {
    for (; at < end; at++)
      add(isShownAtBreak(source.charAt(at), at + 1) ? "-" : source.charAt(at), at, at + 1)
  }
  for (const token of tokens) {
    asTyped(token.start)
    if (places.has(token.start)) add(token.kind === "break" ? "\n" : MARK, token.start, token.end)
    else
      for (const [text, start, end] of decode(token)) add(isShownAtBreak(text, end) ? "-" : text, start, end)
    at = token.end
  }
  asTyped(to)
  return seen
}

const LINE_ENDS = /^[ \t]{0,2}\r?\n/

/** What is seen of a token that is no mark-up, each character with its place. */
function decode({ kind, text, start, end }: Token): [string, number, number][] {
  if (kind === "escape") return [[text.slice(1), start, end]]
  if (kind === "entity") return [[decodeHTML(text), start, end]]
  if (kind === "percent") return decodePercent(text, start)
  return Array.from({ length: text.length }, (_, i) => [text.charAt(i), start + i, start + i + 1])
}

function decodePercent(text: string, start: number): [string, number, number][] {
  let decoded: string
  try {
    decoded = decodeURIComponent(text)
  } catch {
    // No UTF-8: it means nothing but itself.
    decoded = text
  }
  const width = (character: string) => (decoded === text ? 1 : 3 * Buffer.byteLength(character))
  let at = start
  return Array.from(decoded, (character) => {
    const begin = at
    at += width(character)
    return [character, begin, at]
  })
}
