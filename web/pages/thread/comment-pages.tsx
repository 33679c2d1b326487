import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import {
  createComment,
  findPost,
  listComments,
  NewComment,
  pageWithComment,
} from "../../../server/forum/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, Closed, Cursor, checkInput, html, Id } from "../../../server/kernel/schemas.ts"
import { FormOf, optional, textOf } from "../../forms.ts"
import { Card, LinkButton, Pager, useReader } from "../../layout/index.ts"
import { goTo, type Site } from "../../site.tsx"
import { texts } from "../../texts/index.ts"
import { Hint } from "../lists/query.ts"
import { COMMENT_PLACE, CommentForm, commentForm, commentsPath, Remark } from "./comments.tsx"
import { showPostForm } from "./post-form.tsx"
import type { RemarkView } from "./post-parts.tsx"
import { attempt, type Retry, summaryOf } from "./retry.ts"
import { Typed } from "./thread-frame.tsx"
import { type FoundPost, pathOf, placeOf } from "./thread-of.ts"

/** What may be commented on. */
const COMMENTED = ["question", "best-practice", "answer"] as const
const ON_PAGE = 50
const Query = Closed({
  nach: Type.Optional(Cursor),
  /** A comment: the page that holds it. */
  kommentar: Type.Optional(Id),
  hinweis: Hint,
})

/** All comments under a post, page by page, and the form for one more. */
export function commentPages(app: App, site: Site): void {
  app.get(
    "/beitraege/:id/kommentare",
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, querystring: Query, response: html },
    },
    async (request, reply) => {
      const { nach, kommentar } = request.query
      const { id } = request.params
      const after = kommentar ? await pageWithComment(site.db, id, kommentar, ON_PAGE) : nach
      return showComments(site, request, reply, id, after, null)
    },
  )
  app.post(
    "/beitraege/:id/kommentare",
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, body: FormOf("body", "idempotencyKey"), response: html },
    },
    async (request, reply) => {
      const { id } = request.params
      await findPost(site.db, request.actor, id, COMMENTED, "see")
      let commentId = ""
      const retry = await attempt(texts(request.locale), commentForm(id), request.body, async () => {
        const input = {
          body: textOf(request.body, "body"),
          key: optional(textOf(request.body, "idempotencyKey")),
        }
        const { value, faults } = checkInput(NewComment, input)
        if (value) commentId = (await createComment(site.db, request.actor, id, value)).id
        return faults
      })
      if (retry) return showComments(site, request, reply, id, undefined, retry)
      const comment = await findPost(site.db, request.actor, commentId, ["comment"], "see")
      return goTo(reply, placeOf(comment), "commented")
    },
  )
}

async function showComments(
  ...[site, request, reply, id, after, retry]: [
    Site,
    FastifyRequest,
    FastifyReply,
    string,
    string | undefined,
    Retry | null,
  ]
) {
  const post = await findPost(site.db, request.actor, id, COMMENTED, "see")
  const { items, next } = await listComments(site.db, request.actor, id, after, ON_PAGE)
  return showPostForm(site, request, reply, {
    post,
    retry: retry && { errors: summaryOf(retry), status: retry.status },
    content: (t) => ({
      title: t.thread.comments.pageTitle(post.author),
      current: t.thread.comments.below,
      form: <AllComments post={post} items={items} next={next} after={after} retry={retry} />,
    }),
  })
}

type Props = {
  post: FoundPost
  items: RemarkView[]
  next: string | null
  after: string | undefined
  retry: Retry | null
}

function AllComments({ post, items, next, after, retry }: Props) {
  const { t } = useReader()
  const words = t.thread.comments
  const path = commentsPath(post.id)
  return (
    <>
      {items.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ol class="ff-comments__list" aria-label={words.title}>
          {items.map((comment) => (
            <Remark comment={comment} level={3} key={comment.id} />
          ))}
        </ol>
      )}
      <Pager next={next && `${path}?nach=${next}`} first={after ? path : null} />
      {post.can.comment ? (
        <Card title={words.add} id={COMMENT_PLACE}>
          <CommentForm
            parentId={post.id}
            retry={retry}
            label={words.body}
            hint={post.kind === "best-practice" ? words.hintBestPractice : words.hint}
            submit={words.submit}
          />
        </Card>
      ) : (
        <Typed retry={retry} />
      )}
      <p>
        <LinkButton href={pathOf(post)} kind="tertiary" icon="arrow-left">
          {words.back}
        </LinkButton>
      </p>
    </>
  )
}
