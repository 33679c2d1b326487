import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import type { Similar } from "../../server/search/index.ts"
import { ask, openTown, type Town } from "../forum/town.ts"

let town: Town
let former: Town["parts"]["search"]["similar"]
beforeAll(async () => {
  town = await openTown()
  former = town.parts.search.similar
})
afterAll(() => town.close())
afterEach(() => {
  town.parts.search.similar = former
})

const similar = (threadId: string, more: Partial<Similar> = {}): Similar => ({
  threadId,
  kind: "question",
  title: "Mieterhöhung: ab wann?",
  passage: [
    { text: "Ab ", marked: false },
    { text: "Mitteilung", marked: true },
    { text: " <b>.", marked: false },
  ],
  category: "Miete und Belastung",
  state: "answered",
  answered: true,
  official: "Grundsatz und Recht",
  legalStatusDate: "2026-01-01",
  outdated: false,
  ...more,
})

/** What the search finds, and what it was asked. */
function finding(items: Similar[]) {
  const asked: unknown[] = []
  town.parts.search.similar = async (actor, draft, exceptThread) => {
    asked.push({ actor: actor.id, ...draft, exceptThread })
    return items
  }
  return asked
}

const count = async () =>
  (await town.db.$client.query("select count(*)::int as n from questions")).rows[0].n as number
const typed = (more: Record<string, string> = {}) => ({
  idempotencyKey: crypto.randomUUID(),
  categoryId: town.categories.open,
  title: "Mieterhöhung im Zeitraum",
  body: "Ab wann gilt die **neue** Miete?",
  tags: "Miete",
  wantedBy: "",
  ...more,
})
/** The hidden fields of the form that hands everything on. */
function carriedIn(html: string): Record<string, string> {
  const form = html.split("<form").find((part) => part.includes("idempotencyKey")) ?? ""
  const fields = form.matchAll(/<input type="hidden" name="(\w+)" value(?:="([^"]*)")?/g)
  return Object.fromEntries([...fields].map(([, name, value]) => [name, value ?? ""]))
}

describe("Before a question is posted without a script", () => {
  it("similar threads are shown once, and nothing that was typed is lost", async () => {
    const { mueller } = town.people
    const original = await ask(mueller, town.categories.open)
    const asked = finding([similar(original)])
    const before = await count()
    const fields = typed()
    const step = await mueller.agent.form("/fragen/neu", fields).expect(200)
    expect(asked).toEqual([
      { actor: mueller.id, title: fields.title, body: fields.body, exceptThread: undefined },
    ])
    expect(step.text).toContain("Gibt es das schon?")
    expect(step.text).toContain(`href="/fragen/${original}" class="kern-btn`)
    expect(step.text).toContain("Das beantwortet meine Frage")
    expect(step.text).not.toContain("Das fragt schon jemand")
    expect(step.text).toContain("<mark>Mitteilung</mark> &lt;b>.")
    expect(step.text).toContain("Grundsatz und Recht")
    expect(await count()).toBe(before)
    const carried = carriedIn(step.text)
    expect(carried).toMatchObject({ ...fields, similarSeen: "step" })
    const form = await mueller.agent.form("/fragen/neu", { ...carried, step: "edit" }).expect(200)
    expect(form.text).toContain(`${fields.body}</textarea>`)
    expect(form.text).toContain('name="similarSeen" value="step"')
    await mueller.agent.form("/fragen/neu", { ...carried, step: "publish" }).expect(303)
    expect(await count()).toBe(before + 1)
    expect(asked.length).toBe(1)
  })

  it("comes before the step about personal data, and after the faults of the form", async () => {
    const { mueller } = town.people
    const asked = finding([similar(await ask(mueller, town.categories.open))])
    await mueller.agent.form("/fragen/neu", typed({ title: "" })).expect(422)
    expect(asked).toEqual([])
    const personal = typed({ body: "Frau Müller aus der Lindenstraße fragt nach der Miete." })
    const step = await mueller.agent.form("/fragen/neu", personal).expect(200)
    expect(step.text).toContain("Gibt es das schon?")
    const next = await mueller.agent.form("/fragen/neu", carriedIn(step.text)).expect(200)
    expect(next.text).toContain("Angaben zu Personen?")
    expect(carriedIn(next.text)).toMatchObject({ similarSeen: "step", title: personal.title })
    await mueller.agent.form("/fragen/neu", { ...carriedIn(next.text), step: "as-is" }).expect(303)
  })

  it("nothing comes between where nothing is similar", async () => {
    finding([])
    await town.people.mueller.agent.form("/fragen/neu", typed()).expect(303)
  })

  it("specialists who enter question and answer are asked, too; a best practice and a change are not", async () => {
    const { vogt, mueller } = town.people
    const original = await ask(mueller, town.categories.open)
    finding([similar(original)])
    const { wantedBy, ...question } = typed()
    const record = { ...question, answer: "Ab Mitteilung.", legalStatusDate: "2026-01-01", reviewDate: "" }
    const step = await vogt.agent.form("/fragen/erfassen", record).expect(200)
    expect(step.text).toContain("Das gibt es schon")
    expect(carriedIn(step.text)).toMatchObject({ answer: "Ab Mitteilung." })
    const practice = { title: "Ein Ablauf", situation: "Vorher", approach: "So", tags: "" }
    await mueller.agent
      .form("/gute-praxis/neu", { ...practice, categoryId: town.categories.practices })
      .expect(303)
    const { tags, title, body } = typed()
    await mueller.agent
      .form(`/fragen/${original}/bearbeiten`, { wantedBy, tags, title, body, version: "1" })
      .expect(303)
  })
})

