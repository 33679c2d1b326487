import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { listOfCategory, listOfThread } from "./queries.ts"
import { Nameable, TypedName } from "./schema.ts"

export async function mentionRoutes(app: App, { db }: { db: Db }): Promise<void> {
  const api = apiOf(app)
  api.list(
    "/api/threads/:id/people",
    "List who may see a question or best practice, by parts of their names, to mention them in it",
    Nameable,
    ({ actor, params, query }) => listOfThread(db, actor, params.id, query.name),
    { query: TypedName },
  )
  api.list(
    "/api/categories/:id/people",
    "List who may see a category, by parts of their names, to mention them in something new",
    Nameable,
    ({ actor, params, query }) => listOfCategory(db, actor, params.id, query.name),
    { query: TypedName },
  )
}
