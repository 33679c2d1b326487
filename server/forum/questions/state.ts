import { eq, sql } from "drizzle-orm"
import { only, type Tx } from "../../kernel/database.ts"
import { isCurrent } from "../loading.ts"
import { type QuestionState, questions } from "../tables.ts"

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

/** Brings in line what is stored of the state; call it under the thread's lock, after every change. */
export async function settleState(tx: Tx, questionId: string): Promise<QuestionState> {
  const { former, gone, ...facts } = only(
    await tx.select(factColumns).from(questions).where(eq(questions.id, questionId)),
  )
  const state = stateOf(facts)
  if (state !== former.state || gone !== former.gone)
    await tx.update(questions).set({ state, gone }).where(eq(questions.id, questionId))
  return state
}

const isStanding = sql`p.withdrawn_at is null and p.hidden_at is null`
// Names are written out: in a select from one table drizzle would drop the tables' names.
const factColumns = {
  former: { state: questions.state, gone: questions.gone },
  gone: sql<boolean>`not exists (select 1 from posts p where p.id = questions.id and ${isStanding})`,
  duplicateOfId: questions.duplicateOfId,
  closedAt: questions.closedAt,
  takenById: questions.takenById,
  /** A withdrawn or hidden request for more does not keep anybody waiting. */
  askedBackId: sql<
    string | null
  >`(select p.id from posts p where p.id = questions.asked_back_id and ${isStanding})`,
  isAnswered: sql<boolean>`exists (select 1 from answers join posts p on p.id = answers.id
    where answers.question_id = questions.id and ${isStanding} and ${isCurrent}
    and (answers.official_id is not null or answers.accepted_at is not null))`,
}
