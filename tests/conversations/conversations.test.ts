import { eq } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { people } from "../../server/accounts/tables.ts"
import { conversationIdOf } from "../../server/conversations/index.ts"
import { cohortMembers } from "../../server/qualification/tables.ts"
import { type Group, openGroup } from "../qualification/group.ts"
import type { Person } from "../support/world.ts"

let group: Group
let talk: string
beforeAll(async () => {
  group = await openGroup()
  talk = conversationIdOf(group.cohortId)
})
afterAll(() => group.close())

const start = (from: Person, to: Person[], fields: object = {}) =>
  from.agent.post("/api/conversations", {
    personIds: to.map(({ id }) => id),
    body: "Passt dir **Dienstag**?",
    ...fields,
  })
const begun = async (from: Person, to: Person[], fields: object = {}): Promise<string> =>
  (await start(from, to, fields).expect(201)).body.id
const say = (person: Person, id: string, body = "Ja, gern.") =>
  person.agent.post(`/api/conversations/${id}/messages`, { body })
const read = async (person: Person, id: string) =>
  (await person.agent.get(`/api/conversations/${id}`).expect(200)).body
const list = async (person: Person) => (await person.agent.get("/api/conversations").expect(200)).body.items
const rowOf = async (person: Person, id: string) =>
  (await list(person)).find((row: { id: string }) => row.id === id)
const toldOf = async (person: Person, id: string) =>
  (await person.agent.get("/api/notifications?notice=conversations.message").expect(200)).body.items.filter(
    (entry: { groupId: string }) => entry.groupId === id,
  )

