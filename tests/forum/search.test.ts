import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findActor } from "../../server/accounts/index.ts"
import { forumSource } from "../../server/forum/index.ts"
import type { Actor } from "../../server/kernel/actor.ts"
import type { Person } from "../support/world.ts"
import { countStatements } from "./statements.ts"
import { answer, ask, official, openTown, type Town } from "./town.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const actorOf = async (person: Person): Promise<Actor> => {
  const actor = await findActor(town.db, person.id, null)
  if (!actor) throw new Error("no actor")
  return actor
}
const find = (...ids: string[]) => forumSource.find(town.db, ids)
const only = async (id: string) => (await find(id))[0]
const load = async (person: Person, ids: string[]) => forumSource.load(town.db, await actorOf(person), ids)
const allIds = () => forumSource.list(town.db, null, 10_000)

const comment = async (person: Person, postId: string, body = "Danke"): Promise<string> =>
  (await person.agent.post(`/api/posts/${postId}/comments`, { body }).expect(201)).body.id
const withdraw = (person: Person, id: string) => person.agent.post(`/api/posts/${id}/withdraw`).expect(204)
const hide = (id: string) =>
  town.people.vogt.agent.post(`/api/posts/${id}/hide`, { reason: "Versehen" }).expect(204)

const practice = {
  title: "Ein Ablauf",
  situation: "**Erst** das",
  approach: "Dann jenes",
  result: "",
  pitfalls: "Und Vorsicht",
  contact: "Zimmer 3",
  tags: ["Ablauf"],
}
const share = async (person: Person, fields: object = {}): Promise<string> =>
  (
    await person.agent
      .post("/api/best-practices", { categoryId: town.categories.practices, ...practice, ...fields })
      .expect(201)
  ).body.id

/** A question by Müller with a comment, Huber's answer with a comment, and Vogt's official answer. */
async function thread() {
  const { mueller, huber, vogt } = town.people
  const question = await ask(mueller, town.categories.open)
  const remark = await comment(huber, question)
  const hint = await answer(huber, question)
  const thanks = await comment(mueller, hint)
  const officialAnswer = await answer(vogt, question, official)
  return { question, remark, hint, thanks, officialAnswer }
}
type Thread = Awaited<ReturnType<typeof thread>>
type Name = keyof Thread

/** What of a thread somebody reads there who wrote nothing and answers nowhere: with words, and not hidden. */
async function readBy(person: Person, threadId: string): Promise<string[]> {
  type Post = { id: string; withdrawn: boolean; hidden: boolean }
  const { status, body } = await person.agent.get(`/api/questions/${threadId}`)
  if (status === 404) return []
  const posts: Post[] = [
    body,
    ...body.comments,
    ...body.answers.flatMap((one: Post & { comments: Post[] }) => [one, ...one.comments]),
  ]
  return posts.filter((post) => !post.withdrawn && !post.hidden).map(({ id }) => id)
}

