import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { DAY, HOUR, moveClock, now, resetClock } from "../../server/kernel/time.ts"
import { forgetAnswers } from "../../server/qualification/events/forget.ts"
import type { Person } from "../support/world.ts"
import { addColleagues, eventFields, holdEvent, planEvent } from "./events.ts"
import { type Group, openGroup } from "./group.ts"

let group: Group
let colleagues: Person[]

beforeAll(async () => {
  group = await openGroup()
  colleagues = await addColleagues(group, group.departments.clerks, 12)
})
afterEach(() => resetClock())
afterAll(() => group.close())

const find = async (person: Person, id: string) =>
  (await person.agent.get(`/api/events/${id}`).expect(200)).body
const unfolded = (calendar: string | null) => (calendar ?? "").replaceAll(/\r?\n[ \t]/g, "")

/** The mails to a person since the last look. */
let seen = new Set<string>()
beforeEach(async () => {
  await group.drain()
  seen = new Set((await group.mails()).map(({ id }) => id))
})
async function mailsTo({ email }: Person) {
  await group.drain()
  const fresh = (await group.mails()).filter(({ id, to }) => !seen.has(id) && to === email)
  return fresh.map((mail) => ({ ...mail, calendar: unfolded(mail.calendar) }))
}

describe("An information event", () => {
  it("is the group's plan until the facilitator invites; nobody else learns that it is there", async () => {
    const { mueller, huber, facilitator, schoeller, outsider, vogt } = group.people
    const id = await planEvent(mueller, group.cohortId)
    for (const person of [huber, facilitator, schoeller]) await find(person, id)
    for (const { agent } of [outsider, ...colleagues.slice(0, 1)]) {
      await agent.get(`/api/events/${id}`).expect(404)
      await agent.get(`/infoveranstaltungen/${id}`).expect(404)
      await agent.put(`/api/events/${id}/answer`, { isComing: true }).expect(404)
      await agent.get(`/api/events/${id}/objections`).expect(404)
      expect((await agent.get("/api/events").expect(200)).body.items).toEqual([])
    }
    await mueller.agent.post(`/api/events/${id}/invite`).expect(403)
    await vogt.agent.put(`/api/events/${id}`, { ...eventFields(), version: 1 }).expect(403)
    await outsider.agent.post(`/api/cohorts/${group.cohortId}/events`, eventFields()).expect(404)
    await schoeller.agent.post(`/api/cohorts/${group.cohortId}/events`, eventFields()).expect(403)
  })

  it("is planned once, however often the form is sent", async () => {
    const { mueller } = group.people
    const twice = { title: "Zweimal gesendet", key: "zweimal-gesendet" }
    const ids = [
      await planEvent(mueller, group.cohortId, twice),
      await planEvent(mueller, group.cohortId, twice),
    ]
    expect(new Set(ids).size).toBe(1)
    const page = `/lerngruppen/${group.cohortId}/infoveranstaltungen/neu`
    const { text } = await mueller.agent.get(page).expect(200)
    expect(text).toMatch(/name="idempotencyKey" value="[0-9a-f-]{36}"/)
  })

  it("stands in the half-year plan, and begins in its form with what the group planned", async () => {
    const { huber } = group.people
    const fields = { aim: "", day: "2027-03-02", time: "10:00 bis 11:30 Uhr", place: "Saal", audience: "" }
    const content = {
      link: "",
      fields: { ...fields, hosts: "Petra Huber", preparation: "", record: "" },
      lines: [{ topic: "Ein Fall", minutes: "10", who: "Petra Huber" }],
    }
    const plan = `/api/cohorts/${group.cohortId}/plans/event`
    await huber.agent.put(plan, { version: 0, content }).expect(200)
    const form = await huber.agent.get(`/lerngruppen/${group.cohortId}/infoveranstaltungen/neu`).expect(200)
    expect(form.text).toContain('value="2027-03-02T10:00"')
    expect(form.text).toContain('value="2027-03-02T11:30"')
    expect(form.text).toContain("- Ein Fall (10 min, Petra Huber)")
    const made = await huber.agent
      .form(`/lerngruppen/${group.cohortId}/infoveranstaltungen/neu`, {
        ...eventFields({ title: "Vorstellung im März" }),
        startsAt: "2027-03-02T10:00",
        endsAt: "2027-03-02T11:30",
        departmentIds: "",
      })
      .expect(303)
    const path = made.headers.location?.split("?")[0] ?? ""
    for (const page of ["", "/vorhaben/kolleginnen-und-kollegen"]) {
      const { text } = await huber.agent.get(`/lerngruppen/${group.cohortId}${page}`).expect(200)
      expect(text).toContain(`href="${path}"`)
    }
  })

  it("refuses an end before its beginning, and an audience that is none", async () => {
    const { mueller } = group.people
    const wrong = async (more: object) =>
      (await mueller.agent.post(`/api/cohorts/${group.cohortId}/events`, eventFields(more)).expect(422)).body
    expect(await wrong({ endsAt: now().toISOString() })).toMatchObject({
      errors: [{ field: "endsAt", code: "event.ends-before" }],
    })
    expect(await wrong({ audience: "listed" })).toMatchObject({
      errors: [{ field: "departmentIds", code: "event.audience-needed" }],
    })
    expect(await wrong({ departmentIds: [group.departments.law] })).toMatchObject({
      errors: [{ field: "audience", code: "event.audience-unclear" }],
    })
  })
})

