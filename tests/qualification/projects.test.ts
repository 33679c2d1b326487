import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { today } from "../../server/kernel/time.ts"
import { selectAgreed, selectFinished } from "../../server/qualification/projects/agreements.ts"
import { cohortMembers, cohortSteps, programmeSteps } from "../../server/qualification/tables.ts"
import { formatDay } from "../../web/layout/index.ts"
import type { Person } from "../support/world.ts"
import { type Group, openGroup } from "./group.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
  const [dated] = await group.db.select().from(cohortSteps).where(eq(cohortSteps.id, group.steps.workshop))
  await group.db
    .update(programmeSteps)
    .set({ features: ["project", "agreement"] })
    .where(eq(programmeSteps.id, dated?.stepId ?? ""))
})
afterAll(() => group.close())

const fields = {
  title: "Fragen ins Forum",
  goal: "Alle fragen dort",
  reason: "",
  concerned: "",
  risks: "Zeit",
}

async function begin({ agent }: Person, more: object = {}): Promise<string> {
  const { body } = await agent
    .post(`/api/cohorts/${group.cohortId}/projects`, { ...fields, state: "running", ...more })
    .expect(201)
  return body.id
}
const submission = (version = 1) => ({ cohortStepId: group.steps.workshop, message: "Bitte lesen", version })
const answer = (more: object) => ({ comment: "", talkOn: null, version: 1, ...more })
/** As the rules of the certificate see it. */
async function agreementsOf(memberId: string) {
  const agreed = (await selectAgreed(group.db, group.cohortId)).filter((row) => row.memberId === memberId)
  const { workshop } = group.steps
  return [{ cohortStepId: workshop, agreed: agreed.some(({ cohortStepId }) => cohortStepId === workshop) }]
}
const waiting = async ({ agent }: Person) =>
  (await agent.get("/api/agreements").expect(200)).body.items as {
    id: string
    answer: string
    outdated: boolean
  }[]

const noticesOf = async ({ agent }: Person): Promise<string[]> =>
  (await agent.get("/api/notifications").expect(200)).body.items.map(
    ({ notice }: { notice: string }) => notice,
  )

describe("a learning project", () => {
  it("belongs to learners who work on it together; the facilitator reads and comments", async () => {
    const { mueller, huber, facilitator } = group.people
    const id = await begin(mueller)
    await mueller.agent.post(`/api/projects/${id}/people`, { memberId: group.members.huber }).expect(204)
    const task = {
      kind: "task",
      title: "In der IT anrufen",
      day: "2026-12-01",
      memberId: group.members.huber,
    }
    const { body: item } = await huber.agent.post(`/api/projects/${id}/items`, task).expect(201)
    await huber.agent.patch(`/api/project-items/${item.id}`, { done: true }).expect(204)
    await mueller.agent
      .post(`/api/projects/${id}/decisions`, { day: today(), body: "Ohne Anhänge" })
      .expect(201)
    await facilitator.agent.post(`/api/projects/${id}/comments`, { body: "Gut so" }).expect(201)
    await facilitator.agent
      .put(`/api/projects/${id}`, { ...fields, state: "running", version: 1 })
      .expect(403)
    const { body } = await huber.agent.get(`/api/projects/${id}`).expect(200)
    expect(body.items).toMatchObject([{ title: "In der IT anrufen", who: "Petra Huber", done: true }])
    expect(body.decisions).toHaveLength(1)
    expect(body.comments).toMatchObject([{ author: "Lena Weber", isOwn: false }])
  })

  it("shows other learners title, goal and state only, and managers and strangers nothing", async () => {
    const { mueller, meier, schoeller, outsider } = group.people
    const id = await begin(mueller, { title: "Nur für uns", goal: "Ein Ziel" })
    const { body } = await meier.agent.get(`/api/cohorts/${group.cohortId}/projects`).expect(200)
    const row = body.items.find((one: { id: string }) => one.id === id)
    expect(row).toMatchObject({ title: "Nur für uns", goal: "Ein Ziel", canOpen: false, isOwn: false })
    expect(JSON.stringify(body)).not.toContain("Zeit")
    await meier.agent.get(`/api/projects/${id}`).expect(403)
    await meier.agent.post(`/api/projects/${id}/comments`, { body: "x" }).expect(403)
    await schoeller.agent.get(`/api/projects/${id}`).expect(404)
    await schoeller.agent.get(`/api/cohorts/${group.cohortId}/projects`).expect(403)
    await outsider.agent.get(`/api/projects/${id}`).expect(404)
    const stranger = await mueller.agent
      .post(`/api/projects/${id}/people`, { memberId: group.members.schoeller })
      .expect(422)
    expect(stranger.body.code).toBe("project.no-learner")
  })

  it("keeps one of two changes made at the same time, and gives the other back", async () => {
    const { mueller } = group.people
    const id = await begin(mueller)
    const change = { ...fields, state: "running", version: 1 }
    const both = await Promise.all(
      ["Eins", "Zwei"].map((title) =>
        mueller.agent.put(`/api/projects/${id}`, { ...change, title: `${title} Titel` }),
      ),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409])
    const { text } = await mueller.agent
      .form(`/lernprojekte/${id}`, { action: "save", ...change, version: "1", title: "Mein Titel" })
      .expect(409)
    expect(text).toContain("Mein Titel")
    expect(text).toContain("Jemand war schneller")
    expect(text).toMatch(/class="ff-alert ff-alert--warning"[^>]* autofocus/)
  })

  it("is left by one, but not by the last", async () => {
    const { mueller, huber } = group.people
    const id = await begin(mueller)
    await mueller.agent.post(`/api/projects/${id}/leave`).expect(409)
    await mueller.agent.post(`/api/projects/${id}/people`, { memberId: group.members.huber }).expect(204)
    await huber.agent.post(`/api/projects/${id}/leave`).expect(204)
    await huber.agent.get(`/api/projects/${id}`).expect(403)
  })
})

