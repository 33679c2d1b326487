import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Person } from "../support/world.ts"
import { addMany } from "./long-thread.ts"
import { answer, ask, official, openTown, type Town } from "./town.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

type View = {
  id: string
  official: unknown
  accepted: boolean
  helpfulCount: number
  replacedById: string | null
  withdrawn: boolean
  hidden: boolean
}
const read = async (person: Person, path: string) => (await person.agent.get(path).expect(200)).body

/** Everything behind a list, page by page. */
async function walk(person: Person, path: string, after: string | null, step?: () => Promise<void>) {
  const pages: View[][] = []
  for (let next = after; next !== null; ) {
    const page = await read(person, `${path}?after=${next}`)
    pages.push(page.items)
    next = page.next
    await step?.()
  }
  return pages
}
const idsOf = (views: { id: string }[]) => views.map(({ id }) => id)

describe("the answers of a question", () => {
  it("come page by page, every one once and in one order, whatever happened to them", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const many = await addMany(town, huber, id, 45)
    const older = await answer(vogt, id, official)
    const sealed = await answer(vogt, id, { official: { ...official.official, replacesId: older } })
    const [first = "", second = "", third = "", fourth = "", fifth = ""] = many.toReversed()
    for (const person of [mueller, vogt])
      await person.agent.put(`/api/posts/${first}/marks/helpful`, {}).expect(204)
    await mueller.agent.put(`/api/posts/${second}/marks/helpful`, {}).expect(204)
    await mueller.agent.put(`/api/answers/${third}/accepted`, { accepted: true }).expect(204)
    await mueller.agent.put(`/api/answers/${sealed}/accepted`, { accepted: true }).expect(204)
    await vogt.agent.post(`/api/posts/${fourth}/hide`, { reason: "Nennt eine Person" }).expect(204)
    await huber.agent.post(`/api/posts/${fifth}/withdraw`, {}).expect(204)

    const question = await read(huber, `/api/questions/${id}`)
    const pages = [
      question.answers,
      ...(await walk(huber, `/api/questions/${id}/answers`, question.answersNext)),
    ]
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 7])
    const rest = many.slice(0, -5)
    // Who wrote what is hidden or withdrawn sees it; it stands last, and what the department gave before the others.
    expect(idsOf(pages.flat())).toEqual([sealed, third, first, second, ...rest, older, fifth, fourth])
    expect(question.answerCount).toBe(44)
    const others = await read(mueller, `/api/questions/${id}`)
    const seen = [
      ...others.answers,
      ...(await walk(mueller, `/api/questions/${id}/answers`, others.answersNext)).flat(),
    ]
    expect(idsOf(seen)).toEqual([sealed, third, first, second, ...rest, older])

    // Back to what they were, each of them.
    await vogt.agent.post(`/api/posts/${sealed}/withdraw`, {}).expect(204)
    await vogt.agent.post(`/api/posts/${fourth}/show`, {}).expect(204)
    await huber.agent.post(`/api/posts/${fifth}/restore`, {}).expect(204)
    await vogt.agent.delete(`/api/posts/${first}/marks/helpful`).expect(204)
    await mueller.agent.put(`/api/answers/${third}/accepted`, { accepted: false }).expect(204)
    const now = await read(mueller, `/api/questions/${id}`)
    const later = await walk(mueller, `/api/questions/${id}/answers`, now.answersNext)
    expect(idsOf([...now.answers, ...later.flat()])).toEqual([
      older,
      second,
      first,
      ...rest,
      fifth,
      fourth,
      third,
    ])
  })

  it("are neither lost nor repeated where one moves while somebody reads on", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const many = await addMany(town, huber, id, 60)
    const { answers, answersNext } = await read(mueller, `/api/questions/${id}`)
    const last = answers.at(-1).id
    await huber.agent.post(`/api/posts/${last}/withdraw`, {}).expect(204)
    await vogt.agent.put(`/api/posts/${many[5]}/marks/helpful`, {}).expect(204)
    const pages = await walk(mueller, `/api/questions/${id}/answers`, answersNext)
    expect(idsOf(pages.flat())).toEqual(many.slice(20))
  })

  it("take no other cursor than their own", async () => {
    const { mueller } = town.people
    const id = await ask(mueller, town.categories.open)
    for (const after of ["x", id, `9_0_${id}`, `0_-1_${id}`, `0_0_${id}'`, `0_9999999999_${id}`])
      await mueller.agent.get(`/api/questions/${id}/answers?after=${encodeURIComponent(after)}`).expect(400)
    await mueller.agent.get(`/api/questions/${id}/answers?after=0_999999999_${id}`).expect(200)
  })
})

describe("comments", () => {
  it("come with their post as far as they are shown, and the others page by page", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const given = await answer(huber, id)
    const below = await addMany(town, huber, id, 45, given)
    await vogt.agent.post(`/api/posts/${below[1]}/hide`, { reason: "Nennt eine Person" }).expect(204)
    const seen = below.filter((one) => one !== below[1])
    const [first] = (await read(mueller, `/api/questions/${id}`)).answers
    const pages = await walk(mueller, `/api/posts/${given}/comments`, first.commentsNext)
    expect(idsOf([...first.comments, ...pages.flat()])).toEqual(seen)
    expect([first.comments.length, ...pages.map(({ length }) => length)]).toEqual([20, 20, 4])
    expect(idsOf((await read(vogt, `/api/posts/${given}/comments`)).items)).toEqual(below.slice(0, 20))
  })

  it("show what the department asked back, however many came before it", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    await addMany(town, huber, id, 30, id)
    const { body } = await vogt.agent
      .post(`/api/questions/${id}/ask-back`, { body: "Seit wann?" })
      .expect(201)
    const { comments, commentsNext } = await read(mueller, `/api/questions/${id}`)
    expect(comments).toHaveLength(21)
    expect(comments.at(-1)).toMatchObject({ id: body.id, asksBack: true })
    expect(commentsNext).toBe(comments[19].id)
    const page = (await mueller.agent.get(`/fragen/${id}`).expect(200)).text
    expect(page).toContain("Seit wann?")
  })

  it("are as hidden as the post that they stand under", async () => {
    const { mueller, huber, vogt } = town.people
    const given = await answer(vogt, await ask(vogt, town.categories.narrow))
    await huber.agent.get(`/api/posts/${given}/comments`).expect(404)
    const open = await answer(mueller, await ask(mueller, town.categories.open))
    await vogt.agent.post(`/api/posts/${open}/hide`, { reason: "Nennt eine Person" }).expect(204)
    await huber.agent.get(`/api/posts/${open}/comments`).expect(404)
    await mueller.agent.get(`/api/posts/${open}/comments`).expect(200)
  })
})

describe("a thread of 2,000 answers", () => {
  it("costs hardly more than one of 20, to read and to keep up to date", async () => {
    const { mueller, huber } = town.people
    const [short, long] = [await ask(mueller, town.categories.open), await ask(mueller, town.categories.open)]
    await addMany(town, huber, short, 20)
    const many = await addMany(town, huber, long, 2000)
    await addMany(town, huber, long, 500, many[0])
    await addMany(town, huber, long, 500, long)
    const size = async (path: string) => (await mueller.agent.get(path).expect(200)).text.length
    expect(await size(`/api/questions/${long}`)).toBeLessThan(3 * (await size(`/api/questions/${short}`)))
    expect(await size(`/api/threads/${long}/posts`)).toBeLessThan(30_000)
  })
})
