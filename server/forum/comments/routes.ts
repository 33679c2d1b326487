import type { App } from "../../kernel/http.ts"
import { After, ById, Created, Nothing, PageOf } from "../../kernel/schemas.ts"
import type { ForumParts } from "../parts.ts"
import { CommentView } from "../questions/schema.ts"
import { createComment, editComment } from "./actions.ts"
import { listComments } from "./queries.ts"
import { EditedComment, NewComment } from "./schema.ts"

export async function commentRoutes(app: App, { db }: ForumParts): Promise<void> {
  app.get(
    "/api/posts/:id/comments",
    {
      config: { access: "signed-in" },
      schema: { params: ById, querystring: After, response: { 200: PageOf(CommentView) } },
    },
    async ({ actor, params, query }) => listComments(db, actor, params.id, query.after),
  )
  app.post(
    "/api/posts/:id/comments",
    {
      config: { access: "signed-in" },
      schema: { params: ById, body: NewComment, response: { 201: Created } },
    },
    async (request, reply) =>
      reply.code(201).send(await createComment(db, request.actor, request.params.id, request.body)),
  )
  app.put(
    "/api/comments/:id",
    {
      config: { access: "signed-in" },
      schema: { params: ById, body: EditedComment, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await editComment(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
}
