import { eq } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { sessions } from "../../../server/accounts/tables.ts"
import { MINUTE, moveClock, resetClock } from "../../../server/kernel/time.ts"
import type { Fault } from "../../support/sign-in-provider.ts"
import { openTown, type Town } from "./town.ts"

let town: Town

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
afterEach(() => {
  town.meet({ sub: "s-1" })
  resetClock()
})

const someone = (sub: string, rest: Record<string, unknown> = {}) => ({
  sub,
  name: `Person ${sub}`,
  email: `${sub}@example.org`,
  email_verified: true,
  ...rest,
})

describe("Signing in by a service", () => {
  test("is offered on the sign-in page, as a link that needs no script", async () => {
    const page = await town.browser().get("/anmelden?weiter=%2Ffragen")
    expect(page.text).toContain('href="/anmelden/mit/haus?weiter=%2Ffragen"')
    expect(page.text).toContain("Mit Hauskonto anmelden")
  })

  test("asks for a code with PKCE, state and nonce, and remembers the attempt for this browser alone", async () => {
    const browser = town.browser()
    const answer = await browser.get("/anmelden/mit/haus")
    const asked = new URL(browser.locationOf(answer)).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: "code",
      client_id: "fachforum",
      scope: "openid profile email",
      redirect_uri: "http://localhost:3000/anmelden/zurueck/haus",
      code_challenge_method: "S256",
    })
    for (const name of ["state", "nonce", "code_challenge"]) expect(asked.get(name)).toMatch(/^[\w-]{43}$/)
    expect(String(answer.headers["set-cookie"])).toMatch(/^attempt=[\w-]{43}; .*HttpOnly.*SameSite=Lax/)
    // Another window that begins later has the same one, for longer.
    expect(String(answer.headers["set-cookie"])).not.toMatch(/max-age|expires/i)
  })

  test("makes an account at first, and finds it by the service's own id afterwards", async () => {
    town.meet(someone("neu"), { given_name: "Nora" })
    const browser = town.browser()
    const answer = await browser.signIn("/anmelden/mit/haus?weiter=%2Fprofil%3Fa%3Db")
    expect([answer.status, browser.locationOf(answer)]).toEqual([303, "/profil?a=b"])
    const me = await browser.me()
    expect(me).toMatchObject({ displayName: "Person neu", email: "neu@example.org", roles: ["clerk"] })
    // Another name and address there change nothing about who it is.
    town.meet(someone("neu", { email: "andere@example.org", name: "Ganz anders" }))
    const again = town.browser()
    await again.signIn()
    expect(await again.me()).toMatchObject({ id: me.id, email: "neu@example.org" })
  })

  test("takes what only the user info tells", async () => {
    town.meet({ sub: "u-1" }, { name: "Ulla Info", email: "ulla@example.org", email_verified: true })
    const browser = town.browser()
    await browser.signIn()
    expect(await browser.me()).toMatchObject({ displayName: "Ulla Info", email: "ulla@example.org" })
  })

  test.each(["https://fremd.example/", "//fremd.example", "/\\fremd.example", "/.//fremd.example"])(
    "leads nowhere else: %s",
    async (way) => {
      town.meet(someone("weg"))
      const browser = town.browser()
      const answer = await browser.signIn(`/anmelden/mit/haus?weiter=${encodeURIComponent(way)}`)
      expect([answer.status, browser.locationOf(answer)]).toEqual([303, "/"])
    },
  )

  test("ends the session that the browser had before", async () => {
    town.meet(someone("davor"))
    const browser = town.browser()
    await browser.signIn()
    const former = browser.cookies.session ?? ""
    delete browser.cookies.checked
    await browser.signIn()
    expect(browser.cookies.session).not.toBe(former)
    expect(await town.browser({ ...browser.cookies, session: former }).isSignedIn()).toBe(false)
    expect(await browser.isSignedIn()).toBe(true)
  })

  test("is once for each attempt, in the browser that began it, within a quarter of an hour", async () => {
    town.meet(someone("einmal"))
    const browser = town.browser()
    const begin = async () => browser.atProvider(browser.locationOf(await browser.get("/anmelden/mit/haus")))
    const elsewhere = await town.browser().get(await begin())
    expect(elsewhere.status).toBe(400)
    expect(elsewhere.text).toContain("in einem anderen Browser begonnen")
    const late = await begin()
    moveClock(16 * MINUTE)
    expect((await browser.get(late)).status).toBe(400)
    resetClock()
    // Two windows underway at once do not disturb each other.
    const [one, other] = [await begin(), await begin()]
    expect((await browser.get(other)).status).toBe(303)
    expect((await browser.get(other)).status).toBe(400)
    expect((await browser.get(one)).status).toBe(303)
  })

  test("is not to be had where the service is switched off or unknown", async () => {
    expect((await town.browser().get("/anmelden/mit/fremd")).status).toBe(404)
    await town.set({ enabled: false })
    expect((await town.browser().get("/anmelden/mit/haus")).status).toBe(404)
    expect((await town.browser().get("/anmelden")).text).not.toContain("Hauskonto")
    await town.set({ enabled: true })
  })
})

