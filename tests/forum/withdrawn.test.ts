import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { MINUTE, resetClock } from "../../server/kernel/time.ts"
import { pass } from "../notifications/clock.ts"
import type { Person } from "../support/world.ts"
import { answer, ask, official, openTown, type Town } from "./town.ts"

/** Words that stand nowhere else. */
const TITLE = "Zwetschgenkuchen im Bewilligungszeitraum"
const TAG = "Quittenmus"
const SECRET = /Zwetschgenkuchen|Quittenmus/i

let town: Town
let question: string
let officialAnswer: string
const mails = async () => (await town.mails()).map(({ to, subject, text }) => ({ to, text: subject + text }))

/** A question with an official answer that a department has to look at again, so that it stands in every list. */
beforeAll(async () => {
  town = await openTown()
  const { mueller, huber, vogt } = town.people
  question = await ask(mueller, town.categories.open, { title: TITLE, tags: [TAG] })
  officialAnswer = await answer(vogt, question, official)
  await huber.agent.post(`/api/posts/${question}/comments`, { body: "Danke" }).expect(201)
  await huber.agent.put(`/api/posts/${question}/marks/same-question`, { marked: true }).expect(204)
  await huber.agent.post(`/api/answers/${officialAnswer}/reports`, { reason: "Neues Recht" }).expect(204)
  await town.catchUp()
})
afterEach(() => resetClock())
afterAll(() => town.close())

/** Where it is read while it stands, by a specialist of the department. */
const places = () => [
  ...["/", "/fragen", `/kategorien/${town.categories.open}`, "/offene-fragen/zu-pruefen"],
  ...[`/fragen/${question}`, `/fragen/${question}/doppelt`, `/beitraege/${officialAnswer}/schwaerzen`],
  ...[`/antworten/${officialAnswer}/bestaetigen`, `/antworten/${officialAnswer}/bearbeiten`],
  ...["/api/questions", `/api/questions/${question}`, "/api/reviews", "/api/official-answers"],
  ...["/suche?q=Zwetschgenkuchen", "/api/search?q=Bewilligungszeitraum"],
  "/api/search/suggestions?q=Bewilligungszeitraum",
]

/** Every address that a route of the forum, of the search or of a page gives, with the ids of this thread in it. */
function addresses(): string[] {
  const urls = town.routes.filter(({ method }) => method === "GET").map(({ url }) => url)
  const others = [
    /qualifi|cohort|kohorte|programm|certificate|zertifikat|badge|proje|journal|session|termin|synonym/i,
    /verwaltung|kennwort|password|profil|people|department|announce|ankuend|structure|hilfe|operation|docs/i,
  ]
  return [...new Set(urls)]
    .filter(
      (url) =>
        !others.some((one) => one.test(url)) &&
        !/^\/(assets|health|api\/live)/.test(url) &&
        !url.includes("*"),
    )
    .flatMap((url) => {
      if (/such|search/.test(url))
        return ["Zwetschgenkuchen", TAG, "Rechtsstand"].map((word) => `${url}?q=${word}`)
      return url.includes(":") ? [question, officialAnswer].map((id) => url.replace(/:\w+/g, id)) : [url]
    })
}

/** Those of the addresses where somebody reads the title or a tag; an echo of the word that was looked for is neither. */
async function readBy(person: Person, among: string[]): Promise<string[]> {
  const found: string[] = []
  for (const address of among) {
    const { text } = await person.agent.get(address)
    const [, looked = ""] = /\?q=(.*)$/.exec(address) ?? []
    const plain = text.replace(/<\/?mark>/g, "").replaceAll('"},{"text":"', "")
    if ((looked === "" ? plain : plain.replaceAll(looked, "")).match(SECRET) || plain.includes(TITLE))
      found.push(address)
  }
  return found
}

async function offered(person: Person): Promise<string> {
  const draft = { title: TITLE, body: "Zwetschgenkuchen" }
  const similar = await person.agent.post("/api/search/similar", draft).expect(200)
  return JSON.stringify(similar.body)
}

describe("The title and the tags of a question", () => {
  it("are read by everybody while it stands: the list below can find them", async () => {
    expect(await readBy(town.people.vogt, places())).toEqual(places())
    expect(await offered(town.people.huber)).toContain(TITLE)
  })

  it("are its author's alone once it is withdrawn, on every route", async () => {
    const { mueller, huber, vogt, schoeller, admin } = town.people
    await town.drain()
    const before = (await mails()).length
    await mueller.agent.post(`/api/posts/${question}/withdraw`).expect(204)
    // Gone at once, and still when the index has followed.
    expect(await offered(huber)).not.toMatch(SECRET)
    await town.catchUp()
    expect(await readBy(vogt, addresses())).toEqual([])
    expect(await readBy(huber, places())).toEqual([])
    for (const person of [schoeller, admin])
      for (const place of ["/", `/fragen/${question}`, `/api/questions/${question}`, "/verwaltung/protokoll"])
        expect((await person.agent.get(place)).text).not.toMatch(SECRET)
    expect(await offered(huber)).not.toMatch(SECRET)
    const { body } = await huber.agent.get(`/api/questions/${question}`).expect(200)
    expect(body).toMatchObject({ title: "", tags: [], text: "", withdrawn: true })
    expect(body.answers).toHaveLength(1)
    const own = await mueller.agent.get(`/fragen/${question}`).expect(200)
    expect(own.text).toContain(TITLE)
    expect(own.text).toContain(TAG)
    // An answer that comes now is told to those who wait for it, without the words.
    await pass(town, 11 * MINUTE)
    await answer(vogt, question, official)
    await town.drain()
    const later = (await mails()).slice(0, (await mails()).length - before)
    expect(later.map(({ to }) => to)).toEqual(expect.arrayContaining([huber.email, mueller.email]))
    for (const { to, text } of later) expect(SECRET.test(text)).toBe(to === mueller.email)
  })

  it("are named by words for what they are, in both languages", async () => {
    const { huber } = town.people
    const page = await huber.agent.get(`/fragen/${question}`).expect(200)
    expect(page.text).toContain("<title>Zurückgezogene Frage")
    const hits = await huber.agent.get("/suche?q=Rechtsstand").expect(200)
    expect(hits.text).not.toContain('<a href=""')
  })

  it("come back with it", async () => {
    const { mueller, huber } = town.people
    await mueller.agent.post(`/api/posts/${question}/restore`).expect(204)
    await town.catchUp()
    const { body } = await huber.agent.get("/api/search?q=Zwetschgenkuchen").expect(200)
    expect(JSON.stringify(body)).toContain(TAG)
  })
})
