import { readFile } from "node:fs/promises"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { answer, ask, official, openTown, type Town } from "../forum/town.ts"
import type { Agent } from "../support/world.ts"

/** Searching through HTTP, from the words typed to the passage shown. */
let town: Town
let rent: string
let income: string
let narrow: string
beforeAll(async () => {
  town = await openTown()
  const { mueller, huber, vogt } = town.people
  const { open, narrow: narrowCategory } = town.categories
  rent = await ask(mueller, open, {
    title: "Mieterhöhung im laufenden Bewilligungszeitraum",
    body: "Die Miete steigt um zwölf Prozent. Ist nach § 27 Abs. 1 WoGG neu zu entscheiden?",
    tags: ["Miete"],
  })
  await answer(vogt, rent, { ...official, body: "Ja: Über zehn Prozent wird auf Antrag neu entschieden." })
  income = await ask(huber, open, {
    title: "Abfindung als Einkommen",
    body: "Welchem Zeitraum ist eine Abfindung zuzurechnen? § 28 WoGG hilft nicht weiter.",
  })
  narrow = await ask(vogt, narrowCategory, {
    title: "Interner Vermerk zur Fehlbelegung",
    body: "Nur für Grundsatz und Recht: Fehlbelegung und Mieterhöhung.",
  })
  await town.catchUp()
})
afterAll(() => town.close())

const search = async (agent: Agent, query: Record<string, string>) =>
  (await agent.get(`/api/search?${new URLSearchParams(query)}`).expect(200)).body
const threadsFor = async (agent: Agent, q: string, more: Record<string, string> = {}) =>
  (await search(agent, { q, ...more })).items.map((item: { thread: { id: string } }) => item.thread.id)

