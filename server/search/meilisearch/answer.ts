import type { MultiSearchResult } from "meilisearch"
import { countFacets, type Filterable } from "../facets.ts"
import { type EngineAnswer, type EngineQuery, MOST_COUNTED } from "../model.ts"
import { byThread, pageOfThreads, placeOfThread, type Threaded } from "../threads.ts"
import { type FoundDocument, MOST_HITS, type Place } from "./query.ts"

/** @param results what fits all filters, and, where that differs and somebody counts, what fits without the chosen ones */
export function answerFrom(
  results: MultiSearchResult<FoundDocument>[],
  place: Place | null,
  { sort, size, filter, facets }: EngineQuery,
): EngineAnswer {
  const [page, unfiltered = page] = results
  const hits = page?.hits ?? []
  const threads = byThread(hits)
  const start = startAfter(threads, place, sort)
  const { last, hasMore, ...shown } = pageOfThreads(threads, start, size)
  const counted = facets ? (unfiltered?.hits ?? []).map(filterable) : []
  return {
    ...shown,
    next: hasMore && last ? `m-${sort === "date" ? last.createdAt : start + size}-${last.id}` : null,
    total: Math.min(threads.length, MOST_HITS),
    more: hits.length > MOST_COUNTED,
    facets: countFacets(counted, filter),
    partial: counted.length > MOST_COUNTED,
  }
}

/** Where a new post moved the thread of the cursor, its number says where it was. */
function startAfter(
  threads: Threaded<FoundDocument>[],
  place: Place | null,
  sort: EngineQuery["sort"],
): number {
  if (!place) return 0
  const at = placeOfThread(threads, place.id)
  if (at >= 0) return at + 1
  if (sort === "relevance") return place.number
  return threads.findIndex(({ best }) => best.createdAt < place.number)
}

const filterable = ({ createdAt, ...found }: FoundDocument): Filterable => ({
  ...found,
  createdAt: new Date(createdAt),
})
