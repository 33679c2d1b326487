import { eq } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { hashPassword } from "../../server/accounts/password/hashing.ts"
import { people, sessions } from "../../server/accounts/tables.ts"
import { DAY, moveClock, resetClock } from "../../server/kernel/time.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

const PASSWORD = "Drei Birnen im Regal"
let world: World
let mueller: Person

beforeAll(async () => {
  world = await openWorld()
  mueller = await world.person("Sabine Müller", ["clerk"])
  await givePassword(mueller)
})
afterAll(() => world.close())
afterEach(() => resetClock())

async function givePassword(person: Person) {
  const passwordHash = await hashPassword(PASSWORD)
  await world.db.update(people).set({ passwordHash }).where(eq(people.id, person.id))
}

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"

async function signIn(email: string, password = PASSWORD, former?: string) {
  const request = world.nobody.post("/api/sign-in", { email, password }).set("user-agent", FIREFOX)
  return former ? request.set("cookie", former) : request
}

const cookieOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers["set-cookie"])
const pairOf = (answer: { headers: Record<string, unknown> }) => cookieOf(answer).split(";")[0] ?? ""
const meWith = (cookie: string) => world.nobody.get("/api/me").set("cookie", cookie)

describe("Signing in", () => {
  test("gives a cookie that no script reads, and that stands for the person", async () => {
    const answer = await signIn(mueller.email)
    expect(answer.status).toBe(204)
    expect(answer.text).toBe("")
    expect(cookieOf(answer)).toMatch(/^session=[\w-]{43}; .*HttpOnly/)
    expect(cookieOf(answer)).toMatch(/SameSite=Lax/i)
    const me = await meWith(pairOf(answer)).expect(200)
    expect(me.body).toMatchObject({ id: mueller.id, displayName: "Sabine Müller", locale: "de" })
  })

  test("takes the address in capitals, and umlauts as either kind of keyboard sends them", async () => {
    const person = await world.person("Jörg", ["clerk"])
    const passwordHash = await hashPassword("Grüße aus Köln!".normalize("NFC"))
    await world.db.update(people).set({ passwordHash }).where(eq(people.id, person.id))
    expect((await signIn(person.email.toUpperCase(), "Grüße aus Köln!".normalize("NFD"))).status).toBe(204)
  })

  test("answers unknown, inactive, never invited and wrong alike", async () => {
    const inactive = await world.person("Fort", ["clerk"])
    await givePassword(inactive)
    await world.db.update(people).set({ active: false }).where(eq(people.id, inactive.id))
    const invited = await world.person("Ohne Kennwort", ["clerk"])
    const answers = [
      await signIn(mueller.email, "falsch"),
      await signIn("niemand@example.org"),
      await signIn(inactive.email),
      await signIn(invited.email),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(401)
      expect(answer.body).toEqual(answers[0]?.body)
      expect(answer.body.code).toBe("sign-in.failed")
      expect(answer.headers["set-cookie"]).toBeUndefined()
    }
  })

  test("ends the session that the browser had before", async () => {
    const first = pairOf(await signIn(mueller.email))
    const second = pairOf(await signIn(mueller.email, PASSWORD, first))
    expect(second).not.toBe(first)
    await meWith(first).expect(401)
    await meWith(second).expect(200)
  })

  test("is refused to a form on somebody else's page", async () => {
    const body = { email: mueller.email, password: PASSWORD }
    await world.nobody.post("/api/sign-in", body).set("origin", "https://evil.example").expect(403)
    await world.nobody.post("/api/sign-in", body).set("origin", "null").expect(403)
  })

  test("stores the token's hash only, and an expiry that tells no last-seen time", async () => {
    const token = pairOf(await signIn(mueller.email)).split("=")[1] ?? ""
    const rows = await world.db.select().from(sessions)
    expect(JSON.stringify(rows)).not.toContain(token)
    for (const row of rows) expect(row.expiresAt.getTime() % (7 * DAY)).toBe(0)
  })
})

describe("Many sessions at once", () => {
  test("are the people that each one alone would be, and ended, expired and inactive ones are missing", async () => {
    const { sessions: mechanism } = world.parts
    const law = await world.department("Grundsatz und Recht")
    const cast = {
      valid: await world.person("Jens Albrecht", ["specialist"], [law]),
      ended: await world.person("Abgemeldet", ["clerk"]),
      inactive: await world.person("Deaktiviert", ["clerk"]),
      expired: await world.person("Lange fort", ["clerk"]),
      changed: await world.person("Neue Rolle", ["clerk"], [law]),
    }
    const tokens = Object.values(cast).map(({ cookie }) => cookie.split("=")[1] ?? "")
    const keys = tokens.map((token) => mechanism.keyOf(token))
    expect((await mechanism.identifyAll([...keys, mechanism.keyOf("falsch")])).size).toBe(5)
    await cast.ended.agent.post("/api/sign-out").expect(204)
    const set = (person: Person, fields: object) =>
      world.db.update(people).set(fields).where(eq(people.id, person.id))
    await set(cast.inactive, { active: false })
    await set(cast.changed, { roles: ["lead"] })
    await world.db
      .update(sessions)
      .set({ expiresAt: new Date(0) })
      .where(eq(sessions.personId, cast.expired.id))
    const found = await mechanism.identifyAll(keys)
    for (const [at, token] of tokens.entries())
      expect(found.get(keys[at] ?? "") ?? null).toEqual((await mechanism.identify(token))?.actor ?? null)
    expect([...found.values()].map(({ displayName }) => displayName).toSorted()).toEqual([
      "Jens Albrecht",
      "Neue Rolle",
    ])
    expect((await mechanism.identifyAll([])).size).toBe(0)
  })
})

