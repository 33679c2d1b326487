import { desc } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { auditLog } from "../../server/kernel/tables.ts"
import { addCategory, ask, openTown, stateOf, type Town } from "../forum/town.ts"
import type { Person } from "../support/world.ts"

const STRUCTURE = "/verwaltung/struktur"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

async function page(person: Person, path: string): Promise<string> {
  const { text } = await person.agent.get(path).expect(200)
  return text
}

const fieldsOf = (name: string, more: Record<string, string | string[]> = {}) => ({
  kind: "questions",
  parentId: "",
  name,
  description: "",
  guide: "",
  responsibleId: town.departments.law,
  audience: "all",
  position: "50",
  ...more,
})

/** The id of the line with this name, from the structure as its readers get it. */
async function idOf(name: string): Promise<string> {
  const { body } = await town.people.editor.agent.get("/api/structure").expect(200)
  return body.lines.find((line: { fields: { name: string } }) => line.fields.name === name)?.id
}

async function drafted(name: string, more: Record<string, string | string[]> = {}): Promise<string> {
  const { headers } = await town.people.editor.agent
    .form(`${STRUCTURE}/neu`, fieldsOf(name, more))
    .expect(303)
  expect(headers.location).toBe(`${STRUCTURE}?hinweis=drafted`)
  return idOf(name)
}

async function countChanges(): Promise<number> {
  const { body } = await town.people.editor.agent.get("/api/structure").expect(200)
  return body.changes
}

async function releaseAll(): Promise<void> {
  const changes = String(await countChanges())
  const { headers } = await town.people.schoeller.agent
    .form(`${STRUCTURE}/vorschau`, { changes, confirmed: "true" })
    .expect(303)
  expect(headers.location).toBe(`${STRUCTURE}?hinweis=released`)
}

async function lastAudit() {
  const [row] = await town.db.select().from(auditLog).orderBy(desc(auditLog.id)).limit(1)
  return row
}

describe("the administration's first page", () => {
  it("leads each role to what it may do, and the others nowhere", async () => {
    const { admin, editor, schoeller, mueller, vogt, facilitator } = town.people
    for (const person of [mueller, vogt, facilitator]) {
      await person.agent.get("/verwaltung").expect(403)
      await person.agent.get(STRUCTURE).expect(403)
    }
    for (const person of [editor, schoeller]) {
      const html = await page(person, "/verwaltung")
      expect(html).toContain(`href="${STRUCTURE}"`)
      expect(html).not.toContain("/verwaltung/personen")
    }
    const html = await page(admin, "/verwaltung")
    for (const path of ["personen", "abteilungen", "einstellungen", "protokoll", "struktur"])
      expect(html).toContain(`href="/verwaltung/${path}"`)
  })
})

