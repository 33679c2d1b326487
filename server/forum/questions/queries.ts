import { and, asc, desc, eq, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Static } from "typebox"
import { departments, people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { page, type Reader } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { byName } from "../../kernel/order.ts"
import { among, open, statement } from "../../kernel/statements.ts"
import { hasAnswers, placeColumns, type Seen } from "../loading.ts"
import {
  ASKER,
  type Asker,
  askerOf,
  isSpecialistFor,
  mayAnswer,
  mayAnswerOfficially,
  mayAskBack,
  mayClose,
  mayComment,
  mayHandle,
  mayMark,
  mayReadTitle,
  mayReopen,
  maySeePost,
  queueDepartments,
  visibleTo,
} from "../policy.ts"
import { placePictures } from "../posts/pictures.ts"
import { authorDepartments, filesOfPost, isMarked, listPosts, markCount } from "../posts/queries.ts"
import { arrange, listedRow, postRights } from "../posts/views.ts"
import {
  answers,
  categories,
  posts,
  type QuestionState,
  questionMoves,
  questions,
  threads,
} from "../tables.ts"
import type { QuestionRow, QuestionView } from "./schema.ts"

const taker = alias(people, "taker")
const responsible = alias(departments, "responsible")
export const responsibleId = sql<
  string | null
>`coalesce(${questions.passedToId}, ${categories.responsibleId})`

/**
 * A question with a page of its answers and their comments: two round trips, whatever the length of the thread.
 * @param after where the page of answers before ended
 * @param size answers on a page
 */
export async function findQuestion(
  reader: Reader,
  actor: Actor,
  id: string,
  after?: string,
  size = 20,
): Promise<Static<typeof QuestionView>> {
  const [row] = await findThread(reader, { ...askerOf(actor), id })
  const seen: Seen | null = row ? { ...row, parent: null, answer: null } : null
  if (!row || !seen || !maySeePost(actor, seen)) throw notFound()
  const { askedBackId } = row.question
  const rows = await listPosts(reader, actor, id, row.place, { after, size, askedBackId })
  const context = { ...seen, askedBackId }
  const { post, thread, question } = row
  const isAuthor = post.authorId === actor.id
  const shown = post.withdrawnAt === null || isAuthor
  const attachments = shown ? row.files : []
  const readsTitle = mayReadTitle(actor, seen)
  return {
    id,
    title: readsTitle ? thread.title : "",
    category: row.category,
    parentCategory: row.parentCategory,
    categoryArchived: row.place.archived,
    state: question.state,
    tags: readsTitle ? thread.tags : [],
    wantedBy: question.wantedBy,
    responsible: named(row.responsible),
    passedOn: question.passedToId !== null,
    takenBy: named(row.taker),
    duplicateOf: row.duplicateOf,
    author: { name: row.author, departments: row.authorDepartments, isMe: isAuthor },
    text: shown ? (post.text.body ?? "") : "",
    html: shown ? placePictures(post.html.body ?? "", attachments) : "",
    version: post.version,
    createdAt: post.createdAt.toISOString(),
    editedAt: post.editedAt?.toISOString() ?? null,
    withdrawn: post.withdrawnAt !== null,
    hidden: post.hiddenAt !== null,
    hiddenReason: post.hiddenReason,
    sameCount: row.sameCount,
    isSame: row.isSame,
    answerCount: row.answerCount,
    ...arrange(actor, context, id, rows, size),
    attachments,
    moves: isSpecialistFor(actor, row.place)
      ? row.moves.map((move) => ({ ...move, at: new Date(move.at).toISOString() }))
      : [],
    can: rightsOf(actor, seen),
  }
}

function rightsOf(actor: Actor, seen: Seen) {
  const { mark, ...rights } = postRights(actor, seen)
  return {
    ...rights,
    markSame: mayMark(actor, seen),
    answer: mayAnswer(actor, seen),
    answerOfficially: mayAnswerOfficially(actor, seen),
    handle: mayHandle(actor, seen),
    askBack: mayAskBack(actor, seen),
    close: mayClose(actor, seen),
    reopen: mayReopen(actor, seen),
    comment: mayComment(actor, seen),
  }
}

const findThread = statement((reader) =>
  reader
    .select({
      place: { ...placeColumns, responsibleId },
      thread: {
        id: threads.id,
        title: threads.title,
        tags: threads.tags,
        authorId: posts.authorId,
        hiddenAt: posts.hiddenAt,
        withdrawnAt: posts.withdrawnAt,
        hasAnswers,
      },
      question: questions,
      post: posts,
      author: people.displayName,
      authorDepartments,
      category: { id: categories.id, name: categories.name },
      parentCategory: visibleParent(ASKER),
      responsible: { id: responsible.id, name: responsible.name },
      taker: { id: taker.id, name: taker.displayName },
      duplicateOf: visibleOriginal(ASKER),
      sameCount: markCount("same-question", sql`threads.id`),
      isSame: isMarked("same-question", sql`threads.id`, ASKER.id),
      answerCount: sql<number>`(select count(*)::int from ${answers} a where a.question_id = threads.id and a.rank < 4)`,
      moves: movesOf(),
      files: filesOfPost,
    })
    .from(questions)
    .innerJoin(threads, eq(threads.id, questions.id))
    .innerJoin(posts, eq(posts.id, threads.id))
    .innerJoin(people, eq(people.id, posts.authorId))
    .innerJoin(categories, eq(categories.id, threads.categoryId))
    .leftJoin(responsible, eq(responsible.id, responsibleId))
    .leftJoin(taker, eq(taker.id, questions.takenById))
    .where(and(eq(questions.id, open("id")), visibleTo(ASKER))),
)

/** The main category, where the actor may see that too; `categories` is the inner one here. */
export function visibleParent(actor: Asker) {
  return sql<{
    id: string
    name: string
  } | null>`(select json_build_object('id', categories.id, 'name', categories.name)
    from threads own join categories part on part.id = own.category_id join categories on categories.id = part.parent_id
    where own.id = threads.id and ${visibleTo(actor)})`
}

/** Title and id of the original, where the actor may see that too; `categories` is the inner one here. */
function visibleOriginal(actor: Asker) {
  return sql<{
    id: string
    name: string
  } | null>`(select json_build_object('id', o.id, 'name', o.title) from threads o
    join categories on categories.id = o.category_id join posts op on op.id = o.id
    where o.id = ${questions.duplicateOfId} and op.hidden_at is null and op.withdrawn_at is null and ${visibleTo(actor)})`
}

type MoveRow = {
  kind: "take" | "return" | "hand-over" | "pass-on"
  actor: string
  person: string | null
  department: string | null
  note: string
  at: string
}

function movesOf() {
  return sql<MoveRow[]>`coalesce((select json_agg(json_build_object('kind', m.kind, 'actor', a.display_name,
    'person', p.display_name, 'department', d.name, 'note', m.note, 'at', m.at) order by m.id)
    from ${questionMoves} m join people a on a.id = m.actor_id left join people p on p.id = m.person_id
    left join departments d on d.id = m.department_id where m.question_id = ${questions.id}), '[]')`
}

const named = (row: { id: string | null; name: string | null } | null) =>
  row?.id && row.name !== null ? { id: row.id, name: row.name } : null

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

/** Nothing can be done any more about a question that is hidden, withdrawn or in an archived category. */
const owed = and(
  // Written out, as the index of these is.
  sql`${questions.state} in ('open', 'in-progress', 'asked-back')`,
  isNull(posts.hiddenAt),
  isNull(posts.withdrawnAt),
  isNull(categories.archivedAt),
)

export type QueueFilter = {
  categoryIds?: string[]
  /** Taken by nobody, by me, by the person with this id, or whoever it is. */
  taken?: string
  order: "waiting" | "wanted"
}

/** What the actor's departments still owe: by waiting time, or by the date it is wanted for. */
export async function listQueue(
  reader: Reader,
  actor: Actor,
  filter: QueueFilter,
  after: string | undefined,
  size = 20,
) {
  const own = queueDepartments(actor)
  if (own.length === 0) return { items: [], next: null }
  const { categoryIds, taken = "anybody", order } = filter
  const [id, day] = (after ?? "").split("_").reverse()
  const rows = await owedRows(
    reader,
    {
      ...askerOf(actor),
      own,
      categories: categoryIds,
      taker: taken === "me" ? actor.id : taken,
      id,
      // A cursor of the other order is no fault: who changes the order begins anew with it.
      day: day ?? "",
      limit: size + 1,
    },
    order,
    categoryIds !== undefined,
    taken === "anybody" || taken === "nobody" ? taken : "somebody",
    after !== undefined,
  )
  return page(rows.map(rowOf(actor)), size, (row) =>
    order === "wanted" ? `${row.wantedBy ?? "9999-12-31"}_${row.id}` : row.id,
  )
}

const wanted = sql`coalesce(${questions.wantedBy}, date '9999-12-31')`

const owedRows = statement(
  (
    reader,
    order: QueueFilter["order"],
    inCategories: boolean,
    taken: "anybody" | "nobody" | "somebody",
    later: boolean,
  ) =>
    selectRows(
      reader,
      and(
        among(responsibleId, open("own")),
        owed,
        inCategories ? among(threads.categoryId, open("categories")) : undefined,
        taken === "nobody" ? isNull(questions.takenById) : undefined,
        taken === "somebody" ? eq(questions.takenById, open("taker")) : undefined,
        later ? afterCursor(order) : undefined,
      ),
      order === "wanted" ? [asc(wanted), asc(questions.id)] : [asc(questions.id)],
    ),
)

/** How many questions are open in the departments of a lead or specialist: one sum, of no person. */
export async function countOpen(reader: Reader, actor: Actor): Promise<number> {
  if (actor.departments.length === 0) return 0
  const rows = await openOnes(reader, askerOf(actor))
  return rows[0]?.open ?? 0
}

const openOnes = statement((reader) =>
  reader
    .select({ open: sql<number>`count(*)::int` })
    .from(questions)
    .innerJoin(threads, eq(threads.id, questions.id))
    .innerJoin(posts, eq(posts.id, threads.id))
    .innerJoin(categories, eq(categories.id, threads.categoryId))
    .where(and(among(responsibleId, open("departments")), owed, visibleTo(ASKER))),
)

/** Colleagues who have taken what is still owed: somebody may have to return it for one who is absent. */
export async function listTakers(reader: Reader, actor: Actor): Promise<{ id: string; name: string }[]> {
  const own = queueDepartments(actor)
  if (own.length === 0) return []
  return reader
    .select({ id: taker.id, name: taker.displayName })
    .from(questions)
    .innerJoin(threads, eq(threads.id, questions.id))
    .innerJoin(posts, eq(posts.id, threads.id))
    .innerJoin(categories, eq(categories.id, threads.categoryId))
    .innerJoin(taker, eq(taker.id, questions.takenById))
    .where(and(among(responsibleId, own), owed, visibleTo(actor), ne(taker.id, actor.id)))
    .groupBy(taker.id)
    .orderBy(byName(taker.displayName), asc(taker.id))
}

const afterCursor = (order: QueueFilter["order"]): SQL =>
  order === "waiting"
    ? sql`${questions.id} > ${open("id")}::uuid`
    : sql`(to_char(${wanted}, 'YYYY-MM-DD'), ${questions.id}) > (${open("day")}::text, ${open("id")}::uuid)`

/** Rows of a list, to be filled by `askerOf` and `limit`. */
const selectRows = (reader: Reader, condition: SQL | undefined, order: SQL[]) =>
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

const rowOf =
  (actor: Actor) =>
  (row: ListedRow): Static<typeof QuestionRow> => ({
    ...listedRow(actor, row),
    takenBy: named(row.takenBy),
    responsible: named(row.responsible),
  })

/** In lists a hidden or withdrawn thread shows to its author alone. */
export const listed = ({ id }: Asker) =>
  or(and(isNull(posts.hiddenAt), isNull(posts.withdrawnAt)), eq(posts.authorId, id))
