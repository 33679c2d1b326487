import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { newId } from "../../server/kernel/database.ts"
import { DAY, moveClock, resetClock } from "../../server/kernel/time.ts"
import { addCategory, ask, release } from "../forum/town.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let category: string
let editor: Person
let lead: Person
let clerk: Person
let colleague: Person
let facilitator: Person

beforeAll(async () => {
  world = await openWorld()
  const housing = await world.department("Wohngeldstelle")
  editor = await world.person("Inga Petersen", ["editor"], [housing])
  lead = await world.person("Anke Schöller", ["lead"], [housing])
  clerk = await world.person("Sabine Müller", ["clerk"], [housing])
  colleague = await world.person("Petra Huber", ["clerk"], [housing])
  facilitator = await world.person("Dana Lenz", ["facilitator"])
  category = await addCategory(editor.agent, { name: "Wohngeld", responsibleId: housing })
  await release(lead.agent)
})
afterEach(() => resetClock())
afterAll(() => world.close())

const FIRST = "1. Eine Frage in einem Beitrag.\n2. Kein Name, kein Aktenzeichen."
const SECOND = `${FIRST}\n3. Niemand wird gezählt.`
const rules = async (person: Person) => (await person.agent.get("/api/rules").expect(200)).body
const draft = async (person: Person) => (await person.agent.get("/api/rules/draft").expect(200)).body

/** Puts a draft out, waits for the week to pass, and publishes it. */
async function publish(body: string, isAsked = true, summary = ""): Promise<void> {
  await editor.agent.post("/api/rules/draft", { body, summary }).expect(201)
  moveClock(8 * DAY)
  const { version } = await draft(editor)
  await editor.agent.post("/api/rules/draft/publish", { version, isAsked }).expect(204)
  resetClock()
}

describe("An installation without rules", () => {
  it("asks nothing: everybody writes, and the page says that there are none yet", async () => {
    expect(await rules(clerk)).toMatchObject({ current: null, editions: [], isAsked: false, hasDraft: false })
    const { text } = await clerk.agent.get("/nutzungsregeln").expect(200)
    expect(text).toContain("Noch keine Nutzungsregeln")
    await ask(clerk, category, { title: "Zählt das Elterngeld?" })
    const form = await clerk.agent.get(`/fragen/neu?kategorie=${category}`).expect(200)
    expect(form.text).not.toContain("Bevor Sie schreiben")
    // The footer and the guide lead there.
    expect(form.text.match(/href="\/nutzungsregeln"/g)?.length).toBeGreaterThan(1)
    await world.nobody.get("/nutzungsregeln").expect(303)
  })
})

