import { eq } from "drizzle-orm"
import type { Reader, Tx } from "../../kernel/database.ts"
import type { Payload } from "../../kernel/jobs.ts"
import { now } from "../../kernel/time.ts"
import { notify } from "../../notifications/index.ts"
import { endOf, isOver, sits } from "./dates.ts"
import { ROUND } from "./notices.ts"
import { type Round, threeOf } from "./policy.ts"
import { assessmentRounds } from "./tables.ts"

/** Invites the three of a round to where it stands now. What is over is told to nobody. */
export async function tellRound(tx: Tx, round: Round): Promise<void> {
  if (!isOver(round)) await notify(tx, ROUND, await personIdsOf(tx, round), { roundId: round.id })
}

/**
 * After a change: what is new to those who sat in it before, an invitation to whoever came to it, and off the calendar
 * of those who went.
 */
export async function tellChangedRound(tx: Tx, round: Round, former: Round): Promise<void> {
  const before = await personIdsOf(tx, former)
  const present = await personIdsOf(tx, round)
  if (!isOver(round)) {
    const roundId = round.id
    const stayed = present.filter((personId) => before.includes(personId))
    const came = present.filter((personId) => !before.includes(personId))
    await notify(tx, ROUND, stayed, { roundId, ...changesOf(round, former) })
    await notify(tx, ROUND, came, { roundId })
  }
  const went = before.filter((personId) => !present.includes(personId))
  await tellOff(tx, former, went)
}

/** What the mail names, and what it was before: a time and a place, never a person. */
function changesOf(round: Round, former: Round): Payload {
  const isOther = round.peerId !== former.peerId || round.facilitatorId !== former.facilitatorId
  const isLater = Number(round.startsAt) !== Number(former.startsAt)
  const isElsewhere = round.place !== former.place
  return {
    changed: [isLater && "when", isElsewhere && "place", isOther && "people"].filter(Boolean).join(","),
    ...(isLater && { formerStart: former.startsAt.toISOString(), formerEnd: endOf(former).toISOString() }),
    ...(isElsewhere && { formerPlace: former.place }),
  }
}

/** Before it is deleted. */
export async function tellRemovedRound(tx: Tx, round: Round): Promise<void> {
  await tellOff(tx, round, await personIdsOf(tx, round))
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
    await tellOff(tx, round, [personId])
  }
}

/** Of the round as they knew it: where it went, they need not know, and of a deleted one nothing else is left. */
async function tellOff(tx: Tx, former: Round, personIds: string[]): Promise<void> {
  if (isOver(former)) return
  await notify(tx, ROUND, personIds, {
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
