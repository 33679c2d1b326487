import { and, asc, desc, eq, isNotNull, isNull, lt, sql } from "drizzle-orm"
import { departments } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { page, type Reader } from "../../kernel/database.ts"
import { among, literal, open, statement, unseen } from "../../kernel/statements.ts"
import { isCurrent } from "../loading.ts"
import { ASKER, type Asker, askerOf, queueDepartments, visibleTo } from "../policy.ts"
import { answers, categories, outdatedReports, posts, threads } from "../tables.ts"

const columnsFor = (asker: Asker) => ({
  id: answers.id,
  questionId: answers.questionId,
  title: readableTitle(asker),
  category: { id: categories.id, name: categories.name },
  department: { id: departments.id, name: departments.name },
  legalStatusDate: answers.legalStatusDate,
  reviewDate: answers.reviewDate,
  needsReview: sql<boolean>`answers.needs_review_since is not null`,
  createdAt: posts.createdAt,
})

/** "" where the question is withdrawn and somebody else's: `mayReadTitle` of the policy as SQL. */
const readableTitle = ({ id }: Asker) => sql<string>`case when exists (select 1 from posts asked
  where asked.id = threads.id and (asked.withdrawn_at is null or asked.author_id = ${id}))
  then ${threads.title} else '' end`

const standing = and(isNull(posts.hiddenAt), isNull(posts.withdrawnAt), isCurrent)
const threadStanding = sql`exists (select 1 from posts r where r.id = threads.id and r.hidden_at is null)`

/** Official answers of the actor's departments that are to be reviewed, the longest due (by days) first. */
export async function listReviews(reader: Reader, actor: Actor, after: string | undefined, size = 20) {
  const own = queueDepartments(actor)
  if (own.length === 0) return { items: [], next: null }
  const due = sql<string>`to_char(answers.needs_review_since at time zone 'Europe/Berlin', 'YYYY-MM-DD')`
  const [id, day] = (after ?? "").split("_").reverse()
  const rows = await select(reader, actor, {
    due,
    reports: sql<Reports>`coalesce((select json_agg(json_build_object('reason', r.reason, 'at', r.at) order by r.at)
      from ${outdatedReports} r where r.answer_id = answers.id and r.settled_at is null), '[]')`,
  })
    .where(
      and(
        among(answers.officialId, own),
        isNotNull(answers.needsReviewSince),
        standing,
        threadStanding,
        visibleTo(actor),
        id ? sql`(${due}, ${answers.id}) > (${day ?? ""}, ${id}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(due), asc(answers.id))
    .limit(size + 1)
  const { items, next } = page(rows, size, (row) => `${row.due}_${row.id}`)
  return { items: items.map(reviewRow), next }
}

const dueOnes = sql`select ${answers.id} from ${answers}
  join ${posts} on ${posts.id} = ${answers.id} join ${threads} on ${threads.id} = ${answers.questionId}
  join ${categories} on ${categories.id} = ${threads.categoryId}
  where ${and(
    among(answers.officialId, unseen(open("own"), "uuid")),
    isNotNull(answers.needsReviewSince),
    standing,
    threadStanding,
    visibleTo(ASKER),
  )}`

/** How many of them there are, for the departments that are `open("own")`. */
export const reviewCount = sql<number>`(select count(*)::int from (${dueOnes}) due)`

/** The latest official answers that the actor may see. */
export async function listLatestOfficial(reader: Reader, actor: Actor, after: string | undefined, size = 20) {
  const rows = await latestOfficial(reader, { ...askerOf(actor), after }, size + 1, after !== undefined)
  return page(rows.map(officialRow), size, (row) => row.id)
}

export function selectLatestOfficial(reader: Reader, most: number, isLater: boolean) {
  const chosen = and(
    isNotNull(answers.officialId),
    sql`not ${answers.gone}`,
    threadStanding,
    visibleTo(ASKER),
    isLater ? lt(answers.id, open("after")) : undefined,
  )
  const ids = sql`select ${answers.id} as id from ${answers} join ${threads} on ${threads.id} = ${answers.questionId}
    join ${categories} on ${categories.id} = ${threads.categoryId} where ${chosen}
    order by ${answers.id} desc limit ${literal(most)}`
  return select(reader, ASKER, {})
    .innerJoin(sql`(${ids}) on_page`, sql`on_page.id = ${answers.id}`)
    .orderBy(desc(answers.id))
}

const latestOfficial = statement(selectLatestOfficial)

function select<X extends Record<string, ReturnType<typeof sql<unknown>>>>(
  reader: Reader,
  asker: Asker,
  extra: X,
) {
  return reader
    .select({ ...columnsFor(asker), ...extra })
    .from(answers)
    .innerJoin(posts, eq(posts.id, answers.id))
    .innerJoin(threads, eq(threads.id, answers.questionId))
    .innerJoin(categories, eq(categories.id, threads.categoryId))
    .innerJoin(departments, eq(departments.id, answers.officialId))
}

type Reports = { reason: string; at: string }[]

function reviewRow<R extends { createdAt: Date; due: string; reports: Reports }>({ due: _due, ...row }: R) {
  const reports = row.reports.map(({ reason, at }) => ({ reason, at: new Date(at).toISOString() }))
  return { ...officialRow(row), reports }
}

export function officialRow<R extends { createdAt: Date }>({ createdAt, ...row }: R) {
  return { ...row, createdAt: createdAt.toISOString() }
}
