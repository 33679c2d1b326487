import { afterAll, beforeAll, describe, expect, it } from "vitest"
import WebSocket from "ws"
import { leavings } from "../../../server/accounts/leaving/tables.ts"
import { now, today } from "../../../server/kernel/time.ts"
import { ask, openTown, type Town } from "../../forum/town.ts"
import { openWorld, type Person, type World } from "../../support/world.ts"
import { connect, type Directory, entraUser, GROUP } from "./directory.ts"

let world: World
let admin: Person
let directory: Directory

beforeAll(async () => {
  world = await openWorld()
  admin = await world.person("Olaf Brandt", ["admin"])
  directory = await connect(world, admin)
})
afterAll(() => world.close())

const made = async (name: string): Promise<string> =>
  (await directory.post("/Users", entraUser(name)).expect(201)).body.id
const off = (id: string) => directory.patch(`/Users/${id}`, { op: "Replace", path: "active", value: "False" })

describe("What a directory decides on", () => {
  it("is not changed here, by page or API, and the page says so", async () => {
    const id = await made("eva")
    const { body } = await admin.agent.get(`/api/people/${id}`).expect(200)
    expect(body).toMatchObject({ directory: { id: directory.id, name: "Entra ID" }, roles: ["clerk"] })
    const renamed = await admin.agent.patch(`/api/people/${id}`, { displayName: "Anders" }).expect(409)
    expect(renamed.body.errors).toMatchObject([{ field: "displayName", code: "people.of-directory" }])
    await admin.agent.patch(`/api/people/${id}`, { email: "anders@example.org" }).expect(409)
    // Roles are the application's own.
    await admin.agent.patch(`/api/people/${id}`, { roles: ["clerk", "lead"] }).expect(204)
    const page = await admin.agent.get(`/verwaltung/personen/${id}`).expect(200)
    expect(page.text).toContain("kommen aus dem Verzeichnis „Entra ID“")
    expect(page.text).not.toContain('name="email"')
    await admin.agent.form(`/verwaltung/personen/${id}`, { roles: ["clerk", "specialist"] }).expect(303)
    const after = await admin.agent.get(`/api/people/${id}`).expect(200)
    expect(after.body).toMatchObject({ displayName: "eva Muster", roles: ["clerk", "specialist"] })
    // Locking cannot wait; unlocking is the directory's.
    await admin.agent.post(`/api/people/${id}/deactivate`).expect(204)
    const back = await admin.agent.post(`/api/people/${id}/reactivate`).expect(409)
    expect(back.body.code).toBe("people.of-directory-inactive")
  })

  it("are the members and the name of its departments, not of others", async () => {
    const id = await made("frida")
    const own = await world.department("Eigenes Referat")
    const body = { schemas: [GROUP], displayName: "Referat 50", members: [{ value: id }] }
    const group = (await directory.post("/Groups", body).expect(201)).body.id
    const into = (departmentIds: string[]) => admin.agent.patch(`/api/people/${id}`, { departmentIds })
    await into([group, own]).expect(204)
    expect((await into([own]).expect(409)).body.errors).toMatchObject([{ field: "departmentIds" }])
    const other = await world.person("Ohne Verzeichnis", ["clerk"])
    await admin.agent.patch(`/api/people/${other.id}`, { departmentIds: [group] }).expect(409)
    await admin.agent.patch(`/api/departments/${group}`, { name: "Anders" }).expect(409)
    await admin.agent.patch(`/api/departments/${group}`, { shortName: "R50" }).expect(204)
    await admin.agent.post(`/api/departments/${group}/archive`).expect(409)
    const page = await admin.agent.get(`/verwaltung/personen/${id}`).expect(200)
    expect(page.text).toContain("Aus dem Verzeichnis: Referat 50")
    await admin.agent.form(`/verwaltung/personen/${id}`, { roles: "clerk", departmentIds: own }).expect(303)
    const kept = await directory.get(`/Groups/${group}`).expect(200)
    expect(kept.body.members).toMatchObject([{ value: id }])
    expect((await admin.agent.get(`/verwaltung/abteilungen/${group}`).expect(200)).text).toContain("Entra ID")
  })

  it("stays as it is, and is the application's, once the directory is let go of", async () => {
    const other = await connect(world, admin, { name: "Kurz da" })
    const { body } = await other.post("/Users", entraUser("greta")).expect(201)
    await admin.agent.form(`/verwaltung/verzeichnisse/${other.id}/loesen`, {}).expect(303)
    await other.get("/Users").expect(401)
    await admin.agent.patch(`/api/people/${body.id}`, { displayName: "Greta Frei" }).expect(204)
  })
})

