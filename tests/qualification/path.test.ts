import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { DAY, HOUR, now } from "../../server/kernel/time.ts"
import { givers, nextOf, placeOf } from "../../server/qualification/path/places.ts"
import {
  attendances,
  cohortMembers,
  cohortSteps,
  programmeSteps,
  programmes,
  type Requirement,
  type StepKind,
} from "../../server/qualification/tables.ts"
import { addCohort, type Group, openGroup } from "./group.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())

/** A cohort of its own: the workshop a week ago, the practice phase running, the meeting next week. */
async function open(requirements: Requirement[] = ["attendance", "assessment"]) {
  const made = await addCohort(group, group.people)
  await group.db.update(programmes).set({ requirements }).where(eq(programmes.id, made.programmeId))
  const days: Record<StepKind, number> = {
    workshop: -7,
    practice: -6,
    impulse: -1,
    meeting: 7,
    assessment: 20,
    certificate: 30,
  }
  for (const [kind, id] of Object.entries(made.steps) as [StepKind, string][]) {
    const startsAt = new Date(now().getTime() + days[kind] * DAY)
    const endsAt = new Date(startsAt.getTime() + (kind === "practice" ? 28 * DAY : HOUR))
    await group.db.update(cohortSteps).set({ startsAt, endsAt }).where(eq(cohortSteps.id, id))
  }
  return made
}

async function change(stepId: string, set: Partial<typeof programmeSteps.$inferInsert>) {
  const [dated] = await group.db.select().from(cohortSteps).where(eq(cohortSteps.id, stepId))
  await group.db
    .update(programmeSteps)
    .set(set)
    .where(eq(programmeSteps.id, dated?.stepId ?? ""))
}

const attend = (cohortStepId: string, memberId: string, state: "present" | "absent" | "made-up") =>
  group.db
    .insert(attendances)
    .values({ cohortStepId, memberId, state })
    .onConflictDoUpdate({ target: [attendances.cohortStepId, attendances.memberId], set: { state } })

const pathOf = async (cohortId: string) =>
  (await group.people.mueller.agent.get(`/api/cohorts/${cohortId}/path`).expect(200)).body
const standOf = async (cohortId: string) =>
  (await group.people.facilitator.agent.get(`/api/cohorts/${cohortId}/stand`).expect(200)).body

