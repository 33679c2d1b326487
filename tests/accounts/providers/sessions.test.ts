import { eq } from "drizzle-orm"
import { UnsecuredJWT } from "jose"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { sweepAccounts } from "../../../server/accounts/index.ts"
import { usedLogoutTokens } from "../../../server/accounts/providers/tables.ts"
import { sessions } from "../../../server/accounts/tables.ts"
import { DAY, MINUTE, moveClock, resetClock } from "../../../server/kernel/time.ts"
import { openTown, type Town } from "./town.ts"

let town: Town

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
afterEach(async () => {
  resetClock()
  Object.assign(town.provider.state, { down: false, signedIn: true, fault: null })
})

async function enter(sub: string, session = `session-of-${sub}`) {
  town.meet({ sub, name: `Person ${sub}`, email: `${sub}@example.org`, email_verified: true })
  town.provider.state.session = session
  const browser = town.browser()
  await browser.signIn()
  expect(await browser.isSignedIn()).toBe(true)
  return browser
}

const logout = (token: string, more: Record<string, string> = {}) =>
  // As providers send it: from a server, without an `Origin`.
  town.world.nobody
    .form("/api/sign-in/providers/haus/logout", { logout_token: token, ...more })
    .unset("origin")

describe("A logout that the service sends", () => {
  test("ends the session that it names, and no other", async () => {
    const one = await enter("zwei", "erste")
    const other = await enter("zwei", "zweite")
    await logout(await town.provider.logoutToken({ sid: "erste" })).expect(200)
    expect([await one.isSignedIn(), await other.isSignedIn()]).toEqual([false, true])
  })

  test("ends all of a person where it names the person, and none that did not come by it", async () => {
    const one = await enter("alle", "erste")
    const other = await enter("alle", "zweite")
    const colleague = await enter("kollegin")
    const { id } = await one.me()
    const { token } = await town.world.parts.sessions.signIn(String(id), "Test", null)
    const local = town.browser({ session: token })
    await logout(await town.provider.logoutToken({ sub: "alle", sid: undefined })).expect(200)
    expect(await Promise.all([one, other, colleague, local].map((browser) => browser.isSignedIn()))).toEqual([
      false,
      false,
      true,
      true,
    ])
  })

  test("is good for once", async () => {
    const token = await town.provider.logoutToken({ sub: "wer", sid: undefined })
    await logout(token, { unknown: "ignored" }).expect(200)
    await logout(token).expect(400)
    moveClock(DAY)
    await sweepAccounts(town.world.db)
    expect(await town.world.db.select().from(usedLogoutTokens)).toEqual([])
  })

  const seconds = Math.floor(Date.now() / 1000)
  const EVENT = "http://schemas.openid.net/event/backchannel-logout"
  test.each<[string, () => Promise<string> | string]>([
    ["of another issuer", () => town.provider.logoutToken({ iss: "https://fremd.example" })],
    ["for another client", () => town.provider.logoutToken({ aud: "another" })],
    ["that ran out", () => town.provider.logoutToken({ exp: seconds - 300 })],
    ["without an end", () => town.provider.logoutToken({ exp: undefined })],
    ["of an hour ago", () => town.provider.logoutToken({ iat: seconds - 3600 })],
    ["of tomorrow", () => town.provider.logoutToken({ iat: seconds + 86_400, exp: seconds + 90_000 })],
    ["without an id", () => town.provider.logoutToken({ jti: undefined })],
    ["without the event", () => town.provider.logoutToken({ events: { "https://other": {} } })],
    ["without any event", () => town.provider.logoutToken({ events: undefined })],
    ["with the event as a text", () => town.provider.logoutToken({ events: EVENT })],
    ["that is an ID token", () => town.provider.logoutToken({ nonce: "n" })],
    ["that names nobody", () => town.provider.logoutToken({ sub: undefined, sid: undefined })],
    ["that names a list", () => town.provider.logoutToken({ sid: ["a"] as unknown as string })],
    ["of another type", () => town.provider.logoutToken({}, { typ: "at+jwt" })],
    ["signed by somebody else", () => town.provider.logoutToken({}, {}, true)],
    [
      "without a signature",
      () =>
        new UnsecuredJWT({ sub: "opfer", jti: "j", events: { [EVENT]: {} } })
          .setIssuer(town.provider.issuer)
          .setAudience("fachforum")
          .setIssuedAt()
          .setExpirationTime("2m")
          .encode(),
    ],
    ["that is no token", () => "abc"],
  ])("is refused %s", async (_, token) => {
    const victim = await enter("opfer")
    const { body } = await logout(await token()).expect(400)
    expect(body.code).toBe("providers.logout-invalid")
    expect(await victim.isSignedIn()).toBe(true)
  })

  test("is to be sent again where the keys are not to be had", async () => {
    const person = await enter("schluessellos")
    await town.provider.rotate()
    town.provider.state.fault = "keys-down"
    const token = await town.provider.logoutToken()
    const { body } = await logout(token).expect(503)
    expect(body.code).toBe("providers.unreachable")
    expect(await person.isSignedIn()).toBe(true)
    town.provider.state.fault = null
    await logout(token).expect(200)
    expect(await person.isSignedIn()).toBe(false)
  })

  test("with the same set-up is taken, also where its header is that of any token", async () => {
    const victim = await enter("opfer")
    await logout(await town.provider.logoutToken({}, { typ: "JWT" })).expect(200)
    expect(await victim.isSignedIn()).toBe(false)
  })

  test("is taken for somebody who is not here, and nowhere but at a service that is there", async () => {
    await logout(await town.provider.logoutToken({ sub: "niemand", sid: "keine" })).expect(200)
    await town.world.nobody.form("/api/sign-in/providers/fremd/logout", { logout_token: "x" }).expect(404)
    await town.world.nobody.form("/api/sign-in/providers/haus/logout", {}).expect(400)
  })
})