describe("Somebody who was there before", () => {
  it("is found by the address, and is the directory's from its first change on", async () => {
    const local = await world.person("Heidi Hier", ["specialist"])
    const found = await directory.filtered("/Users", `userName eq "${local.email}"`)
    expect(found.Resources).toMatchObject([{ id: local.id }])
    await directory
      .patch(`/Users/${local.id}`, { op: "Add", path: "externalId", value: "entra-heidi" })
      .expect(200)
    const { body } = await admin.agent.get(`/api/people/${local.id}`).expect(200)
    expect(body).toMatchObject({ directory: { name: "Entra ID" }, roles: ["specialist"] })
    const { items } = (await admin.agent.get(`/api/audit?subjectId=${local.id}`).expect(200)).body
    expect(items).toMatchObject([
      { action: "person.directory-bound", actor: null, detail: { directory: "Entra ID" } },
    ])
  })

  it("is invisible with the role of an administrator, or of another directory", async () => {
    await directory.get(`/Users/${admin.id}`).expect(404)
    await directory.patch(`/Users/${admin.id}`, { op: "replace", path: "active", value: false }).expect(404)
    await directory.delete(`/Users/${admin.id}`).expect(404)
    const other = await connect(world, admin, { name: "Zweites" })
    const id = await made("ida")
    await other.get(`/Users/${id}`).expect(404)
    expect((await other.filtered("/Users", 'userName eq "ida@example.org"')).totalResults).toBe(0)
    const group = (await other.post("/Groups", { schemas: [GROUP], displayName: "Zweite" }).expect(201)).body
      .id
    await other.patch(`/Groups/${group}`, { op: "add", path: "members", value: [{ value: id }] }).expect(400)
    await directory.get(`/Groups/${group}`).expect(404)
  })
})

describe("An account that is being dissolved", () => {
  it("is opened again by nobody, neither an administrator nor a directory", async () => {
    const local = await world.person("Lea Lokal", ["clerk"])
    const bound = await made("jana")
    await off(bound).expect(200)
    await admin.agent.post(`/api/people/${local.id}/deactivate`).expect(204)
    const fates = { posts: "stay", certificates: "stay", bySelf: false, dueOn: today() } as const
    for (const personId of [local.id, bound])
      await world.db.insert(leavings).values({ personId, ...fates, begunAt: now() })
    const on = { op: "replace", path: "active", value: true }
    const refused = await directory.patch(`/Users/${bound}`, on).expect(409)
    expect(refused.body).toMatchObject({ scimType: "mutability", detail: "This account is being dissolved." })
    const { body } = await admin.agent.post(`/api/people/${local.id}/reactivate`).expect(409)
    expect(body.code).toBe("leaving.begun")
    const page = await admin.agent.form(`/verwaltung/personen/${local.id}/aktivieren`, {}).expect(409)
    expect(page.text).toContain("Das Ausscheiden hat schon begonnen")
    for (const id of [local.id, bound])
      expect((await admin.agent.get(`/api/people/${id}`).expect(200)).body.active).toBe(false)
  })
})

describe("An administrator who comes from a directory", () => {
  it("cannot be given another address by it, and the last one cannot be removed", async () => {
    const own = await openWorld()
    try {
      const first = await own.person("Erste", ["admin"])
      const source = await connect(own, first)
      const { body } = await source.post("/Users", entraUser("ada")).expect(201)
      await first.agent.patch(`/api/people/${body.id}`, { roles: ["clerk", "admin"] }).expect(204)
      const address = { op: "replace", path: 'emails[type eq "work"].value', value: "boese@example.net" }
      expect((await source.patch(`/Users/${body.id}`, address).expect(409)).body.scimType).toBe("mutability")
      await first.agent.patch(`/api/people/${first.id}`, { roles: ["clerk"] }).expect(204)
      await source.patch(`/Users/${body.id}`, { op: "replace", value: { active: false } }).expect(409)
      await source.delete(`/Users/${body.id}`).expect(409)
      expect((await source.get(`/Users/${body.id}`).expect(200)).body.active).toBe(true)
    } finally {
      await own.close()
    }
  })
})

