import { and, eq, inArray, isNull, sql } from "drizzle-orm"
import type { LeavingPart } from "../../accounts/index.ts"
import { type Db, type Reader, type Tx, transact } from "../../kernel/database.ts"
import { deleteFiles } from "../attachments/actions.ts"
import { indexWithout } from "../indexing.ts"
import { markCount } from "../posts/queries.ts"
import { returnTaken } from "../questions/returning.ts"
import { answers, attachments, marks, posts, threads } from "../tables.ts"
import { emptyPosts, isFilled } from "./emptying.ts"

export const forumLeaving: LeavingPart = {
  async leave({ db, files }, leaver) {
    await returnTaken(db, leaver.id)
    await takeMarksBack(db, leaver.id)
    await deleteFiles(db, files, await looseOf(db, leaver.id))
    if (leaver.posts === "go") await emptyPosts({ db, files }, ofPerson(leaver.id))
  },

  async rewritten(tx, table, ids) {
    if (table === "posts") {
      // An edit that was begun before must not bring the name back.
      await tx
        .update(posts)
        .set({ version: sql`${posts.version} + 1` })
        .where(inArray(posts.id, ids))
      await indexWithout(tx, ids)
    }
    const found = await postsWith(tx, table, ids)
    if (found.length > 0) await indexWithout(tx, found)
  },

  async isKept(reader, personId, threadIds) {
    if (threadIds.length === 0) return false
    const own = and(eq(posts.authorId, personId), inArray(posts.threadId, threadIds))
    return (await reader.$count(posts, own)) > 0
  },
}

/** What the person wrote and is theirs: an official answer is its department's. */
const ofPerson = (personId: string) => sql`${posts.authorId} = ${personId} and ${isFilled}
  and not exists (select 1 from ${answers} given where given.id = ${posts.id} and given.official_id is not null)`

/** What stands beside answers is counted anew. */
async function takeMarksBack(db: Db, personId: string): Promise<void> {
  await transact(db, async (tx) => {
    const gone = await tx
      .delete(marks)
      .where(eq(marks.personId, personId))
      .returning({ postId: marks.postId })
    if (gone.length === 0) return
    await tx
      .update(answers)
      .set({ helpfulCount: markCount("helpful", sql`answers.id`) })
      .where(
        inArray(
          answers.id,
          gone.map(({ postId }) => postId),
        ),
      )
  })
}

async function looseOf(reader: Reader, personId: string): Promise<string[]> {
  const rows = await reader
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(eq(attachments.uploaderId, personId), isNull(attachments.postId)))
  return rows.map(({ id }) => id)
}

/** Posts that are found by what stands in these rows: the title of their thread, the name of a file. */
async function postsWith(tx: Tx, table: string, ids: string[]): Promise<string[]> {
  if (table === "threads") {
    const rows = await tx.select({ id: posts.id }).from(posts).where(inArray(posts.threadId, ids))
    return rows.map(({ id }) => id)
  }
  if (table !== "attachments") return []
  const rows = await tx
    .selectDistinct({ id: attachments.postId })
    .from(attachments)
    .where(inArray(attachments.id, ids))
  return rows.flatMap(({ id }) => id ?? [])
}

/** Whether a thread is there, for an administrator who may not read it. */
export const threadExists = async (reader: Reader, id: string): Promise<boolean> =>
  (await reader.$count(threads, eq(threads.id, id))) > 0

/** Ids of everything that stands in these threads, their first posts among it. */
export async function postsIn(reader: Reader, threadIds: string[]): Promise<string[]> {
  if (threadIds.length === 0) return []
  const rows = await reader.select({ id: posts.id }).from(posts).where(inArray(posts.threadId, threadIds))
  return rows.map(({ id }) => id)
}