describe("The invitations", () => {
  it("put it into the calendars of chosen departments and of the group, under one id that stays", async () => {
    const { mueller, vogt, outsider, facilitator } = group.people
    const departmentIds = [group.departments.law]
    const id = await holdEvent(group.people, group.cohortId, { audience: "listed", departmentIds })
    for (const person of [vogt, outsider, facilitator]) {
      const [mail, ...more] = await mailsTo(person)
      expect(more).toEqual([])
      expect(mail?.subject).toContain("Einladung: Das Fachforum kennenlernen")
      expect(mail?.calendar).toContain("METHOD:REQUEST")
      expect(mail?.calendar).toContain(`UID:${id}@localhost`)
      expect(mail?.calendar).toContain("SEQUENCE:0")
    }
    expect(await mailsTo(colleagues[0] as Person)).toEqual([])
    await facilitator.agent.post(`/api/events/${id}/invite`).expect(409)

    seen = new Set((await group.mails()).map((mail) => mail.id))
    const moved = eventFields({ audience: "listed", departmentIds, place: "Kantine", version: 1 })
    await mueller.agent.put(`/api/events/${id}`, moved).expect(204)
    const [changed] = await mailsTo(vogt)
    expect(changed?.text).toContain("neuer Ort (bisher Großer Sitzungssaal)")
    expect(changed?.calendar).toContain(`UID:${id}@localhost`)
    expect(changed?.calendar).toContain("SEQUENCE:1")
    const late = await mueller.agent.put(`/api/events/${id}`, moved).expect(409)
    expect(late.body.code).toBe("event.changed")
  })

  it("follow the audience: whoever is new is invited, whoever is out gets it cancelled", async () => {
    const { mueller, vogt } = group.people
    const [colleague] = colleagues as [Person]
    const listed = (id: string) => ({ audience: "listed", departmentIds: [id] })
    const { law, clerks } = group.departments
    const id = await holdEvent(group.people, group.cohortId, listed(clerks))
    expect(await mailsTo(colleague)).toHaveLength(1)
    seen = new Set((await group.mails()).map((mail) => mail.id))
    await mueller.agent.put(`/api/events/${id}`, { ...eventFields(listed(law)), version: 1 }).expect(204)
    const [off] = await mailsTo(colleague)
    expect(off?.calendar).toContain("METHOD:CANCEL")
    expect(off?.text).toContain("richtet sich nicht mehr an Sie")
    await colleague.agent.get(`/api/events/${id}`).expect(404)
    // A manager of the group has it already, and for her nothing changed.
    expect(await mailsTo(vogt)).toEqual([])
  })

  it("are taken back for all when it is cancelled; what was raised stays readable", async () => {
    const { facilitator, mueller } = group.people
    const [colleague] = colleagues as [Person]
    const id = await holdEvent(group.people, group.cohortId)
    await group.drain()
    seen = new Set((await group.mails()).map((mail) => mail.id))
    await mueller.agent.post(`/api/events/${id}/cancel`).expect(403)
    await facilitator.agent.post(`/api/events/${id}/cancel`).expect(204)
    const [mail] = await mailsTo(colleague)
    expect(mail?.subject).toContain("Abgesagt")
    expect(mail?.calendar).toContain("METHOD:CANCEL")
    expect(mail?.calendar).toContain("SEQUENCE:1")
    const answer = await colleague.agent.put(`/api/events/${id}/answer`, { isComing: true }).expect(409)
    expect(answer.body.code).toBe("event.cancelled")
    await colleague.agent.get(`/infoveranstaltungen/${id}/einwaende`).expect(200)
  })

  it("stand in the inbox, and go from it with the right to see the event", async () => {
    const [, colleague] = colleagues as [Person, Person]
    const { mueller } = group.people
    const id = await holdEvent(group.people, group.cohortId, { title: "Nur kurz für alle" })
    const own = async () => {
      const { body } = await colleague.agent.get("/api/notifications?notice=qualification.event").expect(200)
      return body.items.filter((item: { address: string }) => item.address.endsWith(id))
    }
    expect(await own()).toMatchObject([{ title: "Nur kurz für alle", kind: null }])
    const bell = async () =>
      (await colleague.agent.get("/profil").expect(200)).text.match(/(\d+) ungelesen/)?.[1]
    const before = Number(await bell())
    const law = { audience: "listed", departmentIds: [group.departments.law] }
    await mueller.agent.put(`/api/events/${id}`, { ...eventFields(law), version: 1 }).expect(204)
    // The bell tells nothing of what cannot be seen any more, and its number neither.
    expect(Number(await bell())).toBe(before - 1)
    expect(await own()).toEqual([])
  })
})

