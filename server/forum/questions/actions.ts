import { eq } from "drizzle-orm"
import type { Static } from "typebox"
import { departmentExists, findActor, listAnswering } from "../../accounts/index.ts"
import { type Actor, belongsTo, has } from "../../kernel/actor.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { once } from "../../kernel/submissions.ts"
import { now } from "../../kernel/time.ts"
import type { InboxNotice } from "../../notifications/index.ts"
import { insertAnswer } from "../answers/actions.ts"
import { lockCategory } from "../categories/queries.ts"
import { followOwn } from "../follows/actions.ts"
import { tellFollowers } from "../follows/telling.ts"
import { indexThread } from "../indexing.ts"
import { tellOutside } from "../outside.ts"
import {
  accessQuestionForChange,
  mayAskBack,
  mayClose,
  mayEdit,
  mayHandle,
  mayPostIn,
  mayRecord,
  mayReopen,
  maySee,
  refusalOf,
} from "../policy.ts"
import { insertPost, replaceText, settleThread } from "../posts/actions.ts"
import { type QUESTION_MOVES, questionMoves, questions, threads } from "../tables.ts"
import {
  tellAskedBack,
  tellAskers,
  tellDepartment,
  tellDeputized,
  tellNewQuestion,
  tellPerson,
} from "../telling.ts"
import type { EditedQuestion, HandOver, NewQuestion, NewRecord, PassOn } from "./schema.ts"

/** Asks; a repeat with the same key answers with the first question's id. */
export async function createQuestion(
  db: Db | Tx,
  actor: Actor,
  input: Static<typeof NewQuestion>,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const category = await lockCategory(tx, actor, input.categoryId, (who, place) =>
      mayPostIn(who, place, "questions"),
    )
    const { categoryId, title, body, key } = input
    return once(tx, actor, key, ["question", categoryId, title, body], async (id) => {
      await insertQuestion(tx, actor, id, input)
      await followOwn(tx, actor, id)
      const news = { kind: "question" as const, postId: id, threadId: id, authorId: actor.id }
      await tellNewQuestion(tx, news, category.responsibleId)
      await tellOutside(tx, "question.asked", id)
      if (category.responsibleId) touch(tx, "queue", category.responsibleId)
    })
  })
}

/** A specialist enters question and official answer in one step: what used to be a circular mail or a call. */
export async function recordQuestion(
  db: Db,
  actor: Actor,
  input: Static<typeof NewRecord>,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    await lockCategory(tx, actor, input.categoryId, mayRecord)
    const { categoryId, title, body, answer, legalStatusDate, reviewDate, key } = input
    return once(tx, actor, key, ["record", categoryId, title, body, answer], async (id) => {
      await insertQuestion(tx, actor, id, input)
      const standing = await accessQuestionForChange(tx, actor, id, mayHandle)
      const answerId = newId()
      await insertAnswer(tx, actor, standing, answerId, {
        body: answer,
        official: { legalStatusDate, reviewDate },
      })
      await settleThread(tx, standing)
      await tellFollowers(tx, { kind: "question", postId: id, threadId: id, authorId: actor.id })
      await tellOutside(tx, "question.answered", answerId)
    })
  })
}

export async function editQuestion(
  db: Db,
  actor: Actor,
  id: string,
  input: Static<typeof EditedQuestion>,
): Promise<void> {
  await transact(db, async (tx) => {
    const standing = await accessQuestionForChange(tx, actor, id, mayEdit)
    const { version, title, body, attachments } = input
    await replaceText(tx, actor, standing, { version, title, text: { body }, attachments })
    await tx
      .update(threads)
      .set({ tags: tidyTags(input.tags) })
      .where(eq(threads.id, id))
    // Who adds what was asked for has answered the department's question.
    await tx
      .update(questions)
      .set({ wantedBy: input.wantedBy, askedBackId: null })
      .where(eq(questions.id, id))
    await settleThread(tx, standing)
    if (standing.question.askedBackId) await tellDepartment(tx, "forum.replied", id, standing, [actor.id])
  })
}

