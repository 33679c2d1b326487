import ICAL from "ical.js"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { listFiledMails } from "../../server/kernel/mail-files.ts"
import { DAY, HOUR, now } from "../../server/kernel/time.ts"
import type { Person } from "../support/world.ts"
import { type Group, openGroup } from "./group.ts"
import { openRound, type RoundOf } from "./round.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())

const filed = () => listFiledMails(group.config.dataDir, 1000)

const read = (calendar: string) =>
  new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents("vevent").map((one) => ({
    event: new ICAL.Event(one),
    attendees: one.getAllProperties("attendee").map((value) => String(value.getFirstValue()).toLowerCase()),
  }))

/** What of the mails sent by the action is about this round, read by another library than the one that wrote them. */
async function mailsOf(round: RoundOf, act: () => PromiseLike<unknown>) {
  await group.drain()
  const before = (await filed()).length
  await act()
  await group.drain()
  const mails = (await filed()).toReversed().slice(before)
  return mails.flatMap(({ to, subject, text, calendar }) =>
    // Other mails come without a calendar: who leaves hears about it in words, too.
    (calendar ? read(calendar) : [])
      .filter(({ event }) => event.uid.startsWith(round.id))
      .map((one) => ({ to, subject, text, method: /METHOD:(\w+)/.exec(calendar ?? "")?.[1], ...one })),
  )
}

const change = (round: RoundOf, more: object, planVersion = 1) =>
  group.people.facilitator.agent.put(`/api/assessments/${round.id}`, { ...round.plan, planVersion, ...more })

const plain = (page: string) => page.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")
const later = (round: RoundOf) => new Date(Date.parse(round.plan.startsAt) + DAY).toISOString()
const emails = (...people: Person[]) => people.map(({ email }) => email).toSorted()

