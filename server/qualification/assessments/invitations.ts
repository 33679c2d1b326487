import { and, eq, inArray, isNull, or } from "drizzle-orm"
import type { Reader, Tx } from "../../kernel/database.ts"
import { enqueue, type Payload } from "../../kernel/jobs.ts"
import { MINUTE, now } from "../../kernel/time.ts"
import type { Entry } from "../cohorts/calendar.ts"
import { cohortMembers, cohorts } from "../tables.ts"
import { type Round, threeOf } from "./policy.ts"
import { ROUND_MINUTES } from "./proposal.ts"
import { assessmentRounds } from "./tables.ts"

export const QUEUE = "qualification.round-mail"

/** What a calendar needs of a round. */
export type Dated = Pick<Round, "id" | "cohortId" | "startsAt" | "place" | "planVersion" | "changedAt">

/** Invites the three of a round to where it stands now. What is over is told to nobody. */
export async function tellRound(tx: Tx, round: Round): Promise<void> {
  if (isOver(round)) return
  for (const personId of await personIdsOf(tx, round))
    await enqueue(tx, QUEUE, { roundId: round.id, personId })
}

/**
 * After a change: what is new to those who sat in it before, an invitation to whoever came to it, and off the calendar
 * of those who went.
 */
export async function tellChangedRound(tx: Tx, round: Round, former: Round): Promise<void> {
  const before = await personIdsOf(tx, former)
  const present = await personIdsOf(tx, round)
  const changed = changesOf(round, former)
  for (const personId of isOver(round) ? [] : present)
    await enqueue(tx, QUEUE, {
      roundId: round.id,
      personId,
      ...(before.includes(personId) && changed),
    })
  for (const personId of before) if (!present.includes(personId)) await tellOff(tx, former, personId)
}

/** What the mail names, and what it was before: a time and a place, never a person. */
function changesOf(round: Round, former: Round): Payload {
  const isOther = round.peerId !== former.peerId || round.facilitatorId !== former.facilitatorId
  const isLater = Number(round.startsAt) !== Number(former.startsAt)
  const isElsewhere = round.place !== former.place
  return {
    changed: [isLater && "when", isElsewhere && "place", isOther && "people"].filter(Boolean).join(","),
    ...(isLater && { formerStart: former.startsAt.toISOString() }),
    ...(isElsewhere && { formerPlace: former.place }),
  }
}

/** Before it is deleted. */
export async function tellRemovedRound(tx: Tx, round: Round): Promise<void> {
  for (const personId of await personIdsOf(tx, round)) await tellOff(tx, round, personId)
}

/** The rounds of somebody who leaves the cohort go off their calendar. */
export async function uninviteFromRounds(tx: Tx, memberId: string, personId: string): Promise<void> {
  const rounds = await tx
    .select()
    .from(assessmentRounds)
    .where(sits([memberId]))
    .for("update")
  for (const round of rounds) {
    if (isOver(round)) continue
    const planVersion = round.planVersion + 1
    await tx
      .update(assessmentRounds)
      .set({ planVersion, changedAt: now() })
      .where(eq(assessmentRounds.id, round.id))
    await tellOff(tx, round, personId)
  }
}

/** Of the round as this person knew it: where it went, they need not know, and of a deleted one nothing else is left. */
async function tellOff(tx: Tx, former: Round, personId: string): Promise<void> {
  if (isOver(former)) return
  await enqueue(tx, QUEUE, {
    personId,
    formerId: former.id,
    cohortId: former.cohortId,
    startsAt: former.startsAt.toISOString(),
    planVersion: String(former.planVersion + 1),
  })
}

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

const sits = (memberIds: string[]) =>
  or(
    inArray(assessmentRounds.learnerId, memberIds),
    inArray(assessmentRounds.peerId, memberIds),
    inArray(assessmentRounds.facilitatorId, memberIds),
  )

/** Somebody can sit in it twice, as a facilitator who learns along. */
async function personIdsOf(reader: Reader, round: Round): Promise<string[]> {
  const three = Object.values(await threeOf(reader, round))
  return [...new Set(three.flatMap((sitting) => (sitting && !sitting.hasLeft ? sitting.personId : [])))]
}
