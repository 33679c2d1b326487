import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let admin: Person
let clerk: Person
let department: string

beforeAll(async () => {
  world = await openWorld()
  department = await world.department("Wohngeldstelle")
  admin = await world.person("Olaf Brandt", ["admin"])
  clerk = await world.person("Petra Huber", ["clerk"], [department])
})
afterAll(() => world.close())

const newPerson = (email: string, over: object = {}) => {
  return { displayName: "Sabine Müller", email, roles: ["clerk"], departmentIds: [department], ...over }
}

async function create(email: string, over: object = {}): Promise<string> {
  const { body } = await admin.agent.post("/api/people", newPerson(email, over)).expect(201)
  return body.id
}

describe("Creating a person", () => {
  test("sends an invitation with a link to set a password, in the person's language", async () => {
    await create("sabine.mueller@example.org")
    await create("jane.doe@example.org", { locale: "en", displayName: "Jane Doe" })
    await world.drain()
    const [english, german] = (await world.mails()).slice(0, 2)
    expect(german).toMatchObject({ to: "sabine.mueller@example.org", subject: "Fachforum: Ihr Zugang" })
    expect(german?.text).toMatch(
      /Guten Tag Sabine Müller,[\s\S]*http:\/\/localhost:3000\/kennwort\/[\w-]{43}\n/,
    )
    expect(english).toMatchObject({ to: "jane.doe@example.org", subject: "Fachforum: your access" })
  })

  test("can wait with the invitation", async () => {
    const before = (await world.mails()).length
    const id = await create("spaeter@example.org", { invite: false })
    await world.drain()
    expect(await world.mails()).toHaveLength(before)
    await admin.agent.post(`/api/people/${id}/invitation`).expect(204)
    await world.drain()
    expect(await world.mails()).toHaveLength(before + 1)
  })

  test("is refused for an address that somebody has, in capitals or not", async () => {
    await create("doppelt@example.org")
    const again = await admin.agent.post("/api/people", newPerson("Doppelt@Example.org")).expect(409)
    expect(again.body.errors).toMatchObject([{ field: "email", code: "people.email-taken" }])
  })

  test("refuses what is no address, no role, no department, or one field too many", async () => {
    await admin.agent.post("/api/people", newPerson("keine Adresse")).expect(400)
    await admin.agent.post("/api/people", newPerson("a@example.org", { roles: ["king"] })).expect(400)
    await admin.agent.post("/api/people", newPerson("a@example.org", { roles: [] })).expect(400)
    await admin.agent.post("/api/people", newPerson("a@example.org", { passwordHash: "x" })).expect(400)
    const unknown = newPerson("a@example.org", { departmentIds: ["01890000-0000-7000-8000-000000000000"] })
    await admin.agent.post("/api/people", unknown).expect(422)
  })

  test("is the administration's alone, and so are the addresses of everybody", async () => {
    const { agent } = clerk
    await agent.post("/api/people", newPerson("b@example.org")).expect(403)
    await agent.get("/api/people").expect(403)
    await agent.get(`/api/people/${admin.id}`).expect(403)
    await agent.patch(`/api/people/${clerk.id}`, { roles: ["admin"] }).expect(403)
    await agent.post(`/api/people/${admin.id}/deactivate`).expect(403)
    await world.nobody.get("/api/people").expect(401)
  })
})

describe("Changing a person", () => {
  test("makes new roles and departments hold at the very next request", async () => {
    const person = await world.person("Wechselnd", ["clerk"])
    const other = await world.department("Grundsatz")
    await person.agent.get("/api/people").expect(403)
    await admin.agent
      .patch(`/api/people/${person.id}`, { roles: ["admin"], departmentIds: [other] })
      .expect(204)
    await person.agent.get("/api/people").expect(200)
    const me = await person.agent.get("/api/me").expect(200)
    expect(me.body).toMatchObject({ roles: ["admin"], departments: [{ name: "Grundsatz" }] })
    await admin.agent.patch(`/api/people/${person.id}`, { roles: ["clerk"] }).expect(204)
    await person.agent.get("/api/people").expect(403)
  })

  test("to another address ends the link that was sent to the former one", async () => {
    const id = await create("alt@example.org")
    await world.drain()
    const token = (await world.mails())[0]?.text.match(/kennwort\/([\w-]+)/)?.[1]
    await world.nobody.get(`/api/password/links/${token}`).expect(200)
    await admin.agent.patch(`/api/people/${id}`, { email: "neu@example.org" }).expect(204)
    await world.nobody.get(`/api/password/links/${token}`).expect(404)
  })

  test("to an address that somebody has is refused", async () => {
    const taken = await admin.agent.patch(`/api/people/${clerk.id}`, { email: admin.email }).expect(409)
    expect(taken.body.errors).toMatchObject([{ field: "email" }])
  })

  test("who does not exist is not found", async () => {
    const nobody = "01890000-0000-7000-8000-000000000000"
    await admin.agent.get(`/api/people/${nobody}`).expect(404)
    await admin.agent.patch(`/api/people/${nobody}`, { displayName: "X" }).expect(404)
    await admin.agent.post(`/api/people/${nobody}/deactivate`).expect(404)
  })
})

