import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { formsIn } from "../support/forms.ts"
import type { Person } from "../support/world.ts"
import { addCategory, answer, ask, official, openTown, release, type Town } from "./town.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

type Entry = { notice: string; kind: string; groupId: string }
const heardOf = async (person: Person, thread: string): Promise<string[]> => {
  const { body } = await person.agent.get("/api/notifications").expect(200)
  return body.items
    .filter(({ groupId }: Entry) => groupId === thread)
    .map(({ notice, kind }: Entry) => (notice === "forum.followed" ? kind : notice))
    .sort()
}
const follow = (person: Person, what: string, level: string | null) =>
  person.agent.put(`/api/${what}/following`, { level }).expect(204)
const comment = (person: Person, postId: string) =>
  person.agent.post(`/api/posts/${postId}/comments`, { body: "Danke für den Hinweis" }).expect(201)
/** A question with a hint, an official answer and a comment, of other people. */
async function talk(category = town.categories.open): Promise<string> {
  const { mueller, huber, vogt } = town.people
  const id = await ask(mueller, category)
  await answer(huber, id)
  await answer(vogt, id, official)
  await comment(huber, id)
  return id
}

describe("who follows a category", () => {
  it.each([
    ["all", ["answer", "official-answer", "question"]],
    ["questions", ["question"]],
    ["official", ["official-answer"]],
    ["muted", []],
    [null, []],
  ])("with %s hears of %j", async (level, heard) => {
    const { editor } = town.people
    await follow(editor, `categories/${town.categories.open}`, level)
    expect(await heardOf(editor, await talk())).toEqual(heard)
  })

  it("hears of what is shared there, and of its parts", async () => {
    const { editor, mueller } = town.people
    await follow(editor, `categories/${town.categories.practices}`, "all")
    const sections = { situation: "a", approach: "b", result: "", pitfalls: "", contact: "" }
    const { body } = await mueller.agent
      .post("/api/best-practices", {
        categoryId: town.categories.practices,
        title: "Ein Ablauf",
        ...sections,
      })
      .expect(201)
    expect(await heardOf(editor, body.id)).toEqual(["best-practice"])
    const { open } = town.categories
    const part = await addCategory(editor.agent, {
      name: "Mietspiegel",
      parentId: open,
      responsibleId: town.departments.law,
    })
    await release(town.people.schoeller.agent)
    await follow(editor, `categories/${open}`, "questions")
    expect(await heardOf(editor, await ask(mueller, part))).toEqual(["question"])
  })
})

