import type { App } from "../../kernel/http.ts"
import { ById, Nothing } from "../../kernel/schemas.ts"
import type { Misses } from "./open.ts"
import { MissPage, MissQuery } from "./schema.ts"

export async function missRoutes(app: App, misses: Misses): Promise<void> {
  app.get(
    "/api/search/misses",
    {
      config: { access: ["specialist"] },
      schema: { querystring: MissQuery, response: { 200: MissPage } },
    },
    async (request) => misses.list(request.actor, request.query.after),
  )
  app.delete(
    "/api/search/misses/:id",
    { config: { access: ["specialist"] }, schema: { params: ById, response: { 204: Nothing } } },
    async (request, reply) => {
      await misses.settle(request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
}
