import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { auditOf } from "../../kernel/audit.ts"
import { type Db, newId, only, type Reader, type Tx, transact } from "../../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { MINUTE, now } from "../../kernel/time.ts"
import { accessCohort, accessCohortForChange, isPart } from "../policy.ts"
import { tellChangedRound, tellRemovedRound, tellRound } from "./invitations.ts"
import { assessmentDate, membersOf, proposalFor, rowsOf } from "./plan.ts"
import { type Round, refuseBegun } from "./policy.ts"
import type { EditedRound, NewRounds } from "./schema.ts"
import { assessmentRounds } from "./tables.ts"
import { notesUntilOf } from "./timing.ts"

const record = auditOf("assessment")

/** A round for everybody who has none, as proposed. Doing it twice changes nothing. */
export async function formRounds(
  db: Db,
  actor: Actor,
  cohortId: string,
  { startsAt, place }: NewRounds,
): Promise<void> {
  await transact(db, async (tx) => {
    await accessCohortForChange(tx, actor, cohortId, ["facilitator"])
    const rounds = await rowsOf(tx, actor, cohortId)
    const learners = await membersOf(tx, cohortId, "learner")
    const facilitators = await membersOf(tx, cohortId, "facilitator")
    const begin = startsAt ? new Date(startsAt) : await assessmentDate(tx, cohortId)
    if (!begin) throw new Refusal(422, "assessment.date-needed", "startsAt")
    for (const { learner, peer, facilitator, offset } of proposalFor(rounds, learners, facilitators)) {
      const at = new Date(begin.getTime() + offset * MINUTE)
      const id = newId()
      const formed = await tx
        .insert(assessmentRounds)
        .values({
          id,
          cohortId,
          learnerId: learner,
          peerId: peer,
          facilitatorId: facilitator,
          startsAt: at,
          place: place.trim(),
          situations: [],
          competences: [],
          notesUntil: notesUntilOf(at),
        })
        .returning()
      await tellRound(tx, only(formed))
      await record(tx, actor, "formed", id, { cohortId })
    }
  })
}

/** Before it begins. Whoever released their preparation did so for certain people: with others it holds no more. */
export async function changeRound(db: Db, actor: Actor, id: string, input: EditedRound): Promise<void> {
  await transact(db, async (tx) => {
    const round = await accessPlannedForChange(tx, actor, id)
    refuseBegun(round)
    if (round.planVersion !== input.planVersion) throw new Refusal(409, "assessment.plan-changed")
    await refuseStrangers(tx, round, input)
    const startsAt = new Date(input.startsAt)
    const place = input.place.trim()
    const isOther = round.peerId !== input.peerId || round.facilitatorId !== input.facilitatorId
    const isMoved = round.startsAt.getTime() !== startsAt.getTime() || round.place !== place
    if (!isOther && !isMoved) return
    const changed = await tx
      .update(assessmentRounds)
      .set({
        peerId: input.peerId,
        facilitatorId: input.facilitatorId,
        startsAt,
        place,
        ...(isMoved && { formerStartsAt: round.startsAt, formerPlace: round.place }),
        notesUntil: notesUntilOf(startsAt),
        planVersion: round.planVersion + 1,
        changedAt: now(),
        ...(isOther && round.released && { released: null, isReleaseDropped: true }),
      })
      .where(eq(assessmentRounds.id, id))
      .returning()
    await tellChangedRound(tx, only(changed), round)
    touch(tx, "assessment", id)
    await record(tx, actor, "planned", id, { cohortId: round.cohortId, startsAt })
  })
}

/** Before it begins; the learner keeps nothing of its preparation. */
export async function removeRound(db: Db, actor: Actor, id: string): Promise<{ cohortId: string }> {
  return transact(db, async (tx) => {
    const round = await accessPlannedForChange(tx, actor, id)
    refuseBegun(round)
    await tellRemovedRound(tx, round)
    await tx.delete(assessmentRounds).where(eq(assessmentRounds.id, id))
    await record(tx, actor, "removed", id, { cohortId: round.cohortId })
    return { cohortId: round.cohortId }
  })
}

/** The planning belongs to the facilitators of the cohort, also of rounds that they do not sit in. */
export async function accessPlanned(reader: Reader, actor: Actor, id: string): Promise<Round> {
  const [round] = await reader.select().from(assessmentRounds).where(eq(assessmentRounds.id, id))
  if (!round) throw notFound()
  const standing = await accessCohort(reader, actor, round.cohortId)
  if (isPart(standing, "facilitator")) return round
  // Whoever does not sit in it must not learn from a refusal that it exists.
  const own = standing.own.map(({ id: memberId }) => memberId)
  const sits = own.includes(round.learnerId) || (round.peerId !== null && own.includes(round.peerId))
  throw sits ? forbidden() : notFound()
}

async function accessPlannedForChange(tx: Tx, actor: Actor, id: string): Promise<Round> {
  await accessPlanned(tx, actor, id)
  const [round] = await tx.select().from(assessmentRounds).where(eq(assessmentRounds.id, id)).for("update")
  if (!round) throw notFound()
  return round
}

async function refuseStrangers(tx: Tx, round: Round, { peerId, facilitatorId }: EditedRound): Promise<void> {
  const learners = await membersOf(tx, round.cohortId, "learner")
  const facilitators = await membersOf(tx, round.cohortId, "facilitator")
  const isPeer = learners.some(({ memberId }) => memberId === peerId) && peerId !== round.learnerId
  if (peerId !== null && !isPeer) throw new Refusal(422, "assessment.peer-unknown", "peerId")
  if (!facilitators.some(({ memberId }) => memberId === facilitatorId))
    throw new Refusal(422, "assessment.facilitator-unknown", "facilitatorId")
}

/** Who meets whom is the planning's alone: the log does not say it. */
