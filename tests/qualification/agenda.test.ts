import { eq } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { MINUTE, moveClock, resetClock } from "../../server/kernel/time.ts"
import { cohortSteps, programmeSteps } from "../../server/qualification/tables.ts"
import {
  type Rest,
  rearrangeRest,
  startTimerAt,
  type TimerState,
} from "../../server/qualification/timers/state.ts"
import { addCohort, type Group, openGroup } from "./group.ts"

const item = (title: string, minutes: number, isBreak = false) => ({ title, minutes, isBreak })
const AGENDA = [item("Ankommen", 10), item("Impuls", 20), item("Pause", 10, true), item("Abschluss", 20)]

describe("what is still to come, put in order while the timer runs", () => {
  const at = new Date("2026-02-02T09:00:00Z")
  const started = startTimerAt(AGENDA, at)
  const state: TimerState = {
    ...started,
    position: 1,
    phases: started.phases.map((phase, index) => ({ ...phase, spent: [600, 120, 0, 90][index] ?? 0 })),
  }
  const current = { title: "Impuls", minutes: 20 }
  const row = (from: number | null, title: string, minutes: number) => ({
    from,
    ...item(title, minutes),
  })
  const cases: [string, Rest, string[] | null][] = [
    [
      "moves, keeping what an item has had",
      { current, ahead: [row(3, "Abschluss", 20), row(2, "Pause", 10)] },
      ["Ankommen 10 600", "Impuls 20 120", "Abschluss 20 90", "Pause 10 0"],
    ],
    [
      "renames and changes the present one, whose time goes on",
      { current: { title: "Vortrag", minutes: 30 }, ahead: [] },
      ["Ankommen 10 600", "Vortrag 30 120"],
    ],
    [
      "adds and leaves out",
      { current, ahead: [row(null, "Frage", 5)] },
      ["Ankommen 10 600", "Impuls 20 120", "Frage 5 0"],
    ],
    ["does not bring back what is over", { current, ahead: [row(0, "Ankommen", 10)] }, null],
    ["nor the present one once more", { current, ahead: [row(1, "Impuls", 20)] }, null],
    ["nor one twice", { current, ahead: [row(2, "Pause", 10), row(2, "Pause", 10)] }, null],
    ["nor one that there is not", { current, ahead: [row(4, "Nichts", 10)] }, null],
  ]
  it.each(cases)("%s", (_, rest, expected) => {
    const after = rearrangeRest(state, rest)
    const phases = after?.phases.map(({ title, minutes, spent }) => `${title} ${minutes} ${spent}`)
    expect(phases ?? null).toEqual(expected)
    if (after)
      expect({ ...after, phases: [] }, "nothing else of the timer changes").toEqual({ ...state, phases: [] })
  })
})

let group: Group
let id: string
let stepId: string
beforeAll(async () => {
  group = await openGroup()
})
beforeEach(async () => {
  await group.db.$client.query("delete from throttles")
  const made = await addCohort(group, group.people)
  id = made.steps.workshop
  const [step] = await group.db.select().from(cohortSteps).where(eq(cohortSteps.id, id))
  stepId = step?.stepId ?? ""
  await group.db.update(programmeSteps).set({ agenda: AGENDA }).where(eq(programmeSteps.id, stepId))
})
afterEach(resetClock)
afterAll(() => group.close())

const api = (rest = "agenda") => `/api/cohort-steps/${id}/${rest}`
const page = (rest = "") => `/termine/${id}/tagesordnung${rest}`
type Item = { from: number; title: string; minutes: number; isBreak: boolean }
const see = async (): Promise<{ version: number; current: Item | null; ahead: Item[]; past: Item[] }> =>
  (await group.people.facilitator.agent.get(api()).expect(200)).body
const session = async () => (await group.people.mueller.agent.get(api("session")).expect(200)).body
const titles = async () => (await session()).agenda.map(({ title }: Item) => title)

