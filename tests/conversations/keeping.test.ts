import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { conversationIdOf } from "../../server/conversations/index.ts"
import { DAY, moveClock, resetClock, today } from "../../server/kernel/time.ts"
import { addDays } from "../../server/kernel/workdays.ts"
import { beginDigests } from "../../server/notifications/digest/jobs.ts"
import { addCategory, release } from "../forum/town.ts"
import { at, setClock, workdayToCome } from "../notifications/clock.ts"
import { addCohort, type Group, openGroup } from "../qualification/group.ts"
import type { Person } from "../support/world.ts"

let group: Group
let category: string
beforeAll(async () => {
  group = await openGroup()
  category = await addCategory(group.people.outsider.agent, {
    name: "Miete und Belastung",
    responsibleId: group.departments.law,
  })
  await release(group.people.outsider.agent)
})
afterAll(() => group.close())
afterEach(() => resetClock())

const begin = async (from: Person, to: Person, body: string, title = ""): Promise<string> =>
  (await from.agent.post("/api/conversations", { personIds: [to.id], body, title }).expect(201)).body.id
const say = async (person: Person, id: string, body: string): Promise<string> =>
  (await person.agent.post(`/api/conversations/${id}/messages`, { body }).expect(201)).body.id
const sweep = async () => {
  await group.parts.jobs.boss.send("conversations.sweep", {})
  await group.drain()
}
const settings = (value: object) => group.people.outsider.agent.put("/api/conversation-settings", value)
const mailsTo = async ({ email }: Person) => (await group.mails()).filter(({ to }) => to === email)

describe("A file", () => {
  test("comes with a message, and is for the people of the conversation", async () => {
    const { mueller, huber, meier, outsider } = group.people
    const id = await begin(mueller, huber, "Siehe Anhang")
    const sent = await mueller.agent
      .post(`/gespraeche/${id}`)
      .field("body", "Hier ist er")
      .attach("files", Buffer.from("Der Ablauf"), { filename: "ablauf.txt", contentType: "text/plain" })
      .expect(303)
    expect(sent.headers.location).toContain("#nachricht-")
    const { body } = await huber.agent.get(`/api/conversations/${id}`).expect(200)
    const { files, id: messageId } = body.messages.at(-1)
    expect(files).toMatchObject([{ name: "ablauf.txt", image: false }])
    const path = `/gespraeche/dateien/${files[0].id}`
    expect((await huber.agent.get(path).expect(200)).text).toBe("Der Ablauf")
    for (const person of [meier, outsider]) await person.agent.get(path).expect(404)
    const attach = (person: Person) =>
      person.agent
        .post(`/api/conversation-messages/${messageId}/files`)
        .attach("files", Buffer.from("Mehr"), { filename: "mehr.txt", contentType: "text/plain" })
    await attach(huber).expect(404)
    await attach(mueller).expect(201)
    await mueller.agent.delete(`/api/conversation-messages/${messageId}`).expect(204)
    await huber.agent.get(path).expect(404)
  })

  test("that is refused takes the message with it, and the text comes back", async () => {
    const { mueller, huber } = group.people
    const id = await begin(mueller, huber, "Hallo")
    const { text } = await mueller.agent
      .post(`/gespraeche/${id}`)
      .field("body", "Mit Programm")
      .attach("files", Buffer.from("MZ\u0000\u0001"), { filename: "x.exe" })
      .expect(415)
    expect(text).toContain("Mit Programm")
    expect((await huber.agent.get(`/api/conversations/${id}`)).body.messages).not.toContainEqual(
      expect.objectContaining({ html: expect.stringContaining("Programm") }),
    )
  })
})

describe("Search", () => {
  test("finds words in whatever form in one's own conversations, and marks where they stand", async () => {
    const { mueller, huber } = group.people
    const id = await begin(mueller, huber, "Die Anträge liegen im Regal, § 14 WoGG", "Suchen")
    const found = async (words: string, person = huber) =>
      (await person.agent.get(`/api/conversations/messages?q=${encodeURIComponent(words)}`).expect(200)).body
        .items
    expect(await found("Antrag")).toMatchObject([{ conversationId: id, conversation: "Suchen", number: 1 }])
    expect(await found("§ 14 WoGG")).toHaveLength(1)
    expect(await found("rega")).toHaveLength(1)
    expect(await found("Antrag Schrank")).toEqual([])
    expect(await found("")).toEqual([])
    expect(await found("Antrag", group.people.outsider)).toEqual([])
  })
})

