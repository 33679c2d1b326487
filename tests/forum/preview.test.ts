import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { answer, ask, openTown, type Town } from "./town.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

describe("the preview of a text", () => {
  it("is what the post would look like, without anything that could run", async () => {
    const { mueller } = town.people
    const text = "## Frage\n\n**Ab wann?** <script>alert(1)</script>\n\n[hier](javascript:alert(1))"
    const { body } = await mueller.agent.post("/api/markdown/preview", { text }).expect(200)
    expect(body.html).toContain("<h3>Frage</h3>")
    expect(body.html).toContain("<strong>Ab wann?</strong>")
    expect(body.html).toContain("[hier](javascript:alert(1))")
    expect(body.html).not.toMatch(/<script|<a /)
  })

  it("is refused with the same words as the post, and to nobody signed in", async () => {
    const { mueller } = town.people
    const { body } = await mueller.agent
      .post("/api/markdown/preview", { text: `${">".repeat(9000)} x` })
      .expect(422)
    expect(body.errors[0]).toMatchObject({ field: "text", code: "markdown.too-deep" })
    await mueller.agent.post("/api/markdown/preview", { text: "a", other: "b" }).expect(400)
    await town.nobody.post("/api/markdown/preview", { text: "Hallo" }).expect(401)
  })
})

it("tells an open page which texts there are and in which version", async () => {
  const { mueller, vogt } = town.people
  const id = await ask(mueller, town.categories.open)
  const answerId = await answer(vogt, id)
  const { body } = await mueller.agent.get(`/api/threads/${id}/posts`).expect(200)
  expect(body).toMatchObject({ version: 1, standing: { state: "open", askedBackId: null } })
  expect(body.items).toEqual([{ id: answerId, kind: "answer", version: 1 }])
})
