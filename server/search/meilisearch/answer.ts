import type { MultiSearchResult } from "meilisearch"
import { compareNames } from "../../kernel/order.ts"
import {
  type EngineAnswer,
  type EngineQuery,
  FACETS,
  type Facet,
  type FacetCounts,
  MOST_COUNTED,
  PERIODS,
  type Period,
} from "../model.ts"
import { ATTRIBUTES } from "./filter.ts"
import type { FoundDocument, Questions } from "./query.ts"

const MOST_HITS = MOST_COUNTED + 1

export function answerFrom(
  { place, facets: asked }: Questions,
  results: MultiSearchResult<FoundDocument>[],
  { sort, size }: EngineQuery,
): EngineAnswer {
  const [page, counted, ...rest] = results
  const hits = page?.hits ?? []
  const shown = hits.slice(0, size)
  const last = shown.at(-1)
  const reached = place.offset + size
  const more = hits.length > size && last !== undefined && (sort === "date" || reached < MOST_HITS)
  const facets = emptyFacets()
  if (asked.length > 0 && counted) readDistribution(counted, facets)
  asked.forEach((facet, at) => {
    const result = rest[at]
    if (result && isPeriod(facet)) facets.period.push({ value: facet, count: capped(result.totalHits ?? 0) })
    else if (result) readDistribution(result, facets)
  })
  facets.period = facets.period.filter(({ count }) => count > 0)
  return {
    ids: shown.map(({ id }) => id),
    next: more ? (sort === "date" ? `m-${last.createdAt}-${last.id}` : `m${reached}`) : null,
    total: capped(counted?.totalHits ?? 0),
    facets,
    partial: false,
  }
}

export const emptyFacets = (): FacetCounts => ({
  kind: [],
  category: [],
  department: [],
  state: [],
  tag: [],
  official: [],
  period: [],
})

const isPeriod = (facet: Facet | Period): facet is Period => facet in PERIODS
const capped = (count: number) => Math.min(count, MOST_HITS)

function readDistribution(
  { facetDistribution }: MultiSearchResult<FoundDocument>,
  facets: FacetCounts,
): void {
  for (const facet of FACETS) {
    const counts = facetDistribution?.[ATTRIBUTES[facet]]
    if (!counts) continue
    facets[facet] = Object.entries(counts)
      .filter(([value]) => facet !== "official" || value === "true")
      .map(([value, count]) => ({ value, count: capped(count) }))
      .sort((a, b) => b.count - a.count || compareNames(a.value, b.value))
  }
}
