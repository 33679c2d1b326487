import { and, asc, eq, isNull } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { MINUTE } from "../../kernel/time.ts"
import { accessCohort, isPart } from "../policy.ts"
import { cohortMembers, cohortSteps, type Part, programmeSteps } from "../tables.ts"
import { type Round, threeOf } from "./policy.ts"
import { type ProposedRound, proposeRounds } from "./proposal.ts"
import type { RoundPlan, RoundRow } from "./schema.ts"
import { assessmentRounds } from "./tables.ts"

type Named = { memberId: string; name: string; personId: string }

/** For facilitators all rounds of the cohort as dates, for learners those that they sit in. */
export async function findRoundPlan(reader: Reader, actor: Actor, cohortId: string): Promise<RoundPlan> {
  const standing = await accessCohort(reader, actor, cohortId, ["facilitator", "learner"])
  const plans = isPart(standing, "facilitator")
  const rows = await rowsOf(reader, actor, cohortId)
  const learners = await membersOf(reader, cohortId, "learner")
  const facilitators = await membersOf(reader, cohortId, "facilitator")
  const startsAt = await assessmentDate(reader, cohortId)
  const proposal = plans ? proposalFor(rows, learners, facilitators) : []
  const find = (id: string | null) => [...learners, ...facilitators].find(({ memberId }) => memberId === id)
  return {
    rounds: plans ? rows : rows.filter(({ seat }) => seat !== null),
    proposal: proposal.flatMap(({ learner, peer, facilitator, offset }) => {
      const [one, other, leading] = [find(learner), find(peer), find(facilitator)]
      if (!one || !leading) return []
      const at = startsAt && new Date(startsAt.getTime() + offset * MINUTE).toISOString()
      return [
        { learner: named(one), peer: other ? named(other) : null, facilitator: named(leading), startsAt: at },
      ]
    }),
    startsAt: startsAt?.toISOString() ?? null,
    learners: plans ? learners.map(named) : [],
    facilitators: plans ? facilitators.map(named) : [],
    can: { plan: plans },
  }
}

const named = ({ memberId, name }: Named) => ({ memberId, name })

export function proposalFor(
  rounds: { learner: { memberId: string } }[],
  learners: Named[],
  facilitators: Named[],
): ProposedRound[] {
  const [first, ...others] = facilitators.map(({ memberId }) => memberId)
  if (!first) return []
  const taken = rounds.map(({ learner }) => learner.memberId)
  const free = learners.map(({ memberId }) => memberId).filter((id) => !taken.includes(id))
  return proposeRounds(free, [first, ...others]).map((round) => {
    // Whoever comes late to a cohort of pairs still finds a peer.
    const peer = round.peer ?? learners.find(({ memberId }) => memberId !== round.learner)?.memberId ?? null
    return { ...round, peer }
  })
}

export async function rowsOf(reader: Reader, actor: Actor, cohortId: string): Promise<RoundRow[]> {
  const rounds = await reader
    .select()
    .from(assessmentRounds)
    .where(eq(assessmentRounds.cohortId, cohortId))
    .orderBy(asc(assessmentRounds.startsAt), asc(assessmentRounds.id))
  const rows: RoundRow[] = []
  for (const round of rounds) {
    const { learner, peer, facilitator } = await threeOf(reader, round)
    if (!learner || !facilitator) continue
    const seat = Object.entries({ learner, peer, facilitator }).find(
      ([, sitting]) => sitting?.personId === actor.id,
    )?.[0]
    rows.push({
      id: round.id,
      learner: named(learner),
      peer: peer && named(peer),
      facilitator: named(facilitator),
      startsAt: round.startsAt.toISOString(),
      place: round.place,
      former: formerOf(round),
      planVersion: round.planVersion,
      seat: seat === "learner" || seat === "peer" || seat === "facilitator" ? seat : null,
    })
  }
  return rows
}

/** Those who are there today, in the order of their enrolment. */
export const membersOf = (reader: Reader, cohortId: string, part: Part): Promise<Named[]> =>
  reader
    .select({ memberId: cohortMembers.id, name: people.displayName, personId: cohortMembers.personId })
    .from(cohortMembers)
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(
      and(eq(cohortMembers.cohortId, cohortId), eq(cohortMembers.part, part), isNull(cohortMembers.leftAt)),
    )
    .orderBy(asc(cohortMembers.joinedAt), asc(cohortMembers.id))

/** Of the programme's assessment in this cohort. */
export async function assessmentDate(reader: Reader, cohortId: string): Promise<Date | null> {
  const [step] = await reader
    .select({ startsAt: cohortSteps.startsAt })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(
      and(
        eq(cohortSteps.cohortId, cohortId),
        eq(programmeSteps.kind, "assessment"),
        isNull(cohortSteps.cancelledAt),
      ),
    )
    .orderBy(asc(cohortSteps.startsAt))
    .limit(1)
  return step?.startsAt ?? null
}

/** What it was before the latest change, for as long as that is news. */
export const formerOf = ({ formerStartsAt, formerPlace, begunAt }: Round) =>
  formerStartsAt && !begunAt ? { startsAt: formerStartsAt.toISOString(), place: formerPlace ?? "" } : null
