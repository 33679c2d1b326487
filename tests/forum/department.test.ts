import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { remindDepartments, startReviews } from "../../server/forum/index.ts"
import { answers as answerTable, questions as questionTable } from "../../server/forum/tables.ts"
import { DAY, dayOf, instantOf, moveClock, now, resetClock } from "../../server/kernel/time.ts"
import { countQueries } from "../support/queries.ts"
import type { Person } from "../support/world.ts"
import { addCategory, answer, ask, openTown, release, type Town } from "./town.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
  const { admin, editor, schoeller } = town.people
  const { law, other } = town.departments
  for (const [id, mailbox] of [
    [law, "recht@quelle.example"],
    [other, "buero@quelle.example"],
  ])
    await admin.agent.patch(`/api/departments/${id}`, { mailbox }).expect(204)
  forOther = await addCategory(editor.agent, { name: "Auskunft", responsibleId: other })
  await release(schoeller.agent)
})
afterAll(() => town.close())
afterEach(() => resetClock())
let forOther: string

type Entry = { notice: string; groupId: string; address: string; person: string | null }
const heardOf = async (person: Person, thread: string): Promise<Entry[]> => {
  const { body } = await person.agent.get("/api/notifications").expect(200)
  return body.items.filter(({ groupId }: Entry) => groupId === thread)
}
const noticesOf = async (person: Person, thread: string) =>
  (await heardOf(person, thread)).map(({ notice }) => notice).toSorted()

let before = new Set<string>()
beforeEach(async () => {
  await town.drain()
  before = new Set((await town.mails()).map(({ id }) => id))
})
/** What came to a shared mailbox since the test began. */
async function mailsTo(mailbox: string) {
  await town.drain()
  return (await town.mails()).filter(({ id, to }) => !before.has(id) && to === mailbox)
}
const RECHT = "recht@quelle.example"

const askBack = async (id: string) =>
  town.people.vogt.agent.post(`/api/questions/${id}/ask-back`, { body: "Seit wann?" }).expect(201)
const day = (days: number) => dayOf(new Date(now().getTime() + days * DAY))

describe("of a new question", () => {
  it("those hear who answer for the department, and its shared mailbox, and nobody of another one", async () => {
    const { mueller, vogt, albrecht, okafor, schoeller, outsideAdmin } = town.people
    const id = await ask(mueller, town.categories.open)
    for (const person of [vogt, albrecht])
      expect(await heardOf(person, id)).toMatchObject([
        { notice: "forum.new-question", person: "Sabine Müller", address: `/a/${id}` },
      ])
    for (const person of [okafor, schoeller, mueller, outsideAdmin])
      expect(await heardOf(person, id)).toEqual([])
    const [mail, ...more] = await mailsTo(RECHT)
    expect(more).toEqual([])
    expect(mail?.subject).toBe("Neue Fachfrage: Mieterhöhung im laufenden Zeitraum")
    for (const part of ["Miete und Belastung", "> Ab wann gilt sie?", `/a/${id}`, "Grundsatz und Recht"])
      expect(mail?.text).toContain(part)
    expect(mail?.text).not.toContain("/profil/benachrichtigungen")
    expect(await mailsTo("buero@quelle.example")).toEqual([])
  })

  it("nobody hears twice who follows the category, too, and nobody who muted it", async () => {
    const { mueller, vogt, albrecht } = town.people
    const path = `/api/categories/${town.categories.open}/following`
    await vogt.agent.put(path, { level: "questions" }).expect(204)
    await albrecht.agent.put(path, { level: "muted" }).expect(204)
    const id = await ask(mueller, town.categories.open)
    expect(await noticesOf(vogt, id)).toEqual(["forum.new-question"])
    expect(await noticesOf(albrecht, id)).toEqual([])
    for (const { agent } of [vogt, albrecht]) await agent.put(path, { level: null }).expect(204)
  })

  it("whoever asks it hears nothing, nor does anybody where question and answer come together", async () => {
    const { vogt, albrecht } = town.people
    const asked = await ask(vogt, town.categories.open)
    expect(await noticesOf(vogt, asked)).toEqual([])
    expect(await noticesOf(albrecht, asked)).toEqual(["forum.new-question"])
    const { body } = await vogt.agent
      .post("/api/questions/record", {
        categoryId: town.categories.open,
        title: "Aus einem Rundschreiben",
        body: "Ab wann?",
        answer: "Ab Januar.",
        legalStatusDate: "2026-01-01",
      })
      .expect(201)
    expect(await noticesOf(albrecht, body.id)).toEqual([])
  })

  it("the mail says nothing of its content where the administration ordered it, and none comes without a mailbox", async () => {
    const { mueller, admin } = town.people
    await admin.agent.patch("/api/settings", { mailWithoutContent: true }).expect(204)
    const id = await ask(mueller, town.categories.open)
    const [mail] = await mailsTo(RECHT)
    await admin.agent.patch("/api/settings", { mailWithoutContent: false }).expect(204)
    expect(mail?.subject).toBe("Neue Fachfrage")
    expect(mail?.text).toContain(`/a/${id}`)
    expect(mail?.text).not.toMatch(/Mieterhöhung|gilt sie|Miete und Belastung/)
    await admin.agent.patch(`/api/departments/${town.departments.law}`, { mailbox: null }).expect(204)
    await ask(mueller, town.categories.open)
    expect(await mailsTo(RECHT)).toHaveLength(1)
    await admin.agent.patch(`/api/departments/${town.departments.law}`, { mailbox: RECHT }).expect(204)
  })

  it("what is withdrawn before the mail goes out is told to no mailbox", async () => {
    const { mueller } = town.people
    const id = await ask(mueller, town.categories.open)
    await mueller.agent.post(`/api/posts/${id}/withdraw`).expect(204)
    expect(await mailsTo(RECHT)).toEqual([])
  })

  it("takes as many statements for two hundred who answer as for one, two more than for those who follow", async () => {
    const { mueller } = town.people
    const asked = { title: "Wie viele fragen?", body: "Wer wartet?", categoryId: forOther }
    const count = () =>
      countQueries(
        town.db,
        () => mueller.agent.post("/api/questions", asked).expect(201),
        /inbox_entries|follows|pgboss\.job/,
      )
    // The asker follows their question, those concerned are found, told, and so is the shared mailbox.
    expect(await count()).toBe(4)
    await town.db.$client.query(
      `with made as (insert into people (id, display_name, email, roles, locale, active, created_at)
         select gen_random_uuid(), 'Fach ' || n, 'fach' || n || '@example.org', '{specialist}', 'de', true, now()
         from generate_series(1, 200) n returning id)
       insert into memberships (person_id, department_id) select id, $1 from made`,
      [town.departments.other],
    )
    expect(await count()).toBe(4)
  })
})