describe("A draft", () => {
  it("is put out by editors and administrators alone, one at a time", async () => {
    for (const person of [clerk, lead, facilitator]) {
      await person.agent.post("/api/rules/draft", { body: FIRST, summary: "" }).expect(403)
      await person.agent.get("/nutzungsregeln/neu").expect(403)
    }
    await clerk.agent.get("/api/rules/draft").expect(404)
    await editor.agent.post("/api/rules/draft", { body: FIRST, summary: "" }).expect(201)
    const second = await editor.agent.post("/api/rules/draft", { body: SECOND, summary: "" }).expect(409)
    expect(second.body.code).toBe("rules.draft-exists")
  })

  it("is read and commented on by everybody for a week, with the name", async () => {
    const key = newId()
    for (const _ of [1, 2])
      await clerk.agent
        .post("/api/rules/draft/comments", { body: "Was ist mit Abkürzungen?", key })
        .expect(201)
    await facilitator.agent.post("/api/rules/draft/comments", { body: "Sehr klar." }).expect(201)
    const { comments, can } = await draft(colleague)
    expect(comments).toMatchObject([
      { body: "Was ist mit Abkürzungen?", author: "Sabine Müller", can: { remove: false } },
      { body: "Sehr klar.", author: "Dana Lenz" },
    ])
    expect(can).toEqual({ comment: true, edit: false, publish: false })
    const { text } = await colleague.agent.get("/nutzungsregeln/entwurf").expect(200)
    expect(text).toContain("Was ist mit Abkürzungen?")
    await colleague.agent.delete(`/api/rules/comments/${comments[0].id}`).expect(403)
    await facilitator.agent.delete(`/api/rules/comments/${comments[1].id}`).expect(204)
    moveClock(8 * DAY)
    const late = await clerk.agent.post("/api/rules/draft/comments", { body: "Zu spät" }).expect(409)
    expect(late.body.code).toBe("rules.comments-over")
  })

  it("is changed by whoever looks after it; a newer one comes back beside one's own", async () => {
    const { version } = await draft(editor)
    const edited = { version, body: `${FIRST} Nie.`, summary: "" }
    await clerk.agent.put("/api/rules/draft", edited).expect(403)
    await editor.agent.put("/api/rules/draft", edited).expect(204)
    const late = await editor.agent
      .form("/nutzungsregeln/entwurf/bearbeiten", { version: String(version), body: "Meins", summary: "" })
      .expect(409)
    expect(late.text).toContain("Meins")
    expect(late.text).toContain("Nie.")
  })

  it("is published after the week, and takes its comments along", async () => {
    const { version } = await draft(editor)
    const early = await editor.agent.post("/api/rules/draft/publish", { version, isAsked: true }).expect(409)
    expect(early.body.code).toBe("rules.still-commented")
    moveClock(8 * DAY)
    await clerk.agent.post("/api/rules/draft/publish", { version, isAsked: true }).expect(403)
    await editor.agent
      .form("/nutzungsregeln/entwurf", { action: "publish", version: String(version), isAsked: "true" })
      .expect(303)
    expect(await rules(clerk)).toMatchObject({ current: { edition: 1 }, isAsked: true, hasDraft: false })
    expect((await world.db.$client.query("select 1 from rules_comments")).rows).toEqual([])
  })
})

describe("Whoever has not accepted the rules", () => {
  const question = () => ({ categoryId: category, title: "Wer zählt zum Haushalt?", body: "Auch die Oma?" })

  it("reads everything and writes nothing; the API says why", async () => {
    const before = await clerk.agent.get("/api/questions").expect(200)
    const { id } = before.body.items[0]
    const refused = [
      await colleague.agent.post("/api/questions", question()).expect(403),
      await colleague.agent.post(`/api/questions/${id}/answers`, { body: "Ja." }).expect(403),
      await colleague.agent.post(`/api/posts/${id}/comments`, { body: "Gut." }).expect(403),
      await clerk.agent
        .put(`/api/questions/${id}`, { version: 1, title: "Anders gefragt", body: "Neu", tags: [] })
        .expect(403),
    ]
    expect(refused.map(({ body }) => body.code)).toEqual(refused.map(() => "rules.not-accepted"))
    await colleague.agent.get(`/fragen/${id}`).expect(200)
    // A mark is no text.
    await colleague.agent.put(`/api/posts/${id}/marks/same-question`).expect(204)
  })

  it("gets a sentence and a button above the form, and what was typed comes back", async () => {
    const path = `/fragen/neu?kategorie=${category}`
    const fresh = await clerk.agent.get(path).expect(200)
    expect(fresh.text).toContain("Bevor Sie schreiben")
    expect(fresh.text).toContain("Ich kenne die Nutzungsregeln")
    const sent = await clerk.agent
      .form("/fragen/neu", { ...question(), step: "as-is", tags: "", wantedBy: "" })
      .expect(403)
    expect(sent.text).toContain("Auch die Oma?")
    expect(sent.text).toContain("Ihr Text bleibt hier stehen")
    // Pressed there, the button would lead away from what is typed.
    expect(sent.text).not.toContain('name="back"')
  })

  it("accepts once, comes back to the form, and writes", async () => {
    const path = `/fragen/neu?kategorie=${category}`
    const accepted = await clerk.agent.form("/nutzungsregeln", { edition: "1", back: path }).expect(303)
    expect(accepted.headers.location).toBe(`${path}&hinweis=rules-accepted`)
    await clerk.agent.put("/api/rules/acceptance", { edition: 1 }).expect(204)
    expect(await rules(clerk)).toMatchObject({ isAsked: false, isAccepted: true })
    await clerk.agent.post("/api/questions", question()).expect(201)
    expect((await clerk.agent.get(path).expect(200)).text).not.toContain("Bevor Sie schreiben")
    await clerk.agent.put("/api/rules/acceptance", { edition: 2 }).expect(409)
  })

  it("is led to no other host by the way back", async () => {
    const { headers } = await colleague.agent
      .form("/nutzungsregeln", { edition: "1", back: "//elsewhere.example" })
      .expect(303)
    expect(headers.location).toBe("/?hinweis=rules-accepted")
  })
})

