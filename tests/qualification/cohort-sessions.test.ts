import { eq } from "drizzle-orm"
import ICAL from "ical.js"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { DAY, moveClock, now, resetClock } from "../../server/kernel/time.ts"
import { cohortSteps } from "../../server/qualification/tables.ts"
import { ask, itWith } from "../support/outside.ts"
import { addCohort, type Group, openGroup } from "./group.ts"

let group: Group
let cohort: Awaited<ReturnType<typeof addCohort>>

beforeAll(async () => {
  group = await openGroup()
})
beforeEach(async () => {
  cohort = await addCohort(group, group.people)
  await group.drain()
})
afterAll(async () => {
  resetClock()
  await group.close()
})

const inDays = (days: number) =>
  new Date(Math.floor((now().getTime() + days * DAY) / 1000) * 1000).toISOString()
const place = {
  place: "Raum 3, 1. OG; links",
  link: "https://treffen.example/gruppe",
  dialIn: "030 1234, PIN 7",
}
const moved = (version: number, more: object = {}) => ({
  version,
  startsAt: inDays(30),
  minutes: 90,
  ...place,
  ...more,
})
const move = (id: string, body: object) => group.people.facilitator.agent.put(`/api/cohort-steps/${id}`, body)
const invite = () =>
  group.people.facilitator.agent.post(`/api/cohorts/${cohort.cohortId}/invitations`).expect(204)

/** What the mails with a date since then hold, read by another library than the one that wrote them. */
async function entries(since: number) {
  await group.drain()
  const mails = (await group.mails()).toReversed().slice(since)
  return mails.flatMap((mail) => {
    if (mail.calendar === null) return []
    const calendar = new ICAL.Component(ICAL.parse(mail.calendar))
    const vevent = calendar.getFirstSubcomponent("vevent")
    if (!vevent) throw new Error("no entry")
    return {
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      method: calendar.getFirstPropertyValue("method"),
      event: new ICAL.Event(vevent),
      attendees: vevent.getAllProperties("attendee").map((one) => String(one.getFirstValue()).toLowerCase()),
    }
  })
}
const mailCount = async () => {
  await group.drain()
  return (await group.mails()).length
}

