import { analyse } from "../german.ts"
import type { EngineQuery } from "../model.ts"

/** Meilisearch takes no notice of what comes after ten words. */
const MOST_WORDS = 10

/**
 * Stems, as the documents have them: first what is excluded, then sequences and numbers, the last word at the end. That
 * one Meilisearch takes as a beginning, whether or not somebody is typing; it also finds compounds that begin so.
 */
export function queryText({ understood, loose }: EngineQuery): string {
  const excluded = analyse(understood.without.join(" "), true).stems.map((stem) => `-"${stem}"`)
  const phrases = understood.phrases.map((phrase) => `"${phrase.replaceAll('"', " ").trim()}"`)
  const sequences = phrases.reduce((sum, phrase) => sum + phrase.split(/\s+/).length, 0)
  const stems = fewest(stemsOf(understood.words.join(" ")), loose, MOST_WORDS - sequences)
  const numbers = stems.filter(isNumber)
  const words = stems.filter((stem) => !isNumber(stem))
  // A number is no beginning of another one.
  if (words.length === 0 && numbers.length > 0) numbers.push(`"${numbers.pop()}"`)
  return [...excluded, ...phrases, ...numbers, ...words].join(" ")
}

function stemsOf(text: string): string[] {
  const { stems } = analyse(text)
  return stems.length > 0 ? stems : analyse(text, true).stems
}

/** Of many words the longest: they say most. Numbers of a whole text say little, so a loose query does without. */
function fewest(stems: string[], loose: boolean, most: number): string[] {
  const telling = loose ? [...new Set(stems)].filter((stem) => !isNumber(stem)) : stems
  if (telling.length <= most) return telling
  const longest = new Set(
    telling
      .map((stem, at) => ({ at, length: stem.length }))
      .sort((a, b) => b.length - a.length || a.at - b.at)
      .slice(0, Math.max(0, most))
      .map(({ at }) => at),
  )
  return telling.filter((_, at) => longest.has(at))
}

const isNumber = (stem: string) => /\d/.test(stem)
