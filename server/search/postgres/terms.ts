import { sql } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { analyse, fold, stemNumber, stemOf } from "../german.ts"
import type { EngineQuery } from "../model.ts"
import { countTerms, rarity, type Totals, type Weighted } from "../ranking.ts"
import { findVariants } from "../variants.ts"
import { SUMS } from "./write.ts"

/** Beginnings of a word stand for at most so many words. */
const MOST_COMPLETIONS = 12
/** What is written at length is looked for by its rarest words. */
const MOST_WORDS = 16

/** One term that candidates are looked for by. */
export type Probe = { term: number; documents: number; weight: number }

export type Wanted = {
  /** The query itself, and the same with synonyms in the place of what was typed. */
  variants: Weighted[]
  probes: Probe[]
  /** What all probes of the query itself are worth together. */
  whole: number
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
    const { grams, stems } = countTerms(variant.words, variant.stems)
    if (begun !== undefined) {
      for (const gram of countTerms([fold(begun)], []).grams.keys()) grams.set(gram, 1)
      for (const completion of completions) stems.set(stemOf(completion), 0.5)
      stems.set(stemOf(fold(begun)), 1)
    }
    for (const unit of understood.units) stems.set(unit, 1)
    return { grams, stems }
  })
  const numbers = new Set(
    terms.flatMap(({ grams, stems }) => [...grams.keys(), ...[...stems.keys()].map(stemNumber)]),
  )
  const statistics = await readStatistics(reader, [...numbers])
  const totals = totalsOf(statistics)
  const weighted = terms
    .map((one) => weightedBy(one, statistics, totals))
    .map((one) => (loose ? rarest(one) : one))
  return { variants: weighted, totals, ...probesOf(weighted, statistics) }
}

/** A query of nothing but stop words means them. */
function read(words: string[]): Typed {
  const text = words.join(" ")
  const analysis = analyse(text)
  return analysis.stems.length > 0 ? analysis : analyse(text, true)
}

async function completionsOf(reader: Reader, beginning: string): Promise<string[]> {
  if (beginning.length < 2) return []
  const { rows } = await reader.execute<{ word: string }>(sql`select word from search_index.words
    where word >= ${beginning} and word < ${`${beginning}\u{10ffff}`} order by documents desc limit ${MOST_COMPLETIONS}`)
  return rows.map(({ word }) => word)
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
  { grams, stems }: Weighted,
  statistics: Map<number, number>,
  { documents }: Totals,
): Weighted {
  const worth = (term: number, times: number) => times * rarity(documents, statistics.get(term) ?? 0)
  return {
    grams: new Map([...grams].map(([gram, times]) => [gram, worth(gram, times)])),
    stems: new Map([...stems].map(([stem, times]) => [stem, worth(stemNumber(stem), times)])),
  }
}

/** Of a long text, what says most. */
function rarest({ grams, stems }: Weighted): Weighted {
  const best = <T>(worth: Map<T, number>, most: number) =>
    new Map([...worth].sort(([, a], [, b]) => b - a).slice(0, most))
  return { grams: best(grams, MOST_WORDS * 4), stems: best(stems, MOST_WORDS) }
}

/** Grams and stems count as in the score; of several variants a document has to fit one. */
function probesOf(variants: Weighted[], statistics: Map<number, number>): { probes: Probe[]; whole: number } {
  const probes = new Map<number, Probe>()
  const wholes = variants.map(({ grams, stems }) => {
    const shares = [...sharesOf(grams, (gram) => gram, 1), ...sharesOf(stems, stemNumber, 0.6)]
    for (const [term, weight] of shares) {
      const documents = statistics.get(term) ?? 0
      if (documents > 0)
        probes.set(term, { term, documents, weight: Math.max(weight, probes.get(term)?.weight ?? 0) })
    }
    return shares.reduce((sum, [, weight]) => sum + weight, 0)
  })
  return { probes: [...probes.values()], whole: Math.min(...wholes) }
}

function sharesOf<T>(worth: Map<T, number>, numberOf: (key: T) => number, share: number): [number, number][] {
  const sum = [...worth.values()].reduce((total, one) => total + one, 0)
  return [...worth].map(([key, one]) => [numberOf(key), (share * one) / Math.max(sum, 1e-9)])
}
