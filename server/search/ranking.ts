import { analyse, gramLength, gramsOf, letterCode, MARK } from "./german.ts"

/** BM25's usual parameters; see `bench/search`. */
const K1 = 1.2
const B = 0.75
/** How much the score over stems adds to the one over grams, each divided by its best. */
const STEM_SHARE = 0.3
/** How often a word counts that stands in the title, the text, or in what the document belongs to. */
const FIELD_WEIGHTS = [3, 1, 0.5] as const
export const FIELD_END = "|"
/** What a text begins with says what it is about: its first letters' words count so often. See `bench/search`. */
const LEAD_LETTERS = 300
const LEAD_WEIGHT = 1.25
/** What it adds when words that follow each other in the query stand near each other, too. */
const NEAR_SHARE = 0.2
/** About three words, in letters of the line of stems. */
const NEAR_LETTERS = 36
/** Of a long query, so many of its neighbours are looked at. */
const MOST_PAIRS = 12

/** A document as it is scored: tokens and stems of title, text and context, each ended by `|`. */
export type Scored = { words: string; stems: string; gramLength: number; stemLength: number }

export type Totals = { documents: number; grams: number; stems: number }

/** What is looked for, with what each occurrence is worth. */
export type Weighted = {
  grams: Map<number, number>
  stems: Map<string, number>
  /** Stems that follow each other in the query. */
  pairs: [string, string][]
}

/** The fields of a document put into one line each, and how long they are together. */
export function prepare(fields: readonly [title: string, text: string, context: string]): Scored {
  let words = ""
  let stems = ""
  let grams = 0
  let stemTotal = 0
  for (const field of fields) {
    const analysis = analyse(field)
    words += ` ${analysis.tokens.join(" ")} ${FIELD_END}`
    stems += ` ${[...analysis.stems, ...analysis.units].join(" ")} ${FIELD_END}`
    grams += gramLength(analysis.words)
    stemTotal += analysis.stems.length
  }
  return { words, stems, gramLength: grams, stemLength: stemTotal }
}

export const rarity = (documents: number, occursIn: number): number =>
  Math.log(1 + (documents - occursIn + 0.5) / (occursIn + 0.5))

/**
 * The score of each document: BM25 over grams of four letters, and 0.3 of that over stems, each divided by the best;
 * and 0.2 of how many neighbours of the query are neighbours there.
 * Measured against other rankings in `bench/search`.
 * @param atOnce so many documents are scored before other requests get their turn
 */
export async function score(
  query: Weighted,
  documents: readonly Scored[],
  totals: Totals,
  atOnce = documents.length,
): Promise<number[]> {
  const grams: number[] = []
  const stems: number[] = []
  for (let start = 0; start < documents.length; start += atOnce) {
    // Other requests come in between.
    if (start > 0) await new Promise((resolve) => setImmediate(resolve))
    const some = documents.slice(start, start + atOnce)
    grams.push(...gramScores(query.grams, some, totals))
    stems.push(...some.map((document) => stemScore(query.stems, document, totals)))
  }
  const byGrams = normalised(grams)
  const byStems = normalised(stems)
  return documents.map(
    (document, at) =>
      (byGrams[at] ?? 0) + STEM_SHARE * (byStems[at] ?? 0) + NEAR_SHARE * nearness(query.pairs, document),
  )
}

/** The share of the pairs that stand near each other somewhere in the text, in whatever order. */
function nearness(pairs: [string, string][], { stems }: Scored): number {
  if (pairs.length === 0) return 0
  return pairs.filter(([one, other]) => areNear(` ${one} `, ` ${other} `, stems)).length / pairs.length
}

function areNear(one: string, other: string, stems: string): boolean {
  for (let at = stems.indexOf(one); at >= 0; at = stems.indexOf(one, at + one.length - 1)) {
    const end = at + one.length - 1
    if (stems.slice(Math.max(0, at - NEAR_LETTERS), at + 1).includes(other)) return true
    if (stems.slice(end, end + NEAR_LETTERS).includes(other)) return true
  }
  return false
}

function normalised(scores: number[]): number[] {
  const best = Math.max(0, ...scores)
  return best > 0 ? scores.map((one) => one / best) : scores
}

const saturated = (frequency: number, length: number, average: number) =>
  (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * length) / average))

const MARK_CODE = MARK.charCodeAt(0)
const FIELD_END_CODE = FIELD_END.charCodeAt(0)

