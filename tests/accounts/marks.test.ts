import { eq } from "drizzle-orm"
import supertest from "supertest"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { hashPassword } from "../../server/accounts/password/hashing.ts"
import { markKeys, people } from "../../server/accounts/tables.ts"
import type { Built } from "../../server/app.ts"
import { readConfig } from "../../server/kernel/config.ts"
import { throttles } from "../../server/kernel/tables.ts"
import { DAY, moveClock, resetClock } from "../../server/kernel/time.ts"
import { openWorld, type Person, type World } from "../support/world.ts"
import { openSecondProcess } from "./second-process.ts"

const PASSWORD = "Drei Birnen im Regal"
const LIMITS = { ...readConfig({}).limits, signInsPerPair: 2, linksPerAddress: 3, postsPerAddress: 5 }
let world: World
let second: Built
let mueller: Person
let yilmaz: Person

/** One office behind one address, as every request of a test comes from it. */
beforeAll(async () => {
  world = await openWorld({ limits: LIMITS })
  second = await openSecondProcess(world)
  mueller = await withPassword("Sabine Müller")
  yilmaz = await withPassword("Deniz Yılmaz")
})
afterAll(async () => {
  await second.stop()
  await world.close()
})
beforeEach(() => world.db.delete(throttles))
afterEach(() => resetClock())

async function withPassword(name: string): Promise<Person> {
  const person = await world.person(name, ["clerk"])
  await givePassword(person)
  return person
}

async function givePassword(person: Person) {
  const passwordHash = await hashPassword(PASSWORD)
  await world.db.update(people).set({ passwordHash, active: true }).where(eq(people.id, person.id))
}

type Answer = { headers: Record<string, unknown> }
const setBy = (answer: Answer) => [answer.headers["set-cookie"] ?? []].flat().map(String)
/** `name=value` of the mark that an answer sets, or "". */
const markOf = (answer: Answer) =>
  setBy(answer)
    .find((cookie) => cookie.startsWith("device="))
    ?.split(";")[0] ?? ""

function signIn(person: { email: string }, password = PASSWORD, mark = "", app = world.app) {
  const request = supertest(app.server).post("/api/sign-in").set("origin", world.config.publicUrl)
  return request.set("cookie", mark).send({ email: person.email, password })
}

/** A stranger in the same house, until nobody without a mark gets through any more. */
async function useUp(person: Person): Promise<void> {
  for (let number = 0; number < LIMITS.signInsPerPair; number += 1) await signIn(person, "falsch").expect(401)
  await signIn(person).expect(429)
}

/** Whether the account knows the browser: nothing else gets through then. */
async function isKnown(person: Person, mark: string, app = world.app): Promise<boolean> {
  await world.db.delete(throttles)
  await useUp(person)
  return (await signIn(person, PASSWORD, mark, app)).status === 204
}

describe("A browser that the account signed in from before", () => {
  test("gets through while somebody at the same address tries its password, in every process", async () => {
    const mark = markOf(await signIn(mueller).expect(204))
    expect(await isKnown(mueller, mark)).toBe(true)
    expect(await isKnown(mueller, mark, second.app)).toBe(true)
  })

  test("is of no use to other accounts, and a forged one to nobody", async () => {
    const mark = markOf(await signIn(mueller).expect(204))
    expect(await isKnown(yilmaz, mark)).toBe(false)
    const [end = "", number = "", account = ""] = mark.replace("device=", "").split(".")
    const forged = [
      "device=",
      "device=.",
      `device=${end}.${number}.${account}`,
      `device=${Number(end) + 7}${mark.slice(`device=${end}`.length)}`,
      `${mark}x`,
      mark.replace(number, "A".repeat(22)),
      `device=${"1.".repeat(2000)}`,
    ]
    for (const wrong of forged) expect(await isKnown(mueller, wrong)).toBe(false)
  })

  test("has its own few wrong attempts, whether or not the address has any left", async () => {
    const mark = markOf(await signIn(mueller).expect(204))
    for (let number = 0; number < LIMITS.signInsPerPair; number += 1)
      await signIn(mueller, "falsch", mark).expect(401)
    await signIn(mueller, PASSWORD, mark).expect(429)
    await signIn(mueller).expect(204)
  })

  test("can be a shared one: each of its accounts is known", async () => {
    const first = markOf(await signIn(mueller).expect(204))
    const both = markOf(await signIn(yilmaz, PASSWORD, first).expect(204))
    expect(await isKnown(mueller, both)).toBe(true)
    expect(await isKnown(yilmaz, both)).toBe(true)
    expect(await isKnown(yilmaz, first)).toBe(false)
  })

  test("stays known after signing out, for a year", async () => {
    const answer = await signIn(mueller).expect(204)
    const mark = markOf(answer)
    const cookies = setBy(answer).map((cookie) => cookie.split(";")[0])
    await world.nobody.post("/api/sign-out").set("cookie", cookies.join("; ")).expect(204)
    moveClock(360 * DAY)
    expect(await isKnown(mueller, mark)).toBe(true)
    moveClock(380 * DAY)
    expect(await isKnown(mueller, mark)).toBe(false)
  })
})

