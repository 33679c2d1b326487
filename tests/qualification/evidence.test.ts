import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { categories } from "../../server/forum/tables.ts"
import { newId } from "../../server/kernel/database.ts"
import { addCohort, type Group, openGroup } from "./group.ts"

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
      await agent.get(`/nachweise/${id}/bearbeiten`).expect(404)
      await agent.form(`/nachweise/${id}/entfernen`, {}).expect(404)
    }
    for (const { agent } of [facilitator, schoeller])
      await agent.get(`/lerngruppen/${cohortId}/nachweise`).expect(403)
    for (const { agent } of [outsider, otherFacilitator])
      await agent.get(`/lerngruppen/${cohortId}/nachweise`).expect(404)
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
    const page = `/lerngruppen/${cohortId}/nachweise`
    expect((await agent.get(page).expect(200)).text).toContain("Noch keine Nachweise")
    const fields = {
      kind: "post",
      title: "Wie rechnen wir Nebenkosten?",
      address: "",
      sentence: "Die Frage war sofort zu beantworten.",
      competences: CHANGE,
      idempotencyKey: newId(),
    }
    const missing = await agent.form(`${page}/neu`, fields).expect(422)
    expect(missing.text).toContain("Bitte fügen Sie die Adresse des Beitrags ein.")
    expect(missing.text).toContain('value="Die Frage war sofort zu beantworten."')
    const address = `${group.config.publicUrl}/fragen/${newId()}`
    await agent.form(`${page}/neu`, { ...fields, address }).expect(303)
    const [item] = (await agent.get(`/api/cohorts/${cohortId}/evidence`)).body.items
    expect(item.address).toBe(address.slice(group.config.publicUrl.length))

    const edit = `/nachweise/${item.id}/bearbeiten`
    const changed = { ...fields, address: item.address, title: "Neuer Titel", version: "1" }
    const { idempotencyKey, kind, ...form } = changed
    await agent.form(edit, form).expect(303)
    const stale = await agent.form(edit, { ...form, title: "Noch einer" }).expect(409)
    expect(stale.text).toContain("in einem anderen Fenster geändert")
    expect(stale.text).toContain('value="Noch einer"')
    const removed = await agent.form(`/nachweise/${item.id}/entfernen`, {}).expect(303)
    expect(removed.headers.location).toBe(`${page}?hinweis=evidence-removed`)
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
    expect((await mueller.agent.get(`/lerngruppen/${cohortId}/nachweise`)).text).toContain(
      "Als Nachweis nehmen",
    )
    await attach(cohortId, { kind: "post", address })
    expect(await proposals(mueller)).toEqual([])
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
