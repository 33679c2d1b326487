import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { now } from "../../kernel/time.ts"
import { refuseUnaccepted } from "../../rules/index.ts"
import { index } from "../../search/index.ts"
import { indexSight, indexThread } from "../indexing.ts"
import { isCurrent, type Standing } from "../loading.ts"
import { settleMentions } from "../mentions/actions.ts"
import { accessPostForChange, mayMark, mayRestore, mayWithdraw } from "../policy.ts"
import { settleState } from "../questions/state.ts"
import {
  answers,
  attachments,
  type MarkKind,
  marks,
  POST_KINDS,
  type PostKind,
  type PostText,
  posts,
  postVersions,
  threads,
} from "../tables.ts"
import { tellAuthor } from "../telling.ts"
import { markCount } from "./queries.ts"
import { render } from "./rendering.ts"

type AttachmentUse = { id: string; alternative: string }
export type NewPost = {
  id: string
  kind: PostKind
  threadId: string
  parentId?: string
  text: PostText
  attachments?: AttachmentUse[]
}

/**
 * Inserts a post; Markdown is rendered here, once. Sections that are empty are left out. Whom it names is told. 403
 * `rules.not-accepted` for whoever has not accepted the rules of use yet.
 */
export async function insertPost(tx: Tx, actor: Actor, post: NewPost): Promise<void> {
  await refuseUnaccepted(tx, actor)
  const text = withoutEmpty(post.text)
  await tx.insert(posts).values({
    id: post.id,
    kind: post.kind,
    threadId: post.threadId,
    parentId: post.parentId ?? null,
    authorId: actor.id,
    text,
    html: render(text),
    createdAt: now(),
  })
  if (post.attachments && post.attachments.length > 0) await attach(tx, actor, post.id, post.attachments)
  await settleMentions(tx, actor, post.id, text)
  await index(tx, [post.id])
}

export type PostEdit = {
  /** The version that the person had before them. */
  version: number
  text: PostText
  title?: string
  attachments?: AttachmentUse[]
}

/**
 * Stores the former text and puts the new one in its place; 409 `post.changed` when somebody was faster, 403
 * `rules.not-accepted` as for a new post.
 */
export async function replaceText(tx: Tx, actor: Actor, standing: Standing, edit: PostEdit): Promise<void> {
  await refuseUnaccepted(tx, actor)
  const { post, thread, answer } = standing
  refuseStale(standing, edit.version)
  await tx.insert(postVersions).values({
    postId: post.id,
    version: post.version,
    title: post.id === thread.id ? thread.title : null,
    text: post.text,
    legalStatusDate: answer?.legalStatusDate ?? null,
    replacedAt: now(),
    replacedById: actor.id,
  })
  const text = withoutEmpty(edit.text)
  await tx
    .update(posts)
    .set({ text, html: render(text), version: post.version + 1, editedAt: now() })
    .where(eq(posts.id, post.id))
  await settleMentions(tx, actor, post.id, text)
  if (edit.title !== undefined) {
    await tx.update(threads).set({ title: edit.title }).where(eq(threads.id, thread.id))
    if (edit.title !== thread.title) await indexThread(tx, thread.id)
  }
  if (edit.attachments) await attach(tx, actor, post.id, edit.attachments)
}

/** The refusal brings the newer text along, so that both can be seen side by side. */
export function refuseStale({ post, thread }: Standing, version: number): void {
  if (post.version === version) return
  const title = post.id === thread.id ? thread.title : null
  throw new Refusal(409, "post.changed", undefined, {
    current: { version: post.version, title, text: post.text },
  })
}

export async function withdrawPost(db: Db, actor: Actor, id: string): Promise<void> {
  await setWithdrawn(db, actor, id, mayWithdraw, now())
}

export async function restorePost(db: Db, actor: Actor, id: string): Promise<void> {
  await setWithdrawn(db, actor, id, mayRestore, null)
}

async function setWithdrawn(
  db: Db,
  actor: Actor,
  id: string,
  may: typeof mayWithdraw,
  withdrawnAt: Date | null,
) {
  await transact(db, async (tx) => {
    const standing = await accessPostForChange(tx, actor, id, [...POST_KINDS], may)
    await tx.update(posts).set({ withdrawnAt }).where(eq(posts.id, id))
    await settleReplaced(tx, id)
    await indexSight(tx, standing)
    await settleThread(tx, standing)
  })
}

/**
 * An answer that had been replaced stands again when the newer one is withdrawn or hidden. Nobody looked after it
 * meanwhile, so it is to be reviewed, until the newer one is back.
 */
