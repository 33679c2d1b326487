import { type SQL, sql } from "drizzle-orm"
import type { Tx } from "../../kernel/database.ts"
import { tellInbox } from "../../notifications/index.ts"
import { readersAmong } from "../inbox.ts"
import { mentions } from "../mentions/tables.ts"
import { categories, posts, threads } from "../tables.ts"
import { follows, type Level, tagKey } from "./tables.ts"

/** What is new, and with which levels somebody hears of it. */
const HEARD = {
  question: ["all", "questions"],
  "best-practice": ["all"],
  answer: ["all"],
  official: ["all", "official"],
  comment: ["all"],
} satisfies Record<string, Level[]>

export type News = { kind: keyof typeof HEARD; postId: string; threadId: string; authorId: string }

/**
 * Tells everybody who follows the thread, one of its tags, its category or the one above of something new in it.
 * @param others people who are told already
 */
export async function tellFollowers(tx: Tx, news: News, others: string[] = []): Promise<void> {
  const { rows } = await tx.execute<{ id: string }>(followersOf(news, others))
  await tellAsFollowers(
    tx,
    news,
    rows.map(({ id }) => id),
  )
}

export async function tellAsFollowers(
  tx: Tx,
  { postId, threadId }: News,
  followerIds: string[],
): Promise<void> {
  const readers = await readersAmong(tx, postId, followerIds)
  await tellInbox(tx, { notice: "forum.followed", subjectId: postId, groupId: threadId }, readers)
}

/**
 * The statement that finds their ids. Whoever muted one of these is not told, nor is whom the post mentions, and comments
 * are told to those who follow the thread itself.
 */
export const followersOf = ({ kind, postId, threadId, authorId }: News, others: string[] = []): SQL => sql`
    with place as materialized (${placeOf(threadId)})
    , around as (
      select person_id, level from ${follows} where category_id in (select id from place union select parent_id from place)
      union all
      select person_id, level from ${follows} where ${hasTagOfPlace}
    )
    , concerned as (
      select person_id, level from ${follows} where thread_id = ${threadId}
      union all
      select person_id, case when ${kind === "comment"} and level <> 'muted' then null else level end from around
    )
    select person_id as id from concerned
    where person_id <> ${authorId} and person_id <> all(${sql.param(others)}::uuid[])
      and not exists (select 1 from ${mentions} m where m.post_id = ${postId} and m.person_id = concerned.person_id)
    group by person_id
    having bool_or(level = any(${sql.param(HEARD[kind])}::text[])) and not coalesce(bool_or(level = 'muted'), false)`

/** Of these people those who have not muted the thread, its category or one of its tags. */
export async function withoutMuted(tx: Tx, threadId: string, personIds: string[]): Promise<string[]> {
  if (personIds.length === 0) return []
  const { rows } = await tx.execute<{ id: string }>(sql`
    with place as materialized (${placeOf(threadId)})
    select person_id as id from ${follows} where person_id = any(${sql.param(personIds)}::uuid[]) and ${mutesPlace(threadId)}`)
  const muted = new Set(rows.map(({ id }) => id))
  return personIds.filter((id) => !muted.has(id))
}

/** Of rows of `follows`, where `place` is what `placeOf` finds: that this thread is muted, or something that it belongs to. */
export const mutesPlace = (threadId: string): SQL => sql`level = 'muted' and (thread_id = ${threadId}
  or category_id in (select id from place union select parent_id from place) or ${hasTagOfPlace})`

/** The category of a thread with the one above, and its tags: those of a withdrawn question are its author's alone. */
export const placeOf = (threadId: string) => sql`
  select c.id, c.parent_id, case when asked.withdrawn_at is null then t.tags else '{}' end as tags
  from ${threads} t join ${categories} c on c.id = t.category_id join ${posts} asked on asked.id = t.id
  where t.id = ${threadId}`
const hasTagOfPlace = sql`(tag is not null and ${tagKey(sql`tag`)} in
  (select ${tagKey(sql`own.tag`)} from place, unnest(place.tags) as own(tag)))`
