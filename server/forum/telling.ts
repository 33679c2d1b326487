import { sql } from "drizzle-orm"
import { memberships, people } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import type { Tx } from "../kernel/database.ts"
import { type InboxNotice, type MailboxNotice, tellInbox, tellMailbox } from "../notifications/index.ts"
import { follows } from "./follows/tables.ts"
import {
  followersOf,
  mutesPlace,
  type News,
  placeOf,
  tellAsFollowers,
  tellFollowers,
  withoutMuted,
} from "./follows/telling.ts"
import { listAskers, readersAmong } from "./inbox.ts"
import type { Standing } from "./loading.ts"

type Where = Pick<Standing, "thread"> & {
  place: Pick<Standing["place"], "responsibleId" | "categoryResponsibleId">
}

/** Puts what somebody did with a post into the inbox of its author, unless it was the author. */
export async function tellAuthor(
  tx: Tx,
  actor: Actor,
  notice: InboxNotice,
  { post, thread }: Pick<Standing, "post" | "thread">,
): Promise<void> {
  await tell(tx, actor, notice, { subjectId: post.id, groupId: thread.id }, [post.authorId])
}

/** Puts a comment into the inbox of whoever wrote what it stands under. @returns whom */
export async function tellCommented(
  tx: Tx,
  actor: Actor,
  commentId: string,
  { post, thread }: Pick<Standing, "post" | "thread">,
): Promise<string[]> {
  return tell(tx, actor, "forum.commented", { subjectId: commentId, groupId: thread.id }, [post.authorId])
}

/** Puts what somebody did with a question into the inbox of its asker and of everybody who has it, too. */
export async function tellAskers(
  tx: Tx,
  actor: Actor,
  notice: InboxNotice,
  { thread }: Pick<Standing, "thread">,
): Promise<void> {
  const askers = await listAskers(tx, thread.id)
  await tell(tx, actor, notice, { subjectId: thread.id, groupId: thread.id }, askers)
}

/** Puts something about a question into the inbox of one person. */
export async function tellPerson(
  tx: Tx,
  actor: Actor,
  notice: InboxNotice,
  { thread }: Pick<Standing, "thread">,
  personId: string,
): Promise<void> {
  await tell(tx, actor, notice, { subjectId: thread.id, groupId: thread.id }, [personId])
}

/** Tells the asker and everybody who has the same question, except who wrote the answer or muted it. @returns whom */
export async function tellAnswered(
  tx: Tx,
  answerId: string,
  questionId: string,
  authorId: string,
): Promise<string[]> {
  const others = (await listAskers(tx, questionId)).filter((id) => id !== authorId)
  const waiting = await withoutMuted(tx, questionId, others)
  const readers = await readersAmong(tx, answerId, waiting)
  await tellInbox(tx, { notice: "forum.answered", subjectId: answerId, groupId: questionId }, readers)
  return waiting
}

/** Tells the asker that the department needs more, unless they muted the question. */
export async function tellAskedBack(
  tx: Tx,
  commentId: string,
  questionId: string,
  askerId: string,
): Promise<void> {
  const waiting = await withoutMuted(tx, questionId, [askerId])
  const readers = await readersAmong(tx, commentId, waiting)
  await tellInbox(tx, { notice: "forum.asked-back", subjectId: commentId, groupId: questionId }, readers)
}

/** Whoever had taken a question hears that somebody else has moved it on for them. */
export async function tellDeputized(
  tx: Tx,
  actor: Actor,
  { thread, question }: Pick<Standing, "thread" | "question">,
  nextId?: string,
): Promise<void> {
  const takenById = question?.takenById
  if (takenById && takenById !== nextId) await tellPerson(tx, actor, "forum.deputy", { thread }, takenById)
}

/** Tells a department of a new question that it is to answer, and those who follow the category. */
export async function tellNewQuestion(tx: Tx, news: News, departmentId: string | null): Promise<void> {
  if (departmentId === null) return tellFollowers(tx, news)
  const { threadId, authorId } = news
  // In one statement: somebody waits for their question to be sent.
  const { rows } = await tx.execute<{ id: string; answers: boolean }>(sql`
    with answering as materialized (${answeringFor(departmentId, threadId, [authorId])})
    select id, true as answers from answering union all
    select id, false from (${followersOf(news)}) followers where id not in (select id from answering)`)
  const ids = (answers: boolean) => rows.filter((row) => row.answers === answers).map(({ id }) => id)
  const about = { notice: "forum.new-question" as const, subjectId: threadId, groupId: threadId }
  await tellInbox(tx, about, ids(true))
  await tellMailbox(tx, about, departmentId)
  await tellAsFollowers(tx, news, ids(false))
}

/**
 * Puts something about a post into the inboxes of those who answer for the department, except of some people. Its leads
 * are told of nothing that a single person does. @returns whom
 */
export async function tellAnswering(
  tx: Tx,
  notice: InboxNotice,
  subjectId: string,
  departmentId: string | null,
  { thread, place }: Where,
  except: string[] = [],
): Promise<string[]> {
  if (departmentId === null) return []
  const { rows } = await tx.execute<{ id: string }>(answeringFor(departmentId, thread.id, except))
  const found = rows.map(({ id }) => id)
  // A department sees the categories that it answers for; one that a question was passed on to may have lost sight of it.
  const isSure = departmentId === place.categoryResponsibleId
  const readers = isSure ? found : await readersAmong(tx, subjectId, found)
  await tellInbox(tx, { notice, subjectId, groupId: thread.id }, readers)
  return readers
}

/** The same, and tells the department's shared mailbox at once. */
export async function tellDepartment(
  tx: Tx,
  notice: MailboxNotice,
  subjectId: string,
  where: Where,
  except: string[] = [],
): Promise<string[]> {
  const { responsibleId } = where.place
  if (responsibleId !== null)
    await tellMailbox(tx, { notice, subjectId, groupId: where.thread.id }, responsibleId)
  return tellAnswering(tx, notice, subjectId, responsibleId, where, except)
}

/** Whoever answers for a department and has muted neither the thread nor its category. */
const answeringFor = (departmentId: string, threadId: string, except: string[]) => sql`
  with place as materialized (${placeOf(threadId)})
  select m.person_id as id from ${memberships} m join ${people} p on p.id = m.person_id
  where m.department_id = ${departmentId} and p.active and 'specialist' = any(p.roles)
    and m.person_id <> all(${sql.param(except)}::uuid[])
    and not exists (select 1 from ${follows} where person_id = m.person_id and ${mutesPlace(threadId)})`

type About = { subjectId: string; groupId: string }

async function tell(
  tx: Tx,
  actor: Actor,
  notice: InboxNotice,
  about: About,
  personIds: string[],
): Promise<string[]> {
  const others = [...new Set(personIds)].filter((id) => id !== actor.id)
  const listening = await withoutMuted(tx, about.groupId, others)
  const readers = await readersAmong(tx, about.subjectId, listening)
  await tellInbox(tx, { notice, ...about }, readers)
  return readers
}
