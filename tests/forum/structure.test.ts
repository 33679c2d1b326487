import { afterAll, beforeAll, expect, it } from "vitest"
import { addCategory, openTown, release, type Town } from "./town.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

it("is released only as it was seen: not when something else was drafted, in however many changes", async () => {
  const { editor, schoeller } = town.people
  const lead = schoeller.agent
  const id = await addCategory(editor.agent, {
    name: "Für alle gedacht",
    responsibleId: town.departments.law,
  })
  const { changes, version, lines } = (await lead.get("/api/structure").expect(200)).body
  const { fields } = lines.find((line: { id: string }) => line.id === id)
  const narrowed = { ...fields, audience: "listed", departmentIds: [town.departments.other] }
  await editor.agent.put(`/api/structure/${id}`, narrowed).expect(204)
  const refused = await lead.post("/api/structure/release", { changes, version }).expect(409)
  expect(refused.body.code).toBe("structure.changed")

  await editor.agent.put(`/api/structure/${id}`, fields).expect(204)
  await lead.post("/api/structure/release", { changes, version }).expect(204)
  await lead.get(`/api/categories/${id}`).expect(200)
})

it("names no main category to whom it is invisible", async () => {
  const { editor, mueller, vogt, schoeller } = town.people
  const { law } = town.departments
  const parentId = town.categories.narrow
  const part = await addCategory(editor.agent, { name: "Offener Teil", parentId, responsibleId: law })
  await release(schoeller.agent)
  const seen = async (person: typeof vogt) => {
    const one = (await person.agent.get(`/api/categories/${part}`).expect(200)).body
    const { items } = (await person.agent.get("/api/categories").expect(200)).body
    expect(items.find(({ id }: { id: string }) => id === part)).toEqual(one)
    return one.parentId
  }
  expect(await seen(vogt)).toBe(parentId)
  expect(await seen(mueller)).toBeNull()
})

it("has no two categories of one name side by side, unless one is archived", async () => {
  const { editor } = town.people
  const fields = { responsibleId: town.departments.law }
  const id = await addCategory(editor.agent, { name: "Heizkosten", ...fields })
  const line = async () =>
    (await editor.agent.get("/api/structure").expect(200)).body.lines.find(
      (one: { id: string }) => one.id === id,
    )
  const twin = { ...(await line()).fields, name: " heizkosten" }
  const refused = await editor.agent.post("/api/structure", twin).expect(422)
  expect(refused.body.errors[0]).toMatchObject({ field: "name", code: "category.name-taken" })
  await editor.agent.put(`/api/structure/${id}`, { ...(await line()).fields, archived: true }).expect(204)
  await editor.agent.post("/api/structure", twin).expect(201)
})
