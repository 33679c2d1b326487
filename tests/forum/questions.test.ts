import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { answer, ask, official, openTown, stateOf, type Town } from "./town.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

describe("a specialist question", () => {
  it("travels from the clerk over the queue to an official answer that the asker marks", async () => {
    const { mueller, vogt, huber } = town.people
    const id = await ask(mueller, town.categories.open, { wantedBy: "2027-01-15", tags: ["Miete", "miete"] })

    const queue = await vogt.agent.get("/api/queue").expect(200)
    expect(queue.body.items.map((row: { id: string }) => row.id)).toContain(id)
    await vogt.agent.post(`/api/questions/${id}/take`, { note: "" }).expect(204)
    expect(await stateOf(huber, id)).toBe("in-progress")

    await vogt.agent
      .post(`/api/questions/${id}/ask-back`, { body: "Seit wann ist die Miete bekannt?" })
      .expect(201)
    expect(await stateOf(huber, id)).toBe("asked-back")
    await mueller.agent.post(`/api/posts/${id}/comments`, { body: "Seit dem 1. März." }).expect(201)
    expect(await stateOf(huber, id)).toBe("in-progress")

    const answerId = await answer(vogt, id, official)
    expect(await stateOf(huber, id)).toBe("answered")
    await mueller.agent.put(`/api/answers/${answerId}/accepted`, { accepted: true }).expect(204)

    const seen = await huber.agent.get(`/api/questions/${id}`).expect(200)
    expect(seen.body.answers[0]).toMatchObject({
      accepted: true,
      official: { name: "Grundsatz und Recht" },
      legalStatusDate: "2026-01-01",
    })
    expect(seen.body.tags).toEqual(["miete"])
    const after = await vogt.agent.get("/api/queue").expect(200)
    expect(after.body.items.map((row: { id: string }) => row.id)).not.toContain(id)
  })

  it("waits no longer for an asker who replied in the form for answers, and still for a colleague's hint", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    await vogt.agent.post(`/api/questions/${id}/ask-back`, { body: "Seit wann?" }).expect(201)
    await answer(huber, id, { body: "Ich vermute: seit März." })
    expect(await stateOf(huber, id)).toBe("asked-back")
    await answer(mueller, id, { body: "Seit dem 1. März." })
    expect(await stateOf(huber, id)).toBe("open")
  })

  it("is not answered by a colleague's hint, but by the asker's mark on it", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const hint = await answer(huber, id)
    expect(await stateOf(mueller, id)).toBe("open")
    await huber.agent.put(`/api/answers/${hint}/accepted`, { accepted: true }).expect(403)
    await mueller.agent.put(`/api/answers/${hint}/accepted`, { accepted: true }).expect(204)
    expect(await stateOf(mueller, id)).toBe("answered")
    await mueller.agent.put(`/api/answers/${hint}/accepted`, { accepted: false }).expect(204)
    expect(await stateOf(mueller, id)).toBe("open")
  })

  it("is asked once, however often the form is sent", async () => {
    const { mueller } = town.people
    const question = {
      categoryId: town.categories.open,
      title: "Doppelt gesendet?",
      body: "Ja.",
      key: "doppelklick-1",
    }
    const sent = await Promise.all([1, 2, 3].map(() => mueller.agent.post("/api/questions", question)))
    expect(new Set(sent.map(({ body }) => body.id)).size).toBe(1)
    expect(sent.every(({ status }) => status === 201)).toBe(true)
  })

  it("can be closed and opened again by the asker, and takes no answer meanwhile", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    await huber.agent.post(`/api/questions/${id}/close`).expect(403)
    await mueller.agent.post(`/api/questions/${id}/close`).expect(204)
    const refused = await huber.agent.post(`/api/questions/${id}/answers`, { body: "Zu spät" }).expect(409)
    expect(refused.body.code).toBe("question.closed")
    await mueller.agent.post(`/api/questions/${id}/reopen`).expect(204)
    await answer(huber, id)
  })

  it("names every field that is wrong and writes nothing", async () => {
    const { mueller } = town.people
    const before = await mueller.agent.get("/api/questions?mine=true").expect(200)
    const refused = await mueller.agent
      .post("/api/questions", { categoryId: town.categories.open, title: "Ab?", body: "x" })
      .expect(400)
    expect(refused.body).toMatchObject({ code: "invalid", errors: [{ field: "title", code: "too-short" }] })
    expect(refused.headers["content-type"]).toContain("application/problem+json")
    await mueller.agent
      .post("/api/questions", {
        categoryId: town.categories.open,
        title: "Richtig lang",
        body: "x",
        canEdit: true,
      })
      .expect(400)
    await mueller.agent
      .post("/api/questions", { categoryId: town.categories.open, title: "Mit NUL drin", body: "x\u0000y" })
      .expect(400)
    const deep = await mueller.agent
      .post("/api/questions", {
        categoryId: town.categories.open,
        title: "Zitate über Zitate",
        body: `${">".repeat(10_000)} x`,
      })
      .expect(422)
    expect(deep.body.errors[0].field).toBe("body")
    const after = await mueller.agent.get("/api/questions?mine=true").expect(200)
    expect(after.body.items.length).toBe(before.body.items.length)
  })

  it("keeps 10,000 characters, emoji and apostrophes as they were typed", async () => {
    const { mueller, huber } = town.people
    const body = `Frau D'Angelo fragt: 🙂 „ja?“ <b>nein</b> ${"ä".repeat(10_000)}`
    const id = await ask(mueller, town.categories.open, { title: "Emoji 🙂 & Apostroph ' im Titel", body })
    const seen = await huber.agent.get(`/api/questions/${id}`).expect(200)
    expect(seen.body.text).toBe(body)
    expect(seen.body.html).not.toContain("<b>")
  })
})

