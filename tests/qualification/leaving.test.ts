import { eq, sql } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { people as accounts } from "../../server/accounts/index.ts"
import { legalHolds } from "../../server/accounts/retention/tables.ts"
import { newId } from "../../server/kernel/database.ts"
import { auditLog } from "../../server/kernel/tables.ts"
import { now, today } from "../../server/kernel/time.ts"
import { assessmentRounds } from "../../server/qualification/assessments/tables.ts"
import { selfRatings } from "../../server/qualification/competences/tables.ts"
import { evidence } from "../../server/qualification/evidence/tables.ts"
import { impulseAnswers } from "../../server/qualification/impulses/tables.ts"
import { journalEntries } from "../../server/qualification/journal/tables.ts"
import { sweepDepartures } from "../../server/qualification/leaving/sweep.ts"
import { departures } from "../../server/qualification/leaving/tables.ts"
import { perPrompt } from "../../server/qualification/reports/tables.ts"
import { attendances } from "../../server/qualification/tables.ts"
import type { Person } from "../support/world.ts"
import { fulfil } from "./certified.ts"
import { addCohort, type Group, openGroup } from "./group.ts"
import { addProject } from "./project-things.ts"
import { addRound } from "./round.ts"
import { addSession } from "./sessions.ts"

type Made = Awaited<ReturnType<typeof addCohort>>
const OWN = "nur für mich geschrieben"

let group: Group
let made: Made
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())
beforeEach(async () => {
  await group.db.execute(sql`delete from throttles`)
  await group.db.delete(journalEntries)
  // Nobody learns anywhere else, unless a test says so.
  await group.db.execute(sql`update cohort_members set left_at = now() where part = 'learner'`)
  await group.db.delete(departures)
  made = await addCohort(group, group.people)
})

const leave = ({ agent }: Person, deleteCertificates = false) =>
  agent.post(`/api/cohorts/${made.cohortId}/leave`, { deleteCertificates })
/** What comes to somebody because of this. */
async function mailsTo({ email }: Person, act: () => PromiseLike<unknown>) {
  await group.drain()
  const known = (await group.mails()).map(({ id }) => id)
  await act()
  await group.drain()
  return (await group.mails()).filter(({ id, to }) => to === email && !known.includes(id))
}
const LEFT = "Jemand hat Ihre Lerngruppe verlassen"

/** Everything that a learner leaves behind in half a year. */
async function learn() {
  const { mueller } = made.members
  const { agent } = group.people.mueller
  const { db } = group
  const { photo, sheet } = await addSession(group, made)
  const { project, projectComment } = await addProject(group, made)
  await addRound(group, made)
  await write(agent, made.cohortId)
  await db.insert(attendances).values({
    cohortStepId: made.steps.workshop,
    memberId: mueller,
    state: "present",
  })
  await db.insert(impulseAnswers).values({
    cohortStepId: made.steps.impulse,
    memberId: mueller,
    state: "done",
    answers: [OWN],
    sharedWith: "group",
    sharedAnswers: [OWN],
  })
  const ratings = [{ competence: "digcomp@2.2:2.2", level: 3, sentence: OWN }]
  await db.insert(selfRatings).values({ id: newId(), memberId: mueller, point: "start", ratings })
  await db.insert(evidence).values({
    id: newId(),
    memberId: mueller,
    kind: "other",
    title: OWN,
    address: "",
    copy: OWN,
    sentence: OWN,
    competences: [],
  })
  const experience = { anonymous: false, media: [], helps: OWN, hinders: "", wish: "" }
  await agent.put(`/api/cohorts/${made.cohortId}/experiences`, experience).expect(204)
  await agent
    .put(
      `/api/cohorts/${made.cohortId}/report/contribution`,
      perPrompt(() => OWN),
    )
    .expect(204)
  await agent.post(`/api/cohorts/${made.cohortId}/report/compose`).expect(204)
  return { photo, sheet, project, projectComment }
}

