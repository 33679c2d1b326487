import { and, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { now } from "../../kernel/time.ts"
import { indexSight, indexWithout } from "../indexing.ts"
import type { Standing } from "../loading.ts"
import { accessPost, mayModerate, mayShow } from "../policy.ts"
import { render, settleReplaced, settleThread } from "../posts/actions.ts"
import {
  attachments,
  outdatedReports,
  POST_KINDS,
  type PostText,
  posts,
  postVersions,
  questionMoves,
  threads,
} from "../tables.ts"
import { blackOut } from "./redact.ts"

/** Takes a post out of everybody's sight at once; the author sees it, with the reason. */
export async function hidePost(db: Db, actor: Actor, id: string, reason: string): Promise<void> {
  await transact(db, async (tx) => {
    const standing = await accessPost(tx, actor, id, [...POST_KINDS], mayModerate)
    if (standing.post.hiddenAt) throw new Refusal(409, "post.hidden")
    await tx
      .update(posts)
      .set({ hiddenAt: now(), hiddenById: actor.id, hiddenReason: reason.trim() })
      .where(eq(posts.id, id))
    await settleReplaced(tx, id)
    await indexSight(tx, standing)
    await audit(tx, actor, { action: "post.hide", subjectType: standing.post.kind, subjectId: id })
    await settleThread(tx, standing)
  })
}

/** Shows a hidden post again. An author cannot undo what somebody else hid. */
export async function showPost(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const standing = await accessPost(tx, actor, id, [...POST_KINDS], mayModerate)
    if (!standing.post.hiddenAt) throw new Refusal(409, "post.not-hidden")
    if (!mayShow(actor, standing)) throw new Refusal(403, "post.hidden-by-others")
    await tx
      .update(posts)
      .set({ hiddenAt: null, hiddenById: null, hiddenReason: null })
      .where(eq(posts.id, id))
    await settleReplaced(tx, id)
    await indexSight(tx, standing)
    await audit(tx, actor, { action: "post.show", subjectType: standing.post.kind, subjectId: id })
    await settleThread(tx, standing)
  })
}

/**
 * Blacks words out wherever the post has them: text, every stored version, title, tags, attachments' names and
 * descriptions, reports and notes that belong to it. Jobs and waiting mails hold ids only and are composed from
 * what is stored then. The version is raised, so that an edit begun before cannot bring the words back.
 * @returns how many places were blacked out; 422 when there was none
 */
export async function redactPost(
  db: Db,
  actor: Actor,
  id: string,
  words: string[],
): Promise<{ places: number }> {
  return transact(db, async (tx) => {
    const standing = await accessPost(tx, actor, id, [...POST_KINDS], mayModerate)
    const counter = { places: 0 }
    const redact = (text: string) => {
      const { text: blackened, places } = blackOut(text, words)
      counter.places += places
      return blackened
    }
    await redactTexts(tx, standing, redact)
    await redactAttachments(tx, id, redact)
    await redactNotes(tx, standing, redact)
    await indexWithout(tx, [id])
    if (counter.places === 0) throw new Refusal(422, "redaction.not-found", "words")
    // The log says that and where, never which words.
    await audit(tx, actor, {
      action: "post.redact",
      subjectType: standing.post.kind,
      subjectId: id,
      detail: { ...counter },
    })
    await settleThread(tx, standing)
    return counter
  })
}

type Redact = (text: string) => string

const redactAll = (text: PostText, redact: Redact): PostText =>
  Object.fromEntries(Object.entries(text).map(([section, source]) => [section, redact(source)]))

async function redactTexts(tx: Tx, { post, thread }: Standing, redact: Redact): Promise<void> {
  const text = redactAll(post.text, redact)
  const hiddenReason = post.hiddenReason === null ? null : redact(post.hiddenReason)
  await tx
    .update(posts)
    .set({ text, html: render(text), hiddenReason, version: post.version + 1 })
    .where(eq(posts.id, post.id))
  if (post.id === thread.id) await redactThread(tx, thread, redact)
  for (const version of await tx.select().from(postVersions).where(eq(postVersions.postId, post.id)))
    await tx
      .update(postVersions)
      .set({
        text: redactAll(version.text, redact),
        title: version.title === null ? null : redact(version.title),
      })
      .where(and(eq(postVersions.postId, post.id), eq(postVersions.version, version.version)))
}

async function redactThread(tx: Tx, thread: Standing["thread"], redact: Redact): Promise<void> {
  const title = redact(thread.title)
  await tx
    .update(threads)
    .set({ title, tags: thread.tags.map(redact) })
    .where(eq(threads.id, thread.id))
  if (title === thread.title) return
  // Every post of the thread is found by its title.
  const rows = await tx.select({ id: posts.id }).from(posts).where(eq(posts.threadId, thread.id))
  await indexWithout(
    tx,
    rows.map((row) => row.id),
  )
}

async function redactAttachments(tx: Tx, postId: string, redact: Redact): Promise<void> {
  for (const { id, name, alternative } of await tx
    .select()
    .from(attachments)
    .where(eq(attachments.postId, postId)))
    await tx
      .update(attachments)
      .set({ name: redact(name), alternative: redact(alternative) })
      .where(eq(attachments.id, id))
}

async function redactNotes(tx: Tx, { post }: Standing, redact: Redact): Promise<void> {
  for (const { id, reason } of await tx
    .select()
    .from(outdatedReports)
    .where(eq(outdatedReports.answerId, post.id)))
    await tx
      .update(outdatedReports)
      .set({ reason: redact(reason) })
      .where(eq(outdatedReports.id, id))
  for (const { id, note } of await tx
    .select()
    .from(questionMoves)
    .where(eq(questionMoves.questionId, post.id)))
    await tx
      .update(questionMoves)
      .set({ note: redact(note) })
      .where(eq(questionMoves.id, id))
}
