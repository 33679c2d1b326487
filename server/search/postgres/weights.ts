import { rarity, type Totals, type Weighted } from "../ranking.ts"
import type { Like, Stems } from "./vocabulary.ts"

/** A query or one of its variants: its words, each with its grams, and its stems. */
export type Asked = Weighted & { words: Map<string, number[]> }

/** What the index knows of a query. */
export type Known = {
  /** In how many documents a gram occurs, and a term that is no word: a number, a unit, a stem in a title; the sums. */
  statistics: ReadonlyMap<number, number>
  totals: Totals
  /** For each word that is looked for, the words that are like it. */
  like: ReadonlyMap<string, Like[]>
  stems: Stems
}

/** With grams and stems worth more the rarer they are. */
export function weightedBy(asked: Asked, known: Known): Asked {
  const { documents } = known.totals
  return {
    ...asked,
    grams: new Map(
      [...asked.grams].map(([gram, times]) => [
        gram,
        times * rarity(documents, known.statistics.get(gram) ?? 0),
      ]),
    ),
    stems: new Map(
      [...asked.stems].map(([stem, times]) => [
        stem,
        times * rarity(documents, Math.min(documents, known.stems.documentsOf(stem, known.statistics))),
      ]),
    ),
  }
}

/** What all together is worth. */
export const sumOf = (worth: Iterable<number>): number => {
  let sum = 0
  for (const one of worth) sum += one
  return sum
}
