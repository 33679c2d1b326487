import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { searchMisses, searchSynonyms } from "../../server/search/tables.ts"
import { openTown, type Town } from "../forum/town.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
beforeEach(async () => {
  await town.db.delete(searchSynonyms)
  await town.db.delete(searchMisses)
})

const textOf = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")

describe("Synonyms", () => {
  const saving = (terms: string, path = "/suche/synonyme/neu") => town.people.vogt.agent.form(path, { terms })
  const firstId = async () => (await town.db.select().from(searchSynonyms))[0]?.id

  test("are written one a line, and stand in the list", async () => {
    const { vogt } = town.people
    expect((await vogt.agent.get("/suche/synonyme").expect(200)).text).toContain("Noch keine Synonyme")
    const saved = await saving(" KdU \r\n\r\nKosten  der Unterkunft\r\n").expect(303)
    const { text } = await vogt.agent.get(saved.headers.location ?? "").expect(200)
    expect(textOf(text)).toContain("Die Gruppe ist gespeichert.")
    expect(textOf(text)).toContain("KdU = Kosten der Unterkunft")
    const id = await firstId()
    const form = await vogt.agent.get(`/suche/synonyme/${id}`).expect(200)
    expect(form.text).toContain("KdU\nKosten der Unterkunft</textarea>")
    await saving("KdU\nUnterkunftskosten", `/suche/synonyme/${id}`).expect(303)
    expect(textOf((await vogt.agent.get("/suche/synonyme")).text)).toContain("KdU = Unterkunftskosten")
  })

  test.each([
    ["", "mindestens zwei Begriffe"],
    ["KdU", "mindestens zwei Begriffe"],
    ["KdU\n2026", "„2026“: Ein Begriff hat mindestens zwei Zeichen"],
    [`KdU\n${"x".repeat(81)}`, "ist zu lang"],
    [Array.from({ length: 11 }, (_, at) => `Wort${"x".repeat(at)}`).join("\n"), "Mehr als zehn"],
    ["BAföG\nBafög", "„Bafög“ steht zweimal in dieser Gruppe"],
    ["Wohngeldgesetz\nGesetz", "„Wohngeldgesetz“ steht schon in einer anderen Gruppe: WoGG = Wohngeldgesetz"],
  ])("typed as %j are refused in words, and nothing is lost", async (terms, words) => {
    await saving("WoGG\nWohngeldgesetz").expect(303)
    const { text, status } = await saving(terms)
    expect([422, 409]).toContain(status)
    expect(textOf(text)).toContain(words)
    expect(text).toContain('href="#feld-terms"')
    expect(text).toContain(`${terms}</textarea>`)
  })

  test("are deleted after a question on a page of its own", async () => {
    const { vogt } = town.people
    await saving("KdU\nKosten der Unterkunft").expect(303)
    const path = `/suche/synonyme/${await firstId()}`
    expect((await vogt.agent.get(path)).text).toContain(`href="${path}/loeschen"`)
    expect((await vogt.agent.get(`${path}/loeschen`)).text).toContain("Diese Gruppe löschen?")
    expect(await firstId()).toBeDefined()
    await vogt.agent.form(`${path}/loeschen`, {}).expect(303)
    expect(await firstId()).toBeUndefined()
    await vogt.agent.get(path).expect(404)
  })

  test("are found from the administration and from what is missing, by those who may keep them", async () => {
    const { vogt, outsideAdmin, schoeller, mueller } = town.people
    expect((await outsideAdmin.agent.get("/verwaltung")).text).toContain('href="/suche/synonyme"')
    expect((await schoeller.agent.get("/verwaltung")).text).not.toContain("/suche/synonyme")
    expect((await vogt.agent.get("/suche/fehlend")).text).toContain('href="/suche/synonyme"')
    await outsideAdmin.agent.get("/suche/synonyme").expect(200)
    await mueller.agent.get("/suche/synonyme").expect(403)
  })

  test("leave readable words in the audit log", async () => {
    await saving("KdU\nKosten der Unterkunft").expect(303)
    const { text } = await town.people.outsideAdmin.agent.get("/verwaltung/protokoll").expect(200)
    expect(textOf(text)).toContain("Synonyme angelegt")
    expect(textOf(text)).toContain("Begriffe: KdU, Kosten der Unterkunft")
  })
})

describe("What is searched for and not found", () => {
  const shown = async (words: string, categoryId: string | null = null) => {
    const row = { id: crypto.randomUUID(), query: words, shown: words, categoryId }
    await town.db.insert(searchMisses).values({ ...row, shownSince: "2026-03-01", day: "2026-03-01" })
    return row.id
  }

  test("stands beside the open questions of specialists, each with ways to write it", async () => {
    const { vogt } = town.people
    expect((await vogt.agent.get("/offene-fragen")).text).toContain('href="/suche/fehlend"')
    expect((await vogt.agent.get("/suche/fehlend")).text).toContain("Zurzeit fehlt nichts")
    await shown("Hausboot & Heizung", town.categories.open)
    const { text } = await vogt.agent.get("/suche/fehlend").expect(200)
    expect(textOf(text)).toContain("Hausboot &amp; Heizung")
    const [, path = ""] = text.match(/href="([^"]*erfassen[^"]*)"/) ?? []
    const form = await vogt.agent.get(path.replaceAll("&amp;", "&")).expect(200)
    expect(form.text).toContain('value="Hausboot &amp; Heizung"')
    expect(form.text).toContain(`name="categoryId" value="${town.categories.open}"`)
    const synonym = await vogt.agent.get("/suche/synonyme/neu?begriff=Hausboot").expect(200)
    expect(synonym.text).toContain("Hausboot\n</textarea>")
  })

  test("of a category of best practices begins one", async () => {
    await shown("Textbaustein", town.categories.practices)
    const { text } = await town.people.vogt.agent.get("/suche/fehlend").expect(200)
    expect(text).toContain("/gute-praxis/neu?")
    expect(text).not.toContain("/fragen/erfassen?")
  })

  test("is settled by one click", async () => {
    const { vogt } = town.people
    const id = await shown("Zelt")
    await vogt.agent.form(`/suche/fehlend/${id}/erledigt`, {}).expect(303)
    expect((await vogt.agent.get("/suche/fehlend")).text).not.toContain("Zelt")
    await vogt.agent.form(`/suche/fehlend/${id}/erledigt`, {}).expect(404)
  })
})
