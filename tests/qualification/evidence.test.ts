import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { categories } from "../../server/forum/tables.ts"
import { newId } from "../../server/kernel/database.ts"
import type { Agent } from "../support/world.ts"
import { addCohort, type Group, openGroup } from "./group.ts"
import { addRound } from "./round.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())

const CHANGE = "fachforum@1.0:A.1"
const EVIDENCE = {
  kind: "other",
  title: "Handzettel zur Einführung",
  sentence: "Er zeigt, wie ich Einwände aufgenommen habe.",
  competences: [CHANGE],
}

const attach = async (cohortId: string, more: object = {}) =>
  (
    await group.people.mueller.agent
      .post(`/api/cohorts/${cohortId}/evidence`, { ...EVIDENCE, ...more })
      .expect(201)
  ).body.id as string

describe("evidence", () => {
  it("is for the learner alone, whatever the others are", async () => {
    const { cohortId } = await addCohort(group, group.people)
    const id = await attach(cohortId)
    const { mueller, huber, facilitator, schoeller, outsider, otherFacilitator } = group.people
    const own = (await mueller.agent.get(`/api/cohorts/${cohortId}/evidence`).expect(200)).body.items
    expect(own).toMatchObject([{ id, ...EVIDENCE, address: "", copy: "", version: 1 }])
    expect((await huber.agent.get(`/api/cohorts/${cohortId}/evidence`).expect(200)).body.items).toEqual([])
    const { kind, ...fields } = EVIDENCE
    for (const { agent } of [huber, facilitator, schoeller, outsider, otherFacilitator]) {
      await agent.put(`/api/evidence/${id}`, { ...fields, version: 1 }).expect(404)
      await agent.delete(`/api/evidence/${id}`).expect(404)
      await agent.get(`/nachweise/${id}`).expect(404)
      await agent.form(`/nachweise/${id}`, { action: "remove" }).expect(404)
    }
    for (const { agent } of [facilitator, schoeller])
      await agent.get(`/lerngruppen/${cohortId}/vorbereitung`).expect(403)
    for (const { agent } of [outsider, otherFacilitator])
      await agent.get(`/lerngruppen/${cohortId}/vorbereitung`).expect(404)
    await mueller.agent.delete(`/api/evidence/${id}`).expect(204)
    await mueller.agent.delete(`/api/evidence/${id}`).expect(404)
  })

  it("is attached once however often the button is pressed", async () => {
    const { cohortId } = await addCohort(group, group.people)
    const key = newId()
    const [first, second] = await Promise.all([attach(cohortId, { key }), attach(cohortId, { key })])
    expect(first).toBe(second)
    const { body } = await group.people.mueller.agent.get(`/api/cohorts/${cohortId}/evidence`)
    expect(body.items).toHaveLength(1)
  })

  it.each([
    ["a script as its address", { address: "javascript:alert(1)" }, 400],
    ["another host behind two slashes", { address: "//example.org/" }, 400],
    ["a host without a name", { address: "https:///x" }, 400],
    ["no competence", { competences: [] }, 400],
    ["a competence that the cohort does not assess", { competences: ["digcomp@2.2:3.4"] }, 422],
    ["a post without an address", { kind: "post" }, 422],
    ["a kind that comes from elsewhere", { kind: "journal" }, 400],
    ["two lines as its title", { title: "Eins\nzwei" }, 400],
  ])("is refused with %s", async (_what, more, status) => {
    const { agent } = group.people.mueller
    await agent.post(`/api/cohorts/${group.cohortId}/evidence`, { ...EVIDENCE, ...more }).expect(status)
  })

  it("is written and changed on pages without a script, which lose nothing", async () => {
    const { cohortId } = await addCohort(group, group.people)
    const { agent } = group.people.mueller
    const page = `/lerngruppen/${cohortId}/vorbereitung`
    const add = `/lerngruppen/${cohortId}/nachweise/neu`
    expect((await agent.get(page).expect(200)).text).toContain("Noch keine Nachweise")
    const fields = {
      kind: "post",
      title: "Wie rechnen wir Nebenkosten?",
      address: "",
      sentence: "Die Frage war sofort zu beantworten.",
      competences: CHANGE,
      idempotencyKey: newId(),
    }
    const missing = await agent.form(add, fields).expect(422)
    expect(missing.text).toContain("Bitte fügen Sie die Adresse des Beitrags ein.")
    expect(missing.text).toContain('value="Die Frage war sofort zu beantworten."')
    const address = `${group.config.publicUrl}/fragen/${newId()}`
    await agent.form(add, { ...fields, address }).expect(303)
    const [item] = (await agent.get(`/api/cohorts/${cohortId}/evidence`)).body.items
    expect(item.address).toBe(address.slice(group.config.publicUrl.length))

    const edit = `/nachweise/${item.id}`
    const changed = {
      ...fields,
      address: item.address,
      title: "Neuer Titel",
      version: "1",
      action: "save",
    }
    const { idempotencyKey, kind, ...form } = changed
    await agent.form(edit, form).expect(303)
    const stale = await agent.form(edit, { ...form, title: "Noch einer" }).expect(409)
    expect(stale.text).toContain("in einem anderen Fenster geändert")
    expect(stale.text).toContain('value="Noch einer"')
    const removed = await agent.form(edit, { action: "remove" }).expect(303)
    expect(removed.headers.location).toBe(`${page}?hinweis=evidence-removed#nachweise`)
  })

  it("is proposed from the own posts, to their author alone", async () => {
    const { cohortId } = await addCohort(group, group.people)
    const { mueller, huber, dangelo } = group.people
    const categoryId = await addCategory()
    const asked = await mueller.agent
      .post("/api/questions", { title: "Wie rechnen wir Nebenkosten?", body: "Pauschal?", categoryId })
      .expect(201)
    const address = `/fragen/${asked.body.id}`
    const proposals = async (who: typeof mueller) =>
      (await who.agent.get(`/api/cohorts/${cohortId}/evidence/proposals`).expect(200)).body.items
    expect(await proposals(mueller)).toEqual([{ title: "Wie rechnen wir Nebenkosten?", address }])
    expect(await proposals(huber)).toEqual([])
    expect(await proposals(dangelo)).toEqual([])
    expect((await mueller.agent.get(`/lerngruppen/${cohortId}/nachweise/neu`)).text).toContain(
      "Als Nachweis nehmen",
    )
    await attach(cohortId, { kind: "post", address })
    expect(await proposals(mueller)).toEqual([])
  })
})

