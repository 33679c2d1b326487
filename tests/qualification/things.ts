import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { newId } from "../../server/kernel/database.ts"
import { now, today } from "../../server/kernel/time.ts"
import { perPrompt } from "../../server/qualification/reports/tables.ts"
import { lessons } from "../../server/qualification/retrospectives/tables.ts"
import { roleRequests } from "../../server/qualification/role-requests/tables.ts"
import { cohortSteps } from "../../server/qualification/tables.ts"
import { addCertificate } from "./certified.ts"
import { addConsulting } from "./consulting-things.ts"
import { planEvent } from "./events.ts"
import { addCohort, type Group } from "./group.ts"
import { addProject } from "./project-things.ts"
import { addRound } from "./round.ts"
import { addSession } from "./sessions.ts"

export type Things = Awaited<ReturnType<typeof makeThings>>

export const RULES = { link: "", fields: { aim: "", rules: "- Danke sagen", upkeep: "" }, lines: [] }
export const EVIDENCE = {
  kind: "other",
  title: "Ein Aushang",
  sentence: "Er zeigt, wie ich eine Neuerung erkläre.",
  competences: ["fachforum@1.0:A.1"],
}

export const JOURNAL = {
  title: "Meine Woche",
  body: "Es lief gut.",
  writtenOn: "2026-02-03",
  cohortId: null,
  cohortStepId: null,
}

export const CARD = { heading: "learned", body: "Fragen hilft" } as const
export const LESSON = { kind: "learned", title: "Fragen hilft", body: "" } as const
export const PROCESS = { title: "Posteingang", steps: "", media: "", pain: "", change: "" }
export const EXPERIENCE = { anonymous: false, media: [], helps: "Anrufen", hinders: "", wish: "" }
export const IMPULSE = { state: "draft", answers: ["Zuhören hilft."] }

/** A cohort of its own, with one thing of each sort. */
export async function makeThings(group: Group) {
  const made = await addCohort(group, group.people)
  await group.people.mueller.agent
    .put(`/api/cohorts/${made.cohortId}/plans/rules`, { version: 0, content: RULES })
    .expect(200)
  await makeReport(group, made.cohortId)
  const attached = await group.people.mueller.agent
    .post(`/api/cohorts/${made.cohortId}/evidence`, EVIDENCE)
    .expect(201)
  const written = await group.people.mueller.agent.post("/api/journal", JOURNAL).expect(201)
  await group.db.update(cohortSteps).set({ startsAt: now() }).where(eq(cohortSteps.id, made.steps.impulse))
  await group.people.mueller.agent
    .put(`/api/impulses/${made.steps.impulse}/answer`, { ...IMPULSE, version: 0 })
    .expect(200)
  const process = await group.people.mueller.agent
    .post(`/api/cohorts/${made.cohortId}/work-processes`, PROCESS)
    .expect(201)
  return {
    ...(await addBoard(group, made.cohortId)),
    ...(await addDraft(group, made)),
    cohort: made.cohortId,
    process: process.body.id as string,
    impulse: made.steps.impulse,
    practice: made.steps.practice,
    member: made.members.huber,
    evidence: attached.body.id as string,
    journal: written.body.id as string,
    ...(await addSession(group, made)),
    ...(await addConsulting(group, made)),
    ...(await addCertificate(group, made)),
    ...(await addRound(group, made)),
    ...(await addProject(group, made)),
    ...(await addEvent(group, made)),
    roleRequest: await addRoleRequest(group, made),
  }
}

/** A card of the learner's, and another in a group; a lesson of theirs, and one whose cohort is gone. */
async function addBoard(group: Group, cohortId: string) {
  const { agent } = group.people.mueller
  const id = async (path: string, body: object) =>
    (await agent.post(path, body).expect(201)).body.id as string
  const card = await id(`/api/cohorts/${cohortId}/retrospective/cards`, CARD)
  const second = await id(`/api/cohorts/${cohortId}/retrospective/cards`, CARD)
  const cardGroup = await id(`/api/retrospective-cards/${second}/group`, { title: "Austausch" })
  const lesson = await id(`/api/cohorts/${cohortId}/lessons`, LESSON)
  const orphan = randomUUID()
  await group.db.insert(lessons).values({
    ...LESSON,
    id: orphan,
    cohortId: null,
    familyId: group.programmeId,
    startedOn: "2025-01-13",
    releasedOn: "2025-07-01",
  })
  return { card, cardGroup, lesson, orphan }
}

/** For Frau Müller, who is an editor afterwards where it is granted. */
async function addRoleRequest({ db }: Group, { cohortId, members }: Awaited<ReturnType<typeof addCohort>>) {
  const id = newId()
  const about = { cohortId, memberId: members.mueller, requesterId: members.facilitator }
  await db
    .insert(roleRequests)
    .values({ id, ...about, reason: "Kategorien einrichten", requestedOn: today() })
  return id
}