export async function settleReplaced(tx: Tx, answerId: string): Promise<void> {
  const needsReviewSince = sql`case when ${isCurrent} then coalesce(${answers.needsReviewSince}, ${now()}) end`
  const inQuestion = sql`${answers.questionId} = (select own.question_id from ${answers} own where own.id = ${answerId})`
  await tx
    .update(answers)
    .set({ needsReviewSince })
    .where(and(inQuestion, eq(answers.replacedById, answerId)))
  await tx
    .update(answers)
    .set({ gone: isGone })
    .where(and(inQuestion, or(eq(answers.id, answerId), eq(answers.replacedById, answerId))))
}

/** Of answers: what is replaced by one that stands, withdrawn or hidden. It stands behind all others. */
const isGone = sql`(not (${isCurrent}) or exists (select 1 from ${posts} own where own.id = answers.id
  and (own.withdrawn_at is not null or own.hidden_at is not null)))`

/**
 * After a post or what hangs on it came, went or changed: the question's state follows, the search takes up the post
 * and its question, and live pages hear of it.
 */
export async function settleThread(tx: Tx, standing: Standing) {
  const { post, thread, question } = standing
  if (question) await settleState(tx, thread.id)
  await index(tx, question && post.id !== thread.id ? [post.id, thread.id] : [post.id])
  touchThread(tx, standing)
}

/** Tells listeners alone, where nothing followed for what stood there before. */
export function touchThread(tx: Tx, { thread, place, question }: Standing): void {
  touch(tx, "thread", thread.id)
  if (question && place.responsibleId) touch(tx, "queue", place.responsibleId)
}

const MARKABLE: Record<MarkKind, PostKind[]> = {
  helpful: ["answer", "best-practice", "comment"],
  "same-question": ["question"],
  reused: ["best-practice"],
}

/** Sets or takes back a reader's own mark; doing it twice changes nothing. */
export async function setMark(
  db: Db,
  actor: Actor,
  postId: string,
  kind: MarkKind,
  marked: boolean,
): Promise<void> {
  await transact(db, async (tx) => {
    const standing = await accessPostForChange(tx, actor, postId, MARKABLE[kind], mayMark)
    const own = { postId, personId: actor.id, kind }
    if (marked) {
      const { rowCount } = await tx.insert(marks).values(own).onConflictDoNothing()
      if (kind === "reused" && rowCount) await tellAuthor(tx, actor, "forum.reused", standing)
    } else
      await tx
        .delete(marks)
        .where(and(eq(marks.postId, postId), eq(marks.personId, actor.id), eq(marks.kind, kind)))
    if (standing.answer) await countHelpful(tx, postId)
    touch(tx, "thread", standing.thread.id)
  })
}

/** Under the thread's lock, so that two marks at once are both counted. */
async function countHelpful(tx: Tx, answerId: string): Promise<void> {
  const helpfulCount = markCount("helpful", sql`answers.id`)
  await tx.update(answers).set({ helpfulCount }).where(eq(answers.id, answerId))
}

function withoutEmpty(text: PostText): PostText {
  return Object.fromEntries(Object.entries(text).filter(([, source]) => source.trim() !== ""))
}

/** Puts the uploader's files to the post, in full: those of the post that are not named are removed. */
async function attach(tx: Tx, actor: Actor, postId: string, uses: AttachmentUse[]): Promise<void> {
  const ids = uses.map((use) => use.id)
  if (ids.length > 0) {
    const usable = and(
      inArray(attachments.id, ids),
      isNull(attachments.removedAt),
      or(
        eq(attachments.postId, postId),
        and(isNull(attachments.postId), eq(attachments.uploaderId, actor.id)),
      ),
    )
    // Locked, so that neither another post takes them nor the nightly sweep removes them meanwhile.
    const found = await tx
      .select({ id: attachments.id })
      .from(attachments)
      .where(usable)
      .orderBy(asc(attachments.id))
      .for("update")
    if (found.length !== new Set(ids).size) throw new Refusal(422, "attachment.unknown", "attachments")
  }
  const former = await tx
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(eq(attachments.postId, postId), isNull(attachments.removedAt)))
  const gone = former.filter(({ id }) => !ids.includes(id)).map(({ id }) => id)
  if (gone.length > 0)
    await tx.update(attachments).set({ removedAt: now() }).where(inArray(attachments.id, gone))
  for (const [position, { id, alternative }] of uses.entries())
    await tx
      .update(attachments)
      .set({ postId, alternative: alternative.trim(), position })
      .where(eq(attachments.id, id))
}
