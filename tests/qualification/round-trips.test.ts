import { eq } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import { cohortSteps, programmeSteps } from "../../server/qualification/tables.ts"
import { countStatements } from "../forum/statements.ts"
import { type Group, openGroup } from "./group.ts"
import { addProject } from "./project-things.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())

/** The session and what stands around the page are two of them. */
it("the learning path is read in twelve statements at most, whatever stands on it", async () => {
  const { mueller } = group.people
  const path = `/lerngruppen/${group.cohortId}`
  // The first page of a process asks whether the installation is set up.
  await mueller.agent.get(path).expect(200)
  const statements = () => countStatements(group.db, () => mueller.agent.get(path).expect(200))
  const before = await statements()
  expect(before).toBeLessThanOrEqual(12)
  await addProject(group, group)
  await group.db.update(programmeSteps).set({ tasks: "- Anrufen" })
  await group.db
    .update(cohortSteps)
    .set({ startsAt: new Date(0) })
    .where(eq(cohortSteps.id, group.steps.impulse))
  expect(await statements()).toBe(before)
  // What a step may bring along as well: setting the platform up.
  await group.db.update(programmeSteps).set({ features: ["platform", "project"] })
  expect(await statements()).toBeLessThanOrEqual(12)
})

it("the cohort's page is read in as few by its facilitator", async () => {
  const { agent } = group.people.facilitator
  const path = `/lerngruppen/${group.cohortId}`
  expect(await countStatements(group.db, () => agent.get(path).expect(200))).toBeLessThanOrEqual(9)
})
