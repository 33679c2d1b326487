import { type SQL, sql } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { unseen } from "../../kernel/statements.ts"
import { analyse, fold, gramsOf, stemNumber, stemOf } from "../german.ts"
import type { EngineQuery } from "../model.ts"
import { findVariants } from "../variants.ts"
import { rankOf, type Weighable } from "./rank.ts"
import { alike, lookUp, readBeginning, type Word } from "./vocabulary.ts"

/** Fewer titles do not decide: then the texts are asked as well. */
const ENOUGH = 3
/** Of what is like a word, so many are looked for; a beginning of fewer sequences of letters is like too much. */
const MOST_ALIKE = 24
const FEWEST_GRAMS = 3
const LEAST_ALIKE = 0.5
/** So many of the latest titles with a word are candidates; of several words, a title is to have all. */
const LATEST = { one: 24, several: 120 }
/** Where somebody may read little of a forum, so many titles are passed over until those are found. */
const MOST_PASSED = 2_000
const MOST_LISTED = 40

/** What a title is found by for one word that was typed: any of these, each worth so much. */
type Part = Map<number, number>

/**
 * Threads whose titles have all that was typed, without the cost of a search: the latest of each word, weighed by
 * how much of the title the words are.
 * @returns null where that says too little, or more than words was typed
 */
export async function suggestTitles(
  reader: Reader,
  query: EngineQuery,
  synonyms: string[][],
): Promise<string[] | null> {
  const typed = query.understood.words
  if (typed.length === 0 || !isPlain(query)) return null
  const complete = query.prefix ? typed.slice(0, -1) : typed
  if (findVariants(complete, synonyms).length > 0) return null
  const parts = await partsOf(reader, complete, query.prefix ? fold(typed.at(-1) ?? "") : null)
  if (parts.length === 0) return null
  const titles = await findTitles(reader, query, parts)
  if (titles.length < ENOUGH) return null
  const ranked = titles
    .map((one) => ({ ...one, rank: one.weight * rankOf(one) }))
    .sort((a, b) => b.rank - a.rank || (a.id < b.id ? 1 : -1))
  return ranked.slice(0, query.size).map(({ id }) => id)
}

/** Nothing but words: what limits them further is a search's to look at. */
const isPlain = ({ understood, filter: { kinds: _, ...filter } }: EngineQuery) => {
  const { phrases, without, units, tags, mine, not } = understood
  return (
    [phrases, without, units, tags, not.tags].every(({ length }) => length === 0) &&
    !mine &&
    !not.mine &&
    Object.keys(filter).length === 0
  )
}

async function partsOf(reader: Reader, complete: string[], begun: string | null): Promise<Part[]> {
  const { words, stems } = analyse(complete.join(" "), true)
  const parts = new Map(stems.map((stem): [string, Part] => [stem, new Map([[stemNumber(stem), 1]])]))
  const gramsOfBegun = begun === null ? [] : gramsOf(begun).slice(0, -1)
  const mayBeLike = gramsOfBegun.length >= FEWEST_GRAMS
  const sought = [...words.map(gramsOf), ...(mayBeLike ? [gramsOfBegun] : [])]
  const known = sought.length > 0 ? await lookUp(reader, sought, []) : []
  for (const word of words) addAlike(parts.get(stemOf(word)), gramsOf(word), known)
  // One letter more says nothing yet, unless it is all there is.
  if (begun === null || (begun.length < 2 && parts.size > 0)) return [...parts.values()]
  const beginning: Part = new Map([[stemNumber(stemOf(begun)), 1]])
  for (const { stem } of await readBeginning(reader, begun)) beginning.set(stem, 1)
  if (mayBeLike) addAlike(beginning, gramsOfBegun, known)
  return [...parts.values(), beginning]
}

/** A compound, its part, a slip of the pen. */
function addAlike(part: Part | undefined, sought: number[], known: readonly Word[]): void {
  const all = new Set(sought).size
  for (const { stem, grams } of alike(sought, known).slice(0, MOST_ALIKE)) {
    const weight = grams.length / all
    if (part && weight >= LEAST_ALIKE) part.set(stem, Math.max(weight, part.get(stem) ?? 0))
  }
}

type Title = Weighable & { id: string; weight: number }

async function findTitles(reader: Reader, { categoryIds }: EngineQuery, parts: Part[]): Promise<Title[]> {
  const asked = parts.flatMap((part, at) => [...part].map(([term, weight]) => ({ term, weight, at })))
  const column = (name: "term" | "weight" | "at", type: string) =>
    unseen(
      asked.map((one) => one[name]),
      type,
    )
  const readable = sql.param(categoryIds)
  const latest = (most: number): SQL => sql`asked cross join lateral (
      select document_id, share from (select document_id, category_id, share from search_index.titles t
        where t.term = asked.term order by document_id desc limit ${MOST_PASSED}) as passed
      where category_id = any(${readable}::uuid[]) limit ${most}) as latest`
  const weighed =
    parts.length === 1
      ? sql`select document_id, part, weight * (1 + share) as weight from ${latest(LATEST.one)}`
      : sql`select t.document_id, asked.part, asked.weight * (1 + t.share) as weight
          from (select distinct document_id from ${latest(LATEST.several)}) as candidates
          join search_index.titles t using (document_id) join asked using (term)`
  const { rows } = await reader.execute<Title>(sql`
    with asked as (select * from unnest(${column("term", "int")}, ${column("weight", "real")}, ${column("at", "int")})
      as a(term, weight, part)),
    fitting as (
      select document_id, sum(weight) as weight from (
        select document_id, part, max(weight) as weight from (${weighed}) as weighed group by 1, 2) as by_part
      group by 1 having count(*) = ${parts.length} order by 2 desc, 1 desc limit ${MOST_LISTED})
    select d.id, d.kind, d.official, d.accepted, d.outdated, d.duplicate, f.weight
    from fitting f join search_index.documents d on d.id = f.document_id
    where d.category_id = any(${readable}::uuid[])`)
  return rows
}
