import { and, eq, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Static } from "typebox"
import { calledIn, departments, people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { open, statement } from "../../kernel/statements.ts"
import { followingOf } from "../follows/queries.ts"
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
  visibleTo,
} from "../policy.ts"
import { placePictures } from "../posts/pictures.ts"
import { authorDepartments, filesOfPost, isMarked, listPosts, markCount } from "../posts/queries.ts"
import { arrange, postRights } from "../posts/views.ts"
import { answers, categories, posts, questionMoves, questions, threads } from "../tables.ts"
import type { QuestionView } from "./schema.ts"

export const taker = alias(people, "taker")
export const responsible = alias(departments, "responsible")
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
    author: { name: calledIn(actor.locale, row.author), departments: row.authorDepartments, isMe: isAuthor },
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
    following: row.following,
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
      following: followingOf(ASKER.id),
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

export const named = (row: { id: string | null; name: string | null } | null) =>
  row?.id && row.name !== null ? { id: row.id, name: row.name } : null
