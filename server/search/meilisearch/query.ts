import type { MultiSearchQuery } from "meilisearch"
import { UUID } from "../../kernel/schemas.ts"
import { type EngineQuery, MOST_COUNTED } from "../model.ts"
import { chosenFilters, fixedFilters } from "./filter.ts"
import { HIT_ATTRIBUTES } from "./settings.ts"
import { queryText } from "./words.ts"

// "frequency" gives up the commonest words first, so that what is rare decides; with "last" the order of typing would,
// and with "all" a form of a word that nobody used would find nothing. What has all words ranks first in any case.
const COMMON = {
  matchingStrategy: "frequency" as const,
  locales: ["deu"],
  attributesToRetrieve: [...HIT_ATTRIBUTES],
}
/** As many as are counted, and one more. */
export const MOST_HITS = MOST_COUNTED + 1
/** Where nobody counts, so many documents a thread are enough to fill the page. */
const PER_THREAD = 10

/** What of a hit comes back. */
export type FoundDocument = {
  id: string
  threadId: string
  kind: string
  categoryId: string
  departmentId: string | null
  state: string | null
  tags: string[]
  official: boolean
  createdAt: number
}

/**
 * One request: what fits all filters, and, where somebody counts, what fits without those that were chosen.
 * @param gone documents that must not be found any more and may still be there
 */
export function questionsFor(query: EngineQuery, gone: string[], indexUid: string): MultiSearchQuery[] {
  const fixed = fixedFilters(query, gone)
  const chosen = [...chosenFilters(query).values()]
  const needed = query.facets || query.after !== null ? MOST_HITS : (query.size + 1) * PER_THREAD
  const ask = (filter: string[], limit: number): MultiSearchQuery => ({
    ...COMMON,
    indexUid,
    q: queryText(query),
    filter,
    limit: Math.min(limit, MOST_HITS),
    ...(query.sort === "date" && { sort: ["createdAt:desc", "id:desc"] }),
  })
  const page = ask([...fixed, ...chosen], needed)
  return query.facets && chosen.length > 0 ? [page, ask(fixed, MOST_HITS)] : [page]
}

/** The cursor of another engine, which then has to go on by itself. */
export class ForeignCursor extends Error {}

/**
 * The thread that the page before ended with, and its place: by date its moment, otherwise how many came before,
 * because Meilisearch tells no rank.
 */
export type Place = { number: number; id: string }

const CURSOR = new RegExp(`^m-(\\d{1,15})-(${UUID})$`)

export function placeOf({ after }: EngineQuery): Place | null {
  if (after === null) return null
  const [, number, id] = CURSOR.exec(after) ?? []
  if (number === undefined || id === undefined) throw new ForeignCursor(`no cursor of Meilisearch: ${after}`)
  return { number: Number(number), id }
}