describe("who follows a tag", () => {
  const followTag = (person: Person, tag: string, level: string | null) =>
    person.agent.put("/api/following/tag", { tag, level }).expect(204)
  async function talkAbout(tags: string[]): Promise<string> {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.forThree, { tags })
    await answer(huber, id)
    await answer(vogt, id, official)
    await comment(huber, id)
    return id
  }

  it.each([
    ["all", ["answer", "official-answer", "question"]],
    ["questions", ["question"]],
    ["official", ["official-answer"]],
    ["muted", []],
    [null, []],
  ])("with %s hears of %j, whatever the capitals", async (level, heard) => {
    const { editor } = town.people
    await followTag(editor, "Überzahlung", level)
    expect(await heardOf(editor, await talkAbout(["überzahlung", "Frist"]))).toEqual(heard)
  })

  it("hears nothing of it in what they muted, nor of what is followed with a muted tag", async () => {
    const { editor } = town.people
    const { forThree } = town.categories
    await followTag(editor, "Wohngeld-Plus", "all")
    await follow(editor, `categories/${forThree}`, "muted")
    expect(await heardOf(editor, await talkAbout(["wohngeld-plus"]))).toEqual([])
    await follow(editor, `categories/${forThree}`, "all")
    await followTag(editor, "Wohngeld-Plus", "muted")
    expect(await heardOf(editor, await talkAbout(["wohngeld-plus"]))).toEqual([])
    const id = await talkAbout(["anderes"])
    expect(await heardOf(editor, id)).toEqual(["answer", "official-answer", "question"])
    await follow(editor, `categories/${forThree}`, null)
  })

  it("hears only of what they may see, and nothing by the tags of a withdrawn question", async () => {
    const { okafor, mueller, huber, vogt } = town.people
    await followTag(okafor, "vertraulich", "all")
    expect(await heardOf(okafor, await ask(vogt, town.categories.narrow, { tags: ["vertraulich"] }))).toEqual(
      [],
    )
    const id = await ask(mueller, town.categories.open, { tags: ["vertraulich"] })
    await answer(huber, id)
    await mueller.agent.post(`/api/posts/${id}/withdraw`).expect(204)
    await answer(vogt, id)
    expect(await heardOf(okafor, id)).toEqual(["answer"])
    await followTag(okafor, "vertraulich", null)
  })

  it("chooses it above all that has it, and finds it in the list", async () => {
    const huber = await town.person("Folgt Gern", ["clerk"], [town.departments.clerks])
    const path = `/suche?${new URLSearchParams({ schlagwort: "Heizkosten & mehr" })}`
    expect((await huber.agent.get(path).expect(200)).text).toContain("nur zu eigenen Beiträgen")
    const sent = await huber.agent
      .form("/schlagwoerter/folgen", { tag: "Heizkosten & mehr", level: "official" })
      .expect(303)
    expect(sent.headers.location).toBe("/suche?schlagwort=Heizkosten+%26+mehr&hinweis=followed")
    expect((await huber.agent.get(path).expect(200)).text).toContain(
      "Benachrichtigungen: Antworten der Fachabteilung",
    )
    expect((await huber.agent.get(`${path}&art=frage`).expect(200)).text).not.toContain(
      "/schlagwoerter/folgen",
    )
    const { body } = await huber.agent.get("/api/following").expect(200)
    expect(body.items).toMatchObject([{ kind: "tag", name: "Heizkosten & mehr", level: "official" }])
    const list = await huber.agent.get("/benachrichtigungen/folgen").expect(200)
    expect(list.text).toContain("Heizkosten &amp; mehr")
    await huber.agent.form("/schlagwoerter/folgen", { tag: "heizkosten & mehr", level: "" }).expect(303)
    expect((await huber.agent.get("/api/following").expect(200)).body.items).toEqual([])
    await huber.agent.form("/schlagwoerter/folgen", { tag: "", level: "all" }).expect(422)
    await huber.agent.form("/schlagwoerter/folgen", { tag: "Frist", level: "immer" }).expect(422)
  })
})

describe("who follows a thread", () => {
  it("hears of answers and comments, with official of official answers alone", async () => {
    const { editor, schoeller, mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.forThree)
    await follow(editor, `threads/${id}`, "all")
    await follow(schoeller, `threads/${id}`, "official")
    await answer(huber, id)
    await answer(vogt, id, official)
    await comment(huber, id)
    expect(await heardOf(editor, id)).toEqual(["answer", "comment", "official-answer"])
    expect(await heardOf(schoeller, id)).toEqual(["official-answer"])
  })

  it("is also who wrote in it, from then on; nobody hears of what they wrote themselves", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.forThree)
    await answer(huber, id)
    await answer(vogt, id, official)
    await comment(mueller, id)
    expect(await heardOf(huber, id)).toEqual(["comment", "official-answer"])
    // As somebody who answers for the department, too.
    expect(await heardOf(vogt, id)).toEqual(["comment", "forum.new-question"])
    // Of answers the asker hears as the asker, and not a second time.
    expect(await heardOf(mueller, id)).toEqual(["forum.answered", "forum.answered"])
    const { body } = await huber.agent.get(`/api/questions/${id}`).expect(200)
    expect(body.following).toBe("all")
  })

  it("hears nothing of what they muted, the own question included, whatever else they follow", async () => {
    const { mueller, huber, editor, vogt } = town.people
    await follow(editor, `categories/${town.categories.open}`, "all")
    const id = await ask(mueller, town.categories.open)
    for (const person of [mueller, editor]) await follow(person, `threads/${id}`, "muted")
    await answer(huber, id)
    await answer(vogt, id, official)
    await comment(editor, id)
    await comment(vogt, id)
    expect(await heardOf(mueller, id)).toEqual([])
    expect(await heardOf(editor, id)).toEqual(["question"])
    await follow(editor, `threads/${id}`, null)
    await comment(vogt, id)
    expect(await heardOf(editor, id)).toEqual(["question"])
  })
})