const FAULTS: [Fault, number, string][] = [
  ["nonce", 400, "Die Antwort des Anmeldedienstes"],
  ["issuer", 400, "Die Antwort des Anmeldedienstes"],
  ["audience", 400, "Die Antwort des Anmeldedienstes"],
  ["signature", 400, "Die Antwort des Anmeldedienstes"],
  ["shared-secret", 400, "Die Antwort des Anmeldedienstes"],
  ["expired", 400, "Die Antwort des Anmeldedienstes"],
  ["old", 400, "Die Antwort des Anmeldedienstes"],
  ["from-tomorrow", 400, "Die Antwort des Anmeldedienstes"],
  ["no-id-token", 400, "Die Antwort des Anmeldedienstes"],
  ["token-refused", 400, "Die Antwort des Anmeldedienstes"],
  ["userinfo-other", 400, "Die Antwort des Anmeldedienstes"],
  ["denied", 403, "abgebrochen oder abgelehnt"],
  ["server-error", 503, "antwortet zurzeit nicht"],
  ["token-down", 503, "antwortet zurzeit nicht"],
  ["userinfo-down", 503, "antwortet zurzeit nicht"],
  ["keys-down", 503, "antwortet zurzeit nicht"],
]

describe("A service that does wrong", () => {
  test.each(FAULTS)("%s: nobody is signed in, and the page says what to do", async (fault, status, words) => {
    town.meet(someone("fehler"))
    town.provider.state.fault = fault
    const browser = town.browser()
    const answer = await browser.signIn("/anmelden/mit/haus?weiter=%2Fprofil")
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(words)
    // It can be begun anew from there, on the same way.
    expect(answer.text).toContain("/anmelden/mit/haus?weiter=%2Fprofil")
    expect(browser.cookies.session).toBeUndefined()
  })

  test("with the same set-up and no fault somebody is signed in", async () => {
    town.meet(someone("fehler"))
    expect((await town.browser().signIn()).status).toBe(303)
  })

  test.each(["other-issuer", "no-page"] as const)(
    "%s: is found out before anybody goes there",
    async (fault) => {
      town.provider.state.fault = fault
      expect((await town.browser().signIn()).status).toBe(502)
    },
  )

  test("another state than the one it was given is refused", async () => {
    town.meet(someone("zustand"))
    const browser = town.browser()
    const back = await browser.atProvider(browser.locationOf(await browser.get("/anmelden/mit/haus")))
    expect((await browser.get(back.replace(/state=[^&]+/, "state=anders"))).status).toBe(400)
  })

  test("an answer in the name of another service is refused", async () => {
    town.meet(someone("misch"))
    const browser = town.browser()
    const back = await browser.atProvider(browser.locationOf(await browser.get("/anmelden/mit/haus")))
    expect((await browser.get(back.replace(/iss=[^&]+/, "iss=https%3A%2F%2Ffremd.example"))).status).toBe(400)
  })
})