describe("a search", () => {
  it.each([
    ["Mieterhöhung", "the word itself"],
    ["MIETERHÖHUNGEN", "another form and capitals"],
    ["mieterhoehung", "ae for ä"],
    ["mieterhohung", "no dots at all"],
    ["Mieterhöung", "a slip of the pen"],
    ["Erhöhung der Miete", "the compound taken apart"],
    ["§ 27 WoGG", "a norm"],
    ["§ 27 Abs. 1 WoGG", "a norm with its paragraph"],
    ["§27 wogg", "a norm as it is typed in a hurry"],
    ['"zwölf Prozent"', "a sequence"],
    ["tag:Miete Prozent", "a tag"],
    ["kategorie:miete Mieterhöhung", "a category by the beginning of its name"],
    ["Mieterhöhung von:mir", "own posts"],
  ])("finds the question by %s (%s)", async (q) => {
    expect(await threadsFor(town.people.mueller.agent, q)).toContain(rent)
  })

  it.each([
    ["§ 28 WoGG", "a number is never another"],
    ['"Prozent zwölf"', "a sequence has its order"],
    ["Mieterhöhung -Bewilligungszeitraum -neu", "what is excluded"],
    ["tag:Einkommen Mieterhöhung", "another tag"],
    ["kategorie:gibtesnicht Mieterhöhung", "a category that nobody knows"],
    ["Drachenfliegen", "something else"],
    ["Prozession", "a word that shares only its beginning"],
  ])("does not find it by %s (%s)", async (q) => {
    expect(await threadsFor(town.people.mueller.agent, q)).not.toContain(rent)
  })

  it("shows the passage, marked, with kind, category, state and official mark", async () => {
    const { items, total } = await search(town.people.huber.agent, { q: "Mieterhöhung Prozent" })
    expect(total).toEqual({ count: 1, more: false })
    const [first] = items
    expect(first).toMatchObject({
      kind: "question",
      thread: { id: rent, kind: "question", answered: true },
      category: { name: "Miete und Belastung" },
      state: "answered",
      official: "Grundsatz und Recht",
      legalStatusDate: "2026-01-01",
    })
    expect(first.title).toContainEqual({ text: "Mieterhöhung", marked: true })
    expect(first.passage).toContainEqual({ text: "Prozent", marked: true })
    expect(first.others).toMatchObject({ count: 1, items: [{ kind: "official-answer" }] })
    expect(first.others.items[0].passage).toContainEqual({ text: "Prozent", marked: true })
  })

  it("is one hit a thread, with the posts that the person may read under it", async () => {
    const { mueller, huber, vogt } = town.people
    const question = await ask(mueller, town.categories.open, {
      title: "Hochwasserschutztor",
      body: "Wer schließt es?",
    })
    const told = "Das Hochwasserschutztor schließt der Bauhof."
    const ids: string[] = []
    for (let n = 0; n < 8; n += 1) ids.push(await answer(huber, question, { body: `${told} Stand ${n}.` }))
    const thanks = await answer(huber, question, { body: "Das weiß der Bauhof." })
    await town.catchUp()
    const found = async () => (await search(huber.agent, { q: "Hochwasserschutztor" })).items
    const [hit, ...more] = await found()
    expect(more).toEqual([])
    // What fits by nothing but the title of its thread is no further place.
    expect(hit).toMatchObject({ id: question, others: { count: 8 } })
    expect(JSON.stringify(hit)).not.toContain(thanks)
    expect(hit.others.items).toHaveLength(5)
    expect(hit.others.items[0].passage).toContainEqual({ text: "Hochwasserschutztor", marked: true })

    const [first = ""] = hit.others.items.map(({ id }: { id: string }) => id)
    expect(ids).toContain(first)
    await vogt.agent.post(`/api/posts/${first}/hide`, { reason: "Versehen" }).expect(204)
    const [less] = await found()
    expect(less.others.count).toBe(7)
    expect(less.others.items.map(({ id }: { id: string }) => id)).not.toContain(first)
  })

  it("finds every word of a text that was copied with invisible characters", async () => {
    const body = (await readFile(new URL("pasted.txt", import.meta.url), "utf8")).trim()
    const id = await ask(town.people.mueller, town.categories.open, { title: "Aus einer Webseite", body })
    await town.catchUp()
    for (const q of [
      "Lastenzuschuss",
      "Kreisumlage",
      "Heim\u00adaufsicht",
      "WG-2026-00918",
      "WG–2026–00918",
      "50-2/0816/26",
      '"Kreis\u00adumlage, Heimaufsicht"',
    ])
      expect(await threadsFor(town.people.huber.agent, q), q).toContain(id)
    const { items } = await search(town.people.huber.agent, { q: "Lastenzuschuss" })
    expect(items[0].passage).toContainEqual({ text: "Last\u00aden\u00adzu\u00adschuss", marked: true })
    const suggested = await town.people.huber.agent
      .get(`/api/search/suggestions?${new URLSearchParams({ q: "Web\u00adsei" })}`)
      .expect(200)
    expect(suggested.body.items[0].title).toContainEqual({ text: "Webseite", marked: true })
    const similar = await town.people.huber.agent
      .post("/api/search/similar", { title: "Kreis\u00adumlage und Lastenzuschuss", body: "" })
      .expect(200)
    expect(similar.body.items[0]).toMatchObject({ threadId: id })
  })

  it.each(["§", "???", "-", '""', "\u00ad", "von:Müller", "von:„Vera Vogt“"])(
    "of %s, with which nothing can be looked for, finds nothing and says so",
    async (q) => {
      const { agent } = town.people.huber
      expect(await search(agent, { q })).toMatchObject({ searched: false, items: [], total: { count: 0 } })
      expect((await search(agent, { q, kind: "question" })).searched).toBe(true)
      await agent
        .get(`/api/search/suggestions?${new URLSearchParams({ q: `${q} ` })}`)
        .expect(200, { items: [] })
    },
  )

  it("leaves out the name behind von:, and says which", async () => {
    const found = await search(town.people.huber.agent, { q: "von:Huber Mieterhöhung" })
    expect(found).toMatchObject({
      searched: true,
      understood: { words: ["Mieterhöhung"], persons: ["Huber"] },
    })
    expect(found.items[0].thread.id).toBe(rent)
  })

  it("counts what each filter would give, with the others as they are", async () => {
    const { agent } = town.people.huber
    const { facets } = await search(agent, { q: "Mieterhöhung Prozent" })
    const counts = (facet: { value: string; count: { count: number } }[]) =>
      Object.fromEntries(facet.map(({ value, count }) => [value, count.count]))
    expect(counts(facets.kind)).toEqual({ question: 1, "official-answer": 1 })
    expect(facets.category).toMatchObject([{ value: town.categories.open, label: "Miete und Belastung" }])
    const narrowed = await search(agent, { q: "Mieterhöhung Prozent", kind: "official-answer" })
    expect(narrowed.total.count).toBe(1)
    expect(counts(narrowed.facets.kind)).toEqual({ question: 1, "official-answer": 1 })
    expect(counts(narrowed.facets.tag)).toEqual({})
  })

  it("offers the right spelling of a word that occurs nowhere", async () => {
    const { agent } = town.people.huber
    expect((await search(agent, { q: "Bewiligungszeitraum" })).spelling).toBe("Bewilligungszeitraum")
    expect((await search(agent, { q: "Bewilligungszeitraum" })).spelling).toBeNull()
  })

  it("finds what an abbreviation stands for, and marks it", async () => {
    const { vogt, huber } = town.people
    const { body } = await vogt.agent
      .post("/api/search/synonyms", { terms: ["BWZ", "Bewilligungszeitraum"] })
      .expect(201)
    const { items } = await search(huber.agent, { q: "BWZ" })
    expect(items[0].title).toContainEqual({ text: "Bewilligungszeitraum", marked: true })
    await vogt.agent.delete(`/api/search/synonyms/${body.id}`).expect(204)
    expect((await search(huber.agent, { q: "BWZ" })).total.count).toBe(0)
  })

  it("lists everything in its place, latest first, where only filters are given", async () => {
    const { items } = await search(town.people.huber.agent, { q: "", kind: "question" })
    const ids = items.map((item: { id: string }) => item.id)
    expect(ids.filter((id: string) => [income, rent].includes(id))).toEqual([income, rent])
    expect(ids).toEqual(ids.toSorted().reverse())
  })

  it("leaves no trace of what is not for everybody: hits, counts, filters, suggestions, spelling", async () => {
    const { mueller, vogt } = town.people
    expect(await threadsFor(vogt.agent, "Fehlbelegung")).toContain(narrow)
    const outside = await search(mueller.agent, { q: "Fehlbelegung" })
    expect(outside).toMatchObject({ items: [], total: { count: 0 } })
    expect(outside.facets.category).toEqual([])
    expect((await search(mueller.agent, { q: "Fehlbeleung" })).spelling).toBeNull()
    const suggested = await mueller.agent.get("/api/search/suggestions?q=Fehlbe").expect(200)
    expect(suggested.body.items).toEqual([])
    const similar = await mueller.agent
      .post("/api/search/similar", { title: "Fehlbelegung", body: "" })
      .expect(200)
    expect(similar.body.items).toEqual([])
  })
})

