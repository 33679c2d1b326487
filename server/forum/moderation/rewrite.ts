import { and, eq } from "drizzle-orm"
import type { Tx } from "../../kernel/database.ts"
import { showMarkdown } from "../../kernel/markdown.ts"
import { indexWithout } from "../indexing.ts"
import type { Standing } from "../loading.ts"
import { mentions } from "../mentions/tables.ts"
import {
  attachments,
  outdatedReports,
  type PostText,
  posts,
  postVersions,
  questionMoves,
  threads,
} from "../tables.ts"
import type { Format } from "./reading.ts"
import type { Place } from "./texts.ts"

export type Rewrite = (place: Place, source: string, format: Format) => string

/**
 * Writes every text anew that is stored with a post. Jobs and waiting mails hold ids only and are composed from what is
 * stored then. The version is raised, so that an edit begun before cannot bring back what was taken out.
 */
export async function rewritePost(tx: Tx, standing: Standing, rewrite: Rewrite): Promise<void> {
  const { post, thread } = standing
  const text = rewriteAll(post.text, "text", rewrite)
  const hiddenReason = post.hiddenReason === null ? null : rewrite("notes", post.hiddenReason, "plain")
  await tx
    .update(posts)
    .set({ text, html: show(text), hiddenReason, version: post.version + 1 })
    .where(eq(posts.id, post.id))
  // Who was told of the post stays known, by id.
  await tx.update(mentions).set({ name: "" }).where(eq(mentions.postId, post.id))
  if (post.id === thread.id) await rewriteThread(tx, thread, rewrite)
  await rewriteVersions(tx, post.id, rewrite)
  await rewriteAttachments(tx, post.id, rewrite)
  await rewriteNotes(tx, post.id, rewrite)
  await indexWithout(tx, [post.id])
}

/** A text of long ago may hold what would be refused today: that must not keep a name in it. */
const show = (text: PostText): PostText =>
  Object.fromEntries(Object.entries(text).map(([section, source]) => [section, showMarkdown(source)]))

const rewriteAll = (text: PostText, place: Place, rewrite: Rewrite): PostText =>
  Object.fromEntries(
    Object.entries(text).map(([section, source]) => [section, rewrite(place, source, "markdown")]),
  )

async function rewriteThread(tx: Tx, thread: Standing["thread"], rewrite: Rewrite): Promise<void> {
  const title = rewrite("title", thread.title, "plain")
  const tags = [...new Set(thread.tags.map((tag) => rewrite("tags", tag, "plain")))]
  await tx.update(threads).set({ title, tags }).where(eq(threads.id, thread.id))
  if (title === thread.title) return
  // Every post of the thread is found by its title.
  const rows = await tx.select({ id: posts.id }).from(posts).where(eq(posts.threadId, thread.id))
  await indexWithout(
    tx,
    rows.map((row) => row.id),
  )
}

async function rewriteVersions(tx: Tx, postId: string, rewrite: Rewrite): Promise<void> {
  for (const version of await tx.select().from(postVersions).where(eq(postVersions.postId, postId)))
    await tx
      .update(postVersions)
      .set({
        text: rewriteAll(version.text, "versions", rewrite),
        title: version.title === null ? null : rewrite("versions", version.title, "plain"),
      })
      .where(and(eq(postVersions.postId, postId), eq(postVersions.version, version.version)))
}

async function rewriteAttachments(tx: Tx, postId: string, rewrite: Rewrite): Promise<void> {
  for (const { id, name, alternative } of await tx
    .select()
    .from(attachments)
    .where(eq(attachments.postId, postId)))
    await tx
      .update(attachments)
      .set({
        name: rewrite("attachments", name, "plain"),
        alternative: rewrite("attachments", alternative, "plain"),
      })
      .where(eq(attachments.id, id))
}

async function rewriteNotes(tx: Tx, postId: string, rewrite: Rewrite): Promise<void> {
  for (const { id, reason } of await tx
    .select()
    .from(outdatedReports)
    .where(eq(outdatedReports.answerId, postId)))
    await tx
      .update(outdatedReports)
      .set({ reason: rewrite("notes", reason, "plain") })
      .where(eq(outdatedReports.id, id))
  for (const { id, note } of await tx
    .select()
    .from(questionMoves)
    .where(eq(questionMoves.questionId, postId)))
    await tx
      .update(questionMoves)
      .set({ note: rewrite("notes", note, "plain") })
      .where(eq(questionMoves.id, id))
}