describe("the learning path", () => {
  it("says what is next, what is to be done until then, and what is owed", async () => {
    const { cohortId, steps, members } = await open()
    await change(steps.workshop, { title: "Workshop 1", tasks: "- Projekt **vorlegen**" })
    await change(steps.practice, { title: "Praxisphase 1", tasks: "- Eine Aufgabe übernehmen" })
    await change(steps.meeting, { title: "Treffen 1" })
    await group.db
      .update(cohortSteps)
      .set({ place: "Raum 12 & Flur", link: "https://meet.example.org/a", dialIn: "0123 45" })
      .where(eq(cohortSteps.id, steps.meeting))
    await attend(steps.workshop, members.mueller, "present")
    const path = await pathOf(cohortId)
    expect(path.next.title).toBe("Treffen 1")
    expect(path.tasks.map(({ title }: { title: string }) => title)).toEqual(["Workshop 1", "Praxisphase 1"])
    expect(path.steps.map(({ place }: { place: string }) => place)).toEqual([
      "past",
      "now",
      "next",
      "later",
      "later",
    ])
    expect(path.impulses).toHaveLength(1)
    expect(path.requirements).toMatchObject([
      { requirement: "attendance", fulfilled: false, items: [{ done: true }, { done: false }] },
      { requirement: "assessment", fulfilled: false },
    ])
    const { text } = await group.people.mueller.agent.get(`/lerngruppen/${cohortId}`).expect(200)
    for (const part of [
      "Als Nächstes: Treffen 1",
      "Raum 12 &amp; Flur",
      'href="https://meet.example.org/a"',
      "0123 45",
      "<strong>vorlegen</strong>",
      "1 von 2 Treffen und Workshops liegen hinter Ihnen, als Nächstes kommt „Treffen 1“.",
      "1 von 2",
      "noch offen",
    ])
      expect(text).toContain(part)
  })

  it("is the page of the cohort for whoever learns; for facilitators it has the tools of the step", async () => {
    const { cohortId, steps } = await open()
    await change(steps.practice, { features: ["rules"] })
    await change(steps.assessment, { features: ["data-protection"] })
    const page = async (who: keyof Group["people"]) =>
      (await group.people[who].agent.get(`/lerngruppen/${cohortId}`).expect(200)).text
    const learned = await page("mueller")
    expect(learned).toContain("Mein Lernweg")
    expect(learned).toContain("Für das Zertifikat")
    expect(learned).toContain('id="werkzeuge"')
    expect(learned).not.toContain(`/termine/${steps.meeting}/aendern`)
    const facilitated = await page("facilitator")
    expect(facilitated).not.toContain("Mein Lernweg")
    expect(facilitated).not.toContain("Für das Zertifikat")
    expect(facilitated).toContain("vorhaben/nutzungsregeln")
    for (const address of [
      `/termine/${steps.meeting}/aendern`,
      `/termine/${steps.workshop}/leitung#teilnahme`,
      `/lerngruppen/${cohortId}/stand`,
      `/lerngruppen/${cohortId}/beteiligte`,
    ])
      expect(facilitated).toContain(`href="${address}"`)
    // An area comes up with its step; whoever facilitates prepares it before.
    expect(learned).toContain("vorhaben/nutzungsregeln")
    expect(learned).not.toContain("vorhaben/datenschutz")
    expect(facilitated).toContain("vorhaben/datenschutz")
  })

  it("is found by the addresses that its parts had", async () => {
    const { cohortId } = await open()
    const home = `/lerngruppen/${cohortId}`
    for (const [former, present] of [
      ["lernweg", home],
      ["termine", `${home}#weg`],
      ["plan", `${home}#plan`],
    ]) {
      const { headers } = await group.people.mueller.agent.get(`${home}/${former}`).expect(308)
      expect(headers.location).toBe(present)
    }
  })

  it("counts what was made up, leaves out what was cancelled, and is done in the end", async () => {
    const { cohortId, steps, members } = await open(["attendance"])
    await attend(steps.workshop, members.mueller, "absent")
    await group.db.update(cohortSteps).set({ cancelledAt: now() }).where(eq(cohortSteps.id, steps.meeting))
    expect((await pathOf(cohortId)).requirements[0]).toMatchObject({
      fulfilled: false,
      items: [{ stepId: steps.workshop, done: false }],
    })
    const { text } = await group.people.mueller.agent.get(`/lerngruppen/${cohortId}`).expect(200)
    expect(text).toContain("noch nachzuholen")
    expect(text).toContain("abgesagt")
    await attend(steps.workshop, members.mueller, "made-up")
    expect((await pathOf(cohortId)).requirements[0].fulfilled).toBe(true)
    const after = await group.people.mueller.agent.get(`/lerngruppen/${cohortId}`).expect(200)
    expect(after.text).toContain("Es fehlt nichts mehr.")
  })

  it("names no impulse that is not released, but counts it", async () => {
    const { cohortId, steps } = await open(["impulses"])
    await change(steps.impulse, { voluntary: false, title: "Geheimer Titel" })
    const startsAt = new Date(now().getTime() + DAY)
    await group.db.update(cohortSteps).set({ startsAt }).where(eq(cohortSteps.id, steps.impulse))
    const path = await pathOf(cohortId)
    expect(JSON.stringify(path)).not.toContain("Geheim")
    expect(path.requirements[0]).toMatchObject({ fulfilled: false, items: [{ stepId: null, done: false }] })
    await group.db.update(cohortSteps).set({ startsAt: now() }).where(eq(cohortSteps.id, steps.impulse))
    expect((await pathOf(cohortId)).requirements[0].items[0].title).toBe("Geheimer Titel")
    await group.people.mueller.agent
      .put(`/api/impulses/${steps.impulse}/answer`, { state: "done", answers: [""], version: 0 })
      .expect(200)
    expect((await pathOf(cohortId)).requirements[0].fulfilled).toBe(true)
    expect(
      (await standOf(cohortId)).learners.find(({ name }: { name: string }) => name === "Sabine Müller"),
    ).toMatchObject({ outstanding: [] })
  })

  it("is for the learner alone", async () => {
    const { cohortId } = await open()
    const path = `/api/cohorts/${cohortId}/path`
    await group.people.facilitator.agent.get(path).expect(403)
    await group.people.schoeller.agent.get(path).expect(403)
    await group.people.outsider.agent.get(path).expect(404)
    await group.people.otherFacilitator.agent.get(path).expect(404)
  })
})

