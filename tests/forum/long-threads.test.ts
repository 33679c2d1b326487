import { gzipSync } from "node:zlib"
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

describe("the page of a long thread", () => {
  const see = async (person: Person, path: string) => (await person.agent.get(path).expect(200)).text
  const shown = (html: string) => [...html.matchAll(/<article[^>]* id="([^"]+)"/g)].map(([, id]) => id)
  const linkTo = (html: string, words: string) => {
    const [, href = ""] =
      new RegExp(`<a[^>]* href="([^"#]*)(?:#[^"]*)?"[^>]*>(?:(?!</a>).)*${words}`).exec(html) ?? []
    return href.replaceAll("&amp;", "&")
  }

  it("shows 50 answers, with the ways on, back, to all of them and to the first", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const many = await addMany(town, huber, id, 120)
    const first = await see(mueller, `/fragen/${id}`)
    expect(shown(first)).toEqual([id, ...many.slice(0, 50)])
    expect(first).toContain("<h2>120 Antworten</h2>")
    expect(first).toContain("Antworten 1 bis 50 von 120")
    expect(first).not.toContain("Vorige Antworten")
    const second = await see(mueller, linkTo(first, "Weitere Antworten"))
    expect(shown(second)).toEqual([id, ...many.slice(50, 100)])
    expect(second).toContain("Antworten 51 bis 100 von 120")
    const third = await see(mueller, linkTo(second, "Weitere Antworten"))
    expect(shown(third)).toEqual([id, ...many.slice(100)])
    expect(third).toContain("Antworten 101 bis 120 von 120")
    expect(third).not.toContain("Weitere Antworten")
    expect(shown(await see(mueller, linkTo(third, "Vorige Antworten")))).toEqual(shown(second))
    expect(shown(await see(mueller, linkTo(second, "Vorige Antworten")))).toEqual(shown(first))
    const all = await see(mueller, linkTo(first, "Alle 120 Antworten anzeigen"))
    expect(shown(all)).toEqual([id, ...many])
    expect(shown(await see(mueller, linkTo(all, "50 Antworten je Seite anzeigen")))).toEqual(shown(first))
    expect(shown(await see(mueller, `/fragen/${id}?nach=quatsch&menge=5000`))).toEqual(shown(first))
  })

  it("is the one that holds the post, wherever somebody comes from", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const many = await addMany(town, huber, id, 120)
    const far = many[70] ?? ""
    const landed = async (person: Person, path: string) => {
      const { headers } = await person.agent.get(path).expect(303)
      const [address = "", anchor = ""] = (headers.location ?? "").split("#")
      expect(await see(person, address), headers.location).toContain(`id="${anchor}"`)
      return `${address}#${anchor}`
    }
    expect(await landed(vogt, `/a/${far}`)).toBe(`/fragen/${id}?antwort=${far}#${far}`)
    expect(await landed(vogt, `/a/${many[49]}`)).toBe(`/fragen/${id}#${many[49]}`)
    const below = (await vogt.agent.post(`/api/posts/${far}/comments`, { body: "Danke" }).expect(201)).body.id
    expect(await landed(vogt, `/a/${below}`)).toBe(`/fragen/${id}?antwort=${far}&offen=${far}#${below}`)
    const [, , , page] = shown(await see(vogt, `/fragen/${id}?antwort=${far}`))
    expect(page).toBe(many[52])

    const marked = await vogt.agent.form(`/beitraege/${far}/hilfreich`, { marked: "true" }).expect(303)
    expect(marked.headers.location).toContain(`#${far}`)
    const answered = await vogt.agent
      .form(`/fragen/${id}/antworten`, { kind: "hint", body: "Zuletzt." })
      .expect(303)
    const [address = "", anchor = ""] = (answered.headers.location ?? "").split("#")
    const last = await see(vogt, address)
    expect(last).toContain("Ihre Antwort ist veröffentlicht.")
    expect(shown(last).at(-1)).toBe(anchor)
    expect(last).toContain("Antworten 101 bis 121 von 121")
  })

  it("leads to comments that it does not show, and from them back", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const given = await answer(huber, id)
    const below = await addMany(town, huber, id, 75, given)
    const page = await see(mueller, `/fragen/${id}`)
    expect(page).toContain("Mehr als 20 Kommentare")
    expect(page).toContain(`id="${below[19]}"`)
    expect(page).not.toContain(`id="${below[20]}"`)
    const more = await see(mueller, linkTo(page, "Weitere Kommentare"))
    expect(more).toContain(`id="${below[20]}"`)
    expect(more).toContain(`id="${below[69]}"`)
    expect(linkTo(more, "Zurück zum Beitrag")).toBe(`/fragen/${id}`)
    const far = (await mueller.agent.get(`/a/${below[74]}`).expect(303)).headers.location ?? ""
    expect(await see(mueller, far.split("#")[0] ?? "")).toContain(`id="${below[74]}"`)
    const sent = await mueller.agent.form(`/beitraege/${given}/kommentare`, { body: "Zuletzt" }).expect(303)
    const [address = "", anchor = ""] = (sent.headers.location ?? "").split("#")
    const landed = await see(mueller, address)
    expect(landed).toContain("Ihr Kommentar ist veröffentlicht.")
    expect(landed).toContain(`id="${anchor}"`)
  })

  it("has its official answers in the file note, however many", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    await addMany(town, huber, id, 60)
    await answer(vogt, id, official)
    const later = await see(mueller, linkTo(await see(mueller, `/fragen/${id}`), "Weitere Antworten"))
    expect(later).not.toContain("ff-post--official")
    expect(await see(mueller, `/fragen/${id}/akte`)).toContain("Fachabteilung: Grundsatz und Recht")
  })

  it("has a page for paper with every answer and every comment once, in their order, and nothing to press", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const many = await addMany(town, huber, id, 230)
    await answer(vogt, id, official)
    const below = await addMany(town, huber, id, 75, many[0])
    const asked = await addMany(town, huber, id, 25, id)
    const question = await read(mueller, `/api/questions/${id}`)
    const later = await walk(mueller, `/api/questions/${id}/answers`, question.answersNext)
    const order = idsOf([question.answers, ...later].flat())
    expect(order).toHaveLength(231)
    const path = linkTo(await see(mueller, `/fragen/${id}`), "Frage mit allen Antworten drucken")
    const page = await see(mueller, path)
    const standing = [...page.matchAll(/<(?:article|li)[^>]* id="([0-9a-f-]{36})"/g)]
    const withBelow = (one: string) => (one === many[0] ? [one, ...below] : [one])
    expect(standing.map(([, post]) => post)).toEqual([id, ...asked, ...order.flatMap(withBelow)])
    expect(page.slice(page.indexOf("<main"), page.indexOf("</main>"))).not.toContain("<form")
    expect(page).not.toContain("Weitere Kommentare")
    expect(linkTo(page, "Zurück zur Frage")).toBe(`/fragen/${id}`)
  })
})

describe("a thread of 2,000 answers", () => {
  it("costs hardly more than one of 20, to read and to keep up to date", async () => {
    const { mueller, huber } = town.people
    const [short, long] = [await ask(mueller, town.categories.open), await ask(mueller, town.categories.open)]
    await addMany(town, huber, short, 20)
    const many = await addMany(town, huber, long, 2000)
    const read = async (path: string) => (await mueller.agent.get(path).expect(200)).text
    const size = async (path: string) => (await read(path)).length
    // A page shows fifty answers, so what counts is what goes over the line.
    const packed = async (path: string) => gzipSync(await read(path)).length
    expect(await packed(`/fragen/${long}`)).toBeLessThan(2 * (await packed(`/fragen/${short}`)))
    await addMany(town, huber, long, 500, many[0])
    await addMany(town, huber, long, 500, long)
    expect(await size(`/api/questions/${long}`)).toBeLessThan(3 * (await size(`/api/questions/${short}`)))
    expect(await size(`/api/threads/${long}/posts`)).toBeLessThan(30_000)
  })
})
