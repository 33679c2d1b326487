import { afterAll, beforeAll, expect, it } from "vitest"
import { DAY, now, today } from "../../server/kernel/time.ts"
import { perPrompt } from "../../server/qualification/reports/tables.ts"
import type { Agent, RouteEntry } from "../support/world.ts"
import { TOPIC } from "./consulting-things.ts"
import { eventFields } from "./events.ts"
import { type Group, openGroup } from "./group.ts"
import { EDITED_PROJECT } from "./project-things.ts"
import { isOfQualification, TABLE, VISITORS } from "./routes.table.ts"
import { MINUTES } from "./sessions.ts"
import {
  addressOf,
  CARD,
  EVIDENCE,
  EXPERIENCE,
  IMPULSE,
  JOURNAL,
  LESSON,
  makeThings,
  PROCESS,
  RULES,
  type Things,
} from "./things.ts"

/**
 * Every route of the qualification, asked by everybody with the id of something that exists. `PRINT_ROUTES=1` prints
 * the lines as they are, for a person to read and decide.
 */
let group: Group
let visitors: Record<(typeof VISITORS)[number], Agent>
let things: Things

beforeAll(async () => {
  group = await openGroup()
  const { people } = group
  visitors = {
    nobody: group.nobody,
    stranger: people.outsider.agent,
    visitor: people.otherFacilitator.agent,
    facilitator: people.facilitator.agent,
    learner: people.mueller.agent,
    manager: people.schoeller.agent,
  }
  things = await makeThings(group)
})
afterAll(() => group.close())

const DRAFT_STEP = {
  kind: "practice",
  title: "Praxisphase",
  week: 1,
  weeks: 4,
  minutes: 0,
  contents: "",
  materials: "",
  tasks: "",
  agenda: [],
  questions: [],
  features: [],
  voluntary: false,
}

