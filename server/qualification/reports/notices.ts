import type { Actor } from "../../kernel/actor.ts"
import type { Reader, Tx } from "../../kernel/database.ts"
import { tellInbox } from "../../notifications/index.ts"
import { personsOf } from "../queries.ts"

const managersOf = (reader: Reader, cohortId: string) => personsOf(reader, cohortId, ["manager"])

/** Tells every manager of the cohort that there is a report to read. */
export const tellReleased = async (tx: Tx, cohortId: string): Promise<void> =>
  tellInbox(
    tx,
    { notice: "qualification.report", subjectId: cohortId, groupId: cohortId },
    await managersOf(tx, cohortId),
  )

/** Tells the other learners that a new edition waits for their approval. */
export async function tellWaiting(tx: Tx, actor: Actor, cohortId: string): Promise<void> {
  const others = (await personsOf(tx, cohortId, ["learner"])).filter((id) => id !== actor.id)
  const about = { subjectId: cohortId, groupId: cohortId }
  await tellInbox(tx, { notice: "qualification.report-approval", ...about }, others)
}