describe("a question that moves", () => {
  it("is told to the department that it was passed on to, and to its shared mailbox", async () => {
    const { mueller, vogt, okafor } = town.people
    const id = await ask(mueller, town.categories.open)
    const { other } = town.departments
    await vogt.agent.post(`/api/questions/${id}/pass-on`, { departmentId: other, note: "" }).expect(204)
    expect(await noticesOf(okafor, id)).toEqual(["forum.passed-to-us"])
    const [mail, ...more] = await mailsTo("buero@quelle.example")
    expect(more).toEqual([])
    expect(mail?.subject).toContain("Weitergegebene Fachfrage")
    await okafor.agent
      .post(`/api/questions/${id}/pass-on`, { departmentId: town.departments.law, note: "" })
      .expect(204)
    expect(await noticesOf(vogt, id)).toEqual(["forum.new-question", "forum.passed-to-us"])
    expect(await mailsTo(RECHT)).toHaveLength(2)
  })

  it.each<[string, (id: string) => Promise<unknown>]>([
    [
      "returns",
      (id) => town.people.albrecht.agent.post(`/api/questions/${id}/return`, { note: "" }).expect(204),
    ],
    [
      "takes over",
      (id) =>
        town.people.albrecht.agent
          .post(`/api/questions/${id}/hand-over`, { personId: town.people.albrecht.id, note: "" })
          .expect(204),
    ],
  ])("is told to whoever had taken it when somebody else %s it", async (_, act) => {
    const { mueller, vogt, albrecht } = town.people
    const id = await ask(mueller, town.categories.open)
    await vogt.agent.post(`/api/questions/${id}/take`, { note: "" }).expect(204)
    await act(id)
    expect(await noticesOf(vogt, id)).toEqual(["forum.deputy", "forum.new-question"])
    expect(await noticesOf(albrecht, id)).toEqual(["forum.new-question"])
  })
})

describe("a reply to what the department asked back", () => {
  it.each<[string, (id: string) => Promise<unknown>]>([
    [
      "as a comment",
      (id) =>
        town.people.mueller.agent.post(`/api/posts/${id}/comments`, { body: "Seit Januar" }).expect(201),
    ],
    ["as an answer", (id) => answer(town.people.mueller, id, { body: "Seit Januar" })],
    [
      "in the question itself",
      (id) =>
        town.people.mueller.agent
          .put(`/api/questions/${id}`, {
            version: 1,
            title: "Mieterhöhung im laufenden Zeitraum",
            body: "Seit Januar",
            tags: [],
            wantedBy: null,
            attachments: [],
          })
          .expect(204),
    ],
  ])("is told to it %s, once, and a comment later on is not", async (_, reply) => {
    const { mueller, vogt, albrecht } = town.people
    const id = await ask(mueller, town.categories.open)
    await askBack(id)
    await reply(id)
    for (const person of [vogt, albrecht])
      expect(await noticesOf(person, id)).toEqual(["forum.new-question", "forum.replied"])
    const subjects = (await mailsTo(RECHT)).map(({ subject }) => subject.split(":")[0]).toSorted()
    expect(subjects).toEqual(["Antwort auf eine Rückfrage", "Neue Fachfrage"])
    await mueller.agent.post(`/api/posts/${id}/comments`, { body: "Und noch etwas" }).expect(201)
    expect(await mailsTo(RECHT)).toHaveLength(2)
  })
})

