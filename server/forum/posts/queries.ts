import { and, asc, eq, gt, inArray, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import { type Actor, has } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { IN_ORDER, isAfter } from "../answers/order.ts"
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

/** Comments that a thread shows under each of its posts; the others are read on a page of their own. */
export const COMMENTS_SHOWN = 20

/** Whether a comment has so many before it that its thread does not show it; `posts` is the outer one. */
export const isBehindFirstComments = sql<boolean>`(posts.kind = 'comment' and (select count(*) from (select 1 from posts earlier
  where earlier.parent_id = posts.parent_id and earlier.id < posts.id
  limit ${sql.raw(String(COMMENTS_SHOWN))}) before) = ${sql.raw(String(COMMENTS_SHOWN))})`

export type PagePlace = Pick<Place, "responsibleId">
export type PostsPage = {
  /** Where the page of answers before ended; see `answers/order.ts`. */
  after?: string | undefined
  /** Answers on a page. */
  size: number
  /** The comment that waits for the asker comes along, wherever it stands. */
  askedBackId?: string | null
}

/**
 * One page of a thread's answers, each with its first comments, and the first comments on the thread itself, oldest
 * first, in one round trip: of each one more than is shown, where there are more. What is hidden or withdrawn comes
 * along only for who may see it: the author, who answers here, an administrator.
 * @param place of the thread, which the actor sees
 */
export async function listPosts(
  reader: Reader,
  actor: Actor,
  threadId: string,
  place: PagePlace,
  page: PostsPage,
) {
  return selectPosts(reader, actor)
    .where(sql`${posts.id} in (${idsOnPage(actor, threadId, place, page)})`)
    .orderBy(asc(posts.id))
}

/** Comments under a post that the actor sees, oldest first; `after` is the last id of the page before. */
export async function listUnder(
  reader: Reader,
  actor: Actor,
  parentId: string,
  place: PagePlace,
  after: string | undefined,
  limit: number,
) {
  const later = after ? gt(posts.id, after) : undefined
  return selectPosts(reader, actor)
    .where(and(eq(posts.parentId, parentId), seesComment(actor, place), later))
    .orderBy(asc(posts.id))
    .limit(limit)
}

const selectPosts = (reader: Reader, actor: Actor) =>
  reader
    .select({
      post: posts,
      answer: answerColumns,
      author: people.displayName,
      authorDepartments,
      official: sql<string | null>`(select d.name from departments d where d.id = ${answers.officialId})`,
      helpfulCount: sql<number>`coalesce(${answers.helpfulCount}, ${markCount("helpful", sql`posts.id`)})`,
      isHelpful: isMarked("helpful", sql`posts.id`, actor),
      reports: sql<
        { reason: string; at: string }[]
      >`coalesce((select json_agg(json_build_object('reason', r.reason, 'at', r.at) order by r.at)
        from ${outdatedReports} r where r.answer_id = ${posts.id} and r.settled_at is null), '[]')`,
    })
    .from(posts)
    .innerJoin(people, eq(people.id, posts.authorId))
    .leftJoin(answers, eq(answers.id, posts.id))

/** However long the thread: it walks the indexes of both orders, and no further than it shows. */
function idsOnPage(actor: Actor, threadId: string, place: PagePlace, page: PostsPage): SQL {
  const shown = sql`select ${answers.id} as id from ${answers} join ${posts} on ${posts.id} = ${answers.id}
    where ${and(eq(answers.questionId, threadId), seesAnswer(actor, place), isAfter(page.after))}
    order by ${IN_ORDER} limit ${page.size + 1}`
  const below = sql`select ${posts.id} as id from ${posts}
    where ${posts.parentId} = above.id and ${seesComment(actor, place)}
    order by ${posts.id} limit ${COMMENTS_SHOWN + 1}`
  const waiting = page.askedBackId
    ? sql`union all select ${posts.id} from ${posts}
      where ${and(eq(posts.id, page.askedBackId), seesComment(actor, place))}`
    : sql``
  return sql`with shown as materialized (${shown}) select id from shown
    union all select comment.id from (select ${threadId}::uuid as id union all select id from shown) above
      cross join lateral (${below}) comment ${waiting}`
}

const seesEverything = (actor: Actor, place: PagePlace) =>
  isSpecialistFor(actor, place) || has(actor, "admin")
const seesHidden = (actor: Actor, place: PagePlace) =>
  seesEverything(actor, place) ? undefined : or(isNull(posts.hiddenAt), eq(posts.authorId, actor.id))

function seesAnswer(actor: Actor, place: PagePlace): SQL | undefined {
  const own = queueDepartments(actor)
  const seesWithdrawn = or(
    isNull(posts.withdrawnAt),
    eq(posts.authorId, actor.id),
    own.length > 0 ? inArray(answers.officialId, own) : undefined,
    sql`exists (select 1 from posts c where c.parent_id = ${posts.id} and c.withdrawn_at is null and c.hidden_at is null)`,
  )
  return and(seesHidden(actor, place), seesWithdrawn)
}

/** Under a post that the actor sees. */
const seesComment = (actor: Actor, place: PagePlace) =>
  and(seesHidden(actor, place), or(isNull(posts.withdrawnAt), eq(posts.authorId, actor.id)))

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

/** The attachments of these posts, each in the order in which they were added. */
export async function listAttachments(reader: Reader, postIds: string[]): Promise<AttachmentRow[]> {
  // A single parameter, however many posts there are.
  const ofPosts = sql`${attachments.postId} = any(${sql.param(postIds)}::uuid[])`
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
    .where(and(ofPosts, isNull(attachments.removedAt)))
    .orderBy(asc(attachments.position), asc(attachments.id))
}

/** How many of the latest posts an open page hears of, wherever they stand. */
const LATEST = 50

/**
 * What an open page compares itself with: the version of the thread's own text, ids and versions of the posts that
 * the page shows and of the latest ones that the actor sees, oldest first; of a question also how it stands: its
 * state, who has it in hand, and what the department waits for.
 */
export async function listSeen(reader: Reader, actor: Actor, threadId: string, page: PostsPage) {
  const thread = await loadStanding(reader, threadId)
  if (!thread || thread.post.id !== thread.thread.id || !maySeePost(actor, thread)) throw notFound()
  const { place, question } = thread
  const onPage = idsOnPage(actor, threadId, place, { ...page, askedBackId: question?.askedBackId ?? null })
  const latest = sql`select ${posts.id} from ${posts} left join ${answers} on ${answers.id} = ${posts.id}
    where ${and(
      eq(posts.threadId, threadId),
      ne(posts.id, threadId),
      or(isNull(posts.parentId), seesComment(actor, place)),
      or(isNotNull(posts.parentId), seesAnswer(actor, place)),
      isUnderShown(actor, place),
    )} order by ${posts.id} desc limit ${LATEST}`
  const items = await reader
    .select({ id: posts.id, kind: posts.kind, version: posts.version })
    .from(posts)
    .where(sql`${posts.id} in (${onPage} union all (${latest}))`)
    .orderBy(asc(posts.id))
  return { version: thread.post.version, items, standing: standingOf(thread) }
}

/** Comments on a hidden answer are hidden with it. */
const isUnderShown = (actor: Actor, place: PagePlace) =>
  seesEverything(actor, place)
    ? undefined
    : sql`not exists (select 1 from posts above where above.id = ${posts.parentId}
    and above.hidden_at is not null and above.author_id <> ${actor.id})`
