import { MeilisearchError } from "meilisearch"
import type { Db } from "../../kernel/database.ts"
import { countFacets } from "../facets.ts"
import {
  type Engine,
  type EngineAnswer,
  type EngineQuery,
  EngineUnavailable,
  MOST_COUNTED,
} from "../model.ts"
import { answerFrom } from "./answer.ts"
import { openBuild } from "./builds.ts"
import { quoted } from "./filter.ts"
import { listGone } from "./gone.ts"
import { openIndexes } from "./indexes.ts"
import { ForeignCursor, type FoundDocument, placeOf, questionsFor } from "./query.ts"
import { codeOf, type MeilisearchAddress, type MeilisearchServer, openServer } from "./server.ts"

export type { MeilisearchAddress } from "./server.ts"

/** After a search that failed nobody waits for Meilisearch for so long. */
const REST_MS = 5_000
/** The key is gone, or the master key that it comes from was changed. */
const KEY_FAULTS = new Set(["invalid_api_key", "missing_authorization_header"])

/**
 * The engine on a Meilisearch server (1.15 or newer). It is asked with a key that may only search; PostgreSQL stays the
 * truth, and what Meilisearch has not taken yet stands in `search_changes`.
 */
export function openMeilisearchEngine(db: Db, address: MeilisearchAddress): Engine {
  const server = openServer(address)
  const indexes = openIndexes(db, server, address.index)
  let restUntil = 0

  const search = async (query: EngineQuery) => {
    if (performance.now() < restUntil) throw new EngineUnavailable("Meilisearch did not answer a moment ago")
    try {
      return await ask(db, server, address.index, query)
    } catch (error) {
      if (error instanceof ForeignCursor) throw new EngineUnavailable(error.message)
      if (!(error instanceof MeilisearchError)) throw error
      if (KEY_FAULTS.has(codeOf(error) ?? "")) server.forgetSearcher()
      else restUntil = performance.now() + REST_MS
      throw new EngineUnavailable(error.message, { cause: error })
    }
  }
  return {
    name: "meilisearch",
    prepare: async () => {
      server.forgetSearcher()
      await server.searcher()
      const state = await indexes.prepare()
      restUntil = 0
      return state
    },
    write: indexes.write,
    search,
    setSynonyms: indexes.setSynonyms,
    listIds: (after, size) => listIds(server, address.index, after, size),
    rebuild: () => openBuild(db, server, indexes),
    stop: server.stop,
  }
}

async function ask(
  db: Db,
  server: MeilisearchServer,
  index: string,
  query: EngineQuery,
): Promise<EngineAnswer> {
  if (query.categoryIds.length === 0) return nothing(query)
  const place = placeOf(query)
  const [searcher, gone] = await Promise.all([server.searcher(), listGone(db)])
  const queries = questionsFor(query, gone, index)
  const { results } = await searcher.multiSearch<{ queries: typeof queries }, FoundDocument>({ queries })
  return answerFrom(results, place, query)
}

const nothing = ({ filter }: EngineQuery): EngineAnswer => ({
  ids: [],
  others: new Map(),
  next: null,
  total: 0,
  more: false,
  facets: countFacets([], filter),
  partial: false,
})

/** By keyset: `maxTotalHits` bounds what one search gives, and not every version sorts the list of documents. */
async function listIds(
  { admin }: MeilisearchServer,
  index: string,
  after: string | null,
  size: number,
): Promise<string[]> {
  const { hits } = await admin.index<FoundDocument>(index).search("", {
    sort: ["id:asc"],
    limit: Math.min(size, MOST_COUNTED),
    attributesToRetrieve: ["id"],
    ...(after !== null && { filter: `id > ${quoted(after)}` }),
  })
  return hits.map(({ id }) => id)
}