describe("the mails of a round", () => {
  it("invite its three and nobody else, without a name in them", async () => {
    const { mueller, huber, facilitator } = group.people
    await group.drain()
    const before = (await filed()).length
    const round = await openRound(group)
    await group.drain()
    const mails = (await filed()).toReversed().slice(before)
    const sent = mails.filter(({ calendar }) => calendar?.includes(round.id))
    expect(sent.map(({ to }) => to).toSorted()).toEqual(emails(mueller, huber, facilitator))
    for (const { to, subject, text, calendar } of sent) {
      expect(`${subject} ${text}`).not.toMatch(/Müller|Huber|Weber/)
      expect(subject).toContain("Einladung: Kompetenzbilanzierung")
      const [entry] = read(calendar ?? "")
      expect(calendar).toContain("METHOD:REQUEST")
      expect(entry?.attendees).toEqual([`mailto:${to}`])
      expect(entry?.event.sequence).toBe(0)
      expect(entry?.event.summary).toBe("Kompetenzbilanzierung (Lerngruppe Wohngeld)")
      expect(entry?.event.startDate.toUnixTime()).toBe(Math.floor(Date.parse(round.plan.startsAt) / 1000))
      expect(entry?.event.duration.toSeconds()).toBe(40 * 60)
      expect(entry?.event.description).toContain(`/kompetenzbilanz/${round.id}`)
    }
    // Everybody has a round of their own; managers sit in none.
    expect(mails.map(({ to }) => to)).not.toContain(group.people.schoeller.email)
    expect(new Set(mails.map(({ calendar }) => /UID:(\S+)/.exec(calendar ?? "")?.[1])).size).toBe(4)
  })

  it("follow a new date under the same name with a higher sequence, and stay out where nothing changes", async () => {
    const { mueller, huber, facilitator } = group.people
    const round = await openRound(group)
    const startsAt = later(round)
    const moved = await mailsOf(round, () => change(round, { startsAt, place: "Raum 4" }).expect(204))
    expect(moved.map(({ to }) => to).toSorted()).toEqual(emails(mueller, huber, facilitator))
    const was = new Intl.DateTimeFormat("de-DE", { dateStyle: "long", timeZone: "Europe/Berlin" })
    for (const { method, event, subject, text } of moved) {
      expect(text).toContain("neue Zeit (bisher ")
      expect(text).toContain(was.format(new Date(round.plan.startsAt)))
      expect(text).toContain("neuer Ort.")
      expect(method).toBe("REQUEST")
      expect(event.sequence).toBe(1)
      expect(event.location).toBe("Raum 4")
      expect(event.startDate.toUnixTime()).toBe(Math.floor(Date.parse(startsAt) / 1000))
      expect(subject).toContain("Termin geändert")
    }
    const same = await mailsOf(round, () => change(round, { startsAt, place: "Raum 4" }, 2).expect(204))
    expect(same).toEqual([])
    // The page says it, too, also of the next change and to whoever plans; once it has begun it is no news any more.
    const next = await mailsOf(round, () => change(round, { startsAt, place: "Raum 5" }, 2).expect(204))
    expect(next[0]?.text).toContain("hat sich geändert: neuer Ort (bisher Raum 4).")
    for (const path of [`/kompetenzbilanz/${round.id}`, `/lerngruppen/${round.cohortId}/kompetenzbilanzen`])
      expect(plain((await facilitator.agent.get(path).expect(200)).text)).toContain("Raum 5 bisher: Raum 4")
  })

  it("take the round off the calendar of a former peer, who learns nothing of the new date", async () => {
    const { mueller, huber, meier, facilitator } = group.people
    const round = await openRound(group)
    const startsAt = later(round)
    const peerId = round.members.meier
    const sent = await mailsOf(round, () => change(round, { startsAt, peerId, place: "Raum 4" }).expect(204))
    const off = sent.filter(({ method }) => method === "CANCEL")
    expect(off.map(({ to }) => to)).toEqual([huber.email])
    expect(off[0]?.event.sequence).toBe(1)
    expect(off[0]?.event.startDate.toUnixTime()).toBe(Math.floor(Date.parse(round.plan.startsAt) / 1000))
    expect(off[0]?.text).not.toMatch(/Raum 4|Meier/)
    const on = sent.filter(({ method }) => method === "REQUEST")
    expect(on.map(({ to }) => to).toSorted()).toEqual(emails(mueller, meier, facilitator))
    // Put back, she is invited again, above the cancellation.
    const back = await mailsOf(round, () => change(round, { startsAt }, 2).expect(204))
    const hers = back.filter(({ to }) => to === huber.email)
    expect(hers.map(({ method, event }) => [method, event.sequence])).toEqual([["REQUEST", 2]])
    expect(hers[0]?.subject).toContain("Einladung")
    expect(hers[0]?.text).not.toContain("bisher")
  })

  it("cancel a round that is removed, to its three", async () => {
    const { mueller, huber, facilitator } = group.people
    const round = await openRound(group)
    const sent = await mailsOf(round, () =>
      facilitator.agent.delete(`/api/assessments/${round.id}`).expect(204),
    )
    expect(sent.map(({ to }) => to).toSorted()).toEqual(emails(mueller, huber, facilitator))
    for (const { method, event, subject } of sent) {
      expect([method, event.sequence]).toEqual(["CANCEL", 1])
      expect(subject).toContain("Abgesagt")
    }
  })

  it("reach who leaves the cohort as a cancellation, and nobody about what is over", async () => {
    const { huber, facilitator } = group.people
    const round = await openRound(group)
    const left = await mailsOf(round, () =>
      facilitator.agent.delete(`/api/cohorts/${round.cohortId}/members/${round.members.huber}`).expect(204),
    )
    expect(left.map(({ to, method }) => [to, method])).toEqual([[huber.email, "CANCEL"]])
    const past = await openRound(group)
    const startsAt = new Date(now().getTime() - HOUR).toISOString()
    expect(await mailsOf(past, () => change(past, { startsAt }).expect(204))).toEqual([])
  })

  it("say nothing where the installation wants it so, and speak the reader's language", async () => {
    const { outsider, mueller } = group.people
    await outsider.agent.patch("/api/settings", { mailWithoutContent: true }).expect(204)
    const round = await openRound(group)
    for (const { subject, text, event } of await mailsOf(round, () =>
      change(round, { place: "Raum 4" }).expect(204),
    ))
      expect(`${subject} ${text} ${event.summary} ${event.location}`).not.toMatch(
        /bilanzierung|Wohngeld|Raum/,
      )
    await outsider.agent.patch("/api/settings", { mailWithoutContent: false }).expect(204)
    await mueller.agent.patch("/api/me", { locale: "en" }).expect(200)
    const sent = await mailsOf(round, () => change(round, { place: "Raum 5" }, 2).expect(204))
    expect(sent.find(({ to }) => to === mueller.email)?.subject).toContain("Date changed: Assessment")
    await mueller.agent.patch("/api/me", { locale: "de" }).expect(200)
  })
})

it("stands in the own calendar of who sits in it, and of nobody else", async () => {
  const { mueller, huber, meier, schoeller } = group.people
  const round = await openRound(group)
  const uids = async ({ agent }: Person) => {
    const { pathname } = new URL((await agent.post("/api/calendar-feed").expect(201)).body.address as string)
    return async () => {
      const { text } = await group.nobody.get(pathname).expect(200)
      expect(text).not.toMatch(/Müller|Huber/)
      return read(text).filter(({ event }) => event.uid.startsWith(round.id))
    }
  }
  const hers = await uids(huber)
  expect(await hers()).toHaveLength(1)
  expect(await (await uids(mueller))()).toHaveLength(1)
  expect(await (await uids(meier))()).toHaveLength(0)
  expect(await (await uids(schoeller))()).toHaveLength(0)
  await change(round, { peerId: round.members.meier }).expect(204)
  expect(await hers()).toHaveLength(0)
  const [own] = await (await uids(mueller))()
  expect(own?.event.sequence).toBe(1)
})