export async function takeQuestion(db: Db, actor: Actor, id: string, note: string): Promise<void> {
  await handle(db, actor, id, async (tx, standing) => {
    if (standing.question.takenById && standing.question.takenById !== actor.id)
      throw new Refusal(409, "question.taken", undefined, { takenById: standing.question.takenById })
    if (standing.question.takenById === actor.id) return
    await move(tx, actor, id, "take", note, { takenById: actor.id })
  })
}

/** Anybody of the department can return a question for an absent colleague. */
export async function returnQuestion(db: Db, actor: Actor, id: string, note: string): Promise<void> {
  await handle(db, actor, id, async (tx, standing) => {
    if (!standing.question.takenById) throw new Refusal(409, "question.not-taken")
    await move(tx, actor, id, "return", note, { takenById: null })
    await tellDeputized(tx, actor, standing)
  })
}

export async function handOverQuestion(
  db: Db,
  actor: Actor,
  id: string,
  input: Static<typeof HandOver>,
): Promise<void> {
  await handle(db, actor, id, async (tx, standing) => {
    const colleague = await findActor(tx, input.personId, null)
    if (!colleague || !has(colleague, "specialist") || !belongsTo(colleague, standing.place.responsibleId))
      throw new Refusal(422, "question.no-colleague", "personId")
    await move(
      tx,
      actor,
      id,
      "hand-over",
      input.note,
      { takenById: colleague.id },
      { personId: colleague.id },
    )
    await tellPerson(tx, actor, "forum.handed-over", standing, colleague.id)
    await tellDeputized(tx, actor, standing, colleague.id)
  })
}

/**
 * To another department that may see the category; it is the responsible one from then on. Where nobody can answer,
 * nobody could pass it on again either: the question would be lost.
 */
export async function passOnQuestion(
  db: Db,
  actor: Actor,
  id: string,
  input: Static<typeof PassOn>,
): Promise<void> {
  await handle(db, actor, id, async (tx, standing) => {
    const { place } = standing
    const { departmentId, note } = input
    if (departmentId === place.responsibleId)
      throw new Refusal(422, "question.already-responsible", "departmentId")
    const asReader = { ...actor, departments: [departmentId] }
    if (!(await departmentExists(tx, departmentId)) || !maySee(asReader, place))
      throw new Refusal(422, "question.department-cannot-see", "departmentId")
    if (!(await listAnswering(tx)).has(departmentId))
      throw new Refusal(422, "question.department-cannot-answer", "departmentId")
    const passedToId = departmentId === place.categoryResponsibleId ? null : departmentId
    await move(tx, actor, id, "pass-on", note, { passedToId, takenById: null }, { departmentId })
    await indexThread(tx, id)
    touch(tx, "queue", departmentId)
    await tellAskers(tx, actor, "forum.passed-on", standing)
    const passed = { ...standing, place: { ...place, responsibleId: departmentId } }
    await tellDepartment(tx, "forum.passed-to-us", id, passed, [actor.id])
    await tellDeputized(tx, actor, standing)
  })
}

/** Asks the asker for more; the question waits for their reply. */
export async function askBack(
  db: Db,
  actor: Actor,
  id: string,
  input: { body: string; key?: string | undefined },
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const standing = await accessQuestionForChange(tx, actor, id, mayHandle)
    return once(tx, actor, input.key, ["ask-back", id, input.body], async (commentId) => {
      // Asked only now: when the form was sent twice, the first has already changed the state.
      if (!mayAskBack(actor, standing)) throw refusalOf(standing)
      await insertPost(tx, actor, {
        id: commentId,
        kind: "comment",
        threadId: id,
        parentId: id,
        text: { body: input.body },
      })
      await tx.update(questions).set({ askedBackId: commentId }).where(eq(questions.id, id))
      await settleThread(tx, standing)
      await tellAskedBack(tx, commentId, id, standing.thread.authorId)
      const news = { kind: "comment" as const, postId: commentId, threadId: id, authorId: actor.id }
      await tellFollowers(tx, news, [standing.thread.authorId])
    })
  })
}