/** What is sent where an empty body would hide who may do it. Everything else gets an empty one. */
const BODIES: Record<string, () => object> = {
  "PUT /api/programmes/:id": () => ({ version: 1, name: "Ein Halbjahr", description: "", requirements: [] }),
  "POST /api/programmes/:id/publish": () => ({ version: 1 }),
  "POST /api/programmes/:id/steps": () => DRAFT_STEP,
  "PUT /api/programme-steps/:id": () => ({ ...DRAFT_STEP, version: 1 }),
  "POST /api/programme-steps/:id/move": () => ({ direction: "down" }),
  "POST /api/cohorts/:id/projects": () => ({ ...EDITED_PROJECT, version: undefined }),
  "PUT /api/projects/:id": () => EDITED_PROJECT,
  "POST /api/projects/:id/people": () => ({ memberId: things.member }),
  "POST /api/projects/:id/items": () => ({ kind: "task", title: "Anrufen", day: null, memberId: null }),
  "POST /api/projects/:id/decisions": () => ({ day: today(), body: "Ja" }),
  "POST /api/projects/:id/comments": () => ({ body: "Gut" }),
  "POST /api/projects/:id/submissions": () => ({
    cohortStepId: things.workshopStep,
    message: "",
    version: 1,
  }),
  "PATCH /api/project-items/:id": () => ({ done: true }),
  "PUT /api/project-comments/:id": () => ({ body: "Neu", version: 1 }),
  "PUT /api/agreements/:id": () => ({ answer: "agreed", comment: "", talkOn: null, version: 1 }),
  "PUT /api/cohorts/:id/experiences": () => EXPERIENCE,
  "POST /api/cohorts/:id/retrospective/cards": () => CARD,
  "POST /api/cohorts/:id/retrospective/stage": () => ({ from: "collecting", to: "voting" }),
  "PUT /api/retrospective-cards/:id": () => ({ version: 1, body: "Anders" }),
  "PUT /api/retrospective-cards/:id/place": () => ({ heading: "learned", groupId: null }),
  "POST /api/retrospective-cards/:id/group": () => ({ title: "Neues" }),
  "PUT /api/retrospective-groups/:id": () => ({ version: 1, title: "Anders" }),
  "POST /api/cohorts/:id/lessons": () => LESSON,
  "PUT /api/lessons/:id": () => ({ ...LESSON, version: 1 }),
  "POST /api/lessons/:id/release": () => ({ version: 1 }),
  "POST /api/lessons/:id/withdraw": () => ({ version: 1 }),
  "POST /api/cohorts/:id/work-processes": () => PROCESS,
  "PUT /api/work-processes/:id": () => ({ ...PROCESS, version: 1 }),
  "POST /api/cohorts/:id/certificates": () => ({ memberId: things.certifiable }),
  "POST /api/certificates/:id/revoke": () => ({ reason: "Irrtum" }),
  "PUT /api/certificates/:id/release": () => ({ showsName: true, showsCompetences: false, version: 1 }),
  "PUT /api/cohorts/:id/chat-link": () => ({ link: "https://chat.example.org/gruppe" }),
  "PUT /api/projects/:id/chat-link": () => ({ link: "https://chat.example.org/projekt" }),
  "PUT /api/cohorts/:id/report": () => ({
    version: 1,
    fields: perPrompt(() => ({ text: "Gut", included: true })),
  }),
  "PUT /api/cohorts/:id/report/contribution": () => perPrompt(() => "Gut"),
  "POST /api/cohorts/:id/report/approve": () => ({ version: 2 }),
  "POST /api/cohorts/:id/report/release": () => ({ version: 2, expiresOn: today() }),
  "PUT /api/cohorts/:id/competences": () => ({
    competences: ["digcomp@2.2:1.1", "digcomp@2.2:1.2", "digcomp@2.2:1.3", "digcomp@2.2:2.1"],
    version: 0,
  }),
  "PUT /api/impulses/:id/answer": () => ({ ...IMPULSE, version: 1 }),
  "PUT /api/impulses/:id/share": () => ({ with: "group", version: 1 }),
  "POST /api/cohorts": () => ({
    programmeId: group.programmeId,
    name: "Noch eine",
    mandateFrom: "Martina Schöller",
    mandate: "Dasselbe noch einmal",
    land: "NW",
    startOn: "2026-01-12",
    time: "09:00",
    deleteOn: "2026-12-01",
  }),
  "PUT /api/cohorts/:id": () => ({ version: 1, name: "Neu", mandateFrom: "Leitung", mandate: "Anders" }),
  "POST /api/cohorts/:id/role-requests": () => ({
    memberId: things.member,
    reason: "Sie richtet die Kategorien ein",
  }),
  "POST /api/role-requests/:id/decline": () => ({ answer: "Schon vergeben" }),
  "POST /api/cohorts/:id/leave": () => ({ deleteCertificates: false }),
  "POST /api/cohorts/:id/members": () => ({ personId: group.people.outsider.id, part: "learner" }),
  "PATCH /api/cohorts/:id/members/:memberId": () => ({ managerId: null }),
  "PUT /api/cohort-steps/:id": () => ({
    version: 1,
    startsAt: new Date(now().getTime() + DAY).toISOString(),
    minutes: 60,
    place: "",
    link: "",
    dialIn: "",
  }),
  "POST /api/cohort-steps/:id/cancel": () => ({ version: 1 }),
  "POST /api/cohort-steps/:id/restore": () => ({ version: 1 }),
  "PUT /api/cohort-steps/:id/attendances/:memberId": () => ({ state: "present" }),
  "POST /api/cohorts/:id/evidence": () => EVIDENCE,
  "POST /api/cohorts/:id/evidence/taken": () => ({
    source: "journal",
    sourceId: things.journal,
    sentence: EVIDENCE.sentence,
    competences: EVIDENCE.competences,
  }),
  "PUT /api/assessments/:id": () => ({ ...things.plan, planVersion: 1 }),
  "PATCH /api/assessments/:id/timer": () => ({ control: "next", version: 1 }),
  "PUT /api/assessments/:id/preparation": () => ({ situations: [], version: 1 }),
  "POST /api/assessments/:id/release": () => ({ ratings: false, formerRatings: false }),
  "PUT /api/assessments/:id/rating": () => ({ ratings: [], submit: false, version: 0 }),
  "POST /api/assessments/:id/observations": () => ({ text: "Gut erklärt" }),
  "PUT /api/assessments/:id/results": () => ({ competence: "digcomp@2.2:2.2", level: 3, version: 0 }),
  "PUT /api/assessments/:id/sentences": () => ({ sentences: "Ich kann es.", version: 1 }),
  "POST /api/assessments/:id/confirm": () => ({ version: 1 }),
  "PUT /api/assessments/:id/thought": () => ({ until: null }),
  "POST /api/journal": () => JOURNAL,
  "PUT /api/journal/:id": () => ({ ...JOURNAL, version: 1 }),
  "PUT /api/journal/:id/share": () => ({ cohortId: things.cohort, with: "group", version: 1 }),
  "POST /api/cohort-steps/:id/entries": () => ({ kind: "decision", body: "So machen wir es" }),
  "PUT /api/cohort-steps/:id/agenda": () => ({
    version: 1,
    current: { title: "Ankommen", minutes: 5 },
    ahead: [],
  }),
  "PATCH /api/cohort-steps/:id/timer": () => ({ control: "next", version: 1 }),
  "PUT /api/session-entries/:id": () => ({
    version: 1,
    kind: "parking",
    body: "Später",
    memberId: null,
    dueOn: null,
  }),
  "PUT /api/session-entries/:id/result": () => ({ version: 1, done: true, result: "" }),
  "PUT /api/cohort-steps/:id/notes": () => ({ version: 0, body: "Nur für mich" }),
  "PUT /api/cohort-steps/:id/round": () => ({ project: "", state: "läuft", hurdle: "", request: "" }),
  "PUT /api/cohort-steps/:id/minutes": () => ({ version: 1, body: MINUTES }),
  "POST /api/cohort-steps/:id/minutes/release": () => ({ version: 1, forManagers: false }),
  "POST /api/cohort-steps/:id/consulting-topics": () => TOPIC,
  "PUT /api/consulting-topics/:id": () => ({ ...TOPIC, version: 1 }),
  "PUT /api/cohort-steps/:id/consulting-ballot": () => ({ closed: false }),
  "POST /api/cohort-steps/:id/consultings": () => ({
    topicId: things.topic,
    moderatorId: things.member,
    form: "short",
  }),
  "PATCH /api/consultings/:id/timer": () => ({ control: "next", version: 4 }),
  "POST /api/consultings/:id/lines": () => ({ kind: "hypothesis", body: "Sie fragt lieber nach" }),
  "PUT /api/consultings/:id/decision": () => ({ version: 1, body: "Ich rufe an" }),
  "PUT /api/consultings/:id/sharing": () => ({ shared: true }),
  "PUT /api/evidence/:id": () => {
    const { kind, ...fields } = EVIDENCE
    return { ...fields, version: 1 }
  },
  "PUT /api/cohorts/:id/self-ratings": () => ({
    point: "start",
    ratings: [{ competence: "digcomp@2.2:2.2", level: 3 }],
    version: 0,
  }),
  "PUT /api/cohorts/:id/plans/:kind": () => ({ version: 1, content: RULES }),
  "POST /api/cohorts/:id/plans/:kind/decide": () => ({ version: 1 }),
  "POST /api/cohorts/:id/events": () => eventFields(),
  "PUT /api/events/:id": () => ({ ...eventFields(), version: 1 }),
  // Its audience does not learn of an event that nobody was invited to, so neither of the two is for its members.
  "PUT /api/events/:id/answer": () => ({ isComing: true }),
  "POST /api/events/:id/objections": () => ({ kind: "question", words: "Wozu?", isNamed: false }),
  "POST /api/events/:id/objections/entered": () => ({ lines: "Wozu?" }),
  "PUT /api/objections/:id/support": () => ({ isSupported: true }),
  "PUT /api/objections/:id/mark": () => ({
    version: 1,
    mark: "open",
    answer: "",
    who: "",
    until: null,
    doneOn: null,
    link: "",
    linkTitle: "",
  }),
}

