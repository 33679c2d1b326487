import { and, asc, eq, gt, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm"
import type { Static } from "typebox"
import { people } from "../../accounts/index.ts"
import { type Actor, has } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { checkOf } from "../../kernel/file-checks.ts"
import { among, type Open, open, statement } from "../../kernel/statements.ts"
import { IN_ORDER, IS_LATER, placeIn } from "../answers/order.ts"
import { answerColumns, loadStanding, type Place, type Standing } from "../loading.ts"
import { isSpecialistFor, maySeePost, queueDepartments } from "../policy.ts"
import { answers, attachments, type MarkKind, outdatedReports, posts } from "../tables.ts"
import type { AttachmentView } from "./schema.ts"

/** Short names of the departments that the author of a post belongs to. `people` has to be in the select. */
export const authorDepartments = sql<
  string[]
>`array(select (select d.short_name collate german_order from departments d
  where d.id = m.department_id) from memberships m where m.person_id = people.id order by 1)`

/** Written out, as it never changes: a value that is sent along PostgreSQL would plan anew for. */
const word = (kind: MarkKind) => sql.raw(`'${kind}'`)
export const markCount = (kind: MarkKind, postId: SQL) =>
  sql<number>`(select count(*)::int from marks k where k.post_id = ${postId} and k.kind = ${word(kind)})`
export const isMarked = (kind: MarkKind, postId: SQL, asker: Open<string>) =>
  sql<boolean>`exists (select 1 from marks k where k.post_id = ${postId} and k.kind = ${word(kind)} and k.person_id = ${asker})`

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

/** What decides on which posts of a thread somebody sees; left open in a statement that is built once. */
type View = { asker: Open<string>; own: Open<readonly string[]>; seesAll: boolean }
const viewOf = (actor: Actor, place: PagePlace): View => ({
  asker: actor.id,
  own: queueDepartments(actor),
  seesAll: isSpecialistFor(actor, place) || has(actor, "admin"),
})
const openView = (seesAll: boolean): View => ({ asker: open("asker"), own: open("own"), seesAll })

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
  { after, size, askedBackId }: PostsPage,
) {
  const { seesAll, ...view } = viewOf(actor, place)
  const values = { ...view, thread: threadId, limit: size + 1, waiting: askedBackId, ...placeIn(after) }
  return onPage(reader, values, seesAll, after !== undefined, !!askedBackId)
}

const onPage = statement((reader, seesAll: boolean, isLater: boolean, isWaiting: boolean) =>
  selectPosts(reader, open("asker"))
    .where(sql`${posts.id} in (${idsOnPage(openView(seesAll), isLater, isWaiting)})`)
    .orderBy(asc(posts.id)),
)

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
  return selectPosts(reader, actor.id)
    .where(and(eq(posts.parentId, parentId), seesComment(viewOf(actor, place)), later))
    .orderBy(asc(posts.id))
    .limit(limit)
}

const selectPosts = (reader: Reader, asker: Open<string>) =>
  reader
    .select({
      post: posts,
      answer: answerColumns,
      author: people.displayName,
      authorDepartments,
      official: sql<
        string | null
      >`case when ${answers.officialId} is not null then (select d.name from departments d where d.id = ${answers.officialId}) end`,
      helpfulCount: sql<number>`coalesce(${answers.helpfulCount}, ${markCount("helpful", sql`posts.id`)})`,
      isHelpful: sql<boolean>`case when ${answers.helpfulCount} = 0 then false else ${isMarked("helpful", sql`posts.id`, asker)} end`,
      reports: sql<
        { reason: string; at: string }[]
      >`case when ${answers.needsReviewSince} is null then '[]' else coalesce((select json_agg(json_build_object('reason', r.reason, 'at', r.at) order by r.at)
        from ${outdatedReports} r where r.answer_id = ${posts.id} and r.settled_at is null), '[]') end`,
      files: filesOfPost,
    })
    .from(posts)
    .innerJoin(people, eq(people.id, posts.authorId))
    .leftJoin(answers, eq(answers.id, posts.id))

/**
 * However long the thread: it walks the indexes of both orders, and no further than it shows. Open are the thread, the
 * limit of answers, where the page before ended, and the comment that is waited for.
 */
