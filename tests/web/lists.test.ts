import { afterAll, beforeAll, describe, expect, it } from "vitest"
import {
  dayOf,
  instantOf,
  moveClock,
  now,
  DAY as ONE_DAY,
  resetClock,
  today,
} from "../../server/kernel/time.ts"
import { addCategory, answer, ask, openTown, release, type Town } from "../forum/town.ts"
import type { Person } from "../support/world.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(async () => {
  resetClock()
  await town.close()
})

async function page(person: Person, path: string): Promise<string> {
  const { text } = await person.agent.get(path).expect(200)
  return text
}

/** Titles of the rows, from top to bottom. */
const titlesIn = (html: string) =>
  [...html.matchAll(/ff-row__title"><a href="[^"]*">([^<]*)</g)].map(([, title]) => title)
/** The text of the section with this id. */
const section = (html: string, id: string) =>
  html.match(new RegExp(`<section[^>]*id="${id}".*?</section>`, "s"))?.[0] ?? ""
const nextIn = (html: string) => html.match(/href="([^"]*)" rel="next"/)?.[1]?.replaceAll("&amp;", "&")

async function share(person: Person, title: string): Promise<string> {
  const practice = { categoryId: town.categories.practices, title, situation: "Vorher", approach: "So" }
  const { body } = await person.agent.post("/api/best-practices", practice).expect(201)
  return body.id
}

describe("the start page", () => {
  it("asks strangers to sign in", async () => {
    const { headers } = await town.nobody.get("/").expect(303)
    expect(headers.location).toBe("/anmelden?weiter=%2F")
  })

  it("shows clerks their questions, official answers and best practices, and where to write", async () => {
    const { mueller, vogt } = town.people
    const id = await ask(mueller, town.categories.open, { title: "Frage der Startseite" })
    const given = await answer(vogt, id, { official: { legalStatusDate: "2026-01-01", reviewDate: null } })
    await share(town.people.huber, "Beispiel der Startseite")
    const html = await page(mueller, "/")
    expect(section(html, "meine-fragen")).toContain("Frage der Startseite")
    expect(section(html, "antworten")).toContain(`/a/${given}`)
    expect(section(html, "gute-praxis")).toContain("Beispiel der Startseite")
    expect(html).toContain('href="/fragen/neu"')
    expect(html).toContain('href="/gute-praxis/neu"')
    expect(html).not.toContain('id="offen"')
  })

  it("says who is signed in and where they work, by names and never by ids", async () => {
    const html = await page(town.people.mueller, "/")
    expect(html).toContain("Wohngeldstelle · Sachbearbeitung")
    const shown = html.replace(/<[^>]*>/g, " ")
    expect(shown).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/)
  })

  it("shows specialists what waits longest, and leads one sum without any name", async () => {
    const { mueller, vogt, schoeller } = town.people
    await ask(mueller, town.categories.open, { title: "Wartet auf Grundsatz" })
    const forVogt = await page(vogt, "/")
    expect(section(forVogt, "offen")).toContain("Wartet auf Grundsatz")
    expect(section(forVogt, "offen")).toContain("/uebernehmen")
    const lead = await town.person("Frauke Leitner", ["lead"], [town.departments.law])
    const forLead = section(await page(lead, "/"), "offen")
    expect(forLead).toMatch(/\d Fragen? (ist|sind) in Ihrer Abteilung offen/)
    expect(forLead).not.toContain("Wartet auf Grundsatz")
    // Her department answers no category.
    expect(section(await page(schoeller, "/"), "offen")).toBe("")
  })

  it("tells people without a department what they can do, and shows them no post", async () => {
    for (const person of [town.people.facilitator, town.people.outsideAdmin]) {
      const html = await page(person, "/")
      expect(html).toContain("Ihr Konto gehört zu keiner Abteilung")
      expect(html).not.toContain("Frage der Startseite")
      expect(html).not.toContain('href="/fragen/neu"')
    }
    expect(await page(town.people.facilitator, "/")).toContain("bei einer Lernbegleitung von außen")
    expect(await page(town.people.outsideAdmin, "/")).toContain('href="/verwaltung"')
    expect(await page(town.people.facilitator, "/fragen")).toContain("Hier sehen Sie keine Beiträge")
  })
})

