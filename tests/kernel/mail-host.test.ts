import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { findMailFault } from "../../server/kernel/mail-host.ts"
import { openWorld, type World } from "../support/world.ts"

const fails = (code: string) => async () => {
  throw Object.assign(new Error("lookup"), { code })
}
const found = async () => ({ address: "192.0.2.1" })

describe("The mail server's name", () => {
  test.each([
    [null, fails("ENOTFOUND"), null],
    ["smtp://mail.example", found, null],
    ["smtp://mail.invalid:25", fails("ENOTFOUND"), "host-unknown"],
    ["smtps://user:geheim@mail.invalid:465", fails("ENOTFOUND"), "host-unknown"],
    ["smtp://mail.example", fails("EAI_AGAIN"), "host-unresolved"],
    ["smtp://192.0.2.7", fails("ENOTFOUND"), null],
    ["smtp://[2001:db8::7]:25", fails("ENOTFOUND"), null],
  ])("of %s: %o says %s", async (smtpUrl, look, fault) =>
    expect(await findMailFault({ smtpUrl }, look)).toBe(fault),
  )
})

describe("A mail server that does not exist", () => {
  let world: World
  beforeAll(async () => {
    // Nobody may ever have a name below `.invalid`.
    world = await openWorld({ smtpUrl: "smtp://mail.invalid" })
  })
  afterAll(() => world.close())

  test("is said to the administration, and keeps nobody from anything", async () => {
    const admin = await world.person("Ulf Brandt", ["admin"])
    const page = await admin.agent.get("/verwaltung/betrieb").expect(200)
    expect(page.text).toMatch(/Mailserver(s)? aus SMTP_URL/)
    const { body } = await admin.agent.get("/api/operation/mail").expect(200)
    expect(body).toMatchObject({ way: "smtp", server: "mail.invalid:587", signIn: "none" })
    expect(["host-unknown", "host-unresolved"]).toContain(body.fault)
  })

  test("is no matter where mails are files", async () => {
    const files = await openWorld()
    try {
      const admin = await files.person("Ulf Brandt", ["admin"])
      const { body } = await admin.agent.get("/api/operation/mail").expect(200)
      expect(body).toEqual({
        way: "file",
        server: null,
        signIn: "none",
        certificate: false,
        from: "fachforum@localhost",
        fault: null,
      })
      expect((await admin.agent.get("/verwaltung/betrieb")).text).not.toContain("SMTP_URL")
    } finally {
      await files.close()
    }
  })
})
