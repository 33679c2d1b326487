import { type SQL, sql } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { DAY, now } from "../../kernel/time.ts"
import type { Filterable } from "../facets.ts"
import { type EngineQuery, MOST_COUNTED, PERIODS, type SearchFilter } from "../model.ts"
import type { Scored, Totals } from "../ranking.ts"
import { placed, required, verified } from "./conditions.ts"
import type { Probe } from "./probes.ts"
import type { Wanted } from "./terms.ts"
import type { Stems } from "./vocabulary.ts"

/**
 * Rows that one search looks at, however many posts there are: the rarest terms first, as long as they fit. Where
 * there are many posts, a row costs more (it is less often in memory) and its rarest terms say more.
 */
const budgetFor = ({ documents }: Totals) => (documents < 20_000 ? 12_000 : 3_000)
/** Candidates that are counted and, the best of them, scored: as many as are counted exactly. */
export const MOST_CANDIDATES = MOST_COUNTED
/** So many of the candidates get the exact score; what comes after them keeps the order it was found in. */
export const MOST_SCORED = 300
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
  /** Of those that are scored. */
  text?: Scored
}

/** Instants come as text here, and texts are null where they are not to be read. */
type Row = Omit<Candidate, "createdAt"> & { createdAt: string } & {
  [key in keyof Scored]?: Scored[key] | null
}
const candidateOf = ({ createdAt, words, stems, gramLength, stemLength, ...row }: Row): Candidate => {
  const isRead = typeof words === "string" && typeof stems === "string"
  const text = isRead ? { words, stems, gramLength: gramLength ?? 1, stemLength: stemLength ?? 1 } : undefined
  return { ...row, createdAt: new Date(createdAt), ...(text && { text }) }
}

const columns = sql`d.id, d.thread_id as "threadId", d.kind, d.category_id as "categoryId", d.department_id as "departmentId", d.state,
  d.official, d.accepted, d.outdated, d.duplicate, d.tags, d.created_at as "createdAt"`

const facts = sql.join(
  `id threadId kind categoryId departmentId state official accepted outdated duplicate tags createdAt`
    .split(" ")
    .map((name) => sql`listed.${sql.identifier(name)}`),
  sql`, `,
)

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
  const partial = chosen.probes.some(({ documents }) => documents > chosen.slice)
  // Where not even those are all, the listed ones say as much: "more than".
  const counted = query.facets && !partial
  const { rows } = await reader.execute<Row & { groups: Group[] | null }>(sql`
    with found as materialized (${foundBy(query, chosen, filter)}
      having sum(weight) >= ${chosen.whole * leastShare(query)}),
    fitting as materialized (
      select ${columns}, f.weight, f.place from found f join search_index.documents d on d.ctid = f.place
      where f.weight >= ${least} * (select max(weight) from found) and ${verified(query, excluded)}
    ),
    listed as (select *, row_number() over (order by weight desc, id desc) as nth from fitting
      order by nth limit ${mostListed(query)})
    select ${facts}, weight, t.words, t.stems, t.gram_length as "gramLength", t.stem_length as "stemLength",
      case when nth = 1 then ${counted ? countedGroups() : sql`null`} end as groups
    from listed
    left join search_index.documents t on t.ctid = case when nth <= ${query.sort === "relevance" ? MOST_SCORED : 0} then listed.place end
    order by nth`)
  const groups = rows[0]?.groups?.map(({ age, ...group }) => ({ ...group, createdAt: momentOf(age) }))
  return {
    candidates: rows.map(candidateOf),
    groups: groups ?? null,
    partial,
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

/**
 * Of fewer than three sets, one stands for the others as well. PostgreSQL sees these lists and so plans each time: only then it
 * looks the categories of thousands of rows up in a hash.
 */
function asRows(probes: Probe[], parts: string[]): SQL {
  const column = (of: (probe: Probe) => string | number, type: string) =>
    sql`${sql.param(probes.map(of))}::${sql.raw(type)}[]`
  const set = (at: number) => column(({ terms, also }) => `{${also[at] ?? terms}}`, "text")
  return sql`unnest(${column(({ terms }) => `{${terms}}`, "text")}, ${set(0)}, ${set(1)},
    ${column(({ weight }) => weight, "real")}, ${column(({ most }) => most, "real")},
    ${column(({ part }) => parts.indexOf(part), "int")}) as p(first, second, third, weight, most, part)`
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
