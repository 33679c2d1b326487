import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { now } from "../../server/kernel/time.ts"
import { cohortMembers } from "../../server/qualification/tables.ts"
import { type Group, openGroup } from "./group.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())

describe("a cohort", () => {
  it("is seen by its members with its dates and people, each with their own part", async () => {
    const { people, cohortId } = group
    for (const [person, part] of [
      [people.mueller, "learner"],
      [people.facilitator, "facilitator"],
      [people.schoeller, "manager"],
    ] as const) {
      const { body } = await person.agent.get(`/api/cohorts/${cohortId}`).expect(200)
      expect(body.parts).toEqual([part])
      expect(body.steps.map((step: { kind: string }) => step.kind)).toContain("workshop")
      expect(body.people).toHaveLength(7)
      const below = part === "manager" ? "/fuehrungskraft" : ""
      const { text } = await person.agent.get(`/lerngruppen/${cohortId}${below}`).expect(200)
      expect(text).toContain("Lerngruppe Wohngeld")
      expect((await person.agent.get("/qualifizierung").expect(200)).text).toContain("Lerngruppe Wohngeld")
      expect((await person.agent.get("/api/cohorts").expect(200)).body.items).toHaveLength(1)
    }
  })

  it("does not exist for anybody else, whatever their roles", async () => {
    const { people, cohortId } = group
    for (const person of [people.outsider, people.otherFacilitator]) {
      await person.agent.get(`/api/cohorts/${cohortId}`).expect(404)
      await person.agent.get(`/lerngruppen/${cohortId}`).expect(404)
      expect((await person.agent.get("/api/cohorts").expect(200)).body.items).toEqual([])
    }
    const { text } = await people.outsider.agent.get("/ankuendigungen").expect(200)
    expect(text).not.toContain("/qualifizierung")
    const facilitator = await people.otherFacilitator.agent.get("/ankuendigungen").expect(200)
    expect(facilitator.text).toContain("/qualifizierung")
  })

  it("is gone at once for whoever left it", async () => {
    const { people, cohortId, members, db } = group
    const { agent } = people.meier
    await agent.get(`/api/cohorts/${cohortId}`).expect(200)
    await db.update(cohortMembers).set({ leftAt: now() }).where(eq(cohortMembers.id, members.meier))
    await agent.get(`/api/cohorts/${cohortId}`).expect(404)
    await db.update(cohortMembers).set({ leftAt: null }).where(eq(cohortMembers.id, members.meier))
  })
})
