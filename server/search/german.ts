import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { stemmer } from "@orama/stemmers/german"
import { findUnits, tokenUnits } from "./units.ts"

const require = createRequire(import.meta.url)
const STOP_WORDS = readStopWords()
/** Words without an umlaut that stand for one with: "fur" and "fuer" for "für". */
const FOLDED_STOP_WORDS = new Set([...STOP_WORDS].filter((word) => /[äöüß]/.test(word)).map(fold))

const GRAM = 4
const MOST_REMEMBERED = 200_000
const stems = new Map<string, string>()

/** A text as the index holds it. */
export type Analysis = {
  /** All words and numbers folded, in their order; `MARK` before those that have no grams: stop words and numbers. */
  tokens: string[]
  /** Folded words with letters only, without stop words: the grams come from these. */
  words: string[]
  /** Stems of the words, and numbers as they are. */
  stems: string[]
  /** Norms and file numbers: `§11`, `sgb2`, `§11sgb2`, `wg-2026-123`. */
  units: string[]
}

export const MARK = "~"

/** @param keepStopWords for a query that consists of nothing else */
export function analyse(text: string, keepStopWords = false): Analysis {
  const analysis: Analysis = { tokens: [], words: [], stems: [], units: [...findUnits(text)] }
  for (const raw of rawWords(text)) {
    const word = fold(raw)
    const stops = !keepStopWords && isStopWord(raw)
    const isNumber = /\d/.test(word)
    analysis.tokens.push(stops || isNumber ? MARK + word : word)
    if (stops) continue
    if (!isNumber) analysis.words.push(word)
    analysis.stems.push(isNumber ? word : stemOf(word))
  }
  return analysis
}

/** Lower case, as typed otherwise. */
export function rawWords(text: string): string[] {
  return tokenUnits(text.normalize("NFC").toLowerCase())
}

export const isStopWord = (raw: string) =>
  STOP_WORDS.has(raw) || (!/[äöüß]/.test(raw) && FOLDED_STOP_WORDS.has(fold(raw)))

/** One spelling for all: ä, ae and a; ß and ss; é and e. "neue" and "Quelle" keep their "ue". */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .replace(/ß/g, "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/ae/g, "a")
    .replace(/oe/g, "o")
    .replace(/(?<![aeiouq])ue/g, "u")
}

export function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  // One endless word would cost more than it is worth.
  const stem = word.length > 60 ? word : stemmer(word)
  if (stems.size >= MOST_REMEMBERED) stems.clear()
  stems.set(word, stem)
  return stem
}

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

function readStopWords(): Set<string> {
  const languages: Record<string, string[]> = JSON.parse(
    readFileSync(require.resolve("stopwords-iso"), "utf8"),
  )
  return new Set(languages.de)
}
