import { eq } from "drizzle-orm"
import { newId } from "../../server/kernel/database.ts"
import { DAY, dayOf, now } from "../../server/kernel/time.ts"
import { assessmentObservations, assessmentRounds } from "../../server/qualification/assessments/tables.ts"
import { defaultCompetences } from "../../server/qualification/competences/frameworks/index.ts"
import { cohortMembers } from "../../server/qualification/tables.ts"
import type { Person } from "../support/world.ts"
import { addCohort, type Group } from "./group.ts"

export type RoundOf = Awaited<ReturnType<typeof openRound>>

type Made = Awaited<ReturnType<typeof addCohort>>
const SITUATION = { deed: "Frage gestellt", novelty: "Alle lesen mit", proof: "Die Antwort" }

const STEPS = ["planned", "released", "begun", "rated", "agreed", "worded", "confirmed"] as const

/** A cohort of its own with the round of Frau Müller (peer: Frau Huber), brought as far as asked, as people do it. */
export async function openRound(group: Group, until: (typeof STEPS)[number] = "planned") {
  const made = await addCohort(group, group.people)
  const { mueller, huber, facilitator } = group.people
  const list = `/api/cohorts/${made.cohortId}/assessments`
  await facilitator.agent.post(list, {}).expect(204)
  const { rounds } = (await facilitator.agent.get(list).expect(200)).body
  const row = rounds.find(
    ({ learner }: { learner: { memberId: string } }) => learner.memberId === made.members.mueller,
  )
  const round = {
    ...made,
    id: row.id as string,
    competences: defaultCompetences("digcomp@2.2"),
    plan: {
      peerId: made.members.huber,
      facilitatorId: made.members.facilitator,
      startsAt: row.startsAt as string,
      place: "",
    },
    addFacilitator: (person: Person) => enrolFacilitator(group, made.cohortId, person),
  }
  const address = `/api/assessments/${round.id}`
  const reaches = (step: (typeof STEPS)[number]) => STEPS.indexOf(until) >= STEPS.indexOf(step)
  if (reaches("released")) {
    const situations = [SITUATION]
    await mueller.agent.put(`${address}/preparation`, { situations, version: 1 }).expect(204)
    const release = { evidenceIds: [], ratings: false, formerRatings: false }
    await mueller.agent.post(`${address}/release`, release).expect(204)
  }
  if (reaches("begun")) await facilitator.agent.post(`${address}/begin`, {}).expect(204)
  if (reaches("rated")) {
    await huber.agent.post(`${address}/observations`, { text: "Sie hat geduldig erklärt." }).expect(201)
    await rateAll(mueller, round, 4, { submit: true })
    await rateAll(facilitator, round, 3, { submit: true })
  }
  if (reaches("agreed"))
    for (const competence of round.competences) {
      const result = { competence, level: 3, reason: "Weil es so war", evidence: "Beitrag", version: 0 }
      await facilitator.agent.put(`${address}/results`, result).expect(204)
    }
  if (reaches("worded")) {
    const { version } = (await mueller.agent.get(address).expect(200)).body
    const sentences = "Sabine Müller teilt Wissen."
    await mueller.agent.put(`${address}/sentences`, { sentences, version }).expect(204)
  }
  if (reaches("confirmed")) {
    const { version } = (await mueller.agent.get(address).expect(200)).body
    for (const { agent } of [mueller, facilitator])
      await agent.post(`${address}/confirm`, { version }).expect(204)
  }
  return round
}

export async function rateAll(
  who: Person,
  { id, competences }: { id: string; competences: string[] },
  level: number,
  { submit, sentence = "", version = 0 }: { submit: boolean; sentence?: string; version?: number },
): Promise<void> {
  const ratings = competences.map((competence) => ({ competence, level, sentence }))
  await who.agent.put(`/api/assessments/${id}/rating`, { ratings, submit, version }).expect(204)
}

/** A round straight in the tables, prepared and not released, with an observation of the peer. */
export async function addRound(group: Group, made: Made) {
  const { mueller, huber, facilitator } = made.members
  const [round, observation] = [newId(), newId()]
  const startsAt = new Date(now().getTime() + DAY)
  // The one behind a certificate is over; everybody has one round.
  await group.db.delete(assessmentRounds).where(eq(assessmentRounds.learnerId, mueller))
  await group.db.insert(assessmentRounds).values({
    id: round,
    cohortId: made.cohortId,
    learnerId: mueller,
    peerId: huber,
    facilitatorId: facilitator,
    startsAt,
    situations: [SITUATION],
    competences: [],
    notesUntil: dayOf(new Date(startsAt.getTime() + 28 * DAY)),
  })
  await group.db
    .insert(assessmentObservations)
    .values({ id: observation, roundId: round, memberId: huber, text: "Sie hat geduldig erklärt." })
  const plan = { peerId: huber, facilitatorId: facilitator, startsAt: startsAt.toISOString(), place: "" }
  return { round, observation, plan }
}

async function enrolFacilitator(group: Group, cohortId: string, person: Person): Promise<string> {
  const id = newId()
  await group.db
    .insert(cohortMembers)
    .values({ id, cohortId, personId: person.id, part: "facilitator", joinedAt: now() })
  return id
}
