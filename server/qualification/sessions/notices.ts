import { and, eq, isNull } from "drizzle-orm"
import type { Tx } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { declareNotice, notify } from "../../notifications/index.ts"
import { cohortMembers } from "../tables.ts"
import { findSession } from "./queries.ts"

export const MINUTES = declareNotice({
  name: "qualification.minutes",
  optOut: { kind: "minutes" },
  ids: ["stepId"],
  words: {
    de: {
      subject: "Protokoll",
      of: (title: string) => `das Protokoll zu „${title}“ ist da.`,
      ofSome: "das Protokoll eines Termins Ihrer Lerngruppe ist da.",
      link: "Lesen und als PDF",
    },
    en: {
      subject: "Minutes",
      of: (title: string) => `the minutes of “${title}” are there.`,
      ofSome: "the minutes of a session of your cohort are there.",
      link: "To read, and as a PDF",
    },
  },
  /** Whoever may not read them any more gets no mail. */
  find: async ({ db }, { actor }, { stepId }) => {
    const session = await findSession(db, actor, stepId).catch((error: unknown) => {
      if (error instanceof Refusal) return null
      throw error
    })
    if (!session?.minutes) return null
    return {
      known: null,
      content: { title: session.title },
      path: `/termine/${stepId}/protokoll`,
      about: stepId,
    }
  },
  write: ({ subject, of, ofSome, link }, _known, content) => ({
    subject: content ? `${subject}: ${content.title}` : subject,
    paragraphs: [content ? of(content.title) : ofSome],
    link,
  }),
})

/** Whether somebody may read them is asked when the mail is sent. */
export async function tellMembers(tx: Tx, cohortId: string, stepId: string, exceptId: string): Promise<void> {
  const rows = await tx
    .selectDistinct({ personId: cohortMembers.personId })
    .from(cohortMembers)
    .where(and(eq(cohortMembers.cohortId, cohortId), isNull(cohortMembers.leftAt)))
  const others = rows.map(({ personId }) => personId).filter((personId) => personId !== exceptId)
  await notify(tx, MINUTES, others, { stepId })
}