describe("A conversation of chosen people", () => {
  test("is read and written by them, and to everybody else it does not exist", async () => {
    const { mueller, huber, meier, outsider, schoeller, facilitator } = group.people
    const id = await begun(mueller, [meier])
    await say(meier, id).expect(201)
    const seen = await read(mueller, id)
    expect(seen).toMatchObject({ title: "Thomas Meier", ofGroup: false })
    expect(
      seen.messages.map(({ html, author }: { html: string; author: { name: string } }) => [
        author.name,
        html,
      ]),
    ).toEqual([
      ["Sabine Müller", "<p>Passt dir <strong>Dienstag</strong>?</p>"],
      ["Thomas Meier", "<p>Ja, gern.</p>"],
    ])
    const message = seen.messages[0].id
    // An administrator with every other role is nobody here.
    for (const person of [huber, outsider, schoeller, facilitator]) {
      await person.agent.get(`/api/conversations/${id}`).expect(404)
      await person.agent.get(`/gespraeche/${id}`).expect(404)
      await say(person, id).expect(404)
      await person.agent.form(`/gespraeche/${id}`, { body: "Hallo" }).expect(404)
      await person.agent.post(`/api/conversations/${id}/leave`).expect(404)
      await person.agent.post(`/api/conversations/${id}/read`, { number: 1 }).expect(404)
      await person.agent.delete(`/api/conversation-messages/${message}`).expect(404)
      expect(await rowOf(person, id)).toBeUndefined()
      const found = await person.agent.get("/api/conversations/messages?q=Dienstag").expect(200)
      expect(found.body.items).toEqual([])
    }
  })

  test("begins with people of the house, and with one of them there is one only", async () => {
    const { mueller, meier, huber, facilitator, outsider } = group.people
    const id = await begun(mueller, [meier])
    expect(await begun(meier, [mueller], { body: "Noch etwas" })).toBe(id)
    expect(await begun(mueller, [meier, huber])).not.toBe(id)
    expect(await begun(mueller, [meier], { title: "Zum Workshop" })).not.toBe(id)
    // Whoever is from outside can neither be found nor begin.
    const refused = await start(mueller, [facilitator]).expect(422)
    expect(refused.body.code).toBe("conversation.person-unreachable")
    await start(facilitator, [mueller]).expect(403)
    await facilitator.agent.get("/gespraeche/neu").expect(403)
    await start(mueller, []).expect(400)
    await group.db.update(people).set({ active: false }).where(eq(people.id, outsider.id))
    await start(mueller, [outsider]).expect(422)
    await group.db.update(people).set({ active: true }).where(eq(people.id, outsider.id))
  })

  test("is sent once, whoever presses twice", async () => {
    const { mueller, huber } = group.people
    const key = crypto.randomUUID()
    const id = await begun(mueller, [huber], { title: "Doppelt", key })
    expect(await begun(mueller, [huber], { title: "Doppelt", key })).toBe(id)
    const send = () =>
      huber.agent.post(`/api/conversations/${id}/messages`, { body: "Einmal", key }).expect(201)
    expect((await send()).body.id).toBe((await send()).body.id)
    expect((await read(mueller, id)).messages).toHaveLength(2)
  })

  test("with one person begins once, also where two begin with each other at the same time", async () => {
    const fresh = await group.person("Frida Frisch", ["clerk"], [group.departments.clerks])
    const { mueller } = group.people
    const both = await Promise.all([start(fresh, [mueller]).expect(201), start(mueller, [fresh]).expect(201)])
    const [one, other] = both.map(({ body }) => body.id)
    expect(one).toBe(other)
    const neu = await group.person("Nora Neu", ["clerk"], [group.departments.clerks])
    const twice = { key: "zweimal-gedrueckt" }
    const id = await begun(neu, [mueller], twice)
    expect(await begun(neu, [mueller], twice)).toBe(id)
    expect((await read(neu, id)).messages).toHaveLength(1)
  })

  test("tells the others of what is new until they look, and nobody who has read what", async () => {
    const { mueller, huber, meier } = group.people
    const id = await begun(mueller, [huber, meier], { title: "Zu dritt" })
    await say(mueller, id, "Seht ihr das?").expect(201)
    expect(await rowOf(huber, id)).toMatchObject({ unread: 2, latest: { name: "Sabine Müller" } })
    expect(await rowOf(mueller, id)).toMatchObject({ unread: 0 })
    expect(await toldOf(huber, id)).toMatchObject([
      { title: "Zu dritt", person: "Sabine Müller", address: `/gespraeche/${id}#neu`, read: false },
    ])
    const page = await huber.agent.get(`/gespraeche/${id}`).expect(200)
    expect(page.text).toContain("Neu für Sie")
    expect(page.text).toContain(`data-live="conversation:${id}"`)
    expect(await rowOf(huber, id)).toMatchObject({ unread: 0 })
    expect(await toldOf(huber, id)).toMatchObject([{ read: true }])
    expect(await rowOf(meier, id)).toMatchObject({ unread: 2 })
    // What the others get says nothing of who has looked.
    const { text } = await mueller.agent.get(`/gespraeche/${id}`).expect(200)
    expect(text).not.toMatch(/gelesen von|gesehen/i)
    expect(JSON.stringify(await read(mueller, id))).not.toMatch(/"(seenBy|readBy)"/)
    await meier.agent.post(`/api/conversations/${id}/read`, { number: 1 }).expect(204)
    expect(await rowOf(meier, id)).toMatchObject({ unread: 1 })
  })

  test("counts in the menu as long as something is unread", async () => {
    const { mueller, dangelo } = group.people
    const id = await begun(mueller, [dangelo], { title: "Im Menü" })
    const menu = async () => (await dangelo.agent.get("/hilfe").expect(200)).text
    const counted = /href="\/gespraeche"[^>]*>(?:(?!<\/a>).)*ff-nav__count/s
    expect(await menu()).toMatch(counted)
    await dangelo.agent.get(`/gespraeche/${id}`).expect(200)
    expect(await menu()).not.toMatch(counted)
  })

  test("is left for good; what was written stays for the others, and the last takes it along", async () => {
    const { mueller, huber, meier } = group.people
    const id = await begun(mueller, [huber, meier], { title: "Zum Gehen" })
    await huber.agent.form(`/gespraeche/${id}/verlassen`, {}).expect(303)
    await huber.agent.get(`/gespraeche/${id}`).expect(404)
    expect(await toldOf(huber, id)).toEqual([])
    await say(mueller, id, "Schade").expect(201)
    expect(await toldOf(huber, id)).toEqual([])
    expect((await read(meier, id)).messages).toHaveLength(2)
    await meier.agent.post(`/api/conversations/${id}/leave`).expect(204)
    const alone = await say(mueller, id, "Hallo?").expect(409)
    expect(alone.body.code).toBe("conversation.nobody-there")
    expect((await mueller.agent.get(`/gespraeche/${id}`).expect(200)).text).toContain("niemand mehr")
    await mueller.agent.post(`/api/conversations/${id}/leave`).expect(204)
    const { rows } = await group.db.$client.query("select from conversations where id = $1", [id])
    expect(rows).toEqual([])
  })

  test("loses a message that its author takes back", async () => {
    const { mueller, huber } = group.people
    const id = await begun(mueller, [huber], { title: "Zurück" })
    const own = (await say(huber, id, "Ein Versehen").expect(201)).body.id
    await mueller.agent.delete(`/api/conversation-messages/${own}`).expect(404)
    await huber.agent.form(`/gespraeche/nachrichten/${own}/loeschen`, {}).expect(303)
    expect((await mueller.agent.get(`/gespraeche/${id}`)).text).not.toContain("Ein Versehen")
    expect((await mueller.agent.get("/api/conversations/messages?q=Versehen")).body.items).toEqual([])
  })

  test("shows fifty messages at a time", async () => {
    const { mueller, huber } = group.people
    const id = await begun(mueller, [huber], { title: "Lang" })
    for (let number = 2; number <= 55; number += 1) await say(huber, id, `Nachricht ${number}`).expect(201)
    const latest = await read(mueller, id)
    expect(latest.messages).toHaveLength(50)
    expect(latest).toMatchObject({ older: 6, newer: false })
    const { body } = await mueller.agent.get(`/api/conversations/${id}?before=6`).expect(200)
    expect(body.messages.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4, 5])
    expect(body).toMatchObject({ older: null, newer: true })
    const found = await mueller.agent.get("/gespraeche?suche=Nachricht+3").expect(200)
    const [, href = ""] = /href="(\/gespraeche\/[^"]*vor=13#[^"]*)"/.exec(found.text) ?? []
    expect((await mueller.agent.get(href.replace(/#.*/, "")).expect(200)).text).toContain("Nachricht 3")
  })
})

describe("The conversation of a learning group", () => {
  test("is there by itself, for its learners alone", async () => {
    const { mueller, huber, schoeller, facilitator, outsider } = group.people
    expect(await rowOf(mueller, talk)).toMatchObject({ title: "Lerngruppe Wohngeld", ofGroup: true })
    await mueller.agent.get(`/gespraeche/${talk}`).expect(200)
    await say(mueller, talk, "Wer bringt Karten mit?").expect(201)
    expect((await read(huber, talk)).people).toHaveLength(4)
    expect(await toldOf(huber, talk)).toMatchObject([{ title: "Lerngruppe Wohngeld" }])
    for (const person of [schoeller, facilitator, outsider]) {
      await person.agent.get(`/api/conversations/${talk}`).expect(404)
      await say(person, talk).expect(404)
      expect(await rowOf(person, talk)).toBeUndefined()
    }
    // Its id stands for nothing in the inbox of the group.
    await mueller.agent.get(`/api/conversations/${group.cohortId}`).expect(404)
  })

  test("is left and taken up again; whoever learns no more reads no more", async () => {
    const { huber, meier, mueller } = group.people
    await say(mueller, talk, "Weiter").expect(201)
    await huber.agent.post(`/api/conversations/${talk}/leave`).expect(204)
    await huber.agent.get(`/api/conversations/${talk}`).expect(404)
    expect(await rowOf(huber, talk)).toMatchObject({ left: true, latest: null })
    await say(mueller, talk, "Ohne Petra").expect(201)
    expect(await toldOf(huber, talk)).toEqual([])
    await huber.agent.form(`/gespraeche/${talk}/teilnehmen`, {}).expect(303)
    expect((await read(huber, talk)).messages.length).toBeGreaterThan(1)
    await meier.agent.get(`/api/conversations/${talk}`).expect(200)
    const own = eq(cohortMembers.id, group.members.meier)
    await group.db.update(cohortMembers).set({ leftAt: new Date() }).where(own)
    await meier.agent.get(`/api/conversations/${talk}`).expect(404)
    await meier.agent.post(`/api/conversations/${talk}/return`).expect(404)
    expect(await rowOf(meier, talk)).toBeUndefined()
    expect(await toldOf(meier, talk)).toEqual([])
    await group.db.update(cohortMembers).set({ leftAt: null }).where(own)
  })

  test("is linked from the cohort's page for those who learn there", async () => {
    const { mueller, facilitator } = group.people
    const path = `/lerngruppen/${group.cohortId}`
    expect((await mueller.agent.get(path).expect(200)).text).toContain(`href="/gespraeche/${talk}#neu"`)
    expect((await facilitator.agent.get(path).expect(200)).text).not.toContain("/gespraeche/")
  })
})

describe("Whoever is blocked", () => {
  afterEach(() => group.db.$client.query("delete from conversation_blocks"))

  test("is not read any more, cannot write alone, and is not told", async () => {
    const { mueller, huber, meier } = group.people
    const pair = await begun(huber, [mueller])
    const three = await begun(huber, [mueller, meier], { title: "Drei" })
    await mueller.agent.form(`/gespraeche/blockiert/${huber.id}`, { back: `/gespraeche/${pair}` }).expect(303)
    // As if the other had left.
    const refused = await say(huber, pair).expect(409)
    expect(refused.body.code).toBe("conversation.nobody-there")
    const seen = await read(huber, pair)
    expect([seen.title, seen.people.map(({ isMe }: { isMe: boolean }) => isMe)]).toEqual(["", [true]])
    await start(huber, [mueller], { title: "Neu" }).expect(422)
    const found = await huber.agent.get("/api/conversations/people?name=Sabine").expect(200)
    expect(found.body.items).toEqual([])
    // Among others it goes on, and who has blocked somebody reads nothing of them.
    await mueller.agent.get(`/gespraeche/${three}`).expect(200)
    await say(huber, three, "Geheimes Wort").expect(201)
    expect(await rowOf(mueller, three)).toMatchObject({ unread: 0 })
    expect(await toldOf(mueller, three)).toEqual([])
    expect(JSON.stringify(await read(mueller, three))).not.toContain("Geheimes")
    expect((await mueller.agent.get("/api/conversations/messages?q=Geheimes")).body.items).toEqual([])
    expect(JSON.stringify(await read(meier, three))).toContain("Geheimes")
    expect((await read(huber, three)).people).toMatchObject([{}, {}, {}])
    expect(JSON.stringify(await read(huber, three))).not.toContain('"blocked":true')
    const { body } = await mueller.agent.get("/api/conversation-blocks").expect(200)
    expect(body.items).toEqual([{ id: huber.id, name: "Petra Huber" }])
    await mueller.agent.delete(`/api/conversation-blocks/${huber.id}`).expect(204)
    await say(huber, pair).expect(201)
  })

  test("is somebody with whom one has a conversation", async () => {
    const { mueller, outsider, dangelo } = group.people
    await mueller.agent.put(`/api/conversation-blocks/${outsider.id}`).expect(404)
    await mueller.agent.put(`/api/conversation-blocks/${crypto.randomUUID()}`).expect(404)
    await mueller.agent.put(`/api/conversation-blocks/${mueller.id}`).expect(422)
    await mueller.agent.put(`/api/conversation-blocks/${dangelo.id}`).expect(204)
  })
})

describe("Without a script", () => {
  test("people are chosen one after the other, and what is typed comes back", async () => {
    const { mueller, huber, meier } = group.people
    const first = await mueller.agent.get("/gespraeche/neu?name=hub").expect(200)
    expect(first.text).toContain(`href="/gespraeche/neu?person=${huber.id}"`)
    const second = await mueller.agent.get(`/gespraeche/neu?person=${huber.id}&name=mei`).expect(200)
    expect(second.text).toContain(`href="/gespraeche/neu?person=${huber.id}&amp;person=${meier.id}"`)
    const fields = { personIds: [huber.id, meier.id], title: "Ohne Skript" }
    const { text } = await mueller.agent.form("/gespraeche/neu", { ...fields, body: " " }).expect(422)
    expect(text).toContain('value="Ohne Skript"')
    expect(text).toContain('href="#feld-body"')
    const alone = await mueller.agent
      .form("/gespraeche/neu", { title: "", body: "An niemanden mehr" })
      .expect(422)
    expect(alone.text).toContain("An niemanden mehr</textarea>")
    const sent = await mueller.agent
      .form("/gespraeche/neu", { ...fields, body: "Los geht es", idempotencyKey: crypto.randomUUID() })
      .expect(303)
    const path = sent.headers.location?.split("?")[0] ?? ""
    const begun = await huber.agent.get(path).expect(200)
    expect(begun.text).toContain("Los geht es")
    // Others are taken in by a new one, which tells them nothing of this one.
    const ids = [...begun.text.matchAll(/neu\?person=([0-9a-f-]+)&amp;person=([0-9a-f-]+)/g)][0]?.slice(1)
    expect(new Set(ids)).toEqual(new Set([mueller.id, meier.id]))
    const empty = await huber.agent.form(path, { body: "" }).expect(422)
    expect(empty.text).toContain("Los geht es")
    const answered = await huber.agent.form(path, { body: "Gut" }).expect(303)
    expect(answered.headers.location).toContain("#nachricht-")
  })
})
