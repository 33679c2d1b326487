import { eq } from "drizzle-orm"
import supertest from "supertest"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { forumSource, startReviews } from "../../server/forum/index.ts"
import { indexCategories } from "../../server/forum/indexing.ts"
import { categories } from "../../server/forum/tables.ts"
import { newId, transact } from "../../server/kernel/database.ts"
import { DAY, dayOf, moveClock, now, resetClock } from "../../server/kernel/time.ts"
import type { SearchDocument } from "../../server/search/index.ts"
import type { Agent, Person } from "../support/world.ts"
import { addCategory, answer, ask, official, openTown, release, type Town } from "./town.ts"

let town: Town
/** As an engine has them that takes up every change, and no more than that. */
const taken = new Map<string, SearchDocument>()
beforeAll(async () => {
  town = await openTown()
})
beforeEach(async () => {
  await town.db.$client.query("delete from search_changes")
  taken.clear()
  for (const document of await findAll()) taken.set(document.id, document)
})
afterEach(() => resetClock())
afterAll(() => town.close())

/** Takes up what was noted, as the worker does; then the index must be what it would be when built anew. */
async function settle(step: string, gone: string[] = []) {
  const { rows } = await town.db.$client.query<{ document_id: string; removed: string }>(
    "delete from search_changes where engine = 'postgresql' returning document_id, removed",
  )
  const removed = new Set(rows.filter((row) => row.removed === "yes").map((row) => row.document_id))
  const ids = [...new Set(rows.map((row) => row.document_id))]
  const found = new Map((await forumSource.find(town.db, ids)).map((document) => [document.id, document]))
  for (const id of ids) {
    const document = found.get(id)
    if (document) taken.set(id, document)
    else {
      // It was not only noted as a change: it left at once.
      if (taken.has(id)) expect(removed, step).toContain(id)
      taken.delete(id)
    }
  }
  for (const id of gone) expect(removed, step).toContain(id)
  expect([...taken.values()].toSorted(byId), step).toEqual((await findAll()).toSorted(byId))
  return ids
}
const findAll = async () => forumSource.find(town.db, await forumSource.list(town.db, null, 10_000))
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

const post = async (agent: Agent, path: string, body?: object, status = 204): Promise<string> => {
  const response = await agent.post(path, body).expect(status)
  return response.body?.id
}
const comment = (person: Person, id: string, body = "Danke") =>
  post(person.agent, `/api/posts/${id}/comments`, { body }, 201)
const withdraw = (person: Person, id: string) => post(person.agent, `/api/posts/${id}/withdraw`)
const restore = (person: Person, id: string) => post(person.agent, `/api/posts/${id}/restore`)
const hide = (person: Person, id: string) =>
  post(person.agent, `/api/posts/${id}/hide`, { reason: "Versehen" })
const show = (person: Person, id: string) => post(person.agent, `/api/posts/${id}/show`)
const redact = (person: Person, id: string, word: string) =>
  post(person.agent, `/api/posts/${id}/redact`, { words: [word] }, 200)

const edited = {
  version: 1,
  title: "Mieterhöhung im laufenden Zeitraum",
  body: "Ab wann gilt sie?",
  tags: [],
  wantedBy: null,
  attachments: [],
}

/** By Müller, with a comment of Huber's, Huber's answer with Müller's comment, and Vogt's official answer. */
async function thread(category = town.categories.open) {
  const { mueller, huber, vogt } = town.people
  const question = await ask(mueller, category)
  const remark = await comment(huber, question)
  const hint = await answer(huber, question)
  const thanks = await comment(mueller, hint)
  const given = await answer(vogt, question, official)
  await settle("a thread")
  return { question, remark, hint, thanks, given }
}

