import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { addressOf, readAddress, toFilter, toggle } from "../../web/pages/search/address.ts"
import { titleFrom } from "../../web/pages/search/nothing.tsx"
import { openTown, type Town } from "../forum/town.ts"
import type { Person } from "../support/world.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

async function page(person: Person, path: string): Promise<string> {
  const { text } = await person.agent.get(path).expect(200)
  return text
}

const mainOf = (html: string) => html.slice(html.indexOf("<main"), html.indexOf("</main>"))

describe("the way to the search", () => {
  it("is on every page for who reads the forum, and the start page opens with its field", async () => {
    const { mueller } = town.people
    const start = await page(mueller, "/")
    expect(mainOf(start)).toContain("Was möchten Sie wissen?")
    expect(start.match(/<form action="\/suche" method="get"/g)).toHaveLength(1)
    for (const path of ["/fragen", "/profil", "/hilfe", `/kategorien/${town.categories.open}`]) {
      const html = await page(mueller, path)
      expect(html, path).toContain('<form action="/suche" method="get"')
      expect(html, path).toContain('href="/suche"')
    }
  })

  it("is not there for strangers and for people without a department", async () => {
    const { text } = await town.nobody.get("/anmelden").expect(200)
    expect(text).not.toContain("/suche")
    for (const person of [town.people.facilitator, town.people.outsideAdmin]) {
      expect(await page(person, "/")).not.toContain("/suche")
      const html = await page(person, "/suche?q=Miete")
      expect(html).toContain("Hier sehen Sie keine Beiträge")
      expect(html).not.toContain('type="search"')
    }
    await town.nobody.get("/suche?q=Miete").expect(303)
  })
})

describe("the search page", () => {
  it("begins with a field and a help that is open, in both languages", async () => {
    const { mueller, huber } = town.people
    const html = await page(mueller, "/suche")
    expect(html).toContain("<title>Suche – ")
    expect(html).toMatch(/<details[^>]*open[^>]*id="suchhilfe"|<details[^>]*id="suchhilfe"[^>]*open/)
    for (const operator of [
      "&quot;angemessene Miete&quot;",
      "-Garage",
      "tag:Umzug",
      "von:mir",
      "§\u00a011 SGB II",
    ])
      expect(html).toContain(operator)
    expect(html).not.toContain("nichts gefunden")
    await huber.agent.patch("/api/me", { locale: "en" }).expect(200)
    const english = await page(huber, "/suche?q=Kaninchenstall")
    expect(mainOf(english)).toContain("Nothing was found for “Kaninchenstall”")
    expect(mainOf(english)).not.toMatch(/Suche|gefunden|Frage/)
  })

  it("says what was not found, and carries the words into a question", async () => {
    const { mueller } = town.people
    const html = await page(mueller, "/suche?q=Kaninchenstall+-Garage+tag:Umzug&art=kommentar")
    expect(html).toContain("<title>Zu „Kaninchenstall -Garage tag:Umzug“ wurde nichts gefunden – Suche – ")
    expect(html).toContain('value="Kaninchenstall -Garage tag:Umzug"')
    expect(html).toContain('href="/fragen/neu?titel=Kaninchenstall"')
    // The filter stays when other words are searched for, and can be taken away.
    expect(html).toContain('<input type="hidden" name="art" value="kommentar"')
    expect(html).toContain('href="/suche?q=Kaninchenstall+-Garage+tag%3AUmzug"')
    expect(html).toContain("Art: Kommentar")
    await mueller.agent.get("/fragen/neu?titel=Kaninchenstall").expect(200)
    // Operators alone are no beginning of a question.
    expect(await page(mueller, "/suche?q=tag:Kaninchenstall")).not.toContain("Als Frage stellen")
  })

  it("says that what is searched for is too long, and cuts nothing of it", async () => {
    const { agent } = town.people.mueller
    const long = "Wohngeld ".repeat(150).trim()
    const { text } = await agent.get(`/suche?${new URLSearchParams({ q: long })}`).expect(422)
    expect(mainOf(text)).toContain("Ihre Suche hat 1.349 Zeichen, möglich sind 300.")
    expect(mainOf(text)).toContain(`value="${long}"`)
    await agent.get(`/suche?${new URLSearchParams({ q: "a".repeat(300) })}`).expect(200)
  })

  it("never fails on odd input", async () => {
    const { mueller } = town.people
    const odd = [
      "q=%22",
      "q=-",
      "q=%20%20",
      "q=tag:",
      "q=kategorie:%22",
      "q=%C2%A7",
      "q=((()&*|!:",
      "q=%27;drop",
      "q=%F0%9F%90%87",
      "q=a&q=b",
      "q=%00",
      "q=%ED%A0%80",
      "art=quatsch",
      "art=frage&art=antwort",
      "art=",
      "kategorie=1",
      `kategorie=${town.people.vogt.id}`,
      "abteilung=x",
      "zustand=open&zustand=closed",
      "schlagwort=%0A",
      "schlagwort=%22%3E%3Cscript%3E",
      "amtlich=nein",
      "zeitraum=jahr&zeitraum=monat",
      "sortierung=datum",
      "nach=unsinn",
      "q=miete&nach=zu.weit_-",
      "unbekannt=1",
      "hinweis=asked",
    ]
    for (const query of odd) {
      const { status, text } = await mueller.agent.get(`/suche?${query}`)
      expect([200, 400], query).toContain(status)
      expect(text, query).not.toContain("><script>")
    }
  })
})

describe("the address of a search", () => {
  const asked = readAddress({
    q: " Miete ",
    art: ["frage", "frage"],
    zeitraum: "jahr",
    sortierung: "datum",
    zustand: "",
  })

  it("is the same however it was written", () => {
    expect(addressOf(asked)).toBe("/suche?q=Miete&art=frage&zeitraum=jahr&sortierung=datum")
    expect(addressOf(readAddress({ q: "" }))).toBe("/suche")
  })

  it("takes a filter in and out, one period at a time, and begins at the first page again", () => {
    const later = { ...asked, after: "x" }
    expect(addressOf(toggle(later, toFilter("kind", "question")))).toBe(
      "/suche?q=Miete&zeitraum=jahr&sortierung=datum",
    )
    expect(addressOf(toggle(later, toFilter("kind", "comment")))).toContain(
      "art=frage&zeitraum=jahr&art=kommentar",
    )
    expect(addressOf(toggle(later, toFilter("period", "month")))).toBe(
      "/suche?q=Miete&art=frage&zeitraum=monat&sortierung=datum",
    )
    expect(addressOf(toggle(later, toFilter("period", "year")))).not.toContain("zeitraum")
  })

  it.each([
    ["Wohngeld für Studierende", "Wohngeld für Studierende"],
    ['"angemessene Miete" -Garage tag:Umzug', "angemessene Miete"],
    ["Schreiben von: Amt, von:Petra", "Schreiben von: Amt,"],
    ['kategorie:"Miete und Belastung" von:mir § 11 SGB II', "§ 11 SGB II"],
    ["Wohngeld-Antrag 2026-01", "Wohngeld-Antrag 2026-01"],
    // The form says how much of it is too much; nothing is cut.
    ["a".repeat(300), "a".repeat(300)],
  ])("%s begins a question as: %s", (q, title) => {
    expect(titleFrom(q)).toBe(title)
  })
})
