import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { DAY, now } from "../../server/kernel/time.ts"
import { cohortSteps } from "../../server/qualification/tables.ts"
import type { Person } from "../support/world.ts"
import { addCohort, type Group, openGroup } from "./group.ts"

let group: Group
let made: Awaited<ReturnType<typeof addCohort>>
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())
beforeEach(async () => {
  made = await addCohort(group, group.people)
})

const EDITED = {
  name: "Wohngeld 2026",
  mandateFrom: "Amtsleitung",
  mandate: "Antworten für alle",
  version: 1,
}
const edit = ({ agent }: Person, more: object = {}) =>
  agent.put(`/api/cohorts/${made.cohortId}`, { ...EDITED, ...more })
const read = async () =>
  (await group.people.facilitator.agent.get(`/api/cohorts/${made.cohortId}`).expect(200)).body

/** What comes to somebody because of this. */
async function mailsTo({ email }: Person, act: () => PromiseLike<unknown>) {
  await group.drain()
  const known = (await group.mails()).map(({ id }) => id)
  await act()
  await group.drain()
  return (await group.mails()).filter(({ id, to }) => to === email && !known.includes(id))
}

describe("name and mandate of a cohort", () => {
  it("are changed by its facilitators, and the log names the fields only", async () => {
    const { people } = group
    for (const person of [people.mueller, people.schoeller]) await edit(person).expect(403)
    for (const person of [people.outsider, people.otherFacilitator]) await edit(person).expect(404)
    await edit(people.facilitator, { mandateFrom: "Martina Schöller" }).expect(204)
    expect(await read()).toMatchObject({
      name: "Wohngeld 2026",
      mandateFrom: "Martina Schöller",
      mandate: "Antworten für alle",
      version: 2,
      deleteOn: "2027-06-30",
    })
    const { rows } = await group.db.$client.query(
      "select action, detail from audit_log where subject_id = $1 order by at desc limit 1",
      [made.cohortId],
    )
    expect(rows).toEqual([{ action: "cohort.edited", detail: { fields: ["name", "mandate"] } }])
    // The same again, as after a double click.
    await edit(people.facilitator, { mandateFrom: "Martina Schöller" }).expect(204)
    expect(await read()).toMatchObject({ version: 2 })
  })

  it("are not overwritten by whoever was slower", async () => {
    const { facilitator } = group.people
    await edit(facilitator).expect(204)
    const { body } = await edit(facilitator, { name: "Anders" }).expect(409)
    expect(body).toMatchObject({
      code: "cohort.changed",
      detail: { current: { name: "Wohngeld 2026", version: 2 } },
    })
  })

  it.each([
    ["no name", { name: " " }],
    ["a name of two lines", { name: "a\nb" }],
    ["too long a mandate", { mandate: "x".repeat(4001) }],
    ["an unknown field", { deleteOn: "2030-01-01" }],
  ])("take no %s", async (_name, more) => {
    const { status } = await edit(group.people.facilitator, more)
    expect([400, 422]).toContain(status)
    expect(await read()).toMatchObject({ name: "Lerngruppe Wohngeld", version: 1 })
  })

  it("are changed by a form that loses nothing", async () => {
    const { agent } = group.people.facilitator
    const page = `/lerngruppen/${made.cohortId}/beteiligte`
    expect((await agent.get(`/lerngruppen/${made.cohortId}`).expect(200)).text).toContain(page)
    const former = await agent.get(`/lerngruppen/${made.cohortId}/bearbeiten`).expect(308)
    expect(former.headers.location).toBe(`${page}#auftrag`)
    expect((await agent.get(page).expect(200)).text).toContain('value="Lerngruppe Wohngeld"')
    const typed = { ...EDITED, action: "edit", version: "1" }
    const faulty = await agent.form(page, { ...typed, name: "" }).expect(422)
    expect(faulty.text).toContain("<title>Fehler: ")
    expect(faulty.text).toContain("Antworten für alle")
    expect(faulty.text).toContain('href="#feld-name"')
    await agent.form(page, typed).expect(303)
    const stale = await agent.form(page, { ...typed, name: "Zu spät" }).expect(409)
    expect(stale.text).toContain("Jemand war schneller")
    expect(stale.text).toContain('value="Zu spät"')
    expect(stale.text).toContain("Wohngeld 2026")
    // On top of what is there now.
    await agent.form(page, { ...typed, name: "Zu spät", version: "2" }).expect(303)
    expect(await read()).toMatchObject({ name: "Zu spät", version: 3 })
  })
})

describe("somebody who comes later", () => {
  const add = (person: Person, part: string) =>
    group.people.facilitator.agent
      .post(`/api/cohorts/${made.cohortId}/members`, { personId: person.id, part })
      .expect(201)
  const invite = () =>
    group.people.facilitator.agent.post(`/api/cohorts/${made.cohortId}/invitations`).expect(204)

  it("gets the invitations to what is still ahead, once they are out", async () => {
    const { outsider, otherFacilitator } = group.people
    expect(await mailsTo(outsider, () => add(outsider, "learner"))).toEqual([])
    made = await addCohort(group, group.people)
    await group.db
      .update(cohortSteps)
      .set({ startsAt: new Date(now().getTime() - DAY), endsAt: new Date(now().getTime() - DAY / 2) })
      .where(eq(cohortSteps.id, made.steps.workshop))
    await invite()
    const late = await mailsTo(outsider, () => add(outsider, "learner"))
    expect(late).toHaveLength(2)
    expect(late.every(({ calendar }) => calendar?.includes("METHOD:REQUEST"))).toBe(true)
    expect(await mailsTo(otherFacilitator, () => add(otherFacilitator, "facilitator"))).toHaveLength(2)
    // Nobody is invited twice.
    expect(await mailsTo(outsider, () => add(outsider, "learner"))).toEqual([])
    expect(await mailsTo(outsider, () => add(outsider, "facilitator"))).toEqual([])
    expect(await mailsTo(outsider, invite)).toEqual([])
  })

  it("is invited to nothing as a manager", async () => {
    const { outsider } = group.people
    await invite()
    expect(await mailsTo(outsider, () => add(outsider, "manager"))).toEqual([])
  })
})
