import type { Static } from "typebox"
import { calledIn } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { page } from "../../kernel/database.ts"
import { today } from "../../kernel/time.ts"
import { byOrder, cursorOf } from "../answers/order.ts"
import type { Seen } from "../loading.ts"
import {
  mayAccept,
  mayComment,
  mayEdit,
  mayMark,
  mayModerate,
  mayReportOutdated,
  mayRestore,
  mayReview,
  mayShow,
  mayWithdraw,
} from "../policy.ts"
import type { AnswerView, CommentView } from "../questions/schema.ts"
import { placePictures } from "./pictures.ts"
import { COMMENTS_SHOWN, type PostRow } from "./queries.ts"

type Context = Pick<Seen, "place" | "thread" | "question"> & { askedBackId: string | null }

/**
 * Rows of a thread as one page of its answers, each with its first comments, and the first comments on the thread.
 * @param size of the page; rows hold one more answer where another page follows
 */
export function arrange(actor: Actor, context: Context, threadId: string, rows: PostRow[], size: number) {
  const comments = rows
    .filter(({ post }) => post.kind === "comment")
    .map((row) => commentView(actor, context, row))
  const under = (id: string) => firstOf(comments.filter((comment) => comment.parentId === id))
  const ranked = rows.flatMap(({ answer }) => answer ?? []).toSorted(byOrder)
  const { items, next } = page(ranked, size, cursorOf)
  const byId = new Map(rows.map((row) => [row.post.id, row]))
  const answers = items.flatMap(({ id }) => {
    const row = byId.get(id)
    return row ? [answerView(actor, context, row, under(id))] : []
  })
  return { answers, answersNext: next, ...under(threadId) }
}

/** What the department waits for is among them, wherever it stands. */
function firstOf(comments: Static<typeof CommentView>[]) {
  const { items, next } = page(comments, COMMENTS_SHOWN, ({ id }) => id)
  const waiting = comments.slice(COMMENTS_SHOWN).filter(({ asksBack }) => asksBack)
  return { comments: [...items, ...waiting], commentsNext: next }
}

function answerView(
  actor: Actor,
  context: Context,
  row: PostRow,
  below: Pick<Static<typeof AnswerView>, "comments" | "commentsNext">,
): Static<typeof AnswerView> {
  const { answer } = row
  const seen: Seen = { ...context, post: row.post, parent: null, answer }
  const may = mayReview(actor, seen)
  return {
    ...postView(actor, row),
    official: answer?.officialId ? { id: answer.officialId, name: row.official ?? "" } : null,
    legalStatusDate: answer?.legalStatusDate ?? null,
    reviewDate: answer?.reviewDate ?? null,
    needsReview: answer?.needsReviewSince != null,
    reviewReason: reviewReason(row),
    replacedById: answer?.replacedById ?? null,
    accepted: answer?.acceptedAt != null,
    reports: may ? row.reports.map(({ reason, at }) => ({ reason, at: new Date(at).toISOString() })) : [],
    ...below,
    can: {
      ...postRights(actor, seen),
      accept:
        mayAccept(actor, { ...seen, post: row.post }) &&
        row.post.withdrawnAt === null &&
        row.post.hiddenAt === null,
      comment: mayComment(actor, seen),
      review: may,
      report: mayReportOutdated(actor, seen),
    },
  }
}

function reviewReason({ answer, reports }: PostRow): Static<typeof AnswerView>["reviewReason"] {
  if (answer?.needsReviewSince == null) return null
  if (reports.length > 0) return "reported"
  return answer.reviewDate !== null && answer.reviewDate <= today() ? "due" : "newer-gone"
}

export function commentView(actor: Actor, context: Context, row: PostRow): Static<typeof CommentView> {
  // What it stands under is shown, or the comment would not be.
  const seen: Seen = { ...context, post: row.post, parent: null, answer: null }
  return {
    ...postView(actor, row),
    parentId: row.post.parentId ?? row.post.threadId,
    asksBack: context.askedBackId === row.post.id,
    can: postRights(actor, seen),
  }
}

export function postRights(actor: Actor, seen: Seen) {
  return {
    edit: mayEdit(actor, seen),
    withdraw: mayWithdraw(actor, seen),
    restore: mayRestore(actor, seen),
    moderate: mayModerate(actor, seen),
    show: mayShow(actor, seen),
    mark: mayMark(actor, seen),
  }
}

type ListedColumns = {
  authorId: string
  author: string
  authorDepartments: string[]
  createdAt: Date
  hiddenAt: Date | string | null
  withdrawnAt: Date | string | null
}

/** A thread's row as lists show it: who began it and when, and whether only its author still sees it. */
export function listedRow<Row extends ListedColumns>(actor: Actor, row: Row) {
  const { authorId, author, authorDepartments, createdAt, hiddenAt, withdrawnAt, ...rest } = row
  return {
    ...rest,
    author: {
      name: calledIn(actor.locale, author),
      departments: authorDepartments,
      isMe: authorId === actor.id,
    },
    createdAt: createdAt.toISOString(),
    hidden: hiddenAt !== null,
    withdrawn: withdrawnAt !== null,
  }
}

function postView(actor: Actor, row: PostRow) {
  const { post } = row
  const isAuthor = post.authorId === actor.id
  // A withdrawn post that others commented on keeps its place, without its text.
  const shown = post.withdrawnAt === null || isAuthor
  const attachments = shown ? row.files : []
  return {
    id: post.id,
    author: { name: calledIn(actor.locale, row.author), departments: row.authorDepartments, isMe: isAuthor },
    text: shown ? (post.text.body ?? "") : "",
    html: shown ? placePictures(post.html.body ?? "", attachments) : "",
    version: post.version,
    createdAt: post.createdAt.toISOString(),
    editedAt: post.editedAt?.toISOString() ?? null,
    withdrawn: post.withdrawnAt !== null,
    hidden: post.hiddenAt !== null,
    hiddenReason: post.hiddenReason,
    helpfulCount: row.helpfulCount,
    isHelpful: row.isHelpful,
    attachments,
  }
}
