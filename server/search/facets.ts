import { compareNames } from "../kernel/order.ts"
import { DAY, now } from "../kernel/time.ts"
import {
  FACETS,
  type Facet,
  type FacetCounts,
  MOST_COUNTED,
  PERIODS,
  type Period,
  type SearchFilter,
} from "./model.ts"

/** What of a document can be filtered by. */
export type Filterable = {
  threadId: string
  kind: string
  categoryId: string
  departmentId: string | null
  state: string | null
  official: boolean
  tags: string[]
  createdAt: Date
  /** Numbers of the threads of all documents that are alike in the rest; where left out, of this one. */
  threads?: number[]
}

const isAmong = (values: readonly string[] | undefined, value: string | null) =>
  !values || values.length === 0 || (value !== null && values.includes(value))

const CHECKS: Record<Facet, (one: Filterable, filter: SearchFilter) => boolean> = {
  kind: ({ kind }, { kinds }) => isAmong(kinds, kind),
  category: ({ categoryId }, { categoryIds }) => isAmong(categoryIds, categoryId),
  department: ({ departmentId }, { departmentIds }) => isAmong(departmentIds, departmentId),
  state: ({ state }, { states }) => isAmong(states, state),
  tag: ({ tags }, filter) => !filter.tags?.length || filter.tags.some((tag) => tags.includes(tag)),
  official: ({ official }, filter) => !filter.official || official,
  period: (one, { period }) => !period || isWithin(one, period),
}

const isWithin = ({ createdAt }: Filterable, period: Period, at = now().getTime()) =>
  createdAt.getTime() >= at - PERIODS[period] * DAY

export const passes = (one: Filterable, filter: SearchFilter): boolean =>
  FACETS.every((facet) => CHECKS[facet](one, filter))

const PERIOD_NAMES = Object.keys(PERIODS) as Period[]
const VALUES: Record<Facet, (one: Filterable, at: number) => readonly string[]> = {
  kind: ({ kind }) => [kind],
  category: ({ categoryId }) => [categoryId],
  department: ({ departmentId }) => (departmentId === null ? [] : [departmentId]),
  state: ({ state }) => (state === null ? [] : [state]),
  tag: ({ tags }) => tags,
  official: ({ official }) => (official ? ["true"] : []),
  period: (one, at) => PERIOD_NAMES.filter((period) => isWithin(one, period, at)),
}

type Counting = Map<string, Set<string | number>>

/** For each value of a facet, how many threads there would be with it and the filters of the other facets. */
export function countFacets(documents: readonly Filterable[], filter: SearchFilter): FacetCounts {
  const counting = Object.fromEntries(FACETS.map((facet): [Facet, Counting] => [facet, new Map()])) as Record<
    Facet,
    Counting
  >
  const at = now().getTime()
  for (const one of documents) {
    const failed = FACETS.filter((facet) => !CHECKS[facet](one, filter))
    // What only one filter keeps out counts for that facet's own values.
    const counted = failed.length === 0 ? FACETS : failed.length === 1 ? failed : []
    for (const facet of counted) for (const value of VALUES[facet](one, at)) note(counting[facet], value, one)
  }
  const counts = (facet: Facet) =>
    [...counting[facet]]
      .map(([value, threads]) => ({ value, count: Math.min(threads.size, MOST_COUNTED + 1) }))
      .sort((a, b) => b.count - a.count || compareNames(a.value, b.value))
  return {
    kind: counts("kind"),
    category: counts("category"),
    department: counts("department"),
    state: counts("state"),
    tag: counts("tag"),
    official: counts("official"),
    period: counts("period"),
  }
}

function note(counting: Counting, value: string, { threadId, threads: numbers }: Filterable): void {
  const threads = counting.get(value) ?? new Set()
  counting.set(value, threads)
  if (!numbers) threads.add(threadId)
  else for (const number of numbers) threads.add(number)
}
