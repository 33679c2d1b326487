import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { newId } from "../../server/kernel/database.ts"
import { now } from "../../server/kernel/time.ts"
import { selfRatings } from "../../server/qualification/competences/tables.ts"
import { evidence } from "../../server/qualification/evidence/tables.ts"
import { impulseAnswers } from "../../server/qualification/impulses/tables.ts"
import { perPrompt, reports } from "../../server/qualification/reports/tables.ts"
import { sessionMinutes } from "../../server/qualification/sessions/tables.ts"
import { experiences } from "../../server/qualification/starts/tables.ts"
import { attendances, cohortMembers, programmeSteps } from "../../server/qualification/tables.ts"
import type { Person } from "../support/world.ts"
import { addCohort, type Group, openGroup } from "./group.ts"
import { addProject } from "./project-things.ts"

type Made = Awaited<ReturnType<typeof addCohort>>

let group: Group
let made: Made
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())
beforeEach(async () => {
  made = await addCohort(group, group.people)
})

const page = async ({ agent }: Person) =>
  (await agent.get(`/lerngruppen/${made.cohortId}/fuehrungskraft`).expect(200)).text
const view = async ({ agent }: Person) =>
  (await agent.get(`/api/cohorts/${made.cohortId}/managed`).expect(200)).body
const overview = async ({ agent }: Person) => (await agent.get("/qualifizierung").expect(200)).text

const waitingIn = async ({ agent }: Person, cohortId = made.cohortId) =>
  (await agent.get("/api/cohorts/managed").expect(200)).body.items.find(
    ({ id }: { id: string }) => id === cohortId,
  ).waiting as number

async function release(values: { forManagers: boolean; body: string }) {
  await group.db.insert(sessionMinutes).values({
    cohortStepId: made.steps.workshop,
    body: values.body,
    releasedBody: values.body,
    releasedAt: now(),
    forManagers: values.forManagers,
  })
}

const report = (releasedAt: Date | null, expiresOn: string | null, text = "Es hat geholfen") =>
  group.db.insert(reports).values({
    cohortId: made.cohortId,
    fields: perPrompt(() => ({ text, included: true })),
    releasedAt,
    expiresOn,
  })

describe("the manager's page", () => {
  it("shows the workshops, and whose manager one is", async () => {
    const { schoeller } = group.people
    expect(await view(schoeller)).toMatchObject({
      name: "Lerngruppe Wohngeld",
      facilitators: ["Lena Weber"],
      learners: ["Petra Huber", "Sabine Müller", "Thomas Meier"],
      workshops: [{ id: made.steps.workshop, title: "Schritt 1", cancelled: false, agreement: false }],
      agreements: [],
      report: null,
      rollout: null,
      minutes: [],
    })
    const text = await page(schoeller)
    expect(text).toContain("Schritt 1")
    expect(text).toContain("Zurzeit wartet nichts auf Ihre Antwort.")
    expect(text).toContain("Noch nichts.")
    await schoeller.agent.patch("/api/me", { locale: "en" }).expect(200)
    expect(await page(schoeller)).toContain("Nothing is waiting for your answer at the moment.")
    await schoeller.agent.patch("/api/me", { locale: "de" }).expect(200)
  })

  it("says that a workshop was cancelled, and what follows it", async () => {
    const { schoeller, facilitator } = group.people
    await addProject(group, made)
    expect(await page(schoeller)).toContain("Am Ende kommen Sie dazu; das Lernprojekt wird Ihnen vorgelegt.")
    await facilitator.agent
      .post(`/api/cohort-steps/${made.steps.workshop}/cancel`, { version: 1 })
      .expect(204)
    const text = await page(schoeller)
    expect(text).toContain("abgesagt")
    expect(text).not.toContain("Am Ende kommen Sie dazu")
  })

  it("leads to the agreements that wait, and keeps those that were answered", async () => {
    const { schoeller } = group.people
    const { agreement } = await addProject(group, made)
    const before = await page(schoeller)
    expect(before).toContain(`/abstimmungen/${agreement}`)
    expect(before).not.toContain("Zurzeit wartet nichts")
    expect(await overview(schoeller)).toContain("1 Abstimmung wartet")
    await schoeller.agent
      .put(`/api/agreements/${agreement}`, { answer: "agreed", comment: "", talkOn: null, version: 1 })
      .expect(204)
    const after = await page(schoeller)
    expect(after).toContain("Zurzeit wartet nichts")
    expect(after).toContain(`/abstimmungen/${agreement}`)
    expect(await waitingIn(schoeller)).toBe(0)
  })

  it("does not wait for what a newer version has replaced", async () => {
    const { schoeller, mueller } = group.people
    const { project, workshopStep } = await addProject(group, made)
    await mueller.agent
      .post(`/api/projects/${project}/submissions`, { cohortStepId: workshopStep, message: "", version: 1 })
      .expect(201)
    expect(await waitingIn(schoeller)).toBe(1)
    expect((await view(schoeller)).agreements).toHaveLength(2)
  })

  it("shows a feedback report from its release to its last day", async () => {
    const { schoeller } = group.people
    await report(now(), "2099-12-31")
    expect(await page(schoeller)).toContain(`/lerngruppen/${made.cohortId}/rueckmeldung`)
    expect(await overview(schoeller)).toContain("Rückmeldung freigegeben")
    for (const hidden of [{ expiresOn: "2020-01-01" }, { releasedAt: null, expiresOn: null }]) {
      await group.db.update(reports).set(hidden).where(eq(reports.cohortId, made.cohortId))
      expect(await page(schoeller)).not.toContain("/rueckmeldung")
      expect((await view(schoeller)).report).toBeNull()
    }
  })

  it("leads to the minutes that were released to managers", async () => {
    const { schoeller } = group.people
    await release({ forManagers: true, body: "Vereinbart ist viel." })
    const address = `/termine/${made.steps.workshop}/protokoll`
    expect(await page(schoeller)).toContain(address)
    expect((await schoeller.agent.get(address).expect(200)).text).toContain("Vereinbart ist viel.")
  })

  it("is for the managers of the cohort, and is the only page of it for who is nothing else", async () => {
    const { people } = group
    const address = `/lerngruppen/${made.cohortId}/fuehrungskraft`
    await people.mueller.agent.get(address).expect(403)
    await people.facilitator.agent.get(address).expect(403)
    await people.outsider.agent.get(address).expect(404)
    await people.otherFacilitator.agent.get(`/api/cohorts/${made.cohortId}/managed`).expect(404)
    await group.nobody.get(`/api/cohorts/${made.cohortId}/managed`).expect(401)
    const { headers } = await people.schoeller.agent.get(`/lerngruppen/${made.cohortId}`).expect(303)
    expect(headers.location).toBe(address)
    expect(await overview(people.schoeller)).toContain(`href="${address}"`)
  })

  it("is one page of several for a manager who learns, too", async () => {
    const { schoeller } = group.people
    await group.db.insert(cohortMembers).values({
      id: newId(),
      cohortId: made.cohortId,
      personId: schoeller.id,
      part: "learner",
      joinedAt: now(),
    })
    const { text } = await schoeller.agent.get(`/lerngruppen/${made.cohortId}`).expect(200)
    expect(text).toContain(`/lerngruppen/${made.cohortId}/fuehrungskraft`)
  })

  it("is gone with the part, and the overview with it", async () => {
    const { schoeller, facilitator } = group.people
    await addProject(group, made)
    await facilitator.agent
      .delete(`/api/cohorts/${made.cohortId}/members/${made.members.schoeller}`)
      .expect(204)
    await schoeller.agent.get(`/lerngruppen/${made.cohortId}/fuehrungskraft`).expect(404)
    expect(await overview(schoeller)).not.toContain(made.cohortId)
  })

  it("keeps two cohorts apart", async () => {
    const { vogt, schoeller } = group.people
    await addProject(group, made)
    expect(await waitingIn(schoeller)).toBe(1)
    expect(await waitingIn(schoeller, group.cohortId)).toBe(0)
    const other = (await vogt.agent.get(`/api/cohorts/${made.cohortId}/managed`).expect(200)).body
    expect(other).toMatchObject({ learners: ["Chiara D'Angelo"], agreements: [] })
    expect(await overview(vogt)).not.toContain("wartet")
  })
})

