import { newId } from "../../server/kernel/database.ts"
import { now, today } from "../../server/kernel/time.ts"
import { assessmentResults, assessmentRounds } from "../../server/qualification/assessments/tables.ts"
import { issueCertificate } from "../../server/qualification/certificates/actions.ts"
import { attendances } from "../../server/qualification/tables.ts"
import type { World } from "../support/world.ts"
import type { Group } from "./group.ts"

type Place = {
  cohortId: string
  steps: { workshop: string; meeting: string }
  members: { facilitator: string; mueller: string; huber: string }
}

export const SENTENCES = ["Sie hat das Fachforum eingerichtet.", "Sie hat die Infoveranstaltung moderiert."]

/** Was there, and had the assessment confirmed: straight in the tables, as nothing else matters here. */
export async function fulfil({ db }: Pick<World, "db">, place: Place, memberId: string): Promise<void> {
  await attend({ db }, place, memberId)
  await assess({ db }, place, memberId)
}

export async function attend({ db }: Pick<World, "db">, { steps }: Place, memberId: string): Promise<void> {
  await db.insert(attendances).values([
    { cohortStepId: steps.workshop, memberId, state: "present" },
    { cohortStepId: steps.meeting, memberId, state: "made-up" },
  ])
}

export async function assess({ db }: Pick<World, "db">, place: Place, memberId: string): Promise<void> {
  const id = newId()
  const levels = [
    ["digcomp@2.2:2.2", 3],
    ["fachforum@1.0:A.2", 5],
  ] as const
  await db.insert(assessmentRounds).values({
    id,
    cohortId: place.cohortId,
    learnerId: memberId,
    facilitatorId: place.members.facilitator,
    startsAt: now(),
    situations: [],
    competences: levels.map(([key]) => key),
    sentences: SENTENCES.join("\n"),
    confirmedAt: now(),
    notesUntil: today(),
  })
  for (const [competence, level] of levels)
    await db
      .insert(assessmentResults)
      .values({ roundId: id, competence, level, reason: "vertraulicher Grund", evidence: "" })
}

/** Sabine Müller has hers; for Petra Huber one could be issued. */
export async function addCertificate(group: Group, place: Place) {
  const { mueller, huber } = place.members
  for (const memberId of [mueller, huber]) await fulfil(group, place, memberId)
  const { facilitator } = group.people
  const actor = {
    id: facilitator.id,
    displayName: facilitator.name,
    roles: [],
    departments: [],
    locale: "de" as const,
    sessionId: null,
  }
  const { id } = await issueCertificate(group.db, actor, place.cohortId, { memberId: mueller })
  return { certificate: id, certifiable: huber }
}
