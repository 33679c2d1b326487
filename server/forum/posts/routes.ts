import { Type } from "typebox"
import { apiOf } from "../../kernel/api.ts"
import type { App } from "../../kernel/http.ts"
import { renderMarkdown } from "../../kernel/markdown.ts"
import { Choice, Closed, Id, Nullable } from "../../kernel/schemas.ts"
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
  const api = apiOf(app)
  api.change("POST /api/posts/:id/withdraw", "Withdraw a post", null, ({ actor, params }) =>
    withdrawPost(db, actor, params.id),
  )
  api.change("POST /api/posts/:id/restore", "Restore a post", null, ({ actor, params }) =>
    restorePost(db, actor, params.id),
  )
  api.change(
    "PUT /api/posts/:id/marks/:kind",
    "Change a mark of a post",
    null,
    ({ actor, params }) => setMark(db, actor, params.id, params.kind, true),
    { params: ByMark },
  )
  api.change(
    "DELETE /api/posts/:id/marks/:kind",
    "Remove a mark of a post",
    null,
    ({ actor, params }) => setMark(db, actor, params.id, params.kind, false),
    { params: ByMark },
  )
  /** What an open page compares itself with, after a live hint or a gap: all that it shows, and the latest posts. */
  api.read(
    "/api/threads/:id/posts",
    "List which posts of a thread there are, to notice new ones",
    SeenPosts,
    ({ actor, params, query: { after, size = 50 } }) => listSeen(db, actor, params.id, { after, size }),
    { query: SeenPage },
  )
  /** Renders and stores nothing: what a text would look like as a post. */
  api.change(
    "POST /api/markdown/preview",
    "Render a text as a post would show it, storing nothing",
    PreviewText,
    ({ body }) => ({ html: renderMarkdown(body.text, "text") }),
    { answer: Preview },
  )
}
