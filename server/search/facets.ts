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

const isWithin = ({ createdAt }: Filterable, period: Period) =>
  createdAt.getTime() >= now().getTime() - PERIODS[period] * DAY

export const passes = (one: Filterable, filter: SearchFilter): boolean =>
  FACETS.every((facet) => CHECKS[facet](one, filter))

const VALUES: Record<Facet, (one: Filterable) => string[]> = {
  kind: ({ kind }) => [kind],
  category: ({ categoryId }) => [categoryId],
  department: ({ departmentId }) => (departmentId === null ? [] : [departmentId]),
  state: ({ state }) => (state === null ? [] : [state]),
  tag: ({ tags }) => tags,
  official: ({ official }) => (official ? ["true"] : []),
  period: (one) => (Object.keys(PERIODS) as Period[]).filter((period) => isWithin(one, period)),
}

/** For each value of a facet, how many threads there would be with it and the filters of the other facets. */
export function countFacets(documents: readonly Filterable[], filter: SearchFilter): FacetCounts {
  const counts = (facet: Facet) => {
    const others = FACETS.filter((other) => other !== facet)
    const found = new Map<string, Set<string | number>>()
    for (const one of documents)
      if (others.every((other) => CHECKS[other](one, filter)))
        for (const value of VALUES[facet](one)) {
          const threads = found.get(value) ?? new Set()
          for (const thread of one.threads ?? [one.threadId]) threads.add(thread)
          found.set(value, threads)
        }
    return [...found]
      .map(([value, threads]) => ({ value, count: Math.min(threads.size, MOST_COUNTED + 1) }))
      .sort((a, b) => b.count - a.count || compareNames(a.value, b.value))
  }
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
