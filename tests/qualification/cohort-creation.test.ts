import { and, eq, ne } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { localTimeOf } from "../../server/kernel/time.ts"
import { cohortSteps, programmeSteps, programmes } from "../../server/qualification/tables.ts"
import { type Group, openGroup } from "./group.ts"

let group: Group
/** The half-year that ships with the software. */
let programmeId: string

beforeAll(async () => {
  group = await openGroup()
  const [shipped] = await group.db
    .select()
    .from(programmes)
    .where(and(ne(programmes.id, group.programmeId), eq(programmes.name, await shippedName())))
  programmeId = shipped?.id ?? ""
})
afterAll(() => group.close())

async function shippedName(): Promise<string> {
  const rows = await group.db.select().from(programmes)
  return rows.find(({ id }) => id !== group.programmeId)?.name ?? ""
}

const filled = (more: object = {}) => ({
  programmeId,
  name: "Lerngruppe Frühjahr",
  mandateFrom: "Martina Schöller",
  mandate: "Den Austausch in das Fachforum holen",
  land: "NW",
  startOn: "2027-01-11",
  time: "09:00",
  deleteOn: "2027-12-31",
  ...more,
})
const setting = () => `programmeId=${programmeId}&land=NW&startOn=2027-01-11&time=09:00`
const create = async (more: object = {}) => {
  const { body } = await group.people.facilitator.agent.post("/api/cohorts", filled(more)).expect(201)
  return body.id as string
}
const stepsOf = (cohortId: string) =>
  group.db
    .select({
      dates: cohortSteps,
      kind: programmeSteps.kind,
      week: programmeSteps.week,
      id: programmeSteps.id,
    })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(eq(cohortSteps.cohortId, cohortId))
    .orderBy(programmeSteps.position)