describe("invitations", () => {
  it("go to learners and facilitators of the cohort, one for each session, and once", async () => {
    const before = await mailCount()
    const { agent } = group.people.facilitator
    const view = (await agent.get(`/api/cohorts/${cohort.cohortId}/invitations`).expect(200)).body
    expect(view.sessions).toBe(3)
    expect(view.people.map(({ name }: { name: string }) => name)).not.toContain("Martina Schöller")
    await invite()
    await invite()
    const sent = await entries(before)
    expect(sent).toHaveLength(5 * 3)
    const { people } = group
    const allowed = [people.facilitator, people.mueller, people.huber, people.meier, people.dangelo]
    expect(new Set(sent.map(({ to }) => to))).toEqual(new Set(allowed.map(({ email }) => email)))
    for (const { method, to, attendees, event } of sent) {
      expect(method).toBe("REQUEST")
      expect(attendees).toEqual([`mailto:${to}`])
      expect(event.sequence).toBe(0)
    }
    expect(new Set(sent.map(({ event }) => event.uid)).size).toBe(3)
    const [step] = await group.db.select().from(cohortSteps).where(eq(cohortSteps.id, cohort.steps.meeting))
    const meeting = sent.find(({ event }) => event.uid.startsWith(cohort.steps.meeting))
    const instant = Math.floor((step?.startsAt.getTime() ?? 0) / 1000)
    expect(meeting?.event.startDate.toUnixTime()).toBe(instant)
  })

  it("are followed by every change under the same name with a higher sequence, until it is cancelled", async () => {
    const id = cohort.steps.assessment
    await move(id, moved(1)).expect(204)
    expect(await entries(await mailCount())).toEqual([])
    await invite()
    const before = await mailCount()
    const later = moved(2, { startsAt: inDays(31) })
    await move(id, later).expect(204)
    await move(id, later).expect(204)
    const changed = await entries(before)
    expect(changed).toHaveLength(5)
    const [first] = changed
    expect(first?.method).toBe("REQUEST")
    expect(first?.event.uid).toContain(id)
    expect(first?.event.sequence).toBe(2)
    expect(first?.event.location).toBe(place.place)
    expect(first?.event.description).toContain(place.dialIn)
    expect(first?.subject).toContain("Termin geändert")
    expect(first?.text).toMatch(/hat sich geändert: neue Zeit \(bisher .+\)/)
    await group.people.facilitator.agent.post(`/api/cohort-steps/${id}/cancel`, { version: 3 }).expect(204)
    const cancelled = await entries(before + 5)
    expect(cancelled.map(({ method }) => method)).toEqual(Array(5).fill("CANCEL"))
    expect(cancelled[0]?.event.sequence).toBe(3)
    await group.people.facilitator.agent.post(`/api/cohort-steps/${id}/restore`, { version: 4 }).expect(204)
    const restored = await entries(before + 10)
    expect(restored.map(({ method }) => method)).toEqual(Array(5).fill("REQUEST"))
    expect(restored[0]?.event.sequence).toBe(4)
  })

  it("are taken back from who leaves, and from nobody else", async () => {
    await invite()
    const before = await mailCount()
    const { facilitator, meier } = group.people
    const path = `/api/cohorts/${cohort.cohortId}/members`
    await facilitator.agent.delete(`${path}/${cohort.members.meier}`).expect(204)
    const sent = await entries(before)
    expect(sent.map(({ to, method }) => [to, method])).toEqual(Array(3).fill([meier.email, "CANCEL"]))
    expect(sent[0]?.event.sequence).toBe(1)
    await move(cohort.steps.meeting, moved(1)).expect(204)
    expect((await entries(before + 3)).map(({ to }) => to)).not.toContain(meier.email)
  })

  it("say nothing of the content where the installation wants it so", async () => {
    await group.people.outsider.agent.patch("/api/settings", { mailWithoutContent: true }).expect(204)
    const before = await mailCount()
    await move(cohort.steps.meeting, moved(1)).expect(204)
    await invite()
    for (const { subject, text, event } of await entries(before)) {
      expect(`${subject} ${text} ${event.summary} ${event.location}`).not.toMatch(/Schritt|Wohngeld|Raum 3/)
      expect(event.summary).toBe("Termin der Lerngruppe")
    }
    await group.people.outsider.agent.patch("/api/settings", { mailWithoutContent: false }).expect(204)
  })
})

