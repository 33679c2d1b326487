import { isOneTerm } from "../exclusions.ts"
import { analyse, wordsOf } from "../german.ts"
import type { EngineQuery } from "../model.ts"

/** Meilisearch takes no notice of what comes after ten words. */
const MOST_WORDS = 10

/**
 * Stems, as the documents have them: first what is excluded, then sequences and numbers, the last word at the end. That
 * one Meilisearch takes as a beginning, whether or not somebody is typing; it also finds compounds that begin so.
 */
export function queryText({ understood, loose }: EngineQuery): string {
  const excluded = understood.without.flatMap(({ sequence }) =>
    sequence === "" ? [] : [`-"${excludedText(sequence)}"`],
  )
  const phrases = understood.phrases.map((phrase) => `"${wordsOf(phrase).join(" ")}"`)
  const sequences = phrases.reduce((sum, phrase) => sum + phrase.split(/\s+/).length, 0)
  const stems = fewest(stemTexts(understood.words.join(" ")), loose, MOST_WORDS - sequences).map(exactly)
  const numbers = stems.filter(isNumber)
  const words = stems.filter((stem) => !isNumber(stem))
  // A number is no beginning of another one.
  if (words.length === 0 && numbers.length > 0) numbers.push(quotedOnce(numbers.pop() ?? ""))
  return [...excluded, ...phrases, ...numbers, ...words].join(" ")
}

/**
 * A word in all its forms, a day in every way to write it, a sequence as it stands: of "§ 21 Abs. 2", too, because
 * Meilisearch cannot exclude the words only where the unit is.
 */
const excludedText = (text: string) => (isOneTerm(text) ? stemTexts(text) : wordsOf(text)).join(" ")

/** The stems that a text is looked for by; of nothing but function words, those as typed. */
export function stemTexts(text: string): string[] {
  const { stems } = analyse(text, true)
  return stems.length > 0 ? stems : wordsOf(text)
}

/** Amounts with cents and days have letters between their digits, which Meilisearch would take for typing errors. */
const exactly = (stem: string) => (/\d/.test(stem) && /\D/.test(stem) ? `"${stem}"` : stem)

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
const quotedOnce = (stem: string) => (stem.startsWith('"') ? stem : `"${stem}"`)