describe("the date that an answer is wanted by", () => {
  /** A Thursday: two working days ahead is the Monday after. */
  const moveTo = (local: string) => moveClock(instantOf(local).getTime() - now().getTime())

  it("is told two working days before, once, and anew where it is another one", async () => {
    const { mueller, vogt } = town.people
    moveTo("2026-06-11T06:10")
    const [monday, tuesday] = ["2026-06-15", "2026-06-16"]
    const soon = await ask(mueller, town.categories.open, { wantedBy: monday })
    const later = await ask(mueller, town.categories.open, { wantedBy: tuesday })
    const done = await ask(mueller, town.categories.open, { wantedBy: monday })
    await mueller.agent.post(`/api/questions/${done}/close`).expect(204)
    await remindDepartments(town.db)
    await remindDepartments(town.db)
    expect(await noticesOf(vogt, soon)).toEqual(["forum.new-question", "forum.wanted-soon"])
    for (const id of [later, done]) expect(await noticesOf(vogt, id)).toEqual(["forum.new-question"])
    const reminders = async () =>
      (await mailsTo(RECHT)).filter(({ subject }) => subject.startsWith("Frist für eine Fachfrage"))
    expect(await reminders()).toHaveLength(1)
    moveTo("2026-06-12T06:10")
    await remindDepartments(town.db)
    expect(await reminders()).toHaveLength(2)
    await town.db.update(questionTable).set({ wantedBy: "2026-06-17" })
    moveTo("2026-06-15T06:10")
    await remindDepartments(town.db)
    expect((await reminders()).length).toBeGreaterThan(2)
  })
})

describe("official answers", () => {
  const officially = (reviewDate: string | null) => ({
    official: { legalStatusDate: "2026-01-01", reviewDate },
  })

  it("are told to their department two weeks before their review and when it is due, once each", async () => {
    const { mueller, vogt, albrecht, schoeller, okafor } = town.people
    const id = await ask(mueller, town.categories.open)
    await answer(vogt, id, officially(day(14)))
    for (const _ of [1, 2]) await remindDepartments(town.db)
    const soon = ["forum.new-question", "forum.review-soon"]
    for (const person of [vogt, albrecht]) expect(await noticesOf(person, id)).toEqual(soon)
    await albrecht.agent.post("/api/notifications/read", {}).expect(204)
    await remindDepartments(town.db)
    moveClock(14 * DAY)
    for (const _ of [1, 2]) await startReviews(town.db)
    for (const person of [vogt, albrecht])
      expect(await noticesOf(person, id)).toEqual([...soon.slice(0, 1), "forum.review-due", soon[1]])
    for (const person of [schoeller, okafor]) expect(await noticesOf(person, id)).toEqual([])
  })

  it("that are reported as outdated are told to the others of their department", async () => {
    const { mueller, huber, vogt, albrecht, schoeller } = town.people
    const id = await ask(mueller, town.categories.open)
    const answerId = await answer(vogt, id, officially(null))
    await huber.agent.post(`/api/answers/${answerId}/reports`, { reason: "Seit Januar anders" }).expect(204)
    expect(await noticesOf(albrecht, id)).toEqual(["forum.new-question", "forum.reported"])
    expect(await noticesOf(vogt, id)).toEqual(["forum.new-question", "forum.outdated"])
    expect(await noticesOf(schoeller, id)).toEqual([])
  })

  it("are found and told in two statements, however many fall due on one day", async () => {
    const { mueller, vogt } = town.people
    const due = async (many: number) => {
      for (let n = 0; n < many; n += 1)
        await answer(vogt, await ask(mueller, town.categories.open), officially(day(1)))
      await town.db.update(answerTable).set({ reviewToldFor: null })
      return countQueries(town.db, () => remindDepartments(town.db), /inbox_entries|memberships/)
    }
    expect(await due(1)).toBe(2)
    expect(await due(5)).toBe(2)
  })
})

describe("whoever wrote something", () => {
  it("hears of a comment on it, and of nothing that they wrote themselves", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const answerId = await answer(huber, id)
    const comment = (person: Person, postId: string) =>
      person.agent.post(`/api/posts/${postId}/comments`, { body: "Danke" }).expect(201)
    await comment(vogt, answerId)
    await comment(huber, answerId)
    expect(await heardOf(huber, id)).toMatchObject([{ notice: "forum.commented", person: "Ina Vogt" }])
  })

  it("hears that a best practice is reused, and not by whom", async () => {
    const { mueller, huber } = town.people
    const sections = { situation: "a", approach: "b", result: "", pitfalls: "", contact: "" }
    const { body } = await mueller.agent
      .post("/api/best-practices", {
        categoryId: town.categories.practices,
        title: "Ein Ablauf",
        ...sections,
      })
      .expect(201)
    await huber.agent.put(`/api/posts/${body.id}/marks/reused`).expect(204)
    expect(await heardOf(mueller, body.id)).toMatchObject([{ notice: "forum.reused" }])
    const { text } = await mueller.agent.get("/benachrichtigungen?notice=forum.reused").expect(200)
    expect(text).toContain("Ein Ablauf")
    expect(text).not.toContain("Petra Huber")
  })
})
