import { afterAll, beforeAll, expect, it } from "vitest"
import { ask, openTown, type Town } from "./town.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

/** Questions for which what lists find them by is not what their thread and post say. */
async function differing(): Promise<string[]> {
  const { rows } = await town.db.$client.query<{ id: string }>(
    `select q.id from questions q join threads t on t.id = q.id join posts p on p.id = q.id
     where (q.category_id, q.author_id, q.gone) is distinct from
       (t.category_id, p.author_id, p.withdrawn_at is not null or p.hidden_at is not null)`,
  )
  return rows.map(({ id }) => id)
}

it("what lists find questions by follows their threads and posts, whatever happens to them", async () => {
  const { mueller, vogt } = town.people
  const id = await ask(mueller, town.categories.open)
  const official = { legalStatusDate: "2026-01-01", reviewDate: null }
  const record = { categoryId: town.categories.open, title: "Umlauf", body: "Ab wann?", answer: "Ab Mai." }
  await vogt.agent.post("/api/questions/record", { ...record, ...official }).expect(201)
  const open = async () => (await vogt.agent.get("/api/queue/count").expect(200)).body.open
  expect([await open(), await differing()]).toEqual([1, []])
  for (const [person, act, body, left] of [
    [mueller, "withdraw", {}, 0],
    [mueller, "restore", {}, 1],
    [vogt, "hide", { reason: "Doppelt" }, 0],
    [vogt, "show", {}, 1],
  ] as const) {
    await person.agent.post(`/api/posts/${id}/${act}`, body).expect(204)
    expect([act, await open(), await differing()]).toEqual([act, left, []])
  }
})