describe("suggestions", () => {
  it.each(["mi", "mie", "mieterh", "laufenden bew", "Abfin"])("come for %s", async (q) => {
    const { body } = await town.people.huber.agent
      .get(`/api/search/suggestions?${new URLSearchParams({ q })}`)
      .expect(200)
    expect(body.items.length).toBeGreaterThan(0)
  })

  it("mark the beginning of a word also after words that are only small ones", async () => {
    const { body } = await town.people.huber.agent
      .get(`/api/search/suggestions?${new URLSearchParams({ q: "die mie" })}`)
      .expect(200)
    expect(body.items[0].title).toContainEqual({ text: "Mieterhöhung", marked: true })
  })

  it("do not come for one letter", async () => {
    const { body } = await town.people.huber.agent.get("/api/search/suggestions?q=m").expect(200)
    expect(body.items).toEqual([])
  })
})

describe("similar questions", () => {
  it("put what is answered first", async () => {
    const { body } = await town.people.huber.agent
      .post("/api/search/similar", {
        title: "Miete erhöht",
        body: "Muss ich bei einer Mieterhöhung neu entscheiden?",
      })
      .expect(200)
    expect(body.items[0]).toMatchObject({ threadId: rent, answered: true, official: "Grundsatz und Recht" })
  })

  it("are none where nothing is alike", async () => {
    const { body } = await town.people.huber.agent
      .post("/api/search/similar", { title: "Fahrradständer überdachen", body: "" })
      .expect(200)
    expect(body.items).toEqual([])
  })
})