describe("what waits for somebody", () => {
  const forYou = async (person: Person) => section(await page(person, "/"), "fuer-sie")

  it("stands first, for every role, and says so where it is nothing", async () => {
    const { admin, facilitator } = town.people
    const fresh = await town.person("Neu Hier", ["clerk"], [town.departments.clerks])
    for (const person of [fresh, admin, facilitator]) {
      const html = await page(person, "/")
      expect(/<section[^>]*id="([^"]*)"/.exec(html)?.[1]).toBe("fuer-sie")
      expect(section(html, "fuer-sie")).toContain("Gerade wartet nichts auf Sie.")
    }
  })

  it("is a question back to the asker, until they reply", async () => {
    const asker = await town.person("Fragt Nach", ["clerk"], [town.departments.clerks])
    const id = await ask(asker, town.categories.open, { title: "Wartet auf Angaben" })
    const { body } = await town.people.vogt.agent
      .post(`/api/questions/${id}/ask-back`, { body: "Seit wann?" })
      .expect(201)
    const waiting = await forYou(asker)
    expect(waiting).toContain("Wartet auf Angaben")
    expect(waiting).toContain(`href="/a/${body.id}"`)
    expect(waiting).toContain("Rückfrage an Sie")
    expect(await forYou(town.people.huber)).not.toContain("Wartet auf Angaben")
    await asker.agent.post(`/api/posts/${id}/comments`, { body: "Seit März." }).expect(201)
    expect(await forYou(asker)).not.toContain("Rückfrage an Sie")
  })

  it("is a question that was handed over, and answers to review, as long as one works there", async () => {
    const { mueller, albrecht, admin } = town.people
    const { law, other } = town.departments
    const specialist = await town.person("Ute Neu", ["specialist"], [law])
    const id = await ask(mueller, town.categories.open, { title: "In anderer Hand" })
    await albrecht.agent
      .post(`/api/questions/${id}/hand-over`, { personId: specialist.id, note: "" })
      .expect(204)
    const given = await answer(specialist, await ask(mueller, town.categories.open), {
      official: { legalStatusDate: "2026-01-01", reviewDate: null },
    })
    await mueller.agent.post(`/api/answers/${given}/reports`, { reason: "Seit Mai anders" }).expect(204)
    const waiting = await forYou(specialist)
    expect(waiting).toContain("In anderer Hand")
    expect(waiting).toContain("In Ihrer Hand")
    expect(waiting).toMatch(/Antwort(?:en)? Ihrer Abteilung (ist|sind) zu prüfen/)
    expect(await forYou(albrecht)).not.toContain("In Ihrer Hand")
    await admin.agent.patch(`/api/people/${specialist.id}`, { departmentIds: [other] }).expect(204)
    const moved = await forYou(specialist)
    expect(moved).not.toContain("In Ihrer Hand")
    expect(moved).not.toContain("zu prüfen")
  })

  it("is a draft of the structure, for whoever may release it", async () => {
    const { editor, schoeller, mueller } = town.people
    const responsibleId = town.departments.law
    const category = await addCategory(editor.agent, { name: "Noch ein Entwurf", responsibleId })
    expect(await forYou(schoeller)).toContain("Eine Änderung der Struktur ist noch nicht freigegeben")
    expect(await forYou(mueller)).not.toContain("Struktur")
    expect(await forYou(editor)).not.toContain("Struktur")
    await editor.agent.delete(`/api/structure/${category}`).expect(204)
    expect(await forYou(schoeller)).not.toContain("Struktur")
  })

  it("goes with what is new: unread answers, until they are read, and none that was hidden", async () => {
    const { vogt, albrecht } = town.people
    const asker = await town.person("Liest Gern", ["clerk"], [town.departments.clerks])
    const id = await ask(asker, town.categories.open, { title: "Bald beantwortet" })
    const hidden = await ask(asker, town.categories.open, { title: "Bald ausgeblendet" })
    const given = await answer(vogt, id)
    const gone = await answer(vogt, hidden)
    await albrecht.agent.post(`/api/posts/${gone}/hide`, { reason: "Nennt eine Person" }).expect(204)
    const news = await forYou(asker)
    expect(news).toContain(`data-since="${asker.id}"`)
    expect(news).toContain(`href="/a/${given}"`)
    expect(news).toContain("Neuer kollegialer Hinweis")
    expect(news).not.toContain("Bald ausgeblendet")
    await page(asker, `/fragen/${id}`)
    expect(await forYou(asker)).toContain("Gerade wartet nichts auf Sie.")
  })
})

