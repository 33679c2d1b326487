import { type SQL, sql } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { DAY, now } from "../../kernel/time.ts"
import { type Exclusion, isOneTerm } from "../exclusions.ts"
import type { Filterable } from "../facets.ts"
import { analyse, askedTerms, MARK, stemNumber, stemOf } from "../german.ts"
import { type EngineQuery, MOST_COUNTED, PERIODS, type SearchFilter } from "../model.ts"
import type { Totals } from "../ranking.ts"
import type { Probe } from "./probes.ts"
import type { Wanted } from "./terms.ts"
import { lookUp, Stems } from "./vocabulary.ts"
import { tagTerm } from "./write.ts"

/**
 * Rows that one search looks at, however many posts there are: the rarest terms first, as long as they fit. Where
 * there are many posts, a row costs more (it is less often in memory) and its rarest terms say more.
 */
const budgetFor = ({ documents }: Totals) => (documents < 20_000 ? 12_000 : 3_000)
/** Candidates that are counted and, the best of them, scored: as many as are counted exactly. */
export const MOST_CANDIDATES = MOST_COUNTED
/** Of suggestions and similar questions only the best are shown, and nothing is counted. */
const mostListed = ({ prefix, loose }: EngineQuery) => (prefix ? 150 : loose ? 300 : MOST_CANDIDATES + 1)
/** So much of what was asked for must be in a document: of a word or two more than of a sentence. */
const leastShare = ({ understood }: EngineQuery) => (understood.words.length <= 2 ? 0.3 : 0.2)
/** And so much of what is in the best of them, where somebody looks for something and does not just compare. */
const LEAST_OF_BEST = 0.45

