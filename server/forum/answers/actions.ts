import { and, eq, isNull, lte, sql } from "drizzle-orm"
import type { Static } from "typebox"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { once } from "../../kernel/submissions.ts"
import { now, today } from "../../kernel/time.ts"
import { index, indexSelected } from "../../search/index.ts"
import { followOwn } from "../follows/actions.ts"
import { tellFollowers } from "../follows/telling.ts"
import { indexThread } from "../indexing.ts"
import { answerColumns, isCurrent } from "../loading.ts"
import { tellOutside } from "../outside.ts"
import {
  type AnswerStanding,
  accessAnswerForChange,
  accessQuestionForChange,
  mayAccept,
  mayAnswer,
  mayAnswerOfficially,
  mayEdit,
  mayReportOutdated,
  mayReview,
  type QuestionStanding,
} from "../policy.ts"
import { insertPost, type NewPost, refuseStale, replaceText, settleThread } from "../posts/actions.ts"
import { answers, outdatedReports, questions } from "../tables.ts"
import { tellAnswered, tellAnswering, tellAuthor, tellDepartment } from "../telling.ts"
import { tellReviewers } from "./reviews.ts"
import type { Confirmation, EditedAnswer, NewAnswer, NewOfficial } from "./schema.ts"

export async function createAnswer(
  db: Db | Tx,
  actor: Actor,
  questionId: string,
  input: Static<typeof NewAnswer>,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const question = await accessQuestionForChange(
      tx,
      actor,
      questionId,
      input.official ? mayAnswerOfficially : mayAnswer,
    )
    const sent = [input.official ? "official-answer" : "answer", questionId, input.body]
    return once(tx, actor, input.key, sent, async (id) => {
      await insertAnswer(tx, actor, question, id, input)
      // Askers who find the large form first have replied to the department's question all the same.
      if (question.thread.authorId === actor.id)
        await tx.update(questions).set({ askedBackId: null }).where(eq(questions.id, questionId))
      await settleThread(tx, question)
      const told = await tellAnswered(tx, id, questionId, actor.id)
      await followOwn(tx, actor, questionId)
      const kind = input.official ? "official" : "answer"
      const isReply = question.thread.authorId === actor.id && question.question.askedBackId
      if (isReply)
        told.push(...(await tellDepartment(tx, "forum.replied", id, question, [actor.id, ...told])))
      await tellFollowers(tx, { kind, postId: id, threadId: questionId, authorId: actor.id }, told)
      if (input.official) await tellOutside(tx, "question.answered", id)
    })
  })
}

type AnswerInput = {
  body: string
  official?: Static<typeof NewOfficial> | undefined
  attachments?: NewPost["attachments"]
}

/** The mark "official" stores the department that is responsible at this moment. */
export async function insertAnswer(
  tx: Tx,
  actor: Actor,
  question: QuestionStanding,
  id: string,
  input: AnswerInput,
): Promise<void> {
  const { body, official, attachments = [] } = input
  const questionId = question.thread.id
  if (official) refuseDates(official)
  await insertPost(tx, actor, { id, kind: "answer", threadId: questionId, text: { body }, attachments })
  await tx.insert(answers).values({
    id,
    questionId,
    officialId: official ? question.place.responsibleId : null,
    legalStatusDate: official?.legalStatusDate ?? null,
    reviewDate: official?.reviewDate ?? null,
  })
  if (official?.replacesId) await replaceAnswer(tx, actor, official.replacesId, id, questionId)
  // Somebody answers: now a withdrawn question's thread is seen again.
  if (question.thread.withdrawnAt) await indexThread(tx, questionId)
}

export async function editAnswer(
  db: Db,
  actor: Actor,
  id: string,
  input: Static<typeof EditedAnswer>,
): Promise<void> {
  await transact(db, async (tx) => {
    const answer = await accessAnswerForChange(tx, actor, id, mayEdit)
    const { version, body, attachments } = input
    refuseStale(answer, version)
    if (answer.answer.officialId) await updateDates(tx, answer, input)
    await replaceText(tx, actor, answer, { version, text: { body }, attachments })
    await settleThread(tx, answer)
  })
}

/** The asker marks what answered the question; any number of answers. */
export async function setAccepted(db: Db, actor: Actor, id: string, accepted: boolean): Promise<void> {
  await transact(db, async (tx) => {
    const answer = await accessAnswerForChange(tx, actor, id, mayAccept)
    if (accepted && (answer.post.withdrawnAt || answer.post.hiddenAt))
      throw new Refusal(409, "post.withdrawn")
    await tx
      .update(answers)
      .set({ acceptedAt: accepted ? now() : null })
      .where(eq(answers.id, id))
    await settleThread(tx, answer)
    if (accepted) await tellAuthor(tx, actor, "forum.accepted", answer)
  })
}

