import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { answer, ask, official, openTown, type Town } from "../forum/town.ts"
import type { Person } from "../support/world.ts"

let town: Town
let ids: Awaited<ReturnType<typeof write>>
beforeAll(async () => {
  town = await openTown()
  ids = await write()
  await town.catchUp()
})
afterAll(() => town.close())

async function write() {
  const { mueller, huber, vogt } = town.people
  const question = await ask(mueller, town.categories.open, {
    title: "Mieterhöhung im laufenden Zeitraum",
    body: "Ab welchem Monat zählt die höhere Miete?",
    tags: ["Umzug"],
  })
  const officialAnswer = await answer(vogt, question, {
    body: "Die Mieterhöhung zählt ab Mitteilung.",
    ...official,
  })
  const comment = await mueller.agent
    .post(`/api/posts/${officialAnswer}/comments`, { body: "Danke, die Mieterhöhung ist damit klar." })
    .expect(201)
  const practice = await huber.agent
    .post("/api/best-practices", {
      categoryId: town.categories.practices,
      title: "Checkliste zur Mieterhöhung",
      situation: "Jede Mieterhöhung warf Fragen auf.",
      approach: "Eine Liste für alle.",
    })
    .expect(201)
  const narrow = await ask(vogt, town.categories.narrow, { title: "Mieterhöhung, intern betrachtet" })
  const later = await ask(mueller, town.categories.open, { title: "Kaution nach dem Umzug", tags: ["Umzug"] })
  return {
    question,
    officialAnswer,
    narrow,
    later,
    comment: String(comment.body.id),
    practice: String(practice.body.id),
  }
}

async function page(person: Person, path: string): Promise<string> {
  const { text } = await person.agent.get(path).expect(200)
  return text
}

