import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { MINUTE, moveClock, resetClock } from "../../../server/kernel/time.ts"
import { KEYCLOAK_HOME, openKeycloak, openVisitor } from "../../support/keycloak.ts"
import { openWorld, type World } from "../../support/world.ts"
import { openBrowser } from "./town.ts"

/** Against a real Keycloak, where `KEYCLOAK_HOME` says where one lies; see docs/operation.md. */
describe.skipIf(!KEYCLOAK_HOME)("A real Keycloak", () => {
  let world: World
  let keycloak: Awaited<ReturnType<typeof openKeycloak>>

  beforeAll(async () => {
    world = await openWorld({}, { listen: true })
    keycloak = await openKeycloak(world.config.publicUrl, "haus")
    const admin = await world.person("Verwaltung", ["admin"])
    const provider = await admin.agent
      .post("/api/providers", {
        slug: "haus",
        name: "Hauskonto",
        issuer: keycloak.issuer,
        clientId: keycloak.client.id,
        secret: keycloak.client.secret,
        scopes: "openid profile email",
        enabled: true,
        createsAccounts: true,
        onlyMatched: false,
        linksByEmail: false,
        trustsEmail: false,
        endsThere: true,
        recheckMinutes: 60,
      })
      .expect(201)
    const department = await world.department("Wohngeldstelle")
    const rule = { claim: "groups", comparison: "is", value: "wohngeld", role: "specialist" }
    await admin.agent
      .post(`/api/providers/${provider.body.id}/rules`, { ...rule, departmentId: department })
      .expect(201)
  })
  afterAll(async () => {
    await keycloak?.close()
    await world.close()
  })
  afterEach(() => resetClock())

  async function enter() {
    const browser = openBrowser(world, {})
    const visitor = openVisitor(world.config.publicUrl)
    const go = async (path = "/anmelden/mit/haus") => {
      const begun = await browser.get(path)
      expect(begun.status).toBe(303)
      return browser.get(await visitor.visit(browser.locationOf(begun), keycloak.person))
    }
    const arrived = await go()
    expect(arrived.status).toBe(303)
    expect(await browser.isSignedIn()).toBe(true)
    return { browser, visitor, go }
  }

  test("signs somebody in, with name, address, role and department by their group", async () => {
    const { browser, visitor } = await enter()
    expect(visitor.forms()).toBe(1)
    expect(await browser.me()).toMatchObject({
      displayName: "Sabine Müller",
      email: "sabine.mueller@example.org",
      roles: ["specialist"],
      departments: [{ name: "Wohngeldstelle" }],
    })
  })

  test("is asked again without a page of its own, and takes back what a group gave", async () => {
    const { browser, visitor, go } = await enter()
    await keycloak.leaveGroup()
    moveClock(61 * MINUTE)
    const due = await browser.get("/profil")
    const back = await go(browser.locationOf(due))
    expect([back.status, browser.locationOf(back)]).toEqual([303, "/profil"])
    expect(visitor.forms()).toBe(1)
    expect(await browser.me()).toMatchObject({ roles: ["clerk"], departments: [] })
  })

  test("ends the session here when it is ended there", async () => {
    const { browser } = await enter()
    await keycloak.endSessions()
    await expect.poll(() => browser.isSignedIn()).toBe(false)
  })

  test("is signed out of by signing out here, without a question, and then says so when asked", async () => {
    const { browser, visitor } = await enter()
    const page = await browser.form("/abmelden")
    const [, written = ""] = /content="0; url=([^"]+)"/.exec(page.text) ?? []
    expect(await visitor.visit(written.replaceAll("&amp;", "&"), keycloak.person)).toBe("/abgemeldet")
    const again = await browser.get("/anmelden/mit/haus")
    await visitor.visit(browser.locationOf(again), keycloak.person)
    expect(visitor.forms()).toBe(2)
  })

  test("that knows the person no more ends the session when it is asked", async () => {
    const { browser } = await enter()
    const stranger = openVisitor(world.config.publicUrl)
    moveClock(61 * MINUTE)
    const due = await browser.get("/profil")
    const leaving = await browser.get(browser.locationOf(due))
    const back = await browser.get(await stranger.visit(browser.locationOf(leaving), keycloak.person))
    expect(browser.locationOf(back)).toBe("/anmelden?weiter=%2Fprofil&hinweis=provider-over")
    expect(await browser.isSignedIn()).toBe(false)
  })

  test("with new keys is believed at once", async () => {
    await enter()
    await keycloak.rotate()
    const { browser } = await enter()
    await keycloak.endSessions()
    await expect.poll(() => browser.isSignedIn()).toBe(false)
  })

  test("that is gone keeps nobody from going on, and the sign-in page says so", async () => {
    const { browser } = await enter()
    await keycloak.close()
    moveClock(61 * MINUTE)
    const due = await browser.get("/profil")
    expect(browser.locationOf(await browser.get(browser.locationOf(due)))).toBe("/profil")
    expect((await browser.get("/profil")).status).toBe(200)
    const page = await openBrowser(world, {}).get("/anmelden/mit/haus")
    expect(page.status).toBe(503)
    expect((await openBrowser(world, {}).get("/anmelden")).text).toContain("antwortet zurzeit nicht")
  })
})
