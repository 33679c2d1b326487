import { and, desc, eq, isNull, lt, or, type SQL, sql } from "drizzle-orm"
import type { Static } from "typebox"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { page, type Reader } from "../../kernel/database.ts"
import { among, open, statement } from "../../kernel/statements.ts"
import { ASKER, type Asker, askerOf, visibleTo } from "../policy.ts"
import { authorDepartments, markCount } from "../posts/queries.ts"
import { listedRow } from "../posts/views.ts"
import { answers, categories, posts, type QuestionState, questions, threads } from "../tables.ts"
import { named, responsible, responsibleId, taker } from "./queries.ts"
import type { QuestionRow } from "./schema.ts"

export type QuestionFilter = {
  categoryIds?: string[]
  states?: QuestionState[]
  /** Only the actor's own. */
  mine?: boolean
}

/** Visible questions, newest first; `after` is the last id of the page before. */
export async function listQuestions(
  reader: Reader,
  actor: Actor,
  filter: QuestionFilter,
  after: string | undefined,
  size = 20,
) {
  const { categoryIds, states, mine } = filter
  const rows = await newest(
    reader,
    { ...askerOf(actor), categories: categoryIds, states, after, limit: size + 1 },
    categoryIds !== undefined,
    states !== undefined,
    mine === true,
    after !== undefined,
  )
  return page(rows.map(rowOf(actor)), size, (row) => row.id)
}

const newest = statement((reader, inCategories: boolean, inStates: boolean, mine: boolean, later: boolean) =>
  selectRows(
    reader,
    and(
      inCategories ? among(threads.categoryId, open("categories")) : undefined,
      inStates ? among(questions.state, open("states")) : undefined,
      mine ? eq(posts.authorId, open("asker")) : undefined,
      later ? lt(questions.id, open("after")) : undefined,
    ),
    [desc(questions.id)],
  ),
)

/** The person's own questions, what waits for them first, then the newest. */
export async function listOwnLatest(reader: Reader, actor: Actor, most: number) {
  const rows = await ownLatest(reader, { ...askerOf(actor), limit: most })
  return rows.map(rowOf(actor))
}

const ownLatest = statement((reader) =>
  selectRows(reader, eq(posts.authorId, open("asker")), [
    desc(sql`${questions.state} = 'asked-back'`),
    desc(questions.id),
  ]),
)

/** Rows of a list, to be filled by `askerOf` and `limit`. */
export const selectRows = (reader: Reader, condition: SQL | undefined, order: SQL[]) =>
  reader
    .select({
      id: questions.id,
      title: threads.title,
      category: { id: categories.id, name: categories.name },
      state: questions.state,
      tags: threads.tags,
      authorId: posts.authorId,
      author: people.displayName,
      authorDepartments,
      createdAt: threads.createdAt,
      wantedBy: questions.wantedBy,
      takenBy: { id: taker.id, name: taker.displayName },
      responsible: { id: responsible.id, name: responsible.name },
      answerCount: sql<number>`(select count(*)::int from ${answers} a join ${posts} p on p.id = a.id
        where a.question_id = ${questions.id} and p.hidden_at is null and p.withdrawn_at is null)`,
      sameCount: markCount("same-question", sql`threads.id`),
      hiddenAt: posts.hiddenAt,
      withdrawnAt: posts.withdrawnAt,
    })
    .from(questions)
    .innerJoin(threads, eq(threads.id, questions.id))
    .innerJoin(posts, eq(posts.id, threads.id))
    .innerJoin(people, eq(people.id, posts.authorId))
    .innerJoin(categories, eq(categories.id, threads.categoryId))
    .leftJoin(responsible, eq(responsible.id, responsibleId))
    .leftJoin(taker, eq(taker.id, questions.takenById))
    .where(and(condition, visibleTo(ASKER), listed(ASKER)))
    .orderBy(...order)
    .limit(open("limit"))

type ListedRow = Awaited<ReturnType<typeof selectRows>>[number]

export const rowOf =
  (actor: Actor) =>
  (row: ListedRow): Static<typeof QuestionRow> => ({
    ...listedRow(actor, row),
    takenBy: named(row.takenBy),
    responsible: named(row.responsible),
  })

/** In lists a hidden or withdrawn thread shows to its author alone. */
export const listed = ({ id }: Asker) =>
  or(and(isNull(posts.hiddenAt), isNull(posts.withdrawnAt)), eq(posts.authorId, id))
