import { eq } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { pendingSignIns, totpKeys, usedAnswers } from "../../../server/accounts/factors/tables.ts"
import { sweepAccounts } from "../../../server/accounts/index.ts"
import { HOUR, MINUTE, moveClock, resetClock } from "../../../server/kernel/time.ts"
import { formsIn } from "../../support/forms.ts"
import { openSecondProcess } from "../second-process.ts"
import {
  codeOf,
  cookieOf,
  holdTime,
  isSignedIn,
  openTown,
  PASSWORD,
  sendCode,
  setUpApp,
  signIn,
  type Town,
  wrongCode,
} from "./town.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
beforeEach(holdTime)
afterEach(() => {
  vi.useRealTimers()
  resetClock()
})

async function begin() {
  const person = await town.person("Sabine Müller")
  const { secret, codes } = await setUpApp(person)
  const answer = await signIn(town.world, person)
  expect(answer.status).toBe(403)
  expect(answer.body.code).toBe("sign-in.factor-needed")
  return { person, secret, codes, answer, pending: cookieOf(answer, "pending") }
}

describe("Signing in with a password and a code", () => {
  test("opens a session only after the code, and what stands between opens nothing", async () => {
    const { world } = town
    const { secret, answer, pending } = await begin()
    expect(cookieOf(answer, "session")).toBe("")
    expect(pending).toMatch(/^pending=[\w-]{43}$/)
    const token = pending.split("=")[1] ?? ""
    await world.nobody.get("/api/me").set("cookie", pending).expect(401)
    await world.nobody.get("/api/me").set("cookie", `session=${token}`).expect(401)
    const rows = await world.db.select().from(pendingSignIns)
    expect(JSON.stringify(rows)).not.toContain(token)
    const refused = await sendCode(world, pending, wrongCode(secret))
    expect(refused.status).toBe(422)
    expect(refused.body.code).toBe("factors.code-wrong")
    const done = await sendCode(world, pending, codeOf(secret))
    expect(done.status).toBe(204)
    expect(await isSignedIn(world, done)).toBe(true)
    // It is good for once.
    await sendCode(world, pending, codeOf(secret, 1)).expect(403)
  })

  test("takes each code once, in every process, also of two that come at the same moment", async () => {
    const { world } = town
    const { person, secret, pending } = await begin()
    const other = cookieOf(await signIn(world, person), "pending")
    const both = await Promise.all([
      sendCode(world, pending, codeOf(secret)),
      sendCode(world, other, codeOf(secret)),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 422])
    const second = await openSecondProcess(world)
    const third = cookieOf(await signIn(world, person), "pending")
    const { statusCode } = await second.app.inject({
      method: "POST",
      url: "/api/sign-in/code",
      headers: { cookie: third, origin: world.config.publicUrl },
      payload: { code: codeOf(secret) },
    })
    await second.stop()
    expect(statusCode).toBe(422)
  })

  test("lets clocks differ by one step, and no more", async () => {
    const { world } = town
    const { person, secret, pending } = await begin()
    await sendCode(world, pending, codeOf(secret, 2)).expect(422)
    await sendCode(world, pending, codeOf(secret, -2)).expect(422)
    await sendCode(world, pending, codeOf(secret, 1)).expect(204)
    moveClock(2 * MINUTE)
    const later = cookieOf(await signIn(world, person), "pending")
    await sendCode(world, later, codeOf(secret, -1)).expect(204)
  })

  test("ends after ten minutes, with a new password, and where somebody else ends all sessions", async () => {
    const { world } = town
    const { person, secret, pending } = await begin()
    moveClock(11 * MINUTE)
    const late = await sendCode(world, pending, codeOf(secret))
    expect(late.status).toBe(403)
    expect(late.body.code).toBe("sign-in.begin-again")
    await sweepAccounts(world.db)
    const left = await world.db.select().from(pendingSignIns).where(eq(pendingSignIns.personId, person.id))
    expect(left).toEqual([])
    const again = cookieOf(await signIn(world, person), "pending")
    const changed = { currentPassword: PASSWORD, newPassword: "Vier Pflaumen im Korb" }
    await person.agent.post("/api/password/change", changed).expect(204)
    await sendCode(world, again, codeOf(secret)).expect(403)
  })

  test("takes a recovery code once, however it is typed, and tells the person by mail", async () => {
    const { world } = town
    const { person, codes, pending } = await begin()
    expect(codes).toHaveLength(10)
    const [first = "", second = ""] = codes
    const done = await sendCode(world, pending, first.toLowerCase().replaceAll("-", " "))
    expect(done.status).toBe(204)
    const again = cookieOf(await signIn(world, person), "pending")
    await sendCode(world, again, first).expect(422)
    await sendCode(world, again, second).expect(204)
    await world.drain()
    const mails = (await world.mails()).filter(({ to }) => String(to).includes(person.email))
    expect(mails.map(({ text }) => text).join()).toContain("mit einem Wiederherstellungscode angemeldet")
  })

  test("stops guessing, and leaves the recovery codes to whoever has them", async () => {
    const { world } = town
    const { secret, codes, pending } = await begin()
    for (let tried = 0; tried < 10; tried += 1) await sendCode(world, pending, wrongCode(secret)).expect(422)
    const stopped = await sendCode(world, pending, codeOf(secret))
    expect(stopped.status).toBe(429)
    expect(stopped.body.code).toBe("factors.throttled")
    expect(stopped.headers["retry-after"]).toBe("900")
    await sendCode(world, pending, codes[0] ?? "").expect(204)
  })

  test("says nothing of a second factor to whoever does not know the password", async () => {
    const { person } = await begin()
    const refused = await signIn(town.world, person, "falsch")
    expect(refused.status).toBe(401)
    expect(refused.body.code).toBe("sign-in.failed")
  })

  test("asks for the code also after a new password by a link from a mail", async () => {
    const { world } = town
    const { person, secret } = await begin()
    await world.nobody.post("/api/password/forgotten", { email: person.email }).expect(202)
    await world.drain()
    const mail = (await world.mails()).find(
      ({ to, text }) => String(to).includes(person.email) && String(text).includes("/kennwort/"),
    )
    const [, token = ""] = /\/kennwort\/([\w-]{43})/.exec(String(mail?.text)) ?? []
    const set = await world.nobody.form(`/kennwort/${token}`, { password: "Vier Pflaumen im Korb" })
    expect(set.headers.location).toBe("/anmelden/code")
    expect(cookieOf(set, "session")).toBe("")
    await sendCode(world, cookieOf(set, "pending"), codeOf(secret)).expect(204)
  })

  test("keeps the app's key sealed, and no trace of when it was used", async () => {
    const { world } = town
    const { person, secret, pending } = await begin()
    await sendCode(world, pending, codeOf(secret)).expect(204)
    const [row] = await world.db.select().from(totpKeys).where(eq(totpKeys.personId, person.id))
    expect(JSON.stringify(row)).not.toContain(secret)
    expect(Object.keys(row ?? {})).toEqual(["personId", "secretKey", "sealedSecret", "addedOn"])
    moveClock(HOUR)
    await sweepAccounts(world.db)
    const used = await world.db.select().from(usedAnswers)
    expect(used).toEqual([])
  })
})