describe("Own sessions", () => {
  test("are listed by device and day, and can be ended one by one", async () => {
    const person = await world.person("Mehrere Geräte", ["clerk"])
    await givePassword(person)
    await signIn(person.email)
    const { body } = await person.agent.get("/api/sessions").expect(200)
    expect(
      body.items.map((item: { device: string; current: boolean }) => [item.device, item.current]),
    ).toEqual([
      ["Firefox, Windows", false],
      ["Test", true],
    ])
    const other = body.items.find((item: { current: boolean }) => !item.current)
    await person.agent.delete(`/api/sessions/${other.id}`).expect(204)
    await person.agent.delete(`/api/sessions/${other.id}`).expect(404)
    await person.agent.get("/api/me").expect(200)
  })

  test("of somebody else can be neither seen nor ended", async () => {
    const other = await world.person("Andere Person", ["admin"])
    const { body } = await mueller.agent.get("/api/sessions").expect(200)
    const id = body.items[0].id
    const own = await other.agent.get("/api/sessions").expect(200)
    expect(own.body.items).toHaveLength(1)
    await other.agent.delete(`/api/sessions/${id}`).expect(404)
    await mueller.agent.get("/api/me").expect(200)
  })

  test("end all together, with or without the one at hand", async () => {
    const person = await world.person("Alle Geräte", ["clerk"])
    await givePassword(person)
    const elsewhere = pairOf(await signIn(person.email))
    await person.agent.delete("/api/sessions").expect(204)
    await meWith(elsewhere).expect(401)
    await person.agent.get("/api/me").expect(200)
    const answer = await person.agent.delete("/api/sessions?scope=all").expect(204)
    expect(cookieOf(answer)).toMatch(/Max-Age=0/)
    await person.agent.get("/api/me").expect(401)
  })

  test("end with signing out, for good", async () => {
    const cookie = pairOf(await signIn(mueller.email))
    await world.nobody.post("/api/sign-out").set("cookie", cookie).expect(204)
    await meWith(cookie).expect(401)
    await world.nobody.post("/api/sign-out").expect(401)
  })
})

describe("Behind TLS", () => {
  test("the cookie is Secure and bound to the host", async () => {
    const secure = await openWorld({ publicUrl: "https://forum.example", secure: true })
    try {
      const person = await secure.person("Sicher", ["clerk"])
      const passwordHash = await hashPassword(PASSWORD)
      await secure.db.update(people).set({ passwordHash }).where(eq(people.id, person.id))
      const answer = await secure.nobody
        .post("/api/sign-in", { email: person.email, password: PASSWORD })
        .set("origin", "https://forum.example")
        .expect(204)
      expect(cookieOf(answer)).toMatch(/^__Host-session=[^;]+;.*Path=\//)
      expect(cookieOf(answer)).toMatch(/; Secure/)
      expect(cookieOf(answer)).not.toMatch(/Domain/i)
    } finally {
      await secure.close()
    }
  })
})

describe("One's own settings", () => {
  test("are language and mails; the rest is the administration's", async () => {
    const { body } = await mueller.agent
      .patch("/api/me", { locale: "en", mailWithoutContent: true })
      .expect(200)
    expect(body).toMatchObject({ locale: "en", mailWithoutContent: true })
    await mueller.agent.patch("/api/me", { displayName: "Königin" }).expect(400)
    await mueller.agent.patch("/api/me", { mailOff: ["minutes"] }).expect(400)
    await mueller.agent.patch("/api/me", {}).expect(400)
    await world.nobody.patch("/api/me", { locale: "de" }).expect(401)
  })
})

describe("The clock", () => {
  test("sweeps away what has expired", async () => {
    const { sweepAccounts } = await import("../../server/accounts/index.ts")
    expect((await world.db.select().from(sessions)).length).toBeGreaterThan(0)
    moveClock(40 * DAY)
    await sweepAccounts(world.db)
    expect(await world.db.select().from(sessions)).toHaveLength(0)
  })
})
