import supertest from "supertest"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { ask, openTown, type Town } from "../forum/town.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

describe("an error page", () => {
  it("leads somebody who is not signed in to the sign-in and back", async () => {
    const response = await town.nobody.get("/fragen?state=open").expect(303)
    expect(response.headers.location).toBe("/anmelden?weiter=%2Ffragen%3Fstate%3Dopen")
  })

  it("gives back what was typed when the session has expired", async () => {
    const fields = {
      title: "Ein Titel, der bleibt",
      body: "Ein langer Text, den niemand noch einmal schreiben will.",
    }
    const response = await town.nobody.form("/fragen/neu", fields).expect(401)
    expect(response.text).toContain("Ihre Sitzung ist abgelaufen")
    expect(response.text).toContain(fields.body)
    expect(response.text).toContain('action="/fragen/neu"')
  })

  it("gives it back too when the question has become invisible meanwhile", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    await vogt.agent.post(`/api/posts/${id}/hide`, { reason: "Nennt eine Person" }).expect(204)
    const body = "Eine Antwort, an der lange gearbeitet wurde."
    const response = await huber.agent.form(`/fragen/${id}/antworten`, { body }).expect(404)
    expect(response.text).toContain(body)
    expect(response.text).not.toContain("Mieterhöhung")
  })

  it("gives back what is short, too, but no ids and choices", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    await vogt.agent.post(`/api/posts/${id}/hide`, { reason: "Nennt eine Person" }).expect(204)
    const answer = (fields: Record<string, string>) =>
      huber.agent.form(`/fragen/${id}/antworten`, fields).expect(404)
    const short = await answer({ body: "Am 31. Juli", idempotencyKey: "0123456789abcdef" })
    expect(short.text).toContain(">Am 31. Juli</pre>")
    expect(short.text).not.toContain("0123456789abcdef")
    expect((await answer({ body: "Nein." })).text).toContain(">Nein.</pre>")
  })

  it("is a page also for a form with files that breaks off or names no boundary, with what had come", async () => {
    const part = '--x\r\ncontent-disposition: form-data; name="body"\r\n\r\nEine Antwort bis dahin\r\n'
    const send = (type: string, body: string) =>
      supertest(town.app.server)
        .post("/fragen/neu")
        .set({ origin: town.config.publicUrl, "content-type": type })
        .send(body)
        .expect(401)
        .expect("content-type", /^text\/html/)
    expect((await send("multipart/form-data", "Unsinn")).text).toContain("Ihre Sitzung ist abgelaufen")
    const cut = await send("multipart/form-data; boundary=x", `${part}--x\r\ncontent-dispo`)
    expect(cut.text).toContain("Eine Antwort bis dahin")
  })

  it("says in the reader's language that there is nothing, and tells the API the same as a problem", async () => {
    const { mueller } = town.people
    const page = await mueller.agent.get("/gibt-es-nicht").expect(404)
    expect(page.text).toContain("Diese Seite gibt es nicht")
    const english = await town.nobody.get("/gibt-es-nicht").set("cookie", "language=en").expect(404)
    expect(english.text).toContain("This page does not exist")
    const problem = await mueller.agent.get("/api/gibt-es-nicht").expect(404)
    expect(problem.headers["content-type"]).toContain("application/problem+json")
    expect(problem.body).toMatchObject({ status: 404, code: "not-found" })
  })

  it("refuses forms from foreign pages, and from pages that hide where they come from", async () => {
    const { mueller } = town.people
    for (const origin of ["https://boese.example", "null", ""]) {
      const response = await mueller.agent.form("/fragen/neu", { title: "Fremd" }).set("origin", origin)
      expect(response.status, origin).toBe(403)
    }
  })

  it("sends every page with the headers that keep foreign code out", async () => {
    const { headers } = await town.people.mueller.agent.get("/").expect(200)
    expect(headers["content-security-policy"]).toContain("default-src 'self'")
    expect(headers["content-security-policy"]).not.toMatch(/unsafe-inline|unsafe-eval|upgrade-insecure/)
    expect(headers["referrer-policy"]).toBe("same-origin")
    expect(headers["strict-transport-security"]).toBeUndefined()
    expect(headers["cache-control"]).toContain("no-store")
  })
})