describe("the facilitator's page", () => {
  it("says of each learner only what is fulfilled and what is not, in the order of names", async () => {
    const { cohortId, steps, members } = await open(["attendance"])
    for (const step of [steps.workshop, steps.meeting]) await attend(step, members.mueller, "present")
    const stand = await standOf(cohortId)
    expect(stand).toEqual({
      requirements: ["attendance"],
      learners: [
        {
          memberId: members.dangelo,
          name: "Chiara D'Angelo",
          outstanding: ["attendance"],
          certificate: null,
        },
        { memberId: members.huber, name: "Petra Huber", outstanding: ["attendance"], certificate: null },
        { memberId: members.mueller, name: "Sabine Müller", outstanding: [], certificate: null },
        { memberId: members.meier, name: "Thomas Meier", outstanding: ["attendance"], certificate: null },
      ],
    })
    const { text } = await group.people.facilitator.agent.get(`/lerngruppen/${cohortId}/stand`).expect(200)
    expect(text).toContain("erfüllt")
    expect(text).not.toMatch(/\d von \d/)
    expect(text).not.toContain("%")
  })

  it("leaves out who left, and is for facilitators alone", async () => {
    const { cohortId, members } = await open()
    await group.db.update(cohortMembers).set({ leftAt: now() }).where(eq(cohortMembers.id, members.meier))
    expect(JSON.stringify(await standOf(cohortId))).not.toContain("Thomas Meier")
    for (const path of [`/api/cohorts/${cohortId}/stand`, `/lerngruppen/${cohortId}/stand`]) {
      await group.people.mueller.agent.get(path).expect(403)
      await group.people.schoeller.agent.get(path).expect(403)
      await group.people.outsider.agent.get(path).expect(404)
    }
  })

  it("says what to do while there are no learners or requirements", async () => {
    const { cohortId } = await open([])
    const { text } = await group.people.facilitator.agent.get(`/lerngruppen/${cohortId}/stand`).expect(200)
    expect(text).toContain("verlangt für das Zertifikat nichts Bestimmtes")
  })
})

describe("where a step stands", () => {
  const at = new Date("2026-03-10T12:00:00Z")
  const step = (id: string, from: string, until: string, kind: StepKind = "workshop", cancelled = false) => {
    return { id, kind, startsAt: `2026-03-${from}:00Z`, endsAt: `2026-03-${until}:00Z`, cancelled }
  }
  const over = step("over", "01T08:00", "01T12:00")
  const phase = step("phase", "02T08:00", "20T08:00", "practice")
  const off = step("off", "11T08:00", "11T09:00", "meeting", true)
  const next = step("next", "12T08:00", "12T09:00", "meeting")
  const late = step("late", "21T08:00", "21T12:00")
  const all = [over, phase, off, next, late]

  it.each([
    ["past", over],
    ["now", phase],
    ["later", off],
    ["next", next],
    ["later", late],
  ] as const)("is %s", (place, one) => {
    expect(placeOf(one, nextOf(all, at), at)).toBe(place)
  })

  it("is next while it is running, and nothing is when all is over", () => {
    const running = step("running", "10T11:00", "10T13:00")
    expect(nextOf([over, running, next], at)?.id).toBe("running")
    expect(placeOf(running, running, at)).toBe("now")
    expect(nextOf([over, phase], at)).toBeNull()
  })

  it("gives tasks from the last appointment and the running phase", () => {
    expect(givers(all, at).map(({ id }) => id)).toEqual(["over", "phase"])
    expect(givers([late], at)).toEqual([])
  })
})

describe("what was taken on in a session", () => {
  it("stands on the path of who took it on, until it is settled, and on nobody else's", async () => {
    const { cohortId, steps, members } = await open()
    const { facilitator, mueller, huber } = group.people
    const task = { kind: "task", body: "IT anrufen", memberId: members.mueller, dueOn: null }
    const added = await facilitator.agent
      .post(`/api/cohort-steps/${steps.workshop}/entries`, task)
      .expect(201)
    await facilitator.agent
      .post(`/api/cohort-steps/${steps.workshop}/entries`, { ...task, kind: "decision", memberId: null })
      .expect(201)
    const path = await pathOf(cohortId)
    expect(path.ownTasks).toMatchObject([{ body: "IT anrufen", session: { id: steps.workshop } }])
    const others = (await huber.agent.get(`/api/cohorts/${cohortId}/path`).expect(200)).body
    expect(others.ownTasks).toEqual([])
    const page = await mueller.agent.get(`/lerngruppen/${cohortId}`).expect(200)
    expect(page.text).toContain("IT anrufen")
    await mueller.agent
      .put(`/api/session-entries/${added.body.id}/result`, { done: true, result: "Erledigt", version: 1 })
      .expect(204)
    expect((await pathOf(cohortId)).ownTasks).toEqual([])
  })
})

