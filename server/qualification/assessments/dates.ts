import { and, eq, inArray, isNull, or } from "drizzle-orm"
import type { Locale } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { MINUTE, now } from "../../kernel/time.ts"
import type { Entry } from "../cohorts/calendar.ts"
import { cohortMembers, cohorts } from "../tables.ts"
import type { Round } from "./policy.ts"
import { ROUND_MINUTES } from "./proposal.ts"
import { assessmentRounds } from "./tables.ts"

/** What a calendar needs of a round. */
export type Dated = Pick<Round, "id" | "cohortId" | "startsAt" | "place" | "planVersion" | "changedAt">

/** The rounds that somebody sits in today, with the name of their cohort. */
export async function listRoundsOf(
  reader: Reader,
  personId: string,
): Promise<(Dated & { cohort: string })[]> {
  const members = await reader
    .select({ id: cohortMembers.id })
    .from(cohortMembers)
    .where(and(eq(cohortMembers.personId, personId), isNull(cohortMembers.leftAt)))
  const rows = await reader
    .select({ round: assessmentRounds, cohort: cohorts.name })
    .from(assessmentRounds)
    .innerJoin(cohorts, eq(cohorts.id, assessmentRounds.cohortId))
    .where(sits(members.map(({ id }) => id)))
    .orderBy(assessmentRounds.startsAt, assessmentRounds.id)
  return rows.map(({ round, cohort }) => ({ ...round, cohort }))
}

/** What stands in the calendar, which colleagues may see: neither whose round it is nor who sits in it. */
export const roundTitle = (locale: Locale, cohort: string) =>
  locale === "de" ? `Kompetenzbilanzierung (${cohort})` : `Assessment (${cohort})`

/** No name stands in it: whoever sits in the round finds the others behind the link. */
export function roundEntry(round: Dated, title: string, publicUrl: string): Entry {
  const url = `${publicUrl}/kompetenzbilanz/${round.id}`
  return {
    id: `${round.id}@${new URL(publicUrl).hostname}`,
    sequence: round.planVersion - 1,
    startsAt: round.startsAt,
    endsAt: endOf(round),
    title,
    place: round.place,
    description: url,
    url,
    changedAt: round.changedAt,
    isCancelled: false,
  }
}

export const isOver = (round: Dated) => endOf(round) < now()

export const endOf = ({ startsAt }: Pick<Dated, "startsAt">) =>
  new Date(startsAt.getTime() + ROUND_MINUTES * MINUTE)

export const sits = (memberIds: string[]) =>
  or(
    inArray(assessmentRounds.learnerId, memberIds),
    inArray(assessmentRounds.peerId, memberIds),
    inArray(assessmentRounds.facilitatorId, memberIds),
  )
