import { fold, gramsOf, isStopWord, stemOf } from "./german.ts"

export type Piece = { text: string; marked: boolean }

/** So much of a long text is looked through for the passage. */
const LONGEST_SEARCHED = 20_000
const PASSAGE = 240
/** A word that shares so many of its own or the other's grams is taken for the same: a compound, a slip of the pen. */
const SHARED = 0.6

/** Tells which words of a text were looked for; the answer is which of the words, or -1. */
export type Matcher = (word: string) => number

/** @param words as typed; @param prefix whether the last one may be the beginning of one */
export function matcherOf(words: readonly string[], prefix: boolean): Matcher {
  const wanted = words
    .map((word, at) => ({ word, begins: prefix && at === words.length - 1 }))
    .filter(({ word }) => words.length === 1 || !isStopWord(word.toLowerCase()))
    .map(({ word, begins }) => {
      const folded = fold(word)
      return { folded, stem: stemOf(folded), grams: new Set(gramsOf(folded)), begins }
    })
  const known = new Map<string, number>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    const folded = fold(word)
    const stem = stemOf(folded)
    const grams = folded.length > 5 && !/\d/.test(folded) ? gramsOf(folded) : []
    const at = wanted.findIndex(
      (one) =>
        one.stem === stem || (one.begins && folded.startsWith(one.folded)) || isSimilar(one.grams, grams),
    )
    known.set(word, at)
    return at
  }
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

/** The part of a text, about 240 letters, that has the most different words that were looked for. */
export function passageOf(text: string, matches: Matcher): Piece[] {
  const plain = text.replace(/\s+/g, " ").trim()
  const places = placesOf(plain.slice(0, LONGEST_SEARCHED), matches)
  const { start, end } = windowOf(plain, places)
  const inner = pieces(plain, start, end, places)
  if (start > 0) inner.unshift({ text: "… ", marked: false })
  if (end < plain.length) inner.push({ text: " …", marked: false })
  return inner
}

type Place = { start: number; end: number; word: number }

function placesOf(text: string, matches: Matcher): Place[] {
  const places: Place[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const word = matches(match[0].toLowerCase())
    if (word >= 0) places.push({ start: match.index, end: match.index + match[0].length, word })
  }
  return places
}

function windowOf(text: string, places: Place[]): { start: number; end: number } {
  let best = { from: 0, different: 0 }
  for (const [at, { start }] of places.entries()) {
    const different = new Set<number>()
    // They stand in order: what lies beyond ends the look.
    for (let next = at; (places[next]?.end ?? Infinity) <= start + PASSAGE * 0.8; next += 1)
      different.add(places[next]?.word ?? -1)
    if (different.size > best.different) best = { from: start, different: different.size }
  }
  const start = best.from < PASSAGE / 3 ? 0 : wordStart(text, best.from - PASSAGE / 5)
  return { start, end: wordEnd(text, start + PASSAGE) }
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