/** What stands in an address that would hide who may do it without. */
const QUERIES: Record<string, string> = {
  "DELETE /api/retrospective-cards/:id": "?version=1",
  "DELETE /api/work-processes/:id": "?version=1",
}

async function send(agent: Agent, { method, url }: RouteEntry): Promise<number> {
  const address = `${addressOf(group, things, url)}${QUERIES[`${method} ${url}`] ?? ""}`
  const body = BODIES[`${method} ${url}`]?.() ?? {}
  if (method === "GET") return (await agent.get(address)).status
  if (method === "DELETE") return (await agent.delete(address)).status
  if (method === "PUT") return (await agent.put(address, body)).status
  if (method === "PATCH") return (await agent.patch(address, body)).status
  return url.startsWith("/api")
    ? (await agent.post(address, body)).status
    : (await agent.form(address, {})).status
}

const isAsked = ({ method, url }: RouteEntry) =>
  !["HEAD", "OPTIONS"].includes(method) && isOfQualification(url)

it("gives everybody what the table says", async () => {
  const found: Record<string, string> = {}
  const routes = group.routes.filter(isAsked)
  for (const route of routes.toSorted((a, b) =>
    `${a.url} ${a.method}`.localeCompare(`${b.url} ${b.method}`, "en"),
  )) {
    await group.db.$client.query("delete from throttles")
    const statuses: number[] = []
    for (const name of VISITORS) {
      const status = await send(visitors[name], route)
      statuses.push(status)
      // What one changed, the next must not stumble over.
      if (route.method !== "GET" && status < 400) things = await makeThings(group)
    }
    found[`${route.method} ${route.url}`] = statuses.join(" ")
  }
  if (process.env.PRINT_ROUTES) console.log(JSON.stringify(found, null, 2))
  expect(found).toEqual(TABLE)
})

it("never fails on what is sent to it", async () => {
  for (const { method, url } of group.routes.filter(isAsked)) {
    await group.db.$client.query("delete from throttles")
    const odd = { title: 7, body: ["x"], unbekannt: true, version: "eins" }
    for (const { agent } of [group.people.mueller, group.people.facilitator]) {
      const response =
        method === "GET"
          ? await agent.get(`${addressOf(group, things, url)}?after=%00&unbekannt=1`)
          : await agent.post(addressOf(group, things, url), odd)
      expect(response.status, `${method} ${url}`).toBeLessThan(500)
    }
  }
})