describe("a date", () => {
  it("is moved by facilitators in the order of the workshops, and nobody overwrites a newer one", async () => {
    const { meeting, practice, impulse, assessment, workshop } = cohort.steps
    await group.people.mueller.agent.put(`/api/cohort-steps/${meeting}`, moved(1)).expect(403)
    await group.people.otherFacilitator.agent.put(`/api/cohort-steps/${meeting}`, moved(1)).expect(404)
    for (const step of [practice, impulse])
      expect((await move(step, moved(1)).expect(422)).body.code).toBe("cohort.step-moves-along")
    const order = await move(assessment, moved(1, { startsAt: inDays(-20) })).expect(422)
    expect(order.body.code).toBe("cohort.dates-out-of-order")
    const late = await move(workshop, moved(1, { startsAt: inDays(2000) })).expect(422)
    expect(late.body.code).toBe("cohort.date-after-deletion")
    await move(meeting, moved(1)).expect(204)
    const stale = await move(meeting, moved(1, { place: "Anderswo" })).expect(409)
    expect(stale.body.detail.current.place).toBe(place.place)
    await move(meeting, moved(2, { link: "javascript:alert(1)" })).expect(400)
  })

  it("takes the practice phase and what is not released yet with it", async () => {
    await move(cohort.steps.assessment, moved(1, { startsAt: inDays(50) })).expect(204)
    const [phase] = await group.db.select().from(cohortSteps).where(eq(cohortSteps.id, cohort.steps.practice))
    expect(Math.round(((phase?.endsAt.getTime() ?? 0) - now().getTime()) / DAY)).toBeGreaterThan(47)
  })

  it("is changed on a page without a script, which loses nothing", async () => {
    const { agent } = group.people.facilitator
    const path = `/termine/${cohort.steps.meeting}`
    expect((await agent.get(`${path}/aendern`).expect(200)).text).toContain("Termin speichern")
    const fields = { action: "move", startsAt: "2027-03-01T10:00", minutes: "60", ...place, version: "1" }
    const wrong = await agent
      .form(`${path}/aendern`, { ...fields, minutes: "viel", startsAt: "" })
      .expect(422)
    expect(wrong.text).toContain('href="#feld-minutes"')
    expect(wrong.text).toContain(place.link)
    await agent.form(`${path}/aendern`, { ...fields, minutes: "0" }).expect(422)
    await move(cohort.steps.certificate, moved(1, { startsAt: inDays(60), minutes: 0 })).expect(204)
    await agent.form(`${path}/aendern`, fields).expect(303)
    const conflict = await agent.form(`${path}/aendern`, { ...fields, place: "Anderswo" }).expect(409)
    expect(conflict.text).toContain("inzwischen geändert")
    expect(conflict.text).toContain("Anderswo")
    await agent.form(`${path}/aendern`, { action: "cancel", version: "2" }).expect(303)
    expect((await agent.get(`/lerngruppen/${cohort.cohortId}`)).text).toContain("abgesagt")
    expect((await agent.get(`${path}/aendern`)).text).toContain("Termin wiederherstellen")
    const cancelled = (await agent.get(path)).text
    expect(cancelled).toContain("Termin wiederherstellen")
    expect(cancelled).not.toContain("Termin leiten")
    await agent.form(`${path}/aendern`, { action: "restore", version: "3" }).expect(303)
    const late = await agent.form(`${path}/aendern`, { action: "cancel", version: "3" }).expect(409)
    expect(late.text).toContain("Termin speichern")
  })
})