describe("Deactivating a person", () => {
  test("ends their sessions at once, and reactivating does not bring them back", async () => {
    const person = await world.person("Geht", ["clerk"])
    await person.agent.get("/api/me").expect(200)
    await admin.agent.post(`/api/people/${person.id}/deactivate`).expect(204)
    await person.agent.get("/api/me").expect(401)
    await admin.agent.post(`/api/people/${person.id}/invitation`).expect(409)
    await admin.agent.post(`/api/people/${person.id}/reactivate`).expect(204)
    await person.agent.get("/api/me").expect(401)
    const seen = await admin.agent.get(`/api/people/${person.id}`).expect(200)
    expect(seen.body).toMatchObject({ active: true, invited: true })
  })
})

describe("The last administrator", () => {
  test("can neither be deactivated nor lose the role, until there is another one", async () => {
    const own = await openWorld()
    try {
      const one = await own.person("Eine", ["admin", "clerk"])
      const off = await one.agent.post(`/api/people/${one.id}/deactivate`).expect(409)
      expect(off.body.code).toBe("people.last-admin")
      const roles = await one.agent.patch(`/api/people/${one.id}`, { roles: ["clerk"] }).expect(409)
      expect(roles.body.errors).toMatchObject([{ field: "roles", code: "people.last-admin" }])

      const two = await own.person("Andere", ["admin"])
      await two.agent.patch(`/api/people/${one.id}`, { roles: ["clerk"] }).expect(204)
      await two.agent.post(`/api/people/${two.id}/deactivate`).expect(409)
    } finally {
      await own.close()
    }
  })

  test("remains when two take the role from each other at the same time", async () => {
    const own = await openWorld()
    try {
      const one = await own.person("Eine", ["admin"])
      const two = await own.person("Andere", ["admin"])
      const answers = await Promise.all([
        one.agent.patch(`/api/people/${two.id}`, { roles: ["clerk"] }),
        two.agent.post(`/api/people/${one.id}/deactivate`),
      ])
      expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1)
    } finally {
      await own.close()
    }
  })
})

describe("The list of people", () => {
  test("comes in pages, each going on where the last one ended, with nobody twice and nobody missing", async () => {
    for (let number = 0; number < 60; number += 1) await world.person(`Seite ${number % 7}`, ["clerk"])
    const ids: string[] = []
    let after = ""
    do {
      const { body } = await admin.agent.get(`/api/people?name=Seite${after}`).expect(200)
      ids.push(...body.items.map((item: { id: string }) => item.id))
      after = body.next ? `&after=${body.next}` : ""
    } while (after)
    expect(ids).toHaveLength(60)
    expect(new Set(ids).size).toBe(60)
  })

  test("is narrowed by name, department, role and whether they are active", async () => {
    const own = await world.department("Unterhalt")
    const kowalski = await world.person("Renate Kowalski", ["clerk"], [own])
    const nowak = await world.person("Paweł Nowak", ["specialist"], [own])
    await admin.agent.post(`/api/people/${nowak.id}/deactivate`).expect(204)
    const idsOf = async (query: string) => {
      const { body } = await admin.agent.get(`/api/people?${query}`).expect(200)
      return body.items.map((item: { id: string }) => item.id)
    }
    expect(await idsOf("name=kowal")).toEqual([kowalski.id])
    expect(await idsOf("name=%25")).toEqual([])
    expect(await idsOf(`departmentId=${own}`)).toEqual([nowak.id, kowalski.id])
    expect(await idsOf(`departmentId=${own}&active=true`)).toEqual([kowalski.id])
    expect(await idsOf(`departmentId=${own}&role=specialist`)).toEqual([nowak.id])
    await admin.agent.get("/api/people?after=anything").expect(400)
  })

  test("names the departments of each", async () => {
    const { body } = await admin.agent.get("/api/people?name=Petra").expect(200)
    expect(body.items).toMatchObject([
      { departments: [{ name: "Wohngeldstelle", shortName: "Wohngeldstelle" }] },
    ])
  })

  test("never shows a password's hash", async () => {
    const { body } = await admin.agent.get(`/api/people/${clerk.id}`).expect(200)
    expect(Object.keys(body).sort()).toEqual(
      [
        "active",
        "departments",
        "directory",
        "displayName",
        "email",
        "id",
        "invited",
        "locale",
        "roles",
      ].sort(),
    )
  })
})
