import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { DAY, moveClock, resetClock, today } from "../../server/kernel/time.ts"
import { listChanged } from "../../server/qualification/outcome.ts"
import type { Person } from "../support/world.ts"
import { addColleagues, holdEvent } from "./events.ts"
import { type Group, openGroup } from "./group.ts"

let group: Group
let colleagues: Person[]
let event: string

beforeAll(async () => {
  group = await openGroup()
  colleagues = await addColleagues(group, group.departments.clerks, 12)
  event = await holdEvent(group.people, group.cohortId)
})
afterEach(() => resetClock())
afterAll(() => group.close())

type Listed = { id: string; words: string; version: number } & Record<string, unknown>
const list = async (person: Person, of = event): Promise<Listed[]> =>
  (await person.agent.get(`/api/events/${of}/objections`).expect(200)).body.items
const raise = (person: Person, words: string, more: object = {}) =>
  person.agent.post(`/api/events/${event}/objections`, { kind: "objection", words, isNamed: false, ...more })
const one = async (person: Person, words: string) =>
  (await list(person)).find((objection) => objection.words === words) as Listed
const MARK = { mark: "open", answer: "", who: "", until: null, doneOn: null, link: "", linkTitle: "" }

describe("An objection", () => {
  it("is raised by anybody of the audience, with the name or without", async () => {
    const [first, second] = colleagues as [Person, Person]
    await raise(first, "Noch ein System, das keiner braucht.").expect(201)
    await raise(second, "Zählt jemand, wer wie viel fragt?", { kind: "question", isNamed: true }).expect(201)
    for (const person of [first, group.people.schoeller, group.people.facilitator])
      expect(await one(person, "Noch ein System, das keiner braucht.")).toMatchObject({
        author: null,
        kind: "objection",
        mark: "open",
        raisedOn: today(),
        isFromRoom: false,
      })
    expect((await one(first, "Zählt jemand, wer wie viel fragt?")).author).toBe("Kollegin 1")
    const { text } = await first.agent.get(`/infoveranstaltungen/${event}/einwaende`).expect(200)
    expect(text).toContain("Noch ein System, das keiner braucht.")
    await group.people.otherFacilitator.agent
      .post(`/api/events/${event}/objections`, { kind: "objection", words: "Fremd", isNamed: false })
      .expect(404)
  })

  it("without a name leaves nothing that leads back: no person, no session, no time within the day", async () => {
    const [author] = colleagues as [Person]
    await raise(author, "Dann sieht jeder, was ich nicht weiß.").expect(201)
    const query = group.db.$client
    const { rows } = await query.query("select * from objections where words like 'Dann sieht%'")
    expect(rows[0]).toMatchObject({ author_id: null })
    // A random id: others of ours begin with the time.
    expect(rows[0].id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
    expect(
      Object.values(rows[0]).some((value) => JSON.stringify(value)?.match(/\d\d:\d\d:\d\d\.\d*[1-9]/)),
    ).toBe(false)
    for (const table of ["submissions", "audit_log", "objection_supports"]) {
      const kept = await query.query(`select row_to_json(t)::text as whole from ${table} t`)
      expect(kept.rows.filter(({ whole }) => whole.includes(rows[0].id))).toEqual([])
    }
    // The counter ends with the day, and its name is a keyed hash.
    const { rows: counters } = await query.query(
      "select bucket, to_char(expires_at at time zone 'Europe/Berlin', 'HH24:MI:SS.MS') as ends from throttles where bucket like 'objection:%'",
    )
    expect(counters.length).toBeGreaterThan(0)
    for (const { bucket, ends } of counters) {
      expect(bucket).toMatch(/^objection:[\w-]{43}$/)
      expect(ends).toBe("00:00:00.000")
    }
    // Their own list has it for everybody alike.
    expect(await one(author, "Dann sieht jeder, was ich nicht weiß.")).toMatchObject({
      can: { remove: false },
    })
  })

  it("twice by a double click is one; too many on one day are refused, until tomorrow", async () => {
    const author = colleagues[2] as Person
    const first = await raise(author, "Wer soll das alles lesen?", { kind: "question" }).expect(201)
    const again = await raise(author, "Wer soll das alles lesen?", { kind: "question" }).expect(201)
    expect(again.body.id).toBe(first.body.id)
    for (let at = 0; at < 8; at++) await raise(author, `Nummer ${at}`).expect(201)
    const often = await raise(author, "Eine zu viel").expect(429)
    expect(often.body.code).toBe("objection.often")
    await raise(colleagues[3] as Person, "Von jemand anderem").expect(201)
    const form = await author.agent
      .form(`/infoveranstaltungen/${event}/einwaende`, {
        action: "raise",
        kind: "objection",
        words: "Steht noch da",
      })
      .expect(429)
    expect(form.text).toContain("Steht noch da")
    moveClock(DAY)
    await raise(author, "Am nächsten Tag").expect(201)
  })

  it("is supported once by each; the number is said in fives, and whose it is never", async () => {
    const { huber } = group.people
    const { id } = await one(huber, "Noch ein System, das keiner braucht.")
    const support = (person: Person, isSupported = true) =>
      person.agent.put(`/api/objections/${id}/support`, { isSupported }).expect(204)
    const said = async (person: Person) => {
      const { supporters, isSupported } = await one(person, "Noch ein System, das keiner braucht.")
      return [supporters, isSupported]
    }
    for (const person of colleagues.slice(0, 4)) await support(person)
    await support(colleagues[0] as Person)
    expect(await said(huber)).toEqual([null, false])
    await support(colleagues[4] as Person)
    expect(await said(huber)).toEqual([5, false])
    expect(await said(colleagues[4] as Person)).toEqual([5, true])
    await support(colleagues[4] as Person, false)
    expect(await said(colleagues[4] as Person)).toEqual([null, false])
  })

  it("of one's own is no one's to support, and can be taken back as long as nothing became of it", async () => {
    const author = colleagues[5] as Person
    const { body } = await raise(author, "Nehme ich zurück", { isNamed: true }).expect(201)
    expect(await one(author, "Nehme ich zurück")).toMatchObject({ can: { support: false, remove: true } })
    await colleagues[6]?.agent.delete(`/api/objections/${body.id}`).expect(403)
    await author.agent.delete(`/api/objections/${body.id}`).expect(204)
    expect(await one(author, "Nehme ich zurück")).toBeUndefined()
  })
})

describe("What was said in the room", () => {
  it("is entered by hosts, a line each, questions by their mark", async () => {
    const { meier, schoeller } = group.people
    const lines =
      "- Bis da jemand antwortet, habe ich dreimal angerufen.\n\nWas ist, wenn doch ein Name dasteht?\n"
    const path = `/api/events/${event}/objections/entered`
    await schoeller.agent.post(path, { lines }).expect(403)
    await colleagues[0]?.agent.post(path, { lines }).expect(403)
    await meier.agent.form(`/infoveranstaltungen/${event}/einwaende`, { action: "enter", lines }).expect(303)
    await meier.agent.post(path, { lines }).expect(204)
    const entered = (await list(meier)).filter(({ isFromRoom }) => isFromRoom)
    expect(entered.map(({ words, kind }) => [words, kind]).toSorted()).toEqual([
      ["Bis da jemand antwortet, habe ich dreimal angerufen.", "objection"],
      ["Was ist, wenn doch ein Name dasteht?", "question"],
    ])
    const long = await meier.agent.post(path, { lines: "x".repeat(700) }).expect(422)
    expect(long.body.errors).toMatchObject([{ field: "lines", code: "objection.lines" }])
  })

  it("is taken from the cards that the group prepared, each once, and only by hosts", async () => {
    const { meier } = group.people
    const card = (words: string) => ({
      card: "question",
      words,
      outcome: "",
      measure: "",
      who: "",
      until: "",
    })
    const lines = [card("Wer pflegt die Kategorien?"), card("Was ist, wenn doch ein Name dasteht?")]
    await meier.agent
      .put(`/api/cohorts/${group.cohortId}/plans/objections`)
      .send({ version: 0, content: { link: "", fields: {}, lines } })
      .expect(200)
    const path = `/infoveranstaltungen/${event}/einwaende`
    const { text } = await meier.agent.get(path).expect(200)
    // The other one stands in the register already.
    expect(text).toContain("Eine Karte aus „Einwände und gute Fragen“ hier einsetzen")
    expect(text).not.toContain("Wer pflegt die Kategorien?")
    const filled = await meier.agent.get(`${path}?mit=karten`).expect(200)
    expect(filled.text).toMatch(/<textarea[^>]*>\n?Wer pflegt die Kategorien\?<\/textarea>/)
    const foreign = await colleagues[0]?.agent.get(`${path}?mit=karten`).expect(200)
    expect(foreign?.text).not.toContain("Wer pflegt die Kategorien?")
    await meier.agent.form(path, { action: "enter", lines: "Wer pflegt die Kategorien?" }).expect(303)
    expect((await meier.agent.get(path).expect(200)).text).not.toContain("hier einsetzen")
  })
})

describe("What becomes of it", () => {
  const WAITING = "Bis da jemand antwortet, habe ich dreimal angerufen."

  it("is said by the group with what belongs to it, for everybody to read", async () => {
    const { mueller, schoeller } = group.people
    const { id, version } = await one(mueller, WAITING)
    const mark = (person: Person, more: object) =>
      person.agent.put(`/api/objections/${id}/mark`, { ...MARK, version, ...more })
    await mark(schoeller, {}).expect(403)
    await mark(colleagues[0] as Person, {}).expect(403)
    const fault = async (more: object) => (await mark(mueller, more).expect(422)).body.errors[0]
    expect(await fault({ mark: "keep" })).toMatchObject({ field: "answer" })
    expect(await fault({ mark: "change", answer: "Zwei Tage" })).toMatchObject({ field: "who" })
    expect(await fault({ mark: "change", answer: "Zwei Tage", who: "Katrin Vogt" })).toMatchObject({
      field: "until",
    })
    const changed = {
      mark: "change",
      answer: "Jede Frage bekommt in zwei Arbeitstagen eine Zeile.",
      who: "Katrin Vogt",
      until: "2027-04-01",
      link: "/nutzungsregeln",
      linkTitle: "Regel 5",
    }
    await mark(mueller, changed).expect(204)
    const late = await mark(mueller, changed).expect(409)
    expect(late.body.code).toBe("objection.changed")
    const { text } = await (colleagues[7] as Person).agent
      .get(`/infoveranstaltungen/${event}/einwaende`)
      .expect(200)
    expect(text).toContain("wird geändert")
    expect(text).toContain("Jede Frage bekommt in zwei Arbeitstagen eine Zeile.")
    expect(text).toContain('<a href="/nutzungsregeln">Regel 5</a>')
  })

  it("is compared with a newer version in the form", async () => {
    const { huber } = group.people
    const { id, version } = await one(huber, WAITING)
    await colleagues[0]?.agent.get(`/einwaende/${id}`).expect(403)
    await huber.agent.get(`/einwaende/${id}`).expect(200)
    const late = await huber.agent
      .form(`/einwaende/${id}`, {
        ...MARK,
        until: "",
        doneOn: "",
        version: String(version - 1),
        answer: "Meins",
      })
      .expect(409)
    expect(late.text).toContain("Meins")
    expect(late.text).toContain("Katrin Vogt")
  })

  it("reaches whoever raised it with their name, in the inbox", async () => {
    const { mueller } = group.people
    const author = colleagues[1] as Person
    const { id, version } = await one(mueller, "Zählt jemand, wer wie viel fragt?")
    const answer = { ...MARK, version, mark: "answered", answer: "Nein, und es gibt auch keine Auswertung." }
    await mueller.agent.put(`/api/objections/${id}/mark`, answer).expect(204)
    const { body } = await author.agent.get("/api/notifications?notice=qualification.event").expect(200)
    expect(body.items.map(({ title }: { title: string }) => title)).toContain(
      "Zählt jemand, wer wie viel fragt?",
    )
    // It is answered, so it stays.
    await author.agent.delete(`/api/objections/${id}`).expect(403)
  })

  it("feeds the announcement of the roll-out: what led to a change, without names", async () => {
    const changed = await listChanged(group.db, group.cohortId)
    expect(changed).toMatchObject([{ words: WAITING, who: "Katrin Vogt", link: "/nutzungsregeln" }])
    expect(changed[0]).not.toHaveProperty("author")
    expect(await listChanged(group.db, group.programmeId)).toEqual([])
    const { mueller, facilitator } = group.people
    const plan = `/api/cohorts/${group.cohortId}/plans/rollout`
    const fields = { startOn: "2027-05-03", support: "", help: "", review: "" }
    await mueller.agent.put(plan, { version: 0, content: { link: "", fields, lines: [] } }).expect(200)
    await facilitator.agent.post(`${plan}/decide`, { version: 1 }).expect(204)
    const drafted = await mueller.agent
      .post("/api/announcements/roll-outs", { groupId: group.cohortId })
      .expect(201)
    const { body } = await mueller.agent.get(`/api/announcements/${drafted.body.id}`).expect(200)
    expect(body.body).toContain(
      `„${WAITING}“ – Jede Frage bekommt in zwei Arbeitstagen eine Zeile. [Regel 5](/nutzungsregeln)`,
    )
  })

  it("goes when the facilitator deletes it, who is named in the audit log", async () => {
    const { facilitator, mueller } = group.people
    const { id } = await one(mueller, "Nummer 3")
    await mueller.agent.delete(`/api/objections/${id}`).expect(403)
    await facilitator.agent
      .form(`/infoveranstaltungen/${event}/einwaende`, { action: "remove", id })
      .expect(303)
    expect(await one(mueller, "Nummer 3")).toBeUndefined()
    const { rows } = await group.db.$client.query(
      "select subject_id from audit_log where action = 'event.objection-removed'",
    )
    expect(rows).toEqual([{ subject_id: event }])
  })
})