/** Planned, and seen by the group alone; with an objection that a host entered. */
async function addEvent({ people }: Group, { cohortId }: { cohortId: string }) {
  const event = await planEvent(people.mueller, cohortId)
  const path = `/api/events/${event}/objections`
  await people.mueller.agent.post(`${path}/entered`, { lines: "Noch ein System." }).expect(204)
  const { body } = await people.mueller.agent.get(path).expect(200)
  return { event, objection: body.items[0].id as string }
}

/** A draft of the facilitator's. */
async function addDraft({ people }: Group, { programmeId }: { programmeId: string }) {
  const { agent } = people.facilitator
  const { body } = await agent.post(`/api/programmes/${programmeId}/copy`, {}).expect(201)
  const draft = await agent.get(`/api/programmes/${body.id}`).expect(200)
  return { draft: body.id as string, draftStep: draft.body.steps[1].id as string }
}

/** Put together by Petra Huber, who is none of the visitors. */
async function makeReport(group: Group, cohortId: string): Promise<void> {
  const { agent } = group.people.huber
  const fields = perPrompt(() => ({ text: "Gut", included: true }))
  await agent.post(`/api/cohorts/${cohortId}/report/compose`).expect(204)
  await agent.put(`/api/cohorts/${cohortId}/report`, { version: 1, fields }).expect(204)
}

/** What the `:id` of a route names, by the beginning of its address. */
const SUBJECTS: [RegExp, Exclude<keyof Things, "plan">][] = [
  [/^\/api\/project-items|^\/lernprojekte\/eintraege/, "projectItem"],
  [/^\/api\/project-comments|^\/lernprojekte\/kommentare/, "projectComment"],
  [/^\/api\/projects|^\/lernprojekte/, "project"],
  [/^\/api\/agreements|^\/abstimmungen/, "agreement"],
  [/^\/api\/retrospective-cards|^\/rueckblick\/karten/, "card"],
  [/^\/api\/retrospective-groups|^\/rueckblick\/themen/, "cardGroup"],
  [/^\/api\/released-lessons|^\/erkenntnisse\/:id\/entfernen/, "orphan"],
  [/^\/api\/lessons|^\/erkenntnisse/, "lesson"],
  [/^\/api\/work-processes|^\/arbeitsablaeufe/, "process"],
  [/^\/api\/role-requests/, "roleRequest"],
  [/^\/api\/events|^\/infoveranstaltungen/, "event"],
  [/^\/api\/objections|^\/einwaende/, "objection"],
  [/^\/api\/cohorts|^\/lerngruppen/, "cohort"],
  [/^\/api\/programme-steps|^\/programme\/schritte/, "draftStep"],
  [/^\/api\/programmes|^\/programme/, "draft"],
  [/^\/api\/impulses|^\/lernimpulse/, "impulse"],
  [/^\/api\/certificates|^\/zertifikate/, "certificate"],
  [/^\/api\/assessments|^\/kompetenzbilanz\//, "round"],
  [/^\/api\/assessment-observations/, "observation"],
  [/^\/api\/journal|^\/lerntagebuch/, "journal"],
  [/^\/api\/evidence|^\/nachweise/, "evidence"],
  [/^\/api\/session-entries|^\/termine\/eintraege/, "task"],
  [/^\/api\/consulting-topics|^\/beratungsthemen/, "topic"],
  [/^\/api\/consulting-lines/, "line"],
  [/^\/api\/consultings|^\/beratungen/, "consulting"],
  [/^\/api\/session-photos|^\/termine\/fotos/, "photo"],
  [/^\/api\/step-files|^\/schritte\/dateien/, "sheet"],
  [/^\/api\/cohort-steps|^\/termine|^\/schritte/, "meeting"],
  [/^\/api\/practice-phases|^\/praxisphasen/, "practice"],
]

/** The address of a route, with the ids of things. */
export function addressOf(group: Group, things: Things, url: string): string {
  const subject = SUBJECTS.find(([pattern]) => pattern.test(url))?.[1]
  return url
    .replace(":id", subject ? things[subject] : randomUUID())
    .replace(":memberId", things.member)
    .replace(":file", `${"x".repeat(43)}.ics`)
    .replace(
      "/cohorts/proposal",
      `/cohorts/proposal?programmeId=${group.programmeId}&land=NW&startOn=2026-01-12&time=09:00`,
    )
    .replace("/candidates", "/candidates?name=Mei")
    .replace(":token", "falsch")
    .replace(":kind", "rules")
    .replace(":column", "gelernt")
    .replace(":plan", "nutzungsregeln")
    .replace(":blatt", "nutzungsregeln")
    .replace(":version", "1")
    .replace(":code", "unbekannt")
}