describe("The pages without a script", () => {
  test("lead from the password over the code to where somebody wanted to go", async () => {
    const { world } = town
    const { person, secret } = await begin()
    const fields = { email: person.email, password: PASSWORD, returnTo: "/fragen?art=offen" }
    const first = await world.nobody.form("/anmelden", fields)
    expect(first.status).toBe(303)
    expect(first.headers.location).toBe("/anmelden/code?weiter=%2Ffragen%3Fart%3Doffen")
    const pending = cookieOf(first, "pending")
    const page = await world.nobody.get(String(first.headers.location)).set("cookie", pending)
    expect(page.status).toBe(200)
    expect(page.text).toContain("Anmeldung bestätigen")
    expect(page.text).toContain("one-time-code")
    const [form] = formsIn(page.text).filter(({ action }) => action === "/anmelden/code")
    const wrong = await world.nobody
      .form("/anmelden/code", { ...form?.values, code: wrongCode(secret) })
      .set("cookie", pending)
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain("Dieser Code stimmt nicht")
    expect(wrong.text).toContain(wrongCode(secret))
    const done = await world.nobody
      .form("/anmelden/code", { ...form?.values, code: codeOf(secret) })
      .set("cookie", pending)
    expect(done.status).toBe(303)
    expect(done.headers.location).toBe("/fragen?art=offen")
    expect(cookieOf(done, "pending")).toBe("pending=")
    expect(await isSignedIn(world, done)).toBe(true)
  })

  test("lead back to the beginning where nothing waits for a code", async () => {
    const { world } = town
    const page = await world.nobody.get("/anmelden/code?weiter=/fragen").expect(303)
    expect(page.headers.location).toBe("/anmelden?weiter=%2Ffragen")
    const sent = await world.nobody.form("/anmelden/code", { code: "123456", returnTo: "/fragen" })
    expect(sent.status).toBe(403)
    expect(sent.text).toContain("Bitte beginnen Sie noch einmal")
  })
})
