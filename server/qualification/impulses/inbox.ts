import { and, eq, inArray, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { among, open } from "../../kernel/statements.ts"
import { ENTRY_SUBJECT, type InboxFacts } from "../../notifications/index.ts"
import { hasBegun } from "../cohorts/dates.ts"
import { isPart, type OwnParts } from "../policy.ts"
import { cohortSteps, cohorts, programmeSteps } from "../tables.ts"
import { impulseAnswers } from "./tables.ts"

/** Impulses that the person may see now. The same as `accessImpulse` decides. */
export async function describeImpulses(
  reader: Reader,
  _actor: Actor,
  ids: string[],
  parts: OwnParts,
): Promise<[string, InboxFacts][]> {
  const rows = await reader
    .select({
      id: cohortSteps.id,
      cohortId: cohorts.id,
      cohort: cohorts.name,
      title: programmeSteps.title,
      startsAt: cohortSteps.startsAt,
      cancelledAt: cohortSteps.cancelledAt,
      answeredBy: impulseAnswers.memberId,
    })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .innerJoin(cohorts, eq(cohorts.id, cohortSteps.cohortId))
    .leftJoin(
      impulseAnswers,
      and(eq(impulseAnswers.cohortStepId, cohortSteps.id), inArray(impulseAnswers.memberId, parts.memberIds)),
    )
    .where(and(among(cohortSteps.id, ids), eq(programmeSteps.kind, "impulse")))
  return rows.flatMap(({ id, cohortId, cohort, title, answeredBy, ...step }): [string, InboxFacts][] => {
    const standing = parts.in(cohortId)
    if (!standing) return []
    const facilitates = isPart(standing, "facilitator")
    const isReleased = isPart(standing, "learner") && (hasBegun(step) || answeredBy !== null)
    const address = `/lernimpulse/${id}`
    return facilitates || isReleased
      ? [[id, { kind: null, title, address, person: null, place: cohort, text: null }]]
      : []
  })
}

/** The same for an unread entry and one part that the person has, `mine`. */
export const seesImpulse = sql`exists (select 1 from ${cohortSteps} step
    join ${programmeSteps} p on p.id = step.step_id and p.kind = 'impulse'
  where step.cohort_id = mine.cohort_id and step.id = ${ENTRY_SUBJECT} and (mine.part = 'facilitator'
    or (mine.part = 'learner' and ((step.cancelled_at is null and step.starts_at <= ${open("now")}::timestamptz)
      or exists (select 1 from ${impulseAnswers} own where own.cohort_step_id = step.id and own.member_id = mine.id)))))`