describe("a manager learns nothing of what was not released to them", () => {
  const SECRET = "streng geheimes Lernen"

  async function learn() {
    const { mueller } = made.members
    const { agent } = group.people.mueller
    const { workshop, meeting, impulse } = made.steps
    const { db } = group
    await db.update(programmeSteps).set({ contents: SECRET, tasks: SECRET })
    await db.update(programmeSteps).set({ title: SECRET }).where(eq(programmeSteps.kind, "impulse"))
    await db
      .update(programmeSteps)
      .set({ title: `${SECRET} im Treffen` })
      .where(eq(programmeSteps.kind, "meeting"))
    await db.insert(attendances).values([
      { cohortStepId: workshop, memberId: mueller, state: "absent" },
      { cohortStepId: meeting, memberId: mueller, state: "made-up" },
    ])
    const answers = [SECRET]
    await db.insert(impulseAnswers).values({
      cohortStepId: impulse,
      memberId: mueller,
      state: "done",
      answers,
      sharedWith: "group",
      sharedAnswers: answers,
    })
    const rating = { competence: "digcomp@2.2:2.2", level: 7, sentence: SECRET }
    await db.insert(selfRatings).values({ id: newId(), memberId: mueller, point: "start", ratings: [rating] })
    await db.insert(evidence).values({
      id: newId(),
      memberId: mueller,
      kind: "other",
      title: SECRET,
      address: "",
      copy: "",
      sentence: SECRET,
      competences: [],
    })
    await db.insert(experiences).values({
      memberId: mueller,
      cohortId: made.cohortId,
      anonymous: false,
      media: [],
      answers: { helps: SECRET, hinders: SECRET, wish: SECRET },
    })
    const written = await agent
      .post("/api/journal", {
        title: SECRET,
        body: SECRET,
        writtenOn: "2026-02-03",
        cohortId: made.cohortId,
        cohortStepId: null,
      })
      .expect(201)
    await agent
      .put(`/api/journal/${written.body.id}/share`, { cohortId: made.cohortId, with: "group", version: 1 })
      .expect(204)
    const project = {
      title: SECRET,
      goal: SECRET,
      reason: "",
      concerned: "",
      risks: "",
      state: "planned",
    }
    await agent.post(`/api/cohorts/${made.cohortId}/projects`, project).expect(201)
    await release({ forManagers: false, body: SECRET })
    await report(null, null, SECRET)
  }

  it("not on the page, not by the API, and not in the overview", async () => {
    const { schoeller, vogt } = group.people
    const before = { view: await view(schoeller), other: await view(vogt), list: await overview(schoeller) }
    await learn()
    for (const text of [await page(schoeller), await overview(schoeller)]) {
      expect(text).not.toContain(SECRET)
      expect(text).not.toMatch(/abwesend|nachgeholt|noch offen|erfüllt|Stufe 7/)
    }
    // Not even that something is there: it is the same as before.
    expect(await view(schoeller)).toEqual(before.view)
    expect(await view(vogt)).toEqual(before.other)
    expect(await overview(schoeller)).toBe(before.list)
  })
})
