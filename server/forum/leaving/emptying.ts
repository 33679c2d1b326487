import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm"
import { type Db, FIRST_ID, transact } from "../../kernel/database.ts"
import type { FileStore } from "../../kernel/files.ts"
import { now } from "../../kernel/time.ts"
import { deleteFiles } from "../attachments/actions.ts"
import { indexSight } from "../indexing.ts"
import { loadStanding, lockThreadOf } from "../loading.ts"
import { mentions } from "../mentions/tables.ts"
import { settleReplaced, settleThread } from "../posts/actions.ts"
import { attachments, posts, postVersions, threads } from "../tables.ts"

/** There is still something in it. */
export const isFilled = sql`${posts.text} <> '{}'::jsonb`

const BATCH = 100
/** What is left of a title. */
const NO_TITLE = "…"

/**
 * Takes out everything that stands in these posts: text, former versions, files, and of a thread its title and tags. The
 * place stays, withdrawn, for the sake of what others wrote below it. A post at a time, so that nobody waits for long.
 * @param which of posts; true only of those that are still filled
 */
export async function emptyPosts({ db, files }: { db: Db; files: FileStore }, which: SQL): Promise<void> {
  let last = FIRST_ID
  for (;;) {
    const found = await db
      .select({ id: posts.id })
      .from(posts)
      .where(and(gt(posts.id, last), which))
      .orderBy(asc(posts.id))
      .limit(BATCH)
    for (const { id } of found) await deleteFiles(db, files, await emptyPost(db, id))
    if (found.length < BATCH) return
    last = found.at(-1)?.id ?? last
  }
}

/** @returns the files that nobody reaches any more */
function emptyPost(db: Db, id: string): Promise<string[]> {
  return transact(db, async (tx) => {
    await lockThreadOf(tx, id)
    const standing = await loadStanding(tx, id)
    if (!standing) return []
    const { post, thread } = standing
    await tx
      .update(posts)
      .set({
        text: {},
        html: {},
        hiddenReason: null,
        withdrawnAt: post.withdrawnAt ?? now(),
        version: post.version + 1,
      })
      .where(eq(posts.id, id))
    await tx.delete(postVersions).where(eq(postVersions.postId, id))
    await tx.delete(mentions).where(eq(mentions.postId, id))
    if (thread.id === id)
      await tx.update(threads).set({ title: NO_TITLE, tags: [] }).where(eq(threads.id, id))
    await settleReplaced(tx, id)
    await indexSight(tx, standing)
    await settleThread(tx, standing)
    const gone = await tx
      .update(attachments)
      .set({ removedAt: now() })
      .where(eq(attachments.postId, id))
      .returning({ id: attachments.id })
    return gone.map((file) => file.id)
  })
}