describe("a change of the structure", () => {
  it("is drafted by an editor, seen by nobody else, and released by a lead", async () => {
    const { editor, schoeller, mueller } = town.people
    const id = await drafted("Umzug", { guide: "Bitte **ohne Namen**.", description: "Wenn jemand umzieht" })
    expect(await lastAudit()).toMatchObject({ action: "structure.draft", subjectId: id, actorId: editor.id })
    expect(await page(mueller, "/fragen")).not.toContain("Umzug")
    await mueller.agent.get(`/kategorien/${id}`).expect(404)
    await ask(mueller, town.categories.open)
    await mueller.agent.post("/api/questions", { categoryId: id, title: "Zu früh", body: "Text" }).expect(422)

    const overview = await page(schoeller, STRUCTURE)
    expect(overview).toContain("Umzug")
    expect(overview).toContain("Entwurf von Eva Redlich")
    const preview = await page(schoeller, `${STRUCTURE}/vorschau`)
    expect(preview).toContain("<strong>ohne Namen</strong>")
    expect(preview).toContain("1 Änderung freigeben")

    await releaseAll()
    expect(await lastAudit()).toMatchObject({
      action: "structure.release",
      subjectId: id,
      actorId: schoeller.id,
    })
    expect(await page(mueller, "/fragen")).toContain("Umzug")
    expect(await page(mueller, `/kategorien/${id}`)).toContain("Wenn jemand umzieht")
    expect(await page(editor, STRUCTURE)).not.toContain("Entwurf von")
  })

  it("shows old and new side by side, and goes away when it is discarded", async () => {
    const { editor } = town.people
    const id = town.categories.open
    await editor.agent
      .form(`${STRUCTURE}/${id}`, fieldsOf("Miete, Belastung, Nebenkosten", { position: "0" }))
      .expect(303)
    const html = await page(editor, STRUCTURE)
    expect(html).toMatch(/<td[^>]*>Miete und Belastung<\/td><td[^>]*>Miete, Belastung, Nebenkosten<\/td>/)
    expect(await page(editor, `${STRUCTURE}/${id}`)).toContain('value="Miete, Belastung, Nebenkosten"')
    await editor.agent.form(`${STRUCTURE}/${id}/verwerfen`, {}).expect(303)
    expect(await lastAudit()).toMatchObject({ action: "structure.discard", subjectId: id })
    expect(await page(editor, STRUCTURE)).not.toContain("Nebenkosten")
    await editor.agent.form(`${STRUCTURE}/${id}/verwerfen`, {}).expect(404)
  })

  it("is none when everything stays as it is", async () => {
    const { editor } = town.people
    const same = fieldsOf("Miete und Belastung", { position: "0" })
    const { headers } = await editor.agent.form(`${STRUCTURE}/${town.categories.open}`, same).expect(303)
    expect(headers.location).toBe(`${STRUCTURE}?hinweis=unchanged`)
    expect(await countChanges()).toBe(0)
  })

  it("is drafted by editors only, and released by leads only", async () => {
    const { editor, schoeller, admin } = town.people
    const id = await drafted("Wer darf was")
    await schoeller.agent.get(`${STRUCTURE}/neu`).expect(403)
    await schoeller.agent.form(`${STRUCTURE}/neu`, fieldsOf("Von der Leitung")).expect(403)
    await schoeller.agent.form(`${STRUCTURE}/${id}`, fieldsOf("Von der Leitung")).expect(403)
    await schoeller.agent.form(`${STRUCTURE}/${id}/verwerfen`, {}).expect(403)
    await editor.agent.form(`${STRUCTURE}/vorschau`, { changes: "1", confirmed: "true" }).expect(403)
    const forLead = await page(schoeller, STRUCTURE)
    expect(forLead).not.toContain(`${STRUCTURE}/${id}`)
    expect(forLead).toContain("Vorschau und Freigabe")
    const preview = await page(schoeller, `${STRUCTURE}/vorschau`)
    const forEditor = await page(editor, `${STRUCTURE}/vorschau`)
    expect(preview).toContain('name="confirmed"')
    expect(forEditor).not.toContain('name="confirmed"')
    expect(forEditor).toContain("Freigeben kann eine Führungskraft oder die Administration.")
    await admin.agent.form(`${STRUCTURE}/${id}/verwerfen`, {}).expect(303)
    expect(await countChanges()).toBe(0)
  })

  it("is not released unseen: without the tick, or after somebody drafted more", async () => {
    const { schoeller, editor } = town.people
    const id = await drafted("Gesehen")
    const form = { changes: String(await countChanges()) }
    const unticked = await schoeller.agent.form(`${STRUCTURE}/vorschau`, form).expect(422)
    expect(unticked.text).toContain("Bitte bestätigen Sie, dass Sie die Vorschau geprüft haben.")
    const more = await drafted("Dazugekommen")
    const stale = await schoeller.agent
      .form(`${STRUCTURE}/vorschau`, { ...form, confirmed: "true" })
      .expect(422)
    expect(stale.text).toContain("Der Entwurf wurde inzwischen geändert")
    expect(stale.text).toContain("2 Änderungen freigeben")
    for (const one of [id, more]) await editor.agent.form(`${STRUCTURE}/${one}/verwerfen`, {}).expect(303)
  })

  it("keeps what was typed and says what is missing", async () => {
    const { editor } = town.people
    const wrong = fieldsOf("X", { guide: "Bleibt stehen", position: "viele", responsibleId: "" })
    const { text } = await editor.agent.form(`${STRUCTURE}/neu`, wrong).expect(422)
    expect(text).toContain("<title>Fehler: Neue Kategorie entwerfen")
    expect(text).toContain("Bleibt stehen</textarea>")
    expect(text).toContain('href="#feld-name"')
    expect(text).toContain('href="#feld-position"')
    const { text: second } = await editor.agent
      .form(`${STRUCTURE}/neu`, fieldsOf("Ohne Abteilung", { responsibleId: "" }))
      .expect(422)
    expect(second).toContain("braucht eine zuständige Abteilung")
    expect(second).toContain('value="Ohne Abteilung"')
    await editor.agent.get(`${STRUCTURE}/${town.departments.law}`).expect(404)
  })
})