describe("what can be found", () => {
  const all: Name[] = ["question", "remark", "hint", "thanks", "officialAnswer"]
  const cases: [string, (posts: Thread) => Promise<unknown>, Name[]][] = [
    ["nothing is hidden", async () => undefined, all],
    ["the question is hidden", ({ question }) => hide(question), []],
    [
      "the question is withdrawn and has answers",
      ({ question }) => withdraw(town.people.mueller, question),
      all.slice(1),
    ],
    [
      "the question and every answer are withdrawn",
      async ({ question, hint, officialAnswer }) => {
        await withdraw(town.people.huber, hint)
        await withdraw(town.people.vogt, officialAnswer)
        await withdraw(town.people.mueller, question)
      },
      [],
    ],
    [
      "the question is withdrawn and every answer is hidden",
      async ({ question, hint, officialAnswer }) => {
        await withdraw(town.people.mueller, question)
        await hide(hint)
        await hide(officialAnswer)
      },
      [],
    ],
    ["an answer is hidden", ({ hint }) => hide(hint), ["question", "remark", "officialAnswer"]],
    [
      "an answer is withdrawn that has a comment",
      ({ hint }) => withdraw(town.people.huber, hint),
      ["question", "remark", "thanks", "officialAnswer"],
    ],
    ["the official answer is hidden", ({ officialAnswer }) => hide(officialAnswer), all.slice(0, -1)],
    ["a comment is hidden", ({ thanks }) => hide(thanks), all.filter((name) => name !== "thanks")],
    [
      "a comment is withdrawn",
      ({ remark }) => withdraw(town.people.huber, remark),
      all.filter((name) => name !== "remark"),
    ],
  ]
  it.each(cases)("is what an ordinary reader reads when %s", async (_, happen, expected) => {
    const posts = await thread()
    await happen(posts)
    const ids = Object.values(posts)
    const wanted = expected.map((name) => posts[name]).sort()
    expect((await find(...ids)).map(({ id }) => id).sort()).toEqual(wanted)
    expect((await readBy(town.people.schoeller, posts.question)).sort()).toEqual(wanted)
    // Whoever sees more in the thread, its author, who answers here, an administrator, finds no more.
    for (const person of Object.values(town.people)) {
      const found = (await load(person, ids)).map(({ id }) => id)
      expect(found.sort(), person.name).toEqual(person.name.match(/Nord|Weber/) ? [] : wanted)
    }
  })

  it("of a best practice goes with it, comments and all", async () => {
    const { mueller, huber, admin } = town.people
    const [hidden, withdrawn] = [await share(mueller), await share(mueller)]
    const comments = [await comment(huber, hidden), await comment(huber, withdrawn)]
    expect(await find(hidden, withdrawn, ...comments)).toHaveLength(4)
    await admin.agent.post(`/api/posts/${hidden}/hide`, { reason: "Versehen" }).expect(204)
    await withdraw(mueller, withdrawn)
    expect(await find(hidden, withdrawn, ...comments)).toEqual([])
    expect(await load(mueller, [hidden, withdrawn, ...comments])).toEqual([])
  })
})

describe("a document", () => {
  it("of a question says its words, place, state and what became of it", async () => {
    const { mueller, vogt, huber } = town.people
    const { open } = town.categories
    const id = await ask(mueller, open, { body: "Ab **wann** gilt\n\n- sie &amp; er?", tags: ["Miete"] })
    const document = {
      id,
      kind: "question",
      threadId: id,
      categoryId: open,
      departmentId: town.departments.law,
      authorId: mueller.id,
      title: "Mieterhöhung im laufenden Zeitraum",
      text: "Ab wann gilt sie &amp; er?",
      context: "",
      tags: ["Miete"],
      state: "open",
      official: false,
      accepted: false,
      outdated: false,
      duplicate: false,
      createdAt: expect.any(Date),
    }
    expect(await only(id)).toEqual(document)
    const hint = await answer(huber, id)
    await mueller.agent.put(`/api/answers/${hint}/accepted`, { accepted: true }).expect(204)
    expect(await only(id)).toMatchObject({ state: "answered", official: false, accepted: true })
    expect(await only(hint)).toMatchObject({ kind: "answer", official: false, accepted: true })
    const given = await answer(vogt, id, official)
    expect(await only(id)).toMatchObject({ official: true, accepted: true, outdated: false })
    await huber.agent.post(`/api/answers/${given}/reports`, { reason: "Gilt nicht mehr" }).expect(204)
    expect(await only(id)).toMatchObject({ official: true, outdated: true })
    expect(await only(given)).toMatchObject({ kind: "official-answer", official: true, outdated: true })
    await hide(given)
    expect(await only(id)).toMatchObject({ official: false, outdated: false, state: "answered" })
    const [shown] = await load(huber, [id])
    expect(shown).toMatchObject({ official: null, legalStatusDate: null, thread: { answered: true } })
  })

  it("of an answer or comment names its thread, and an answer that was replaced is outdated", async () => {
    const { mueller, vogt, albrecht } = town.people
    const { question, hint, thanks, officialAnswer } = await thread()
    const replacing = { official: { ...official.official, replacesId: officialAnswer } }
    const newer = await answer(albrecht, question, replacing)
    const context = { title: "", context: "Mieterhöhung im laufenden Zeitraum", tags: [], state: null }
    expect(await only(hint)).toMatchObject({ kind: "answer", official: false, outdated: false, ...context })
    expect(await only(thanks)).toMatchObject({ kind: "comment", text: "Danke", ...context })
    const kind = "official-answer"
    expect(await only(officialAnswer)).toMatchObject({ kind, official: true, outdated: true, ...context })
    expect(await only(newer)).toMatchObject({ kind, official: true, outdated: false, ...context })
    expect(await only(question)).toMatchObject({ official: true, outdated: false, state: "answered" })
    await withdraw(vogt, newer)
    expect(await only(officialAnswer)).toMatchObject({ kind, outdated: true })
    expect(await only(question)).toMatchObject({ official: true, outdated: true })
    const [shown, shownQuestion] = await load(mueller, [officialAnswer, question])
    const given = { official: "Grundsatz und Recht", legalStatusDate: "2026-01-01", outdated: true }
    expect(shown).toMatchObject({ ...given, tags: [], state: null, thread: { id: question, answered: true } })
    expect(shownQuestion).toMatchObject({ ...given, state: "answered" })
  })

  it("of a best practice has every section in the order of the form, and belongs to no department", async () => {
    const id = await share(town.people.mueller)
    expect(await only(id)).toMatchObject({
      kind: "best-practice",
      title: "Ein Ablauf",
      text: "Erst das Dann jenes Und Vorsicht Zimmer 3",
      departmentId: null,
      tags: ["Ablauf"],
      state: null,
    })
  })

  it("belongs to the department that the question was passed on to", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const hint = await answer(huber, id)
    const { other, law } = town.departments
    expect(await only(hint)).toMatchObject({ departmentId: law })
    await vogt.agent.post(`/api/questions/${id}/pass-on`, { departmentId: other, note: "" }).expect(204)
    for (const post of [id, hint]) expect(await only(post)).toMatchObject({ departmentId: other })
  })
})