describe("Retention", () => {
  test("deletes messages with their files after the days that the administration has set", async () => {
    const { mueller, huber } = group.people
    const id = await begin(mueller, huber, "Ganz alt", "Alt")
    await mueller.agent
      .post(`/gespraeche/${id}`)
      .field("body", "Mit Datei")
      .attach("files", Buffer.from("Der Ablauf"), { filename: "ablauf.txt", contentType: "text/plain" })
      .expect(303)
    moveClock(179 * DAY)
    await sweep()
    expect((await huber.agent.get(`/api/conversations/${id}`).expect(200)).body.messages).toHaveLength(2)
    await settings({ isOn: true, keptDays: 30 }).expect(204)
    await say(mueller, id, "Frisch")
    await sweep()
    const { body } = await huber.agent.get(`/api/conversations/${id}`).expect(200)
    expect(body.messages).toMatchObject([{ number: 3 }])
    expect(body.keptDays).toBe(30)
    const { rows } = await group.db.$client.query("select from conversation_files")
    expect(rows).toEqual([])
    moveClock(31 * DAY)
    await sweep()
    await huber.agent.get(`/api/conversations/${id}`).expect(404)
    await settings({ isOn: true, keptDays: 180 }).expect(204)
  })

  test("ends with the account of the last one in a conversation, however young it is", async () => {
    const one = await group.person("Ottokar Obermaier", ["clerk"], [group.departments.law])
    const other = await group.person("Ludmilla Leitgeb", ["clerk"], [group.departments.law])
    const id = await begin(one, other, "Nur unter uns")
    const said = async () => {
      await sweep()
      const { rows } = await group.db.$client.query(
        "select body from conversation_messages where conversation_id = $1",
        [id],
      )
      return rows
    }
    for (const [{ id: personId, email: address }, left] of [
      [one, [{ body: "Nur unter uns" }]],
      [other, []],
    ] as const) {
      const fates = { posts: "stay", certificates: "stay" }
      const order = { ...fates, address, dueOn: today() }
      await group.people.outsider.agent.put(`/api/people/${personId}/leaving`, order).expect(204)
      await group.drain()
      expect(await said()).toEqual(left)
    }
  })

  test("ends with the learning group", async () => {
    const { mueller } = group.people
    const { cohortId } = await addCohort(group, group.people)
    const id = conversationIdOf(cohortId)
    await say(mueller, id, "Nur für kurz")
    await sweep()
    await mueller.agent.get(`/api/conversations/${id}`).expect(200)
    await group.db.$client.query("delete from cohorts where id = $1", [cohortId])
    await mueller.agent.get(`/api/conversations/${id}`).expect(404)
    await sweep()
    const { rows } = await group.db.$client.query("select from conversations where id = $1", [id])
    expect(rows).toEqual([])
  })
})

describe("Making it a question", () => {
  test("leads over a draft that is looked through for personal data before others read it", async () => {
    const { mueller, huber, dangelo } = group.people
    const id = await begin(huber, mueller, "Kundin Petra Sommerfeld fragt nach der Miete", "Fachliches")
    const own = await say(mueller, id, "Ab wann gilt die Erhöhung?")
    const { body } = await mueller.agent.get(`/api/conversations/${id}`).expect(200)
    const messageIds = body.messages.map((message: { id: string }) => message.id)
    const page = await mueller.agent.get(`/gespraeche/${id}/fachfrage`).expect(200)
    expect(page.text).toContain("Miete und Belastung")
    await mueller.agent.form(`/gespraeche/${id}/fachfrage`, { title: "Erhöhung der Miete" }).expect(422)
    const sent = await mueller.agent
      .form(`/gespraeche/${id}/fachfrage`, { messageIds, categoryId: category, title: "Erhöhung der Miete" })
      .expect(303)
    const draft = sent.headers.location?.split("?")[0] ?? ""
    const { text } = await mueller.agent.get(draft).expect(200)
    // The guard comes first, and says what it has found.
    expect(text).toContain('name="finding"')
    expect(text).toContain("Petra Sommerfeld")
    expect(text).toContain("> Kundin")
    expect(text).not.toContain("Petra Huber")
    for (const person of [huber, dangelo]) await person.agent.get(draft).expect(404)
    expect((await huber.agent.get("/api/questions")).body.items).toEqual([])
    const others = { messageIds: [own], categoryId: crypto.randomUUID(), title: "Erhöhung" }
    await mueller.agent.post(`/api/conversations/${id}/question-drafts`, others).expect(422)
    const gone = { ...others, messageIds: [crypto.randomUUID()], categoryId: category }
    await mueller.agent.post(`/api/conversations/${id}/question-drafts`, gone).expect(422)
    await dangelo.agent.post(`/api/conversations/${id}/question-drafts`, gone).expect(404)
  })
})

describe("Mails", () => {
  test("come with the digest, and say nothing of the text where that is ordered", async () => {
    const { mueller, huber, meier } = group.people
    await huber.agent.patch("/api/me", { mailWithoutContent: true }).expect(200)
    await begin(mueller, huber, "Sehr Vertrauliches", "Unter uns beiden")
    await begin(mueller, meier, "Auch Vertrauliches", "Mit Thomas")
    await group.drain()
    expect(await mailsTo(huber)).toEqual([])
    await setClock(group, at(workdayToCome(), "07:00"))
    await beginDigests(group.db)
    await group.drain()
    const [mail] = await mailsTo(huber)
    expect(mail?.text).toContain("Neue Nachricht in einem Gespräch")
    for (const word of ["Vertraulich", "Unter uns", "Sabine"])
      expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toContain(word)
    const [other] = await mailsTo(meier)
    expect(other?.text).toContain("Mit Thomas")
    expect(other?.text).not.toContain("Vertraulich")
    // At once, if somebody wants it so: still without a word of it for whoever ordered that.
    await huber.agent.put("/api/notifications/settings/all", { time: "at-once" }).expect(200)
    await setClock(group, at(addDays(workdayToCome(), 1), "10:00"))
    await begin(mueller, huber, "Ganz Vertrauliches", "Noch eins")
    await group.drain()
    const atOnce = (await mailsTo(huber)).find(({ subject }) => subject.includes("Neue Nachricht"))
    expect(atOnce).toBeDefined()
    expect(`${atOnce?.subject}${atOnce?.text}${atOnce?.html}`).not.toMatch(/Vertraulich|Noch eins|Sabine/)
    await huber.agent.patch("/api/me", { mailWithoutContent: false }).expect(200)
  })
})

