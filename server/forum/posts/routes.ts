import { Type } from "typebox"
import type { App } from "../../kernel/http.ts"
import { renderMarkdown } from "../../kernel/markdown.ts"
import { ById, Choice, Closed, Id, Nothing, Nullable } from "../../kernel/schemas.ts"
import { AnswerCursor } from "../answers/order.ts"
import type { ForumParts } from "../parts.ts"
import { POST_KINDS, QUESTION_STATES } from "../tables.ts"
import { restorePost, setMark, withdrawPost } from "./actions.ts"
import { listSeen } from "./queries.ts"
import { ByMark } from "./schema.ts"

const SeenPosts = Closed("SeenPosts", {
  version: Type.Integer(),
  items: Type.Array(Closed({ id: Id, kind: Choice(POST_KINDS, "PostKind"), version: Type.Integer() })),
  standing: Nullable(
    Closed({
      state: Choice(QUESTION_STATES, "QuestionState"),
      takenById: Nullable(Id),
      responsibleId: Nullable(Id),
      askedBackId: Nullable(Id),
    }),
  ),
})

/** Which answers the page shows. */
const SeenPage = Closed({
  after: Type.Optional(AnswerCursor),
  size: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})

const PreviewText = Closed("PreviewText", { text: Type.String() })
const Preview = Closed("Preview", { html: Type.String() })

export async function postRoutes(app: App, { db }: ForumParts): Promise<void> {
  app.post(
    "/api/posts/:id/withdraw",
    { config: { access: "signed-in" }, schema: { params: ById, response: { 204: Nothing } } },
    async (request, reply) => {
      await withdrawPost(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/posts/:id/restore",
    { config: { access: "signed-in" }, schema: { params: ById, response: { 204: Nothing } } },
    async (request, reply) => {
      await restorePost(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
  app.put(
    "/api/posts/:id/marks/:kind",
    { config: { access: "signed-in" }, schema: { params: ByMark, response: { 204: Nothing } } },
    async (request, reply) => {
      await setMark(db, request.actor, request.params.id, request.params.kind, true)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    "/api/posts/:id/marks/:kind",
    { config: { access: "signed-in" }, schema: { params: ByMark, response: { 204: Nothing } } },
    async (request, reply) => {
      await setMark(db, request.actor, request.params.id, request.params.kind, false)
      return reply.code(204).send(null)
    },
  )
  /** What an open page compares itself with, after a live hint or a gap: all that it shows, and the latest posts. */
  app.get(
    "/api/threads/:id/posts",
    {
      config: { access: "signed-in" },
      schema: { params: ById, querystring: SeenPage, response: { 200: SeenPosts } },
    },
    async ({ actor, params, query: { after, size = 50 } }) => listSeen(db, actor, params.id, { after, size }),
  )
  /** Renders and stores nothing: what a text would look like as a post. */
  app.post(
    "/api/markdown/preview",
    { config: { access: "signed-in" }, schema: { body: PreviewText, response: { 200: Preview } } },
    async (request) => ({ html: renderMarkdown(request.body.text, "text") }),
  )
}
