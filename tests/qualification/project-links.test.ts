import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { newId } from "../../server/kernel/database.ts"
import { addCohort, type Group, openGroup } from "./group.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())

type Made = Awaited<ReturnType<typeof addCohort>>
const PROCESS = {
  title: "Rückfrage zu einem Antrag",
  steps: "Anrufen, warten",
  media: "Telefon",
  pain: "Niemand weiß, was der andere gefragt hat.",
  change: "Alle lesen die Antwort.",
}
const PROJECT = { title: "Ins Forum", goal: "Weniger Rückfragen", state: "running" }
const rest = { reason: "", concerned: "", risks: "" }

async function begin({ cohortId }: Made, who = group.people.mueller): Promise<string> {
  const { body } = await who.agent.post(`/api/cohorts/${cohortId}/projects`, { ...PROJECT, ...rest })
  return body.id
}

describe("a work process that becomes a learning project", () => {
  const add = async ({ cohortId }: Made): Promise<string> =>
    (await group.people.huber.agent.post(`/api/cohorts/${cohortId}/work-processes`, PROCESS).expect(201)).body
      .id

  it("fills the form with what hurts and what could change, and the project remembers it", async () => {
    const made = await addCohort(group, group.people)
    const { mueller, facilitator } = group.people
    const process = await add(made)
    const form = `/lerngruppen/${made.cohortId}/projekte`
    const list = `/lerngruppen/${made.cohortId}/ausgangslage`
    expect((await mueller.agent.get(list).expect(200)).text).toContain(`${form}?ablauf=${process}`)
    expect((await facilitator.agent.get(list).expect(200)).text).not.toContain("?ablauf=")
    const { text } = await mueller.agent.get(`${form}?ablauf=${process}`).expect(200)
    for (const words of [`value="${PROCESS.title}"`, PROCESS.pain, PROCESS.change, "übernommen"])
      expect(text).toContain(words)
    const fields = {
      ...PROJECT,
      ...rest,
      title: "",
      reason: PROCESS.pain,
      workProcessId: process,
      idempotencyKey: newId(),
    }
    // What was taken over outlives a refusal.
    const refused = await mueller.agent.form(form, fields).expect(422)
    expect(refused.text).toContain(`value="${process}"`)
    const begun = await mueller.agent.form(form, { ...fields, title: "Ins Forum" }).expect(303)
    const address = String(begun.headers.location).replace(/\?.*/, "")
    const page = await mueller.agent.get(address).expect(200)
    expect(page.text).toContain(`${list}#ablauf-${process}`)
    const id = address.split("/").at(-1)
    const project = async () => (await mueller.agent.get(`/api/projects/${id}`).expect(200)).body
    expect((await project()).workProcess).toEqual({ id: process, title: PROCESS.title })
    await mueller.agent.delete(`/api/work-processes/${process}?version=1`).expect(204)
    expect((await project()).workProcess).toBeNull()
  })

  it("is one of the same cohort; of another one nothing is shown", async () => {
    const made = await addCohort(group, group.people)
    const other = await addCohort(group, group.people)
    const process = await add(other)
    const { agent } = group.people.mueller
    const input = { ...PROJECT, ...rest, workProcessId: process }
    const refused = await agent.post(`/api/cohorts/${made.cohortId}/projects`, input).expect(422)
    expect(refused.body.code).toBe("project.no-process")
    const form = `/lerngruppen/${made.cohortId}/projekte`
    for (const id of [process, newId(), "x"])
      expect((await agent.get(`${form}?ablauf=${id}`).expect(200)).text).not.toContain(PROCESS.pain)
  })
})

describe("the round of a meeting", () => {
  const LINE = { project: "", state: "Der Aushang hängt", hurdle: "Urlaubszeit", request: "" }
  const board = async ({ steps }: Made, who = group.people.huber) =>
    (await who.agent.get(`/api/cohort-steps/${steps.meeting}/board`).expect(200)).body.round

  it("takes its name from the own project, whose page shows the line to its people", async () => {
    const made = await addCohort(group, group.people)
    const { mueller, huber, facilitator } = group.people
    const projectId = await begin(made)
    const path = `/termine/${made.steps.meeting}/runde`
    const page = `/termine/${made.steps.meeting}`
    const form = await mueller.agent.get(page).expect(200)
    expect(form.text).toContain(`<option value="${projectId}"`)
    await mueller.agent.form(path, { ...LINE, projectId }).expect(303)
    const mine = (await board(made)).find(({ name }: { name: string }) => name === "Sabine Müller")
    expect(mine.line).toEqual({ ...LINE, project: "Ins Forum", projectId })
    expect((await mueller.agent.get(page)).text).toMatch(new RegExp(`value="${projectId}" selected`))
    for (const { agent } of [mueller, facilitator]) {
      const { lines } = (await agent.get(`/api/projects/${projectId}`).expect(200)).body
      const { state, hurdle, request } = LINE
      const line = { cohortStepId: made.steps.meeting, name: "Sabine Müller", state, hurdle, request }
      expect(lines).toMatchObject([line])
      expect((await agent.get(`/lernprojekte/${projectId}`).expect(200)).text).toContain("Der Aushang hängt")
    }
    // Others see the line at the meeting, but no way into the project.
    const meeting = await huber.agent.get(`/termine/${made.steps.meeting}`).expect(200)
    expect(meeting.text).toContain("Der Aushang hängt")
    expect(meeting.text).not.toContain(`/lernprojekte/${projectId}`)
    expect((await mueller.agent.get(`/termine/${made.steps.meeting}`)).text).toContain(
      `/lernprojekte/${projectId}`,
    )
    // Everything empty takes it back.
    await mueller.agent.form(path, { project: "", state: "", hurdle: "", request: "" }).expect(303)
    expect((await mueller.agent.get(`/api/projects/${projectId}`)).body.lines).toEqual([])
  })

  it("refuses a project of somebody else or of another cohort, and loses nothing", async () => {
    const made = await addCohort(group, group.people)
    const other = await addCohort(group, group.people)
    const { mueller, huber } = group.people
    const foreign = [await begin(made, huber), await begin(other), newId()]
    for (const projectId of foreign)
      await mueller.agent
        .put(`/api/cohort-steps/${made.steps.meeting}/round`, { ...LINE, projectId })
        .expect(422)
    const path = `/termine/${made.steps.meeting}/runde`
    const tried = await mueller.agent.form(path, { ...LINE, projectId: foreign[0] ?? "" }).expect(422)
    expect(tried.text).toContain('value="Der Aushang hängt"')
    expect(tried.text).toContain("an dem Sie beteiligt sind")
  })

  it("still takes something that is no learning project", async () => {
    const made = await addCohort(group, group.people)
    const { agent } = group.people.mueller
    await agent
      .put(`/api/cohort-steps/${made.steps.meeting}/round`, { ...LINE, project: "Aktenplan" })
      .expect(204)
    const mine = (await board(made)).find(({ name }: { name: string }) => name === "Sabine Müller")
    expect(mine.line).toEqual({ ...LINE, project: "Aktenplan", projectId: null })
  })
})
