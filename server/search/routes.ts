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
  await synonymRoutes(app, db)
  await missRoutes(app, misses)
  app.get(
    "/api/search",
    { config: { access: "signed-in" }, schema: { querystring: SearchQuery, response: { 200: FoundView } } },
    async (request) => search.search(request.actor, request.query),
  )
  app.get(
    "/api/search/suggestions",
    {
      config: { access: "signed-in" },
      schema: {
        querystring: SuggestQuery,
        response: { 200: ListOf(SuggestionView) },
      },
    },
    async (request) => ({ items: await search.suggest(request.actor, request.query.q) }),
  )
  app.post(
    "/api/search/similar",
    {
      config: { access: "signed-in" },
      schema: { body: SimilarQuery, response: { 200: ListOf(SimilarView) } },
    },
    async (request) => ({ items: await search.similar(request.actor, request.body) }),
  )
}