describe("the agreement with the manager", () => {
  it("shows the manager a copy of what was submitted, and nothing else", async () => {
    const { dangelo, vogt, schoeller, facilitator } = group.people
    const id = await begin(dangelo, { title: "Rechtsfragen ordnen" })
    await dangelo.agent.post(`/api/projects/${id}/comments`, { body: "Unter uns gesagt" }).expect(201)
    await facilitator.agent.post(`/api/projects/${id}/submissions`, submission()).expect(403)
    await dangelo.agent.post(`/api/projects/${id}/submissions`, submission(7)).expect(409)
    await dangelo.agent.post(`/api/projects/${id}/submissions`, submission()).expect(201)
    await dangelo.agent
      .put(`/api/projects/${id}`, { ...fields, title: "Ganz anders", state: "running", version: 1 })
      .expect(204)
    const [row] = await waiting(vogt)
    const { body } = await vogt.agent.get(`/api/agreements/${row?.id}`).expect(200)
    expect(body.content.title).toBe("Rechtsfragen ordnen")
    expect(JSON.stringify(body)).not.toContain("Unter uns")
    await schoeller.agent.get(`/api/agreements/${row?.id}`).expect(404)
    await schoeller.agent.put(`/api/agreements/${row?.id}`, answer({ answer: "agreed" })).expect(404)
    await dangelo.agent.get(`/api/agreements/${row?.id}`).expect(404)
    const { text } = await vogt.agent.get(`/abstimmungen/${row?.id}`).expect(200)
    expect(text).toContain("Rechtsfragen ordnen")
    expect(text).not.toContain("Unter uns")
  })

  it("is answered, told, answered anew after a new version, and counts once agreed", async () => {
    const { dangelo, vogt } = group.people
    const member = group.members.dangelo
    const [row] = await waiting(vogt)
    const { body } = await dangelo.agent.get(`/api/cohorts/${group.cohortId}/projects`).expect(200)
    const id = body.items.find((one: { isOwn: boolean }) => one.isOwn).id
    await vogt.agent.put(`/api/agreements/${row?.id}`, answer({ answer: "talk" })).expect(422)
    await vogt.agent.put(`/api/agreements/${row?.id}`, answer({ answer: "commented" })).expect(422)
    await vogt.agent
      .put(`/api/agreements/${row?.id}`, answer({ answer: "talk", talkOn: today() }))
      .expect(204)
    await vogt.agent.put(`/api/agreements/${row?.id}`, answer({ answer: "agreed" })).expect(409)
    expect(await agreementsOf(member)).toEqual([{ cohortStepId: group.steps.workshop, agreed: false }])
    await dangelo.agent.post(`/api/projects/${id}/submissions`, submission(2)).expect(201)
    await vogt.agent.put(`/api/agreements/${row?.id}`, answer({ answer: "agreed", version: 2 })).expect(409)
    const rows = await waiting(vogt)
    expect(rows.map(({ answer, outdated }) => [answer, outdated])).toEqual([
      ["waiting", false],
      ["talk", true],
    ])
    await vogt.agent.put(`/api/agreements/${rows[0]?.id}`, answer({ answer: "agreed" })).expect(204)
    expect(await agreementsOf(member)).toEqual([{ cohortStepId: group.steps.workshop, agreed: true }])
    expect(await agreementsOf(group.members.meier)).toMatchObject([{ agreed: false }])
    expect(await noticesOf(vogt)).toEqual([
      "qualification.agreement-submitted",
      "qualification.agreement-submitted",
    ])
    expect(await noticesOf(dangelo)).toEqual([
      "qualification.agreement-answered",
      "qualification.agreement-answered",
    ])
  })

  it("cannot be asked for without a manager, and says what to do", async () => {
    const { db, people, members } = group
    await db.update(cohortMembers).set({ managerId: null }).where(eq(cohortMembers.id, members.meier))
    const id = await begin(people.meier)
    const { body } = await people.meier.agent
      .post(`/api/projects/${id}/submissions`, submission())
      .expect(422)
    expect(body.code).toBe("project.no-manager")
    const { text } = await people.meier.agent.get(`/lernprojekte/${id}`).expect(200)
    expect(text).toContain("Bitte wenden Sie sich an die Lernbegleitung")
    expect(text).not.toContain('value="submit"')
  })

  it("ends with the manager's part in the cohort", async () => {
    const { db, people, members } = group
    const id = await begin(people.huber, { title: "Kurz vor Schluss" })
    await people.huber.agent.post(`/api/projects/${id}/submissions`, submission()).expect(201)
    expect(await waiting(people.schoeller)).toHaveLength(1)
    expect(await noticesOf(people.schoeller)).toEqual(["qualification.agreement-submitted"])
    await db
      .update(cohortMembers)
      .set({ leftAt: new Date(0) })
      .where(eq(cohortMembers.id, members.schoeller))
    expect(await waiting(people.schoeller)).toEqual([])
    await db.update(cohortMembers).set({ leftAt: null }).where(eq(cohortMembers.id, members.schoeller))
  })

  it("makes a finished project count for the certificate", async () => {
    const { people, members, db } = group
    await begin(people.mueller, { state: "finished" })
    const finished = (await selectFinished(db, group.cohortId)).map(({ memberId }) => memberId)
    expect(finished).toContain(members.mueller)
    expect(finished).not.toContain(members.meier)
  })
})

