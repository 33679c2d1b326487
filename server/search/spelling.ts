import { foldLooks } from "../kernel/folding.ts"
import { fold, foldedOf, stemOf, termOf } from "./german.ts"

/** Shorter words are too easily mistaken for others. */
const SHORTEST = 5
const WORDS = /\p{L}+/gu

/** Whether one of the words occurs in none of the texts, so that it may be a slip of the pen. */
export function hasUnknown(words: readonly string[], texts: readonly string[]): boolean {
  const asked = words.map(fold).filter(isCorrectable)
  if (asked.length === 0) return false
  const missing = new Set(asked.map(stemOf))
  for (const text of texts) {
    for (const word of foldLooks(text).toLowerCase().match(WORDS) ?? []) missing.delete(termOf(word))
    // The best hits mostly have them all.
    if (missing.size === 0) return false
  }
  return true
}

const isCorrectable = (folded: string) => folded.length >= SHORTEST && !/\d/.test(folded)

/**
 * The query with words that occur nowhere replaced by near ones that do. The words come from texts that the person
 * may read, so the proposal tells nothing else.
 * @param words as typed @param texts of what was found
 * @returns null when nothing is to be corrected
 */
export function correct(typed: string, words: readonly string[], texts: readonly string[]): string | null {
  const occurring = new Map<string, string>()
  const known = new Set<string>()
  for (const written of new Set(foldLooks(texts.join(" ")).match(WORDS))) {
    const word = written.toLowerCase()
    const folded = foldedOf(word)
    occurring.set(folded, occurring.get(folded) ?? written)
    known.add(termOf(word))
  }
  const plain = foldLooks(typed)
  let corrected = plain
  for (const word of words) {
    const folded = fold(word)
    if (!isCorrectable(folded) || known.has(stemOf(folded))) continue
    const near = nearest(folded, occurring)
    // The word by itself, not where a longer one begins or ends with it.
    if (near) corrected = corrected.replace(/[\p{L}\p{N}]+/gu, (whole) => (whole === word ? near : whole))
  }
  return corrected === plain ? null : corrected
}

function nearest(word: string, occurring: Map<string, string>): string | null {
  let best: { raw: string; distance: number } | null = null
  const most = word.length < 8 ? 1 : 2
  for (const [folded, raw] of occurring) {
    if (Math.abs(folded.length - word.length) > most || folded.length < SHORTEST - 1) continue
    const distance = distanceOf(word, folded)
    if (distance > 0 && distance <= most && distance < (best?.distance ?? 3)) best = { raw, distance }
  }
  return best?.raw ?? null
}

/** Letters to add, leave out, change, or swap with their neighbour. */
function distanceOf(a: string, b: string): number {
  let older: number[] = []
  let former = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (former[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let least = Math.min((former[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (older[j - 2] ?? 0) + 1)
      row.push(least)
    }
    older = former
    former = row
  }
  return former[b.length] ?? 0
}
