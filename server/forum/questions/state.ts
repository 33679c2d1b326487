import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm"
import { only, type Tx } from "../../kernel/database.ts"
import { isCurrent } from "../loading.ts"
import { answers, posts, type QuestionState, questions } from "../tables.ts"

export type StateFacts = {
  duplicateOfId: string | null
  closedAt: Date | null
  askedBackId: string | null
  takenById: string | null
  /** A visible official answer, or a visible answer that the asker marked. A colleague's hint is none. */
  isAnswered: boolean
}

/** The state of a question follows from what is true of it; the first that applies. */
export function stateOf(facts: StateFacts): QuestionState {
  if (facts.duplicateOfId) return "duplicate"
  if (facts.closedAt) return "closed"
  if (facts.isAnswered) return "answered"
  if (facts.askedBackId) return "asked-back"
  return facts.takenById ? "in-progress" : "open"
}

/** Brings the stored state in line; call it under the thread's lock, after every change. */
export async function settleState(tx: Tx, questionId: string): Promise<QuestionState> {
  const settling = and(
    eq(answers.questionId, questionId),
    isNull(posts.withdrawnAt),
    isNull(posts.hiddenAt),
    isCurrent,
    or(isNotNull(answers.officialId), isNotNull(answers.acceptedAt)),
  )
  const answered = await tx
    .select({ id: answers.id })
    .from(answers)
    .innerJoin(posts, eq(posts.id, answers.id))
    .where(settling)
    .limit(1)
  const question = only(await tx.select().from(questions).where(eq(questions.id, questionId)))
  const askedBack = await isStillAsking(tx, question.askedBackId)
  const state = stateOf({
    ...question,
    askedBackId: askedBack ? question.askedBackId : null,
    isAnswered: answered.length > 0,
  })
  if (state !== question.state) await tx.update(questions).set({ state }).where(eq(questions.id, questionId))
  return state
}

/** A withdrawn or hidden request for more does not keep anybody waiting. */
async function isStillAsking(tx: Tx, commentId: string | null): Promise<boolean> {
  if (commentId === null) return false
  const standing = await tx
    .select({ one: sql`1` })
    .from(posts)
    .where(and(eq(posts.id, commentId), isNull(posts.withdrawnAt), isNull(posts.hiddenAt)))
  return standing.length > 0
}
