import supertest from "supertest"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { createAdmin, needsSetup, prepareSetup } from "../../server/accounts/index.ts"
import { setupCodes } from "../../server/accounts/tables.ts"
import { openWorld, type World } from "../support/world.ts"
import { openSecondProcess } from "./second-process.ts"

let world: World

beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const PASSWORD = "Drei Birnen im Regal"
const input = (code: string | null, over: object = {}) => ({
  code: code ?? "",
  installationName: "Forum der Stadt",
  departments: [{ name: "Wohngeldstelle" }, { name: "Grundsatz und Recht" }],
  admin: {
    displayName: "Olaf Brandt",
    email: "olaf@example.org",
    password: PASSWORD,
    department: "Grundsatz und Recht",
  },
  ...over,
})

describe("An empty installation", () => {
  test("is set up with the code of the log, and the first administrator is signed in", async () => {
    const code = await prepareSetup(world.db)
    expect(code).toMatch(/^([A-Z2-9]{5}-){3}[A-Z2-9]{5}$/)
    const answer = await world.nobody.post("/api/setup", input(code)).expect(201)
    const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? ""
    const me = await world.nobody.get("/api/me").set("cookie", cookie).expect(200)
    expect(me.body).toMatchObject({
      displayName: "Olaf Brandt",
      roles: ["admin"],
      departments: [{ name: "Grundsatz und Recht" }],
    })
    const { body } = await world.nobody.get("/api/installation").expect(200)
    expect(body).toMatchObject({ name: "Forum der Stadt", example: false })
    await world.nobody.post("/api/sign-in", { email: "olaf@example.org", password: PASSWORD }).expect(204)
  })

  test("takes the code as people type it", async () => {
    const code = await prepareSetup(world.db)
    const typed = ` ${code?.toLowerCase().replaceAll("-", " ")} `
    await world.nobody.post("/api/setup", input(typed)).expect(201)
  })

  test("refuses a wrong code and makes nothing", async () => {
    await prepareSetup(world.db)
    const wrong = await world.nobody.post("/api/setup", input("AAAAA-AAAAA-AAAAA-AAAAA")).expect(403)
    expect(wrong.body).toMatchObject({ code: "setup.code-wrong", errors: [{ field: "code" }] })
    expect(await needsSetup(world.db)).toBe(true)
  })

  test("refuses too many codes", async () => {
    await prepareSetup(world.db)
    for (let number = 0; number < 20; number += 1)
      await world.nobody.post("/api/setup", input("AAAAA")).expect(403)
    const stopped = await world.nobody.post("/api/setup", input("AAAAA")).expect(429)
    expect(stopped.body.code).toBe("setup.throttled")
  })

  test("keeps the code when something else was wrong", async () => {
    const code = await prepareSetup(world.db)
    const { admin } = input(null)
    const nowhere = input(code, { admin: { ...admin, department: "Anderswo" } })
    const refused = await world.nobody.post("/api/setup", nowhere).expect(422)
    expect(refused.body.errors).toMatchObject([{ field: "admin.department" }])
    const common = input(code, { admin: { ...admin, password: "Willkommen2026" } })
    await world.nobody.post("/api/setup", common).expect(422)
    const twice = input(code, { departments: [{ name: "Amt" }, { name: "amt" }] })
    await world.nobody.post("/api/setup", twice).expect(409)
    await world.nobody.post("/api/setup", input(code)).expect(201)
  })

  test("takes the code of the process that started last", async () => {
    const first = await prepareSetup(world.db)
    const second = await prepareSetup(world.db)
    await world.nobody.post("/api/setup", input(first)).expect(403)
    await world.nobody.post("/api/setup", input(second)).expect(201)
  })

  test("is set up by one of two who do it at the same time, in two processes", async () => {
    const other = await openSecondProcess(world)
    try {
      const code = await prepareSetup(world.db)
      const elsewhere = supertest(other.app.server)
        .post("/api/setup")
        .set("origin", world.config.publicUrl)
        .send(input(code, { installationName: "Zweites" }))
      const answers = await Promise.all([world.nobody.post("/api/setup", input(code)), elsewhere])
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 404])
    } finally {
      await other.stop()
    }
  })

  test("has no set-up any more once somebody exists", async () => {
    const code = await prepareSetup(world.db)
    await createAdmin(world.db, { displayName: "Konsole", email: "konsole@example.org" })
    await world.nobody.post("/api/setup", input(code)).expect(404)
    expect(await needsSetup(world.db)).toBe(false)
    expect(await prepareSetup(world.db)).toBeNull()
  })

  test("keeps only the code's hash, and not even that afterwards", async () => {
    const code = await prepareSetup(world.db)
    expect(JSON.stringify(await world.db.select().from(setupCodes))).not.toContain(code)
    await world.nobody.post("/api/setup", input(code)).expect(201)
    expect(await world.db.select().from(setupCodes)).toEqual([])
  })
})

describe("An administrator made on the command line", () => {
  test("gets a link to be shown right there, when no password is given", async () => {
    const { token } = await createAdmin(world.db, { displayName: "Konsole", email: "konsole@example.org" })
    await world.nobody.post("/api/password/set", { token, password: PASSWORD }).expect(204)
    await world.nobody.post("/api/sign-in", { email: "konsole@example.org", password: PASSWORD }).expect(204)
  })

  test("signs in with the password that was given, which obeys the same rules", async () => {
    const person = { displayName: "Konsole", email: "konsole@example.org" }
    await expect(createAdmin(world.db, { ...person, password: "Willkommen2026" })).rejects.toThrow(
      "too-common",
    )
    await expect(createAdmin(world.db, { ...person, email: "keine Adresse" })).rejects.toThrow("format")
    await expect(createAdmin(world.db, { ...person, password: "kurz" })).rejects.toThrow("too-short")
    expect((await createAdmin(world.db, { ...person, password: PASSWORD })).token).toBeNull()
    await world.nobody.post("/api/sign-in", { email: person.email, password: PASSWORD }).expect(204)
    await expect(createAdmin(world.db, { ...person, password: PASSWORD })).rejects.toThrow(
      "people.email-taken",
    )
  })
})
