import type { App } from "../../kernel/http.ts"
import { ById, Nothing } from "../../kernel/schemas.ts"
import type { ForumParts } from "../parts.ts"
import { hidePost, showPost } from "./actions.ts"
import { previewRedaction, redactPost } from "./redaction.ts"
import { Hide, Redacted, Redaction, RedactionPreview, RedactionWords } from "./schema.ts"

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
  // It changes nothing, but the words do not belong in an address.
  app.post(
    "/api/posts/:id/redact/preview",
    {
      config: { access: "signed-in" },
      schema: { params: ById, body: RedactionWords, response: { 200: RedactionPreview } },
    },
    async (request) => previewRedaction(db, request.actor, request.params.id, request.body.words),
  )
  app.post(
    "/api/posts/:id/redact",
    {
      config: { access: "signed-in" },
      schema: { params: ById, body: Redaction, response: { 200: Redacted } },
    },
    async (request) => redactPost(db, request.actor, request.params.id, request.body),
  )
}
