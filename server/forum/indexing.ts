import { and, eq, or, type SQL, sql } from "drizzle-orm"
import { firstIdAt, type Tx } from "../kernel/database.ts"
import { MINUTE, now } from "../kernel/time.ts"
import { index, indexSelected, remove } from "../search/index.ts"
import { type Standing, selectStandings } from "./loading.ts"
import { isFindable } from "./policy.ts"
import { posts, threads } from "./tables.ts"

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
  // What stays of a withdrawn question was found by its title, too: gone at once, and there again without it.
  const loses = (row: (typeof rows)[number]) => !isFindable(row) || row.thread.withdrawnAt !== null
  await remove(tx, idsOf(rows.filter(loses)))
  await index(tx, idsOf(rows.filter(isFindable)))
}

/** After words were taken out that nobody may find any more: the posts are gone until an index has them anew. */
export async function indexWithout(tx: Tx, ids: string[]): Promise<void> {
  await remove(tx, ids)
  await index(tx, ids)
}

/**
 * After categories came to another department; the last thing that a transaction does. A category may hold a hundred
 * thousand posts, so they are noted where they are, and nobody waits for that. What was being written meanwhile would be
 * overlooked, so a moment's lock waits for it, and only what is as new is noted again.
 */
export async function indexCategories(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const before = firstIdAt(new Date(now().getTime() - 5 * MINUTE))
  await indexSelected(tx, listIn(ids))
  await tx.execute(sql`lock table ${posts} in share mode`)
  await indexSelected(tx, sql`${listIn(ids)} and p.id > ${before}`)
}

/** Those of questions that were passed on too: one may be coming back at this moment. */
function listIn(categoryIds: string[]): SQL {
  const uuids = sql.join(
    categoryIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  return sql`select p.id from ${posts} p join ${threads} t on t.id = p.thread_id where t.category_id in (${uuids})`
}
