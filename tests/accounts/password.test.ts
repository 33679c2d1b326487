import { eq, sql } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { hashPassword } from "../../server/accounts/password/hashing.ts"
import { refuseWeakPassword } from "../../server/accounts/password/policy.ts"
import { oneTimeLinks, people } from "../../server/accounts/tables.ts"
import { throttles } from "../../server/kernel/tables.ts"
import { DAY, HOUR, moveClock, resetClock } from "../../server/kernel/time.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

const FORMER = "Drei Birnen im Regal"
const NEW = "Vier Quitten am Fenster"
let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
afterEach(async () => {
  resetClock()
  await world.db.delete(throttles)
})

async function personWithPassword(name = "Sabine Müller"): Promise<Person> {
  const person = await world.person(name, ["clerk"])
  const passwordHash = await hashPassword(FORMER)
  await world.db.update(people).set({ passwordHash }).where(eq(people.id, person.id))
  return person
}

const signIn = (email: string, password: string) => world.nobody.post("/api/sign-in", { email, password })
const forgotten = (email: string) => world.nobody.post("/api/password/forgotten", { email })
const setBy = (token: string, password: string) => world.nobody.post("/api/password/set", { token, password })

async function linkFor(person: Person): Promise<string> {
  await forgotten(person.email).expect(202)
  await world.drain()
  const mail = (await world.mails()).find(({ to }) => to === person.email)
  return mail?.text.match(/kennwort\/([\w-]+)/)?.[1] ?? ""
}

describe("A forgotten password", () => {
  test("is replaced by a link from an e-mail, which signs in", async () => {
    const person = await personWithPassword()
    const token = await linkFor(person)
    const link = await world.nobody.get(`/api/password/links/${token}`).expect(200)
    expect(link.body).toEqual({ purpose: "reset", displayName: "Sabine Müller", locale: "de" })
    const answer = await setBy(token, NEW).expect(204)
    const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? ""
    await world.nobody.get("/api/me").set("cookie", cookie).expect(200)
    await signIn(person.email, NEW).expect(204)
    await signIn(person.email, FORMER).expect(401)
  })

  test("answers alike whether there is such an account, and tells nothing by e-mail to nobody", async () => {
    const person = await personWithPassword()
    const inactive = await personWithPassword("Fort")
    await world.db.update(people).set({ active: false }).where(eq(people.id, inactive.id))
    const before = (await world.mails()).length
    const answers = [
      await forgotten(person.email),
      await forgotten("niemand@example.org"),
      await forgotten(inactive.email),
    ]
    for (const answer of answers) expect([answer.status, answer.body]).toEqual([202, answers[0]?.body])
    expect(await world.drain()).toBe(3)
    expect(await world.mails()).toHaveLength(before + 1)
  })

  test("ends every session that there was", async () => {
    const person = await personWithPassword()
    await setBy(await linkFor(person), NEW).expect(204)
    await person.agent.get("/api/me").expect(401)
  })

  test("sends three mails in a quarter of an hour and no more, and the last link stays good", async () => {
    const person = await personWithPassword()
    const mails = async () => (await world.mails()).filter(({ to }) => to === person.email).length
    for (let number = 0; number < 5; number += 1) await forgotten(person.email.toUpperCase()).expect(202)
    await world.drain()
    expect(await mails()).toBe(3)
    const token = (await world.mails())
      .find(({ to }) => to === person.email)
      ?.text.match(/kennwort\/([\w-]+)/)?.[1]
    await setBy(token ?? "", NEW).expect(204)
  })

  test("of somebody who was only invited sends the invitation again", async () => {
    const person = await world.person("Neu hier", ["clerk"])
    const token = await linkFor(person)
    const { body } = await world.nobody.get(`/api/password/links/${token}`).expect(200)
    expect(body.purpose).toBe("invitation")
  })
})

