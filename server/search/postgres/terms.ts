import { sql } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { type Sought, soughtOf } from "../coverage.ts"
import { analyse, fold, gramsOf, stemNumber, stemOf } from "../german.ts"
import type { EngineQuery } from "../model.ts"
import { countTerms, rarity, type Totals, type Weighted } from "../ranking.ts"
import { findVariants } from "../variants.ts"
import { inTitle, SUMS } from "./write.ts"

/** Beginnings of a word stand for at most so many words. */
const MOST_COMPLETIONS = 12
/** What stems are worth among the probes, and grams 1. */
const STEM_SHARE = 0.6
/** What a title adds that has all words. */
const TITLE_SHARE = 0.4
/** What is written at length is looked for by its rarest words. */
const MOST_WORDS = 16

/** Terms that candidates are looked for by; all of them have to occur. */
export type Probe = { terms: number[]; documents: number; weight: number }

export type Wanted = {
  /** The query itself, and the same with synonyms in the place of what was typed. */
  variants: Weighted[]
  probes: Probe[]
  /** What all probes of the query itself are worth together. */
  whole: number
  /** Of the probes, those for the stems of the query itself. */
  stems: Probe[]
  /** The words of the query and of its variants. */
  sought: Sought[]
  totals: Totals
}

type Typed = { words: string[]; stems: string[] }

/** Everything that is looked for, weighted by how rare it is among all documents. */
export async function weigh(
  reader: Reader,
  { understood, prefix, loose }: EngineQuery,
  synonyms: string[][],
): Promise<Wanted> {
  const typed = [...understood.words, ...understood.phrases.flatMap((phrase) => phrase.split(" "))]
  const begun = prefix ? typed.at(-1) : undefined
  const complete = begun === undefined ? typed : typed.slice(0, -1)
  const variants = [complete, ...findVariants(complete, synonyms)].map(read)
  const completions = begun === undefined ? [] : await completionsOf(reader, fold(begun))
  const terms = variants.map((variant) => {
    const { grams, stems, pairs } = countTerms(variant.words, variant.stems)
    // The end of a word that is still being typed says nothing.
    if (begun !== undefined) for (const gram of gramsOf(fold(begun)).slice(0, -1)) grams.set(gram, 1)
    for (const unit of understood.units) stems.set(unit, 1)
    return { grams, stems, pairs }
  })
  const statistics = await readStatistics(reader, numbersOf(terms, completions))
  const totals = totalsOf(statistics)
  const weighted = terms
    .map((one) => weightedBy(one, statistics, totals))
    .map((one) => (loose ? rarest(one) : one))
  return {
    variants: weighted.map((one) => completed(one, completions)),
    sought: [
      ...variants.flatMap(({ stems, words }) => [
        ...[...new Set(words)].map((word) => soughtOf(word)),
        // Numbers and function words have no grams; they are there or not.
        ...stems.filter((stem) => /^~|\d/.test(stem)).map((stem) => ({ grams: [], stems: [stem] })),
      ]),
      ...(begun === undefined ? [] : [soughtOf(fold(begun), true, completions)]),
    ],
    totals,
    ...probesOf(weighted, completions, statistics),
  }
}

function numbersOf(terms: Weighted[], completions: string[]): number[] {
  const stems = [...terms.flatMap((one) => [...one.stems.keys()]), ...completions]
  const numbers = [...stems, ...stems.map(inTitle)].map(stemNumber)
  return [...new Set([...terms.flatMap(({ grams }) => [...grams.keys()]), ...numbers])]
}

/** Any of the words that begin so counts as much as another. */
const completed = ({ grams, stems, pairs }: Weighted, completions: string[]): Weighted => ({
  grams,
  pairs,
  stems: new Map([...completions.map((stem): [string, number] => [stem, 1]), ...stems]),
})

/** A query of nothing but function words means them. */
function read(words: string[]): Typed {
  const { words: compared, stems, functions } = analyse(words.join(" "), true)
  return { words: compared, stems: stems.length > 0 ? stems : functions }
}