describe("the list of questions", () => {
  it("filters by category and state, and pages without losing or repeating one", async () => {
    const main = await addCategory(town.people.editor.agent, {
      name: "Viele Fragen",
      responsibleId: town.departments.law,
    })
    const part = await addCategory(town.people.editor.agent, {
      name: "Ein Teil davon",
      parentId: main,
      responsibleId: town.departments.law,
    })
    await release(town.people.schoeller.agent)
    for (let number = 1; number <= 23; number++)
      await ask(town.people.mueller, number % 2 ? main : part, { title: `Frage Nummer ${number}` })
    const first = await page(town.people.huber, `/fragen?kategorie=${main}&zustand=open`)
    const second = await page(town.people.huber, nextIn(first) ?? "missing")
    const all = [...titlesIn(first), ...titlesIn(second)]
    expect(all).toEqual(Array.from({ length: 23 }, (_, index) => `Frage Nummer ${23 - index}`))
    expect(nextIn(second)).toBeUndefined()
    expect(second).toContain("Zum Anfang der Liste")
    expect(titlesIn(await page(town.people.huber, `/fragen?kategorie=${main}&zustand=closed`))).toEqual([])
    // What a form sends where nothing was chosen.
    expect(titlesIn(await page(town.people.huber, "/fragen?kategorie=&zustand="))).toHaveLength(20)
    // A value that is none is as good as none: addresses are copied, cut off and pasted.
    expect(titlesIn(await page(town.people.huber, "/fragen?zustand=nonsense"))).toHaveLength(20)
  })

  it("keeps quiet about categories that a department may not see", async () => {
    const { vogt, mueller } = town.people
    const { narrow } = town.categories
    const id = await ask(vogt, narrow, { title: "Nur unter uns" })
    for (const path of ["/fragen", "/", `/fragen?kategorie=${narrow}`]) {
      const html = await page(mueller, path)
      expect(html).not.toContain("Nur unter uns")
      expect(html).not.toContain("Nur Grundsatz")
      expect(await page(vogt, path)).toContain("Nur Grundsatz")
    }
    await mueller.agent.get(`/kategorien/${narrow}`).expect(404)
    expect(titlesIn(await page(vogt, `/kategorien/${narrow}`))).toEqual(["Nur unter uns"])
    // Filtering by it looks exactly like filtering by one that does not exist.
    const unknown = await page(mueller, `/fragen?kategorie=${id}`)
    expect(unknown.replaceAll(id, narrow)).toBe(await page(mueller, `/fragen?kategorie=${narrow}`))
  })

  it("shows a withdrawn question to its author alone, and says so", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open, { title: "Hat sich erledigt" })
    await mueller.agent.post(`/api/posts/${id}/withdraw`).expect(204)
    expect(await page(huber, "/fragen")).not.toContain("Hat sich erledigt")
    const own = await page(mueller, "/meine-fragen")
    expect(own).toContain("Hat sich erledigt")
    expect(own).toContain("zurückgezogen")
  })
})

describe("best practices and categories", () => {
  it("list what was shared, with a way to share more", async () => {
    await share(town.people.huber, "Checkliste vor dem Bescheid")
    const html = await page(town.people.mueller, `/gute-praxis?kategorie=${town.categories.practices}`)
    expect(titlesIn(html)).toContain("Checkliste vor dem Bescheid")
    const category = await page(town.people.mueller, `/kategorien/${town.categories.practices}`)
    expect(titlesIn(category)).toContain("Checkliste vor dem Bescheid")
    expect(category).toContain(`href="/gute-praxis/neu?kategorie=${town.categories.practices}"`)
  })

  it("show description, guide, responsible department and parts; an archived one takes nothing new", async () => {
    const { editor, schoeller, mueller, vogt } = town.people
    const make = (fields: object) =>
      addCategory(editor.agent, { responsibleId: town.departments.law, ...fields })
    const main = await make({
      name: "Einkommen",
      description: "Was zählt mit?",
      guide: "**Ohne Namen**, bitte.",
    })
    const part = await make({ name: "Freibeträge", parentId: main })
    await release(schoeller.agent)
    await ask(mueller, part, { title: "Gehört zur Unterkategorie" })
    const html = await page(mueller, `/kategorien/${main}`)
    for (const text of [
      "Was zählt mit?",
      "<strong>Ohne Namen</strong>",
      "Grundsatz und Recht",
      "Freibeträge",
    ])
      expect(html).toContain(text)
    expect(titlesIn(html)).toEqual(["Gehört zur Unterkategorie"])
    expect(html).not.toContain("/fragen/erfassen")
    expect(await page(vogt, `/kategorien/${main}`)).toContain(`/fragen/erfassen?kategorie=${main}`)

    const { body } = await editor.agent.get(`/api/structure`).expect(200)
    const line = body.lines.find((one: { id: string }) => one.id === part)
    await editor.agent.put(`/api/structure/${part}`, { ...line.fields, archived: true }).expect(204)
    await release(schoeller.agent)
    const archived = await page(mueller, `/kategorien/${part}`)
    expect(archived).toContain("Diese Kategorie ist archiviert")
    expect(archived).not.toContain(`/fragen/neu?kategorie=${part}`)
    expect(titlesIn(archived)).toEqual(["Gehört zur Unterkategorie"])
    // Nobody can answer there any more, so the department does not owe it either.
    expect(await page(vogt, "/offene-fragen")).not.toContain("Gehört zur Unterkategorie")
  })
})

