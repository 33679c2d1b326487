import { type SQL, sql } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { DAY, now } from "../../kernel/time.ts"
import type { Filterable } from "../facets.ts"
import { analyse, stemNumber } from "../german.ts"
import { type EngineQuery, PERIODS, type SearchFilter } from "../model.ts"
import type { Probe, Wanted } from "./terms.ts"

/** Rows that one search looks at, however many posts there are: the rarest terms first, as long as they fit. */
const BUDGET = 8_000
/** Candidates that are counted and, the best of them, scored. */
export const MOST_CANDIDATES = 2000
/** So much of what was asked for must be in a document: of a word or two more than of a sentence. */
const leastShare = ({ understood }: EngineQuery) => (understood.words.length <= 2 ? 0.3 : 0.2)
/** And so much of what is in the best of them, where somebody looks for something and does not just compare. */
const LEAST_OF_BEST = 0.45

export type Candidate = {
  id: string
  weight: number
  kind: string
  categoryId: string
  departmentId: string | null
  state: string | null
  official: boolean
  accepted: boolean
  outdated: boolean
  duplicate: boolean
  tags: string[]
  createdAt: Date
}

/** Instants come as text here. */
type Row = Omit<Candidate, "createdAt"> & { createdAt: string }
const candidateOf = (row: Row): Candidate => ({ ...row, createdAt: new Date(row.createdAt) })

const columns = sql`d.id, d.kind, d.category_id as "categoryId", d.department_id as "departmentId", d.state,
  d.official, d.accepted, d.outdated, d.duplicate, d.tags, d.created_at as "createdAt"`

/** Documents with at least the wanted share of the probes, those with most of them first. */
export async function findCandidates(
  reader: Reader,
  query: EngineQuery,
  wanted: Wanted,
  filter: SearchFilter,
): Promise<Candidate[]> {
  const { probes, whole } = affordable(wanted)
  if (probes.length === 0) return []
  const { rows } = await reader.execute<Row>(sql`
    with found as materialized (
      ${foundBy(query, probes, filter, whole)} having sum(p.weight) >= ${whole * leastShare(query)}
      order by 2 desc, 1 desc limit ${MOST_CANDIDATES + 1}
    )
    select ${columns}, f.weight from found f join search_index.documents d on d.id = f.id
    where ${verified(query)} order by f.weight desc, f.id desc`)
  const best = rows[0]?.weight ?? 0
  const fitting = query.loose ? rows : rows.filter(({ weight }) => weight >= best * LEAST_OF_BEST)
  return fitting.map(candidateOf)
}

/** The same as `findCandidates` would find without its limit, counted by all that can be filtered by. */
export async function countCandidates(
  reader: Reader,
  query: EngineQuery,
  wanted: Wanted,
  filter: SearchFilter,
  best: number,
): Promise<{ groups: Filterable[]; partial: boolean }> {
  const { probes, whole } = affordable(wanted)
  const least = Math.max(whole * leastShare(query), query.loose ? 0 : best * LEAST_OF_BEST)
  const { rows } = await reader.execute<Filterable & { since: string }>(sql`
    with found as materialized (${foundBy(query, probes, filter, whole)} having sum(p.weight) >= ${least})
    select d.kind, d.category_id as "categoryId", d.department_id as "departmentId", d.state, d.official, d.tags,
      date_trunc('day', d.created_at) as since, count(*)::int as times
    from found f join search_index.documents d on d.id = f.id where ${verified(query)} group by 1, 2, 3, 4, 5, 6, 7`)
  const groups = rows.map(({ since, ...row }) => ({ ...row, createdAt: new Date(since) }))
  return { groups, partial: probes.some(({ documents }) => documents > BUDGET) }
}