describe("Signing out here", () => {
  test("goes on at the service, by a page that a form may lead to", async () => {
    const browser = await enter("ab")
    const page = await browser.form("/abmelden")
    expect(page.status).toBe(200)
    const [, written = ""] = /<meta http-equiv="refresh" content="0; url=([^"]+)"/.exec(page.text) ?? []
    const address = new URL(written.replaceAll("&amp;", "&"))
    expect(address.origin + address.pathname).toBe(`${town.provider.issuer}/logout`)
    expect(address.searchParams.get("post_logout_redirect_uri")).toBe("http://localhost:3000/abgemeldet")
    expect(address.searchParams.get("id_token_hint")).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    expect(await browser.isSignedIn()).toBe(false)
    const back = await browser.get("/abgemeldet")
    expect(browser.locationOf(back)).toBe("/anmelden?hinweis=signed-out")
  })

  test("keeps the service's statement sealed", async () => {
    const browser = await enter("siegel")
    const { id } = await browser.me()
    const [row] = await town.world.db
      .select()
      .from(sessions)
      .where(eq(sessions.personId, String(id)))
    expect(row?.sealedIdToken).toBeTruthy()
    expect(JSON.stringify(row)).not.toContain("siegel@example.org")
    expect(Buffer.from(row?.sealedIdToken ?? "", "base64").toString("latin1")).not.toContain("eyJ")
  })

  test("is not kept up by a service that is down, and stays here where that is wanted", async () => {
    const browser = await enter("aus")
    town.provider.state.down = true
    const answer = await browser.form("/abmelden")
    expect([answer.status, browser.locationOf(answer)]).toEqual([303, "/anmelden?hinweis=signed-out"])
    town.provider.state.down = false
    await town.set({ endsThere: false })
    const other = await enter("aus")
    expect((await other.form("/abmelden")).status).toBe(303)
    await town.set({ endsThere: true })
  })

  test("ends with the service being switched off", async () => {
    const browser = await enter("abgeschaltet")
    await town.set({ enabled: false })
    expect(await browser.isSignedIn()).toBe(false)
    await town.set({ enabled: true })
  })
})

