import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { newId } from "../../server/kernel/database.ts"
import { now } from "../../server/kernel/time.ts"
import { consultingTopics, consultingVotes } from "../../server/qualification/consulting/tables.ts"
import { tellBallots } from "../../server/qualification/meet.ts"
import { tellReleasedImpulses } from "../../server/qualification/own.ts"
import { perPrompt } from "../../server/qualification/reports/tables.ts"
import { cohortMembers, cohortSteps } from "../../server/qualification/tables.ts"
import type { Person } from "../support/world.ts"
import { addCertificate } from "./certified.ts"
import { addCohort, type Group, openGroup } from "./group.ts"
import { addProject, PROJECT } from "./project-things.ts"
import { openRound } from "./round.ts"
import { addSession } from "./sessions.ts"
import { RULES } from "./things.ts"

let group: Group
let made: Awaited<ReturnType<typeof addCohort>>
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())
beforeEach(async () => {
  made = await addCohort(group, group.people)
  for (const { agent } of Object.values(group.people))
    await agent.post("/api/notifications/read", {}).expect(204)
})

type Entry = {
  notice: string
  title: string | null
  address: string
  person: string | null
  place: string | null
  groupId: string
  read: boolean
}
const unreadOf = async ({ agent }: Person): Promise<Entry[]> =>
  (await agent.get("/api/notifications").expect(200)).body.items.filter(({ read }: Entry) => !read)
const heard = async (person: Person, notice: string) =>
  (await unreadOf(person)).filter((entry) => entry.notice === notice)

