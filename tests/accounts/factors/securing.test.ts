import { eq } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { recoveryCodes, totpKeys } from "../../../server/accounts/factors/tables.ts"
import { forgetFactorsOf } from "../../../server/accounts/index.ts"
import { auditLog } from "../../../server/kernel/tables.ts"
import type { Person } from "../../support/world.ts"
import {
  codeOf,
  codesIn,
  cookieOf,
  holdTime,
  isSignedIn,
  openTown,
  PASSWORD,
  proposalIn,
  SECURING,
  sendCode,
  setUpApp,
  signIn,
  type Town,
  wrongCode,
} from "./town.ts"

let town: Town
let admin: Person
beforeAll(async () => {
  town = await openTown()
  admin = await town.person("Olaf Brandt", ["admin"])
})
afterAll(() => town.close())
beforeEach(holdTime)
afterEach(async () => {
  await demand([])
  vi.useRealTimers()
})

const DEMAND = "/verwaltung/anmeldung/zweiter-faktor"
const demand = (roles: string[]) => admin.agent.put("/api/settings/second-factor", { roles }).expect(204)
const mailsTo = async ({ email }: Person) => {
  await town.world.drain()
  const mails = (await town.world.mails()).filter(({ to }) => String(to).includes(email))
  return mails.map(({ text }) => String(text)).join("\n")
}
const logOf = async ({ id }: Person) =>
  (await town.world.db.select().from(auditLog).where(eq(auditLog.subjectId, id))).map(
    ({ action, actorId }) => `${action}${actorId === admin.id ? " by the administrator" : ""}`,
  )

describe("An app for codes", () => {
  test("is set up without a script, by a picture or a text, and shows the recovery codes once", async () => {
    const person = await town.person("Sabine Müller")
    const page = await person.agent.get(`${SECURING}/app`).expect(200)
    const { secret, proposal } = proposalIn(page.text, `${SECURING}/app`)
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(page.text).toMatch(/<svg class="ff-qr" viewBox="0 0 \d+ \d+" role="img"/)
    expect(page.text).toContain(`otpauth://totp/Fachforum:${encodeURIComponent(person.email)}`)
    const fields = { proposal, code: codeOf(secret), currentPassword: PASSWORD }
    const done = await person.agent.form(`${SECURING}/app`, fields).expect(200)
    const codes = codesIn(done.text)
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$/)
    const stored = await town.world.db
      .select()
      .from(recoveryCodes)
      .where(eq(recoveryCodes.personId, person.id))
    expect(stored).toHaveLength(10)
    expect(JSON.stringify(stored)).not.toContain(codes[0])
    const overview = await person.agent.get(SECURING).expect(200)
    expect(overview.text).toContain("Noch 10 Codes gelten")
    expect(overview.text).not.toContain(String(codes[0]))
    expect(await logOf(person)).toEqual(["person.factor-added"])
    expect(await mailsTo(person)).toContain("eine App eingerichtet")
  })

  test("is not set up by a wrong code or a wrong password, and the same picture comes back", async () => {
    const person = await town.person("Katrin Vogt")
    const page = await person.agent.get(`${SECURING}/app`).expect(200)
    const { secret, proposal } = proposalIn(page.text, `${SECURING}/app`)
    const send = (fields: object) =>
      person.agent.form(`${SECURING}/app`, {
        proposal,
        code: codeOf(secret),
        currentPassword: PASSWORD,
        ...fields,
      })
    const wrong = await send({ code: wrongCode(secret) })
    expect(wrong.status).toBe(422)
    expect(proposalIn(wrong.text, `${SECURING}/app`)).toEqual({ secret, proposal })
    const stranger = await send({ currentPassword: "Zwetschge" })
    expect(stranger.status).toBe(422)
    expect(stranger.text).toContain("Das bisherige Kennwort stimmt nicht")
    expect(stranger.text).not.toContain("Zwetschge")
    // What was sealed for one person is nothing for another.
    const other = await town.person("Petra Huber")
    const foreign = await other.agent.form(`${SECURING}/app`, {
      proposal,
      code: codeOf(secret),
      currentPassword: PASSWORD,
    })
    expect(foreign.status).toBe(409)
    expect(await town.world.db.$count(totpKeys, eq(totpKeys.personId, person.id))).toBe(0)
    expect((await send({})).status).toBe(200)
  })

  test("is set up anew in place of the one before, and the codes on paper stay", async () => {
    const person = await town.person("Jens Albrecht")
    const former = await setUpApp(person)
    const next = await setUpApp(person)
    expect(next.done.headers.location).toBe(`${SECURING}?hinweis=totp-added`)
    const pending = cookieOf(await signIn(town.world, person), "pending")
    await sendCode(town.world, pending, codeOf(former.secret)).expect(422)
    await sendCode(town.world, pending, former.codes[0] ?? "").expect(204)
  })

  test("is removed with the password alone, and takes the codes on paper along", async () => {
    const person = await town.person("Timo Frank")
    await setUpApp(person)
    const remove = (currentPassword: string) =>
      person.agent.form(`${SECURING}/app/entfernen`, { currentPassword })
    expect((await remove("falsch")).status).toBe(422)
    expect((await remove(PASSWORD)).headers.location).toBe(`${SECURING}?hinweis=factor-removed`)
    expect(await town.world.db.$count(recoveryCodes, eq(recoveryCodes.personId, person.id))).toBe(0)
    await signIn(town.world, person).expect(204)
    expect(await mailsTo(person)).toContain("wurde entfernt")
  })

  test("needs a password to be worth anything", async () => {
    const person = await town.world.person("Nur Dienst", ["clerk"])
    expect((await person.agent.get(SECURING).expect(200)).text).toContain("ohne eigenes Kennwort")
    await person.agent.get(`${SECURING}/app`).expect(303)
  })
})