describe("A service that is down", () => {
  test("is told of on the sign-in page of everybody, and those signed in go on", async () => {
    town.meet(someone("weiter"))
    const browser = town.browser()
    await browser.signIn()
    town.provider.state.down = true
    const answer = await town.browser().signIn("/anmelden/mit/haus?weiter=%2Fprofil")
    expect(answer.status).toBe(503)
    expect(answer.text).toContain("Wer schon angemeldet ist, kann weiterarbeiten")
    expect((await town.browser().get("/anmelden")).text).toContain("Hauskonto antwortet zurzeit nicht")
    const { body } = await town.world.nobody.get("/api/sign-in/providers").expect(200)
    expect(body.items).toEqual([{ slug: "haus", name: "Hauskonto", reachable: false }])
    expect(await browser.isSignedIn()).toBe(true)
    town.provider.state.down = false
    await town.browser().signIn()
    expect((await town.browser().get("/anmelden")).text).not.toContain("antwortet zurzeit nicht")
  })

  test("is not told of by whoever writes so into the address", async () => {
    const browser = town.browser()
    for (const error of ["server_error", "temporarily_unavailable"]) {
      const back = await browser.atProvider(browser.locationOf(await browser.get("/anmelden/mit/haus")))
      const answer = await browser.get(back.replace(/code=[^&]+/, `error=${error}`))
      expect([answer.status, answer.text.includes("antwortet zurzeit nicht")]).toEqual([503, true])
    }
    const { body } = await town.world.nobody.get("/api/sign-in/providers").expect(200)
    expect(body.items).toEqual([{ slug: "haus", name: "Hauskonto", reachable: true }])
  })

  test("has changed its keys meanwhile, and is believed at once", async () => {
    town.meet(someone("schluessel"))
    await town.browser().signIn()
    await town.provider.rotate()
    expect((await town.browser().signIn()).status).toBe(303)
  })
})

test("A database that takes nothing is not taken for a fault of the service", async () => {
  const { $client } = town.world.db
  await $client.query(`create function full_disk() returns trigger language plpgsql as
    $$ begin raise exception using errcode = '53100'; end $$;
    create trigger full_disk before insert on sessions execute function full_disk()`)
  town.meet(someone("platte"))
  const answer = await town.browser().signIn()
  await $client.query("drop trigger full_disk on sessions")
  expect(answer.status).toBe(503)
  expect(answer.text).not.toContain("Anmeldedienst")
  expect((await town.browser().signIn()).status).toBe(303)
})

test.each([
  ["switched off", "update sign_in_providers set enabled = false"],
  ["the person deactivated", "update people set active = false where id = new.person_id"],
])("Nobody is signed in by a service that was asked meanwhile: %s", async (what, change) => {
  const { $client } = town.world.db
  town.meet(someone(what.replaceAll(" ", "-")))
  const before = town.browser()
  await before.signIn()
  const { id } = await before.me()
  await $client.query(`create function meanwhile() returns trigger language plpgsql as
    $$ begin ${change}; return new; end $$;
    create trigger meanwhile before insert on sessions for each row execute function meanwhile()`)
  const browser = town.browser()
  const answer = await browser.signIn()
  await $client.query("drop trigger meanwhile on sessions; drop function meanwhile")
  await $client.query("update sign_in_providers set enabled = true")
  await $client.query("update people set active = true where id = $1", [id])
  expect([answer.status, browser.cookies.session]).toEqual([403, undefined])
  expect(await town.world.db.$count(sessions, eq(sessions.personId, String(id)))).toBe(1)
})
