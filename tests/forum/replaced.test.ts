import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { answer, ask, official, openTown, stateOf, type Town } from "./town.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

type Answer = { id: string; replacedById: string | null; needsReview: boolean; can: { review: boolean } }

async function setUp() {
  const { mueller, vogt } = town.people
  const id = await ask(mueller, town.categories.open)
  const older = await answer(vogt, id, official)
  const newer = await answer(vogt, id, { official: { ...official.official, replacesId: older } })
  const read = async () => {
    const { body } = await vogt.agent.get(`/api/questions/${id}`).expect(200)
    return body.answers.find((one: Answer) => one.id === older) as Answer
  }
  return { id, older, newer, read }
}

describe("an official answer that was replaced", () => {
  it.each([
    ["withdrawn", "withdraw", "restore"],
    ["hidden", "hide", "show"],
  ])("stands again, to be reviewed, while the newer one is %s", async (_, gone, back) => {
    const { mueller, albrecht } = town.people
    const { id, older, newer, read } = await setUp()
    expect(await read()).toMatchObject({ replacedById: newer, needsReview: false, can: { review: false } })
    const body = gone === "hide" ? { reason: "Versehen" } : undefined
    await albrecht.agent.post(`/api/posts/${newer}/${gone}`, body).expect(204)
    expect(await stateOf(mueller, id)).toBe("answered")
    expect(await read()).toMatchObject({ replacedById: null, needsReview: true, can: { review: true } })
    const reviews = await albrecht.agent.get("/api/reviews").expect(200)
    expect(JSON.stringify(reviews.body)).toContain(older)

    await albrecht.agent.post(`/api/posts/${newer}/${back}`).expect(204)
    expect(await read()).toMatchObject({ replacedById: newer, needsReview: false, can: { review: false } })
    expect(JSON.stringify((await albrecht.agent.get("/api/reviews")).body)).not.toContain(older)
  })

  it("can be replaced once more, but not twice at a time", async () => {
    const { vogt } = town.people
    const { id, older, newer, read } = await setUp()
    const again = { body: "Neu.", official: { ...official.official, replacesId: older } }
    await vogt.agent.post(`/api/questions/${id}/answers`, again).expect(422)
    await vogt.agent.post(`/api/posts/${newer}/withdraw`).expect(204)
    const { body } = await vogt.agent.post(`/api/questions/${id}/answers`, again).expect(201)
    expect(await read()).toMatchObject({ replacedById: body.id, needsReview: false })
  })
})

describe("a comment on a hidden answer", () => {
  it("is hidden with it: not to be found, marked, edited or seen", async () => {
    const { mueller, huber, vogt, schoeller } = town.people
    const id = await ask(mueller, town.categories.open)
    const hint = await answer(huber, id)
    const { body } = await schoeller.agent.post(`/api/posts/${hint}/comments`, { body: "Danke" }).expect(201)
    const seen = async (person: typeof huber) => {
      const { body } = await person.agent.get(`/api/threads/${id}/posts`).expect(200)
      return body.items.map((item: { id: string }) => item.id)
    }
    await vogt.agent.post(`/api/posts/${hint}/hide`, { reason: "Nennt eine Person" }).expect(204)
    for (const person of [mueller, schoeller]) {
      expect(await seen(person)).toEqual([])
      await person.agent.put(`/api/posts/${body.id}/marks/helpful`).expect(404)
      await person.agent.put(`/api/comments/${body.id}`, { version: 1, body: "Neu" }).expect(404)
    }
    for (const person of [huber, vogt]) expect(await seen(person)).toEqual([hint, body.id])
    await vogt.agent.post(`/api/posts/${hint}/show`).expect(204)
    await mueller.agent.put(`/api/posts/${body.id}/marks/helpful`).expect(204)
  })
})
