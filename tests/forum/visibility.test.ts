import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { placeColumns } from "../../server/forum/loading.ts"
import { maySee, visibleTo } from "../../server/forum/policy.ts"
import { categories } from "../../server/forum/tables.ts"
import type { Actor } from "../../server/kernel/actor.ts"
import { addCategory, answer, ask, official, openTown, release, type Town } from "./town.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

describe("what is visible", () => {
  it("is the same for the predicate and for the list's condition", async () => {
    const { clerks, law, other } = town.departments
    const places = await town.db.select({ id: categories.id, ...placeColumns }).from(categories)
    for (const departments of [[], [clerks], [law], [other], [clerks, other], [randomUUID()]]) {
      for (const roles of [[], ["admin"], ["specialist"]] as Actor["roles"][]) {
        const actor: Actor = {
          id: randomUUID(),
          displayName: "x",
          roles,
          departments,
          locale: "de",
          sessionId: null,
        }
        const listed = await town.db.select({ id: categories.id }).from(categories).where(visibleTo(actor))
        const seen = places.filter((place) => maySee(actor, place))
        expect(listed.map(({ id }) => id).sort()).toEqual(seen.map(({ id }) => id).sort())
      }
    }
  })

  it("leaves no trace for those outside: not by address, list, count, queue or mark", async () => {
    const { vogt, albrecht, mueller, okafor, outsideAdmin, facilitator } = town.people
    const id = await ask(vogt, town.categories.narrow, { title: "Nur für Grundsatz", tags: ["vertraulich"] })
    const answerId = await answer(albrecht, id, official)
    const { body } = await vogt.agent.post(`/api/posts/${answerId}/comments`, { body: "Danke" }).expect(201)
    for (const person of [mueller, okafor, outsideAdmin, facilitator]) {
      for (const path of [
        `/api/questions/${id}`,
        `/api/threads/${id}/posts`,
        `/api/categories/${town.categories.narrow}`,
      ])
        await person.agent.get(path).expect(404)
      const missing = await person.agent.get(`/api/questions/${randomUUID()}`).expect(404)
      const invisible = await person.agent.get(`/api/questions/${id}`).expect(404)
      expect({ ...invisible.body, instance: "" }).toEqual({ ...missing.body, instance: "" })
      for (const path of [
        "/api/questions",
        "/api/categories",
        "/api/official-answers",
        `/api/questions?category=${town.categories.narrow}`,
      ]) {
        const list = await person.agent.get(path).expect(200)
        expect(JSON.stringify(list.body), path).not.toMatch(/Nur für Grundsatz|Nur Grundsatz|vertraulich/)
      }
      await person.agent.put(`/api/posts/${answerId}/marks/helpful`).expect(404)
      await person.agent.post(`/api/posts/${body.id}/hide`, { reason: "Neugier" }).expect(404)
      await person.agent.put(`/api/answers/${answerId}`, { version: 1, body: "x" }).expect(404)
      await person.agent.post(`/api/questions/${id}/answers`, { body: "x" }).expect(404)
      const ofCategory = { categoryId: town.categories.narrow, title: "Darf ich hier?", body: "x" }
      const unknown = { ...ofCategory, categoryId: randomUUID() }
      const refused = await person.agent.post("/api/questions", ofCategory)
      expect(refused.body).toEqual((await person.agent.post("/api/questions", unknown)).body)
    }
  })

  it("holds at the next request when roles or departments change", async () => {
    const { admin } = town.people
    const person = await town.person("Neu Hier", ["clerk"], [town.departments.clerks])
    await person.agent.get(`/api/categories/${town.categories.narrow}`).expect(404)
    const change = { roles: ["specialist"], departmentIds: [town.departments.law] }
    await admin.agent.patch(`/api/people/${person.id}`, change).expect(204)
    await person.agent.get(`/api/categories/${town.categories.narrow}`).expect(200)
    await person.agent.get("/api/queue").expect(200)
  })

  it("takes a question back from a department that no longer sees its category", async () => {
    const { mueller, vogt, okafor, editor, schoeller } = town.people
    const { clerks, law, other } = town.departments
    const category = await addCategory(editor.agent, {
      name: "Wird enger",
      responsibleId: law,
      audience: "listed",
      departmentIds: [clerks, other],
    })
    await release(schoeller.agent)
    const id = await ask(mueller, category)
    await vogt.agent.post(`/api/questions/${id}/pass-on`, { departmentId: other, note: "" }).expect(204)
    const { body } = await editor.agent.get("/api/structure").expect(200)
    const line = body.lines.find((one: { id: string }) => one.id === category)
    await editor.agent
      .put(`/api/structure/${category}`, { ...line.fields, departmentIds: [clerks] })
      .expect(204)
    await okafor.agent.get(`/api/questions/${id}`).expect(200)
    await release(schoeller.agent)
    await okafor.agent.get(`/api/questions/${id}`).expect(404)
    await vogt.agent.post(`/api/questions/${id}/take`, { note: "" }).expect(204)
  })
})
