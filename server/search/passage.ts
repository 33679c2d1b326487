import { foldLooks, foldLooksWithPlaces, placeInOriginal } from "../kernel/folding.ts"
import { fold, foldedOf, gramsOf, isFunctionWord, termsOf } from "./german.ts"
import { readTokens, type Token } from "./tokens.ts"

export type Piece = { text: string; marked: boolean }

/** So much of a long text is looked through for the passage. */
const LONGEST_SEARCHED = 20_000
const PASSAGE = 240
/** A word that shares so many of its own or the other's grams is taken for the same: a compound, a slip of the pen. */
const SHARED = 0.6

/** Tells which words of a text were looked for; the answer is which of the words, or -1. */
export type Matcher = (token: Token) => number

/** @param words as typed; @param prefix whether the last one may be the beginning of one */
export function matcherOf(words: readonly string[], prefix: boolean): Matcher {
  const wanted = wantedBy(words, prefix)
  const telling = wanted.filter((one) => !one.isFunction)
  const chosen = telling.length > 0 ? telling : wanted
  const known = new Map<string, number>()
  const find = (token: Token) => {
    const terms = termsOf(token, false)
    const folded = foldedOf(token.text)
    const grams = token.isWord && folded.length > 5 ? gramsOf(folded) : []
    return (
      chosen.find(
        (one) =>
          one.terms.some((term) => terms.includes(term)) ||
          (one.begins && token.date === undefined && folded.startsWith(one.folded)) ||
          isSimilar(one.grams, grams),
      )?.at ?? -1
    )
  }
  return (token) => {
    if (token.terms) return find(token)
    const found = known.get(token.text) ?? find(token)
    known.set(token.text, found)
    return found
  }
}

/** The words together: "Abs" alone would not be that of "Abs. 2". */
function wantedBy(words: readonly string[], prefix: boolean) {
  const starts: number[] = []
  let text = ""
  for (const word of words.map(foldLooks)) {
    starts.push(text.length)
    text += `${word} `
  }
  return readTokens(text).map((token) => {
    const at = starts.filter((start) => start <= token.start).length - 1
    const folded = fold(token.text)
    const begins = prefix && at === words.length - 1 && folded !== ""
    const isFunction = isFunctionWord(token.text) && !begins
    const grams = new Set(token.isWord ? gramsOf(folded) : [])
    return { at, folded, isFunction, terms: termsOf(token, true), grams, begins }
  })
}

/** Words of few letters have too few grams to be compared. */
function isSimilar(grams: Set<number>, others: number[]): boolean {
  if (grams.size < 5 || others.length < 5) return false
  let shared = 0
  for (const gram of others) if (grams.has(gram)) shared += 1
  return shared >= SHARED * Math.min(others.length, grams.size)
}

/** The whole text in pieces, with what was looked for marked. */
export function markAll(text: string, matches: Matcher): Piece[] {
  return pieces(text, 0, text.length, placesOf(text, matches))
}

/** The part of a text, about so many letters, that has the most different words that were looked for. */
export function passageOf(text: string, matches: Matcher, length = PASSAGE): Piece[] {
  const plain = text.replace(/\s+/g, " ").trim()
  const places = placesOf(plain.slice(0, LONGEST_SEARCHED), matches)
  const { start, end } = windowOf(plain, places, length)
  const inner = pieces(plain, start, end, places)
  if (start > 0) inner.unshift({ text: "… ", marked: false })
  if (end < plain.length) inner.push({ text: " …", marked: false })
  return inner
}

type Place = { start: number; end: number; word: number }

/** Where what was looked for stands, as it was typed: with the soft hyphens inside, a date as a whole, "§" with its number. */
function placesOf(text: string, matches: Matcher): Place[] {
  const plain = foldLooks(text)
  const places = matchesIn(readTokens(plain), matches)
  if (plain === text) return places
  const folded = foldLooksWithPlaces(text)
  return places.map(({ word, ...place }) => ({ word, ...placeInOriginal(folded, place.start, place.end) }))
}

function matchesIn(tokens: Token[], matches: Matcher): Place[] {
  const words = tokens.map(matches)
  const places = tokens.flatMap((token, at): Place[] => {
    const word = words[at] ?? -1
    const next = tokens[at + 1]
    // "§" and "Art." go with their number.
    if (token.text === "" && next && (words[at + 1] ?? -1) >= 0)
      return [{ start: token.start, end: next.end, word: words[at + 1] ?? -1 }]
    if (word < 0) return []
    return [{ ...(token.date === undefined ? token : spanOfDate(tokens, words, at)), word }]
  })
  return withoutOverlap(places.map(({ start, end, word }) => ({ start, end, word })))
}

/** All of a day that was looked for; of a month or a year, what of them was. */
function spanOfDate(tokens: Token[], words: number[], at: number): { start: number; end: number } {
  const first = Math.max(0, at - 2)
  const parts = tokens
    .slice(first, at + 3)
    .map((token, offset) => ({ token, isMatched: (words[first + offset] ?? -1) >= 0 }))
    .filter(({ token }) => token.date === tokens[at]?.date)
  const isDay = parts.some(({ token, isMatched }) => isMatched && (token.terms?.asked.length ?? 0) > 0)
  const marked = parts.filter(({ isMatched }) => isDay || isMatched).map(({ token }) => token)
  return {
    start: Math.min(...marked.map(({ start }) => start)),
    end: Math.max(...marked.map(({ end }) => end)),
  }
}

function withoutOverlap(places: Place[]): Place[] {
  const kept: Place[] = []
  for (const place of places.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (last && place.start < last.end) last.end = Math.max(last.end, place.end)
    else kept.push(place)
  }
  return kept
}

function windowOf(text: string, places: Place[], length: number): { start: number; end: number } {
  let best = { from: 0, different: 0 }
  for (const [at, { start }] of places.entries()) {
    const different = new Set<number>()
    // They stand in order: what lies beyond ends the look.
    for (let next = at; (places[next]?.end ?? Infinity) <= start + length * 0.8; next += 1)
      different.add(places[next]?.word ?? -1)
    if (different.size > best.different) best = { from: start, different: different.size }
  }
  const start = best.from < length / 3 ? 0 : wordStart(text, best.from - length / 5)
  return { start, end: wordEnd(text, start + length) }
}

function wordStart(text: string, near: number): number {
  const space = text.indexOf(" ", Math.max(0, Math.floor(near)))
  return space < 0 ? 0 : space + 1
}

function wordEnd(text: string, near: number): number {
  if (near >= text.length) return text.length
  const space = text.lastIndexOf(" ", near)
  return space < near - 60 ? near : space
}

function pieces(text: string, start: number, end: number, places: Place[]): Piece[] {
  const found: Piece[] = []
  let at = start
  for (const place of places) {
    if (place.start < at || place.end > end) continue
    if (place.start > at) found.push({ text: text.slice(at, place.start), marked: false })
    found.push({ text: text.slice(place.start, place.end), marked: true })
    at = place.end
  }
  if (at < end) found.push({ text: text.slice(at, end), marked: false })
  return found
}
