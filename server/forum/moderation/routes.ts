import type { App } from "../../kernel/http.ts"
import { ById, Nothing } from "../../kernel/schemas.ts"
import type { ForumParts } from "../parts.ts"
import { hidePost, redactPost, showPost } from "./actions.ts"
import { Hide, Redacted, Redaction } from "./schema.ts"

export async function moderationRoutes(app: App, { db }: ForumParts): Promise<void> {
  app.post(
    "/api/posts/:id/hide",
    { config: { access: "signed-in" }, schema: { params: ById, body: Hide, response: { 204: Nothing } } },
    async (request, reply) => {
      await hidePost(db, request.actor, request.params.id, request.body.reason)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/posts/:id/show",
    { config: { access: "signed-in" }, schema: { params: ById, response: { 204: Nothing } } },
    async (request, reply) => {
      await showPost(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/posts/:id/redact",
    {
      config: { access: "signed-in" },
      schema: { params: ById, body: Redaction, response: { 200: Redacted } },
    },
    async (request) => redactPost(db, request.actor, request.params.id, request.body.words),
  )
}
