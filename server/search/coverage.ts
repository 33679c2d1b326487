import { gramsOf, MARK, stemOf } from "./german.ts"
import { FIELD_END, textWith } from "./ranking.ts"

/** So much of a word that is looked for must be in words of the text that are like it. */
const LEAST_COVERED = 0.5
/** A word of the text is like it when so many of its own grams are in it, or it has so many of its grams. */
const LIKE = 0.5
/** One bit a gram; of longer words the beginning counts. */
const MOST_GRAMS = 30

/** A word that is looked for. */
export type Sought = { grams: number[]; stems: string[] }

/** @param begun whether more letters may follow; @param completions stems that may be meant then */
export function soughtOf(word: string, begun = false, completions: string[] = []): Sought {
  const grams = gramsOf(word).slice(0, begun ? -1 : undefined)
  return { grams: [...new Set(grams)].slice(0, MOST_GRAMS), stems: begun ? completions : [stemOf(word)] }
}

/**
 * Tells whether a text really has one of the words, as it is, in a compound, taken apart, or misspelt. Grams alone do
 * not say so: a few of them can be gathered from words that have nothing to do with it.
 */
export function covers(sought: readonly Sought[]): (text: { words: string; stems: string }) => boolean {
  const places = sought.map(({ grams }) => new Map(grams.map((gram, at) => [gram, 1 << at])))
  const known = new Map<string, number[] | null>()
  const bitsOf = (token: string) => {
    const found = known.get(token)
    if (found !== undefined) return found
    const bits = likeness(token, places)
    known.set(token, bits)
    return bits
  }
  return (text) => {
    const { words } = text
    if (sought.some((one) => one.stems.some((stem) => textWith(text, stem).includes(` ${stem} `))))
      return true
    const covered = places.map(() => 0)
    for (const token of words.split(" ")) {
      if (token === "" || token === FIELD_END || token.startsWith(MARK)) continue
      bitsOf(token)?.forEach((bits, at) => {
        covered[at] = (covered[at] ?? 0) | bits
      })
    }
    return covered.some((bits, at) => {
      const whole = places[at]?.size ?? 0
      return whole > 0 && countBits(bits) >= LEAST_COVERED * whole
    })
  }
}

/** For each word that is looked for, which of its grams the token brings; nothing where the two are not alike. */
function likeness(token: string, places: Map<number, number>[]): number[] | null {
  const own = gramsOf(token)
  let any = false
  const bits = places.map((places) => {
    let shared = 0
    let times = 0
    for (const gram of own) {
      const place = places.get(gram)
      if (place === undefined) continue
      shared |= place
      times += 1
    }
    if (times < LIKE * own.length && countBits(shared) < LIKE * places.size) return 0
    any ||= shared !== 0
    return shared
  })
  return any ? bits : null
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}
