import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { namesBehind, tailsIn, takeApartAt } from "../../server/forum/mentions/names.ts"
import type { Person } from "../support/world.ts"
import { answer, ask, openTown, type Town } from "./town.ts"

describe("names in a text", () => {
  it.each([
    ["@Ina Vogt weiß es", ["Ina Vogt weiß es"]],
    ["Dazu (@Ina Vogt) und „@Jens Albrecht“", ["Ina Vogt) und „@Jens Albrecht“", "Jens Albrecht“"]],
    ["Mail an ina.vogt@example.org oder a@b.de", []],
    ["https://example.org/@ina und @ allein, @3", []],
    ["@@Ina und x@Ina", []],
    ["erste Zeile @Ina\nVogt", ["Ina"]],
  ])("in %j may stand behind %j", (text, tails) => {
    expect(tailsIn(text)).toEqual(tails)
  })

  it("are read to their end, the longest first", () => {
    expect(namesBehind("Ina Vogt, bitte")).toEqual(["Ina Vogt, bitte", "Ina Vogt,", "Ina Vogt", "Ina"])
    expect(namesBehind("Dr. Ina")).toEqual(["Dr. Ina", "Dr.", "Dr"])
  })

  it("are taken apart from the rest, which stays as it is", () => {
    const takeApart = takeApartAt(["Ina", "Ina Vogt", "A (b)"])
    const marked = (text: string) =>
      takeApart(text)
        .map((part) => (part.isMention ? `[${part.text}]` : part.text))
        .join("")
    expect(marked("@Ina Vogt und @Ina: @A (b)")).toBe("[@Ina Vogt] und [@Ina]: [@A (b)]")
    for (const plain of ["x@Ina", "@Inas", "@Ina-Marie", "@ina", "Ina", "@A b"])
      expect(marked(plain)).toBe(plain)
  })
})

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

type Entry = { notice: string; groupId: string; address: string }
const mentionsOf = async (person: Person, thread: string): Promise<string[]> => {
  const { body } = await person.agent.get("/api/notifications").expect(200)
  return body.items
    .filter(({ groupId, notice }: Entry) => groupId === thread && notice === "forum.mentioned")
    .map(({ address }: Entry) => address)
}
const commentOn = async (person: Person, postId: string, body: string): Promise<string> =>
  (await person.agent.post(`/api/posts/${postId}/comments`, { body }).expect(201)).body.id
const questionOf = async (person: Person, id: string) =>
  (await person.agent.get(`/api/questions/${id}`).expect(200)).body

