import { and, eq, isNull } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Reader, Tx } from "../../kernel/database.ts"
import { dateFormat } from "../../kernel/formats.ts"
import { declareNotice, notify } from "../../notifications/index.ts"
import { assessmentRounds } from "../assessments/tables.ts"
import { personsOf } from "../queries.ts"
import { cohortMembers, cohorts } from "../tables.ts"
import { NOTICE_WORDS } from "./notice-words.ts"
import { departures } from "./tables.ts"

/** For facilitators. */
export const LEFT = declareNotice({
  name: "qualification.left",
  always: "What was planned for two may have to be planned anew.",
  ids: ["cohortId", "personId"],
  words: NOTICE_WORDS,
  find: async ({ db, config }, { actor }, { cohortId, personId }) => {
    const [cohort] = await db.select({ name: cohorts.name }).from(cohorts).where(eq(cohorts.id, cohortId))
    const [person] = await db.select({ name: people.displayName }).from(people).where(eq(people.id, personId))
    if (!cohort || !person || !(await personsOf(db, cohortId, ["facilitator"])).includes(actor.id))
      return null
    const path = `/lerngruppen/${cohortId}`
    return {
      known: {
        lonely: (await hasLonelyRounds(db, cohortId)) && `${config.publicUrl}${path}/kompetenzbilanzen`,
      },
      content: { person: person.name, cohort: cohort.name },
      path,
      about: cohortId,
    }
  },
  write: ({ left }, { lonely }, content) => ({
    subject: left.subject,
    paragraphs: [
      content ? left.person(content.person, content.cohort) : left.somebody,
      lonely && left.lonely(lonely),
    ],
    link: left.link,
  }),
})

/** For whoever was taken out. Somebody who was taken in again meanwhile is told nothing. */
export const REMOVED = declareNotice({
  name: "qualification.removed",
  always: "On a certain day what is theirs is deleted.",
  ids: ["memberId"],
  words: NOTICE_WORDS,
  find: async ({ db }, _recipient, { memberId }) => {
    const [departure] = await db
      .select({ dueOn: departures.dueOn, cohort: cohorts.name })
      .from(departures)
      .innerJoin(cohortMembers, eq(cohortMembers.id, departures.memberId))
      .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
      .where(eq(departures.memberId, memberId))
    if (!departure) return null
    const { dueOn, cohort } = departure
    return { known: { dueOn }, content: { cohort }, path: "/qualifizierung/meine-daten" }
  },
  write: ({ removed }, { dueOn }, content, locale) => {
    const day = dateFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(dueOn))
    return {
      subject: removed.subject,
      paragraphs: [content ? removed.from(content.cohort) : removed.fromYours, removed.until(day)],
      link: removed.link,
    }
  },
})

/** That somebody left, and what has to be planned anew; no reason, as nobody was asked for one. */
export async function tellFacilitators(
  tx: Tx,
  cohortId: string,
  personId: string,
  exceptId?: string,
): Promise<void> {
  // Whoever did it knows, unless rounds are left without a peer.
  const isNews = await hasLonelyRounds(tx, cohortId)
  const facilitators = await personsOf(tx, cohortId, ["facilitator"])
  const told = facilitators.filter((facilitatorId) => isNews || facilitatorId !== exceptId)
  await notify(tx, LEFT, told, { cohortId, personId })
}

/** Until when they can take along what is theirs. */
export const tellRemoved = (tx: Tx, memberId: string, personId: string): Promise<void> =>
  notify(tx, REMOVED, [personId], { memberId })

/** Rounds that are not over and have no peer, although the cohort has somebody who could be one. */
async function hasLonelyRounds(reader: Reader, cohortId: string): Promise<boolean> {
  const learners = await reader.$count(
    cohortMembers,
    and(
      eq(cohortMembers.cohortId, cohortId),
      eq(cohortMembers.part, "learner"),
      isNull(cohortMembers.leftAt),
    ),
  )
  if (learners < 2) return false
  const lonely = await reader
    .select({ id: assessmentRounds.id })
    .from(assessmentRounds)
    .innerJoin(cohortMembers, eq(cohortMembers.id, assessmentRounds.learnerId))
    .where(
      and(
        eq(assessmentRounds.cohortId, cohortId),
        isNull(assessmentRounds.peerId),
        isNull(assessmentRounds.confirmedAt),
        isNull(cohortMembers.leftAt),
      ),
    )
    .limit(1)
  return lonely.length > 0
}
