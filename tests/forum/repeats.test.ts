import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { posts } from "../../server/forum/tables.ts"
import { submissions, throttles } from "../../server/kernel/tables.ts"
import { answer, ask, official, openTown, type Town } from "./town.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

describe("a form that is sent twice", () => {
  it("asks back once, and the second answers like the first, also at the same time", async () => {
    const { mueller, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const form = { body: "Seit wann?", key: "rueckfrage-1" }
    const sent = await Promise.all(
      [1, 2, 3].map(() => vogt.agent.post(`/api/questions/${id}/ask-back`, form)),
    )
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(sent.map(({ body }) => body.id)).size).toBe(1)
    await vogt.agent
      .post(`/api/questions/${id}/ask-back`, { body: "Und wo?", key: "rueckfrage-2" })
      .expect(403)
    await mueller.agent.post(`/api/questions/${id}/ask-back`, form).expect(403)
  })

  it("makes another thing when something else is written, or sent elsewhere, under the same key", async () => {
    const { mueller, vogt } = town.people
    const key = "zurueck-im-browser"
    const first = await ask(mueller, town.categories.open, { key })
    expect(await ask(mueller, town.categories.open, { key })).toBe(first)
    const second = await ask(mueller, town.categories.open, { key, body: "Etwas ganz anderes." })
    expect(second).not.toBe(first)
    const made = new Set([first, second])
    for (const id of [first, second]) {
      made.add(await answer(vogt, id, { key }))
      made.add(await answer(vogt, id, { key, ...official }))
      const comment = await vogt.agent
        .post(`/api/posts/${id}/comments`, { body: "Ab Mitteilung.", key })
        .expect(201)
      made.add(comment.body.id)
    }
    expect(made.size).toBe(8)
    const texts = await town.db.select({ text: posts.text }).from(posts).where(eq(posts.id, second))
    expect(texts).toEqual([{ text: { body: "Etwas ganz anderes." } }])
  })

  it("leaves nothing of it readable behind, and no counter under a person's id", async () => {
    const stored = JSON.stringify([
      await town.db.select({ key: submissions.key }).from(submissions),
      await town.db.select({ bucket: throttles.bucket }).from(throttles),
    ])
    expect(stored).not.toContain("zurueck-im-browser")
    for (const { id } of Object.values(town.people)) expect(stored).not.toContain(id)
  })
})

it("of two questions at once only one becomes the duplicate of the other", async () => {
  const { mueller, vogt } = town.people
  const [a, b] = [await ask(mueller, town.categories.open), await ask(mueller, town.categories.open)]
  const marked = await Promise.all([
    vogt.agent.post(`/api/questions/${a}/duplicate`, { originalId: b }),
    vogt.agent.post(`/api/questions/${b}/duplicate`, { originalId: a }),
  ])
  expect(marked.map(({ status }) => status).sort()).toEqual([204, 422])
  await vogt.agent.post(`/api/questions/${a}/duplicate`, { originalId: a.toUpperCase() }).expect(400)
})