describe("Deactivation by a directory", () => {
  let town: Town
  beforeAll(async () => {
    town = await openTown(openWorld({}, { listen: true }))
  })
  afterAll(() => town.close())

  it("ends sessions, sockets and mails, and hands back what was taken", async () => {
    const { mueller, vogt, albrecht, admin } = town.people
    const source = await connect(town, admin, { name: "Nubus" })
    const question = await ask(mueller, town.categories.open)
    await vogt.agent.post(`/api/questions/${question}/take`, { note: "" }).expect(204)
    const socket = new WebSocket(`${town.config.publicUrl.replace("http", "ws")}/api/live`, {
      headers: { cookie: vogt.cookie, origin: town.config.publicUrl },
    })
    const closed = new Promise<number>((resolve) => socket.once("close", resolve))
    const subscribed = new Promise((resolve) => socket.once("message", resolve))
    socket.once("open", () => socket.send(JSON.stringify({ subscribe: "inbox", id: vogt.id })))
    await subscribed
    await source.patch(`/Users/${vogt.id}`, { op: "Replace", path: "active", value: "False" }).expect(200)
    await vogt.agent.get("/api/me").expect(401)
    expect(await closed).toBe(4401)
    await town.drain()
    const { body } = await albrecht.agent.get(`/api/questions/${question}`).expect(200)
    expect(body).toMatchObject({ state: "open", takenBy: null })
    const before = (await town.mails()).length
    await mueller.agent.post(`/api/posts/${question}/comments`, { body: "Eilt" }).expect(201)
    await town.drain()
    const later = (await town.mails()).slice(0, (await town.mails()).length - before)
    expect(later.filter(({ to }) => to === vogt.email)).toEqual([])
  })
})

describe("Whoever a directory brings", () => {
  it("gets an invitation only where that is wanted", async () => {
    await made("ohnepost")
    const inviting = await connect(world, admin, { name: "Lädt ein", invites: true })
    await inviting.post("/Users", entraUser("mitpost")).expect(201)
    await inviting.post("/Users", entraUser("spaeter", { active: false })).expect(201)
    await world.drain()
    expect((await world.mails()).map(({ to }) => to)).toEqual(["mitpost@example.org"])
  })

  it("is named in the audit log with the directory, without an address", async () => {
    const id = await made("jan")
    await off(id).expect(200)
    const { items } = (await admin.agent.get(`/api/audit?subjectId=${id}`).expect(200)).body
    expect(items).toMatchObject([
      { action: "person.deactivated", actor: null, detail: { directory: "Entra ID" } },
      { action: "person.created", actor: null, detail: { directory: "Entra ID" } },
    ])
    expect(JSON.stringify(items)).not.toContain("@example.org")
    expect((await admin.agent.get("/verwaltung/protokoll").expect(200)).text).toContain(
      "Verzeichnis: Entra ID",
    )
  })
})

describe("The page of a directory", () => {
  it("shows a new token this once, with the address, and gives back a faulty day", async () => {
    const { headers } = await admin.agent
      .form("/verwaltung/verzeichnisse", { name: "Keycloak", invites: "true" })
      .expect(303)
    const path = String(headers.location).replace(/\?.*/, "")
    const fields = { scope: "people", expiresOn: "2001-01-01" }
    const faulty = await admin.agent.form(`${path}/token`, fields).expect(422)
    expect(faulty.text).toContain("Dieser Tag ist vorbei")
    expect(faulty.text).toContain('value="2001-01-01"')
    const tomorrow = new Date(Date.now() + 48 * 3_600_000).toISOString().slice(0, 10)
    const issued = await admin.agent.form(`${path}/token`, { ...fields, expiresOn: tomorrow }).expect(200)
    const [token = ""] = /scim_[0-9a-f]{72}/.exec(issued.text) ?? []
    expect(token).not.toBe("")
    const page = await admin.agent.get(path).expect(200)
    expect(page.text).toContain("http://localhost:3000/scim/v2")
    expect(page.text).not.toContain(token)
    const [revoke = ""] = /\/verwaltung\/verzeichnisse\/[^"]+\/sperren/.exec(page.text) ?? []
    await admin.agent.form(revoke, {}).expect(303)
    expect((await admin.agent.get(path).expect(200)).text).toContain("Noch kein Zugangsschlüssel")
    expect((await admin.agent.get("/verwaltung/verzeichnisse").expect(200)).text).toContain("Keycloak")
  })
})
