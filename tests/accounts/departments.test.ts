import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let admin: Person
let clerk: Person

beforeAll(async () => {
  world = await openWorld()
  admin = await world.person("Olaf Brandt", ["admin"])
  clerk = await world.person("Petra Huber", ["clerk"])
})
afterAll(() => world.close())

async function make(name: string, parentId: string | null = null): Promise<string> {
  const { body } = await admin.agent.post("/api/departments", { name, parentId }).expect(201)
  return body.id
}

async function namesFor(person: Person, query = ""): Promise<string[]> {
  const { body } = await person.agent.get(`/api/departments${query}`).expect(200)
  return body.items.map((item: { name: string; depth: number }) => "· ".repeat(item.depth) + item.name)
}

describe("The tree of departments", () => {
  test("is read by everybody who is signed in, from top to bottom, neighbours as the alphabet has them", async () => {
    const town = await make("Amt A")
    await make("Zentrale", town)
    await make("Öffentlichkeit", town)
    const names = await namesFor(clerk)
    expect(names.slice(names.indexOf("Amt A"))).toEqual(["Amt A", "· Öffentlichkeit", "· Zentrale"])
    await world.nobody.get("/api/departments").expect(401)
  })

  test("is changed by the administration only", async () => {
    const id = await make("Nur Administration")
    await clerk.agent.post("/api/departments", { name: "Eigene" }).expect(403)
    await clerk.agent.patch(`/api/departments/${id}`, { name: "Anders" }).expect(403)
    await clerk.agent.post(`/api/departments/${id}/archive`).expect(403)
    await clerk.agent.post(`/api/departments/${id}/restore`).expect(403)
  })

  test("has no two of the same name side by side, but may have them in different places", async () => {
    const left = await make("Links")
    const right = await make("Rechts")
    await make("Leitung", left)
    const again = await admin.agent.post("/api/departments", { name: "leitung", parentId: left }).expect(409)
    expect(again.body.errors).toMatchObject([{ field: "name", code: "departments.name-taken" }])
    await make("Leitung", right)
  })

  test("refuses a circle, naming the field", async () => {
    const top = await make("Oben")
    const middle = await make("Mitte", top)
    const bottom = await make("Unten", middle)
    for (const parentId of [top, middle, bottom]) {
      const refused = await admin.agent.patch(`/api/departments/${top}`, { parentId }).expect(422)
      expect(refused.body.errors).toMatchObject([{ field: "parentId", code: "departments.cycle" }])
    }
    await admin.agent.patch(`/api/departments/${bottom}`, { parentId: top }).expect(204)
  })

  test("stays without a circle when two move into each other at the same time", async () => {
    const one = await make("Eins")
    const two = await make("Zwei")
    const answers = await Promise.all([
      admin.agent.patch(`/api/departments/${one}`, { parentId: two }),
      admin.agent.patch(`/api/departments/${two}`, { parentId: one }),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 422])
  })

  test("takes a short name from the name when none is given", async () => {
    const long = "Sachgebiet für Angelegenheiten, die sonst keinem Sachgebiet zugeordnet sind"
    const id = await make(long)
    const { body } = await clerk.agent.get("/api/departments").expect(200)
    const { shortName } = body.items.find((item: { id: string }) => item.id === id)
    expect(shortName).toMatch(/^Sachgebiet für Angelegenheiten.*…$/)
    expect(shortName.length).toBeLessThanOrEqual(40)
  })
})