const bellOf = async ({ agent }: Person) =>
  /ff-header__bell"[^>]*aria-label="([^"]*)"/.exec((await agent.get("/qualifizierung").expect(200)).text)?.[1]

const post = async ({ agent }: Person, path: string, body: object = {}): Promise<string> =>
  (await agent.post(path, body).expect(201)).body.id
const newProject = () => post(group.people.mueller, `/api/cohorts/${made.cohortId}/projects`, PROJECT)
const join = async (project: string, memberId: string) =>
  group.people.mueller.agent.post(`/api/projects/${project}/people`, { memberId }).expect(204)
const TASK = { kind: "task", title: "Bei der IT anrufen", day: null }
const FIELDS = perPrompt(() => ({ text: "Gut", included: true }))

async function writeReport() {
  const { huber } = group.people
  const path = `/api/cohorts/${made.cohortId}/report`
  await huber.agent.post(`${path}/compose`).expect(204)
  await huber.agent.put(path, { version: 1, fields: FIELDS }).expect(204)
}

async function decideRules() {
  const { mueller, facilitator } = group.people
  const path = `/api/cohorts/${made.cohortId}/plans/rules`
  await mueller.agent.put(path, { version: 0, content: RULES }).expect(200)
  await facilitator.agent.post(`${path}/decide`, { version: 1 }).expect(204)
}

async function releaseImpulse() {
  await group.db.update(cohortSteps).set({ startsAt: now() }).where(eq(cohortSteps.id, made.steps.impulse))
  await tellReleasedImpulses(group.db)
}

type Who = keyof Group["people"]
type Row = {
  act: () => Promise<unknown>
  told: Who[]
  /** Members of the cohort whom it does not concern, or who did it. */
  notTold: Who[]
  says: Partial<Entry>
}

const ROWS: Record<string, Row> = {
  "qualification.task": {
    act: () =>
      post(group.people.facilitator, `/api/cohort-steps/${made.steps.workshop}/entries`, {
        kind: "task",
        body: "IT anrufen",
        memberId: made.members.huber,
        dueOn: null,
      }),
    told: ["huber"],
    notTold: ["mueller", "facilitator", "schoeller"],
    says: { title: "Schritt 1", place: "Lerngruppe Wohngeld" },
  },
  "qualification.project-joined": {
    act: async () => join(await newProject(), made.members.huber),
    told: ["huber"],
    notTold: ["mueller", "meier", "facilitator", "schoeller"],
    says: { title: "Ein Projekt" },
  },
  "qualification.project-comment": {
    act: async () => {
      const project = await newProject()
      await join(project, made.members.huber)
      await post(group.people.mueller, `/api/projects/${project}/comments`, { body: "Gut" })
    },
    told: ["huber"],
    notTold: ["mueller", "meier", "schoeller"],
    says: { title: "Ein Projekt", person: "Sabine Müller" },
  },
  "qualification.report-approval": {
    act: writeReport,
    told: ["mueller", "meier", "dangelo"],
    notTold: ["huber", "facilitator", "schoeller"],
    says: { title: "Rückmeldung an die Führungskraft" },
  },
  "qualification.impulse": {
    act: releaseImpulse,
    told: ["mueller", "huber", "meier", "dangelo"],
    notTold: ["facilitator", "schoeller"],
    says: { title: "Schritt 3" },
  },
  "qualification.minutes": {
    act: () => addSession(group, made),
    told: ["mueller", "huber", "meier", "dangelo"],
    notTold: ["facilitator", "schoeller", "vogt"],
    says: { title: "Schritt 4" },
  },
  "qualification.plan": {
    act: decideRules,
    told: ["mueller", "huber", "meier", "dangelo"],
    notTold: ["facilitator", "schoeller"],
    says: { title: "Nutzungsregeln" },
  },
  "qualification.certificate": {
    act: () => addCertificate(group, made),
    told: ["mueller"],
    notTold: ["huber", "facilitator", "schoeller"],
    says: { title: "Vom Posteingang ins Fachforum" },
  },
  "qualification.agreement-submitted": {
    act: () => addProject(group, made),
    told: ["schoeller"],
    notTold: ["vogt", "mueller", "facilitator"],
    says: { title: "Ein Projekt" },
  },
  "qualification.project-submitted": {
    act: () => addProject(group, made),
    told: ["facilitator"],
    notTold: ["schoeller", "mueller", "otherFacilitator"],
    says: { title: "Ein Projekt" },
  },
  "qualification.agreement-answered": {
    act: async () => {
      const { agreement } = await addProject(group, made)
      const agreed = { answer: "agreed", comment: "", talkOn: null, version: 1 }
      await group.people.schoeller.agent.put(`/api/agreements/${agreement}`, agreed).expect(204)
    },
    told: ["mueller", "facilitator"],
    notTold: ["schoeller", "huber", "vogt"],
    says: { title: "Ein Projekt", person: "Martina Schöller" },
  },
  "qualification.ballot": {
    act: async () => {
      const topicId = newId()
      await group.db.insert(consultingTopics).values({
        id: topicId,
        cohortStepId: made.steps.meeting,
        memberId: made.members.mueller,
        title: "Rückfragen am Telefon",
        question: "Wie weiter?",
      })
      const { huber, meier, dangelo } = made.members
      await group.db
        .insert(consultingVotes)
        .values([huber, meier, dangelo].map((memberId) => ({ topicId, memberId })))
      for (const _ of [1, 2]) await tellBallots(group.db)
    },
    told: ["facilitator"],
    notTold: ["mueller", "schoeller"],
    says: { title: "Schritt 4" },
  },
  "qualification.round-ready": {
    act: async () => {
      made = await openRound(group, "released")
    },
    told: ["facilitator"],
    notTold: ["mueller", "huber", "schoeller"],
    says: { person: "Sabine Müller" },
  },
  "qualification.report": {
    act: async () => {
      await writeReport()
      const { mueller, huber, meier, dangelo } = group.people
      const path = `/api/cohorts/${made.cohortId}/report`
      const { version } = (await huber.agent.get(path).expect(200)).body
      for (const { agent } of [mueller, meier, dangelo])
        await agent.post(`${path}/approve`, { version }).expect(204)
      const expiresOn = new Date(now().getTime() + 30 * 24 * 3600_000).toISOString().slice(0, 10)
      await huber.agent.post(`${path}/release`, { version, expiresOn }).expect(204)
    },
    told: ["schoeller", "vogt"],
    notTold: ["mueller", "facilitator"],
    says: { title: "Rückmeldung an die Führungskraft" },
  },
}

describe.each(Object.entries(ROWS))("%s", (notice, { act, told, notTold, says }) => {
  it("is told to whom it concerns, leads there, and is read by looking at it", async () => {
    await act()
    for (const who of told) {
      const [entry, ...more] = await heard(group.people[who], notice)
      expect(more, who).toEqual([])
      expect(entry, who).toMatchObject(says)
      const { agent } = group.people[who]
      await agent.get(entry?.address.split("#")[0] ?? "").expect(200)
      expect(await heard(group.people[who], notice), who).toEqual([])
    }
    for (const who of [...notTold, "outsider", "otherFacilitator"] as Who[])
      expect(await heard(group.people[who], notice), who).toEqual([])
  })

  it("is told no more to whoever has lost sight of it", async () => {
    await act()
    const [who] = told
    if (!who) return
    expect(await bellOf(group.people[who])).toMatch(/: \d+ ungelesen$/)
    if (notice === "qualification.certificate") return
    await group.db
      .update(cohortMembers)
      .set({ leftAt: now() })
      .where(eq(cohortMembers.id, made.members[who as keyof typeof made.members]))
    // The bell knows before the inbox is opened.
    expect(await bellOf(group.people[who])).toBe("Benachrichtigungen")
    expect(await heard(group.people[who], notice)).toEqual([])
    const { rows } = await group.db.$client.query(
      "select 1 from inbox_entries where person_id = $1 and notice = $2 and not is_read",
      [group.people[who].id, notice],
    )
    expect(rows).toEqual([])
  })
})

describe("what somebody is told of a qualification", () => {
  it("is told once of an impulse, and not before its date", async () => {
    const { mueller } = group.people
    await tellReleasedImpulses(group.db)
    expect(await heard(mueller, "qualification.impulse")).toEqual([])
    await releaseImpulse()
    await mueller.agent.post("/api/notifications/read", {}).expect(204)
    await tellReleasedImpulses(group.db)
    expect(await heard(mueller, "qualification.impulse")).toEqual([])
  })

  it("says nothing of a task that one gave oneself, or that somebody else has by now", async () => {
    const { mueller, huber, facilitator } = group.people
    const project = await newProject()
    await post(mueller, `/api/projects/${project}/items`, { ...TASK, memberId: made.members.mueller })
    expect(await heard(mueller, "qualification.task")).toEqual([])
    await post(mueller, `/api/projects/${project}/items`, { ...TASK, memberId: made.members.huber })
    // Of a project that is not hers she sees nothing, the task included.
    expect(await heard(huber, "qualification.task")).toEqual([])
    await join(project, made.members.huber)
    await post(mueller, `/api/projects/${project}/items`, { ...TASK, memberId: made.members.huber })
    expect(await heard(huber, "qualification.task")).toHaveLength(1)
    await huber.agent.post("/api/notifications/read", {}).expect(204)
    const line = { kind: "task", body: "IT anrufen", dueOn: null }
    const path = `/api/cohort-steps/${made.steps.workshop}/entries`
    const id = await post(facilitator, path, { ...line, memberId: made.members.huber })
    expect(await heard(huber, "qualification.task")).toHaveLength(1)
    await facilitator.agent
      .put(`/api/session-entries/${id}`, { ...line, memberId: made.members.mueller, version: 1 })
      .expect(204)
    expect(await heard(huber, "qualification.task")).toEqual([])
    expect(await heard(mueller, "qualification.task")).toHaveLength(1)
  })

  it("tells of no certificate that was revoked, and of no decision that was taken back", async () => {
    const { mueller, facilitator } = group.people
    const { certificate } = await addCertificate(group, made)
    expect(await heard(mueller, "qualification.certificate")).toHaveLength(1)
    await facilitator.agent
      .post(`/api/certificates/${certificate}/revoke`, { reason: "Irrtum bei der Person" })
      .expect(204)
    expect(await heard(mueller, "qualification.certificate")).toEqual([])
    await decideRules()
    expect(await heard(mueller, "qualification.plan")).toHaveLength(1)
    await facilitator.agent.post(`/api/cohorts/${made.cohortId}/plans/rules/reopen`).expect(204)
    expect(await heard(mueller, "qualification.plan")).toEqual([])
  })
})

it("the page offers its reasons in groups, and shows what they are about", async () => {
  const { mueller } = group.people
  await decideRules()
  const { text } = await mueller.agent.get("/benachrichtigungen").expect(200)
  for (const part of [
    '<optgroup label="Qualifizierung"',
    '<optgroup label="Aufgaben Ihrer Fachabteilung"',
    "Von Ihrer Lerngruppe beschlossen",
    "Nutzungsregeln",
    "Lerngruppe Wohngeld",
  ])
    expect(text).toContain(part)
})
