import { Type } from "typebox"
import {
  createComment,
  findPost,
  listComments,
  NewComment,
  pageWithComment,
} from "../../../server/forum/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { Closed, Cursor, Id } from "../../../server/kernel/schemas.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { Card, LinkButton, Pager, useReader } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import { Hint } from "../lists/query.ts"
import { COMMENT_PLACE, CommentForm, commentForm, commentsPath, Remark } from "./comments.tsx"
import { postForm } from "./post-form.tsx"
import type { RemarkView } from "./post-parts.tsx"
import { type Retry, summaryOf } from "./retry.ts"
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
  const pages = pagesOf(app, site)
  pages.page(commentsPath(":id"), {
    query: Query,
    find,
    show: async (ask, post) => {
      const { nach, kommentar } = ask.query
      const after = kommentar ? await pageWithComment(ask.db, post.id, kommentar, ON_PAGE) : nach
      return showComments(ask, post, after, null)
    },
  })
  pages.form(commentsPath(":id"), {
    find,
    input: NewComment,
    act: ({ db, actor, params }, value) => createComment(db, actor, params.id, value),
    to: async ({ id }, _, { db, actor }) => [
      placeOf(await findPost(db, actor, id, ["comment"], "see")),
      "commented",
    ],
    again: (ask, post, form) => showComments(ask, post, undefined, { ...form, name: commentForm(post.id) }),
  })
}

const find = ({ db, actor, params }: Ask) => findPost(db, actor, params.id, COMMENTED, "see")

async function showComments(
  { db, actor, t }: Ask,
  post: FoundPost,
  after: string | undefined,
  retry: Retry | null,
) {
  const { items, next } = await listComments(db, actor, post.id, after, ON_PAGE)
  return postForm(t, {
    post,
    title: t.thread.comments.pageTitle(post.author),
    current: t.thread.comments.below,
    errors: retry ? summaryOf(retry) : [],
    form: <AllComments post={post} items={items} next={next} after={after} retry={retry} />,
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
            threadId={post.thread.id}
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