function idsOnPage(view: View, isLater: boolean, isWaiting: boolean): SQL {
  const shown = sql`select ${answers.id} as id from ${answers} join ${posts} on ${posts.id} = ${answers.id}
    where ${and(eq(answers.questionId, open("thread")), seesAnswer(view), isLater ? IS_LATER : undefined)}
    order by ${IN_ORDER} limit ${open("limit")}`
  const below = sql`select ${posts.id} as id from ${posts}
    where ${posts.parentId} = above.id and ${seesComment(view)}
    order by ${posts.id} limit ${sql.raw(String(COMMENTS_SHOWN + 1))}`
  const waiting = isWaiting
    ? sql`union all select ${posts.id} from ${posts}
      where ${and(eq(posts.id, open("waiting")), seesComment(view))}`
    : sql``
  return sql`with shown as materialized (${shown}) select id from shown
    union all select comment.id from (select ${open("thread")}::uuid as id union all select id from shown) above
      cross join lateral (${below}) comment ${waiting}`
}

const seesHidden = ({ asker, seesAll }: View) =>
  seesAll ? undefined : or(isNull(posts.hiddenAt), eq(posts.authorId, asker))

function seesAnswer(view: View): SQL | undefined {
  const seesWithdrawn = or(
    isNull(posts.withdrawnAt),
    eq(posts.authorId, view.asker),
    among(answers.officialId, view.own),
    sql`exists (select 1 from posts c where c.parent_id = ${posts.id} and c.withdrawn_at is null and c.hidden_at is null)`,
  )
  return and(seesHidden(view), seesWithdrawn)
}

/** Under a post that the actor sees. */
const seesComment = (view: View) =>
  and(seesHidden(view), or(isNull(posts.withdrawnAt), eq(posts.authorId, view.asker)))

function standingOf({ question, place }: Standing) {
  if (!question) return null
  const { state, takenById, askedBackId } = question
  const waitsFor = state === "asked-back" ? askedBackId : null
  return { state, takenById, responsibleId: place.responsibleId, askedBackId: waitsFor }
}

export type PostRow = Awaited<ReturnType<typeof listPosts>>[number]

/** The attachments of a post, in the order in which they were added; `posts` is the outer one. */
export const filesOfPost = sql<
  Static<typeof AttachmentView>[]
>`coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name,
    'mediaType', f.media_type, 'image', f.image, 'bytes', f.bytes, 'width', f.width, 'height', f.height,
    'alternative', f.alternative, 'check', ${checkOf(sql`f.id`)}) order by f.position, f.id)
  from ${attachments} f where f.post_id = posts.id and f.removed_at is null), '[]')`

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
  const { after, size } = page
  const { seesAll, ...view } = viewOf(actor, place)
  const waiting = question?.askedBackId ?? null
  const values = { ...view, thread: threadId, limit: size + 1, waiting, ...placeIn(after) }
  const items = await seenOnPage(reader, values, seesAll, after !== undefined, waiting !== null)
  return { version: thread.post.version, items, standing: standingOf(thread) }
}

const seenOnPage = statement((reader, seesAll: boolean, isLater: boolean, isWaiting: boolean) => {
  const view = openView(seesAll)
  const latest = sql`select ${posts.id} from ${posts} left join ${answers} on ${answers.id} = ${posts.id}
    where ${and(
      eq(posts.threadId, open("thread")),
      ne(posts.id, open("thread")),
      or(isNull(posts.parentId), seesComment(view)),
      or(isNotNull(posts.parentId), seesAnswer(view)),
      isUnderShown(view),
    )} order by ${posts.id} desc limit ${sql.raw(String(LATEST))}`
  return reader
    .select({ id: posts.id, kind: posts.kind, version: posts.version })
    .from(posts)
    .where(sql`${posts.id} in (${idsOnPage(view, isLater, isWaiting)} union all (${latest}))`)
    .orderBy(asc(posts.id))
})

/** Comments on a hidden answer are hidden with it. */
const isUnderShown = ({ asker, seesAll }: View) =>
  seesAll
    ? undefined
    : sql`not exists (select 1 from posts above where above.id = ${posts.parentId}
    and above.hidden_at is not null and above.author_id <> ${asker})`
