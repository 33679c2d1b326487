import { and, desc, eq, isNull, lt, or, type SQL, sql } from "drizzle-orm"
import type { Static } from "typebox"
import { calledIn, people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { page, type Reader } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { literal, open, statement } from "../../kernel/statements.ts"
import { followingOf } from "../follows/queries.ts"
import { hasAnswers, placeColumns, type Seen } from "../loading.ts"
import { ASKER, askerOf, mayComment, maySeePost, visibleTo } from "../policy.ts"
import { placeInSections } from "../posts/pictures.ts"
import { authorDepartments, filesOfPost, isMarked, listPosts, markCount } from "../posts/queries.ts"
import { arrange, listedRow, postRights } from "../posts/views.ts"
import { CATEGORIES, newestOfEach } from "../questions/lists.ts"
import { visibleParent } from "../questions/queries.ts"
import { categories, type PostText, posts, threads } from "../tables.ts"
import type { BestPracticeRow, BestPracticeView, Section } from "./schema.ts"

export async function listBestPractices(
  reader: Reader,
  actor: Actor,
  filter: { categoryIds?: string[]; mine?: boolean },
  after: string | undefined,
  size = 20,
) {
  const { categoryIds, mine } = filter
  const rows = await newest(
    reader,
    { ...askerOf(actor), categories: categoryIds, after },
    size + 1,
    categoryIds !== undefined,
    mine === true,
    after !== undefined,
  )
  return page<Static<typeof BestPracticeRow>>(
    rows.map((row) => listedRow(actor, row)),
    size,
    (row) => row.id,
  )
}

export function selectNewest(
  reader: Reader,
  most: number,
  inCategories: boolean,
  mine: boolean,
  isLater: boolean,
) {
  const chosen = and(
    sql`${threads.kind} = 'best-practice'`,
    inCategories ? sql`${threads.categoryId} = part.value` : undefined,
    mine ? isMine : undefined,
    isLater ? lt(threads.id, open("after")) : undefined,
    visibleTo(ASKER),
    listed,
  )
  const newestOf = sql`select ${threads.id} as id from ${threads} join ${posts} on ${posts.id} = ${threads.id}
    join ${categories} on ${categories.id} = ${threads.categoryId} where ${chosen}
    order by ${threads.id} desc limit ${literal(most)}`
  return selectRows(reader, inCategories ? newestOfEach(CATEGORIES, newestOf, most) : newestOf)
}

const newest = statement(selectNewest)

const selectRows = (reader: Reader, ids: SQL) =>
  reader
    .select({
      id: threads.id,
      title: threads.title,
      category: { id: categories.id, name: categories.name },
      tags: threads.tags,
      authorId: posts.authorId,
      author: people.displayName,
      authorDepartments,
      createdAt: threads.createdAt,
      reusedCount: markCount("reused", sql`threads.id`),
      helpfulCount: markCount("helpful", sql`threads.id`),
      commentCount: sql<number>`(select count(*)::int from posts c where c.thread_id = threads.id and c.kind = 'comment'
        and c.hidden_at is null and c.withdrawn_at is null)`,
      hiddenAt: posts.hiddenAt,
      withdrawnAt: posts.withdrawnAt,
    })
    .from(threads)
    .innerJoin(sql`(${ids}) on_page`, sql`on_page.id = ${threads.id}`)
    .innerJoin(posts, eq(posts.id, threads.id))
    .innerJoin(people, eq(people.id, posts.authorId))
    .innerJoin(categories, eq(categories.id, threads.categoryId))
    .orderBy(desc(threads.id))

const isMine = sql`${posts.authorId} = (select ${open("asker")}::uuid)`
/** In lists a hidden or withdrawn one shows to its author alone. */
const listed = or(and(isNull(posts.hiddenAt), isNull(posts.withdrawnAt)), isMine)

/** A best practice with its first comments, in two round trips. */
export async function findBestPractice(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<Static<typeof BestPracticeView>> {
  const [row] = await findThread(reader, { ...askerOf(actor), id })
  const seen: Seen | null = row ? { ...row, question: null, parent: null, answer: null } : null
  if (!row || !seen || !maySeePost(actor, seen)) throw notFound()
  const rows = await listPosts(reader, actor, id, row.place, { size: 0 })
  const { post, thread, files: attachments } = row
  const { comments, commentsNext } = arrange(actor, { ...seen, askedBackId: null }, id, rows, 0)
  return {
    id,
    title: thread.title,
    category: row.category,
    parentCategory: row.parentCategory,
    tags: thread.tags,
    author: {
      name: calledIn(actor.locale, row.author),
      departments: row.authorDepartments,
      isMe: post.authorId === actor.id,
    },
    text: everySection(post.text),
    html: everySection(placeInSections(post.html, attachments)),
    version: post.version,
    createdAt: post.createdAt.toISOString(),
    editedAt: post.editedAt?.toISOString() ?? null,
    withdrawn: post.withdrawnAt !== null,
    hidden: post.hiddenAt !== null,
    hiddenReason: post.hiddenReason,
    reusedCount: row.reusedCount,
    isReused: row.isReused,
    helpfulCount: row.helpfulCount,
    isHelpful: row.isHelpful,
    following: row.following,
    comments,
    commentsNext,
    attachments,
    can: { ...postRights(actor, seen), comment: mayComment(actor, seen) },
  }
}

const findThread = statement((reader) =>
  reader
    .select({
      place: { ...placeColumns, responsibleId: categories.responsibleId },
      thread: {
        title: threads.title,
        tags: threads.tags,
        authorId: posts.authorId,
        hiddenAt: posts.hiddenAt,
        withdrawnAt: posts.withdrawnAt,
        hasAnswers,
      },
      post: posts,
      author: people.displayName,
      authorDepartments,
      category: { id: categories.id, name: categories.name },
      parentCategory: visibleParent(ASKER),
      reusedCount: markCount("reused", sql`threads.id`),
      isReused: isMarked("reused", sql`threads.id`, ASKER.id),
      helpfulCount: markCount("helpful", sql`threads.id`),
      isHelpful: isMarked("helpful", sql`threads.id`, ASKER.id),
      following: followingOf(ASKER.id),
      files: filesOfPost,
    })
    .from(threads)
    .innerJoin(posts, eq(posts.id, threads.id))
    .innerJoin(people, eq(people.id, posts.authorId))
    .innerJoin(categories, eq(categories.id, threads.categoryId))
    .where(and(eq(threads.id, open("id")), eq(threads.kind, "best-practice"), visibleTo(ASKER))),
)

function everySection(text: PostText): Record<Section, string> {
  const section = (name: Section) => text[name] ?? ""
  return {
    situation: section("situation"),
    approach: section("approach"),
    result: section("result"),
    pitfalls: section("pitfalls"),
    contact: section("contact"),
  }
}