describe("the department's queue", () => {
  let queued: Town
  beforeAll(async () => {
    queued = await openTown()
  })
  afterAll(() => queued.close())

  it("is the specialists' own: others are refused, other departments see nothing of it", async () => {
    const { mueller, schoeller, okafor, vogt } = queued.people
    await ask(mueller, queued.categories.open, { title: "Erste Frage" })
    await mueller.agent.get("/offene-fragen").expect(403)
    await schoeller.agent.get("/offene-fragen/zu-pruefen").expect(403)
    expect(await page(okafor, "/offene-fragen")).toContain("Alles beantwortet")
    const html = await page(vogt, "/offene-fragen")
    expect(titlesIn(html)).toEqual(["Erste Frage"])
    expect(html).toContain(`data-live-queue="${queued.departments.law}"`)
    expect(html).toContain("wartet seit heute")
    expect(html).toContain('href="/fragen/erfassen"')
  })

  it("filters by who took a question, and leads back to where it was taken", async () => {
    const { mueller, vogt, albrecht } = queued.people
    const id = await ask(mueller, queued.categories.open, { title: "Zweite Frage" })
    await vogt.agent.post(`/api/questions/${id}/take`, { note: "" }).expect(204)
    expect(titlesIn(await page(vogt, "/offene-fragen?uebernommen=ich"))).toEqual(["Zweite Frage"])
    expect(titlesIn(await page(albrecht, "/offene-fragen?uebernommen=ich"))).toEqual([])
    const free = await page(albrecht, "/offene-fragen?uebernommen=niemand")
    expect(titlesIn(free)).toEqual(["Erste Frage"])
    expect(free).toContain('name="zurueck" value="/offene-fragen?uebernommen=niemand"')
    await albrecht.agent.patch("/api/me", { locale: "en" }).expect(200)
    expect(await page(albrecht, "/offene-fragen")).not.toContain("„")
    await albrecht.agent.patch("/api/me", { locale: "de" }).expect(200)
    const all = await page(albrecht, "/offene-fragen")
    expect(all).toContain("Übernommen von Ina Vogt")
    // A colleague's, to return them while she is away.
    const option = all.match(/<option value="([^"]*)">Von Ina Vogt</)?.[1]
    const hers = await page(albrecht, `/offene-fragen?uebernommen=${option}`)
    expect(titlesIn(hers)).toEqual(["Zweite Frage"])
    expect(hers).toContain(`<option value="${option}" selected>Von Ina Vogt`)
    const { body } = await albrecht.agent.get(`/api/queue?taken=${option}`).expect(200)
    expect(body.items.map((row: { id: string }) => row.id)).toEqual([id])
    await albrecht.agent.get("/api/queue?taken=somebody").expect(400)
    expect(await page(vogt, "/offene-fragen")).not.toContain("Von Ina Vogt")
    expect(all).not.toContain(`/fragen/${id}/uebernehmen`)
  })

  it("orders by waiting time or by the date it is wanted for, page by page, and names what is late", async () => {
    const { mueller, vogt } = queued.people
    // From noon on, four days later is a day four days later, also where one of them has 23 or 25 hours.
    moveClock(instantOf(`${today()}T12:00`).getTime() - now().getTime())
    const day = (ahead: number) => dayOf(new Date(now().getTime() + ahead * ONE_DAY))
    for (let number = 1; number <= 20; number++)
      await ask(mueller, queued.categories.open, { title: `Reihe ${number}`, wantedBy: day(60 - number) })
    await ask(mueller, queued.categories.open, { title: "Bald fällig", wantedBy: day(2) })
    const byWanted = await page(vogt, "/offene-fragen?sortierung=termin")
    const rest = await page(vogt, nextIn(byWanted) ?? "missing")
    const dated = ["Bald fällig", ...Array.from({ length: 20 }, (_, index) => `Reihe ${20 - index}`)]
    expect([...titlesIn(byWanted), ...titlesIn(rest)]).toEqual([...dated, "Erste Frage", "Zweite Frage"])
    expect(byWanted).toContain("Termin in 2 Tagen")
    // Another order begins anew instead of failing on the cursor of the former.
    const cursor = new URL(nextIn(byWanted) ?? "", "http://x").searchParams.get("nach")
    const { body } = await vogt.agent.get(`/api/queue?order=waiting&after=${cursor}`).expect(200)
    expect(body.items.length).toBeGreaterThan(0)
    await vogt.agent.get(`/api/queue?order=wanted&after=${body.items[0].id}`).expect(200)
    await vogt.agent.get(`/api/questions?after=${cursor}`).expect(400)
    moveClock(4 * ONE_DAY)
    const later = await page(vogt, "/offene-fragen?sortierung=termin")
    expect(later).toContain("Termin seit 2 Tagen überschritten")
    expect(later).toContain("wartet seit 4 Tagen")
    resetClock()
  })

  it("leaves out what a specialist asked and withdrew, as its number does", async () => {
    const { vogt } = queued.people
    const id = await ask(vogt, queued.categories.open, {
      title: "Eigene, zurückgezogen",
      wantedBy: "2020-01-01",
    })
    expect(await page(vogt, "/offene-fragen?sortierung=termin")).toContain("Eigene, zurückgezogen")
    await vogt.agent.post(`/api/posts/${id}/withdraw`).expect(204)
    expect(await page(vogt, "/offene-fragen?sortierung=termin")).not.toContain("Eigene, zurückgezogen")
  })

  it("has a review list with the reasons, that leads to the answer", async () => {
    const { mueller, vogt, huber, okafor } = queued.people
    const id = await ask(mueller, queued.categories.open, { title: "Alte Rechtslage?" })
    const given = await answer(vogt, id, { official: { legalStatusDate: "2026-01-01", reviewDate: null } })
    expect(await page(vogt, "/offene-fragen/zu-pruefen")).toContain("Nichts zu prüfen")
    await huber.agent.post(`/api/answers/${given}/reports`, { reason: "Neues Gesetz seit Mai" }).expect(204)
    const html = await page(vogt, "/offene-fragen/zu-pruefen")
    expect(html).toContain(`/a/${given}`)
    expect(html).toContain("Als veraltet gemeldet: „Neues Gesetz seit Mai“")
    expect(await page(okafor, "/offene-fragen/zu-pruefen")).not.toContain("Alte Rechtslage?")
    expect(section(await page(mueller, "/"), "antworten")).toContain("Möglicherweise veraltet")
  })
})

describe("my questions", () => {
  it("show what waits for me first, then the rest, and what I have shared", async () => {
    const { huber, vogt } = town.people
    const waiting = await ask(huber, town.categories.open, { title: "Fehlt noch etwas" })
    await ask(huber, town.categories.open, { title: "Später gefragt" })
    await vogt.agent.post(`/api/questions/${waiting}/ask-back`, { body: "Seit wann?" }).expect(201)
    const html = await page(huber, "/meine-fragen")
    expect(section(html, "rueckfragen")).toContain("Fehlt noch etwas")
    expect(section(html, "fragen")).not.toContain("Fehlt noch etwas")
    expect(section(html, "fragen")).toContain("Später gefragt")
    expect(section(html, "gute-praxis")).toContain("Checkliste vor dem Bescheid")
    expect(titlesIn(section(await page(huber, "/"), "meine-fragen"))[0]).toBe("Fehlt noch etwas")
  })

  it("say what to do next where there are none", async () => {
    const html = await page(town.people.schoeller, "/meine-fragen")
    expect(html).toContain("Sie haben noch keine Frage gestellt")
    expect(html).toContain('href="/fragen/neu"')
    expect(html).toContain('href="/gute-praxis/neu"')
  })
})
