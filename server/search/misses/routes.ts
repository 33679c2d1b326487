import { apiOf } from "../../kernel/api.ts"
import type { App } from "../../kernel/http.ts"
import type { Misses } from "./open.ts"
import { MissPage, MissQuery } from "./schema.ts"

export async function missRoutes(app: App, misses: Misses): Promise<void> {
  const api = apiOf(app)
  api.read(
    "/api/search/misses",
    "List what several people searched for and did not find",
    MissPage,
    ({ actor, query }) => misses.list(actor, query.after),
    { access: ["specialist"], query: MissQuery },
  )
  api.change(
    "DELETE /api/search/misses/:id",
    "Take something off the list of what is missing",
    null,
    ({ actor, params }) => misses.settle(actor, params.id),
    { access: ["specialist"] },
  )
}
