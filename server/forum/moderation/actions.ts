import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { now } from "../../kernel/time.ts"
import { indexSight } from "../indexing.ts"
import { accessPostForChange, mayModerate, mayShow } from "../policy.ts"
import { settleReplaced, settleThread } from "../posts/actions.ts"
import { POST_KINDS, posts } from "../tables.ts"
import { tellAuthor } from "../telling.ts"

/** Takes a post out of everybody's sight at once; the author sees it, with the reason. */
export async function hidePost(db: Db, actor: Actor, id: string, reason: string): Promise<void> {
  await transact(db, async (tx) => {
    const standing = await accessPostForChange(tx, actor, id, [...POST_KINDS], mayModerate)
    if (standing.post.hiddenAt) throw new Refusal(409, "post.hidden")
    await tx
      .update(posts)
      .set({ hiddenAt: now(), hiddenById: actor.id, hiddenReason: reason.trim() })
      .where(eq(posts.id, id))
    await settleReplaced(tx, id)
    await indexSight(tx, standing)
    await audit(tx, actor, { action: "post.hide", subjectType: standing.post.kind, subjectId: id })
    await settleThread(tx, standing)
    await tellAuthor(tx, actor, "forum.hidden", standing)
  })
}

/** Shows a hidden post again. An author cannot undo what somebody else hid. */
export async function showPost(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const standing = await accessPostForChange(tx, actor, id, [...POST_KINDS], mayModerate)
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