describe("Archiving a department", () => {
  test("takes it off the list, and restoring brings it back", async () => {
    const id = await make("Aufgelöst")
    await admin.agent.post(`/api/departments/${id}/archive`).expect(204)
    expect(await namesFor(clerk)).not.toContain("Aufgelöst")
    expect(await namesFor(clerk, "?archived=true")).toContain("Aufgelöst")
    await admin.agent.post(`/api/departments/${id}/restore`).expect(204)
    expect(await namesFor(clerk)).toContain("Aufgelöst")
  })

  test("is refused while there are departments below it or people in it", async () => {
    const above = await make("Darüber")
    const below = await make("Darunter", above)
    const parent = await admin.agent.post(`/api/departments/${above}/archive`).expect(409)
    expect(parent.body.code).toBe("departments.has-children")
    const member = await world.person("Noch da", ["clerk"], [below])
    const inhabited = await admin.agent.post(`/api/departments/${below}/archive`).expect(409)
    expect(inhabited.body.code).toBe("departments.has-people")
    await admin.agent.patch(`/api/people/${member.id}`, { departmentIds: [above] }).expect(204)
    await admin.agent.post(`/api/departments/${below}/archive`).expect(204)
  })

  test("lets nobody and nothing be put there any more", async () => {
    const id = await make("Geschlossen")
    await admin.agent.post(`/api/departments/${id}/archive`).expect(204)
    const child = await admin.agent.post("/api/departments", { name: "Kind", parentId: id }).expect(422)
    expect(child.body.errors).toMatchObject([{ field: "parentId", code: "departments.parent-archived" }])
    const person = await admin.agent.patch(`/api/people/${clerk.id}`, { departmentIds: [id] }).expect(422)
    expect(person.body.errors).toMatchObject([{ field: "departmentIds", code: "people.department-unknown" }])
  })
})

describe("The shared mailbox of a department", () => {
  test("is an address that the administration writes down, changes and takes away, and the log says so", async () => {
    const { body } = await admin.agent
      .post("/api/departments", { name: "Mit Postfach", mailbox: "recht@müllerstadt.example" })
      .expect(201)
    const mailboxOf = async () =>
      (await admin.agent.get("/api/departments").expect(200)).body.items.find(
        (item: { id: string }) => item.id === body.id,
      ).mailbox
    expect(await mailboxOf()).toBe("recht@müllerstadt.example")
    await admin.agent.patch(`/api/departments/${body.id}`, { shortName: "Mit" }).expect(204)
    expect(await mailboxOf()).toBe("recht@müllerstadt.example")
    await admin.agent.patch(`/api/departments/${body.id}`, { mailbox: null }).expect(204)
    expect(await mailboxOf()).toBeNull()
    const { text } = await admin.agent.get("/verwaltung/protokoll").expect(200)
    expect(text).toContain("Funktionspostfach")
    expect(text).toContain("recht@müllerstadt.example")
  })

  test("is nothing that no mail would reach, and on the page what was typed comes back", async () => {
    const id = await make("Ohne Postfach")
    for (const [mailbox, status] of [
      ["kein Postfach", 400],
      ["jörg@quelle.example", 422],
    ] as const)
      await admin.agent.patch(`/api/departments/${id}`, { mailbox }).expect(status)
    const { text } = await admin.agent
      .form(`/verwaltung/abteilungen/${id}`, {
        name: "Ohne Postfach",
        shortName: "Ohne",
        parentId: "",
        mailbox: "jörg@quelle.example",
      })
      .expect(422)
    expect(text).toContain('value="jörg@quelle.example"')
  })
})

describe("The directory of colleagues", () => {
  test("gives a specialist the names of the own department, and no addresses", async () => {
    const own = await make("Grundsatz")
    const other = await make("Nachbarn")
    const vogt = await world.person("Katrin Vogt", ["specialist"], [own])
    const albrecht = await world.person("Jens Albrecht", ["specialist"], [own])
    const helper = await world.person("Anna Zander", ["clerk"], [own])
    const gone = await world.person("Weg", ["specialist"], [own])
    await admin.agent.post(`/api/people/${gone.id}/deactivate`).expect(204)

    const everybody = await vogt.agent.get(`/api/departments/${own}/colleagues`).expect(200)
    expect(everybody.body.items).toEqual([
      { id: helper.id, displayName: "Anna Zander" },
      { id: albrecht.id, displayName: "Jens Albrecht" },
      { id: vogt.id, displayName: "Katrin Vogt" },
    ])
    const specialists = await vogt.agent.get(`/api/departments/${own}/colleagues?role=specialist`).expect(200)
    expect(specialists.body.items).toHaveLength(2)

    await vogt.agent.get(`/api/departments/${other}/colleagues`).expect(403)
    await helper.agent.get(`/api/departments/${own}/colleagues`).expect(403)
  })
})
