import { eq } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import { DAY, moveClock, resetClock } from "../../server/kernel/time.ts"
import { cohortMembers, cohortSteps } from "../../server/qualification/tables.ts"
import type { Person } from "../support/world.ts"
import { type Group, openGroup } from "./group.ts"
import { addProject } from "./project-things.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(async () => {
  resetClock()
  await group.close()
})

const forYou = async ({ agent }: Person) => {
  const { text } = await agent.get("/").expect(200)
  return /<section[^>]*id="fuer-sie".*?<\/section>/s.exec(text)?.[0] ?? ""
}

it("the next date of the own group waits for learners and facilitators, with its link, and for nobody else", async () => {
  const { mueller, facilitator, schoeller, outsider } = group.people
  const { workshop, meeting } = group.steps
  await group.db
    .update(cohortSteps)
    .set({ link: "https://video.example.org/gruppe", place: "Raum 2" })
    .where(eq(cohortSteps.id, workshop))
  for (const person of [mueller, facilitator]) {
    const waiting = await forYou(person)
    expect(waiting).toContain(`href="/termine/${workshop}"`)
    expect(waiting).toContain('href="https://video.example.org/gruppe"')
    expect(waiting).toContain("Lerngruppe Wohngeld")
    expect(waiting).not.toContain(meeting)
  }
  for (const person of [schoeller, outsider]) expect(await forYou(person)).not.toContain("/termine/")
  moveClock(2 * DAY)
  expect(await forYou(mueller)).toContain(`href="/termine/${meeting}"`)
  await group.db.update(cohortSteps).set({ cancelledAt: new Date() }).where(eq(cohortSteps.id, meeting))
  expect(await forYou(mueller)).toContain(`/lerngruppen/${group.cohortId}/kompetenzbilanzen`)
  resetClock()
})

it("a submitted project waits for its manager, until they answer or belong to the group no more", async () => {
  const { mueller, schoeller, vogt } = group.people
  const { agreement } = await addProject(group, group)
  expect(await forYou(schoeller)).toContain(`href="/abstimmungen/${agreement}"`)
  for (const person of [mueller, vogt]) expect(await forYou(person)).not.toContain("/abstimmungen/")
  const left = (leftAt: Date | null) =>
    group.db.update(cohortMembers).set({ leftAt }).where(eq(cohortMembers.id, group.members.schoeller))
  await left(new Date())
  expect(await forYou(schoeller)).not.toContain("/abstimmungen/")
  await left(null)
  const answer = { answer: "agreed", comment: "", talkOn: null, version: 1 }
  await schoeller.agent.put(`/api/agreements/${agreement}`, answer).expect(204)
  expect(await forYou(schoeller)).not.toContain("/abstimmungen/")
})

it("a role that was requested waits for the administration", async () => {
  const { facilitator, outsider, mueller } = group.people
  const request = { memberId: group.members.huber, reason: "Sie richtet die Kategorien ein." }
  await facilitator.agent.post(`/api/cohorts/${group.cohortId}/role-requests`, request).expect(201)
  const waiting = await forYou(outsider)
  expect(waiting).toContain("Ein Antrag auf eine Rolle wartet auf Ihre Entscheidung")
  expect(waiting).toContain('href="/verwaltung/personen#antraege"')
  expect(await forYou(mueller)).not.toContain("Antrag")
})

it("the group's report waits for each learner who has not agreed with it", async () => {
  const { mueller, huber, facilitator } = group.people
  const path = `/api/cohorts/${group.cohortId}/report`
  await mueller.agent.post(`${path}/compose`).expect(204)
  const { body } = await mueller.agent.get(path).expect(200)
  const { fields, version } = body
  fields.achieved = { text: "Wir fragen jetzt im Forum.", included: true }
  const waits = `href="/lerngruppen/${group.cohortId}/rueckmeldung"`
  expect(await forYou(huber)).not.toContain(waits)
  await mueller.agent.put(path, { fields, version }).expect(204)
  expect(await forYou(huber)).toContain(waits)
  for (const person of [mueller, facilitator]) expect(await forYou(person)).not.toContain(waits)
  await huber.agent.post(`${path}/approve`, { version: version + 1 }).expect(204)
  expect(await forYou(huber)).not.toContain(waits)
})
