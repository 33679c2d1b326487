import { apiOf } from "../kernel/api.ts"
import type { Db } from "../kernel/database.ts"
import type { App } from "../kernel/http.ts"
import { ListOf } from "../kernel/schemas.ts"
import type { Misses } from "./misses/open.ts"
import { missRoutes } from "./misses/routes.ts"
import { FoundView, SearchQuery, SimilarQuery, SimilarView, SuggestionView, SuggestQuery } from "./schema.ts"
import type { Search } from "./search.ts"
import { synonymRoutes } from "./synonyms/routes.ts"

type Parts = { db: Db; search: Search; misses: Misses }

export async function searchRoutes(app: App, { db, search, misses }: Parts): Promise<void> {
  const api = apiOf(app)
  await synonymRoutes(app, db)
  await missRoutes(app, misses)
  api.read("/api/search", "Read search", FoundView, ({ actor, query }) => search.search(actor, query), {
    query: SearchQuery,
  })
  api.list(
    "/api/search/suggestions",
    "List suggestions",
    SuggestionView,
    ({ actor, query }) => search.suggest(actor, query.q),
    { query: SuggestQuery },
  )
  app.post(
    "/api/search/similar",
    {
      config: { access: "signed-in" },
      schema: { summary: "Similar search", body: SimilarQuery, response: { 200: ListOf(SimilarView) } },
    },
    async (request) => ({ items: await search.similar(request.actor, request.body) }),
  )
}
