import { eq } from "drizzle-orm"
import type { Reader, Tx } from "../../kernel/database.ts"
import { enqueue, type Payload } from "../../kernel/jobs.ts"
import { now } from "../../kernel/time.ts"
import { isOver, sits } from "./dates.ts"
import { type Round, threeOf } from "./policy.ts"
import { assessmentRounds } from "./tables.ts"

export const QUEUE = "qualification.round-mail"

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

/** Somebody can sit in it twice, as a facilitator who learns along. */
async function personIdsOf(reader: Reader, round: Round): Promise<string[]> {
  const three = Object.values(await threeOf(reader, round))
  return [...new Set(three.flatMap((sitting) => (sitting && !sitting.hasLeft ? sitting.personId : [])))]
}