const SLOTS = 4096
const slotOf = (gram: number) => (Math.imul(gram, 0x9e3779b1) >>> 20) & (SLOTS - 1)

/** Counts the query's grams in each text by one pass over its letters. */
function gramScores(grams: Map<number, number>, documents: readonly Scored[], totals: Totals): number[] {
  const numbers = [...grams.keys()]
  const worth = [...grams.values()]
  const slots = new Int16Array(SLOTS).fill(-1)
  const following = new Int16Array(numbers.length).fill(-1)
  numbers.forEach((gram, at) => {
    following[at] = slots[slotOf(gram)] ?? -1
    slots[slotOf(gram)] = at
  })
  const counts = new Float64Array(numbers.length)
  const average = totals.grams / Math.max(1, totals.documents)
  return documents.map(({ words, gramLength: length }) => {
    counts.fill(0)
    countGrams(words, numbers, slots, following, counts)
    let sum = 0
    for (let at = 0; at < numbers.length; at += 1) {
      const frequency = counts[at] ?? 0
      if (frequency > 0) sum += (worth[at] ?? 0) * saturated(frequency, length, average)
    }
    return sum
  })
}

function countGrams(
  words: string,
  numbers: number[],
  slots: Int16Array,
  following: Int16Array,
  counts: Float64Array,
): void {
  let field = 0
  let weight: number = FIELD_WEIGHTS[0]
  let leadEnd = Infinity
  let gram = 0
  for (let position = 0; position < words.length; position += 1) {
    const code = words.charCodeAt(position)
    if (position >= leadEnd) {
      leadEnd = Infinity
      weight = FIELD_WEIGHTS[1]
    }
    if (code === MARK_CODE) {
      position = words.indexOf(" ", position)
      gram = letterCode(32)
      continue
    }
    if (code === FIELD_END_CODE) {
      field += 1
      weight = field === 1 ? LEAD_WEIGHT : (FIELD_WEIGHTS[field] ?? 1)
      leadEnd = field === 1 ? position + LEAD_LETTERS : Infinity
      gram = 0
      continue
    }
    gram = ((gram << 6) | letterCode(code)) & 0xffffff
    let at = slots[slotOf(gram)] ?? -1
    while (at >= 0) {
      if (numbers[at] === gram) counts[at] = (counts[at] ?? 0) + weight
      at = following[at] ?? -1
    }
  }
}

function stemScore(stems: Map<string, number>, document: Scored, totals: Totals): number {
  const average = totals.stems / Math.max(1, totals.documents)
  let sum = 0
  for (const [stem, worth] of stems) {
    const text = textWith(document, stem)
    const titleEnd = text.indexOf(FIELD_END)
    const textEnd = text.indexOf(FIELD_END, titleEnd + 1)
    const needle = ` ${stem} `
    let frequency = 0
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length - 1))
      frequency += weightAt(at, titleEnd, textEnd)
    if (frequency > 0) sum += worth * saturated(frequency, document.stemLength, average)
  }
  return sum
}

/** The line of stems has less than two thirds of the letters of that of the words: function words are not in it. */
const LEAD_STEM_LETTERS = (LEAD_LETTERS * 2) / 3

function weightAt(at: number, titleEnd: number, textEnd: number): number {
  if (at < titleEnd) return FIELD_WEIGHTS[0]
  if (at >= textEnd) return FIELD_WEIGHTS[2]
  return at < titleEnd + LEAD_STEM_LETTERS ? LEAD_WEIGHT : FIELD_WEIGHTS[1]
}

/** Function words stand among the words only. */
export const textWith = <T>({ words, stems }: { words: T; stems: T }, term: string): T =>
  term.startsWith(MARK) ? words : stems

/** The grams and stems of words, with how often each is asked for. */
export function countTerms(words: readonly string[], stems: readonly string[]): Weighted {
  const grams = new Map<number, number>()
  for (const word of words) for (const gram of gramsOf(word)) grams.set(gram, (grams.get(gram) ?? 0) + 1)
  const counted = new Map<string, number>()
  for (const stem of stems) counted.set(stem, (counted.get(stem) ?? 0) + 1)
  return { grams, stems: counted, pairs: pairsOf(stems) }
}

const pairsOf = (stems: readonly string[]): [string, string][] =>
  stems
    .slice(0, MOST_PAIRS + 1)
    .flatMap((stem, at): [string, string][] => {
      const next = stems[at + 1]
      return next === undefined || next === stem ? [] : [[stem, next]]
    })
    .slice(0, MOST_PAIRS)
