import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { people as accounts } from "../../server/accounts/index.ts"
import { auditLog } from "../../server/kernel/tables.ts"
import { now } from "../../server/kernel/time.ts"
import { roleRequests } from "../../server/qualification/role-requests/tables.ts"
import { cohortMembers, programmeSteps } from "../../server/qualification/tables.ts"
import type { Person } from "../support/world.ts"
import { type Group, openGroup } from "./group.ts"

const REASON = "Sie richtet die Kategorien ein."
const LIST = "/verwaltung/personen"

let group: Group
let admin: Person
let people: string
beforeAll(async () => {
  group = await openGroup()
  admin = await group.person("Jens Albrecht", ["admin"])
  people = `/lerngruppen/${group.cohortId}/beteiligte`
  // The practice phase is the one in which the platform is set up.
  await group.db
    .update(programmeSteps)
    .set({ features: ["platform"] })
    .where(eq(programmeSteps.kind, "practice"))
})
afterAll(() => group.close())

const pageOf = async ({ agent }: Person, path: string) => (await agent.get(path).expect(200)).text
const phase = () => `/praxisphasen/${group.steps.practice}`
const ask = (memberId: string, reason = REASON) =>
  group.people.facilitator.agent.form(people, { action: "request", memberId, reason })
const openRequest = async () =>
  (await admin.agent.get("/api/role-requests").expect(200)).body.items.at(-1) as { id: string }
const decide = (id: string, fields: Record<string, string>) =>
  admin.agent.form(`${LIST}/antraege/${id}`, fields)

describe("a request that a learner may set the platform up", () => {
  it("is shown to nobody while there is none", async () => {
    expect(await pageOf(admin, LIST)).not.toContain("auf eine Rolle")
    expect(await pageOf(admin, "/verwaltung")).not.toContain("auf eine Rolle")
    expect(await pageOf(group.people.mueller, phase())).toContain("Bitten Sie Ihre Lernbegleitung")
    expect(await pageOf(group.people.facilitator, phase())).toContain(`${people}#redaktion`)
  })

  it("is made by the facilitator with a reason, and what was typed comes back without one", async () => {
    const { mueller } = group.members
    const faulty = await ask(mueller, "x").expect(422)
    expect(faulty.text).toMatch(/<textarea[^>]*name="reason"[^>]*>x<\/textarea>/)
    const done = await ask(mueller).expect(303)
    expect(done.headers.location).toBe(`${people}?hinweis=role-requested#redaktion`)
    await ask(mueller, "Noch einmal").expect(303)
    expect(await group.db.$count(roleRequests)).toBe(1)
    expect(await pageOf(group.people.facilitator, people)).toContain("beantragt am")
    const [entry] = await group.db.select().from(auditLog).where(eq(auditLog.action, "cohort.role-requested"))
    expect(entry).toMatchObject({ subjectId: group.cohortId, detail: { memberId: mueller } })
  })

  it("is read by its learner, not by the others, and waits for the administration in one list", async () => {
    const { mueller, huber, facilitator } = group.people
    expect(await pageOf(mueller, phase())).toContain("für Sie beantragt")
    expect(await pageOf(huber, phase())).not.toContain("für Sie beantragt")
    const address = `/api/cohorts/${group.cohortId}/role-requests`
    const own = (await mueller.agent.get(address).expect(200)).body.items
    expect(own).toMatchObject([{ isMine: true, hasRole: false, request: { state: "open", reason: REASON } }])
    expect((await facilitator.agent.get(address).expect(200)).body.items).toHaveLength(4)
    const list = await pageOf(admin, LIST)
    for (const words of [
      "1 Antrag auf eine Rolle",
      "Sabine Müller",
      "Lerngruppe Wohngeld",
      "Lena Weber",
      REASON,
    ])
      expect(list).toContain(words)
    expect(await pageOf(admin, "/verwaltung")).toContain("1 Antrag auf eine Rolle")
    await mueller.agent.get("/api/role-requests").expect(403)
    await facilitator.agent.get("/api/role-requests").expect(403)
  })

  it("is declined with a reason that learner and facilitator read, and may be made anew", async () => {
    const { mueller, facilitator } = group.people
    const { id } = await openRequest()
    const without = await decide(id, { action: "decline", answer: "" }).expect(422)
    expect(without.text).toContain("1 Antrag auf eine Rolle")
    expect(without.text).toContain("Begründung")
    const answer = "Das macht schon Frau Huber."
    await decide(id, { action: "decline", answer }).expect(303)
    expect(await pageOf(admin, LIST)).not.toContain("auf eine Rolle")
    expect(await pageOf(mueller, phase())).toContain(answer)
    expect(await pageOf(facilitator, people)).toContain(answer)
    const late = await decide(id, { action: "grant" }).expect(409)
    expect(late.text).toContain("inzwischen jemand entschieden")
    await ask(group.members.mueller).expect(303)
    expect((await openRequest()).id).not.toBe(id)
    expect(await pageOf(mueller, phase())).not.toContain(answer)
  })

  it("is granted: the person has the role from then on, and the log says who gave it", async () => {
    const { mueller, facilitator } = group.people
    const { id } = await openRequest()
    const done = await decide(id, { action: "grant" }).expect(303)
    expect(done.headers.location).toBe(`${LIST}?hinweis=role-granted`)
    const [person] = await group.db.select().from(accounts).where(eq(accounts.id, mueller.id))
    expect(person?.roles).toEqual(["clerk", "editor"])
    expect(await pageOf(mueller, phase())).toContain('href="/verwaltung/struktur"')
    expect(await pageOf(facilitator, people)).toContain("hat die Rolle")
    await ask(group.members.mueller).expect(409)
    const [entry] = await group.db.select().from(auditLog).where(eq(auditLog.action, "person.roles-changed"))
    expect(entry).toMatchObject({ actorId: admin.id, subjectId: mueller.id })
  })

  it("is only for learners of the cohort, and waits for nobody who has left", async () => {
    await ask(group.members.schoeller).expect(422)
    await group.people.otherFacilitator.agent
      .post(`/api/cohorts/${group.cohortId}/role-requests`, { memberId: group.members.huber, reason: REASON })
      .expect(404)
    await ask(group.members.huber).expect(303)
    const { id } = await openRequest()
    await group.db
      .update(cohortMembers)
      .set({ leftAt: now() })
      .where(eq(cohortMembers.id, group.members.huber))
    expect((await admin.agent.get("/api/role-requests").expect(200)).body.items).toEqual([])
    await decide(id, { action: "grant" }).expect(404)
  })
})