describe("The list of events", () => {
  it("holds what the person can open, and nothing else", async () => {
    const { law, clerks } = group.departments
    const { mueller, facilitator, schoeller, vogt, outsider, otherFacilitator } = group.people
    const listed = (id: string) => ({ audience: "listed", departmentIds: [id] })
    const ids = [
      await planEvent(mueller, group.cohortId),
      await holdEvent(group.people, group.cohortId, listed(law)),
      await holdEvent(group.people, group.cohortId, listed(clerks)),
      await holdEvent(group.people, group.cohortId),
    ]
    const lawyer = await group.person("Jens Albrecht", ["specialist"], [law])
    const everybody = [
      mueller,
      facilitator,
      schoeller,
      vogt,
      outsider,
      otherFacilitator,
      lawyer,
      ...colleagues,
    ]
    for (const person of everybody) {
      const items: { id: string }[] = (await person.agent.get("/api/events").expect(200)).body.items
      const opened = await Promise.all(ids.map((id) => person.agent.get(`/api/events/${id}`)))
      const expected = opened.map(({ status }, at) => [ids[at], status === 200])
      expect(
        ids.map((id) => [id, items.some((item) => item.id === id)]),
        person.name,
      ).toEqual(expected)
    }
    expect((await otherFacilitator.agent.get("/api/events").expect(200)).body.items).toEqual([])
  })
})

describe("The calendar feed", () => {
  it("of a colleague has what they are invited to, and nothing that is only planned", async () => {
    const [colleague] = colleagues as [Person]
    const planned = await planEvent(group.people.mueller, group.cohortId, { title: "Nur geplant" })
    await holdEvent(group.people, group.cohortId, { title: "Steht im Kalender" })
    const { body } = await colleague.agent.post("/api/calendar-feed").expect(201)
    const feed = await group.nobody.get(new URL(body.address).pathname).expect(200)
    expect(feed.text).toContain("SUMMARY:Steht im Kalender")
    expect(feed.text).not.toContain(planned)
  })
})

describe("Whether one comes", () => {
  it("is asked, can be said anew, and reaches the hosts as a number in fives alone", async () => {
    const { mueller, schoeller, facilitator } = group.people
    const id = await holdEvent(group.people, group.cohortId)
    const say = (person: Person, isComing: boolean) =>
      person.agent.put(`/api/events/${id}/answer`, { isComing }).expect(204)
    for (const person of colleagues.slice(0, 4)) await say(person, true)
    expect((await find(mueller, id)).coming).toBeNull()
    await colleagues[4]?.agent
      .form(`/infoveranstaltungen/${id}`, { action: "answer", isComing: "true" })
      .expect(303)
    expect((await find(mueller, id)).coming).toBe(5)
    for (const person of colleagues.slice(5, 9)) await say(person, true)
    expect((await find(facilitator, id)).coming).toBe(5)
    await say(colleagues[0] as Person, false)
    expect((await find(colleagues[0] as Person, id)).isComing).toBe(false)
    // Managers are no hosts, and the audience gets no number.
    expect((await find(schoeller, id)).coming).toBeNull()
    expect((await find(colleagues[1] as Person, id)).coming).toBeNull()
    for (const person of colleagues) await say(person, true)
    // Twelve of the nineteen whom it is meant for.
    expect((await find(mueller, id)).coming).toBe(10)
    const page = await mueller.agent.get(`/infoveranstaltungen/${id}`).expect(200)
    expect(page.text).toContain("Mindestens 10 Personen kommen")
    expect(page.text).not.toContain("Kollegin 3")
  })

  it("is for whom it is meant, and deleted a week after the event", async () => {
    const { facilitator } = group.people
    const id = await holdEvent(group.people, group.cohortId)
    await facilitator.agent.put(`/api/events/${id}/answer`, { isComing: true }).expect(403)
    const [colleague] = colleagues as [Person]
    await colleague.agent.put(`/api/events/${id}/answer`, { isComing: true }).expect(204)
    moveClock(9 * DAY)
    const late = await colleague.agent.put(`/api/events/${id}/answer`, { isComing: false }).expect(409)
    expect(late.body.code).toBe("event.over")
    await forgetAnswers(group.db)
    expect((await find(colleague, id)).isComing).toBe(true)
    moveClock(7 * DAY + HOUR)
    await forgetAnswers(group.db)
    expect((await find(colleague, id)).isComing).toBeNull()
  })
})