describe("Switched off", () => {
  test("nothing of it exists for anybody, and groups and projects have a link instead", async () => {
    const { mueller, huber, facilitator, outsider, schoeller } = group.people
    const id = await begin(mueller, huber, "Bald weg", "Aus")
    const messageId = await say(mueller, id, "Noch eine")
    const talk = conversationIdOf(group.cohortId)
    await mueller.agent.put(`/api/cohorts/${group.cohortId}/chat-link`, {
      link: "https://chat.example.org/a",
    })
    const cohort = `/lerngruppen/${group.cohortId}`
    expect((await mueller.agent.get(cohort)).text).not.toContain("chat.example.org")
    await mueller.agent.get(`${cohort}/chat`).expect(404)
    for (const person of [mueller, schoeller, facilitator])
      await person.agent.put("/api/conversation-settings", { isOn: false, keptDays: 180 }).expect(403)
    await settings({ isOn: false, keptDays: 180 }).expect(204)
    const gone: [method: "get" | "post" | "put" | "delete", path: string, body?: object][] = [
      ["get", "/gespraeche"],
      ["get", "/gespraeche/neu"],
      ["get", "/gespraeche/blockiert"],
      ["get", `/gespraeche/${id}`],
      ["get", `/gespraeche/${id}/fachfrage`],
      ["get", `/gespraeche/${talk}`],
      ["get", "/api/conversations"],
      ["get", `/api/conversations/${id}`],
      ["get", "/api/conversations/people?name=Petra"],
      ["get", "/api/conversations/messages?q=weg"],
      ["get", "/api/conversation-blocks"],
      ["post", "/api/conversations", { personIds: [huber.id], body: "Hallo" }],
      ["post", `/api/conversations/${id}/messages`, { body: "Hallo" }],
      ["post", `/api/conversations/${id}/leave`],
      ["post", `/api/conversations/${talk}/return`],
      ["post", `/api/conversations/${id}/read`, { number: 1 }],
      ["put", `/api/conversation-blocks/${huber.id}`],
      ["delete", `/api/conversation-blocks/${huber.id}`],
      ["delete", `/api/conversation-messages/${messageId}`],
    ]
    for (const [method, path, body] of gone)
      expect((await mueller.agent[method](path, body)).status, `${method} ${path}`).toBe(404)
    expect((await outsider.agent.get("/gespraeche")).status).toBe(404)
    const start = await huber.agent.get("/").expect(200)
    expect(start.text).not.toContain("/gespraeche")
    const told = await huber.agent.get("/api/notifications?notice=conversations.message").expect(200)
    expect(told.body.items).toEqual([])
    // Instead: the address of a room, entered by those who belong there.
    const shown = await mueller.agent.get(cohort).expect(200)
    expect(shown.text).toContain('href="https://chat.example.org/a"')
    expect(shown.text).not.toContain("/gespraeche/")
    await facilitator.agent.form(`${cohort}/chat`, { link: "https://chat.example.org/b" }).expect(303)
    expect((await huber.agent.get(cohort)).text).toContain("https://chat.example.org/b")
    const wrong = await facilitator.agent.form(`${cohort}/chat`, { link: "javascript:alert(1)" }).expect(422)
    expect(wrong.text).toContain("javascript:alert(1)")
    await schoeller.agent.get(`${cohort}/chat`).expect(403)
    await outsider.agent.get(`${cohort}/chat`).expect(404)
    await settings({ isOn: true, keptDays: 180 }).expect(204)
    expect((await huber.agent.get(`/api/conversations/${id}`)).body.messages).toHaveLength(2)
  })

  test("is entered on a page of the administration, and in its log", async () => {
    const { outsider, mueller } = group.people
    await mueller.agent.get("/verwaltung/gespraeche").expect(403)
    const fields = { isOn: "true", keptDays: "90" }
    const bad = await outsider.agent.form("/verwaltung/gespraeche", { ...fields, keptDays: "3" }).expect(422)
    expect(bad.text).toContain('value="3"')
    await outsider.agent.form("/verwaltung/gespraeche", fields).expect(303)
    const { body } = await outsider.agent.get("/api/conversation-settings").expect(200)
    expect(body).toEqual({ isOn: true, keptDays: 90 })
    const { text } = await outsider.agent.get("/verwaltung/protokoll").expect(200)
    expect(text).toContain("Tage, die Nachrichten bleiben")
  })
})
