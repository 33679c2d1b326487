import { createRequire } from "node:module"
import { stemmer } from "@orama/stemmers/german"
import type { BenchDocument } from "./sets.ts"

const require = createRequire(import.meta.url)
const STOP_WORDS = new Set<string>(require("stopwords-iso").de)
const K1 = 1.2
const B = 0.75

/** What a ranking says of every document for one query; the order is that of the documents. */
export type Ranking = (query: string) => Float64Array

/**
 * The four rankings that the engines are measured against, computed exactly over all documents: BM25 over plain words,
 * over stems without stop words, over grams of four letters, and grams + 0.3 × stems, each divided by its best score.
 */
export function references(documents: BenchDocument[]): Record<string, Ranking> {
  const texts = documents.map(({ title, text }) => `${title} ${text}`)
  const plain = bm25(texts, wordsOf)
  const stemmed = bm25(texts, (text) => withoutStopWords(text).map(stemmer))
  const grams = bm25(texts, (text) => withoutStopWords(text).flatMap(gramsOf))
  const mix: Ranking = (query) => {
    const byGrams = normalised(grams(query))
    const byStems = normalised(stemmed(query))
    return byGrams.map((score, at) => score + 0.3 * (byStems[at] ?? 0))
  }
  return { plain, stemmed, grams, mix }
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const withoutStopWords = (text: string) => wordsOf(text).filter((word) => !STOP_WORDS.has(word))

function gramsOf(word: string): string[] {
  const padded = ` ${word} `
  if (padded.length < 4) return [padded]
  return Array.from({ length: padded.length - 3 }, (_, at) => padded.slice(at, at + 4))
}

function bm25(texts: string[], analyse: (text: string) => string[]): Ranking {
  const postings = new Map<string, { document: number; frequency: number }[]>()
  const lengths = texts.map((text, document) => {
    const terms = analyse(text)
    const counts = new Map<string, number>()
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
    for (const [term, frequency] of counts) {
      const list = postings.get(term)
      if (list) list.push({ document, frequency })
      else postings.set(term, [{ document, frequency }])
    }
    return terms.length
  })
  const average = lengths.reduce((sum, length) => sum + length, 0) / texts.length
  return (query) => {
    const scores = new Float64Array(texts.length)
    for (const term of analyse(query)) {
      const list = postings.get(term) ?? []
      const rarity = Math.log(1 + (texts.length - list.length + 0.5) / (list.length + 0.5))
      for (const { document, frequency } of list) {
        const length = (lengths[document] ?? 0) / average
        const saturated = (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + B * length))
        scores[document] = (scores[document] ?? 0) + rarity * saturated
      }
    }
    return scores
  }
}

function normalised(scores: Float64Array): Float64Array {
  const best = scores.reduce((most, score) => Math.max(most, score), 0)
  return best > 0 ? scores.map((score) => score / best) : scores
}