describe("attendance", () => {
  const record = (state: string | null, member = cohort.members.mueller, step = cohort.steps.workshop) =>
    group.people.facilitator.agent.put(`/api/cohort-steps/${step}/attendances/${member}`, { state })
  const list = async (person = group.people.facilitator) =>
    (await person.agent.get(`/api/cohorts/${cohort.cohortId}/attendances`).expect(200)).body.items

  it("is recorded in one tap, changed and taken back, for learners of this cohort", async () => {
    await record("present").expect(204)
    await record("present").expect(204)
    await record("absent", cohort.members.huber).expect(204)
    await record("made-up", cohort.members.huber).expect(204)
    expect(await list()).toHaveLength(2)
    await record(null).expect(204)
    expect((await list()).map(({ state }: { state: string }) => state)).toEqual(["made-up"])
    await record("present", group.members.mueller).expect(404)
    await record("present", cohort.members.facilitator).expect(404)
    await record("present", cohort.members.mueller, cohort.steps.practice).expect(404)
    const early = await record("present", cohort.members.mueller, cohort.steps.meeting).expect(409)
    expect(early.body.code).toBe("attendance.too-early")
  })

  it("is seen by the facilitator and, of each learner, by the learner alone", async () => {
    await record("present").expect(204)
    await record("absent", cohort.members.huber).expect(204)
    const own = await list(group.people.mueller)
    expect(own).toEqual([
      { stepId: cohort.steps.workshop, memberId: cohort.members.mueller, state: "present" },
    ])
    await group.people.schoeller.agent.get(`/api/cohorts/${cohort.cohortId}/attendances`).expect(403)
    const page = await group.people.mueller.agent.get(`/lerngruppen/${cohort.cohortId}`).expect(200)
    expect(page.text).toContain("dabei</span>")
    expect(page.text).not.toContain("noch nachzuholen</span>")
  })

  it("is recorded of all in one tap, and leaves what was recorded", async () => {
    const { facilitator, mueller } = group.people
    const path = `/termine/${cohort.steps.workshop}/anwesenheit`
    const screen = async () => (await facilitator.agent.get(path.replace("anwesenheit", "leitung"))).text
    await record("absent", cohort.members.huber).expect(204)
    expect(await screen()).toContain("Alle anwesend")
    await facilitator.agent.form(path, { all: "true" }).expect(303)
    const states = (await list()).map(({ state }: { state: string }) => state)
    expect(states.toSorted()).toEqual(["absent", "present", "present", "present"])
    expect(await screen()).not.toContain("Alle anwesend")
    await facilitator.agent.post(`/api/cohort-steps/${cohort.steps.workshop}/attendances`).expect(204)
    expect(await list()).toHaveLength(4)
    await mueller.agent.post(`/api/cohort-steps/${cohort.steps.workshop}/attendances`).expect(403)
    await facilitator.agent.post(`/api/cohort-steps/${cohort.steps.meeting}/attendances`).expect(409)
    await facilitator.agent.post(`/api/cohort-steps/${cohort.steps.practice}/attendances`).expect(404)
  })

  it("works without a script on the screen of the facilitator, and a double tap does it once", async () => {
    const { agent } = group.people.facilitator
    const path = `/termine/${cohort.steps.workshop}/anwesenheit`
    const led = `/termine/${cohort.steps.workshop}/leitung`
    const tap = { memberId: cohort.members.meier, state: "present" }
    await Promise.all([agent.form(path, tap).expect(303), agent.form(path, tap).expect(303)])
    expect(await list()).toHaveLength(1)
    expect((await agent.get(path).expect(308)).headers.location).toBe(`${led}#teilnahme`)
    const page = await agent.get(led).expect(200)
    expect(page.text).toContain('aria-pressed="true"')
    await agent.form(path, { ...tap, state: "none" }).expect(303)
    expect(await list()).toEqual([])
    await agent.form(path, { memberId: "x", state: "present" }).expect(422)
    await agent.form(path, { memberId: group.members.mueller, state: "present" }).expect(404)
    await group.people.mueller.agent.get(led).expect(403)
    await group.people.mueller.agent.form(path, tap).expect(403)
  })
})