describe("the pages of a project", () => {
  it("work without a script, from the list to the answer, and lose nothing", async () => {
    const { mueller, schoeller, meier } = group.people
    const list = `/lerngruppen/${group.cohortId}/projekte`
    const wrong = await mueller.agent.form(list, { title: "", goal: "Bleibt", state: "planned" }).expect(422)
    expect(wrong.text).toContain("Titel: Bitte füllen Sie dieses Feld aus.")
    expect(wrong.text).toContain("Bleibt")
    const typed = {
      title: "Chiara D'Angelo hilft 🎉",
      goal: "Ziel",
      state: "planned",
      idempotencyKey: crypto.randomUUID(),
    }
    const first = await mueller.agent.form(list, typed).expect(303)
    const again = await mueller.agent.form(list, typed).expect(303)
    expect(again.headers.location).toBe(first.headers.location)
    const path = first.headers.location?.split("?")[0] ?? ""
    const refused = await mueller.agent.form(path, { action: "task", title: "", day: "morgen" }).expect(422)
    expect(refused.text).toContain("morgen")
    await mueller.agent.form(path, { action: "milestone", title: "Start" }).expect(303)
    await mueller.agent.form(`${path}/kommentare`, { body: "Ein <b>Wort</b>" }).expect(303)
    await mueller.agent.form(path, { action: "decision", day: today(), body: "So machen wir es" }).expect(303)
    await mueller.agent.form(path, { action: "decision", body: "Ohne Tag" }).expect(422)
    const page = await mueller.agent.get(path).expect(200)
    expect(page.text).toContain("Ein &lt;b>Wort&lt;/b>")
    expect(page.text).toMatch(/<strong>Sabine Müller<\/strong> <span class="kern-hint"><time datetime="/)
    // Asked first, without a script, too.
    expect(page.text).toContain("Diesen Eintrag entfernen?")
    const entry = /action="(\/lernprojekte\/eintraege\/[^"]+)"/.exec(page.text)?.[1] ?? ""
    await mueller.agent.form(entry, { action: "done" }).expect(303)
    await meier.agent.form(entry, { action: "remove" }).expect(403)
    await mueller.agent.form(entry, { action: "remove" }).expect(303)
    expect((await mueller.agent.get(path).expect(200)).text).not.toContain(entry)
    const last = await mueller.agent.form(path, { action: "leave" }).expect(409)
    expect(last.text).toContain("einzige beteiligte Person")
    expect((await mueller.agent.get(`${path}/vorlegen`).expect(308)).headers.location).toBe(
      `${path}#vorlegen`,
    )
    const step = { action: "submit", cohortStepId: group.steps.workshop, version: "1", message: "Bitte bald" }
    // What they submit is what they have seen: of another edition the present one is shown.
    const stale = await mueller.agent.form(path, { ...step, version: "7" }).expect(409)
    expect(stale.text).toContain("Das Lernprojekt wurde inzwischen geändert")
    expect(stale.text).toContain("Bitte bald")
    await mueller.agent.form(path, step).expect(303)
    const inbox = await schoeller.agent.get("/qualifizierung").expect(200)
    expect(inbox.text).toContain("hilft 🎉")
    const [row] = await waiting(schoeller)
    const at = `/abstimmungen/${row?.id}`
    const talk = await schoeller.agent.form(at, { answer: "talk", comment: "Kurz", version: "1" }).expect(422)
    expect(talk.text).toContain("Kurz")
    await schoeller.agent.form(at, { answer: "agreed", comment: "Gern", version: "1" }).expect(303)
    expect((await mueller.agent.get(path).expect(200)).text).toContain(
      `zugestimmt am ${formatDay(today(), "de")}`,
    )
    for (const seen of ["/qualifizierung", at])
      expect((await schoeller.agent.get(seen).expect(200)).text).toContain("zugestimmt am ")
    await meier.agent.get(path).expect(403)
    // Whoever has nothing to agree on reads nothing of it.
    expect((await meier.agent.get("/qualifizierung").expect(200)).text).not.toContain("Abstimmungen")
  })
})
