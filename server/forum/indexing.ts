import { and, eq, or, sql } from "drizzle-orm"
import type { Tx } from "../kernel/database.ts"
import { index, indexSelected, remove } from "../search/index.ts"
import { type Standing, selectStandings } from "./loading.ts"
import { isFindable } from "./policy.ts"
import { posts, questions, threads } from "./tables.ts"

/** After something changed that every post of the thread is found by: its title, its department. */
export async function indexThread(tx: Tx, threadId: string): Promise<void> {
  await indexSelected(tx, sql`select id from ${posts} where thread_id = ${threadId}`)
}

/**
 * After a post came into sight or went out of it, with whatever stands or falls with it: the whole thread, or comments.
 * (An answer that it replaced is outdated before and after.) What is gone from sight is gone from every index at once.
 */
export async function indexSight(tx: Tx, { post, thread }: Standing): Promise<void> {
  // A withdrawn question stays for the sake of its answers, so each of them decides on all.
  const takesAll = post.id === thread.id || thread.withdrawnAt !== null
  const withComments = or(eq(posts.id, post.id), eq(posts.parentId, post.id))
  const rows = await selectStandings(tx, {}).where(
    and(eq(posts.threadId, thread.id), takesAll ? undefined : withComments),
  )
  const idsOf = (some: typeof rows) => some.map((row) => row.post.id)
  await remove(tx, idsOf(rows.filter((row) => !isFindable(row))))
  await index(tx, idsOf(rows.filter(isFindable)))
}

/** After words were taken out that nobody may find any more: the posts are gone until an index has them anew. */
export async function indexWithout(tx: Tx, ids: string[]): Promise<void> {
  await remove(tx, ids)
  await index(tx, ids)
}

/**
 * After a category came to another department. A category may hold a hundred thousand posts, so they are noted where
 * they are. What is being written meanwhile would be overlooked: it is waited for, and waits.
 */
export async function indexCategories(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.execute(sql`lock table ${posts} in share mode`)
  const within = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  await indexSelected(
    tx,
    sql`select p.id from ${posts} p join ${threads} t on t.id = p.thread_id left join ${questions} q on q.id = t.id
      where t.category_id in (${within}) and q.passed_to_id is null`,
  )
}