describe("the own calendar", () => {
  const make = async (person = group.people.huber) =>
    new URL((await person.agent.post("/api/calendar-feed").expect(201)).body.address as string).pathname
  const titles = async (path: string) => {
    const { text, headers } = await group.nobody.get(path).expect(200)
    expect(headers["content-type"]).toContain("text/calendar")
    expect(headers["cache-control"]).toBe("private, no-store")
    const calendar = new ICAL.Component(ICAL.parse(text))
    return calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one).uid)
  }

  it("is read by whoever knows its address, with the sessions of the own cohorts", async () => {
    const path = await make()
    const uids = await titles(path)
    for (const kind of ["workshop", "meeting", "assessment"] as const)
      expect(uids.some((uid) => uid.startsWith(cohort.steps[kind]))).toBe(true)
    expect(uids.some((uid) => uid.startsWith(cohort.steps.practice))).toBe(false)
    const stored = await group.db.$client.query("select token_hash from calendar_feeds")
    expect(JSON.stringify(stored.rows)).not.toContain(path.slice("/kalender/".length, -4))
  })

  itWith("libical")("is in order for others, says when it changed, and that a date is off", async () => {
    const { facilitator } = group.people
    const path = await make(facilitator)
    const read = async () => (await group.nobody.get(path).expect(200)).text
    const eventOf = (text: string) => {
      const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent")
      const found = events.find((one) =>
        String(one.getFirstPropertyValue("uid")).startsWith(cohort.steps.meeting),
      )
      return (name: string) => String(found?.getFirstPropertyValue(name))
    }
    const before = await read()
    expect(before).toMatch(/END:VCALENDAR\r\n$/)
    expect(before).not.toMatch(/METHOD|ORGANIZER/)
    expect(await ask("libical", before)).toBe("")
    moveClock(DAY)
    await facilitator.agent
      .post(`/api/cohort-steps/${cohort.steps.meeting}/cancel`, { version: 1 })
      .expect(204)
    const after = await read()
    expect(await ask("libical", after)).toBe("")
    expect(eventOf(after)("summary")).toBe(`Abgesagt: ${eventOf(before)("summary")}`)
    expect(eventOf(after)("status")).toBe("CANCELLED")
    const changed = (text: string) => Date.parse(eventOf(text)("last-modified"))
    expect(changed(after) - changed(before)).toBeGreaterThanOrEqual(DAY)
    expect(eventOf(after)("dtstamp")).toBe(eventOf(after)("last-modified"))
    // A mail takes it off the calendar; there the program itself says so.
    await group.drain()
    const parts = (await group.mails()).flatMap(({ calendar }) => (calendar ? [calendar] : []))
    expect(parts.length).toBeGreaterThan(0)
    for (const part of new Set(parts)) expect(await ask("libical", part)).toBe("")
    resetClock()
  })

  it("ends when it is renewed or revoked, and loses a cohort that the person leaves", async () => {
    const first = await make()
    const second = await make()
    await group.nobody.get(first).expect(404)
    const own = `/api/cohorts/${cohort.cohortId}/members/${cohort.members.huber}`
    await group.people.facilitator.agent.delete(own).expect(204)
    expect((await titles(second)).some((uid) => uid.startsWith(cohort.steps.meeting))).toBe(false)
    await group.people.huber.agent.delete("/api/calendar-feed").expect(204)
    await group.nobody.get(second).expect(404)
    await group.nobody.get(`/kalender/${"x".repeat(43)}.ics`).expect(404)
    await group.nobody.get("/kalender/etwas").expect(404)
  })

  it("ends with the account", async () => {
    const path = await make(group.people.dangelo)
    await group.db.$client.query("update people set active = false where id = $1", [group.people.dangelo.id])
    await group.nobody.get(path).expect(404)
    await group.db.$client.query("update people set active = true where id = $1", [group.people.dangelo.id])
    await group.nobody.get(path).expect(200)
  })

  it("shows its address once on a page without a script", async () => {
    const { agent } = group.people.mueller
    expect((await agent.get("/kalender").expect(308)).headers.location).toBe("/qualifizierung#kalender")
    expect((await agent.get("/qualifizierung").expect(200)).text).toContain("noch keine Adresse")
    const made = await agent.form("/kalender", {}).expect(200)
    expect(made.text).toMatch(/\/kalender\/[A-Za-z0-9_-]{43}\.ics/)
    const after = (await agent.get("/qualifizierung").expect(200)).text
    expect(after).not.toMatch(/[A-Za-z0-9_-]{43}\.ics/)
    expect(after).toContain("Adresse sperren")
    await agent.form("/kalender", { action: "revoke" }).expect(303)
    expect((await agent.get("/qualifizierung").expect(200)).text).toContain("noch keine Adresse")
  })
})

it("shows the next date first, and the plan on one page to every member", async () => {
  const { mueller, schoeller, outsider } = group.people
  moveClock(2 * DAY)
  const { text } = await mueller.agent.get(`/lerngruppen/${cohort.cohortId}`).expect(200)
  expect(text).toContain("Als Nächstes")
  expect(text).toContain("Halbjahresplan")
  const managed = await schoeller.agent.get(`/lerngruppen/${cohort.cohortId}/fuehrungskraft`).expect(200)
  expect(managed.text).toContain("Halbjahresplan")
  await outsider.agent.get(`/lerngruppen/${cohort.cohortId}`).expect(404)
  resetClock()
})