describe("own learning projects", () => {
  it("stand on the learner's path with where they stand, and others' do not", async () => {
    const { cohortId } = await open()
    const { mueller, huber } = group.people
    const page = async ({ agent }: typeof mueller) =>
      (await agent.get(`/lerngruppen/${cohortId}`).expect(200)).text
    expect(await page(mueller)).not.toContain("Ihre Lernprojekte")
    const fields = { title: "Wissen teilen", goal: "Fragen", reason: "", concerned: "", risks: "" }
    const { body } = await mueller.agent
      .post(`/api/cohorts/${cohortId}/projects`, { ...fields, state: "running" })
      .expect(201)
    const path = await pathOf(cohortId)
    expect(path.projects).toEqual([{ id: body.id, title: "Wissen teilen", state: "running" }])
    expect(await page(mueller)).toMatch(new RegExp(`/lernprojekte/${body.id}">Wissen teilen`))
    expect(await page(huber)).not.toContain(body.id)
  })
})

describe("setting the platform up", () => {
  it("leads to the structure of the forum, or says whom to ask", async () => {
    const { cohortId, steps } = await open()
    await change(steps.practice, { features: ["platform"] })
    const { mueller, facilitator } = group.people
    const pages = [`/praxisphasen/${steps.practice}`, `/lerngruppen/${cohortId}`]
    for (const page of pages)
      for (const [{ agent }, whom] of [
        [mueller, "Bitten Sie Ihre Lernbegleitung"],
        [facilitator, "können Sie sie für eine lernende Person beantragen"],
      ] as const) {
        const { text } = await agent.get(page).expect(200)
        expect(text).toContain(whom)
        expect(text).not.toContain('href="/verwaltung/struktur" class')
      }
    await group.db.$client.query("update people set roles = '{clerk,editor}' where id = $1", [mueller.id])
    for (const page of pages) {
      const { text } = await mueller.agent.get(page).expect(200)
      expect(text).toContain('href="/verwaltung/struktur"')
      expect(text).not.toContain("Bitten Sie Ihre Lernbegleitung")
    }
    await mueller.agent.get("/verwaltung/struktur").expect(200)
    await group.db.$client.query("update people set roles = '{clerk}' where id = $1", [mueller.id])
  })
})

describe("a practice phase", () => {
  it("shows contents, tasks, tools and the impulses that learners may know", async () => {
    const { steps } = await open()
    await change(steps.practice, {
      contents: "Erste **Schritte**",
      tasks: "- Anrufen",
      features: ["project"],
    })
    await change(steps.impulse, { title: "Mein Arbeitstag" })
    const { facilitator, mueller } = group.people
    const address = `/api/practice-phases/${steps.practice}`
    const phase = (await mueller.agent.get(address).expect(200)).body
    expect(phase).toMatchObject({ contents: "Erste **Schritte**", impulses: [{ title: "Mein Arbeitstag" }] })
    const page = (await mueller.agent.get(`/praxisphasen/${steps.practice}`).expect(200)).text
    for (const part of ["Schritte</strong>", "Anrufen", "Mein Arbeitstag", "/projekte"])
      expect(page).toContain(part)
    const later = new Date(now().getTime() + 2 * DAY)
    await group.db
      .update(cohortSteps)
      .set({ startsAt: later, endsAt: new Date(later.getTime() + HOUR) })
      .where(eq(cohortSteps.id, steps.impulse))
    expect((await mueller.agent.get(address).expect(200)).body.impulses).toEqual([])
    expect((await facilitator.agent.get(address).expect(200)).body.impulses).toHaveLength(1)
    await mueller.agent.get(`/api/practice-phases/${steps.workshop}`).expect(404)
  })
})
