import { and, asc, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import { type Actor, has } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { answerColumns, loadStanding, type Place, type Standing } from "../loading.ts"
import { isSpecialistFor, maySeePost, queueDepartments } from "../policy.ts"
import { answers, attachments, outdatedReports, posts } from "../tables.ts"

/** Short names of the departments that the author of a post belongs to. `people` has to be in the select. */
export const authorDepartments = sql<string[]>`array(select d.short_name from memberships m
  join departments d on d.id = m.department_id where m.person_id = people.id order by d.short_name collate german_order)`

export const markCount = (kind: string, postId: SQL) =>
  sql<number>`(select count(*)::int from marks k where k.post_id = ${postId} and k.kind = ${kind})`
export const isMarked = (kind: string, postId: SQL, actor: Actor) =>
  sql<boolean>`exists (select 1 from marks k where k.post_id = ${postId} and k.kind = ${kind} and k.person_id = ${actor.id})`

/**
 * Answers and comments of a thread, oldest first, in one round trip. What is hidden or withdrawn comes along only
 * for who may see it: the author, who answers here, an administrator.
 * @param place of the thread, which the actor sees
 */
export async function listPosts(
  reader: Reader,
  actor: Actor,
  threadId: string,
  place: Pick<Place, "responsibleId">,
) {
  const seesHidden =
    isSpecialistFor(actor, place) || has(actor, "admin")
      ? undefined
      : and(or(isNull(posts.hiddenAt), eq(posts.authorId, actor.id)), isUnderShown(actor))
  const own = queueDepartments(actor)
  const seesWithdrawn = or(
    isNull(posts.withdrawnAt),
    eq(posts.authorId, actor.id),
    own.length > 0 ? inArray(answers.officialId, own) : undefined,
    sql`exists (select 1 from posts c where c.parent_id = ${posts.id} and c.withdrawn_at is null and c.hidden_at is null)`,
  )
  return reader
    .select({
      post: posts,
      answer: answerColumns,
      author: people.displayName,
      authorDepartments,
      official: sql<string | null>`(select d.name from departments d where d.id = ${answers.officialId})`,
      helpfulCount: markCount("helpful", sql`posts.id`),
      isHelpful: isMarked("helpful", sql`posts.id`, actor),
      reports: sql<
        { reason: string; at: string }[]
      >`coalesce((select json_agg(json_build_object('reason', r.reason, 'at', r.at) order by r.at)
        from ${outdatedReports} r where r.answer_id = ${posts.id} and r.settled_at is null), '[]')`,
    })
    .from(posts)
    .innerJoin(people, eq(people.id, posts.authorId))
    .leftJoin(answers, eq(answers.id, posts.id))
    .where(and(eq(posts.threadId, threadId), ne(posts.id, threadId), seesHidden, seesWithdrawn))
    .orderBy(asc(posts.id))
}

/** Comments on a hidden answer are hidden with it. */
const isUnderShown = (actor: Actor) =>
  sql`not exists (select 1 from posts above where above.id = ${posts.parentId}
    and above.hidden_at is not null and above.author_id <> ${actor.id})`

function standingOf({ question, place }: Standing) {
  if (!question) return null
  const { state, takenById, askedBackId } = question
  const waitsFor = state === "asked-back" ? askedBackId : null
  return { state, takenById, responsibleId: place.responsibleId, askedBackId: waitsFor }
}

export type PostRow = Awaited<ReturnType<typeof listPosts>>[number]

export type AttachmentRow = {
  id: string
  postId: string | null
  name: string
  mediaType: string
  image: boolean
  bytes: number
  width: number | null
  height: number | null
  alternative: string
}

/** The attachments of all posts of a thread, each in the order in which they were added. */
export async function listAttachments(reader: Reader, threadId: string): Promise<AttachmentRow[]> {
  return reader
    .select({
      id: attachments.id,
      postId: attachments.postId,
      name: attachments.name,
      mediaType: attachments.mediaType,
      image: attachments.image,
      bytes: attachments.bytes,
      width: attachments.width,
      height: attachments.height,
      alternative: attachments.alternative,
    })
    .from(attachments)
    .innerJoin(posts, eq(posts.id, attachments.postId))
    .where(and(eq(posts.threadId, threadId), isNull(attachments.removedAt)))
    .orderBy(asc(attachments.position), asc(attachments.id))
}

/**
 * The version of a thread's own text, and ids and versions of the posts below it that the actor sees, oldest first;
 * of a question also how it stands: its state, who has it in hand, and what the department waits for.
 */
export async function listSeen(reader: Reader, actor: Actor, threadId: string) {
  const thread = await loadStanding(reader, threadId)
  if (!thread || thread.post.id !== thread.thread.id || !maySeePost(actor, thread)) throw notFound()
  const rows = await listPosts(reader, actor, threadId, thread.place)
  const items = rows.map(({ post }) => ({ id: post.id, kind: post.kind, version: post.version }))
  return { version: thread.post.version, items, standing: standingOf(thread) }
}
