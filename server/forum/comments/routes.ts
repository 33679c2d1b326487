import { apiOf } from "../../kernel/api.ts"
import type { App } from "../../kernel/http.ts"
import { After, PageOf } from "../../kernel/schemas.ts"
import type { ForumParts } from "../parts.ts"
import { CommentView } from "../questions/schema.ts"
import { createComment, editComment } from "./actions.ts"
import { listComments } from "./queries.ts"
import { EditedComment, NewComment } from "./schema.ts"

export async function commentRoutes(app: App, { db }: ForumParts): Promise<void> {
  const api = apiOf(app)
  api.read(
    "/api/posts/:id/comments",
    "List comments of a post",
    PageOf(CommentView),
    ({ actor, params, query }) => listComments(db, actor, params.id, query.after),
    { query: After },
  )
  api.make("/api/posts/:id/comments", "Comment on a post", NewComment, ({ actor, params, body }) =>
    createComment(db, actor, params.id, body),
  )
  api.change("PUT /api/comments/:id", "Change a comment", EditedComment, ({ actor, params, body }) =>
    editComment(db, actor, params.id, body),
  )
}