describe("The mark of a browser", () => {
  test("is read by no script, names nobody, and is not stored", async () => {
    const answer = await signIn(mueller).expect(204)
    const cookie = setBy(answer).find((one) => one.startsWith("device=")) ?? ""
    expect(cookie).toMatch(
      /^device=\d{5}\.[\w-]{22}\.[\w-]{32}\.[\w-]{32}; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect(cookie).not.toContain(mueller.id)
    const [, number = "", account = ""] = markOf(answer).split(".")
    const stored = JSON.stringify([
      await world.db.select().from(people),
      await world.db.select().from(markKeys),
      await world.db.select().from(throttles),
    ])
    expect(stored).not.toContain(number)
    expect(stored).not.toContain(account)
  })

  test("differs from browser to browser", async () => {
    const parts = (answer: Answer) => markOf(answer).split(".").slice(1)
    const [one, other] = [parts(await signIn(mueller)), parts(await signIn(mueller))]
    expect(one.filter((part) => other.includes(part))).toEqual([])
  })

  test("is bound to the host behind TLS, and comes with every way of signing in by a password", async () => {
    const secure = await openWorld({ publicUrl: "https://forum.example", secure: true })
    try {
      const { marks } = secure.parts.sessions
      const person = await secure.person("Sicher", ["clerk"])
      const cookie = await marks.give(person.id, undefined)
      expect(cookie).toMatch(
        /^__Host-device=[^;]+; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      )
    } finally {
      await secure.close()
    }
    const page = await world.nobody
      .form("/anmelden", { email: mueller.email, password: PASSWORD })
      .expect(303)
    expect(await isKnown(mueller, markOf(page))).toBe(true)
  })

  test("becomes void with signing out elsewhere, save where that was done", async () => {
    const elsewhere = markOf(await signIn(mueller))
    const here = markOf(await mueller.agent.delete("/api/sessions").expect(204))
    expect(await isKnown(mueller, elsewhere)).toBe(false)
    expect(await isKnown(mueller, here)).toBe(true)
    const page = markOf(await mueller.agent.form("/profil/sitzungen/abmelden", {}).expect(303))
    expect(await isKnown(mueller, here)).toBe(false)
    expect(await isKnown(mueller, page)).toBe(true)
  })

  test("is deleted with signing out everywhere", async () => {
    const person = await withPassword("Überall")
    const mark = markOf(await signIn(person))
    const answer = await person.agent.delete("/api/sessions?scope=all").expect(204)
    expect(setBy(answer)).toContainEqual(expect.stringMatching(/^device=; Max-Age=0;/))
    expect(await isKnown(person, mark)).toBe(false)
  })

  test("becomes void with a new password and with deactivation", async () => {
    const person = await withPassword("Neues Kennwort")
    const before = markOf(await signIn(person))
    const change = { currentPassword: PASSWORD, newPassword: "Vier Pflaumen im Korb" }
    const here = markOf(await person.agent.post("/api/password/change", change).expect(204))
    await givePassword(person)
    expect(await isKnown(person, before)).toBe(false)
    expect(await isKnown(person, here)).toBe(true)
    const admin = await world.person("Verwaltung", ["admin"])
    await admin.agent.post(`/api/people/${person.id}/deactivate`).expect(204)
    await givePassword(person)
    expect(await isKnown(person, here)).toBe(false)
  })
})

describe("An address whose posts without a session are used up", () => {
  async function useUpPosts(): Promise<void> {
    for (let number = 0; number < LIMITS.postsPerAddress; number += 1)
      await world.nobody.form("/sprache", { locale: "de", returnTo: "/" }).expect(303)
    await world.nobody.form("/sprache", { locale: "de", returnTo: "/" }).expect(429)
  }

  test("still lets people sign in, ask for a link and use it", async () => {
    await useUpPosts()
    await signIn(mueller).expect(204)
    await world.nobody.form("/anmelden", { email: mueller.email, password: PASSWORD }).expect(303)
    await world.nobody.post("/api/password/forgotten", { email: mueller.email }).expect(202)
    const gone = { token: "x".repeat(43), password: "Vier Pflaumen im Korb" }
    await world.nobody.post("/api/password/set", gone).expect(404)
  })

  test("keeps nobody out of anything whose browser is known", async () => {
    const mark = markOf(await signIn(mueller))
    await useUpPosts()
    await world.nobody.form("/sprache", { locale: "de", returnTo: "/" }).set("cookie", mark).expect(303)
    await world.nobody.form("/sprache", { locale: "de", returnTo: "/" }).set("cookie", `${mark}x`).expect(429)
  })

  test("is one for a whole network of IPv6, as for signing in", async () => {
    const { addressOf } = await import("../../server/kernel/throttle.ts")
    const bucket = (sender: string) => addressOf(world.db, { visitor: null, sender })
    expect(await bucket("2001:db8:1:2::1")).toBe(await bucket("2001:db8:1:2:9::2"))
    expect(await bucket("2001:db8:1:2::1")).not.toBe(await bucket("2001:db8:1:3::1"))
  })

  test("has its links for a new password apart from those of a known browser", async () => {
    const mark = markOf(await signIn(mueller))
    const ask = (cookie: string) =>
      world.nobody.post("/api/password/forgotten", { email: yilmaz.email }).set("cookie", cookie)
    for (let number = 0; number < LIMITS.linksPerAddress; number += 1) await ask("").expect(202)
    await ask("").expect(429)
    await ask(mark).expect(202)
  })
})
