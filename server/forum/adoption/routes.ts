import { apiOf } from "../../kernel/api.ts"
import { forbidden } from "../../kernel/errors.ts"
import type { App } from "../../kernel/http.ts"
import type { ForumParts } from "../parts.ts"
import { listAdoption } from "./queries.ts"
import { AdoptionCell, AdoptionQuery } from "./schema.ts"

export async function adoptionRoutes(app: App, { db, readsAdoption }: ForumParts): Promise<void> {
  apiOf(app).list(
    "/api/adoption",
    "List how the forum is used, by category and week, in numbers about five people at least",
    AdoptionCell,
    async ({ actor, query }) => {
      if (!(await readsAdoption(db, actor))) throw forbidden()
      return listAdoption(db, query)
    },
    { query: AdoptionQuery },
  )
}
