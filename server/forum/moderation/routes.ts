import { apiOf } from "../../kernel/api.ts"
import type { App } from "../../kernel/http.ts"
import type { ForumParts } from "../parts.ts"
import { hidePost, showPost } from "./actions.ts"
import { previewRedaction, redactPost } from "./redaction.ts"
import { Hide, Redacted, Redaction, RedactionPreview, RedactionWords } from "./schema.ts"

export async function moderationRoutes(app: App, { db }: ForumParts): Promise<void> {
  const api = apiOf(app)
  api.change("POST /api/posts/:id/hide", "Hide a post", Hide, ({ actor, params, body }) =>
    hidePost(db, actor, params.id, body.reason),
  )
  api.change("POST /api/posts/:id/show", "Show a hidden post again", null, ({ actor, params }) =>
    showPost(db, actor, params.id),
  )
  // It changes nothing, but the words do not belong in an address.
  api.change(
    "POST /api/posts/:id/redact/preview",
    "Find in which forms and where words stand in a post, changing nothing",
    RedactionWords,
    ({ actor, params, body }) => previewRedaction(db, actor, params.id, body.words),
    { answer: RedactionPreview },
  )
  api.change(
    "POST /api/posts/:id/redact",
    "Black out words in every version of a post",
    Redaction,
    ({ actor, params, body }) => redactPost(db, actor, params.id, body),
    { answer: Redacted },
  )
}
