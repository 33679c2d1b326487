import { eq } from "drizzle-orm"
import supertest from "supertest"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { hashPassword } from "../../server/accounts/password/hashing.ts"
import { people } from "../../server/accounts/tables.ts"
import type { Built } from "../../server/app.ts"
import { readConfig } from "../../server/kernel/config.ts"
import { networkOf } from "../../server/kernel/sender.ts"
import { dailyKeys, throttles } from "../../server/kernel/tables.ts"
import { DAY, HOUR, MINUTE, moveClock, resetClock } from "../../server/kernel/time.ts"
import { openWorld, type Person, type World } from "../support/world.ts"
import { openSecondProcess } from "./second-process.ts"

const PASSWORD = "Drei Birnen im Regal"
/** Small enough to be used up quickly. */
const FEW = { ...readConfig({}).limits, signInsPerAddress: 20, linksPerAddress: 5, postsPerAddress: 15 }
const PROXY = { trustedProxies: ["127.0.0.1"], limits: FEW }
let world: World
let second: Built
let person: Person

/** Two processes on one database, both behind a proxy that says where a request comes from. */
beforeAll(async () => {
  world = await openWorld(PROXY)
  second = await openSecondProcess(world)
  person = await world.person("Sabine Müller", ["clerk"])
  const passwordHash = await hashPassword(PASSWORD)
  await world.db.update(people).set({ passwordHash }).where(eq(people.id, person.id))
})
afterAll(async () => {
  await second.stop()
  await world.close()
})
beforeEach(() => world.db.delete(throttles))
afterEach(() => resetClock())

function attempt(email: string, password: string, from: string, app = world.app) {
  return supertest(app.server)
    .post("/api/sign-in")
    .set("origin", world.config.publicUrl)
    .set("x-forwarded-for", from)
    .send({ email, password })
}

async function attempts(times: number, email: string, from: (number: number) => string, app = world.app) {
  const statuses: number[] = []
  for (let number = 0; number < times; number += 1)
    statuses.push((await attempt(email, "falsch", from(number), app)).status)
  return statuses
}

describe("Guessing a password", () => {
  test("stops at ten from one address, in both processes together, also for the right one", async () => {
    const stranger = () => "203.0.113.7"
    expect(await attempts(5, person.email, stranger)).toEqual(Array(5).fill(401))
    expect(await attempts(5, person.email, stranger, second.app)).toEqual(Array(5).fill(401))
    expect(await attempts(1, person.email, stranger)).toEqual([429])
    const right = await attempt(person.email, PASSWORD, stranger(), second.app).expect(429)
    expect(right.body.code).toBe("sign-in.throttled")
    expect(right.headers["retry-after"]).toBe("900")
  })

  test("does not keep the person out, who comes from elsewhere", async () => {
    await attempts(15, person.email, () => "203.0.113.7")
    await attempt(person.email, PASSWORD, "198.51.100.4").expect(204)
  })

  test("is over for the address after a quarter of an hour", async () => {
    await attempts(11, person.email, () => "203.0.113.7")
    moveClock(16 * MINUTE)
    await attempt(person.email, PASSWORD, "203.0.113.7").expect(204)
  })

  test("is stopped just so when nobody has that address", async () => {
    const known = await attempts(12, person.email, () => "203.0.113.7")
    const unknown = await attempts(12, "niemand@example.org", () => "203.0.113.7")
    expect(unknown).toEqual(known)
    const refused = await attempt("niemand@example.org", "falsch", "203.0.113.7").expect(429)
    const { body } = await attempt(person.email, "falsch", "203.0.113.7").expect(429)
    expect(refused.body).toEqual(body)
  })

  test("from many addresses slows the account down for a minute, not for good", async () => {
    const many = (number: number) => `203.0.113.${number}`
    expect(await attempts(21, person.email, many)).toEqual([...Array(20).fill(401), 429])
    const right = await attempt(person.email, PASSWORD, "198.51.100.4").expect(429)
    expect(right.headers["retry-after"]).toBe("60")
    moveClock(61_000)
    await attempt(person.email, PASSWORD, "198.51.100.4").expect(204)
  })

  test("over many accounts stops at the address, and what is right still signs in", async () => {
    const from = () => "203.0.113.9"
    for (let account = 0; account < FEW.signInsPerAddress / 10; account += 1)
      await attempts(10, `konto-${account}@example.org`, from)
    const wrong = await attempt(person.email, "falsch", from()).expect(429)
    const unknown = await attempt("niemand@example.org", PASSWORD, from()).expect(429)
    expect(wrong.body.code).toBe("sign-in.throttled")
    expect(unknown.body).toEqual(wrong.body)
    expect(unknown.headers["retry-after"]).toBe(wrong.headers["retry-after"])
    await attempt(person.email, PASSWORD, from()).expect(204)
    await attempt(person.email, PASSWORD, from(), second.app).expect(204)
    // The pair is not free any more once ten went wrong, there as elsewhere.
    expect(await attempts(11, person.email, from)).toEqual(Array(11).fill(429))
    await attempt(person.email, PASSWORD, from()).expect(429)
  })

  test("does not count when it was right: an office behind one address signs in as often as it likes", async () => {
    await attempts(9, person.email, () => "203.0.113.7")
    await attempt(person.email, PASSWORD, "203.0.113.7").expect(204)
    expect(await attempts(10, person.email, () => "203.0.113.7")).toEqual(Array(10).fill(401))
  })

  test("cannot slip through by asking all at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        attempt(person.email, "falsch", "203.0.113.7", number % 2 ? world.app : second.app),
      ),
    )
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(10)
  })
})