/** The stems of the most frequent words that begin so. */
async function completionsOf(reader: Reader, beginning: string): Promise<string[]> {
  if (beginning.length < 2) return [stemOf(beginning)]
  const { rows } = await reader.execute<{ word: string }>(sql`select word from search_index.words
    where word >= ${beginning} and word < ${`${beginning}\u{10ffff}`} order by documents desc limit ${MOST_COMPLETIONS}`)
  return [...new Set([beginning, ...rows.map(({ word }) => word)].map(stemOf))]
}

async function readStatistics(reader: Reader, terms: number[]): Promise<Map<number, number>> {
  const { rows } = await reader.execute<{ term: number; amount: string }>(sql`select term, amount
    from search_index.statistics where term = any(${sql.param([...terms, ...Object.values(SUMS)])}::int[])`)
  return new Map(rows.map(({ term, amount }) => [term, Number(amount)]))
}

function totalsOf(statistics: Map<number, number>): Totals {
  const sum = (name: keyof typeof SUMS) => statistics.get(SUMS[name]) ?? 0
  return { documents: sum("documents"), grams: sum("grams"), stems: sum("stems") }
}

function weightedBy(
  { grams, stems, pairs }: Weighted,
  statistics: Map<number, number>,
  { documents }: Totals,
): Weighted {
  const worth = (term: number, times: number) => times * rarity(documents, statistics.get(term) ?? 0)
  return {
    grams: new Map([...grams].map(([gram, times]) => [gram, worth(gram, times)])),
    stems: new Map([...stems].map(([stem, times]) => [stem, worth(stemNumber(stem), times)])),
    pairs,
  }
}

/** Of a long text, what says most. */
function rarest({ grams, stems }: Weighted): Weighted {
  const best = <T>(worth: Map<T, number>, most: number) =>
    new Map([...worth].sort(([, a], [, b]) => b - a).slice(0, most))
  // Its words come from everywhere, so neighbours say nothing.
  return { grams: best(grams, MOST_WORDS * 4), stems: best(stems, MOST_WORDS), pairs: [] }
}

/** Grams and stems count as in the score; of several variants and completions a document has to fit one. */
function probesOf(
  variants: Weighted[],
  completions: string[],
  statistics: Map<number, number>,
): Pick<Wanted, "probes" | "whole" | "stems"> {
  const probes = new Map<number, Probe>()
  const add = (term: number, weight: number) => {
    const documents = statistics.get(term) ?? 0
    if (documents > 0)
      probes.set(term, { terms: [term], documents, weight: Math.max(weight, probes.get(term)?.weight ?? 0) })
  }
  const wholes = variants.map(({ grams, stems }) => {
    const shares = [
      ...sharesOf([...grams], 1, statistics),
      ...sharesOf(
        [...stems].map(([stem, worth]): [number, number] => [stemNumber(stem), worth]),
        STEM_SHARE,
        statistics,
      ),
    ]
    for (const [term, weight] of shares) add(term, weight)
    for (const stem of stems.keys()) add(stemNumber(inTitle(stem)), TITLE_SHARE / stems.size)
    return shares.reduce((sum, [, weight]) => sum + weight, 0)
  })
  for (const stem of completions) {
    add(stemNumber(stem), STEM_SHARE)
    add(stemNumber(inTitle(stem)), TITLE_SHARE)
  }
  const [own] = variants
  // By what occurs nowhere, nothing can be found.
  const possible = wholes.filter((whole) => whole > 0)
  return {
    stems: [...(own?.stems.keys() ?? [])].flatMap((stem) => probes.get(stemNumber(stem)) ?? []),
    probes: [...probes.values()],
    whole: (possible.length > 0 ? Math.min(...possible) : 0) + (completions.length > 0 ? STEM_SHARE : 0),
  }
}

/** What occurs nowhere counts as an average term does: nobody knows how rare it would be. */
function sharesOf(
  worth: [number, number][],
  share: number,
  statistics: Map<number, number>,
): [number, number][] {
  const occurring = worth.filter(([term]) => statistics.get(term))
  const average = sumOf(occurring) / Math.max(1, occurring.length)
  const evened = worth.map(([term, one]): [number, number] => [term, statistics.get(term) ? one : average])
  const sum = sumOf(evened)
  return sum > 0 ? evened.map(([term, one]) => [term, (share * one) / sum]) : []
}

const sumOf = (worth: [number, number][]) => worth.reduce((sum, [, one]) => sum + one, 0)
