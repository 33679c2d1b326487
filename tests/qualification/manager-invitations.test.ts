import { and, eq } from "drizzle-orm"
import ICAL from "ical.js"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { DAY, now } from "../../server/kernel/time.ts"
import { cohortSteps, programmeSteps } from "../../server/qualification/tables.ts"
import type { Person } from "../support/world.ts"
import { addCohort, type Group, openGroup } from "./group.ts"

let group: Group
let cohort: Awaited<ReturnType<typeof addCohort>>
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())

const AGENDA = [
  { title: "Lernprojekte", minutes: 30, isBreak: false },
  { title: "Abstimmung", minutes: 20, isBreak: false, withManagers: true },
  { title: "Schluss", minutes: 10, isBreak: false },
]
beforeEach(async () => {
  cohort = await addCohort(group, group.people)
  await group.db
    .update(programmeSteps)
    .set({ agenda: AGENDA })
    .where(and(eq(programmeSteps.programmeId, cohort.programmeId), eq(programmeSteps.kind, "workshop")))
})

/** What stands in the calendar of somebody because of this. */
async function entriesOf({ email }: Person, act: () => PromiseLike<unknown>) {
  await group.drain()
  const known = (await group.mails()).map(({ id }) => id)
  await act()
  await group.drain()
  return (await group.mails())
    .filter(({ id, to }) => to === email && !known.includes(id))
    .map(({ calendar, text }) => {
      const whole = new ICAL.Component(ICAL.parse(calendar ?? ""))
      const event = whole.getFirstSubcomponent("vevent")
      if (!event) throw new Error("no entry")
      return { text, method: whole.getFirstPropertyValue("method"), event: new ICAL.Event(event) }
    })
}

const at = (path = "") => `/api/cohorts/${cohort.cohortId}${path}`
const facilitate = () => group.people.facilitator.agent
const invite = () => facilitate().post(at("/invitations")).expect(204)
const add = ({ id }: Person, part: string) =>
  facilitate().post(at("/members"), { personId: id, part }).expect(201)
const move = (id: string, days: number) =>
  facilitate()
    .put(`/api/cohort-steps/${id}`, {
      version: 1,
      startsAt: new Date(Math.floor((now().getTime() + days * DAY) / 1000) * 1000).toISOString(),
      minutes: 60,
      place: "Raum 3",
      link: "",
      dialIn: "",
    })
    .expect(204)
async function startOf(id: string) {
  const [step] = await group.db.select().from(cohortSteps).where(eq(cohortSteps.id, id))
  return Math.floor((step?.startsAt.getTime() ?? 0) / 1000)
}
const isPart = ({ event }: { event: ICAL.Event }) => event.uid.includes("-managers")

describe("a manager", () => {
  it("is invited to the time for which they come in, and to nothing else", async () => {
    const { schoeller } = group.people
    const { workshop, meeting } = cohort.steps
    const view = (await facilitate().get(at("/invitations")).expect(200)).body
    const row = view.people.find(({ personId }: { personId: string }) => personId === schoeller.id)
    expect(row).toMatchObject({ sessions: 1, invited: false })
    const [invited, ...others] = await entriesOf(schoeller, invite)
    expect(others).toEqual([])
    expect(invited?.method).toBe("REQUEST")
    expect(invited?.event.uid).toContain(`${workshop}-managers`)
    expect(invited?.event.summary).toContain("Abstimmung mit den Führungskräften: Schritt 1")
    const begin = (await startOf(workshop)) + 30 * 60
    expect(invited?.event.startDate.toUnixTime()).toBe(begin)
    expect(invited?.event.endDate.toUnixTime()).toBe(begin + 20 * 60)
    expect(await entriesOf(schoeller, invite)).toEqual([])
    const page = await schoeller.agent.get(`/lerngruppen/${cohort.cohortId}/fuehrungskraft`).expect(200)
    expect(page.text).toContain("Sie kommen dazu, und")
    expect(await entriesOf(schoeller, () => move(meeting, 30))).toEqual([])
    const [changed] = await entriesOf(schoeller, () => move(workshop, 1))
    expect(changed?.event.sequence).toBe(1)
    expect(changed?.event.startDate.toUnixTime()).toBe((await startOf(workshop)) + 30 * 60)
    expect(changed?.text).toContain("neue Zeit, neuer Ort")
  })

  it("who leaves has it taken off their calendar, and nothing that was never in it", async () => {
    const { schoeller } = group.people
    await invite()
    const left = await entriesOf(schoeller, () =>
      facilitate()
        .delete(at(`/members/${cohort.members.schoeller}`))
        .expect(204),
    )
    expect(left.map(({ method }) => method)).toEqual(["CANCEL"])
    expect(left.every(isPart)).toBe(true)
  })

  it("who learns along from now on comes to the whole", async () => {
    const { schoeller } = group.people
    await invite()
    const sent = await entriesOf(schoeller, () => add(schoeller, "learner"))
    expect(sent).toHaveLength(3)
    expect(sent.some(isPart)).toBe(false)
    expect(await entriesOf(schoeller, () => add(schoeller, "facilitator"))).toEqual([])
  })

  it("who comes later is invited once invitations are out", async () => {
    const { outsider } = group.people
    await invite()
    const sent = await entriesOf(outsider, () => add(outsider, "manager"))
    expect(sent.map(isPart)).toEqual([true])
  })
})