describe("A forwarded address", () => {
  test("is not believed unless a proxy is trusted", async () => {
    const open = await openWorld()
    try {
      const statuses = []
      for (let number = 0; number < 11; number += 1) {
        const answer = await open.nobody
          .post("/api/sign-in", { email: "x@example.org", password: "falsch" })
          .set("x-forwarded-for", `203.0.113.${number}`)
        statuses.push(answer.status)
      }
      expect(statuses).toEqual([...Array(10).fill(401), 429])
    } finally {
      await open.close()
    }
  })

  test.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::6", "2001:db8:1:2::/64"],
    ["2001:0db8:0001:0002:ffff::", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::ffff:cb00:7107", "203.0.113.7"],
  ])("%s counts as %s", (ip, network) => expect(networkOf(ip)).toBe(network))

  test("with ports, brackets or a zone is the same one, so ten wrong attempts are all there are", async () => {
    const written = (number: number) =>
      number % 2 ? `"[2001:db8:1:2::${number}%eth0]:${40_000 + number}"` : `2001:db8:1:2::${number}`
    expect(await attempts(11, person.email, written)).toEqual([...Array(10).fill(401), 429])
    const port = (number: number) => `203.0.113.7:${40_000 + number}`
    expect(await attempts(11, person.email, port)).toEqual([...Array(10).fill(401), 429])
  })

  test("that is none counts as the proxy's, whatever stands before it", async () => {
    const written = (number: number) => `203.0.113.${number}, ${["unknown", "", "_x", "1.2.3"][number % 4]}`
    expect(await attempts(11, person.email, written)).toEqual([...Array(10).fill(401), 429])
  })
})

describe("What the counters hold", () => {
  test("is neither an address nor an e-mail, and is gone with its key a day later", async () => {
    await attempts(2, person.email, () => "203.0.113.7")
    const stored = JSON.stringify(await world.db.select().from(throttles))
    expect(stored).not.toContain("203.0.113.7")
    expect(stored).not.toContain(person.email)
    const { sweepAccounts } = await import("../../server/accounts/index.ts")
    // The longest day has 25 hours.
    moveClock(DAY + HOUR + MINUTE)
    await sweepAccounts(world.db)
    expect(await world.db.select().from(throttles)).toEqual([])
    expect(await world.db.select().from(dailyKeys)).toEqual([])
  })
})