describe("the agenda of a session, before it begins", () => {
  it("is changed for this session alone, by its facilitators; the programme stays as it is", async () => {
    const { facilitator, mueller, schoeller, outsider, otherFacilitator } = group.people
    const { ahead, version } = await see()
    const changed = {
      version,
      current: null,
      ahead: [...ahead.slice(0, 2).toReversed(), { from: null, ...item("Fragerunde", 15) }],
    }
    for (const { agent } of [mueller, schoeller]) {
      await agent.get(api()).expect(403)
      await agent.put(api(), changed).expect(403)
      await agent.get(page()).expect(403)
    }
    for (const { agent } of [outsider, otherFacilitator]) await agent.put(api(), changed).expect(404)
    await facilitator.agent.put(api(), changed).expect(204)
    expect(await titles()).toEqual(["Impuls", "Ankommen", "Fragerunde"])
    const [step] = await group.db.select().from(programmeSteps).where(eq(programmeSteps.id, stepId))
    expect(step?.agenda).toEqual(AGENDA)
    await facilitator.agent.post(api("timer")).expect(204)
    expect((await session()).timer.phases.map(({ title }: Item) => title)).toEqual([
      "Impuls",
      "Ankommen",
      "Fragerunde",
    ])
    await facilitator.agent.delete(api("timer")).expect(204)
    await facilitator.agent.delete(api()).expect(204)
    expect(await titles()).toEqual(AGENDA.map(({ title }) => title))
  })

  it("is saved by one of two who change it at the same time", async () => {
    const { facilitator } = group.people
    const { ahead } = await see()
    const save = () => facilitator.agent.put(api(), { version: 0, current: null, ahead: ahead.slice(1) })
    const both = await Promise.all([save(), save()])
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409])
    const again = await facilitator.agent.put(api(), { version: 1, current: null, ahead }).expect(204)
    expect(again.status).toBe(204)
    await facilitator.agent.put(api(), { version: 1, current: null, ahead }).expect(409)
  })

  it("is not emptied, nor filled beyond its bounds, nor changed as if it had not begun", async () => {
    const { agent } = group.people.facilitator
    const row = (title: string, minutes: number) => ({ from: null, ...item(title, minutes) })
    const put = (ahead: object[]) => agent.put(api(), { version: 0, current: null, ahead })
    await put([]).expect(409)
    await put([row(" ", 5)]).expect(400)
    await put([row("Zu lang", 481)]).expect(400)
    await put([row("Ohne Zeit", 0)]).expect(400)
    await put(Array.from({ length: 41 }, () => row("Viel", 1))).expect(409)
    const { ahead } = await see()
    await agent.post(api("timer")).expect(204)
    expect((await put(ahead).expect(409)).body.code).toBe("agenda.changed")
    expect((await agent.delete(api()).expect(409)).body.code).toBe("agenda.changed")
  })
})

describe("the agenda of a session that runs", () => {
  it("changes what is still to come, and the timer goes on as it was", async () => {
    const { agent } = group.people.facilitator
    await agent.post(api("timer")).expect(204)
    moveClock(8 * MINUTE)
    await agent.patch(api("timer"), { control: "next", version: 1 }).expect(204)
    moveClock(5 * MINUTE)
    const before = (await session()).timer
    const { version, current, ahead, past } = await see()
    expect(past.map(({ title }) => title)).toEqual(["Ankommen"])
    expect(current).toMatchObject({ title: "Impuls" })
    const added = { from: null, ...item("Fragerunde", 15) }
    const now = { title: "Impuls", minutes: 20 }
    await agent.put(api(), { version, current: now, ahead: [added, ...ahead] }).expect(204)
    const { timer } = await session()
    expect(timer.phases.map(({ title }: Item) => title)).toEqual([
      "Ankommen",
      "Impuls",
      "Fragerunde",
      "Pause",
      "Abschluss",
    ])
    expect(timer.position).toBe(1)
    // Begun anew it would have more time again.
    expect(timer.remaining).toBeLessThanOrEqual(before.remaining)
    expect(timer.plannedEndAt).toBe(before.plannedEndAt)
    expect(timer.late - before.late).toBe(15)
    const late = await agent.put(api(), { version, current: now, ahead }).expect(409)
    expect(late.body.code).toBe("timer.changed")
    await agent.patch(api("timer"), { control: "end", version: version + 1 }).expect(204)
    const over = await agent.put(api(), { version: version + 2, current: now, ahead }).expect(409)
    expect(over.body.code).toBe("agenda.over")
  })
})

