import { and, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { forbidden, Refusal } from "../../kernel/errors.ts"
import { lockMember } from "../policy.ts"
import type { ImpulseQuestion } from "../tables.ts"
import { type Answer, accessImpulse } from "./policy.ts"
import { LONGEST_ANSWER, type SavedImpulse, type SharedImpulse } from "./schema.ts"
import { type ImpulseState, impulseAnswers } from "./tables.ts"

/**
 * Of the learner themselves; whatever they decided before, they may decide anew. 409 `impulse.changed` with the newer
 * text when another window was faster; the same once more changes nothing. A required one cannot be passed over.
 */
export async function saveImpulse(
  db: Db,
  actor: Actor,
  id: string,
  { state, answers, version }: SavedImpulse,
): Promise<{ version: number }> {
  return transact(db, async (tx) => {
    const { step, learner, answer } = await accessOwnForChange(tx, actor, id)
    refuseFaultyAnswers(step.step.questions, answers)
    if (state === "passed" && !step.step.voluntary) throw new Refusal(409, "impulse.required")
    if (answer && isSaved(answer, state, answers)) return { version: answer.version }
    if ((answer?.version ?? 0) !== version) throw changed(answer)
    const saved = { state, answers, version: version + 1 }
    await tx
      .insert(impulseAnswers)
      .values({ cohortStepId: id, memberId: learner.id, ...saved })
      .onConflictDoUpdate({ target: [impulseAnswers.cohortStepId, impulseAnswers.memberId], set: saved })
    return { version: saved.version }
  })
}

/** Gives a copy of the answer to the group or the facilitators. 409 `impulse.empty` when there is nothing in it. */
export async function shareImpulse(db: Db, actor: Actor, id: string, input: SharedImpulse): Promise<void> {
  await transact(db, async (tx) => {
    const { answer } = await accessOwnForChange(tx, actor, id)
    if (!answer || answer.answers.every((one) => one.trim() === "")) throw new Refusal(409, "impulse.empty")
    if (answer.version !== input.version) throw changed(answer)
    await tx
      .update(impulseAnswers)
      .set({ sharedWith: input.with, sharedAnswers: answer.answers })
      .where(isOf(answer))
  })
}

/** Takes it back: from then on nobody else reads it. Doing it twice changes nothing. */
export async function unshareImpulse(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const { learner, answer } = await accessImpulse(tx, actor, id)
    if (!learner) throw forbidden()
    if (answer)
      await tx.update(impulseAnswers).set({ sharedWith: null, sharedAnswers: null }).where(isOf(answer))
  })
}

/** Of the learner, with their answer read again behind the lock. */
async function accessOwnForChange(tx: Tx, actor: Actor, id: string) {
  const { learner } = await accessImpulse(tx, actor, id)
  if (!learner) throw forbidden()
  await lockMember(tx, learner.id)
  return { ...(await accessImpulse(tx, actor, id)), learner }
}

/** 422 `impulse.answer` with the place of the first answer that its question cannot have. */
function refuseFaultyAnswers(questions: ImpulseQuestion[], answers: string[]): void {
  if (answers.length !== Math.max(questions.length, 1)) throw new Refusal(422, "impulse.answers", "answers")
  for (const [place, answer] of answers.entries()) {
    const question = questions[place]
    if (question && !isPossible(question, answer))
      throw new Refusal(422, "impulse.answer", `answers.${place}`)
  }
}

function isPossible({ kind, options }: ImpulseQuestion, answer: string): boolean {
  if (answer === "") return true
  if (kind === "choice") return options.includes(answer)
  return answer.length <= LONGEST_ANSWER[kind] && (kind === "text" || !/[\r\n]/.test(answer))
}

const isSaved = (answer: Answer, state: ImpulseState, answers: string[]) =>
  answer.state === state && JSON.stringify(answer.answers) === JSON.stringify(answers)

const isOf = ({ cohortStepId, memberId }: Pick<Answer, "cohortStepId" | "memberId">) =>
  and(eq(impulseAnswers.cohortStepId, cohortStepId), eq(impulseAnswers.memberId, memberId))

const changed = (answer: Answer | undefined) =>
  new Refusal(409, "impulse.changed", undefined, {
    current: answer && { version: answer.version, state: answer.state, answers: answer.answers },
  })