describe("The next edition", () => {
  it("shows what changed; the former one stays readable", async () => {
    await publish(SECOND, true, "Neu: Niemand wird gezählt.")
    const { current, editions } = await rules(clerk)
    expect(editions.map(({ edition }: { edition: number }) => edition)).toEqual([2, 1])
    expect(current.formerBody).toContain("Nie.")
    const { text } = await clerk.agent.get("/nutzungsregeln").expect(200)
    expect(text).toContain("Neu: Niemand wird gezählt.")
    expect(text).toMatch(/<ins>.*Niemand wird gezählt/s)
    const former = await clerk.agent.get("/nutzungsregeln/fassungen/1").expect(200)
    expect(former.text).toContain("Fassung 1")
    await clerk.agent.get("/nutzungsregeln/fassungen/9").expect(404)
    await clerk.agent.get("/api/rules/editions/9").expect(404)
  })

  it("is asked about anew, a small correction is not", async () => {
    expect(await rules(clerk)).toMatchObject({ isAsked: true, isAccepted: false })
    await clerk.agent.put("/api/rules/acceptance", { edition: 2 }).expect(204)
    await publish(`${SECOND} Nie.`, false)
    expect(await rules(clerk)).toMatchObject({ current: { edition: 3 }, isAsked: false, isAccepted: false })
    expect(await rules(colleague)).toMatchObject({ isAsked: true })
    // What is accepted now is the edition in force.
    await colleague.agent.put("/api/rules/acceptance", { edition: 2 }).expect(409)
    await colleague.agent.put("/api/rules/acceptance", { edition: 3 }).expect(204)
    expect(await rules(colleague)).toMatchObject({ isAsked: false, isAccepted: true })
  })
})

describe("How many have accepted", () => {
  it("is said to those who look after the rules, in fives, never of few, never of all", async () => {
    const housing = await world.department("Bürgerbüro")
    const people = await Promise.all(
      Array.from({ length: 12 }, (_, at) => world.person(`Person ${at}`, ["clerk"], [housing])),
    )
    const accept = (some: Person[]) =>
      Promise.all(some.map(({ agent }) => agent.put("/api/rules/acceptance", { edition: 3 }).expect(204)))
    // The colleague has accepted this edition, too.
    await accept(people.slice(0, 3))
    expect((await rules(editor)).accepted).toBeNull()
    await accept(people.slice(3, 4))
    expect((await rules(editor)).accepted).toBe(5)
    expect((await rules(clerk)).accepted).toBeNull()
    await accept([...people, clerk, lead, editor])
    expect((await rules(editor)).accepted).toBe(10)
  })

  it("is all that is known: no time is stored, and no page lists who did", async () => {
    const { rows } = await world.db.$client.query("select * from rules_acceptances limit 1")
    expect(Object.keys(rows[0]).toSorted()).toEqual(["edition_id", "person_id"])
    const { text } = await editor.agent.get("/nutzungsregeln").expect(200)
    expect(text).toContain("mindestens 10 Personen")
    expect(text).not.toContain("Petra Huber")
  })
})
