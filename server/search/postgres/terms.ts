import { sql } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { type Sought, soughtOf } from "../coverage.ts"
import { analyse, fold, gramsOf, stemNumber, stemOf } from "../german.ts"
import type { EngineQuery } from "../model.ts"
import { countTerms, type Totals, type Weighted } from "../ranking.ts"
import { findVariants } from "../variants.ts"
import { inTitle, SUMS } from "./layout.ts"
import { type Probe, probesOf } from "./probes.ts"
import { alike, type Like, lookUp, readBeginning, Stems } from "./vocabulary.ts"
import { type Asked, type Known, weightedBy } from "./weights.ts"

/** What is written at length is looked for by its rarest words. */
const MOST_WORDS = 16

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

/** A query or one of its variants as it was typed. */
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
  const given = loose ? await Promise.all(variants.map((variant) => rarest(reader, variant))) : variants
  const asked = given.map((variant) => askedFor(variant, understood.units, begun))
  const known = await readKnown(reader, asked, completions)
  const weighted = asked.map((one) => weightedBy(one, known))
  return {
    variants: weighted.map((one) => completed(loose ? { ...one, pairs: [] } : one, completions)),
    sought: soughtBy(given, begun, completions),
    totals: known.totals,
    ...probesOf(weighted, completions, known),
  }
}

function askedFor({ words, stems }: Typed, units: readonly string[], begun: string | undefined): Asked {
  const counted = countTerms(words, stems)
  const grams = new Map(words.map((word) => [word, gramsOf(word)]))
  if (begun !== undefined) {
    // The end of a word that is still being typed says nothing.
    const own = gramsOf(fold(begun)).slice(0, -1)
    grams.set(fold(begun), own)
    for (const gram of own) counted.grams.set(gram, 1)
  }
  for (const unit of units) counted.stems.set(unit, 1)
  return { ...counted, words: grams }
}

function soughtBy(variants: readonly Typed[], begun: string | undefined, completions: string[]): Sought[] {
  return [
    ...variants.flatMap(({ stems, words }) => [
      ...[...new Set(words)].map((word) => soughtOf(word)),
      // Numbers and function words have no grams; they are there or not.
      ...stems.filter((stem) => /^~|\d/.test(stem)).map((stem) => ({ grams: [], stems: [stem] })),
    ]),
    ...(begun === undefined ? [] : [soughtOf(fold(begun), true, completions)]),
  ]
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
  const words = await readBeginning(reader, beginning)
  return [...new Set([beginning, ...words.map(({ word }) => word)].map(stemOf))]
}

/** Of a long text, what says most: the words that are rarest, those that occur nowhere among them. */
async function rarest(reader: Reader, { words, stems }: Typed): Promise<Typed> {
  const different = [...new Set(words)]
  if (different.length <= MOST_WORDS) return { words, stems }
  const { rows } = await reader.execute<{ word: string; documents: number }>(sql`select word, documents
    from search_index.words where word = any(${sql.param(different)}::text[])`)
  const documents = new Map(rows.map((row) => [row.word, row.documents]))
  const kept = new Set(
    different.toSorted((a, b) => (documents.get(a) ?? 0) - (documents.get(b) ?? 0)).slice(0, MOST_WORDS),
  )
  const keptStems = new Set([...kept].map(stemOf))
  return { words: words.filter((word) => kept.has(word)), stems: stems.filter((stem) => keptStems.has(stem)) }
}

/** What the index knows of all that is asked for. */
async function readKnown(reader: Reader, asked: readonly Asked[], completions: string[]): Promise<Known> {
  const words = new Map(asked.flatMap((one) => [...one.words]))
  const stems = [...new Set([...asked.flatMap((one) => [...one.stems.keys()]), ...completions])]
  const found = await lookUp(reader, [...words.values()], stems)
  const numbers = [...stems, ...stems.map(inTitle)].map(stemNumber)
  const grams = [...words.values()].flat()
  const statistics = await readStatistics(reader, [...new Set([...grams, ...numbers])])
  const like = new Map([...words].map(([word, grams]): [string, Like[]] => [word, alike(grams, found)]))
  return { statistics, totals: totalsOf(statistics), like, stems: new Stems(found) }
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
