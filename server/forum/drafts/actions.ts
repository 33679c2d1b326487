import { and, eq, lt } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { DAY, now } from "../../kernel/time.ts"
import type { Target, Written } from "./schema.ts"
import { postDrafts } from "./tables.ts"
import { writePost } from "./writing.ts"

/** So long a draft waits for its author. */
export const DRAFT_DAYS = 14

/** Keeps what somebody wrote until they have looked through it. @returns the draft's id */
export async function keepDraft(tx: Tx, actor: Actor, target: Target, written: Written): Promise<string> {
  const id = newId()
  await tx.insert(postDrafts).values({
    id,
    personId: actor.id,
    kind: target.kind,
    categoryId: target.kind === "question" ? target.categoryId : null,
    postId: target.kind === "question" ? null : target.postId,
    title: written.title,
    body: written.body,
    attachmentIds: written.attachments.map((file) => file.id),
    createdAt: now(),
  })
  return id
}

/** The draft becomes a post and is a draft no longer: both or neither. */
export async function publishDraft(
  db: Db,
  actor: Actor,
  id: string,
  target: Target,
  written: Written & { tags?: string[]; wantedBy?: string | null },
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    await takeOwn(tx, actor, id)
    return writePost(tx, actor, target, written)
  })
}

export const discardDraft = (db: Db, actor: Actor, id: string): Promise<void> =>
  transact(db, (tx) => takeOwn(tx, actor, id))

/** Deletes what nobody published; its files go with the next sweep of those that no post has. */
export async function sweepDrafts(db: Db): Promise<void> {
  const oldest = new Date(now().getTime() - DRAFT_DAYS * DAY)
  await db.delete(postDrafts).where(lt(postDrafts.createdAt, oldest))
}

/** Of two who publish it at once the second finds none. */
async function takeOwn(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { rowCount } = await tx
    .delete(postDrafts)
    .where(and(eq(postDrafts.id, id), eq(postDrafts.personId, actor.id)))
  if (rowCount === 0) throw notFound()
}
