import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { hashPassword } from "../../../server/accounts/password/hashing.ts"
import { people } from "../../../server/accounts/tables.ts"
import { type LdapServer, openLdapServer } from "../../support/ldap-server.ts"
import { hasTool } from "../../support/programs.ts"
import { openWorld, type Person, type World } from "../../support/world.ts"
import {
  accountOf,
  addGroup,
  addPeople,
  enter,
  night,
  PAGES,
  personName,
  settingsOf,
  signIn,
  takeOver,
} from "./office.ts"

const OWN = "Siebzehn Äpfel im Regen"

describe.skipIf(!hasTool("ldap"))("The password of a directory", () => {
  let server: LdapServer
  let world: World
  let admin: Person
  let id: string

  beforeAll(async () => {
    server = await openLdapServer()
    world = await openWorld()
    admin = await world.person("Olaf Brandt", ["admin"])
    const own = { passwordHash: await hashPassword(OWN) }
    await world.db.update(people).set(own).where(eq(people.id, admin.id))
    await addPeople(server, "anna", "bert", "carla", "dora", "emil")
    await addGroup(server, "verwaltung", personName("bert"))
    id = await enter(admin, settingsOf(server))
    const rule = { claim: "groups", comparison: "is", value: "verwaltung", role: "admin" }
    await admin.agent.form(`${PAGES}/${id}/regel`, { ...rule, departmentId: "" }).expect(303)
    await takeOver(admin, id).expect(303)
  })
  afterAll(async () => {
    await world?.close()
    await server?.close()
  })

  it("opens the account of whom it belongs to, and no other password does", async () => {
    await signIn(world.nobody, "anna").expect(204)
    await signIn(world.nobody, "anna", "Kennwort von bert").expect(401)
    await signIn(world.nobody, "anna", " ").expect(401)
    await signIn(world.nobody, "anna", "").expect(400)
    await signIn(world.nobody, "niemand").expect(401)
  })

  it("holds as it is there now: a new one at once, and none for whoever has left", async () => {
    await server.set(personName("carla"), { userPassword: ["Neues Kennwort"] })
    await signIn(world.nobody, "carla").expect(401)
    await signIn(world.nobody, "carla", "Neues Kennwort").expect(204)
    await server.rename(personName("carla"), "uid=carlotta")
    await signIn(world.nobody, "carla", "Neues Kennwort").expect(204)
    await server.set(personName("carlotta"), { employeeType: ["gesperrt"] })
    await signIn(world.nobody, "carla", "Neues Kennwort").expect(401)
    await server.set(personName("carlotta"), { employeeType: [] })
  })

  it("is the only one: one of ours is neither set nor sent a link for nor compared", async () => {
    const anna = await accountOf(admin, "anna")
    const own = { passwordHash: await hashPassword(OWN) }
    await world.db.update(people).set(own).where(eq(people.id, anna.id))
    await signIn(world.nobody, "anna", OWN).expect(401)
    await world.nobody.post("/api/password/forgotten", { email: anna.email }).expect(202)
    await world.drain()
    expect(await world.mails()).toEqual([])
    await admin.agent.post(`/api/people/${anna.id}/invitation`).expect(409)
    const cookie = await cookieOf("anna")
    const profile = await world.nobody.get("/profil").set("cookie", cookie).expect(200)
    expect(profile.text).not.toContain('href="/profil/kennwort"')
    const change = { currentPassword: OWN, newPassword: "Achtzehn Birnen im Schnee" }
    const refused = await world.nobody.post("/api/password/change", change).set("cookie", cookie).expect(422)
    expect(refused.body.errors).toMatchObject([{ code: "password.of-directory" }])
  })

  it("is tried as often as others and no more", async () => {
    for (const _ of Array.from({ length: 10 })) await signIn(world.nobody, "dora", "falsch").expect(401)
    await signIn(world.nobody, "dora").expect(429)
  })

  it("cannot be looked at while the directory is down: that is said, and whoever is in goes on", async () => {
    const cookie = await cookieOf("emil")
    await server.stop()
    for (const _ of Array.from({ length: 12 })) {
      const { body } = await signIn(world.nobody, "emil").expect(503)
      expect(body.code).toBe("sign-in.directory-away")
    }
    const page = await world.nobody.form("/anmelden", {
      email: "emil@amt.example",
      password: "x",
      returnTo: "/",
    })
    expect(page.status).toBe(503)
    expect(page.text).toContain("Das Verzeichnis Ihrer Behörde antwortet zurzeit nicht")
    await world.nobody.get("/profil").set("cookie", cookie).expect(200)
    // With a password of our own an administrator comes in all the same.
    await world.nobody.post("/api/sign-in", { email: admin.email, password: OWN }).expect(204)
    await server.start()
    await signIn(world.nobody, "emil").expect(204)
  })

  it("counts where passwords of ours are for emergencies only, and is no emergency", async () => {
    const only = (localSignIn: string) => admin.agent.put("/api/settings/local-sign-in", { localSignIn })
    await only("admins").expect(204)
    await signIn(world.nobody, "anna").expect(204)
    expect((await world.nobody.get("/anmelden").expect(200)).text).toContain('name="password"')
    const { body } = await admin.agent.get("/api/audit?action=person.emergency-sign-in").expect(200)
    expect(body.items).toEqual([])
    await only("all").expect(204)
  })

  it("closes the session of whoever is missing in the next night, save the last administrator's", async () => {
    const cookie = await cookieOf("anna")
    await server.set(personName("anna"), { employeeType: ["gesperrt"] })
    await night(world)
    await world.nobody.get("/api/me").set("cookie", cookie).expect(401)
    const bert = await accountOf(admin, "bert")
    expect(bert.roles).toContain("admin")
    await world.db
      .update(people)
      .set({ roles: ["clerk"] })
      .where(eq(people.id, admin.id))
    await server.set(personName("bert"), { employeeType: ["gesperrt"] })
    await night(world)
    const [kept] = await world.db.select().from(people).where(eq(people.id, bert.id))
    expect(kept).toMatchObject({ active: true, roles: ["admin"] })
  })

  const cookieOf = async (uid: string) =>
    String((await signIn(world.nobody, uid).expect(204)).headers["set-cookie"]).split(";")[0] ?? ""
})