describe("following", () => {
  it("cannot be done with what one may not see, and ends where the right ends", async () => {
    const { okafor, huber, admin, vogt } = town.people
    const { narrow, forThree } = town.categories
    const hidden = await ask(vogt, narrow)
    await okafor.agent.put(`/api/threads/${hidden}/following`, { level: "all" }).expect(404)
    await okafor.agent.put(`/api/categories/${narrow}/following`, { level: "all" }).expect(404)
    await follow(okafor, `categories/${forThree}`, "all")
    const id = await ask(huber, forThree)
    await follow(okafor, `threads/${id}`, "all")
    const { body } = await okafor.agent.get("/api/following").expect(200)
    expect(body.items).toEqual([
      { id: forThree, kind: "category", name: "Für alle drei", level: "all" },
      { id, kind: "question", name: "Mieterhöhung im laufenden Zeitraum", level: "all" },
    ])
    await admin.agent.patch(`/api/people/${okafor.id}`, { departmentIds: [] }).expect(204)
    await answer(huber, id)
    expect((await okafor.agent.get("/api/following").expect(200)).body.items).toEqual([])
    await admin.agent
      .patch(`/api/people/${okafor.id}`, { departmentIds: [town.departments.other] })
      .expect(204)
    expect(await heardOf(okafor, id)).toEqual(["question"])
  })

  it("is a button on the page of a thread, and a choice on that of a category", async () => {
    const { huber, mueller } = town.people
    const id = await ask(mueller, town.categories.open)
    const page = () => huber.agent.get(`/fragen/${id}`).expect(200)
    expect((await page()).text).toContain("Möchten Sie erfahren, wenn hier etwas Neues steht?")
    const sent = await huber.agent.form(`/fragen/${id}/folgen`, { level: "all" }).expect(303)
    expect(sent.headers.location).toBe(`/fragen/${id}?hinweis=followed#${id}`)
    expect((await page()).text).toContain("Sie folgen diesem Beitrag")
    await huber.agent.form(`/fragen/${id}/folgen`, { level: "muted" }).expect(303)
    expect((await page()).text).toContain("Stummgeschaltet: Von diesem Beitrag erfahren Sie nichts.")
    await huber.agent.form(`/fragen/${id}/folgen`, { level: "questions" }).expect(422)
    await huber.agent.form(`/fragen/${id}/folgen`, { level: "" }).expect(303)
    const path = `/kategorien/${town.categories.open}`
    await huber.agent.form(`${path}/folgen`, { level: "official" }).expect(303)
    expect((await huber.agent.get(path).expect(200)).text).toContain(
      "Benachrichtigungen: Antworten der Fachabteilung",
    )
    const list = await huber.agent.get("/benachrichtigungen/folgen").expect(200)
    expect(list.text).toContain("Miete und Belastung")
    await huber.agent.form(`/fragen/${id}/folgen`, { level: "all" }).expect(303)
    const { text } = await huber.agent.get("/benachrichtigungen/folgen").expect(200)
    const actions = formsIn(text)
      .map(({ action }) => action)
      .filter((action) => action.endsWith("/folgen"))
    expect(actions).toContain(`/fragen/${id}/folgen`)
    for (const action of actions) await huber.agent.form(action, { level: "" }).expect(303)
    expect((await huber.agent.get("/api/following").expect(200)).body.items).toEqual([])
    await huber.agent.form(`${path}/folgen`, { level: "official" }).expect(303)
    await huber.agent.form(`${path}/folgen`, { level: "immer" }).expect(422)
    await huber.agent.form(`${path}/folgen`, { level: "" }).expect(303)
  })
})