describe("a mention", () => {
  it("is told to the person, in a question, an answer, a comment and a best practice, and marked in the text", async () => {
    const { mueller, huber, albrecht } = town.people
    const id = await ask(mueller, town.categories.open, { body: "@Jens Albrecht, gilt **das**?" })
    expect((await questionOf(huber, id)).html).toBe(
      '<p><span class="ff-mention">@Jens Albrecht</span>, gilt <strong>das</strong>?</p>',
    )
    const answerId = await answer(huber, id, { body: "Frag doch @Jens Albrecht." })
    const commentId = await commentOn(mueller, answerId, "Danke (@Jens Albrecht)")
    expect((await mentionsOf(albrecht, id)).sort()).toEqual(
      [`/a/${id}`, `/a/${answerId}`, `/a/${commentId}`].sort(),
    )
    const sections = { situation: "a", approach: "Mit @Jens Albrecht", result: "", pitfalls: "", contact: "" }
    const { body } = await mueller.agent
      .post("/api/best-practices", {
        categoryId: town.categories.practices,
        title: "Ein Ablauf",
        ...sections,
      })
      .expect(201)
    expect(await mentionsOf(albrecht, body.id)).toEqual([`/a/${body.id}`])
    const { text } = await albrecht.agent.get("/benachrichtigungen?notice=forum.mentioned").expect(200)
    expect(text).toContain("Sie wurden erwähnt")
  })

  it("is told once, however often the post is edited; whoever comes in later is told then", async () => {
    const { mueller, albrecht, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const commentId = await commentOn(mueller, id, "Weiß es @Jens Albrecht?")
    await albrecht.agent.post("/api/notifications/read", {}).expect(204)
    const edit = (version: number, body: string) =>
      mueller.agent.put(`/api/comments/${commentId}`, { version, body }).expect(204)
    await edit(1, "Weiß es jemand?")
    await edit(2, "Weiß es @Jens Albrecht oder @Petra Huber?")
    const { body } = await albrecht.agent.get("/api/notifications").expect(200)
    const own = body.items.filter(({ address }: Entry) => address === `/a/${commentId}`)
    expect(own).toMatchObject([{ notice: "forum.mentioned", read: true }])
    expect(await mentionsOf(huber, id)).toEqual([`/a/${commentId}`])
    const [comment] = (await questionOf(huber, id)).comments
    expect(comment.html.match(/ff-mention/g)).toHaveLength(2)
  })

  it("is told to nobody who may not see it, and looks then like any other text", async () => {
    const { vogt, huber, albrecht } = town.people
    const body = "@Petra Huber und @Jens Albrecht und @Niemand Sonst"
    const id = await ask(vogt, town.categories.narrow, { body })
    expect(await mentionsOf(huber, id)).toEqual([])
    expect(await mentionsOf(albrecht, id)).toHaveLength(1)
    expect((await questionOf(albrecht, id)).html).toBe(
      '<p>@Petra Huber und <span class="ff-mention">@Jens Albrecht</span> und @Niemand Sonst</p>',
    )
  })

  it("is no address, no code, and not oneself", async () => {
    const { mueller, albrecht } = town.people
    const body = "jens@Jens Albrecht `@Jens Albrecht` und @Sabine Müller"
    const id = await ask(mueller, town.categories.open, { body })
    expect(await mentionsOf(albrecht, id)).toEqual([])
    expect(await mentionsOf(mueller, id)).toEqual([])
  })

  it("is one entry for who follows the category, and none for who muted the thread or waits for the answer", async () => {
    const { mueller, huber, editor, schoeller } = town.people
    const { open } = town.categories
    await editor.agent.put(`/api/categories/${open}/following`, { level: "all" }).expect(204)
    const id = await ask(mueller, open)
    await schoeller.agent.put(`/api/threads/${id}/following`, { level: "muted" }).expect(204)
    const answerId = await answer(huber, id, { body: "@Eva Redlich @Karin Schöller @Sabine Müller" })
    const told = async (person: Person) => {
      const { body } = await person.agent.get("/api/notifications").expect(200)
      return body.items
        .filter(({ address }: Entry) => address === `/a/${answerId}`)
        .map(({ notice }: Entry) => notice)
    }
    expect(await told(editor)).toEqual(["forum.mentioned"])
    expect(await told(schoeller)).toEqual([])
    expect(await told(mueller)).toEqual(["forum.answered"])
    await editor.agent.put(`/api/categories/${open}/following`, { level: null }).expect(204)
  })

  it("of a name that two have names nobody, unless their department follows", async () => {
    const { mueller } = town.people
    const { clerks, law } = town.departments
    const [one, two] = [
      await town.person("Anna Berg", ["clerk"], [clerks]),
      await town.person("Anna Berg", ["clerk"], [law]),
    ]
    const hidden = await town.person("Anna Berg", ["clerk"])
    const id = await ask(mueller, town.categories.open, { body: "@Anna Berg?" })
    for (const person of [one, two, hidden]) expect(await mentionsOf(person, id)).toEqual([])
    await commentOn(mueller, id, "@Anna Berg (Grundsatz und Recht)?")
    expect(await mentionsOf(one, id)).toEqual([])
    expect(await mentionsOf(two, id)).toHaveLength(1)
    // Where only one of them may see it, the name is enough.
    const narrow = await ask(town.people.vogt, town.categories.narrow, { body: "@Anna Berg?" })
    expect(await mentionsOf(two, narrow)).toHaveLength(1)
    const found = await mueller.agent.get(`/api/threads/${id}/people?name=anna`).expect(200)
    expect(found.body.items.map(({ mention }: { mention: string }) => mention).sort()).toEqual([
      "Anna Berg (Grundsatz und Recht)",
      "Anna Berg (Wohngeldstelle)",
    ])
  })

  it("loses its name with the post's redaction, and nobody is told anew", async () => {
    const { mueller, albrecht, vogt } = town.people
    const id = await ask(mueller, town.categories.open, { body: "@Jens Albrecht kennt den Fall." })
    await vogt.agent.post(`/api/posts/${id}/redact`, { words: ["Albrecht"] }).expect(200)
    expect((await questionOf(vogt, id)).html).not.toContain("Albrecht")
    const { rows } = await town.db.$client.query("select name from mentions where post_id = $1", [id])
    expect(rows).toEqual([{ name: "" }])
    expect(await mentionsOf(albrecht, id)).toHaveLength(1)
  })
})

describe("people to mention", () => {
  const namesFor = async (person: Person, path: string) =>
    (await person.agent.get(path).expect(200)).body.items.map(({ name }: { name: string }) => name)

  it("are those who may see the thread or category, without oneself", async () => {
    const { mueller, vogt } = town.people
    const { open, narrow, forThree } = town.categories
    const id = await ask(mueller, open)
    expect(await namesFor(mueller, `/api/threads/${id}/people?name=jens`)).toEqual(["Jens Albrecht"])
    expect(await namesFor(mueller, `/api/threads/${id}/people?name=lena`)).toEqual([])
    expect(await namesFor(mueller, `/api/threads/${id}/people?name=sabine`)).toEqual([])
    expect(await namesFor(mueller, `/api/threads/${id}/people?name=--`)).toEqual([])
    const secret = await ask(vogt, narrow)
    expect(await namesFor(vogt, `/api/threads/${secret}/people?name=petra`)).toEqual([])
    expect(await namesFor(vogt, `/api/categories/${narrow}/people?name=albrecht`)).toEqual(["Jens Albrecht"])
    // The responsible department belongs to a category for others.
    expect(await namesFor(mueller, `/api/categories/${forThree}/people?name=albrecht`)).toEqual([
      "Jens Albrecht",
    ])
  })

  it("are told to nobody else: 404 for who may not see it", async () => {
    const { okafor, vogt, facilitator } = town.people
    const secret = await ask(vogt, town.categories.narrow)
    await okafor.agent.get(`/api/threads/${secret}/people?name=ina`).expect(404)
    await okafor.agent.get(`/api/categories/${town.categories.narrow}/people?name=ina`).expect(404)
    await facilitator.agent.get(`/api/categories/${town.categories.open}/people?name=ina`).expect(404)
  })

  it("are offered on the fields for posts, by address", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const { text } = await huber.agent.get(`/fragen/${id}`).expect(200)
    expect(text).toContain(`data-mention="/api/threads/${id}/people"`)
    const asking = await huber.agent.get(`/fragen/neu?kategorie=${town.categories.open}`).expect(200)
    expect(asking.text).toContain(`data-mention="/api/categories/${town.categories.open}/people"`)
    const editing = await mueller.agent.get(`/fragen/${id}/bearbeiten`).expect(200)
    expect(editing.text).toContain(`data-mention="/api/threads/${id}/people"`)
  })
})
