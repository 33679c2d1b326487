import { eq, getTableColumns, type SQL, sql } from "drizzle-orm"
import { type AnyPgColumn, alias } from "drizzle-orm/pg-core"
import type { Reader } from "../kernel/database.ts"
import { answers, categories, categoryDepartments, posts, questions, threads } from "./tables.ts"

const root = alias(posts, "root")
const parent = alias(posts, "parent")

/** The categories' columns that decide on rights. */
export const placeColumns = {
  categoryId: categories.id,
  categoryKind: categories.kind,
  audience: categories.audience,
  // Names are written out: in a select from one table drizzle would drop the tables' names.
  listed: sql<
    string[]
  >`array(select cd.department_id from ${categoryDepartments} cd where cd.category_id = categories.id)`,
  archived: sql<boolean>`${categories.archivedAt} is not null`,
  categoryResponsibleId: categories.responsibleId,
}

export const hasAnswers = sql<boolean>`exists (select 1 from ${answers} a join ${posts} p on p.id = a.id
  where a.question_id = threads.id and p.withdrawn_at is null and p.hidden_at is null)`

/** What replaced an answer, as long as it stands: withdrawn or hidden, it gives the older one its place back. */
const standingReplacement = sql<
  string | null
>`case when answers.replaced_by_id is not null then (select r.id from ${posts} r
  where r.id = answers.replaced_by_id and r.withdrawn_at is null and r.hidden_at is null) end`
export const isCurrent = sql`${standingReplacement} is null`
export const answerColumns = { ...getTableColumns(answers), replacedById: standingReplacement }

/**
 * A post with everything that its rights depend on: its category, thread, question and, where it is one, answer.
 * A thread's own post has the thread's id, so this loads questions and best practices as well.
 */
export async function loadStanding(reader: Reader, postId: string) {
  const rows = await selectStandings(reader, {}).where(eq(posts.id, postId))
  return rows[0] ?? null
}

/** Posts with everything that their rights depend on, and `extra` columns; the caller says which. */
export function selectStandings<X extends Record<string, SQL | AnyPgColumn>>(reader: Reader, extra: X) {
  return reader
    .select({ ...standingColumns, ...extra })
    .from(posts)
    .innerJoin(threads, eq(threads.id, posts.threadId))
    .innerJoin(root, eq(root.id, threads.id))
    .innerJoin(categories, eq(categories.id, threads.categoryId))
    .leftJoin(questions, eq(questions.id, threads.id))
    .leftJoin(answers, eq(answers.id, posts.id))
    .leftJoin(parent, eq(parent.id, posts.parentId))
}

const standingColumns = {
  place: {
    ...placeColumns,
    responsibleId: sql<string | null>`coalesce(${questions.passedToId}, ${categories.responsibleId})`,
  },
  thread: {
    id: threads.id,
    kind: threads.kind,
    title: threads.title,
    tags: threads.tags,
    authorId: root.authorId,
    hiddenAt: root.hiddenAt,
    withdrawnAt: root.withdrawnAt,
    hasAnswers,
  },
  question: questions,
  post: posts,
  parent: { authorId: parent.authorId, hiddenAt: parent.hiddenAt },
  answer: answerColumns,
}

export type Standing = NonNullable<Awaited<ReturnType<typeof loadStanding>>>
export type Place = Standing["place"]
/** What the predicates on posts need; lists bring just this. */
export type Seen = {
  place: Place
  thread: Pick<Standing["thread"], "authorId" | "hiddenAt" | "withdrawnAt" | "hasAnswers">
  question: Pick<NonNullable<Standing["question"]>, "state" | "takenById"> | null
  post: Pick<Standing["post"], "kind" | "authorId" | "hiddenAt" | "hiddenById" | "withdrawnAt">
  /** Of a comment: what it stands under. */
  parent: Standing["parent"]
  answer: Pick<NonNullable<Standing["answer"]>, "officialId" | "replacedById"> | null
}

/** As `lockThread`, by any post of it; nothing is locked where there is none. */
export async function lockThreadOf(tx: Reader, postId: string): Promise<void> {
  await tx.execute(sql`select 1 from ${threads}
    where ${threads.id} = (select p.thread_id from ${posts} p where p.id = ${postId}) for update`)
}

/** Locks the thread's question, so that two decisions on one question follow each other. */
export async function lockThread(tx: Reader, threadId: string): Promise<void> {
  await tx.execute(sql`select 1 from ${threads} where ${threads.id} = ${threadId} for update`)
}
