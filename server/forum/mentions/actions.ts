import { eq, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Tx } from "../../kernel/database.ts"
import type { TakeApart } from "../../kernel/markdown.ts"
import { tellInbox } from "../../notifications/index.ts"
import { withoutMuted } from "../follows/telling.ts"
import { listAskers } from "../inbox.ts"
import { loadStanding } from "../loading.ts"
import { render } from "../posts/rendering.ts"
import { type PostText, posts } from "../tables.ts"
import { tailsIn, takeApartAt } from "./names.ts"
import { findNamed, type Named } from "./queries.ts"
import { mentions } from "./tables.ts"

/** So many of a post are told; whoever names more writes to everybody, and has announcements for that. */
const MOST_NAMED = 20

/**
 * Marks in the HTML of a post whom its text names, and tells those of them who may see it: each once, however often the
 * post is edited. Nothing at all happens with other names, so that nobody learns who there is beyond their own readers.
 */
export async function settleMentions(tx: Tx, actor: Actor, postId: string, text: PostText): Promise<void> {
  if (!Object.values(text).some((source) => source.includes("@"))) return
  const tails = tailsOf(text)
  if (tails.length === 0) return
  const standing = await loadStanding(tx, postId)
  if (!standing) return
  const named = (await findNamed(tx, standing, tails)).slice(0, MOST_NAMED)
  if (named.length === 0) return
  const html = render(text, takeApartAt(named.map(({ name }) => name)))
  await tx.update(posts).set({ html }).where(eq(posts.id, postId))
  const { post, thread } = standing
  // Whoever waits for an answer is told of every answer.
  const informed = post.kind === "answer" ? await listAskers(tx, thread.id) : []
  const others = (await keep(tx, postId, named)).filter((id) => id !== actor.id && !informed.includes(id))
  const listening = await withoutMuted(tx, thread.id, others)
  await tellInbox(tx, { notice: "forum.mentioned", subjectId: postId, groupId: thread.id }, listening)
}

/** As they are rendered: what stands in code names nobody. */
function tailsOf(text: PostText): string[] {
  const tails: string[] = []
  const collect: TakeApart = (part) => {
    tails.push(...tailsIn(part))
    return [{ text: part, isMention: false }]
  }
  render(text, collect)
  return tails
}

/** @returns whom the post has not named before */
async function keep(tx: Tx, postId: string, named: Named[]): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string; is_new: boolean }>(sql`
    insert into ${mentions} (post_id, person_id, name)
    select ${postId}::uuid, named.id, named.name
    from unnest(${sql.param(named.map(({ personId }) => personId))}::uuid[],
      ${sql.param(named.map(({ name }) => name))}::text[]) as named(id, name)
    on conflict (post_id, person_id) do update set name = excluded.name
    returning person_id as id, xmax = 0 as is_new`)
  return rows.filter((row) => row.is_new).map(({ id }) => id)
}
