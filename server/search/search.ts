import type { Actor } from "../kernel/actor.ts"
import type { Db } from "../kernel/database.ts"
import type { Engine, Source } from "./model.ts"
import type { Found, SearchRequest, Similar, Suggestion } from "./schema.ts"

export type Search = {
  search(actor: Actor, request: SearchRequest): Promise<Found>
  /** The best five threads for a question that is being written, answered ones first. */
  similar(actor: Actor, draft: { title: string; body: string }, exceptThread?: string): Promise<Similar[]>
  /** Threads for what is being typed into the search field. */
  suggest(actor: Actor, typed: string): Promise<Suggestion[]>
}

export function openSearch(_db: Db, _source: Source, _engines: Engine[]): Search {
  return {
    search: async () => ({
      items: [],
      next: null,
      total: { count: 0, more: false },
      facets: { kind: [], category: [], department: [], state: [], tag: [], official: [], period: [] },
      understood: {
        words: [],
        phrases: [],
        without: [],
        units: [],
        tags: [],
        categories: [],
        mine: false,
      },
      spelling: null,
      substitute: false,
    }),
    similar: async () => [],
    suggest: async () => [],
  }
}
