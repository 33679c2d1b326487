import { sql } from "drizzle-orm"
import type { Db, Reader } from "../../kernel/database.ts"
import { covers } from "../coverage.ts"
import { countFacets, passes } from "../facets.ts"
import { type EngineAnswer, type EngineQuery, MOST_COUNTED, type SearchFilter } from "../model.ts"
import { type Scored, score } from "../ranking.ts"
import { readSynonyms } from "../synonyms/queries.ts"
import { byThread, pageOfThreads, placeOfThread, type Threaded } from "../threads.ts"
import {
  type Candidate,
  type Found,
  findCandidates,
  listCandidates,
  MOST_CANDIDATES,
  MOST_SCORED,
} from "./candidates.ts"
import { readExcluded } from "./conditions.ts"
import { rankOf } from "./rank.ts"
import { suggestTitles } from "./suggest.ts"
import { type Wanted, weigh } from "./terms.ts"
import type { Stems } from "./vocabulary.ts"

/** Scoring lets other requests in between so many documents. */
const SCORED_AT_ONCE = 60

type Ranked = Candidate & { rank: number }

export async function searchDocuments(db: Db, query: EngineQuery): Promise<EngineAnswer> {
  const { understood, filter, size } = query
  const isOrdered = understood.words.length > 0 || understood.phrases.length > 0
  const synonyms = isOrdered ? (await readSynonyms(db)).map(({ terms }) => terms) : []
  const suggested = query.byTitle ? await suggestTitles(db, query, synonyms) : null
  if (suggested) return answerOf(suggested)
  const wanted = isOrdered ? await weigh(db, query, synonyms) : null
  const excluded = await readExcluded(db, query)
  const find = (limits: SearchFilter) =>
    wanted ? fitting(db, query, wanted, limits, excluded) : listCandidates(db, query, limits, excluded)
  // Facets are counted without the filters; where all fit, the filters choose among the same.
  const all = await find(query.facets ? {} : filter)
  const cut = query.facets && all.candidates.length > MOST_CANDIDATES
  const isNarrowed = Object.keys(filter).length > 0
  const found = cut && isNarrowed ? await find(filter) : all
  const chosen = found.candidates.filter((one) => passes(one, filter))
  const ranked = query.sort === "date" || !wanted ? byDate(chosen) : await byScore(db, chosen, wanted)
  const threads = byThread(ranked)
  const { last, hasMore, ...page } = pageOfThreads(threads, startAfter(threads, query.after), size)
  return {
    ...page,
    next: hasMore && last ? `${last.rank}_${last.id}` : null,
    total: Math.min(countThreads(found, filter) ?? threads.length, MOST_COUNTED + 1),
    more: found.candidates.length > MOST_CANDIDATES && (found.partial || found.groups === null),
    facets: countFacets(query.facets ? (all.groups ?? all.candidates) : [], filter),
    partial: cut && all.partial,
  }
}

/** Of suggestions, nothing is counted. */
const answerOf = (ids: string[]): EngineAnswer => ({
  ids,
  others: new Map(),
  next: null,
  total: ids.length,
  more: true,
  facets: countFacets([], {}),
  partial: true,
})

/** The candidates; where they are few, without those that only look like it by chance. */
async function fitting(
  db: Db,
  query: EngineQuery,
  wanted: Wanted,
  filter: SearchFilter,
  excluded: Stems,
): Promise<Found> {
  const found = await findCandidates(db, query, wanted, filter, excluded)
  const { candidates } = found
  if (candidates.length > MOST_SCORED) return found
  const isCovered = covers(wanted.sought)
  const read = await withTexts(db, candidates)
  return { ...found, candidates: read.filter(({ text }) => isCovered(text)) }
}

/** Where not all could be listed, all are counted. */
function countThreads({ groups }: Found, filter: SearchFilter): number | null {
  if (!groups) return null
  return new Set(groups.filter((group) => passes(group, filter)).flatMap(({ threads }) => threads ?? [])).size
}

/** Ids are made of the time. */
const byDate = (candidates: Candidate[]): Ranked[] =>
  candidates
    .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1))
    .map((one) => ({ ...one, rank: one.createdAt.getTime() }))

async function byScore(db: Db, candidates: Candidate[], { variants, totals }: Wanted): Promise<Ranked[]> {
  const scored = await withTexts(db, candidates.slice(0, MOST_SCORED))
  const scores = await scoreVariants(
    variants,
    scored.map(({ text }) => text),
    totals,
  )
  const exact = scored.map((one, at) => ({ ...one, rank: 10 + (scores[at] ?? 0) * rankOf(one) }))
  const rest = candidates.slice(MOST_SCORED).map((one) => ({ ...one, rank: one.weight * rankOf(one) }))
  return [...exact, ...rest].sort((a, b) => b.rank - a.rank || officialFirst(a, b) || (a.id < b.id ? 1 : -1))
}

const officialFirst = (a: Candidate, b: Candidate) =>
  Number(b.kind === "official-answer") - Number(a.kind === "official-answer") ||
  Number(b.official) - Number(a.official)

const NO_TEXT: Scored = { words: "", stems: "", gramLength: 1, stemLength: 1 }

/** Most were read when they were found; not where a filter brought others to the front. */
async function withTexts(reader: Reader, candidates: Candidate[]) {
  const texts = await readTexts(
    reader,
    candidates.filter(({ text }) => !text).map(({ id }) => id),
  )
  return candidates.map((one) => ({ ...one, text: one.text ?? texts.get(one.id) ?? NO_TEXT }))
}

async function readTexts(reader: Reader, ids: string[]): Promise<Map<string, Scored>> {
  if (ids.length === 0) return new Map()
  const { rows } = await reader.execute<Scored & { id: string }>(sql`select id, words, stems,
    gram_length as "gramLength", stem_length as "stemLength" from search_index.documents
    where id = any(${sql.param(ids)}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
}

async function scoreVariants(variants: Wanted["variants"], texts: Scored[], totals: Wanted["totals"]) {
  const best = texts.map(() => 0)
  for (const variant of variants) {
    const scores = await score(variant, texts, totals, SCORED_AT_ONCE)
    scores.forEach((one, at) => {
      best[at] = Math.max(best[at] ?? 0, one)
    })
  }
  return best
}

/**
 * The cursor is rank and id of the last one, so that nothing is skipped when something new ranks above. Of several
 * with the same rank, the place of that one counts.
 */
function startAfter(threads: Threaded<Ranked>[], after: string | null): number {
  if (after === null) return 0
  const [rank, id = ""] = after.split("_")
  const at = placeOfThread(threads, id)
  if (at >= 0 && threads[at]?.best.rank === Number(rank)) return at + 1
  return threads.findIndex(
    ({ best }) => best.rank < Number(rank) || (best.rank === Number(rank) && best.id < id),
  )
}