describe("the department's work on a question", () => {
  it("is the department's alone", async () => {
    const { mueller, huber, okafor, admin } = town.people
    const id = await ask(mueller, town.categories.open)
    for (const person of [mueller, huber, okafor, admin]) {
      await person.agent.post(`/api/questions/${id}/take`, { note: "" }).expect(403)
      await person.agent.post(`/api/questions/${id}/answers`, { body: "Amtlich!", ...official }).expect(403)
    }
  })

  it("is taken by one, returned by anybody for an absent colleague, and handed over", async () => {
    const { mueller, huber, vogt, albrecht } = town.people
    const id = await ask(mueller, town.categories.open)
    await vogt.agent.post(`/api/questions/${id}/take`, { note: "Ich kümmere mich." }).expect(204)
    const taken = await albrecht.agent.post(`/api/questions/${id}/take`, { note: "" }).expect(409)
    expect(taken.body.code).toBe("question.taken")
    await albrecht.agent.post(`/api/questions/${id}/return`, { note: "Kollegin ist krank." }).expect(204)
    expect(await stateOf(mueller, id)).toBe("open")
    await albrecht.agent.post(`/api/questions/${id}/hand-over`, { personId: huber.id, note: "" }).expect(422)
    await albrecht.agent
      .post(`/api/questions/${id}/hand-over`, { personId: vogt.id, note: "Bitte du." })
      .expect(204)
    const seen = await vogt.agent.get(`/api/questions/${id}`).expect(200)
    expect(seen.body.takenBy.name).toBe("Ina Vogt")
    expect(seen.body.moves.map((move: { kind: string }) => move.kind)).toEqual([
      "take",
      "return",
      "hand-over",
    ])
    const asker = await mueller.agent.get(`/api/questions/${id}`).expect(200)
    expect(asker.body.moves).toEqual([])
  })

  it("passes on to a department that sees the category, which is responsible from then on", async () => {
    const { mueller, vogt, okafor } = town.people
    const { clerks, law, other } = town.departments
    const id = await ask(mueller, town.categories.forThree)
    await vogt.agent.post(`/api/questions/${id}/pass-on`, { departmentId: law, note: "" }).expect(422)
    // Nobody there could answer, or give it back.
    const { body } = await vogt.agent
      .post(`/api/questions/${id}/pass-on`, { departmentId: clerks, note: "" })
      .expect(422)
    expect(body.errors[0].code).toBe("question.department-cannot-answer")
    await vogt.agent
      .post(`/api/questions/${id}/pass-on`, { departmentId: other, note: "Das ist eure." })
      .expect(204)
    await vogt.agent.post(`/api/questions/${id}/take`, { note: "" }).expect(403)
    await okafor.agent.post(`/api/questions/${id}/take`, { note: "" }).expect(204)
    await answer(okafor, id, official)
    const seen = await mueller.agent.get(`/api/questions/${id}`).expect(200)
    expect(seen.body.answers[0].official.name).toBe("Bürgerbüro")
    const narrow = await ask(vogt, town.categories.narrow)
    await vogt.agent.post(`/api/questions/${narrow}/pass-on`, { departmentId: other, note: "" }).expect(422)
  })

  it("finds the original of a duplicate and stops the answers there", async () => {
    const { mueller, huber, vogt } = town.people
    const original = await ask(mueller, town.categories.open)
    const second = await ask(huber, town.categories.open)
    await vogt.agent.post(`/api/questions/${second}/duplicate`, { originalId: second }).expect(422)
    await vogt.agent.post(`/api/questions/${second}/duplicate`, { originalId: original }).expect(204)
    const seen = await huber.agent.get(`/api/questions/${second}`).expect(200)
    expect(seen.body).toMatchObject({ state: "duplicate", duplicateOf: { id: original } })
    await huber.agent.post(`/api/questions/${second}/answers`, { body: "Nein" }).expect(409)
  })

  it("does not name an original that the reader may not see", async () => {
    const { huber, vogt } = town.people
    const original = await ask(vogt, town.categories.narrow)
    const second = await ask(huber, town.categories.open)
    await vogt.agent.post(`/api/questions/${second}/duplicate`, { originalId: original }).expect(204)
    expect((await huber.agent.get(`/api/questions/${second}`).expect(200)).body.duplicateOf).toBeNull()
    expect((await vogt.agent.get(`/api/questions/${second}`).expect(200)).body.duplicateOf.id).toBe(original)
  })

  it("enters question and official answer in one step", async () => {
    const { vogt, mueller } = town.people
    const record = {
      categoryId: town.categories.open,
      title: "Rundfrage zur Heizkostenentlastung",
      body: "Gilt sie fort?",
      answer: "Ja.",
      legalStatusDate: "2026-02-01",
    }
    await mueller.agent.post("/api/questions/record", record).expect(403)
    const { body } = await vogt.agent.post("/api/questions/record", record).expect(201)
    expect(await stateOf(mueller, body.id)).toBe("answered")
  })

  it("orders the queue by waiting time or by the date it is wanted for, page by page", async () => {
    const { vogt, mueller } = town.people
    for (const day of ["2027-03-01", "2027-01-01", "2027-02-01"])
      await ask(mueller, town.categories.forThree, { wantedBy: day })
    const path = `/api/queue?category=${town.categories.forThree}&order=wanted`
    const { body } = await vogt.agent.get(path).expect(200)
    expect(body.items.map((row: { wantedBy: string }) => row.wantedBy)).toEqual([
      "2027-01-01",
      "2027-02-01",
      "2027-03-01",
    ])
    const cursor = `2027-01-01_${body.items[0].id}`
    const rest = await vogt.agent.get(`${path}&after=${cursor}`).expect(200)
    expect(rest.body.items.length).toBe(2)
    await vogt.agent.get("/api/queue?after=quatsch").expect(400)
  })
})
