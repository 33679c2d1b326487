import { and, eq } from "drizzle-orm"
import { programmeSteps } from "../../server/qualification/tables.ts"
import type { addCohort, Group } from "./group.ts"

/** What has to be said of a project. */
export const PROJECT = {
  title: "Ein Projekt",
  goal: "Ein Ziel",
  reason: "",
  concerned: "",
  risks: "",
  state: "planned",
}

/** A project of Sabine Müller, submitted to her manager, with an entry and a comment. */
export async function addProject(group: Group, made: Awaited<ReturnType<typeof addCohort>>) {
  const { agent } = group.people.mueller
  await group.db
    .update(programmeSteps)
    .set({ features: ["agreement"] })
    .where(and(eq(programmeSteps.programmeId, made.programmeId), eq(programmeSteps.kind, "workshop")))
  const post = async (path: string, body: object): Promise<string> =>
    (await agent.post(path, body).expect(201)).body.id
  const project = await post(`/api/cohorts/${made.cohortId}/projects`, PROJECT)
  const item = await post(`/api/projects/${project}/items`, {
    kind: "milestone",
    title: "Start",
    day: null,
    memberId: null,
  })
  const comment = await post(`/api/projects/${project}/comments`, { body: "Gut" })
  const submission = { cohortStepId: made.steps.workshop, message: "", version: 1 }
  await post(`/api/projects/${project}/submissions`, submission)
  const { body } = await group.people.schoeller.agent.get("/api/agreements").expect(200)
  return {
    project,
    projectItem: item,
    projectComment: comment,
    workshopStep: made.steps.workshop,
    agreement: body.items[0].id as string,
  }
}

export const EDITED_PROJECT = {
  title: "Ein Projekt",
  goal: "Ein Ziel",
  reason: "",
  concerned: "",
  risks: "",
  state: "running",
  version: 1,
}
