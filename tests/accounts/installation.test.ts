import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let admin: Person
let clerk: Person

beforeAll(async () => {
  world = await openWorld()
  admin = await world.person("Olaf Brandt", ["admin"])
  clerk = await world.person("Petra Huber", ["clerk"])
})
afterAll(() => world.close())

describe("The settings of the installation", () => {
  test("are read by everybody as far as pages show them, and whole by the administration", async () => {
    const { body } = await world.nobody.get("/api/installation").expect(200)
    expect(body).toEqual({
      name: "Fachforum",
      land: null,
      departmentLabel: {
        de: { one: "Abteilung", many: "Abteilungen" },
        en: { one: "department", many: "departments" },
      },
      example: false,
    })
    await clerk.agent.get("/api/settings").expect(403)
    const whole = await admin.agent.get("/api/settings").expect(200)
    expect(whole.body).toMatchObject({ mailWithoutContent: false, pages: {} })
  })

  test("name the installation and its departments as people say there", async () => {
    const departmentLabel = { de: { one: "Referat", many: "Referate" }, en: { one: "unit", many: "units" } }
    await admin.agent.patch("/api/settings", { name: "Fragen & Wissen", departmentLabel }).expect(204)
    const { body } = await world.nobody.get("/api/installation").expect(200)
    expect(body).toMatchObject({ name: "Fragen & Wissen", departmentLabel })
    await clerk.agent.patch("/api/settings", { name: "Meins" }).expect(403)
    await admin.agent.patch("/api/settings", {}).expect(400)
    await admin.agent.patch("/api/settings", { example: true }).expect(400)
  })

  test("replace the text of a page, rendered and sanitised, and bring the shipped one back", async () => {
    const text = "# Impressum\n\nStadt <script>alert(1)</script> Quellenbrück"
    await admin.agent.patch("/api/settings", { pages: { imprint: { de: text } } }).expect(204)
    await admin.agent.patch("/api/settings", { pages: { privacy: { en: "Ours" } } }).expect(204)
    const imprint = await world.nobody.get("/api/installation/pages/imprint").expect(200)
    expect(imprint.body.de.text).toBe(text)
    expect(imprint.body.de.html).toContain("<h2>Impressum</h2>")
    expect(imprint.body.de.html).not.toContain("<script")
    await admin.agent.patch("/api/settings", { pages: { imprint: { de: null } } }).expect(204)
    const shipped = await world.nobody.get("/api/installation/pages/imprint").expect(200)
    expect(shipped.body).toEqual({})
    const kept = await world.nobody.get("/api/installation/pages/privacy").expect(200)
    expect(kept.body.en.html).toContain("Ours")
    await world.nobody.get("/api/installation/pages/other").expect(404)
  })

  test("name the field of a page that cannot be read", async () => {
    const deep = { pages: { imprint: { de: `${">".repeat(1000)} x` } } }
    const refused = await admin.agent.patch("/api/settings", deep).expect(422)
    expect(refused.body.errors).toMatchObject([{ field: "pages.imprint.de" }])
  })

  test("leave an entry each in the audit log, without the text of a page", async () => {
    await admin.agent
      .patch("/api/settings", { mailWithoutContent: true, name: "Neuer Name", land: "BY-AUGSBURG" })
      .expect(204)
    await admin.agent
      .patch("/api/settings", { pages: { accessibility: { de: "Ein Geheimnis" } } })
      .expect(204)
    const { body } = await admin.agent.get("/api/audit?action=installation").expect(200)
    const details = body.items.map((item: { detail: object }) => item.detail)
    expect(details).toContainEqual({ setting: "land", from: null, to: "BY-AUGSBURG" })
    await admin.agent.patch("/api/settings", { land: "XX" }).expect(400)
    expect((await world.nobody.get("/api/installation").expect(200)).body.land).toBe("BY-AUGSBURG")
    expect(details).toContainEqual({ setting: "mailWithoutContent", from: false, to: true })
    expect(details).toContainEqual({ setting: "name", from: "Fragen & Wissen", to: "Neuer Name" })
    expect(details).toContainEqual({ page: "accessibility", locale: "de", replaced: true })
    expect(JSON.stringify(body)).not.toContain("Geheimnis")
  })
})
