import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Tx } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { declareNotice, tellInbox } from "../../notifications/index.ts"
import { personsOf } from "../queries.ts"
import { cohortMembers, PARTS } from "../tables.ts"
import { GROUP } from "./access.ts"
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

/** Tells whoever may read the minutes that they are there. */
export async function tellMinutes(
  tx: Tx,
  cohortId: string,
  stepId: string,
  { forManagers, exceptId }: { forManagers: boolean; exceptId: string },
): Promise<void> {
  const readers = await personsOf(tx, cohortId, forManagers ? PARTS : GROUP)
  const others = readers.filter((personId) => personId !== exceptId)
  await tellInbox(tx, { notice: "qualification.minutes", subjectId: stepId, groupId: stepId }, others)
}

/** Tells somebody of the group of a task that somebody else has given them. */
export async function tellTask(
  tx: Tx,
  actor: Actor,
  { id, sessionId, memberId }: { id: string; sessionId: string; memberId: string | null },
): Promise<void> {
  if (memberId === null) return
  const [member] = await tx
    .select({ personId: cohortMembers.personId })
    .from(cohortMembers)
    .where(eq(cohortMembers.id, memberId))
  if (!member || member.personId === actor.id) return
  await tellInbox(tx, { notice: "qualification.task", subjectId: id, groupId: sessionId }, [member.personId])
}