describe("the search is told", () => {
  it("of everything that is written and edited", async () => {
    const { mueller, huber, vogt } = town.people
    const question = await ask(mueller, town.categories.open)
    await settle("ask")
    const { version: _version, ...fields } = edited
    const record = { ...fields, categoryId: town.categories.open, answer: "So.", ...official.official }
    await post(vogt.agent, "/api/questions/record", record, 201)
    await settle("record")
    const hint = await answer(huber, question)
    await settle("answer")
    const given = await answer(vogt, question, official)
    await settle("answer officially")
    const thanks = await comment(mueller, hint)
    await settle("comment")
    await mueller.agent.put(`/api/questions/${question}`, { ...edited, body: "Und wann?" }).expect(204)
    await settle("edit the question's text")
    const tagged = { ...edited, version: 2, tags: ["Miete"] }
    await mueller.agent.put(`/api/questions/${question}`, tagged).expect(204)
    await settle("edit the tags")
    const titled = { ...edited, version: 3, title: "Ganz anderer Titel" }
    await mueller.agent.put(`/api/questions/${question}`, titled).expect(204)
    await settle("edit the title, which answers and comments are found by")
    await huber.agent.put(`/api/answers/${hint}`, { version: 1, body: "Doch nicht." }).expect(204)
    await settle("edit an answer")
    const again = { version: 1, body: "Genauer.", ...official.official }
    await vogt.agent.put(`/api/answers/${given}`, again).expect(204)
    await settle("edit an official answer")
    await mueller.agent.put(`/api/comments/${thanks}`, { version: 1, body: "Vielen Dank" }).expect(204)
    await settle("edit a comment")
  })

  it("of best practices and their comments", async () => {
    const { mueller, huber, admin } = town.people
    const practice = { situation: "Erst", approach: "Dann", result: "", pitfalls: "", contact: "" }
    const input = { ...practice, title: "Ein Ablauf", tags: ["Ablauf"], attachments: [] }
    const of = { categoryId: town.categories.practices }
    const id = await post(mueller.agent, "/api/best-practices", { ...input, ...of }, 201)
    await settle("share")
    const remark = await comment(huber, id)
    await settle("comment on it")
    const changed = { ...input, version: 1, approach: "Zuletzt", tags: [] }
    await mueller.agent.put(`/api/best-practices/${id}`, changed).expect(204)
    await settle("edit it")
    await mueller.agent
      .put(`/api/best-practices/${id}`, { ...changed, version: 2, title: "Zwei Abläufe" })
      .expect(204)
    await settle("edit its title")
    await withdraw(mueller, id)
    await settle("withdraw it", [id, remark])
    await restore(mueller, id)
    await settle("restore it")
    await hide(admin, id)
    await settle("hide it", [id, remark])
    await show(admin, id)
    await settle("show it")
  })

  it("of a question's way and state", async () => {
    const { mueller, huber, vogt, albrecht, okafor } = town.people
    const { law, other } = town.departments
    const id = await ask(mueller, town.categories.open)
    await comment(huber, id)
    await answer(huber, id)
    await settle("begin")
    const note = { note: "" }
    await post(vogt.agent, `/api/questions/${id}/take`, note)
    await settle("take")
    await post(vogt.agent, `/api/questions/${id}/hand-over`, { personId: albrecht.id, note: "" })
    await settle("hand over")
    await post(vogt.agent, `/api/questions/${id}/return`, note)
    await settle("return")
    const back = await post(vogt.agent, `/api/questions/${id}/ask-back`, { body: "Seit wann?" }, 201)
    await settle("ask back")
    await hide(vogt, back)
    await settle("hide the comment that asks back", [back])
    await show(vogt, back)
    await settle("show the comment that asks back")
    await comment(mueller, id, "Seit Mai")
    await settle("reply")
    await post(vogt.agent, `/api/questions/${id}/pass-on`, { departmentId: other, note: "" })
    await settle("pass on")
    await post(okafor.agent, `/api/questions/${id}/pass-on`, { departmentId: law, note: "" })
    await settle("pass back")
    await post(mueller.agent, `/api/questions/${id}/close`)
    await settle("close")
    await post(mueller.agent, `/api/questions/${id}/reopen`)
    await settle("reopen")
    const originalId = await ask(huber, town.categories.open)
    await post(vogt.agent, `/api/questions/${id}/duplicate`, { originalId })
    await settle("mark as a duplicate")
    await post(vogt.agent, `/api/questions/${id}/reopen`)
    await settle("no duplicate after all")
  })

  it("of what is accepted, replaced, reported, confirmed, and due", async () => {
    const { mueller, huber, vogt, albrecht } = town.people
    const { question, hint, given } = await thread()
    await mueller.agent.put(`/api/answers/${hint}/accepted`, { accepted: true }).expect(204)
    await settle("accept")
    await mueller.agent.put(`/api/answers/${hint}/accepted`, { accepted: false }).expect(204)
    await settle("accept no more")
    await post(huber.agent, `/api/answers/${given}/reports`, { reason: "Gilt nicht mehr" })
    await settle("report")
    await post(vogt.agent, `/api/answers/${given}/confirm`, official.official)
    await settle("confirm")
    const newer = await answer(albrecht, question, {
      official: { ...official.official, replacesId: given },
    })
    await settle("replace")
    await withdraw(vogt, newer)
    await settle("withdraw what replaced", [newer])
    await restore(vogt, newer)
    await settle("restore what replaced")
    await hide(vogt, newer)
    await settle("hide what replaced", [newer])
    await show(vogt, newer)
    await settle("show what replaced")
    const reviewDate = dayOf(new Date(now().getTime() + DAY))
    await post(vogt.agent, `/api/answers/${newer}/confirm`, { ...official.official, reviewDate })
    await settle("confirm for a day")
    moveClock(2 * DAY)
    expect(await startReviews(town.db)).toBe(1)
    resetClock()
    expect((await settle("review")).sort()).toEqual([newer, question].sort())
    expect(taken.get(newer)).toMatchObject({ outdated: true })
    expect(taken.get(question)).toMatchObject({ outdated: true })
  })

  it("of what is withdrawn or hidden, with what stands under it, and of its return", async () => {
    const { mueller, huber, vogt } = town.people
    const { question, remark, hint, thanks, given } = await thread()
    const steps: [string, () => Promise<unknown>, string[]][] = [
      ["hide a comment", () => hide(vogt, thanks), [thanks]],
      ["show a comment", () => show(vogt, thanks), []],
      ["withdraw a comment", () => withdraw(huber, remark), [remark]],
      ["restore a comment", () => restore(huber, remark), []],
      ["hide an answer", () => hide(vogt, hint), [hint, thanks]],
      ["show an answer", () => show(vogt, hint), []],
      ["withdraw an answer", () => withdraw(huber, hint), [hint]],
      ["restore an answer", () => restore(huber, hint), []],
      ["hide the question", () => hide(vogt, question), [question, remark, hint, thanks, given]],
      ["show the question", () => show(vogt, question), []],
      ["withdraw the question, which has answers", () => withdraw(mueller, question), [question]],
      ["withdraw one answer", () => withdraw(huber, hint), [hint]],
      ["hide the other, the last", () => hide(vogt, given), [given, remark, thanks]],
      ["answer one's own withdrawn question", () => answer(mueller, question), []],
      ["show the other answer", () => show(vogt, given), []],
      ["withdraw it", () => withdraw(vogt, given), [given]],
      ["restore the question", () => restore(mueller, question), []],
    ]
    for (const [name, act, gone] of steps) {
      await act()
      await settle(name, gone)
    }
    expect(taken.has(remark)).toBe(true)
  })

  it("of words that were blacked out, which leave at once, in the title from the whole thread", async () => {
    const { mueller, huber, vogt } = town.people
    const title = "Frau Muster zieht um"
    const id = await ask(mueller, town.categories.open, { title, body: "Herr Beispiel", tags: ["Muster"] })
    const hint = await answer(huber, id, { body: "Frau Vorlage anrufen" })
    await settle("begin")
    await redact(vogt, hint, "Vorlage")
    await settle("redact an answer", [hint])
    await redact(vogt, id, "Beispiel")
    expect(await settle("redact the question", [id])).not.toContain(hint)
    await redact(vogt, id, "Muster")
    await settle("redact the title", [id, hint])
    expect(JSON.stringify([taken.get(id), taken.get(hint)])).not.toMatch(/Muster|Beispiel|Vorlage/)
  })

  it("of files and what they show", async () => {
    const { mueller, vogt } = town.people
    const upload = async (name: string): Promise<string> => {
      const bytes = Buffer.from("%PDF-1.4\n%%EOF\n")
      const response = await supertest(town.app.server)
        .post("/api/attachments")
        .set("cookie", mueller.cookie)
        .set("origin", "http://localhost:3000")
        .attach("file", bytes, name)
        .expect(201)
      return response.body.id
    }
    const [first, second] = [await upload("Bescheid.pdf"), await upload("Anlage.pdf")]
    const files = [{ id: first, alternative: "Zweite Seite" }]
    const id = await ask(mueller, town.categories.open, { attachments: files })
    await settle("attach")
    expect(taken.get(id)?.text).toBe("Ab wann gilt sie? Bescheid.pdf Zweite Seite")
    const both = [
      { id: first, alternative: "Dritte Seite" },
      { id: second, alternative: "" },
    ]
    await mueller.agent.put(`/api/questions/${id}`, { ...edited, attachments: both }).expect(204)
    await settle("attach another, describe the first")
    expect(taken.get(id)?.text).toMatch(/Bescheid\.pdf Dritte Seite Anlage\.pdf$/)
    await vogt.agent.delete(`/api/attachments/${first}`).expect(204)
    await settle("take a file off", [id])
    expect(taken.get(id)?.text).not.toContain("Bescheid")
  })

  it("of a category that came to another department, but keeps what was passed on", async () => {
    const { editor, schoeller, mueller, vogt } = town.people
    const { clerks, law, other } = town.departments
    const category = await addCategory(editor.agent, {
      name: "Zieht um",
      responsibleId: law,
      audience: "listed",
      departmentIds: [clerks, other],
    })
    await release(schoeller.agent)
    const { given } = await thread(category)
    const passed = await ask(mueller, category)
    await post(vogt.agent, `/api/questions/${passed}/pass-on`, { departmentId: other, note: "" })
    await settle("pass on")
    const change = async (changes: object) => {
      const { body } = await editor.agent.get("/api/structure").expect(200)
      const line = body.lines.find((one: { id: string }) => one.id === category)
      await editor.agent.put(`/api/structure/${category}`, { ...line.fields, ...changes }).expect(204)
      await release(schoeller.agent)
    }
    await change({ audience: "all", departmentIds: [] })
    expect(await settle("documents carry no rights")).toEqual([])
    await change({ responsibleId: clerks })
    await settle("the category is another department's")
    expect(taken.get(given)).toMatchObject({ departmentId: clerks, official: true })
    expect(taken.get(passed)).toMatchObject({ departmentId: other })
    await change({ audience: "listed", departmentIds: [law] })
    await settle("a question passed on to who no longer sees it goes back")
    expect(taken.get(passed)).toMatchObject({ departmentId: clerks })
  })

  it("of a comment that is being written while its category comes to another department", async () => {
    const { clerks } = town.departments
    const { huber } = town.people
    const { question } = await thread()
    const writing = await town.db.$client.connect()
    try {
      const id = newId()
      await writing.query("begin")
      await writing.query(
        `insert into posts (id, kind, thread_id, parent_id, author_id, text, html, created_at)
          values ($1, 'comment', $2, $2, $3, '{}', '{}', now())`,
        [id, question, huber.id],
      )
      await writing.query("insert into search_changes (engine, document_id) values ('postgresql', $1)", [id])
      let letGo = () => {}
      const held = new Promise<void>((resolve) => {
        letGo = resolve
      })
      const moving = transact(town.db, async (tx) => {
        await tx
          .update(categories)
          .set({ responsibleId: clerks })
          .where(eq(categories.id, town.categories.open))
        await indexCategories(tx, [town.categories.open])
        await held
      })
      const waiting =
        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
      await expect.poll(async () => (await town.db.$client.query(waiting)).rowCount).toBe(1)
      await writing.query("commit")
      await settle("the comment is taken up, of the former department")
      letGo()
      await moving
      await settle("the category is another department's")
      expect(taken.get(id)).toMatchObject({ departmentId: clerks })
    } finally {
      writing.release()
    }
  })

  it("and what must not be found any more has left before the index takes anything up", async () => {
    const { mueller, huber, admin } = town.people
    const id = await ask(mueller, town.categories.open)
    const hint = await answer(huber, id)
    const thanks = await comment(mueller, hint)
    await town.catchUp()
    const indexed = async () => {
      const { rows } = await town.db.$client.query<{ id: string }>(
        "select id from search_index.documents where category_id = $1 and thread_id = $2 order by id",
        [town.categories.open, id],
      )
      return rows.map((row) => row.id)
    }
    expect(await indexed()).toEqual([id, hint, thanks].sort())
    await hide(admin, hint)
    expect(await indexed()).toEqual([id])
    await show(admin, hint)
    await town.catchUp()
    expect(await indexed()).toEqual([id, hint, thanks].sort())
  })
})
