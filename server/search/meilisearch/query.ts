import type { MultiSearchQuery } from "meilisearch"
import { type EngineQuery, FACETS, type Facet, PERIODS, type Period } from "../model.ts"
import { ATTRIBUTES, chosenFilters, fixedFilters, olderThan, since } from "./filter.ts"
import { queryText } from "./words.ts"

// "frequency" gives up the commonest words first, so that what is rare decides; with "last" the order of typing would,
// and with "all" a form of a word that nobody used would find nothing. What has all words ranks first in any case.
const COMMON = {
  matchingStrategy: "frequency" as const,
  locales: ["deu"],
  attributesToRetrieve: ["id", "createdAt"],
}
const PERIOD_NAMES = Object.keys(PERIODS) as Period[]

/** What of a hit comes back. */
export type FoundDocument = { id: string; createdAt: number }

/** One request: the page, its count, and the counts of each facet without its own choice. */
export type Questions = { queries: MultiSearchQuery[]; place: Place; facets: (Facet | Period)[] }

/** @param gone documents that must not be found any more and may still be there */
export function questionsFor(query: EngineQuery, gone: string[], indexUid: string): Questions {
  const fixed = fixedFilters(query, gone)
  const chosen = chosenFilters(query)
  const without = (facet: Facet | null) => [
    ...fixed,
    ...[...chosen].filter(([name]) => name !== facet).map(([, filter]) => filter),
  ]
  const common = { ...COMMON, indexUid, q: queryText(query) }
  const place = placeOf(query)
  const page = { ...common, ...pageOf(query, place, without(null)) }
  const count = (filter: string[], facets: Facet[] = []) => ({
    ...common,
    filter,
    page: 1,
    hitsPerPage: 0,
    ...(facets.length > 0 && { facets: facets.map((facet) => ATTRIBUTES[facet]) }),
  })
  if (!query.facets) return { queries: [page, count(without(null))], place, facets: [] }
  const narrowed = FACETS.filter((facet) => facet !== "period" && chosen.has(facet))
  const free = FACETS.filter((facet) => facet !== "period" && !chosen.has(facet))
  return {
    queries: [
      page,
      count(without(null), free),
      ...narrowed.map((facet) => count(without(facet), [facet])),
      ...PERIOD_NAMES.map((period) => count([...without("period"), since(period)])),
    ],
    place,
    facets: [...narrowed, ...PERIOD_NAMES],
  }
}

/** One more than the page, to know whether another one follows. */
function pageOf({ sort, size }: EngineQuery, { offset, before }: Place, filter: string[]) {
  return {
    filter: before ? [...filter, olderThan(before.createdAt, before.id)] : filter,
    offset,
    limit: size + 1,
    ...(sort === "date" && { sort: ["createdAt:desc", "id:desc"] }),
  }
}

/**
 * Where a page begins. By date it is a keyset. By relevance Meilisearch knows no keyset, so it is the number of hits
 * before it: bounded, because nobody gets beyond `maxTotalHits`.
 */
type Place = { offset: number; before: { createdAt: number; id: string } | null }

/** The cursor of another engine, which then has to go on by itself. */
export class ForeignCursor extends Error {}

function placeOf({ after, sort }: EngineQuery): Place {
  if (after === null) return { offset: 0, before: null }
  const [, offset, createdAt, id] = /^(?:m(\d{1,4})|m-(\d{1,15})-([0-9a-f-]{36}))$/.exec(after) ?? []
  if (sort === "date" && createdAt && id) return { offset: 0, before: { createdAt: Number(createdAt), id } }
  if (sort === "relevance" && offset) return { offset: Number(offset), before: null }
  throw new ForeignCursor(`no cursor of Meilisearch: ${after}`)
}
