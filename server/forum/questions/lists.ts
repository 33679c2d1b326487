import { and, desc, eq, lt, or, type SQL, sql } from "drizzle-orm"
import type { Static } from "typebox"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { page, type Reader } from "../../kernel/database.ts"
import { among, literal, open, statement, unseen } from "../../kernel/statements.ts"
import { ASKER, askerOf, visibleTo } from "../policy.ts"
import { authorDepartments, markCount } from "../posts/queries.ts"
import { listedRow } from "../posts/views.ts"
import { answers, categories, posts, type QuestionState, questions, threads } from "../tables.ts"
import { named, responsible, responsibleId, taker } from "./queries.ts"
import type { QuestionRow } from "./schema.ts"

/**
 * A list is read in two steps of one statement: first the ids of its page, from indexes that hold all they are chosen
 * by, then what is shown of these.
 */
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
    { ...askerOf(actor), categories: categoryIds, states, after },
    size + 1,
    mine === true,
    categoryIds !== undefined,
    states !== undefined,
    after !== undefined,
  )
  return page(rows.map(rowOf(actor)), size, (row) => row.id)
}

const newest = statement(
  (reader, most: number, mine: boolean, inCategories: boolean, inStates: boolean, later: boolean) => {
    const part = partOf(mine, inCategories, inStates)
    const chosen = and(
      part?.chosen,
      mine && inCategories ? among(questions.categoryId, open("categories")) : undefined,
      inStates && (mine || inCategories) ? among(questions.state, open("states")) : undefined,
      later ? lt(questions.id, open("after")) : undefined,
      visibleTo(ASKER),
      listed,
    )
    const newestOf = sql`select ${questions.id} as id from ${questions}
      join ${categories} on ${categories.id} = ${questions.categoryId} where ${chosen}
      order by ${questions.id} desc limit ${literal(most)}`
    return selectRows(reader, part ? newestOfEach(part.values, newestOf, most) : newestOf, [
      desc(questions.id),
    ])
  },
)

/** An index has its order within one value only, so each of several is walked along by itself. */
function partOf(mine: boolean, inCategories: boolean, inStates: boolean) {
  if (mine) return { values: sql`array[true, false]`, chosen: and(isMine, sql`${isWaiting} = part.value`) }
  if (inCategories) return { values: CATEGORIES, chosen: sql`${questions.categoryId} = part.value` }
  if (inStates)
    return { values: unseen(open("states"), "text"), chosen: sql`${questions.state} = part.value` }
  return null
}

export const CATEGORIES = unseen(open("categories"), "uuid")

/** The newest of what `newestOf` finds for each value of an array, which it knows as `part.value`; no value counts twice. */
export const newestOfEach = (values: SQL, newestOf: SQL, most: number): SQL =>
  sql`select newest.id from (select distinct unnest(${values}) as value) part
    cross join lateral (${newestOf}) newest order by newest.id desc limit ${literal(most)}`

/** As with lists: how many somebody has asked is not looked into while planning. */
const isMine = sql`${questions.authorId} = (select ${open("asker")}::uuid)`
/** As the index of a person's own questions has it. */
const isWaiting = sql`(${questions.state} = 'asked-back')`

/** The person's own questions, what waits for them first, then the newest. */
export function selectOwnLatest(reader: Reader, most: number) {
  const order = [desc(isWaiting), desc(questions.id)]
  const ids = sql`select ${questions.id} as id from ${questions}
    join ${categories} on ${categories.id} = ${questions.categoryId} where ${and(isMine, visibleTo(ASKER))}
    order by ${sql.join(order, sql`, `)} limit ${literal(most)}`
  return selectRows(reader, ids, order)
}

/** Rows of a list. `ids` are those of its page; all that is left open is filled by `askerOf` and what they need. */
export const selectRows = (reader: Reader, ids: SQL, order: SQL[]) =>
  reader
    .select({
      id: questions.id,
      title: threads.title,
      category: { id: categories.id, name: categories.name },
      state: questions.state,
      tags: threads.tags,
      authorId: questions.authorId,
      author: people.displayName,
      authorDepartments,
      createdAt: threads.createdAt,
      wantedBy: questions.wantedBy,
      takenBy: { id: taker.id, name: taker.displayName },
      responsible: { id: responsible.id, name: responsible.name },
      answerCount,
      sameCount: markCount("same-question", sql`questions.id`),
      hiddenAt: ofGone("hidden_at"),
      withdrawnAt: ofGone("withdrawn_at"),
    })
    .from(questions)
    .innerJoin(sql`(${ids}) on_page`, sql`on_page.id = ${questions.id}`)
    .innerJoin(threads, eq(threads.id, questions.id))
    .innerJoin(people, eq(people.id, questions.authorId))
    .innerJoin(categories, eq(categories.id, questions.categoryId))
    .leftJoin(responsible, eq(responsible.id, responsibleId))
    .leftJoin(taker, eq(taker.id, questions.takenById))
    .orderBy(...order)

/** All that stand, replaced ones as well. What the order of answers calls gone is looked at, the others only counted. */
const answerCount = sql<number>`(select count(*)::int from ${answers} a where a.question_id = questions.id
  and (a.rank < 4 or exists (select 1 from ${posts} p where p.id = a.id and p.hidden_at is null and p.withdrawn_at is null)))`

const ofGone = (column: "hidden_at" | "withdrawn_at") =>
  sql<
    string | null
  >`(select p.${sql.raw(column)} from ${posts} p where questions.gone and p.id = questions.id)`

type ListedRow = Awaited<ReturnType<typeof selectRows>>[number]

export const rowOf =
  (actor: Actor) =>
  (row: ListedRow): Static<typeof QuestionRow> => ({
    ...listedRow(actor, row),
    takenBy: named(row.takenBy),
    responsible: named(row.responsible),
  })

/** In lists a hidden or withdrawn question shows to its author alone. */
const listed = or(sql`not ${questions.gone}`, isMine)