describe("what a person finds", () => {
  it("is in the order asked for, and in categories that they see at this moment", async () => {
    const { vogt, mueller, facilitator } = town.people
    const { narrow, open } = town.categories
    const inside = await ask(vogt, narrow)
    const outside = await ask(mueller, open)
    const shown = async (person: Person, ids: string[]) => (await load(person, ids)).map(({ id }) => id)
    expect(await shown(vogt, [inside, outside])).toEqual([inside, outside])
    expect(await shown(vogt, [outside, inside])).toEqual([outside, inside])
    expect(await shown(mueller, [inside, outside])).toEqual([outside])
    for (const person of Object.values(town.people)) {
      const seen = await forumSource.visibleCategories(town.db, await actorOf(person))
      const visible = seen.map(({ id }) => id)
      for (const id of Object.values(town.categories)) {
        const { status } = await person.agent.get(`/api/categories/${id}`)
        expect(visible.includes(id), person.name).toBe(status === 200)
      }
      // Documents carry no rights; loading them asks again, whatever an index says.
      for (const { category } of await load(person, await allIds()))
        expect(visible, person.name).toContain(category.id)
    }
    expect(await load(facilitator, await allIds())).toEqual([])
  })

  it("is read in one round trip, however much it is", async () => {
    for (let n = 0; n < 5; n += 1) await thread()
    const ids = await allIds()
    const actor = await actorOf(town.people.huber)
    expect(ids.length).toBeGreaterThan(25)
    const { db } = town
    for (const some of [ids.slice(0, 1), ids]) {
      expect(await countStatements(db, () => forumSource.load(db, actor, some))).toBe(1)
      expect(await countStatements(db, () => forumSource.find(db, some))).toBe(1)
    }
    expect(await countStatements(db, () => forumSource.visibleCategories(db, actor))).toBe(1)
  })

  it("is listed for building an index, each id once and in order", async () => {
    const ids: string[] = []
    for (let after: string | null = null; ; after = ids.at(-1) ?? null) {
      const next = await forumSource.list(town.db, after, 7)
      if (next.length === 0) break
      ids.push(...next)
    }
    const { rows } = await town.db.$client.query("select id from posts order by id")
    expect(ids).toEqual(rows.map(({ id }) => id))
  })
})
