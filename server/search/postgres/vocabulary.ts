import { sql } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { amongUnseen, unseen } from "../../kernel/statements.ts"
import { gramsOf, stemNumber } from "../german.ts"

/** A word of the index, by the numbers that stand for it and for its stem. */
export type Word = { word: string; term: number; stem: number; documents: number }
/** A word of the index that is like one that is looked for. `grams`: those of them that it has, each once. */
export type Like = Word & { grams: number[] }

/** It is like it when it has so many of its grams, or when so many of its own are among them: a compound, its part, a slip. */
const LEAST_OF_SOUGHT = 0.34
const LEAST_OF_OWN = 0.5
/** Of words that are like one, the ones with most of its grams. */
const MOST_LIKE = 250

/**
 * The words of the index that have one of the stems, or may be like one of the words that are looked for. In a word
 * that has so many of the grams, one at least of the rarest stands: the endings that half of all words have are not asked for.
 * @param sought the grams of each word
 */
export async function lookUp(
  reader: Reader,
  sought: readonly (readonly number[])[],
  stems: readonly string[],
): Promise<Word[]> {
  const asked = sought.flatMap((grams, part) => {
    const different = [...new Set(grams)]
    const most = different.length - Math.ceil(LEAST_OF_SOUGHT * different.length) + 1
    return different.map((gram) => ({ gram, part, most }))
  })
  const column = (name: "gram" | "part" | "most") =>
    unseen(
      asked.map((one) => one[name]),
      "int",
    )
  const { rows } = await reader.execute<Word>(sql`
    with asked as (
      select a.gram, a.most, row_number() over (partition by a.part order by coalesce(s.amount, 0), a.gram) as place
      from unnest(${column("gram")}, ${column("part")}, ${column("most")}) as a(gram, part, most)
      left join search_index.statistics s on s.term = a.gram
    )
    select word, term, stem, documents from search_index.words
    where grams && array(select gram from asked where place <= most)
    union
    select word, term, stem, documents from search_index.words
    where ${amongUnseen(sql`stem`, stems.map(stemNumber), "int")}`)
  return rows
}

/** A beginning of a word stands for at most so many words. */
const MOST_COMPLETIONS = 12

/** The most frequent words that begin so. */
export async function readBeginning(reader: Reader, beginning: string): Promise<Word[]> {
  if (beginning.length < 2) return []
  const { rows } = await reader.execute<Word>(sql`select word, term, stem, documents from search_index.words
    where word >= ${beginning} and word < ${`${beginning}\u{10ffff}`} order by documents desc limit ${MOST_COMPLETIONS}`)
  return rows
}

/** Those of the words that are like it, most alike first. */
export function alike(grams: readonly number[], words: readonly Word[]): Like[] {
  const sought = new Set(grams)
  if (sought.size === 0) return []
  const found: Like[] = []
  for (const one of words) {
    const own = new Set(gramsOf(one.word))
    const shared = [...own].filter((gram) => sought.has(gram))
    if (shared.length === 0) continue
    if (shared.length >= LEAST_OF_SOUGHT * sought.size || shared.length >= LEAST_OF_OWN * own.size)
      found.push({ ...one, grams: shared })
  }
  return found.sort((a, b) => b.grams.length - a.grams.length).slice(0, MOST_LIKE)
}

/** By the number of a stem: the numbers that texts with it are found by. */
export class Stems {
  readonly #words = new Map<number, Word[]>()

  constructor(words: readonly Word[]) {
    for (const one of words) this.#words.set(one.stem, [...(this.#words.get(one.stem) ?? []), one])
  }

  /** Numbers, units and function words are no words of the index and stand for themselves. */
  termsOf(stem: string): number[] {
    const number = stemNumber(stem)
    return [...new Set([number, ...(this.#words.get(number) ?? []).map(({ term }) => term)])]
  }

  /** In about how many documents it occurs; of its words, some may stand in the same. */
  documentsOf(stem: string, statistics: ReadonlyMap<number, number>): number {
    const number = stemNumber(stem)
    const words = this.#words.get(number) ?? []
    const own = words.some(({ term }) => term === number) ? 0 : (statistics.get(number) ?? 0)
    return Math.max(
      0,
      words.reduce((sum, { documents }) => sum + documents, own),
    )
  }
}