export async function closeQuestion(db: Db, actor: Actor, id: string): Promise<void> {
  await change(db, actor, id, mayClose, { closedAt: now() }, "forum.closed")
}

/** Opens a closed question again, or one that was held for a duplicate. */
export async function reopenQuestion(db: Db, actor: Actor, id: string): Promise<void> {
  await change(db, actor, id, mayReopen, { closedAt: null, duplicateOfId: null })
}

export async function markDuplicate(db: Db, actor: Actor, id: string, originalId: string): Promise<void> {
  await handle(db, actor, id, async (tx, standing) => {
    if (originalId === id) throw new Refusal(422, "question.duplicate-of-itself", "originalId")
    const original = await accessOriginalForChange(tx, actor, originalId)
    if (original.question.duplicateOfId)
      throw new Refusal(422, "question.duplicate-of-duplicate", "originalId")
    await tx.update(questions).set({ duplicateOfId: originalId }).where(eq(questions.id, id))
    await tellAskers(tx, actor, "forum.duplicate", standing)
  })
}

async function accessOriginalForChange(tx: Tx, actor: Actor, id: string) {
  try {
    return await accessQuestionForChange(tx, actor, id, () => true)
  } catch (error) {
    if (error instanceof Refusal && error.status === 404)
      throw new Refusal(422, "question.original-unknown", "originalId")
    throw error
  }
}

type Standing = Awaited<ReturnType<typeof accessQuestionForChange>>

async function handle(
  db: Db,
  actor: Actor,
  id: string,
  work: (tx: Tx, standing: Standing) => Promise<void>,
): Promise<void> {
  await transact(db, async (tx) => {
    const standing = await accessQuestionForChange(tx, actor, id, mayHandle)
    await work(tx, standing)
    await settleThread(tx, standing)
  })
}

async function change(
  db: Db,
  actor: Actor,
  id: string,
  may: typeof mayClose,
  set: Partial<typeof questions.$inferInsert>,
  notice?: InboxNotice,
) {
  await transact(db, async (tx) => {
    const standing = await accessQuestionForChange(tx, actor, id, may)
    await tx.update(questions).set(set).where(eq(questions.id, id))
    await settleThread(tx, standing)
    if (notice) await tellAskers(tx, actor, notice, standing)
  })
}

async function insertQuestion(
  tx: Tx,
  actor: Actor,
  id: string,
  input: Omit<Static<typeof NewQuestion>, "key">,
): Promise<void> {
  const { categoryId, title, body, tags, wantedBy, attachments } = input
  await tx
    .insert(threads)
    .values({ id, kind: "question", categoryId, title: title.trim(), tags: tidyTags(tags), createdAt: now() })
  await insertPost(tx, actor, { id, kind: "question", threadId: id, text: { body }, attachments })
  await tx.insert(questions).values({ id, wantedBy, categoryId, authorId: actor.id })
}

async function move(
  tx: Tx,
  actor: Actor,
  questionId: string,
  kind: (typeof QUESTION_MOVES)[number],
  note: string,
  set: Partial<typeof questions.$inferInsert>,
  target: { personId?: string; departmentId?: string } = {},
): Promise<void> {
  await tx.update(questions).set(set).where(eq(questions.id, questionId))
  const row = { id: newId(), questionId, kind, actorId: actor.id, note: note.trim(), at: now() }
  await tx.insert(questionMoves).values({ ...row, ...target })
}

/** Labels are trimmed and stand once each, whatever their capitals. */
export function tidyTags(tags: string[]): string[] {
  const seen = new Map(tags.map((tag) => [tag.trim().toLowerCase(), tag.trim()]))
  return [...seen.values()].filter((tag) => tag !== "")
}
