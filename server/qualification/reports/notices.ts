import type { Actor } from "../../kernel/actor.ts"
import type { Reader, Tx } from "../../kernel/database.ts"
import { declareNotice, tellInbox } from "../../notifications/index.ts"
import { personsOf } from "../queries.ts"
import { isReadable } from "./policy.ts"
import { reportOf } from "./queries.ts"

export const REPORT = declareNotice({
  name: "qualification.report",
  optOut: { kind: "reports" },
  ids: ["cohortId"],
  words: {
    de: {
      subject: "Rückmeldung Ihrer Lerngruppe",
      paragraphs: ["die Lerngruppe hat ihre Rückmeldung für Sie freigegeben."],
      link: "Zur Rückmeldung",
    },
    en: {
      subject: "Feedback of your cohort",
      paragraphs: ["the cohort has released its feedback report for you."],
      link: "Read it",
    },
  },
  /** What was withdrawn meanwhile, or is no longer theirs, is told to nobody. */
  find: async ({ db }, { actor }, { cohortId }) => {
    const report = await reportOf(db, cohortId)
    if (!report || !isReadable(report) || !(await managersOf(db, cohortId)).includes(actor.id)) return null
    return { known: null, content: null, path: `/lerngruppen/${cohortId}/rueckmeldung`, about: cohortId }
  },
  write: (words) => words,
})

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
