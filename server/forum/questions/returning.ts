import { and, eq } from "drizzle-orm"
import { findActor } from "../../accounts/index.ts"
import { type Db, newId, transact } from "../../kernel/database.ts"
import { among } from "../../kernel/statements.ts"
import { now } from "../../kernel/time.ts"
import { loadStanding, lockThread } from "../loading.ts"
import { settleThread } from "../posts/actions.ts"
import { type QuestionState, questionMoves, questions } from "../tables.ts"

const WAITING: QuestionState[] = ["in-progress", "asked-back"]

/**
 * What somebody had taken who cannot sign in any more is open again in their department's queue, as if they had returned
 * it. Each question by itself, so that a department's work is not held up by a hundred of them; a repeat finds none.
 */
export async function returnTaken(db: Db, personId: string): Promise<void> {
  if (await findActor(db, personId, null)) return
  const taken = await db
    .select({ id: questions.id })
    .from(questions)
    .where(and(eq(questions.takenById, personId), among(questions.state, WAITING)))
    .orderBy(questions.id)
  for (const { id } of taken) await returnOne(db, personId, id)
}

async function returnOne(db: Db, personId: string, id: string): Promise<void> {
  await transact(db, async (tx) => {
    await lockThread(tx, id)
    const standing = await loadStanding(tx, id)
    if (standing?.question?.takenById !== personId) return
    await tx.update(questions).set({ takenById: null }).where(eq(questions.id, id))
    await tx.insert(questionMoves).values({
      id: newId(),
      questionId: id,
      kind: "return",
      actorId: personId,
      at: now(),
    })
    await settleThread(tx, standing)
  })
}