describe("the draft as a whole", () => {
  it("is never left with a part below a part", async () => {
    const { editor } = town.people
    const main = await drafted("Haupt")
    const part = await drafted("Teil", { parentId: main })
    await releaseAll()
    await editor.agent.form(`${STRUCTURE}/${part}`, fieldsOf("Teil")).expect(303)
    const below = await drafted("Unter dem Teil", { parentId: part })
    // Taking the first change back would put the new part two levels down.
    const refused = await editor.agent.form(`${STRUCTURE}/${part}/verwerfen`, {}).expect(409)
    expect(refused.text).toContain("Verwerfen Sie zuerst diese")
    await editor.agent.form(`${STRUCTURE}/${part}`, fieldsOf("Teil", { parentId: main })).expect(422)
    await editor.agent.form(`${STRUCTURE}/${below}/verwerfen`, {}).expect(303)
    await editor.agent.form(`${STRUCTURE}/${part}/verwerfen`, {}).expect(303)
  })

  it("is checked again at its release, for what has happened since", async () => {
    const { editor, admin, schoeller } = town.people
    const gone = await town.department("Wird aufgelöst")
    const id = await drafted("Zuständigkeit fällt weg", { responsibleId: gone })
    await admin.agent.post(`/api/departments/${gone}/archive`).expect(204)
    const { text } = await schoeller.agent
      .form(`${STRUCTURE}/vorschau`, { changes: "1", confirmed: "true" })
      .expect(422)
    expect(text).toContain("Kategorie „Zuständigkeit fällt weg“: Diese Abteilung gibt es nicht.")
    await editor.agent.form(`${STRUCTURE}/${id}/verwerfen`, {}).expect(303)
  })

  it("gives a question back to the category's department when another may no longer read it", async () => {
    const { editor, mueller, vogt, okafor } = town.people
    const { law, other, clerks } = town.departments
    const category = await addCategory(editor.agent, { name: "Wird enger", responsibleId: law })
    await releaseAll()
    const id = await ask(mueller, category)
    await vogt.agent.post(`/api/questions/${id}/pass-on`, { departmentId: other, note: "" }).expect(204)
    await okafor.agent.post(`/api/questions/${id}/take`, { note: "" }).expect(204)
    const narrower = { audience: "listed", departmentIds: [clerks], position: "0" }
    await editor.agent.form(`${STRUCTURE}/${category}`, fieldsOf("Wird enger", narrower)).expect(303)
    await releaseAll()
    await okafor.agent.get(`/api/questions/${id}`).expect(404)
    expect(await stateOf(mueller, id)).toBe("open")
    expect(await page(vogt, "/offene-fragen")).toContain(`/fragen/${id}/uebernehmen`)
  })

  it("warns before a category is archived", async () => {
    const { editor, schoeller } = town.people
    const id = town.categories.forThree
    const listed = [town.departments.clerks, town.departments.other]
    const fields = { audience: "listed", departmentIds: listed, position: "0", archived: "true" }
    await editor.agent.form(`${STRUCTURE}/${id}`, fieldsOf("Für alle drei", fields)).expect(303)
    expect(await page(schoeller, `${STRUCTURE}/vorschau`)).toContain("Archiviert wird: „Für alle drei“")
    await releaseAll()
    expect(await page(editor, STRUCTURE)).toContain("archiviert")
  })
})