const write = async (agent: Person["agent"], cohortId: string | null) =>
  (
    await agent
      .post("/api/journal", { title: OWN, body: OWN, writtenOn: "2026-02-03", cohortId, cohortStepId: null })
      .expect(201)
  ).body.id as string

/** Tables in which a row still holds the text anywhere, the audit log aside. */
async function tablesHolding(text: string): Promise<string[]> {
  const { rows } = await group.db.execute<{ name: string }>(
    sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'audit_log'`,
  )
  const holding: string[] = []
  for (const { name } of rows) {
    const found = await group.db.execute(
      sql`select 1 from ${sql.raw(name)} t where to_jsonb(t)::text like ${`%${text}%`} limit 1`,
    )
    if (found.rows.length > 0) holding.push(name)
  }
  return holding
}

const journalOf = ({ id }: Person) => group.db.$count(journalEntries, eq(journalEntries.personId, id))

describe("a learner who leaves", () => {
  it("is told what goes, can take it along, and leaves by a form", async () => {
    const { agent } = group.people.mueller
    await learn()
    const address = `/lerngruppen/${made.cohortId}/verlassen`
    const page = `/qualifizierung/meine-daten?lerngruppe=${made.cohortId}`
    expect((await agent.get(`/lerngruppen/${made.cohortId}`).expect(200)).text).toContain(page)
    expect((await agent.get(address).expect(308)).headers.location).toContain(page)
    expect((await agent.get(`/api/cohorts/${made.cohortId}/leaving`).expect(200)).body).toEqual({
      cohort: { id: made.cohortId, name: "Lerngruppe Wohngeld" },
      journal: { entries: 1, whole: true },
      selfRatings: 1,
      evidence: 1,
      impulses: 1,
      sheets: 1,
      hasRound: true,
      projects: ["Ein Projekt"],
      certificates: [],
    })
    const { text } = await agent.get(page).expect(200)
    for (const words of ["/profil/meine-daten", "Ihr ganzes Lerntagebuch (1 Eintrag)", "„Ein Projekt“"])
      expect(text).toContain(words)
    expect(text).not.toContain("Ihr Zertifikat")
    const { headers } = await agent.form(address, {}).expect(303)
    expect(headers.location).toBe("/qualifizierung?hinweis=cohort-left")
    expect((await agent.get("/qualifizierung?hinweis=cohort-left").expect(200)).text).toContain(
      "Sie haben die Lerngruppe verlassen.",
    )
    await agent.get(`/lerngruppen/${made.cohortId}`).expect(404)
    await agent.form(address, {}).expect(404)
  })

  it("leaves nothing of their own behind: no table names the enrolment or holds a text", async () => {
    const { mueller, huber, facilitator } = group.people
    const { photo, sheet, project, projectComment } = await learn()
    await mueller.agent.post(`/api/projects/${project}/people`, { memberId: made.members.huber }).expect(204)
    expect((await tablesHolding(made.members.mueller)).length).toBeGreaterThan(10)
    expect((await tablesHolding(OWN)).length).toBeGreaterThan(4)
    const byThem = async () =>
      (await group.db.select().from(auditLog)).filter(({ actorId }) => actorId === mueller.id)
    expect((await byThem()).length).toBeGreaterThan(0)
    await leave(mueller).expect(204)
    expect(await tablesHolding(made.members.mueller)).toEqual([])
    expect(await tablesHolding(OWN)).toEqual([])
    // The audit log keeps what was done, and names them no longer: neither as who did it nor as whom it was done to.
    const logged = await group.db.select().from(auditLog)
    expect(JSON.stringify(logged)).not.toContain(made.members.mueller)
    expect(logged.some(({ action }) => action === "cohort.member-left")).toBe(true)
    expect(await byThem()).toEqual([])
    expect(logged.some(({ actorId }) => actorId === facilitator.id)).toBe(true)
    expect(await journalOf(mueller)).toBe(0)
    await facilitator.agent.get(`/schritte/dateien/${sheet}`).expect(404)
    await group.drain()
    await expect(group.parts.files.get(sheet)).rejects.toMatchObject({ status: 404 })
    expect(await tablesHolding("bogen.jpg")).toEqual([])

    // What belongs to the group stays, without the name.
    const shared = (await huber.agent.get(`/api/projects/${project}`).expect(200)).body
    expect(shared.comments).toMatchObject([{ id: projectComment, author: null, body: "Gut" }])
    const page = (await huber.agent.get(`/lernprojekte/${project}`).expect(200)).text
    expect(page).toContain("Ehemaliges Mitglied")
    const board = (await facilitator.agent.get(`/api/cohort-steps/${made.steps.meeting}/board`).expect(200))
      .body
    expect(board.entries).toMatchObject([{ body: "IT anrufen", person: null }])
    expect(board.photos).toMatchObject([{ id: photo }])
    expect(await tablesHolding("Sabine Müller")).toEqual(["people"])
    const report = (await huber.agent.get(`/api/cohorts/${made.cohortId}/report`).expect(200)).body
    expect(report).toMatchObject({ composer: null, can: { compose: true } })
  })

  it("takes a project that nobody else takes part in along, and what was submitted of it", async () => {
    const { mueller, facilitator, schoeller } = group.people
    const { project } = await learn()
    await leave(mueller).expect(204)
    await facilitator.agent.get(`/api/projects/${project}`).expect(404)
    const { agreements } = (await schoeller.agent.get(`/api/cohorts/${made.cohortId}/managed`).expect(200))
      .body
    expect(agreements).toEqual([])
  })

  it("keeps the journal about another cohort in which they learn", async () => {
    const { mueller } = group.people
    const other = await addCohort(group, group.people)
    await write(mueller.agent, made.cohortId)
    const kept = await write(mueller.agent, other.cohortId)
    const general = await write(mueller.agent, null)
    await mueller.agent
      .put(`/api/journal/${general}/share`, { cohortId: made.cohortId, with: "group", version: 1 })
      .expect(204)
    const { journal } = (await mueller.agent.get(`/api/cohorts/${made.cohortId}/leaving`).expect(200)).body
    expect(journal).toEqual({ entries: 1, whole: false })
    await leave(mueller).expect(204)
    const left = await group.db.select().from(journalEntries)
    expect(left.map(({ id }) => id).toSorted()).toEqual([kept, general].toSorted())
    expect(left.map(({ sharedCohortId }) => sharedCohortId)).toEqual([null, null])
  })

  it("keeps the certificate, unless they choose otherwise", async () => {
    const { mueller, huber, facilitator } = group.people
    const issued: Record<string, string> = {}
    for (const name of ["mueller", "huber"] as const) {
      await fulfil(group, made, made.members[name])
      const { body } = await facilitator.agent
        .post(`/api/cohorts/${made.cohortId}/certificates`, { memberId: made.members[name] })
        .expect(201)
      issued[name] = body.id
    }
    const address = `/lerngruppen/${made.cohortId}/verlassen`
    expect((await mueller.agent.get("/qualifizierung/meine-daten").expect(200)).text).toContain(
      "Ebenfalls löschen",
    )
    await mueller.agent.form(address, { deleteCertificates: "false" }).expect(303)
    await huber.agent.form(address, { deleteCertificates: "true" }).expect(303)
    await mueller.agent.get(`/api/certificates/${issued.mueller}`).expect(200)
    await mueller.agent.get(`/zertifikate/${issued.mueller}/pdf`).expect(200)
    await huber.agent.get(`/api/certificates/${issued.huber}`).expect(404)
  })

  it("is missed by the facilitator, by name and without a reason", async () => {
    const { meier, facilitator } = group.people
    const mails = await mailsTo(facilitator, () => leave(meier).expect(204))
    expect(mails.map(({ subject }) => subject)).toEqual([LEFT])
    expect(mails[0]?.text).toContain("Thomas Meier gehört nicht mehr zu Ihrer Lerngruppe")
    expect(mails[0]?.text).not.toContain("Kompetenzbilanzierung")
  })

  it("leaves the round of somebody else without a peer, and the facilitator is told to plan it", async () => {
    const { huber, mueller, facilitator } = group.people
    const { round, observation } = await addRound(group, made)
    const mails = await mailsTo(facilitator, () => leave(huber).expect(204))
    expect(mails[0]?.text).toContain("fehlt nun die zweite lernende Person")
    expect(mails[0]?.text).toContain(`/lerngruppen/${made.cohortId}/kompetenzbilanzen`)
    const view = (await mueller.agent.get(`/api/assessments/${round}`).expect(200)).body
    expect(view.peer).toBeNull()
    expect(view.observations).toMatchObject([{ id: observation, by: null }])
    await mueller.agent.get(`/kompetenzbilanz/${round}`).expect(200)
    await facilitator.agent.get(`/lerngruppen/${made.cohortId}/kompetenzbilanzen`).expect(200)
    const plan = {
      peerId: made.members.meier,
      facilitatorId: made.members.facilitator,
      startsAt: now().toISOString(),
      place: "",
      planVersion: 2,
    }
    await facilitator.agent.put(`/api/assessments/${round}`, plan).expect(204)
  })

  it("does it for themselves alone", async () => {
    const { people } = group
    for (const person of [people.facilitator, people.schoeller]) await leave(person).expect(403)
    for (const person of [people.outsider, people.otherFacilitator]) await leave(person).expect(404)
    await group.nobody.post(`/api/cohorts/${made.cohortId}/leave`, { deleteCertificates: false }).expect(401)
    await people.schoeller.agent.form(`/lerngruppen/${made.cohortId}/verlassen`, {}).expect(403)
    const { text } = await people.schoeller.agent.get("/qualifizierung/meine-daten").expect(200)
    expect(text).not.toContain(`/lerngruppen/${made.cohortId}/verlassen`)
    const answers = await Promise.all([1, 2].map(() => leave(people.mueller)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404])
  })
})

describe("a learner who is taken out by the facilitator", () => {
  const takeOut = () =>
    group.people.facilitator.agent
      .delete(`/api/cohorts/${made.cohortId}/members/${made.members.mueller}`)
      .expect(204)

  it("is told until when they can take along what is theirs; then it goes", async () => {
    const { mueller } = group.people
    await learn()
    const mails = await mailsTo(mueller, takeOut)
    const removed = mails.find(({ subject }) => subject === "Sie gehören nicht mehr zu einer Lerngruppe")
    expect(removed?.text).toContain("/qualifizierung/meine-daten")
    expect((await mueller.agent.get("/qualifizierung/meine-daten").expect(200)).text).toContain(
      "Was Sie in „Lerngruppe Wohngeld“ für sich geschrieben haben, wird gelöscht am",
    )
    await mueller.agent.get(`/api/cohorts/${made.cohortId}`).expect(404)
    await sweepDepartures(group.db)
    expect(await journalOf(mueller)).toBe(1)
    await group.db.update(departures).set({ dueOn: today() })
    await sweepDepartures(group.db)
    await sweepDepartures(group.db)
    expect(await journalOf(mueller)).toBe(0)
    expect(await tablesHolding(made.members.mueller)).toEqual([])
    expect(await tablesHolding(OWN)).toEqual([])
    expect((await mueller.agent.get("/qualifizierung/meine-daten").expect(200)).text).not.toContain(
      "wird gelöscht am",
    )
  })

  it("has everything again when it was a mistake", async () => {
    const { mueller, facilitator } = group.people
    await learn()
    await takeOut()
    const { body } = await facilitator.agent
      .post(`/api/cohorts/${made.cohortId}/members`, { personId: mueller.id, part: "learner" })
      .expect(201)
    expect(body.id).toBe(made.members.mueller)
    await group.db.update(departures).set({ dueOn: today() })
    await sweepDepartures(group.db)
    expect(await journalOf(mueller)).toBe(1)
    expect((await mueller.agent.get(`/api/cohorts/${made.cohortId}/leaving`).expect(200)).body).toMatchObject(
      { selfRatings: 1, evidence: 1 },
    )
  })

  it("is no peer any more at once; the facilitator who did it is told about that alone", async () => {
    const { facilitator } = group.people
    const { round } = await addRound(group, made)
    const members = `/api/cohorts/${made.cohortId}/members`
    const end = (memberId: string) => () => facilitator.agent.delete(`${members}/${memberId}`).expect(204)
    expect(await mailsTo(facilitator, end(made.members.meier))).toEqual([])
    const [mail] = await mailsTo(facilitator, end(made.members.huber))
    expect(mail).toMatchObject({ subject: LEFT })
    const [row] = await group.db.select().from(assessmentRounds).where(eq(assessmentRounds.id, round))
    expect(row?.peerId).toBeNull()
  })
})

describe("an account that is closed", () => {
  const close = (active: boolean) =>
    group.db.update(accounts).set({ active }).where(eq(accounts.id, group.people.dangelo.id))

  it("keeps what is the person's own for 30 days, in which it can be opened again", async () => {
    const { dangelo } = group.people
    await write(dangelo.agent, made.cohortId)
    await close(false)
    await sweepDepartures(group.db)
    await sweepDepartures(group.db)
    const rows = await group.db.select().from(departures)
    expect(rows).toMatchObject([{ personId: dangelo.id, memberId: null }])
    expect((Date.parse(rows[0]?.dueOn ?? "") - Date.parse(today())) / 86_400_000).toBe(30)
    await close(true)
    await group.db.update(departures).set({ dueOn: today() })
    await sweepDepartures(group.db)
    expect(await group.db.$count(departures)).toBe(0)
    expect(await journalOf(dangelo)).toBe(1)
    await dangelo.agent.get(`/api/cohorts/${made.cohortId}`).expect(200)
  })

  it("keeps what is the person's own as long as their data are on hold", async () => {
    const { dangelo, mueller } = group.people
    await write(dangelo.agent, made.cohortId)
    await close(false)
    await sweepDepartures(group.db)
    await group.db.update(departures).set({ dueOn: today() })
    const hold = { id: newId(), subjectType: "person", subjectId: dangelo.id, reason: "Klage" } as const
    await group.db.insert(legalHolds).values({ ...hold, placedById: mueller.id, placedAt: now() })
    await sweepDepartures(group.db)
    expect(await journalOf(dangelo)).toBe(1)
    await group.db.update(legalHolds).set({ liftedAt: now() })
    await sweepDepartures(group.db)
    expect(await journalOf(dangelo)).toBe(0)
    await close(true)
  })

  it("takes journal and enrolment along on that day, and leaves the certificate", async () => {
    const { dangelo, facilitator } = group.people
    await fulfil(group, made, made.members.dangelo)
    const { body } = await facilitator.agent
      .post(`/api/cohorts/${made.cohortId}/certificates`, { memberId: made.members.dangelo })
      .expect(201)
    await write(dangelo.agent, null)
    await close(false)
    await sweepDepartures(group.db)
    await group.db.update(departures).set({ dueOn: today() })
    const { boss } = group.parts.jobs
    const mails = await mailsTo(facilitator, () => boss.send("qualification.departures", {}))
    expect(mails.map(({ subject }) => subject)).toContain(LEFT)
    expect(await journalOf(dangelo)).toBe(0)
    expect(await tablesHolding(made.members.dangelo)).toEqual([])
    await facilitator.agent.get(`/api/certificates/${body.id}`).expect(200)
    await sweepDepartures(group.db)
    expect(await group.db.$count(departures)).toBe(0)
    await close(true)
  })
})
