import { and, eq, sql } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { among } from "../../kernel/statements.ts"
import { ENTRY_SUBJECT, type InboxFacts } from "../../notifications/index.ts"
import type { OwnParts } from "../policy.ts"
import { cohortMembers, cohorts } from "../tables.ts"
import { roundTitle, sits } from "./dates.ts"
import { assessmentRounds } from "./tables.ts"

/** Rounds that the person sits in. The same as `accessRound` decides. */
export async function describeRounds(
  reader: Reader,
  actor: Actor,
  ids: string[],
  parts: OwnParts,
): Promise<[string, InboxFacts][]> {
  const rows = await reader
    .select({ id: assessmentRounds.id, cohort: cohorts.name, learner: people.displayName })
    .from(assessmentRounds)
    .innerJoin(cohorts, eq(cohorts.id, assessmentRounds.cohortId))
    .innerJoin(cohortMembers, eq(cohortMembers.id, assessmentRounds.learnerId))
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(and(among(assessmentRounds.id, ids), sits(parts.memberIds)))
  return rows.map(({ id, cohort, learner }) => [
    id,
    {
      kind: null,
      title: roundTitle(actor.locale, cohort),
      address: `/kompetenzbilanz/${id}`,
      person: learner,
      place: cohort,
      text: null,
    },
  ])
}

/** The same for an unread entry and one part that the person has, `mine`. */
export const seesRound = sql`exists (select 1 from ${assessmentRounds} round where round.id = ${ENTRY_SUBJECT}
  and mine.id in (round.learner_id, round.peer_id, round.facilitator_id))`
