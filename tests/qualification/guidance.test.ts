import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { cohortSteps, programmeSteps } from "../../server/qualification/tables.ts"
import { archiveOf } from "../support/own-data.ts"
import { type Group, openGroup } from "./group.ts"

const SCRIPT = "Zuerst schweigen, dann fragen."

/** What a step says to facilitators alone: whoever else asks never gets it, wherever the step is shown. */
let group: Group
beforeAll(async () => {
  group = await openGroup()
  const text = { contents: "Für alle zu lesen.", tasks: "Eine Aufgabe.", guidance: SCRIPT }
  await group.db.update(programmeSteps).set(text)
  // What comes in the next weeks is shown, too.
  await group.db
    .update(cohortSteps)
    .set({ startsAt: new Date() })
    .where(eq(cohortSteps.id, group.steps.impulse))
})
afterAll(() => group.close())

const PLACES: [string, () => string][] = [
  ["the session in the API", () => `/api/cohort-steps/${group.steps.workshop}/session`],
  ["the dates of a step in the API", () => `/api/cohort-steps/${group.steps.workshop}`],
  ["the board in the API", () => `/api/cohort-steps/${group.steps.meeting}/board`],
  ["the phase in the API", () => `/api/practice-phases/${group.steps.practice}`],
  ["the impulse in the API", () => `/api/impulses/${group.steps.impulse}`],
  ["the cohort in the API", () => `/api/cohorts/${group.cohortId}`],
  ["the path in the API", () => `/api/cohorts/${group.cohortId}/path`],
  ["the programme in the API", () => `/api/programmes/${group.programmeId}`],
  ["the workshop", () => `/termine/${group.steps.workshop}`],
  ["the meeting", () => `/termine/${group.steps.meeting}`],
  ["the sheet of the session", () => `/termine/${group.steps.meeting}/bogen`],
  ["the projector", () => `/termine/${group.steps.meeting}/beamer`],
  ["the minutes", () => `/termine/${group.steps.meeting}/protokoll`],
  ["the phase", () => `/praxisphasen/${group.steps.practice}`],
  ["the impulse", () => `/lernimpulse/${group.steps.impulse}`],
  ["the cohort", () => `/lerngruppen/${group.cohortId}`],
  ["the sheets of the cohort", () => `/lerngruppen/${group.cohortId}/blaetter`],
  ["the programme", () => `/programme/${group.programmeId}`],
]

describe("What a step says to facilitators", () => {
  it.each(PLACES)("is told to no learner, no manager and no stranger by %s", async (_, at) => {
    const { mueller, schoeller, outsider } = group.people
    for (const { agent, name } of [mueller, schoeller, outsider]) {
      const { text } = await agent.get(at())
      expect(text, name).not.toContain(SCRIPT)
    }
    expect((await group.nobody.get(at())).text).not.toContain(SCRIPT)
  })

  it("is not in the archive of a learner", async () => {
    for (const [name, text] of Object.entries(await archiveOf(group, group.people.mueller)))
      expect(text, name).not.toContain(SCRIPT)
  })

  it("is told to the facilitator of the cohort, who reads it beside what all read", async () => {
    const { agent } = group.people.facilitator
    const { body } = await agent.get(`/api/cohort-steps/${group.steps.workshop}/session`).expect(200)
    expect(body.guidance).toBe(SCRIPT)
    const phase = await agent.get(`/api/practice-phases/${group.steps.practice}`).expect(200)
    expect(phase.body.guidance).toBe(SCRIPT)
    for (const at of [`/termine/${group.steps.workshop}`, `/praxisphasen/${group.steps.practice}`]) {
      const { text } = await agent.get(at).expect(200)
      expect(text).toContain(SCRIPT)
      expect(text).toContain("Für die Lernbegleitung")
    }
    const learner = await group.people.mueller.agent.get(`/termine/${group.steps.workshop}`).expect(200)
    expect(learner.text).toContain("Für alle zu lesen.")
    // On the wall the whole room reads along, whoever has opened it.
    expect((await agent.get(`/termine/${group.steps.meeting}/beamer`)).text).not.toContain(SCRIPT)
    expect((await agent.get(`/termine/${group.steps.meeting}/bogen`)).text).not.toContain(SCRIPT)
  })

  it("is written in a draft, and kept where a change does not name it", async () => {
    const { agent } = group.people.facilitator
    const { body: copy } = await agent.post(`/api/programmes/${group.programmeId}/copy`, {}).expect(201)
    const read = async () => (await agent.get(`/api/programmes/${copy.id}`).expect(200)).body
    const { steps, version } = await read()
    const [{ id, guidance, html, ...step }] = steps
    expect(guidance).toBe(SCRIPT)
    await agent.put(`/api/programme-steps/${id}`, { ...step, title: "Anders", version }).expect(204)
    expect((await read()).steps[0]).toMatchObject({ title: "Anders", guidance: SCRIPT })
    const form = {
      action: "save",
      kind: "workshop",
      shown: "workshop",
      title: "Anders",
      week: "0",
      minutes: "60",
    }
    const sent = { ...form, guidance: "", version: String(version + 1) }
    await agent.form(`/programme/schritte/${id}`, sent).expect(303)
    expect((await read()).steps[0].guidance).toBe("")
  })
})
