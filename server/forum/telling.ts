import type { Actor } from "../kernel/actor.ts"
import type { Tx } from "../kernel/database.ts"
import { type InboxNotice, tellInbox } from "../notifications/index.ts"
import { withoutMuted } from "./follows/telling.ts"
import { listAskers, readersAmong } from "./inbox.ts"
import type { Standing } from "./loading.ts"

/** Puts what somebody did with a post into the inbox of its author, unless it was the author. */
export async function tellAuthor(
  tx: Tx,
  actor: Actor,
  notice: InboxNotice,
  { post, thread }: Pick<Standing, "post" | "thread">,
): Promise<void> {
  await tell(tx, actor, notice, { subjectId: post.id, groupId: thread.id }, [post.authorId])
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

type About = { subjectId: string; groupId: string }

async function tell(tx: Tx, actor: Actor, notice: InboxNotice, about: About, personIds: string[]) {
  const others = [...new Set(personIds)].filter((id) => id !== actor.id)
  const listening = await withoutMuted(tx, about.groupId, others)
  await tellInbox(tx, { notice, ...about }, await readersAmong(tx, about.subjectId, listening))
}