describe("the page of the agenda", () => {
  const typedRows = async () => {
    const { ahead, version } = await see()
    const fields: Record<string, string> = { version: String(version) }
    for (const [index, { from, title, minutes, isBreak }] of ahead.entries())
      Object.assign(fields, {
        [`ahead.${index}.from`]: String(from),
        [`ahead.${index}.title`]: title,
        [`ahead.${index}.minutes`]: String(minutes),
        ...(isBreak && { [`ahead.${index}.isBreak`]: "true" }),
      })
    return fields
  }

  it("moves, removes, renames and adds without a script, each button saving what is typed", async () => {
    const { agent } = group.people.facilitator
    const shown = await agent.get(page()).expect(200)
    expect(shown.text).toContain("Tagesordnung ändern")
    expect((await agent.get(`/termine/${id}/leitung`).expect(200)).text).toContain(page())
    const typed = { ...(await typedRows()), "ahead.0.title": "Begrüßung", button: "down:0" }
    await agent.form(page(), typed).expect(303)
    expect(await titles()).toEqual(["Impuls", "Begrüßung", "Pause", "Abschluss"])
    await agent.form(page(), { ...(await typedRows()), button: "up:3" }).expect(303)
    await agent.form(page(), { ...(await typedRows()), button: "remove:3" }).expect(303)
    expect(await titles()).toEqual(["Impuls", "Begrüßung", "Abschluss"])
    const more = { "new.title": "Fragerunde", "new.minutes": "15", "new.after": "0", button: "save" }
    const saved = await agent.form(page(), { ...(await typedRows()), ...more }).expect(303)
    expect(saved.headers.location).toContain(`/termine/${id}/leitung`)
    expect(await titles()).toEqual(["Impuls", "Fragerunde", "Begrüßung", "Abschluss"])
    await agent.form(page(), { button: "reset" }).expect(303)
    expect(await titles()).toEqual(AGENDA.map(({ title }) => title))
  })

  it("names the field that is wrong, and loses nothing", async () => {
    const { agent } = group.people.facilitator
    const rows = await typedRows()
    const typed = {
      ...rows,
      "ahead.1.minutes": "viele",
      "new.title": "Neu",
      "new.minutes": "0",
      "new.after": "first",
      button: "save",
    }
    const refused = await agent.form(page(), typed).expect(422)
    for (const words of ['href="#feld-ahead.1.minutes"', 'href="#feld-new.minutes"', 'value="viele"'])
      expect(refused.text).toContain(words)
    expect(await titles()).toEqual(AGENDA.map(({ title }) => title))
  })

  it("shows both where the session has gone on meanwhile, and saves at the second attempt", async () => {
    const { agent } = group.people.facilitator
    const typed = { ...(await typedRows()), "ahead.3.title": "Schlussrunde", button: "save" }
    await agent.post(api("timer")).expect(204)
    const late = await agent.form(page(), typed).expect(409)
    for (const words of ["Schlussrunde", "Abschluss", "Inzwischen gespeicherte Fassung"])
      expect(late.text).toContain(words)
    const again = {
      version: "1",
      "current.title": "Ankommen",
      "current.minutes": "10",
      "ahead.0.title": "Schlussrunde",
      "ahead.0.minutes": "20",
      button: "save",
    }
    await agent.form(page(), again).expect(303)
    expect(await titles()).toEqual(["Ankommen", "Schlussrunde"])
  })
})
