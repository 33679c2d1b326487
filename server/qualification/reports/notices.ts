import { and, eq, isNull } from "drizzle-orm"
import type { Reader, Tx } from "../../kernel/database.ts"
import { declareNotice, notify } from "../../notifications/index.ts"
import { cohortMembers } from "../tables.ts"
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

/** Tells every manager of the cohort that there is a report to read. */
export const tellReleased = async (tx: Tx, cohortId: string): Promise<void> =>
  notify(tx, REPORT, await managersOf(tx, cohortId), { cohortId })

async function managersOf(reader: Reader, cohortId: string): Promise<string[]> {
  const managers = await reader
    .select({ personId: cohortMembers.personId })
    .from(cohortMembers)
    .where(
      and(
        eq(cohortMembers.cohortId, cohortId),
        eq(cohortMembers.part, "manager"),
        isNull(cohortMembers.leftAt),
      ),
    )
  return managers.map(({ personId }) => personId)
}
