import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { addCategory, answer, ask, official, openTown, release, type Town } from "../forum/town.ts"
import { openWorld, type Person } from "../support/world.ts"

/** A right that ends, ends in the search as well: at once, whatever the index knows. */
let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const get = async (person: Person, path: string) => (await person.agent.get(path).expect(200)).body
const found = (person: Person, q: string) => get(person, `/api/search?${new URLSearchParams({ q })}`)

/** Everything that the search tells a person of a word, in one. */
async function tracesFor(person: Person, word: string) {
  const search = await found(person, word)
  const misspelt = await found(person, word.replace("fl", "f"))
  const suggestions = await get(person, `/api/search/suggestions?q=${word.slice(0, 6)}`)
  const similar = await person.agent.post("/api/search/similar", { title: word, body: "" }).expect(200)
  return {
    hits: search.items.length,
    others: search.items.reduce(
      (sum: number, { others }: { others: { count: number } }) => sum + others.count,
      0,
    ),
    total: search.total.count,
    facets: Object.values<unknown[]>(search.facets).flat().length,
    spelling: misspelt.spelling,
    suggestions: suggestions.items.length,
    similar: similar.body.items.length,
  }
}

const NOTHING = { hits: 0, others: 0, total: 0, facets: 0, spelling: null, suggestions: 0, similar: 0 }

describe("a category that is narrowed while the index stands still", () => {
  it("is gone for whoever lost it, in every role, and there for the others", async () => {
    const { people, departments } = town
    const categoryId = await addCategory(people.editor.agent, {
      name: "Pflegewohngeld",
      responsibleId: departments.law,
    })
    await release(people.schoeller.agent)
    await ask(people.vogt, categoryId, { title: "Pflegeflechtwerk", body: "Was ist ein Pflegeflechtwerk?" })
    await town.catchUp()
    for (const person of [people.mueller, people.okafor, people.schoeller, people.vogt, people.admin])
      expect(await tracesFor(person, "Pflegeflechtwerk"), person.name).toMatchObject({ hits: 1, total: 1 })
    await people.editor.agent
      .put(`/api/structure/${categoryId}`, {
        parentId: null,
        kind: "questions",
        name: "Pflegewohngeld",
        description: "",
        guide: "",
        responsibleId: departments.law,
        audience: "listed",
        departmentIds: [departments.law],
        position: 0,
        archived: false,
      })
      .expect(204)
    await release(people.schoeller.agent)
    // Nothing was handed to the index since.
    for (const person of Object.values(people))
      if (person === people.vogt || person === people.albrecht)
        expect(await tracesFor(person, "Pflegeflechtwerk"), person.name).toMatchObject({ hits: 1, total: 1 })
      else expect(await tracesFor(person, "Pflegeflechtwerk"), person.name).toEqual(NOTHING)
  })
})

describe("a post that is hidden while the index stands still", () => {
  it("is gone at once for everybody, with all that stands under it", async () => {
    const { people, categories } = town
    const question = await ask(people.mueller, categories.open, {
      title: "Heizkostenfluss",
      body: "Wohin mit dem Heizkostenfluss?",
    })
    await answer(people.vogt, question, { ...official, body: "Der Heizkostenfluss gehört dazu." })
    await town.catchUp()
    expect(await tracesFor(people.huber, "Heizkostenfluss")).toMatchObject({ hits: 1, others: 1, total: 1 })
    await people.vogt.agent.post(`/api/posts/${question}/hide`, { reason: "Name genannt" }).expect(204)
    for (const person of Object.values(people))
      expect(await tracesFor(person, "Heizkostenfluss"), person.name).toEqual(NOTHING)
    await town.catchUp()
    for (const person of Object.values(people))
      expect(await tracesFor(person, "Heizkostenfluss"), person.name).toEqual(NOTHING)
  })

  it("is not found by a word that was blacked out, before the index knows", async () => {
    const { people, categories } = town
    const question = await ask(people.mueller, categories.open, {
      title: "Frage zu einem Fall",
      body: "Es geht um Kleinflehmann.",
    })
    await town.catchUp()
    expect(await tracesFor(people.huber, "Kleinflehmann")).toMatchObject({ total: 1 })
    await people.mueller.agent.post(`/api/posts/${question}/redact`, { words: ["Kleinflehmann"] }).expect(200)
    expect(await tracesFor(people.huber, "Kleinflehmann")).toEqual(NOTHING)
    await town.catchUp()
    expect(await tracesFor(people.huber, "Kleinflehmann")).toEqual(NOTHING)
    expect((await found(people.huber, "Frage zu einem Fall")).total.count).toBeGreaterThan(0)
  })
})

describe("very many posts", () => {
  it("are counted exactly up to a thousand, in every filter, and beyond that as more", async () => {
    const { people, categories } = town
    const many = 2600
    const few = 300
    await town.parts.changes.engines[0]?.write(
      Array.from({ length: many + few }, (_, at) => ({
        id: `00000000-0000-7000-8000-${String(at).padStart(12, "0")}`,
        threadId: `00000000-0000-7000-8000-${String(at).padStart(12, "0")}`,
        kind: at < many ? "question" : "comment",
        categoryId: at < many ? categories.open : categories.forThree,
        departmentId: null,
        authorId: people.huber.id,
        title: "",
        text: `Massenflut ${at % 7}`,
        context: "",
        tags: at % 10 === 0 ? ["selten"] : [],
        state: at < many ? "open" : null,
        official: false,
        accepted: false,
        outdated: false,
        duplicate: false,
        createdAt: new Date("2026-01-01T10:00:00Z"),
      })),
      [],
    )
    const { total, facets } = await found(people.mueller, "Massenflut")
    expect(total).toEqual({ count: 1000, more: true })
    const counts = (values: { value: string; count: object }[]) =>
      Object.fromEntries(values.map(({ value, count }) => [value, count]))
    expect(counts(facets.kind)).toEqual({
      question: { count: 1000, more: true },
      comment: { count: few, more: false },
    })
    expect(counts(facets.category)[categories.forThree]).toEqual({ count: few, more: false })
    expect(counts(facets.tag)).toEqual({ selten: { count: 290, more: false } })
  })
})

describe("an answer", () => {
  it("can be found within two seconds of its posting", async () => {
    const living = await openTown(openWorld({}, { listen: true }))
    try {
      const { mueller, vogt, huber } = living.people
      const question = await ask(mueller, living.categories.open)
      const given = performance.now()
      await answer(vogt, question, { ...official, body: "Das regelt die Blitzverordnung." })
      const begin = performance.now()
      // On a busy machine: what is forty times as long as giving the answer, which takes a twentieth of a second.
      const within = Math.max(2000, 40 * (begin - given))
      const isFound = async () => (await found(huber, "Blitzverordnung")).items.length
      await expect.poll(isFound, { interval: 50 }).toBe(1)
      expect(performance.now() - begin).toBeLessThan(within)
    } finally {
      await living.close()
    }
  })
})
