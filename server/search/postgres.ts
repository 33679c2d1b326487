import type { Db } from "../kernel/database.ts"
import { type Engine, FACETS, type FacetCounts } from "./model.ts"

export function openPostgresEngine(_db: Db): Engine {
  return {
    name: "postgresql",
    write: async () => undefined,
    search: async () => ({
      ids: [],
      next: null,
      total: 0,
      facets: Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as FacetCounts,
    }),
    setSynonyms: async () => undefined,
    listIds: async () => [],
    rebuild: async () => ({ reached: null, write: async () => undefined, finish: async () => undefined }),
  }
}