export type Candidate = {
  id: string
  threadId: string
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
const candidateOf = ({ createdAt, ...row }: Row): Candidate => ({ ...row, createdAt: new Date(createdAt) })

const columns = sql`d.id, d.thread_id as "threadId", d.kind, d.category_id as "categoryId", d.department_id as "departmentId", d.state,
  d.official, d.accepted, d.outdated, d.duplicate, d.tags, d.created_at as "createdAt"`

export type Found = {
  candidates: Candidate[]
  /** Where there are more than can be listed: all of them, by what can be filtered by. */
  groups: Filterable[] | null
  /** Not even those are all: a term is more frequent than what one search looks at. */
  partial: boolean
}

/** Documents with at least the wanted share of the probes, those with most of them first. */
export async function findCandidates(
  reader: Reader,
  query: EngineQuery,
  wanted: Wanted,
  filter: SearchFilter,
  excluded: Stems,
): Promise<Found> {
  const chosen = affordable(wanted)
  if (chosen.probes.length === 0) return { candidates: [], groups: null, partial: false }
  const least = query.loose ? 0 : LEAST_OF_BEST
  const { rows } = await reader.execute<Row & { groups: Group[] | null }>(sql`
    with found as materialized (${foundBy(query, chosen, filter)}
      having sum(weight) >= ${chosen.whole * leastShare(query)}),
    fitting as materialized (
      select ${columns}, f.weight from found f join search_index.documents d on d.ctid = f.place
      where f.weight >= ${least} * (select max(weight) from found) and ${verified(query, excluded)}
    )
    select *, case when row_number() over (order by weight desc, id desc) = 1
      then ${query.facets ? countedGroups() : sql`null`} end as groups
    from fitting order by weight desc, id desc limit ${mostListed(query)}`)
  const groups = rows[0]?.groups?.map(({ age, ...group }) => ({ ...group, createdAt: momentOf(age) }))
  return {
    candidates: rows.map(candidateOf),
    groups: groups ?? null,
    partial: chosen.probes.some(({ documents }) => documents > chosen.slice),
  }
}

type Group = Omit<Filterable, "createdAt"> & { age: number }

/** The shortest period first: a group knows of its age only the first one that it is in. */
const AGES = Object.values(PERIODS)

/** A moment in the middle of an age, so that it is within the same periods a little later, too. */
const momentOf = (age: number) =>
  new Date(now().getTime() - (((AGES[age - 1] ?? 0) + (AGES[age] ?? 10_000)) / 2) * DAY)

/** Counted only where not all can be listed. A thread's number is short, and so seldom another's that nobody notices. */
const countedGroups = () => {
  const older = AGES.map(
    (days) => sql`("createdAt" < ${new Date(now().getTime() - days * DAY)}::timestamptz)::int`,
  )
  return sql`(select json_agg(g) from (
    select '' as "threadId", kind, "categoryId", "departmentId", state, official, tags, age,
      array_agg(uuid_hash("threadId")) as threads
    from (select *, ${sql.join(older, sql` + `)} as age from fitting) as aged group by 1, 2, 3, 4, 5, 6, 7, 8
  ) g where (select count(*) from fitting) > ${sql.raw(String(MOST_COUNTED))})`
}

/** By their places in the table, which are cheaper to come back to than ids within one statement. */
function foundBy(query: EngineQuery, { probes, whole, slice }: Affordable, filter: SearchFilter): SQL {
  const place = sql`${required(query)} and ${placed(query, filter)}
        -- Also keeps the planner from comparing all rows with all probes: each asks the index for itself.
        limit ${slice}`
  const single = probes.filter(({ also }) => also.length === 0)
  const parts = [...new Set(probes.map(({ part }) => part))]
  const several = probes.filter(({ also }) => also.length > 0)
  const lists = [
    sql`select d.place, p.weight, p.most, p.part
      from ${asRows(single, parts)}
      cross join lateral (select d.ctid as place from search_index.documents d
        where d.terms && p.first::int[] and ${place}) d`,
    sql`select d.place, p.weight, p.most, p.part
      from ${asRows(several, parts)}
      cross join lateral (select d.ctid as place from search_index.documents d
        where d.terms && p.first::int[] and d.terms && p.second::int[] and d.terms && p.third::int[] and ${place}) d`,
  ]
  const found = several.length > 0 ? sql.join(lists, sql` union all `) : lists[0]
  return sql`select place, least(sum(weight), ${whole}) as weight from (
      select place, least(sum(weight), max(most)) as weight from (${found}) as each group by place, part
    ) as by_part
    group by place`
}

/** Of fewer than three sets, one stands for the others as well. */
function asRows(probes: Probe[], parts: string[]): SQL {
  const sets = (at: number) => sql.param(probes.map(({ terms, also }) => `{${also[at] ?? terms}}`))
  const numbers = (of: (probe: Probe) => number) => sql.param(probes.map(of))
  return sql`unnest(${sql.param(probes.map(({ terms }) => `{${terms}}`))}::text[], ${sets(0)}::text[], ${sets(1)}::text[],
    ${numbers(({ weight }) => weight)}::real[], ${numbers(({ most }) => most)}::real[],
    ${numbers(({ part }) => parts.indexOf(part))}::int[]) as p(first, second, third, weight, most, part)`
}

/** Everything in its place, latest first: where nothing was typed but filters or units. */
export async function listCandidates(
  reader: Reader,
  query: EngineQuery,
  filter: SearchFilter,
  excluded: Stems,
): Promise<Found> {
  const { rows } = await reader.execute<Row>(sql`
    select ${columns}, 0 as weight from search_index.documents d
    where ${placed(query, filter)} and ${required(query)} and ${verified(query, excluded)}
    order by d.id desc limit ${MOST_CANDIDATES + 1}`)
  return { candidates: rows.map(candidateOf), groups: null, partial: rows.length > MOST_CANDIDATES }
}

type Affordable = Pick<Wanted, "probes" | "whole"> & { slice: number }

/** No term takes more of the budget than this. */
const LARGEST_SHARE = 0.5
/** Of frequent terms the index reads all places, even where a part of the rows is enough; so many in all. */
const MOST_PLACES = 40_000
/** Each place of the rarest term is looked up in the others. */
const MOST_INTERSECTED = 10_000

/**
 * The rarest probes as long as they fit the budget, of frequent ones a part. Where something is left out, what has
 * several of the words comes first.
 */
function affordable({ probes, whole, stems, totals }: Wanted): Affordable {
  const budget = budgetFor(totals)
  const slice = budget * LARGEST_SHARE
  const chosen: Probe[] = []
  let rows = 0
  let places = 0
  for (const probe of probes.toSorted((a, b) => a.documents - b.documents)) {
    rows += Math.min(probe.documents, slice)
    places += probe.documents
    if (chosen.length > 0 && (rows > budget || places > MOST_PLACES)) break
    chosen.push(probe)
  }
  const isWhole = chosen.length === probes.length && chosen.every(({ documents }) => documents <= slice)
  if (isWhole) return { probes, whole, slice: budget }
  const reached = sumOf(chosen)
  return { probes: [...chosen, ...together(stems)], whole: Math.min(whole, reached), slice }
}

/** The three rarest stems at once, and the two rarest; where even the rarest is frequent, that costs more than it brings. */
function together(stems: Probe[]): Probe[] {
  const byRarity = stems.toSorted((a, b) => a.documents - b.documents)
  const [rarest] = byRarity
  if (!rarest || stems.length < 2 || rarest.documents > MOST_INTERSECTED) return []
  const sets = stems.length > 2 ? [byRarity.slice(0, 2), byRarity.slice(0, 3)] : [byRarity]
  return sets.map((set) => ({
    terms: set[0]?.terms ?? [],
    also: set.slice(1, 3).map(({ terms }) => terms),
    documents: 0,
    weight: sumOf(set),
    key: `together ${set.length}`,
    part: `together ${set.length}`,
    most: sumOf(set),
  }))
}

const sumOf = (probes: Probe[]) => probes.reduce((sum, { weight }) => sum + weight, 0)

/** Norms and file numbers, and of sequences the longest word: the rest of them is looked up in candidates. */
function required({ understood }: EngineQuery): SQL {
  const { units, phrases } = understood
  const named = sql`d.terms @> ${sql.param(units.map(stemNumber))}::int[]`
  const words = phrases.map((phrase) => longestOf(phrase)).filter((terms) => terms.length > 0)
  const anyOf = (terms: number[]) => sql`d.terms && ${sql.param(terms)}::int[]`
  return sql.join([units.length > 0 ? named : sql`true`, ...words.map(anyOf)], sql` and `)
}

/** The numbers by which a text with the longest word of a sequence is found: its own, and in an older index its stem's. */
function longestOf(phrase: string): number[] {
  const [longest] = askedTerms(phrase).toSorted((a, b) => b.length - a.length)
  if (longest === undefined) return []
  const own = analyse(phrase, true).words.filter((word) => stemOf(word) === longest)
  return [...new Set([longest, ...own])].map(stemNumber)
}

/** The sequences as they stand, and nothing of what was excluded; looked up in candidates only. */
function verified({ understood }: EngineQuery, stems: Stems): SQL {
  const phrases = understood.phrases.map((phrase) => sql`${placeOf(phrase)} > 0`)
  const excluded = understood.without.map((one) => sql`not ${excludedBy(one, stems)}`)
  return sql.join([sql`true`, ...phrases, ...excluded], sql` and `)
}

function excludedBy({ sequence, units }: Exclusion, stems: Stems): SQL {
  const named = sql.param(units.map(stemNumber))
  if (sequence === "") return sql`d.terms && ${named}::int[]`
  if (isOneTerm(sequence))
    return sql`d.terms && ${sql.param(askedTerms(sequence).flatMap((stem) => stems.termsOf(stem)))}::int[]`
  return sql`(${placeOf(sequence)} > 0 and d.terms @> ${named}::int[])`
}

/** The words of the index that an exclusion means. */
export async function readExcluded(reader: Reader, { understood }: EngineQuery): Promise<Stems> {
  const stems = understood.without
    .map(({ sequence }) => sequence)
    .filter(isOneTerm)
    .flatMap(askedTerms)
  return new Stems(stems.length > 0 ? await lookUp(reader, [], stems) : [])
}

/** Where the words stand in this sequence, from 1; 0: nowhere. */
const placeOf = (sequence: string): SQL => {
  const wanted = ` ${analyse(sequence).tokens.join(" ").replaceAll(MARK, "")} `
  return sql`position(${wanted} in replace(d.words, ${MARK}, ''))`
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
    ...(understood.tags.length > 0
      ? [sql`d.terms && ${sql.param(understood.tags.map(tagTerm))}::int[]`]
      : []),
    ...(understood.not.tags.length > 0
      ? [sql`not d.terms && ${sql.param(understood.not.tags.map(tagTerm))}::int[]`]
      : []),
    ...(filter.mine || understood.mine ? [sql`d.author_id = ${actorId}`] : []),
    ...(understood.not.mine ? [sql`d.author_id <> ${actorId}`] : []),
  ]
  return sql.join(conditions, sql` and `)
}