/** Anybody can say that an official answer is out of date; its department then looks at it. */
export async function reportOutdated(db: Db, actor: Actor, id: string, reason: string): Promise<void> {
  await transact(db, async (tx) => {
    const answer = await accessAnswerForChange(tx, actor, id, mayReportOutdated)
    const own = and(
      eq(outdatedReports.answerId, id),
      eq(outdatedReports.reporterId, actor.id),
      isNull(outdatedReports.settledAt),
    )
    const former = await tx
      .update(outdatedReports)
      .set({ reason })
      .where(own)
      .returning({ id: outdatedReports.id })
    if (former.length === 0)
      await tx
        .insert(outdatedReports)
        .values({ id: newId(), answerId: id, reporterId: actor.id, reason, at: now() })
    await needReview(tx, answer)
    await tellAuthor(tx, actor, "forum.outdated", answer)
    const { officialId } = answer.answer
    const except = [actor.id, answer.post.authorId]
    await tellAnswering(tx, "forum.reported", id, officialId, answer, except)
  })
}

/** A specialist confirms that the answer still holds, with new dates. */
export async function confirmAnswer(
  db: Db,
  actor: Actor,
  id: string,
  input: Static<typeof Confirmation>,
): Promise<void> {
  await transact(db, async (tx) => {
    const answer = await accessAnswerForChange(tx, actor, id, mayReview)
    refuseDates(input)
    await tx
      .update(answers)
      .set({ ...input, needsReviewSince: null })
      .where(eq(answers.id, id))
    await settleReports(tx, id)
    await settleThread(tx, answer)
    touchReviewers(tx, answer)
  })
}

/** The timed job: answers whose review date has come are to be reviewed. Returns how many. */
export async function startReviews(db: Db): Promise<number> {
  return transact(db, async (tx) => {
    const due = await tx
      .update(answers)
      .set({ needsReviewSince: now() })
      .where(and(lte(answers.reviewDate, today()), isNull(answers.needsReviewSince), isCurrent))
      .returning({ id: answers.id, questionId: answers.questionId, officialId: answers.officialId })
    // A single parameter, however many fall due on one day.
    const changed = [...new Set(due.flatMap(({ id, questionId }) => [id, questionId]))]
    await indexSelected(tx, sql`select id from unnest(${sql.param(changed)}::uuid[]) as due(id)`)
    await tellReviewers(
      tx,
      "forum.review-due",
      due.map(({ id }) => id),
    )
    for (const { questionId, officialId } of due) {
      touch(tx, "thread", questionId)
      if (officialId) touch(tx, "queue", officialId)
    }
    return due.length
  })
}

/** Both answers stay readable; the old one points to the new one and needs no review any more. */
async function replaceAnswer(
  tx: Tx,
  actor: Actor,
  oldId: string,
  newAnswerId: string,
  questionId: string,
): Promise<void> {
  const [old] = await tx
    .select({ officialId: answers.officialId, replacedById: answerColumns.replacedById })
    .from(answers)
    .where(and(eq(answers.id, oldId), eq(answers.questionId, questionId)))
  if (!old?.officialId || !actor.departments.includes(old.officialId) || old.replacedById)
    throw new Refusal(422, "answer.not-replaceable", "replacesId")
  await tx
    .update(answers)
    .set({ replacedById: newAnswerId, needsReviewSince: null, gone: true })
    .where(eq(answers.id, oldId))
  await index(tx, [oldId])
  await settleReports(tx, oldId)
}

async function updateDates(
  tx: Tx,
  answer: AnswerStanding,
  input: Static<typeof EditedAnswer>,
): Promise<void> {
  if (!input.legalStatusDate) throw new Refusal(422, "answer.legal-status-needed", "legalStatusDate")
  const reviewDate = input.reviewDate === undefined ? answer.answer.reviewDate : input.reviewDate
  const dates = { legalStatusDate: input.legalStatusDate, reviewDate }
  refuseDates(dates)
  await tx
    .update(answers)
    .set({ ...dates, needsReviewSince: null })
    .where(eq(answers.id, answer.post.id))
  await settleReports(tx, answer.post.id)
  touchReviewers(tx, answer)
}

/** A legal status is known up to today at most; a review lies ahead. */
function refuseDates({
  legalStatusDate,
  reviewDate,
}: {
  legalStatusDate: string
  reviewDate: string | null
}): void {
  if (legalStatusDate > today()) throw new Refusal(422, "answer.legal-status-in-future", "legalStatusDate")
  if (reviewDate !== null && reviewDate <= today())
    throw new Refusal(422, "answer.review-not-ahead", "reviewDate")
}

async function needReview(tx: Tx, answer: AnswerStanding): Promise<void> {
  const fresh = and(eq(answers.id, answer.post.id), isNull(answers.needsReviewSince))
  await tx.update(answers).set({ needsReviewSince: now() }).where(fresh)
  await settleThread(tx, answer)
  touchReviewers(tx, answer)
}

async function settleReports(tx: Tx, answerId: string): Promise<void> {
  const standing = and(eq(outdatedReports.answerId, answerId), isNull(outdatedReports.settledAt))
  await tx.update(outdatedReports).set({ settledAt: now() }).where(standing)
}

function touchReviewers(tx: Tx, { answer }: AnswerStanding): void {
  if (answer.officialId) touch(tx, "queue", answer.officialId)
}
