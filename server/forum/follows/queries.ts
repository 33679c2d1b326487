import { and, eq, isNotNull, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { byName } from "../../kernel/order.ts"
import type { Open } from "../../kernel/statements.ts"
import { askerOf, visibleTo } from "../policy.ts"
import { categories, posts, threads } from "../tables.ts"
import type { FollowedView } from "./schema.ts"
import { follows, type Level, tagKey } from "./tables.ts"

/** How the asker follows the thread of the outer row; null where they do not. */
export const followingOf = (asker: Open<string>) =>
  sql<Level | null>`(select f.level from ${follows} f where f.thread_id = threads.id and f.person_id = ${asker})`

/** How the person follows a category, null where they do not. */
export async function findFollowing(reader: Reader, actor: Actor, categoryId: string): Promise<Level | null> {
  const [found] = await reader
    .select({ level: follows.level })
    .from(follows)
    .where(and(eq(follows.categoryId, categoryId), eq(follows.personId, actor.id)))
  return found?.level ?? null
}

/** The same of a tag. */
export async function findTagFollowing(reader: Reader, actor: Actor, tag: string): Promise<Level | null> {
  const [found] = await reader
    .select({ level: follows.level })
    .from(follows)
    .where(and(eq(follows.personId, actor.id), isOfTag(tag)))
  return found?.level ?? null
}

export const isOfTag = (tag: string) =>
  sql`${tagKey(sql`${follows.tag}`)} = ${tagKey(sql`${tag.trim()}::text`)}`

/** All that the person follows or muted and may see now: categories first, then tags, then threads, the latest first. */
export async function listFollowed(reader: Reader, actor: Actor): Promise<FollowedView[]> {
  const asker = askerOf(actor)
  const mine = eq(follows.personId, actor.id)
  const visible = visibleTo({ id: asker.asker, departments: asker.departments })
  const [places, tags, read] = await Promise.all([
    reader
      .select({ id: categories.id, name: categories.name, level: follows.level })
      .from(follows)
      .innerJoin(categories, eq(categories.id, follows.categoryId))
      .where(and(mine, visible))
      .orderBy(byName(categories.name)),
    reader
      .select({ id: follows.id, name: follows.tag, level: follows.level })
      .from(follows)
      .where(and(mine, isNotNull(follows.tag)))
      .orderBy(byName(follows.tag))
      .limit(MOST_LISTED),
    reader
      .select({ id: threads.id, kind: threads.kind, name: threads.title, level: follows.level })
      .from(follows)
      .innerJoin(threads, eq(threads.id, follows.threadId))
      .innerJoin(
        posts,
        and(eq(posts.id, threads.id), sql`${posts.hiddenAt} is null and ${posts.withdrawnAt} is null`),
      )
      .innerJoin(categories, eq(categories.id, threads.categoryId))
      .where(and(mine, visible))
      .orderBy(sql`${follows.id} desc`)
      .limit(MOST_LISTED),
  ])
  return [
    ...places.map((place) => ({ ...place, kind: "category" as const })),
    ...tags.map(({ name, ...tag }) => ({ ...tag, name: name ?? "", kind: "tag" as const })),
    ...read,
  ]
}

/** Of threads the latest; nobody looks through more. */
const MOST_LISTED = 200
