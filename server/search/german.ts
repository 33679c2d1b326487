import { stemmer } from "@orama/stemmers/german"
import { foldLooks } from "../kernel/folding.ts"
import { FUNCTION_WORDS } from "./function-words.ts"
import { readTokens, type Token } from "./tokens.ts"
import { unitsIn } from "./units.ts"

/** Nothing in it can be folded. */
const SIMPLE = /^(?:(?![aou]e)[a-z0-9])*$/

/** Words without an umlaut that stand for one with: "fur" and "fuer" for "für". */
const FOLDED_FUNCTION_WORDS = new Set([...FUNCTION_WORDS].filter((word) => /[äöüß]/.test(word)).map(fold))

/**
 * Raised with every change of what is made of a text: an index of another version is built anew, beside the live one,
 * by the first process that starts (`Engine.prepare`).
 */
export const ANALYSIS = 6

const GRAM = 4
const MOST_REMEMBERED = 200_000
const known = new Map<string, Known>()
/** What is made of one word. */
type Known = { folded: string; isFunction: boolean; term: string }

/** A text as the index holds it. */
export type Analysis = {
  /** All words and numbers folded, in their order; `MARK` before those that have no grams: function words and numbers. */
  tokens: string[]
  /** Folded words with letters only, without function words: the grams come from these. */
  words: string[]
  /** Stems of the words, numbers, and dates as a whole. */
  stems: string[]
  /** Function words with their mark: they weigh little, and count where there is nothing else. */
  functions: string[]
  /** Norms and file numbers: `§11`, `sgb2`, `§11sgb2`, `wg-2026-123`. */
  units: string[]
}

export const MARK = "~"

/**
 * A text that is to be found; what looks the same is the same.
 * @param asked true: what somebody looks for. A date is then the day, not its month or year as well.
 */
export function analyse(text: string, asked = false): Analysis {
  const plain = foldLooks(text)
  const tokens = readTokens(plain)
  const analysis: Analysis = {
    tokens: [],
    words: [],
    stems: [],
    functions: [],
    units: unitsIn(plain, tokens),
  }
  for (const token of tokens) {
    const { folded: word, isFunction } = knownOf(token.text)
    const isCompared = token.isWord && !isFunction
    if (word) analysis.tokens.push(isCompared ? word : MARK + word)
    if (isFunction) analysis.functions.push(MARK + word)
    else for (const term of termsOf(token, asked)) analysis.stems.push(term)
    if (isCompared) analysis.words.push(word)
  }
  return analysis
}

/** What a word or number is found by, or looked for by. */
export function termsOf({ text, terms }: Token, asked: boolean): string[] {
  if (!terms) return [knownOf(text).term]
  return (asked ? terms.asked : terms.found).map((one) => knownOf(one).term)
}

function knownOf(text: string): Known {
  const remembered = known.get(text)
  if (remembered) return remembered
  const folded = fold(text)
  const found = {
    folded,
    isFunction: FUNCTION_WORDS.has(text) || (!/[äöüß]/.test(text) && FOLDED_FUNCTION_WORDS.has(folded)),
    term: /\d/.test(text) ? folded : stemOf(folded),
  }
  if (known.size >= MOST_REMEMBERED) known.clear()
  known.set(text, found)
  return found
}

/** The word folded, remembered for the next time that it is read. */
export const foldedOf = (word: string): string => knownOf(word).folded

/** Its stem, remembered likewise; of a number, the number. */
export const termOf = (word: string): string => knownOf(word).term

/** What is looked for in a text: its words; where there are none, its function words. */
export function askedTerms(text: string): string[] {
  const { stems, functions } = analyse(text, true)
  return stems.length > 0 ? stems : functions
}

/** The words as sequences compare them, their umlauts as typed. */
export const wordsOf = (text: string): string[] =>
  readTokens(foldLooks(text)).flatMap(({ text: word }) => (word ? [word] : []))

/** One key for names that look or sound the same to a reader: of tags, categories, synonyms. */
export const nameKey = (name: string): string => wordsOf(name).map(fold).join(" ") || fold(name.trim())

/** @param word in small letters, its umlauts as typed */
export const isFunctionWord = (word: string): boolean => knownOf(word).isFunction

/** One spelling for all: ä, ae and a; ß and ss; é and e. "neue" and "Quelle" keep their "ue". */
export function fold(word: string): string {
  if (SIMPLE.test(word)) return word
  return foldLooks(word)
    .toLowerCase()
    .replace(/ß/g, "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/ae/g, "a")
    .replace(/oe/g, "o")
    .replace(/(?<![aeiouq])ue/g, "u")
}

/** @param word folded; one that is endless would cost more than it is worth */
export const stemOf = (word: string): string => (word.length > 60 ? word : stemmer(word))

/** The number of each sequence of four letters in the word with a space on either side. */
export function gramsOf(word: string): number[] {
  const grams: number[] = []
  let gram = 0
  const padded = ` ${word} `
  for (let at = 0; at < padded.length; at += 1) {
    gram = ((gram << 6) | letterCode(padded.charCodeAt(at))) & GRAM_MASK
    if (at >= GRAM - 1) grams.push(gram)
  }
  return grams
}

const GRAM_MASK = (1 << (6 * GRAM)) - 1
const LETTER_A = 97
const SPACE = 27

/** Six bits: a to z, the space, and the other letters of the world as best they fit. */
export function letterCode(code: number): number {
  if (code >= LETTER_A && code < LETTER_A + 26) return code - LETTER_A + 1
  return code === 32 ? SPACE : 28 + (code % 36)
}

export const gramLength = (words: readonly string[]) =>
  words.reduce((sum, word) => sum + Math.max(0, word.length - 1), 0)

const FIRST_STEM = 1 << (6 * GRAM)
const STEM_NUMBERS = 2 ** 31 - 1 - FIRST_STEM

/** The number of a stem, a number or a unit; above those of the grams. Two may share one: it only finds candidates. */
export function stemNumber(stem: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < stem.length; at += 1) hash = Math.imul(hash ^ stem.charCodeAt(at), 0x01000193)
  return FIRST_STEM + ((hash >>> 0) % STEM_NUMBERS)
}