/** Where the hits lead, from top to bottom. */
const hitsIn = (html: string) =>
  [...html.matchAll(/ff-row__title"><a href="([^"]*)"/g)].map(([, path]) => path)
const hitOf = (html: string, path: string) =>
  html.split('<li class="ff-row ff-hit">').find((hit) => hit.includes(`href="${path}"`)) ?? ""
const plain = (html: string) => html.replace(/<[^>]*>/g, "")
/** Address and count of a value that the results can be narrowed by. */
function facetIn(html: string, name: string) {
  const found = [...html.matchAll(/<a href="(\/suche[^"]*)"[^>]*><span class="ff-facet__box">.*?<\/a>/g)]
  const [link = "", path = ""] = found.find(([text]) => plain(text).startsWith(name)) ?? []
  return {
    path: path.replaceAll("&amp;", "&"),
    count: plain(link.match(/ff-facet__count">[^<]*/)?.[0] ?? "").slice(17),
  }
}
const nextIn = (html: string) => html.match(/href="([^"]*)" rel="next"/)?.[1]?.replaceAll("&amp;", "&")

describe("what is found", () => {
  it("says what each is, where, from whom officially and as of when, with the words marked", async () => {
    const html = await page(town.people.huber, "/suche?q=Mieterhöhung")
    const { question, officialAnswer, comment, practice } = ids
    expect(html).toMatch(/<h2 id="ergebnisse">2 Ergebnisse zu „Mieterhöhung“<\/h2>/)
    const asked = hitOf(html, `/fragen/${question}`)
    expect(asked).toContain("Fachfrage")
    expect(asked).toContain("<mark>Mieterhöhung</mark>")
    expect(asked).toContain("beantwortet")
    expect(asked).toContain("Miete und Belastung")
    expect(asked).toContain('href="/suche?schlagwort=Umzug"')
    expect(asked).toContain(
      '2 weitere Stellen <span class="kern-sr-only">in „Mieterhöhung im laufenden Zeitraum“',
    )
    expect(asked).toContain(`<a href="/a/${officialAnswer}">Antwort der Fachabteilung</a>`)
    expect(asked).toContain(`<a href="/a/${comment}">Kommentar</a>`)
    expect(plain(asked)).toContain("Grundsatz und Recht: Die Mieterhöhung zählt ab Mitteilung")
    const alone = await page(town.people.huber, "/suche?q=Mieterhöhung&art=fachabteilung")
    const answered = plain(hitOf(alone, `/a/${officialAnswer}`))
    expect(answered).not.toContain("weitere Stelle")
    expect(answered).toContain("Antwort der Fachabteilung: Grundsatz und Recht")
    expect(answered).toContain("Rechtsstand 01.01.2026")
    expect(answered).toContain("Mieterhöhung zählt ab Mitteilung")
    expect(hitOf(html, `/gute-praxis/${practice}`)).toContain("Gute Praxis")
  })

  it("marks an answer that may be outdated, and a question that is there twice", async () => {
    const { mueller, vogt, huber } = town.people
    const double = await ask(mueller, town.categories.open, { title: "Ferienwohnung als Hauptwohnung" })
    const original = await ask(mueller, town.categories.open, { title: "Ferienwohnung dauerhaft bewohnt" })
    const given = await answer(vogt, original, official)
    await vogt.agent.post(`/api/questions/${double}/duplicate`, { originalId: original }).expect(204)
    await huber.agent.post(`/api/answers/${given}/reports`, { reason: "Gilt nicht mehr" }).expect(204)
    await town.catchUp()
    const html = await page(huber, "/suche?q=Ferienwohnung")
    expect(plain(hitOf(html, `/fragen/${double}`))).toContain("doppelt")
    expect(plain(hitOf(html, `/fragen/${original}`))).toContain("Möglicherweise veraltet")
  })

  it("is narrowed by links with counts, each of which can be taken away", async () => {
    const { huber } = town.people
    const all = await page(huber, "/suche?q=Mieterhöhung")
    const comments = facetIn(all, "Kommentar")
    expect(comments).toEqual({ path: "/suche?q=Mieterh%C3%B6hung&art=kommentar", count: "1" })
    const narrowed = await page(huber, comments.path)
    expect(hitsIn(narrowed)).toEqual([`/a/${ids.comment}`])
    expect(facetIn(narrowed, "Kommentar (gewählt)").path).toBe("/suche?q=Mieterh%C3%B6hung")
    const both = await page(huber, facetIn(narrowed, "Gute Praxis").path)
    expect(hitsIn(both)).toHaveLength(2)
    expect(plain(both)).toContain("Filter entfernen: Art: Kommentar")
    expect(both).toContain("Alle Filter entfernen")
    for (const query of [
      "amtlich=ja",
      `abteilung=${town.departments.law}`,
      "zustand=answered",
      "zeitraum=monat",
    ])
      expect(hitsIn(await page(huber, `/suche?q=Mieterhöhung&${query}`)).length, query).toBeGreaterThan(0)
  })

  it("without words is a list, the newest first", async () => {
    const html = await page(town.people.huber, "/suche?schlagwort=Umzug&art=frage")
    expect(hitsIn(html)).toEqual([`/fragen/${ids.later}`, `/fragen/${ids.question}`])
    expect(html).toContain("2 Ergebnisse, die neuesten zuerst")
    expect(html).not.toContain("Passendste zuerst")
    const own = await page(town.people.huber, "/suche?q=von:mir")
    expect(hitsIn(own)).toEqual([`/gute-praxis/${ids.practice}`])
    expect(own).not.toContain("Passendste zuerst")
  })

  it("keeps quiet about what a person may not read, in hits, counts and names", async () => {
    const path = "/suche?q=Mieterhöhung"
    expect(hitsIn(await page(town.people.vogt, path))).toContain(`/fragen/${ids.narrow}`)
    for (const person of [town.people.mueller, town.people.admin]) {
      const html = await page(person, path)
      expect(hitsIn(html)).toHaveLength(2)
      expect(html).not.toContain("Nur Grundsatz")
      const filtered = await page(person, `${path}&kategorie=${town.categories.narrow}`)
      expect(filtered).toContain("nichts gefunden")
      expect(filtered).toContain("Kategorie: unbekannt")
    }
  })

  it("pages without losing or repeating one, in both orders", async () => {
    const { mueller, huber } = town.people
    for (let number = 1; number <= 25; number++)
      await ask(mueller, town.categories.open, {
        title: `Nebenkosten, Fall ${number}`,
        body: "Was zählt dazu?",
      })
    await town.catchUp()
    for (const path of ["/suche?q=Nebenkosten", "/suche?q=Nebenkosten&sortierung=datum"]) {
      const first = await page(huber, path)
      const second = await page(huber, nextIn(first) ?? "missing")
      const all = [...hitsIn(first), ...hitsIn(second)]
      expect(all, path).toHaveLength(25)
      expect(new Set(all).size, path).toBe(25)
      expect(nextIn(second)).toBeUndefined()
      expect(second).toContain("Zum Anfang der Liste")
    }
  })

  it("is none of signs alone, and nobody's posts by name; the page says what helps", async () => {
    const { huber } = town.people
    for (const q of ["§", "???", "-", '""', "„“", "\u00ad"]) {
      const html = await page(huber, `/suche?${new URLSearchParams({ q })}`)
      expect(plain(html), q).toMatch(/Nach „.*“ allein lässt sich nicht suchen/)
      expect(html, q).toContain("ein Aktenzeichen oder eine Vorschrift")
      expect(hitsIn(html), q).toEqual([])
      expect(
        plain(await page(huber, `/suche?${new URLSearchParams({ q, schlagwort: "Umzug" })}`)),
        q,
      ).toContain("steht kein Wort und keine Zahl; gezeigt wird, was zu den Filtern passt")
    }
    const whole = plain(await page(huber, "/suche?q=von:Müller,+Sabine"))
    expect(whole).toContain("Als Name einer Person verstanden: „Müller, Sabine“.")
    const rest = plain(await page(huber, "/suche?q=von:Müller,+Sabine+Mieterhöhung"))
    expect(rest).toContain("„von:Müller, Sabine“ wurde weggelassen")
    expect(rest).toContain("Gesucht wurde: das Wort „Mieterhöhung“.")
    const person = await page(huber, "/suche?q=von:Müller")
    expect(person).toContain("Nach Personen lässt sich hier nicht suchen")
    expect(person).toContain('href="/suche?q=von%3Amir"')
    const both = await page(huber, "/suche?q=von:Müller+Mieterhöhung")
    expect(plain(both)).toContain("„von:Müller“ wurde weggelassen")
    expect(plain(both)).toContain("2 Ergebnisse zu „Mieterhöhung“")
    expect(plain(both)).toContain("Gesucht wurde: das Wort „Mieterhöhung“")
    expect(hitsIn(both)).toEqual(hitsIn(await page(huber, "/suche?q=Mieterhöhung")))
    const none = plain(await page(huber, "/suche?q=von:Müller+Quastenflosser"))
    expect(none).toContain("„von:Müller“ wurde weggelassen")
    expect(none).toContain("wurde nichts gefunden")
  })

  it("say above what a minus has excluded", async () => {
    const { huber } = town.people
    const find = (q: string) => page(huber, `/suche?${new URLSearchParams({ q })}`)
    const html = await find("Mieterhöhung -§ 21 -tag:Umzug")
    expect(plain(html)).toContain(
      "Gesucht wurde: das Wort „Mieterhöhung“; ohne „§ 21“; ohne das Schlagwort „Umzug“.",
    )
    expect(html).toContain(ids.practice)
    expect(hitsIn(html).join()).not.toContain(ids.narrow)
    expect(plain(await find("Mieterhöhung"))).not.toContain("Gesucht wurde")
    const outside = await find('Mieterhöhung -kategorie:"Miete und Belastung"')
    expect(plain(outside)).toContain("nicht in der Kategorie „Miete und Belastung“.")
    expect(hitsIn(outside)).toHaveLength(1)
    expect(hitsIn(outside).join()).toContain(ids.practice)
  })

  it("is offered in the right spelling where it was mistyped", async () => {
    const html = await page(town.people.huber, "/suche?q=Mietehröhung&art=frage")
    expect(html).toContain('Meinten Sie: <a href="/suche?q=Mieterh%C3%B6hung&amp;art=frage">Mieterhöhung</a>')
  })
})