describe("With a script", () => {
  it("posting is not held up", async () => {
    finding([similar(await ask(town.people.mueller, town.categories.open))])
    await town.people.mueller.agent.form("/fragen/neu", typed({ similarSeen: "script" })).expect(303)
  })

  it("the form says that similar threads are wanted, and gets them as a part of the page", async () => {
    const { mueller } = town.people
    const form = await mueller.agent.get(`/fragen/neu?kategorie=${town.categories.open}`).expect(200)
    expect(form.text).toContain('data-similar="ask"')
    const original = await ask(mueller, town.categories.open)
    finding([similar(original), similar(crypto.randomUUID(), { kind: "best-practice", state: null })])
    const written = { title: "Miete", body: "Erhöhung", purpose: "ask" }
    const part = await mueller.agent.post("/fragen/aehnlich", written).expect(200)
    expect(part.text).toMatch(/^<section/)
    expect(part.text).toContain(`href="/fragen/${original}"`)
    expect(part.text).toContain('href="/gute-praxis/')
    expect(part.headers["cache-control"]).toContain("no-store")
    finding([])
    expect((await mueller.agent.post("/fragen/aehnlich", written).expect(200)).text).toBe("")
    finding([similar(original, { state: null })])
    expect((await mueller.agent.post("/fragen/aehnlich", written)).text).toContain("beantwortet</span>")
    finding([similar(original, { state: "open", answered: false })])
    const open = await mueller.agent.post("/fragen/aehnlich", written).expect(200)
    expect(open.text).toContain("Das fragt schon jemand")
    await town.nobody.post("/fragen/aehnlich", written).expect(401)
    await mueller.agent.post("/fragen/aehnlich", { ...written, purpose: "x" }).expect(400)
  })
})

describe("The original of a duplicate", () => {
  it("is chosen from similar questions, other than the question itself", async () => {
    const { mueller, huber, vogt } = town.people
    const original = await ask(mueller, town.categories.open, { title: "Die ursprüngliche Frage" })
    const id = await ask(huber, town.categories.open, { body: "Wie ist es **hier**?" })
    const asked = finding([similar(original), similar(crypto.randomUUID(), { kind: "best-practice" })])
    expect((await vogt.agent.get(`/fragen/${id}`)).text).toContain(`href="/fragen/${id}/doppelt"`)
    const { text } = await vogt.agent.get(`/fragen/${id}/doppelt`).expect(200)
    expect(asked).toMatchObject([{ body: "Wie ist es **hier**?", exceptThread: id }])
    expect(text).toContain(`name="originalId" value="${original}"`)
    expect(text.match(/name="originalId" value="[0-9a-f]/g)?.length).toBe(1)
    await vogt.agent.form(`/fragen/${id}/doppelt`, { originalId: original }).expect(303)
    expect((await huber.agent.get(`/fragen/${id}`)).text).toContain(
      `<a href="/fragen/${original}">Die ursprüngliche Frage</a>`,
    )
  })

  it("is for those who handle the question: others see no such page", async () => {
    const { mueller, huber, okafor, facilitator } = town.people
    const id = await ask(mueller, town.categories.open)
    for (const { agent } of [mueller, huber, okafor]) await agent.get(`/fragen/${id}/doppelt`).expect(403)
    await facilitator.agent.get(`/fragen/${id}/doppelt`).expect(404)
  })
})