describe("a new cohort", () => {
  it("gets a date for every step of the half-year, and its creator as first facilitator", async () => {
    const { facilitator } = group.people
    const { body } = await facilitator.agent.get(`/api/cohorts/proposal?${setting()}`).expect(200)
    expect(body.dates.filter(({ kind }: { kind: string }) => kind === "workshop")).toHaveLength(5)
    expect(body.deleteOn > "2027-07-01").toBe(true)
    const id = await create()
    const steps = await stepsOf(id)
    expect(steps).toHaveLength(body.dates.length)
    const workshops = steps
      .filter(({ kind }) => kind === "workshop")
      .map(({ dates }) => localTimeOf(dates.startsAt))
    expect(workshops[0]).toBe("2027-01-11T09:00")
    expect(workshops.every((time) => time.endsWith("T09:00"))).toBe(true)
    expect(
      new Set(steps.filter(({ kind }) => kind === "impulse").map(({ dates }) => +dates.startsAt)).size,
    ).toBe(16)
    const cohort = (await facilitator.agent.get(`/api/cohorts/${id}`).expect(200)).body
    expect(cohort.parts).toEqual(["facilitator"])
    expect(cohort.people).toHaveLength(1)
  })

  it("takes another date for a session, and phases and impulses follow", async () => {
    const { body } = await group.people.facilitator.agent.get(`/api/cohorts/proposal?${setting()}`)
    const second = body.dates.filter(({ kind }: { kind: string }) => kind === "workshop")[1]
    const id = await create({ dates: [{ stepId: second.stepId, startsAt: "2027-02-18T12:00:00Z" }] })
    const steps = await stepsOf(id)
    const moved = steps.find((step) => step.id === second.stepId)
    expect(localTimeOf(moved?.dates.startsAt ?? new Date(0))).toBe("2027-02-18T13:00")
    const [phase] = steps.filter(({ kind }) => kind === "practice")
    expect(localTimeOf(phase?.dates.endsAt ?? new Date(0))).toBe("2027-02-18T00:00")
  })

  it("is not made of faults, each with its field", async () => {
    const { agent } = group.people.facilitator
    const { body } = await agent.get(`/api/cohorts/proposal?${setting()}`)
    const [first, second] = body.dates.filter(({ kind }: { kind: string }) => kind === "workshop")
    const phase = body.dates.find(({ kind }: { kind: string }) => kind === "practice")
    for (const [more, code] of [
      [{ deleteOn: "2027-03-01" }, "cohort.deleted-too-early"],
      [{ deleteOn: "2036-03-01" }, "cohort.kept-too-long"],
      [{ dates: [{ stepId: second.stepId, startsAt: first.startsAt }] }, "cohort.dates-out-of-order"],
      [{ dates: [{ stepId: first.stepId, startsAt: "2027-01-04T08:00:00Z" }] }, "cohort.date-before-start"],
      [{ dates: [{ stepId: phase.stepId, startsAt: first.startsAt }] }, "cohort.step-unknown"],
      [{ programmeId: crypto.randomUUID() }, "programme.unknown"],
    ] as const) {
      const { body: problem } = await agent.post("/api/cohorts", filled(more)).expect(422)
      expect(problem.code).toBe(code)
    }
    await agent.post("/api/cohorts", filled({ land: "XX" })).expect(400)
    await agent.post("/api/cohorts", filled({ time: "25:00" })).expect(400)
    await agent.post("/api/cohorts", filled({ name: "  " })).expect(400)
  })

  it("is made by facilitators only, once however often the button was pressed", async () => {
    const { people } = group
    for (const person of [people.mueller, people.schoeller, people.outsider])
      await person.agent.post("/api/cohorts", filled()).expect(403)
    await group.nobody.post("/api/cohorts", filled()).expect(401)
    const key = crypto.randomUUID()
    const ids = await Promise.all([create({ key }), create({ key }), create({ key })])
    expect(new Set(ids).size).toBe(1)
  })

  it.each([
    ["everywhere where it alone is given", { place: "Raum 3" }, { workshop: "Raum 3", meeting: "Raum 3" }],
    ["online where nothing else is given", { dialIn: "030 1" }, { workshop: "030 1", meeting: "030 1" }],
    [
      "in the room for workshops, online for meetings",
      { place: "Raum 3", link: "https://treffen.example" },
      { workshop: "Raum 3", meeting: "https://treffen.example" },
    ],
  ])("is held %s", async (_name, given, expected) => {
    const { body } = await group.people.facilitator.agent
      .get(`/api/cohorts/${await create(given)}`)
      .expect(200)
    type Held = { kind: string; place: string; link: string; dialIn: string }
    for (const [kind, where] of Object.entries({ ...expected, practice: "", assessment: expected.workshop }))
      for (const step of body.steps.filter((one: Held) => one.kind === kind))
        expect([step.place, step.link, step.dialIn].join("")).toBe(where)
  })

  it("needs a published programme", async () => {
    await group.db.update(programmes).set({ publishedAt: null }).where(eq(programmes.id, group.programmeId))
    const { body } = await group.people.facilitator.agent
      .post("/api/cohorts", filled({ programmeId: group.programmeId }))
      .expect(422)
    expect(body.code).toBe("programme.unknown")
  })

  it("is made with forms alone: dates are proposed, changed, and only then stored", async () => {
    const { agent } = group.people.otherFacilitator
    const page = await agent.get("/lerngruppen/neu").expect(200)
    expect(page.text).toContain("Termine vorschlagen")
    const place = { place: "Haus B", link: " https://treffen.example ", dialIn: "" }
    const fields = { ...filled({ deleteOn: "", ...place }), idempotencyKey: crypto.randomUUID() }
    const proposed = await agent.form("/lerngruppen/neu", { ...fields, step: "propose" }).expect(200)
    expect(proposed.text).toContain("Vorgeschlagene Termine")
    expect((await agent.get("/api/cohorts")).body.items).toEqual([])
    const values = (name: string) =>
      [
        ...proposed.text.matchAll(
          new RegExp(`name="${name}"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="${name}"`, "g"),
        ),
      ].map((match) => match[1] ?? match[2] ?? "")
    const startsAts = values("startsAts")
    startsAts[0] = "2027-01-12T10:30"
    const second = {
      ...fields,
      step: "create",
      deleteOn: values("deleteOn")[0] ?? "",
      proposedFor: values("proposedFor")[0] ?? "",
      stepIds: values("stepIds"),
      startsAts,
    }
    const changed = await agent.form("/lerngruppen/neu", { ...second, land: "BY" }).expect(200)
    expect(changed.text).toContain("Die Termine sind neu vorgeschlagen")
    const gap = await agent
      .form("/lerngruppen/neu", { ...second, startsAts: ["", ...startsAts.slice(1)] })
      .expect(422)
    expect(gap.text).toContain("zu jedem Termin Tag und Uhrzeit")
    expect(gap.text).toContain("Lerngruppe Frühjahr")
    const { headers } = await agent.form("/lerngruppen/neu", second).expect(303)
    expect(headers.location).toMatch(/\/lerngruppen\/[^/]+\/beteiligte\?hinweis=cohort-created/)
    const [{ id }] = (await agent.get("/api/cohorts")).body.items
    const { body } = await agent.get(`/api/cohorts/${id}`)
    expect(localTimeOf(new Date(body.steps[0].startsAt))).toBe("2027-01-12T10:30")
    expect(body.steps[0]).toMatchObject({ place: "Haus B", link: "" })
    const wrong = await agent.form("/lerngruppen/neu", { ...fields, name: "", land: "" }).expect(422)
    expect(wrong.text).toContain('href="#feld-land"')
    await group.people.mueller.agent.get("/lerngruppen/neu").expect(403)
  })
})