const ENTRY = {
  title: "Ein guter Tag",
  body: "Heute habe ich\nzugehört.",
  writtenOn: "2026-02-03",
  cohortId: null,
  cohortStepId: null,
}
const PROJECT = { title: "Ins Forum", goal: "Weniger Rückfragen", state: "running" }
const rest = { reason: "", concerned: "", risks: "" }
const SHOWN = { sentence: "Er zeigt, dass ich zuhöre.", competences: [CHANGE] }

type Made = Awaited<ReturnType<typeof addCohort>>
const post = async (agent: Agent, path: string, body: object): Promise<string> =>
  (await agent.post(path, body).expect(201)).body.id

/** A project with a milestone, a task and a decision, and an entry of the journal: all of Sabine Müller's. */
async function addSources({ cohortId, members }: Made) {
  const { agent } = group.people.mueller
  const project = await post(agent, `/api/cohorts/${cohortId}/projects`, { ...PROJECT, ...rest })
  const item = { title: "Aushang hängt", day: null, memberId: null }
  return {
    project,
    milestone: await post(agent, `/api/projects/${project}/items`, { kind: "milestone", ...item }),
    task: await post(agent, `/api/projects/${project}/items`, {
      ...item,
      kind: "task",
      memberId: members.mueller,
    }),
    decision: await post(agent, `/api/projects/${project}/decisions`, {
      day: "2026-02-01",
      body: "Wir fragen\nzuerst im Forum.",
    }),
    journal: await post(agent, "/api/journal", ENTRY),
  }
}

