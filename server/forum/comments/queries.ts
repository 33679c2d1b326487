import { sql } from "drizzle-orm"
import type { Static } from "typebox"
import type { Actor } from "../../kernel/actor.ts"
import { page, type Reader } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { loadStanding } from "../loading.ts"
import { maySeePost } from "../policy.ts"
import { listUnder } from "../posts/queries.ts"
import { commentView } from "../posts/views.ts"
import type { CommentView } from "../questions/schema.ts"

/** The comments under a post that the actor sees, oldest first; `after` is the last id of the page before. */
export async function listComments(
  reader: Reader,
  actor: Actor,
  parentId: string,
  after: string | undefined,
  size = 20,
): Promise<{ items: Static<typeof CommentView>[]; next: string | null }> {
  const above = await loadStanding(reader, parentId)
  if (!above || above.post.kind === "comment" || !maySeePost(actor, above)) throw notFound()
  const rows = await listUnder(reader, actor, parentId, above.place, after, size + 1)
  const context = { ...above, askedBackId: above.question?.askedBackId ?? null }
  const { items, next } = page(rows, size, ({ post }) => post.id)
  return { items: items.map((row) => commentView(actor, context, row)), next }
}

/**
 * Which page of the comments under a post holds this one, when pages of `size` follow each other from the first.
 * @returns what is handed on as `after`; undefined for the first page, and for a comment that is not there
 */
export async function pageWithComment(
  reader: Reader,
  parentId: string,
  commentId: string,
  size: number,
): Promise<string | undefined> {
  const { rows } = await reader.execute<{ id: string }>(sql`with before as (
      select id, row_number() over (order by id) as number from posts
      where parent_id = ${parentId}::uuid and id < ${commentId}::uuid)
    select id from before where number = (select max(number) from before) / ${size}::int * ${size}::int`)
  return rows[0]?.id
}