describe("A one-time link", () => {
  test("works once", async () => {
    const token = await linkFor(await personWithPassword())
    await setBy(token, NEW).expect(204)
    const again = await setBy(token, "Fünf Mirabellen im Korb").expect(404)
    expect(again.body.code).toBe("password.link-invalid")
    await world.nobody.get(`/api/password/links/${token}`).expect(404)
  })

  test("works once also when it is used twice at the same time", async () => {
    const token = await linkFor(await personWithPassword())
    const answers = await Promise.all([setBy(token, NEW), setBy(token, "Fünf Mirabellen im Korb")])
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 404])
  })

  test("stays good when the password is refused", async () => {
    const token = await linkFor(await personWithPassword())
    const common = await setBy(token, "Passwort12345").expect(422)
    expect(common.body.errors).toMatchObject([{ field: "password", code: "password.too-common" }])
    await setBy(token, "zu kurz").expect(400)
    await setBy(token, NEW).expect(204)
  })

  test("ends an hour later, an invitation fourteen days later", async () => {
    const reset = await linkFor(await personWithPassword())
    const invitation = await linkFor(await world.person("Eingeladen", ["clerk"]))
    moveClock(HOUR + 1000)
    await setBy(reset, NEW).expect(404)
    moveClock(13 * DAY)
    await world.nobody.get(`/api/password/links/${invitation}`).expect(200)
    moveClock(DAY)
    await setBy(invitation, NEW).expect(404)
  })

  test("stays good beside a newer one, as nobody knows which mail arrives, until one of them is used", async () => {
    const person = await personWithPassword()
    const older = await linkFor(person)
    const newer = await linkFor(person)
    expect(newer).not.toBe(older)
    await setBy(older, NEW).expect(204)
    await setBy(newer, NEW).expect(404)
  })

  test("leads on to where the person was going", async () => {
    const person = await personWithPassword()
    const way = "?weiter=%2Fa%2F01932f3e-0000-7000-8000-00000000000a"
    const target = decodeURIComponent(way.slice("?weiter=".length))
    const signIn = await world.nobody.get(`/anmelden${way}`).expect(200)
    expect(signIn.text).toContain(`href="/kennwort/vergessen${way}"`)
    const asking = await world.nobody.get(`/kennwort/vergessen${way}`).expect(200)
    expect(asking.text).toContain(`name="returnTo" value="${target}"`)
    const asked = await world.nobody.form("/kennwort/vergessen", { email: person.email, returnTo: target })
    expect(asked.headers.location).toBe(`/anmelden${way}&hinweis=link-requested`)
    await world.drain()
    const mail = (await world.mails()).find(({ to }) => to === person.email)
    const link = mail?.text.match(/http:\/\/localhost:3000(\/kennwort\/\S+)/)?.[1] ?? ""
    expect(link.endsWith(way)).toBe(true)
    const page = await world.nobody.get(link).expect(200)
    expect(page.text).toContain(`name="returnTo" value="${target}"`)
    const path = link.split("?")[0] ?? ""
    const weak = await world.nobody.form(path, { password: "kurz", returnTo: target }).expect(422)
    expect(weak.text).toContain(`name="returnTo" value="${target}"`)
    const set = await world.nobody.form(path, { password: NEW, returnTo: target }).expect(303)
    expect(set.headers.location).toBe(`${target}?hinweis=password-set`)
    // Used up, it offers a new one, and the way is still not lost; elsewhere it never leads.
    expect((await world.nobody.get(link).expect(404)).text).toContain(`value="${target}"`)
    const foreign = await world.nobody.get("/kennwort/vergessen?weiter=//boese.example").expect(200)
    expect(foreign.text).toContain('name="returnTo" value/>')
  })

  test("ends when the person is deactivated", async () => {
    const admin = await world.person("Olaf Brandt", ["admin"])
    const person = await personWithPassword()
    const token = await linkFor(person)
    await admin.agent.post(`/api/people/${person.id}/deactivate`).expect(204)
    await setBy(token, NEW).expect(404)
  })

  test("stands in the mail alone: neither in the database nor in a job", async () => {
    const token = await linkFor(await personWithPassword())
    expect(JSON.stringify(await world.db.select().from(oneTimeLinks))).not.toContain(token)
    const jobs = await world.db.execute(sql`select data from pgboss.job`)
    expect(JSON.stringify(jobs.rows)).not.toContain(token)
  })

  test("that was made up is refused", async () => {
    await setBy("erfunden", NEW).expect(404)
    await world.nobody.get("/api/password/links/erfunden").expect(404)
  })
})

describe("Changing one's password", () => {
  test("needs the present one, and ends all other sessions", async () => {
    const person = await personWithPassword()
    const elsewhere = await signIn(person.email, FORMER).expect(204)
    const wrong = { currentPassword: "falsch", newPassword: NEW }
    const refused = await person.agent.post("/api/password/change", wrong).expect(422)
    expect(refused.body.errors).toMatchObject([{ field: "currentPassword", code: "password.current-wrong" }])
    await person.agent.post("/api/password/change", { currentPassword: FORMER, newPassword: NEW }).expect(204)
    await person.agent.get("/api/me").expect(200)
    const cookie = String(elsewhere.headers["set-cookie"]).split(";")[0] ?? ""
    await world.nobody.get("/api/me").set("cookie", cookie).expect(401)
    await signIn(person.email, NEW).expect(204)
  })

  test("is refused to nobody in particular, and to a guesser at an open session after ten times", async () => {
    await world.nobody.post("/api/password/change", { currentPassword: FORMER, newPassword: NEW }).expect(401)
    const person = await personWithPassword()
    const guess = () =>
      person.agent.post("/api/password/change", { currentPassword: "falsch", newPassword: NEW })
    for (let number = 0; number < 10; number += 1) await guess().expect(422)
    const stopped = await guess().expect(429)
    expect(stopped.body.code).toBe("password.throttled")
  })
})

describe("A password", () => {
  const owner = { displayName: "Sabine Müller", email: "sabine.mueller@wohngeld.example" }

  test.each([
    ["sabine.mueller", "password.too-similar"],
    ["Sabine Müller", "password.too-similar"],
    ["SabineMüller2026!", "password.too-similar"],
    ["sabine.mueller@wohngeld.example", "password.too-similar"],
    ["aaaaaaaaaaaa", "password.too-common"],
    ["abababababab", "password.too-common"],
    ["123456789012", "password.too-common"],
    ["qwertzuiopüa", "password.too-common"],
    ["abcdefghijklm", "password.too-common"],
    ["Passwort1234", "password.too-common"],
    ["Willkommen2026!", "password.too-common"],
    ["!!Sommer2026!!", "password.too-common"],
    ["Administrator1", "password.too-common"],
    ["Hallo Hallo 123", "password.too-common"],
  ])("%s is refused: %s", (password, code) => {
    expect(() => refuseWeakPassword(password, owner)).toThrow(code)
  })

  test.each([
    "drei birnen im regal",
    "Sabine isst gern Quittenbrot",
    "sommerregen auf dem dach",
    "correct horse battery staple",
    "k3!vQ9#xT2@m",
    "ЖЖЖабвгдежз1",
    "Das Passwort ist lang",
  ])("%s is taken", (password) => {
    expect(() => refuseWeakPassword(password, owner)).not.toThrow()
  })

  test("is stored with argon2id at OWASP's parameters", async () => {
    expect(await hashPassword(NEW)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })
})