describe("evidence taken from where it is", () => {
  it("is an own project, its milestone or its decision, by its link", async () => {
    const made = await addCohort(group, group.people)
    const { agent } = group.people.mueller
    const things = await addSources(made)
    const path = `/api/cohorts/${made.cohortId}/evidence`
    const { body: sources } = await agent.get(`${path}/sources`).expect(200)
    expect(sources.projects).toEqual([
      {
        id: things.project,
        title: "Ins Forum",
        milestones: [{ id: things.milestone, title: "Aushang hängt" }],
        decisions: [{ id: things.decision, title: "Wir fragen zuerst im Forum." }],
      },
    ])
    for (const source of ["project", "milestone", "decision"] as const)
      await post(agent, `${path}/taken`, { source, sourceId: things[source], ...SHOWN })
    const { items } = (await agent.get(path).expect(200)).body
    const address = `/lernprojekte/${things.project}`
    expect(items).toMatchObject([
      { kind: "project", title: "Ins Forum", address, copy: "", ...SHOWN },
      { kind: "project", title: "Ins Forum: Aushang hängt", address: `${address}#meilensteine` },
      {
        kind: "project",
        title: "Ins Forum: Wir fragen zuerst im Forum.",
        address: `${address}#entscheidungen`,
      },
    ])
    // What is no result, and what is something else than it says.
    const wrong = [
      ["milestone", things.task],
      ["decision", things.milestone],
      ["project", things.decision],
      ["journal", things.project],
    ]
    for (const [source, sourceId] of wrong)
      await agent.post(`${path}/taken`, { source, sourceId, ...SHOWN }).expect(404)
  })

  it("is a copy of a journal entry, which later changes of the entry leave as it is", async () => {
    const made = await addCohort(group, group.people)
    const { agent } = group.people.mueller
    const { journal } = await addSources(made)
    const path = `/api/cohorts/${made.cohortId}/evidence`
    await post(agent, `${path}/taken`, { source: "journal", sourceId: journal, ...SHOWN })
    await agent.put(`/api/journal/${journal}`, { ...ENTRY, body: "Etwas anderes", version: 1 }).expect(204)
    const copied = { kind: "journal", title: ENTRY.title, address: "", copy: ENTRY.body }
    expect((await agent.get(path)).body.items).toMatchObject([copied])
    await agent.delete(`/api/journal/${journal}`).expect(204)
    const [item] = (await agent.get(path)).body.items
    expect(item).toMatchObject(copied)
    expect((await agent.get(`/nachweise/${item.id}`)).text).toContain("Heute habe ich")
    await agent.post(`${path}/taken`, { source: "journal", sourceId: journal, ...SHOWN }).expect(404)
  })

  it("is one's own only, and of this cohort", async () => {
    const made = await addCohort(group, group.people)
    const other = await addCohort(group, group.people)
    const things = await addSources(made)
    const { mueller, huber, facilitator, schoeller, outsider } = group.people
    const page = `/lerngruppen/${made.cohortId}/nachweise/neu`
    const ask = ({ agent }: { agent: Agent }, source: keyof typeof things, status: number) =>
      agent
        .post(`/api/cohorts/${made.cohortId}/evidence/taken`, { source, sourceId: things[source], ...SHOWN })
        .expect(status)
    await ask(huber, "journal", 404)
    await ask(huber, "project", 403)
    for (const source of ["journal", "project"] as const) {
      await ask(facilitator, source, 403)
      await ask(schoeller, source, 403)
      await ask(outsider, source, 404)
      const address = `${page}?art=${source}&von=${things[source]}`
      for (const { agent } of [huber, facilitator, schoeller, outsider]) {
        const { status, text } = await agent.get(address)
        expect([403, 404]).toContain(status)
        expect(text).not.toContain(source === "journal" ? ENTRY.title : PROJECT.title)
      }
    }
    const own = { source: "project", sourceId: things.project, ...SHOWN }
    await mueller.agent.post(`/api/cohorts/${other.cohortId}/evidence/taken`, own).expect(404)
    expect((await mueller.agent.get(`/api/cohorts/${other.cohortId}/evidence/sources`)).body).toMatchObject({
      projects: [],
    })
    const unchosen = { ...own, competences: ["digcomp@2.2:3.4"] }
    await mueller.agent.post(`/api/cohorts/${made.cohortId}/evidence/taken`, unchosen).expect(422)
  })

  it("says on the page what is copied and how it is kept, and loses nothing without a script", async () => {
    const made = await addCohort(group, group.people)
    const { agent } = group.people.mueller
    const { journal } = await addSources(made)
    const page = `/lerngruppen/${made.cohortId}/nachweise/neu`
    const entry = await agent.get(`/lerntagebuch/${journal}`).expect(200)
    expect(entry.text).toContain(`${page}?art=journal&amp;von=${journal}`)
    const choice = await agent.get(page).expect(200)
    for (const title of ["Ein guter Tag", "Aushang hängt", "Wir fragen zuerst im Forum."])
      expect(choice.text).toContain(title)
    const form = await agent.get(`${page}?art=journal&von=${journal}`).expect(200)
    expect(form.text).toContain("nicht verschlüsselt gespeichert")
    expect(form.text).toContain("zugehört.")
    const fields = {
      source: "journal",
      sourceId: journal,
      sentence: "Er zeigt, dass ich zuhöre.",
      idempotencyKey: newId(),
    }
    const missing = await agent.form(page, fields).expect(422)
    expect(missing.text).toContain('value="Er zeigt, dass ich zuhöre."')
    await agent.form(page, { ...fields, sourceId: "x" }).expect(404)
    await agent.get(`${page}?art=journal&von=x`).expect(200)
    await agent.form(page, { ...fields, competences: CHANGE }).expect(303)
    await agent.form(page, { ...fields, competences: CHANGE }).expect(303)
    const { items } = (await agent.get(`/api/cohorts/${made.cohortId}/evidence`)).body
    expect(items).toMatchObject([{ kind: "journal", copy: ENTRY.body }])
  })

  it("reaches the round of three with the preparation, as the copy that it is", async () => {
    const made = await addCohort(group, group.people)
    const { agent } = group.people.mueller
    const { journal } = await addSources(made)
    const path = `/api/cohorts/${made.cohortId}/evidence`
    const id = await post(agent, `${path}/taken`, { source: "journal", sourceId: journal, ...SHOWN })
    const { round } = await addRound(group, made)
    await agent
      .post(`/api/assessments/${round}/release`, { ratings: false, formerRatings: false, evidenceIds: [id] })
      .expect(204)
    await agent.delete(`/api/journal/${journal}`).expect(204)
    const { body } = await group.people.facilitator.agent.get(`/api/assessments/${round}`).expect(200)
    expect(body.released.evidence).toMatchObject([{ id, kind: "journal", copy: ENTRY.body }])
  })
})

async function addCategory(): Promise<string> {
  const id = newId()
  const { law } = group.departments
  await group.db
    .insert(categories)
    .values({ id, name: "Nebenkosten", kind: "questions", responsibleId: law, audience: "all", position: 1 })
  return id
}