describe("New recovery codes", () => {
  test("take the place of the ones before", async () => {
    const person = await town.person("Nina Okafor")
    const { codes } = await setUpApp(person)
    const renewed = await person.agent.form(`${SECURING}/codes`, { currentPassword: PASSWORD }).expect(200)
    const fresh = codesIn(renewed.text)
    expect(fresh).toHaveLength(10)
    const pending = cookieOf(await signIn(town.world, person), "pending")
    await sendCode(town.world, pending, codes[0] ?? "").expect(422)
    await sendCode(town.world, pending, fresh[0] ?? "").expect(204)
    expect(await mailsTo(person)).toContain("neue Wiederherstellungscodes")
  })
})

describe("A role that demands a second factor", () => {
  test("leads to setting one up at the next sign-in, before anything else", async () => {
    const { world } = town
    const person = await town.person("Martina Schöller", ["lead"])
    const clerk = await town.person("Ohne Verlangen")
    const chosen = await admin.agent.form(DEMAND, { roles: ["lead"] })
    expect(chosen.headers.location).toBe("/verwaltung/anmeldung?hinweis=saved#zweiter-faktor")
    await signIn(world, clerk).expect(204)
    // Whoever is signed in already goes on.
    await person.agent.get("/api/me").expect(200)
    const program = await signIn(world, person)
    expect(program.body.code).toBe("sign-in.set-up-needed")
    const fields = { email: person.email, password: PASSWORD, returnTo: "/fragen" }
    const first = await world.nobody.form("/anmelden", fields).expect(303)
    expect(first.headers.location).toBe("/anmelden/einrichten?weiter=%2Ffragen")
    expect(cookieOf(first, "session")).toBe("")
    const pending = cookieOf(first, "pending")
    // Nor does it answer for a factor that is there.
    await sendCode(world, pending, "123456").expect(403)
    const page = await world.nobody.get(String(first.headers.location)).set("cookie", pending)
    const { secret, proposal } = proposalIn(page.text, "/anmelden/einrichten")
    const send = (code: string) =>
      world.nobody
        .form("/anmelden/einrichten", { proposal, code, returnTo: "/fragen" })
        .set("cookie", pending)
    const wrong = await send(wrongCode(secret))
    expect(wrong.status).toBe(422)
    expect(proposalIn(wrong.text, "/anmelden/einrichten").secret).toBe(secret)
    const done = await send(codeOf(secret))
    expect(done.status).toBe(200)
    expect(codesIn(done.text)).toHaveLength(10)
    expect(done.text).toContain('href="/fragen"')
    expect(await isSignedIn(world, done)).toBe(true)
    expect((await send(codeOf(secret, 1))).status).toBe(403)
  })

  test("keeps the last one, and asks for it from then on", async () => {
    const person = await town.person("Redaktion", ["editor"])
    await setUpApp(person)
    await demand(["editor"])
    const refused = await person.agent.form(`${SECURING}/app/entfernen`, { currentPassword: PASSWORD })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain("das ist Ihr letzter")
    expect((await signIn(town.world, person)).body.code).toBe("sign-in.factor-needed")
  })

  test("is an administrator's choice, on record, and impossible where no key could be sealed", async () => {
    const clerk = await town.person("Neugierig")
    await clerk.agent.put("/api/settings/second-factor", { roles: [] }).expect(403)
    await demand(["admin", "lead"])
    const { body } = await admin.agent.get("/api/settings").expect(200)
    expect(body.factorRoles).toEqual(["lead", "admin"])
    expect((await admin.agent.get("/verwaltung/protokoll")).text).toContain("Zweiter Faktor verlangt")
  })
})

describe("Somebody who has lost everything", () => {
  test("gets in again after an administrator took the factor away, which ends all sessions and is told", async () => {
    const person = await town.person("Verloren")
    const { codes } = await setUpApp(person)
    const pending = cookieOf(await signIn(town.world, person), "pending")
    const page = await admin.agent.get(`/verwaltung/personen/${person.id}`)
    expect(page.text).toContain("Zweiten Faktor entfernen")
    const taken = await admin.agent.form(`/verwaltung/personen/${person.id}/zweiter-faktor`, {})
    expect(taken.status).toBe(303)
    await person.agent.get("/api/me").expect(401)
    await sendCode(town.world, pending, codes[0] ?? "").expect(403)
    await signIn(town.world, person).expect(204)
    expect(await logOf(person)).toEqual(["person.factor-added", "person.factors-taken by the administrator"])
    expect(await mailsTo(person)).toContain("die Administration hat den zweiten Faktor")
  })

  test("is nobody who could do so for themselves, past the password", async () => {
    const other = await town.person("Zweite Verwaltung", ["admin"])
    await setUpApp(other)
    await other.agent.delete(`/api/people/${other.id}/factors`).expect(403)
    const clerk = await town.person("Fremd")
    await clerk.agent.delete(`/api/people/${other.id}/factors`).expect(403)
  })
})

test("From the command line the only administrator gets in again", async () => {
  const person = await town.person("Allein", ["admin"])
  await setUpApp(person)
  expect(await forgetFactorsOf(town.world.db, person.id)).toBe(true)
  expect(await forgetFactorsOf(town.world.db, person.id)).toBe(false)
  await person.agent.get("/api/me").expect(401)
  await signIn(town.world, person).expect(204)
  expect(await logOf(person)).toEqual(["person.factor-added", "person.factors-taken"])
})