describe("Whether somebody is still signed in there", () => {
  /** An hour has passed; the next page that is opened asks. */
  async function ask(browser: Awaited<ReturnType<typeof enter>>, page = "/profil") {
    moveClock(61 * MINUTE)
    const due = await browser.get(page)
    expect(due.status).toBe(303)
    expect(browser.locationOf(due)).toBe(`/anmelden/pruefen/haus?weiter=${encodeURIComponent(page)}`)
    return browser.get(browser.locationOf(due))
  }

  test("is asked without a page of the service, and then the page is shown", async () => {
    const browser = await enter("noch")
    expect((await browser.get("/profil")).status).toBe(200)
    const leaving = await ask(browser)
    const address = browser.locationOf(leaving)
    expect(new URL(address).searchParams.get("prompt")).toBe("none")
    const back = await browser.get(await browser.atProvider(address))
    expect([back.status, browser.locationOf(back)]).toEqual([303, "/profil"])
    expect((await browser.get("/profil")).status).toBe(200)
  })

  test("is not asked of whoever sends a form, or of a script", async () => {
    const browser = await enter("formular")
    moveClock(61 * MINUTE)
    expect((await browser.form("/darstellung", { theme: "dark", returnTo: "/" })).status).toBe(303)
    expect((await browser.get("/profil", { "sec-fetch-dest": "empty" })).status).toBe(200)
    expect(await browser.isSignedIn()).toBe(true)
    expect((await browser.get("/profil", { "sec-fetch-dest": "document" })).status).toBe(303)
  })

  test.each([
    ["nobody any more", { signedIn: false }],
    ["somebody else", { person: { sub: "fremd" } }],
  ])("ends the session here where it is %s", async (_, there) => {
    const browser = await enter("beendet")
    const address = browser.locationOf(await ask(browser))
    Object.assign(town.provider.state, there)
    const back = await browser.get(await browser.atProvider(address))
    expect(browser.locationOf(back)).toBe("/anmelden?weiter=%2Fprofil&hinweis=provider-over")
    expect(await browser.isSignedIn()).toBe(false)
  })

  test("lets them go on while the service is down, and asks again soon", async () => {
    const browser = await enter("stoerung")
    town.provider.state.down = true
    expect(browser.locationOf(await ask(browser))).toBe("/profil")
    expect((await browser.get("/profil")).status).toBe(200)
    moveClock(6 * MINUTE)
    expect((await browser.get("/profil")).status).toBe(303)
  })

  test("lets them go on where only the answer fails", async () => {
    const browser = await enter("halb")
    const address = browser.locationOf(await ask(browser))
    town.provider.state.fault = "token-down"
    const back = await browser.get(await browser.atProvider(address))
    expect(browser.locationOf(back)).toBe("/profil")
    expect(await browser.isSignedIn()).toBe(true)
  })

  test("is asked of no other service than the one that they came by", async () => {
    const settings = { enabled: true, createsAccounts: false, onlyMatched: false, linksByEmail: false }
    await town.admin.agent
      .post("/api/providers", {
        slug: "fern",
        name: "Fernkonto",
        // Nobody answers there.
        issuer: "http://127.0.0.1:1",
        clientId: "fern",
        secret: "fern",
        scopes: "openid",
        trustsEmail: false,
        endsThere: false,
        recheckMinutes: 60,
        ...settings,
      })
      .expect(201)
    const browser = await enter("zweigleisig")
    moveClock(61 * MINUTE)
    const answer = await browser.get("/anmelden/pruefen/fern?weiter=%2Fprofil")
    expect([answer.status, browser.locationOf(answer)]).toEqual([303, "/profil"])
    expect((await browser.get("/anmelden/pruefen/keins?weiter=%2Fprofil")).status).toBe(404)
    const due = await browser.get("/profil")
    expect(browser.locationOf(due)).toBe("/anmelden/pruefen/haus?weiter=%2Fprofil")
  })

  test("cannot be left open for ever, nor by a cookie of one's own making", async () => {
    const browser = await enter("lange")
    moveClock(121 * MINUTE)
    expect(await browser.isSignedIn()).toBe(false)
    resetClock()
    expect(await browser.isSignedIn()).toBe(true)
    const [minute = "", signature = ""] = (browser.cookies.checked ?? "").split(".")
    for (const forged of ["", `${Number(minute) + 500}.${signature}`, `${minute}.`, minute]) {
      const other = town.browser({ ...browser.cookies, checked: forged })
      expect(await other.isSignedIn()).toBe(false)
    }
    // Nor by that of another session.
    const colleague = await enter("andere")
    const mixed = town.browser({ ...colleague.cookies, checked: browser.cookies.checked ?? "" })
    expect(await mixed.isSignedIn()).toBe(false)
  })

  test("is not asked at all where the administration says so", async () => {
    await town.set({ recheckMinutes: null })
    const browser = await enter("nie")
    moveClock(3 * DAY)
    expect((await browser.get("/profil")).status).toBe(200)
    await town.set({ recheckMinutes: 60 })
  })
})