function foundBy(query: EngineQuery, probes: Probe[], filter: SearchFilter, whole: number): SQL {
  const required = requiredTerms(query)
  return sql`select d.id, least(sum(p.weight), ${whole}) as weight
    from unnest(${sql.param(probes.map(({ terms }) => `{${terms}}`))}::text[], ${sql.param(probes.map(({ weight }) => weight))}::real[]) as p(terms, weight)
    cross join lateral (
      select d.id from search_index.documents d
      where d.terms @> (p.terms::int[] || ${sql.param(required)}::int[]) and ${placed(query, filter)}
      -- Also keeps the planner from comparing all rows with all probes: each asks the index for itself.
      limit ${BUDGET}
    ) d
    group by d.id`
}

/** Everything in its place, latest first: where nothing was typed but filters or units. */
export async function listCandidates(
  reader: Reader,
  query: EngineQuery,
  filter: SearchFilter,
): Promise<Candidate[]> {
  const required = requiredTerms(query)
  const { rows } = await reader.execute<Row>(sql`
    select ${columns}, 0 as weight from search_index.documents d
    where ${placed(query, filter)} and ${required.length > 0 ? sql`d.terms @> ${sql.param(required)}::int[]` : sql`true`}
      and ${verified(query)}
    order by d.id desc limit ${MOST_CANDIDATES + 1}`)
  return rows.map(candidateOf)
}

/**
 * The rarest probes as long as they fit the budget. Where that leaves frequent ones out, what has all words comes
 * first; and of the rarest there is a part in any case.
 */
function affordable({ probes, whole, together }: Wanted): { probes: Probe[]; whole: number } {
  const chosen: Probe[] = []
  let rows = 0
  for (const probe of probes.toSorted((a, b) => a.documents - b.documents)) {
    if (chosen.length > 0 && rows + probe.documents > BUDGET) break
    rows += probe.documents
    chosen.push(probe)
  }
  if (chosen.length === probes.length) return { probes, whole }
  const reached = Math.min(
    whole,
    chosen.reduce((sum, { weight }) => sum + weight, 0),
  )
  const all = together.length > 1 ? [{ terms: together, documents: 0, weight: reached }] : []
  return { probes: [...chosen, ...all], whole: reached }
}

/** Norms, file numbers, and every word of a sequence. */
function requiredTerms({ understood }: EngineQuery): number[] {
  const stems = understood.phrases.flatMap((phrase) => analyse(phrase).stems)
  return [...new Set([...understood.units, ...stems])].map(stemNumber)
}

/** The sequences as they stand, and nothing of what was excluded; looked up in candidates only. */
function verified({ understood }: EngineQuery): SQL {
  const phrases = understood.phrases.map(
    (phrase) =>
      sql`strpos(replace(d.words, '~', ''), ${` ${analyse(phrase).tokens.join(" ").replaceAll("~", "")} `}) > 0`,
  )
  const without = understood.without.flatMap((word) => analyse(word, true).stems).map(stemNumber)
  const excluded = without.length > 0 ? [sql`not d.terms && ${sql.param(without)}::int[]`] : []
  return sql.join([sql`true`, ...phrases, ...excluded], sql` and `)
}

function placed({ understood, categoryIds, actorId }: EngineQuery, filter: SearchFilter): SQL {
  const within = (column: string, values: string[] | undefined, type: string) =>
    values && values.length > 0
      ? [sql`${sql.raw(`d.${column}`)} = any(${sql.param(values)}::${sql.raw(type)})`]
      : []
  const conditions = [
    sql`d.category_id = any(${sql.param(categoryIds)}::uuid[])`,
    ...within("kind", filter.kinds, "text[]"),
    ...within("category_id", filter.categoryIds, "uuid[]"),
    ...within("department_id", filter.departmentIds, "uuid[]"),
    ...within("state", filter.states, "text[]"),
    ...(filter.tags && filter.tags.length > 0 ? [sql`d.tags && ${sql.param(filter.tags)}::text[]`] : []),
    ...(filter.official ? [sql`d.official`] : []),
    ...(filter.period
      ? [sql`d.created_at >= ${new Date(now().getTime() - PERIODS[filter.period] * DAY)}`]
      : []),
    ...(filter.mine || understood.mine ? [sql`d.author_id = ${actorId}`] : []),
  ]
  return sql.join(conditions, sql` and `)
}
