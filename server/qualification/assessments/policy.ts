import { eq, inArray } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader, Tx } from "../../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../../kernel/errors.ts"
import { findValidCertificate } from "../certificates/valid.ts"
import { cohortMembers } from "../tables.ts"
import { assessmentRounds } from "./tables.ts"

export const SEATS = ["learner", "peer", "facilitator"] as const
export type Seat = (typeof SEATS)[number]

export type Round = typeof assessmentRounds.$inferSelect
export type Sitting = { memberId: string; personId: string; name: string; hasLeft: boolean }
/** A round as one of the three sits in it. */
export type Place = { round: Round; seat: Seat; own: Sitting; three: Record<Seat, Sitting | null> }

/**
 * The one door to a round: for its three, as long as they belong to the cohort. For everybody else, other learners and
 * other facilitators of the cohort among them, it does not exist; 403 for those of the three without this right.
 */
export async function accessRound(
  reader: Reader,
  actor: Actor,
  id: string,
  seats?: readonly Seat[],
): Promise<Place> {
  const [round] = await reader.select().from(assessmentRounds).where(eq(assessmentRounds.id, id))
  return placeIn(reader, actor, round, seats)
}

/** The same, locking the round against other changes of it. */
export async function accessRoundForChange(
  tx: Tx,
  actor: Actor,
  id: string,
  seats?: readonly Seat[],
): Promise<Place> {
  const [round] = await tx.select().from(assessmentRounds).where(eq(assessmentRounds.id, id)).for("update")
  return placeIn(tx, actor, round, seats)
}

async function placeIn(
  reader: Reader,
  actor: Actor,
  round: Round | undefined,
  seats: readonly Seat[] | undefined,
): Promise<Place> {
  if (!round) throw notFound()
  const three = await threeOf(reader, round)
  const seat = SEATS.find((one) => three[one]?.personId === actor.id && !three[one].hasLeft)
  const own = seat && three[seat]
  if (!seat || !own) throw notFound()
  if (seats && !seats.includes(seat)) throw forbidden()
  return { round, seat, own, three }
}

export async function threeOf(reader: Reader, round: Round): Promise<Record<Seat, Sitting | null>> {
  const ids = [round.learnerId, round.peerId, round.facilitatorId].filter((id) => id !== null)
  const rows = await reader
    .select({
      memberId: cohortMembers.id,
      personId: cohortMembers.personId,
      name: people.displayName,
      leftAt: cohortMembers.leftAt,
    })
    .from(cohortMembers)
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(inArray(cohortMembers.id, ids))
  const find = (id: string | null): Sitting | null => {
    const row = rows.find(({ memberId }) => memberId === id)
    return row ? { ...row, hasLeft: row.leftAt !== null } : null
  }
  return {
    learner: find(round.learnerId),
    peer: find(round.peerId),
    facilitator: find(round.facilitatorId),
  }
}

export function refuseBegun({ begunAt }: Round): void {
  if (begunAt) throw new Refusal(409, "assessment.begun")
}

export function refuseUnbegun({ begunAt }: Round): void {
  if (!begunAt) throw new Refusal(409, "assessment.not-begun")
}

/** What stands on a valid certificate is settled; once it is revoked, the three can go back to it. */
export const isCertified = async (reader: Reader, { learnerId }: Round): Promise<boolean> =>
  (await findValidCertificate(reader, learnerId)) !== null