describe("its people", () => {
  it("are found by name by facilitators alone, with nothing but name and departments", async () => {
    const { people } = group
    const id = await create()
    const { body } = await people.facilitator.agent.get(`/api/cohorts/${id}/candidates?name=Müll`).expect(200)
    expect(body.items).toEqual([
      { id: people.mueller.id, name: "Sabine Müller", departments: ["Wohngeldstelle"] },
    ])
    await people.facilitator.agent.get(`/api/cohorts/${id}/candidates?name=M`).expect(400)
    await people.otherFacilitator.agent.get(`/api/cohorts/${id}/candidates?name=Müll`).expect(404)
    const like = await people.facilitator.agent.get(`/api/cohorts/${id}/candidates?name=%25%25`).expect(200)
    expect(like.body.items).toEqual([])
    await group.db.$client.query("update people set active = false where id = $1", [people.vogt.id])
    const gone = await people.facilitator.agent.get(`/api/cohorts/${id}/candidates?name=Vogt`).expect(200)
    expect(gone.body.items).toEqual([])
    await group.db.$client.query("update people set active = true where id = $1", [people.vogt.id])
    const statuses: number[] = []
    for (let count = 0; count < 35; count += 1)
      statuses.push((await people.facilitator.agent.get(`/api/cohorts/${id}/candidates?name=Müll`)).status)
    expect(statuses).toContain(429)
    await group.db.$client.query("delete from throttles")
  })

  it("come and go, with their right from that moment to that moment", async () => {
    const { facilitator, mueller, schoeller, outsider } = group.people
    const id = await create()
    const add = (personId: string, part: string, managerId?: string) =>
      facilitator.agent.post(`/api/cohorts/${id}/members`, {
        personId,
        part,
        ...(managerId && { managerId }),
      })
    await mueller.agent.get(`/api/cohorts/${id}`).expect(404)
    const early = await add(mueller.id, "learner", schoeller.id).expect(422)
    expect(early.body.code).toBe("cohort.manager-unknown")
    await add(schoeller.id, "manager").expect(201)
    const { body: member } = await add(mueller.id, "learner", schoeller.id).expect(201)
    expect((await add(mueller.id, "learner").expect(201)).body.id).toBe(member.id)
    await mueller.agent.get(`/api/cohorts/${id}`).expect(200)
    await mueller.agent
      .post(`/api/cohorts/${id}/members`, { personId: outsider.id, part: "learner" })
      .expect(403)
    await facilitator.agent.delete(`/api/cohorts/${id}/members/${member.id}`).expect(204)
    await mueller.agent.get(`/api/cohorts/${id}`).expect(404)
    expect((await add(mueller.id, "learner").expect(201)).body.id).toBe(member.id)
    await mueller.agent.get(`/api/cohorts/${id}`).expect(200)
    const { people } = (await facilitator.agent.get(`/api/cohorts/${id}`)).body
    const own = people.find(({ part }: { part: string }) => part === "facilitator")
    const last = await facilitator.agent.delete(`/api/cohorts/${id}/members/${own.memberId}`).expect(409)
    expect(last.body.code).toBe("cohort.last-facilitator")
  })

  it("are warned of when invitations would go out without a place", async () => {
    const { agent } = group.people.facilitator
    const id = await create()
    const path = `/lerngruppen/${id}/beteiligte`
    const steps: { id: string; kind: string }[] = (await agent.get(`/api/cohorts/${id}`)).body.steps
    expect((await agent.get(path).expect(200)).text).toContain("fehlt noch, wo sie stattfinden")
    await group.db.update(cohortSteps).set({ dialIn: "030 1234" }).where(eq(cohortSteps.cohortId, id))
    expect((await agent.get(path).expect(200)).text).not.toContain("fehlt noch, wo")
    const first = steps.find(({ kind }) => kind === "workshop")?.id ?? ""
    await group.db.update(cohortSteps).set({ dialIn: "" }).where(eq(cohortSteps.id, first))
    const { text } = await agent.get(path).expect(200)
    expect(text).toContain("Bei 1 Termin fehlt noch, wo er stattfindet")
    expect(text).toContain(`href="/termine/${first}/aendern"`)
  })

  it("are added and assigned on a page without a script", async () => {
    const { facilitator, mueller, schoeller } = group.people
    const id = await create()
    const path = `/lerngruppen/${id}/beteiligte`
    const empty = await facilitator.agent.get(path).expect(200)
    expect(empty.text).toContain("Noch niemand.")
    const found = await facilitator.agent.get(`${path}?person=Sabine`).expect(200)
    expect(found.text).toContain("1 Person gefunden")
    expect(found.text).toContain("Wohngeldstelle")
    const short = await facilitator.agent.get(`${path}?person=S`).expect(422)
    expect(short.text).toContain('href="#feld-person"')
    await facilitator.agent.form(path, { action: "add", personId: mueller.id, part: "learner" }).expect(303)
    await facilitator.agent.form(path, { action: "add", personId: schoeller.id, part: "manager" }).expect(303)
    const { people } = (await facilitator.agent.get(`/api/cohorts/${id}`)).body
    const member = people.find(({ personId }: { personId: string }) => personId === mueller.id)
    await facilitator.agent
      .form(path, { action: "assign", managerId: schoeller.id, memberIds: member.memberId })
      .expect(303)
    const assigned = async () => {
      const again = (await facilitator.agent.get(`/api/cohorts/${id}`)).body.people
      return again.find(({ personId }: { personId: string }) => personId === mueller.id).managerId
    }
    expect(await assigned()).toBe(schoeller.id)
    const bad = await facilitator.agent
      .form(path, { action: "assign", managerId: mueller.id, memberIds: member.memberId })
      .expect(422)
    expect(bad.text).toContain('href="#feld-managerId"')
    const none = await facilitator.agent
      .form(path, { action: "assign", managerId: "", memberIds: [] })
      .expect(422)
    expect(none.text).toContain('href="#feld-memberIds"')
    expect(await assigned()).toBe(schoeller.id)
    await facilitator.agent
      .form(path, { action: "assign", managerId: "", memberIds: member.memberId })
      .expect(303)
    expect(await assigned()).toBeNull()
    await facilitator.agent.form(path, { action: "end", memberId: member.memberId }).expect(303)
    await mueller.agent.get(`/lerngruppen/${id}`).expect(404)
    await schoeller.agent.get(path).expect(403)
  })
})
