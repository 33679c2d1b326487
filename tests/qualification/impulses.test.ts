import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { categories } from "../../server/forum/tables.ts"
import { newId } from "../../server/kernel/database.ts"
import { DAY, now } from "../../server/kernel/time.ts"
import { impulseAnswers } from "../../server/qualification/impulses/tables.ts"
import {
  cohortMembers,
  cohortSteps,
  type ImpulseQuestion,
  programmeSteps,
} from "../../server/qualification/tables.ts"
import { addCohort, type Group, openGroup } from "./group.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())

const QUESTIONS: ImpulseQuestion[] = [
  { label: "Was hat Sie überrascht?", kind: "line", options: [] },
  { label: "Was probieren Sie aus?", kind: "text", options: [] },
  { label: "Wie sicher fühlen Sie sich?", kind: "choice", options: ["eher unsicher", "sicher"] },
]
type Step = Partial<
  Pick<typeof programmeSteps.$inferSelect, "questions" | "voluntary" | "features" | "title">
>

/** A cohort of its own, its impulse released two days ago unless told. */
async function open(step: Step = {}, days = -2) {
  const made = await addCohort(group, group.people)
  const id = made.steps.impulse
  const [dated] = await group.db
    .update(cohortSteps)
    .set({ startsAt: new Date(now().getTime() + days * DAY) })
    .where(eq(cohortSteps.id, id))
    .returning()
  const changed = { title: "Zuhören", contents: "Lesen Sie **zuerst**.", ...step }
  await group.db
    .update(programmeSteps)
    .set(changed)
    .where(eq(programmeSteps.id, dated?.stepId ?? ""))
  return { ...made, id }
}

const answer = (id: string, more: object = {}) => ({
  address: `/api/impulses/${id}/answer`,
  body: { state: "draft", answers: ["Ich höre zu."], version: 0, ...more },
})
async function save(id: string, more: object = {}, who: keyof Group["people"] = "mueller") {
  const { address, body } = answer(id, more)
  return group.people[who].agent.put(address, body)
}
const read = async (id: string, who: keyof Group["people"] = "mueller") =>
  (await group.people[who].agent.get(`/api/impulses/${id}`).expect(200)).body

describe("a learning impulse", () => {
  it("appears for learners on its date, and is seen before by the facilitator alone", async () => {
    const { id, cohortId } = await open({ title: "Geheimer Titel" }, 2)
    const { mueller, facilitator } = group.people
    await mueller.agent.get(`/api/impulses/${id}`).expect(404)
    await mueller.agent.get(`/lernimpulse/${id}`).expect(404)
    expect((await save(id)).status).toBe(404)
    expect((await mueller.agent.get(`/api/cohorts/${cohortId}/impulses`)).body.items).toEqual([])
    for (const path of [`/lerngruppen/${cohortId}/lernimpulse`, `/lerngruppen/${cohortId}`])
      expect((await mueller.agent.get(path).expect(200)).text).not.toContain("Geheimer Titel")
    expect(JSON.stringify((await mueller.agent.get(`/api/cohorts/${cohortId}`)).body)).not.toContain("Geheim")
    expect((await read(id, "facilitator")).planned).toBe(true)
    const { text } = await facilitator.agent.get(`/lerngruppen/${cohortId}/lernimpulse`).expect(200)
    expect(text).toContain("Geheimer Titel")
    expect(text).toContain("geplant")
    await group.db.update(cohortSteps).set({ startsAt: now() }).where(eq(cohortSteps.id, id))
    expect((await read(id)).planned).toBe(false)
    expect((await mueller.agent.get(`/lerngruppen/${cohortId}/lernimpulse`)).text).toContain("Geheimer Titel")
  })

  it("is nothing for managers, and for nobody outside the group", async () => {
    const { id, cohortId } = await open()
    const { schoeller, outsider, otherFacilitator } = group.people
    for (const path of [
      `/api/impulses/${id}`,
      `/lernimpulse/${id}`,
      `/lerngruppen/${cohortId}/lernimpulse`,
    ]) {
      await schoeller.agent.get(path).expect(403)
      await outsider.agent.get(path).expect(404)
      await otherFacilitator.agent.get(path).expect(404)
    }
    const { body } = await schoeller.agent.get(`/api/cohorts/${cohortId}`).expect(200)
    expect(body.steps.map(({ kind }: { kind: string }) => kind)).not.toContain("impulse")
  })

  it("is only what is one: a workshop is not found under its address", async () => {
    const { steps } = await open()
    await group.people.facilitator.agent.get(`/api/impulses/${steps.workshop}`).expect(404)
  })

  it("is saved, done, left for later and passed over as the learner likes, and nothing written is lost", async () => {
    const { id } = await open()
    for (const [version, state] of ["draft", "done", "later", "passed", "draft"].entries()) {
      expect((await save(id, { state, version })).body.version).toBe(version + 1)
      expect((await read(id)).own).toMatchObject({ state, answers: ["Ich höre zu."] })
    }
  })

  it("belongs to the learner alone", async () => {
    const { id } = await open()
    await save(id, { answers: ["Nur für mich"] })
    for (const who of ["huber", "facilitator"] as const) {
      const view = await read(id, who)
      expect(view.own).toBeNull()
      expect(view.shared).toEqual([])
      const { text } = await group.people[who].agent.get(`/lernimpulse/${id}`).expect(200)
      expect(text).not.toContain("Nur für mich")
    }
    expect((await save(id, {}, "facilitator")).status).toBe(403)
  })

  it("keeps no time of anything: neither a column nor an id that carries one", () => {
    const columns = Object.values(impulseAnswers).filter(
      (column) => typeof column === "object" && column !== null && "columnType" in column,
    )
    expect(columns.map((column) => column.columnType).toSorted()).toEqual([
      "PgInteger",
      "PgJsonb",
      "PgJsonb",
      "PgText",
      "PgText",
      "PgUUID",
      "PgUUID",
    ])
  })

  it("cannot be passed over when the programme asks for it", async () => {
    const { id } = await open({ voluntary: false })
    const refused = await save(id, { state: "passed" })
    expect([refused.status, refused.body.code]).toEqual([409, "impulse.required"])
    expect((await save(id, { state: "later" })).status).toBe(200)
    const { text } = await group.people.mueller.agent.get(`/lernimpulse/${id}`).expect(200)
    expect(text).not.toContain("Überspringen")
    expect(text).toContain("gehört zum Zertifikat")
  })

  it("stays readable with its answer when it is cancelled, and goes for whoever has none", async () => {
    const { id } = await open()
    await save(id)
    await group.db.update(cohortSteps).set({ cancelledAt: now() }).where(eq(cohortSteps.id, id))
    expect((await read(id)).cancelled).toBe(true)
    await group.people.huber.agent.get(`/api/impulses/${id}`).expect(404)
  })
})

describe("the answers", () => {
  it.each([
    ["too few", ["a"], "answers"],
    ["a line of two", ["a\nb", "", ""], "answers.0"],
    ["a line that is too long", ["x".repeat(301), "", ""], "answers.0"],
    ["a choice that is not offered", ["", "", "sehr"], "answers.2"],
  ])("are refused with their place: %s", async (_name, answers, field) => {
    const { id } = await open({ questions: QUESTIONS })
    const { status, body } = await save(id, { answers })
    expect(status).toBe(422)
    expect(JSON.stringify(body)).toContain(`"${field}"`)
  })

  it("take emoji, apostrophes and empty places", async () => {
    const { id } = await open({ questions: QUESTIONS })
    const answers = ["Wie’s lief 👍🏽", "Zeile 1\nZeile 2", ""]
    expect((await save(id, { answers })).status).toBe(200)
    expect((await read(id)).own.answers).toEqual(answers)
  })

  it("are not overwritten from another window, and saved once by a double click", async () => {
    const { id } = await open()
    const both = await Promise.all([save(id), save(id)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 200].toSorted())
    const stale = await save(id, { answers: ["Anderes Fenster"] })
    expect([stale.status, stale.body.code]).toEqual([409, "impulse.changed"])
    expect((await save(id, { version: 1, answers: ["Neu"] })).status).toBe(200)
    const form = { action: "answer", answer0: "Getippt", state: "done", version: "1" }
    const late = await group.people.mueller.agent.form(`/lernimpulse/${id}`, form).expect(409)
    expect(late.text).toContain("Getippt")
    expect(late.text).toContain("in einem anderen Fenster")
    expect(late.text).toContain('name="version" value="2"')
  })
})

describe("sharing an answer", () => {
  const share = (id: string, audience: string, version = 1) =>
    group.people.mueller.agent.put(`/api/impulses/${id}/share`, { with: audience, version })

  it("gives a copy to the group or the facilitator, and takes it back", async () => {
    const { id } = await open()
    expect((await share(id, "group")).body.code).toBe("impulse.empty")
    await save(id, { answers: ["Für alle"] })
    await share(id, "facilitator").expect(204)
    const shared = [{ name: "Sabine Müller", answers: ["Für alle"] }]
    expect((await read(id, "facilitator")).shared).toEqual(shared)
    expect((await read(id, "huber")).shared).toEqual([])
    await share(id, "group").expect(204)
    expect((await read(id, "huber")).shared).toEqual(shared)
    expect((await read(id)).shared).toEqual([])
    await save(id, { version: 1, answers: ["Noch unfertig"] })
    expect((await read(id, "huber")).shared).toEqual(shared)
    expect((await share(id, "group", 1)).status).toBe(409)
    await share(id, "group", 2).expect(204)
    expect((await read(id, "huber")).shared[0].answers).toEqual(["Noch unfertig"])
    for (let twice = 0; twice < 2; twice++)
      await group.people.mueller.agent.delete(`/api/impulses/${id}/share`).expect(204)
    expect((await read(id, "huber")).shared).toEqual([])
    expect((await read(id, "facilitator")).shared).toEqual([])
    const [row] = await group.db.select().from(impulseAnswers).where(eq(impulseAnswers.cohortStepId, id))
    expect(row?.sharedAnswers).toBeNull()
  })

  it("stays within the cohort, and ends for whoever leaves it", async () => {
    const { id, members } = await open()
    await save(id, { answers: ["Für alle"] })
    await share(id, "group").expect(204)
    await group.db.update(cohortMembers).set({ leftAt: now() }).where(eq(cohortMembers.id, members.huber))
    await group.people.huber.agent.get(`/api/impulses/${id}`).expect(404)
    await group.people.schoeller.agent.get(`/api/impulses/${id}`).expect(403)
  })
})

describe("the page of an impulse", () => {
  it("leads from reading to a shared answer without a script", async () => {
    const { id, cohortId } = await open({ questions: QUESTIONS })
    const { agent } = group.people.mueller
    const { text } = await agent.get(`/lernimpulse/${id}`).expect(200)
    expect(text).toContain("<strong>zuerst</strong>")
    for (const label of [
      "Was hat Sie überrascht?",
      "Erledigt",
      "Entwurf speichern",
      "Später",
      "Überspringen",
    ])
      expect(text).toContain(label)
    const typed = { answer0: "Dass <b>alle</b> fragen", answer2: "sicher", state: "done", version: "0" }
    const form = { action: "answer", ...typed }
    const done = await agent.form(`/lernimpulse/${id}`, form).expect(303)
    expect(done.headers.location).toBe(`/lernimpulse/${id}?hinweis=impulse-done`)
    await agent.form(`/lernimpulse/${id}`, { action: "share", with: "group", version: "1" }).expect(303)
    const other = await group.people.huber.agent.get(`/lernimpulse/${id}`).expect(200)
    expect(other.text).toContain("Sabine Müller")
    expect(other.text).toContain("Dass &lt;b>alle&lt;/b> fragen")
    const list = await agent.get(`/lerngruppen/${cohortId}/lernimpulse`).expect(200)
    expect(list.text).toContain("erledigt")
    expect(list.text).toContain("mit der Lerngruppe geteilt")
    await agent.form(`/lernimpulse/${id}`, { action: "unshare" }).expect(303)
    expect((await group.people.huber.agent.get(`/lernimpulse/${id}`)).text).not.toContain("Sabine Müller")
  })

  it("names the field that is wrong, and loses nothing", async () => {
    const { id } = await open({ questions: QUESTIONS })
    const typed = { answer0: "Bleibt stehen", answer2: "sehr", state: "done", version: "0" }
    const form = { action: "answer", ...typed }
    const { text } = await group.people.mueller.agent.form(`/lernimpulse/${id}`, form).expect(422)
    expect(text).toContain("Bitte prüfen Sie die Antwort auf „Wie sicher fühlen Sie sich?“.")
    expect(text).toContain('href="#feld-answer2"')
    expect(text).toContain("Bleibt stehen")
    await group.people.mueller.agent
      .form(`/lernimpulse/${id}`, { action: "answer", state: "fertig" })
      .expect(422)
  })
})

describe("an impulse of practice", () => {
  it("offers open questions that the learner may see, and nothing to who reads no forum", async () => {
    const { id } = await open({ title: "Wohngeld für Studierende", features: ["open-questions"] })
    const { mueller, huber, vogt, facilitator } = group.people
    const category = async (name: string, audience: "all" | "listed", responsibleId: string) => {
      const made = newId()
      await group.db
        .insert(categories)
        .values({ id: made, name, kind: "questions", responsibleId, audience, position: 1 })
      return made
    }
    const { law } = group.departments
    const forAll = await category("Wohngeld", "all", law)
    const forLaw = await category("Intern", "listed", law)
    const ask = (who: typeof huber, categoryId: string, title: string) =>
      who.agent.post("/api/questions", { categoryId, title, body: "Wie machen wir das?", key: newId() })
    await ask(huber, forAll, "Wohngeld für Studierende mit Kind?").expect(201)
    await ask(mueller, forAll, "Meine eigene Frage?").expect(201)
    await ask(vogt, forLaw, "Nur für die Grundsatzabteilung?").expect(201)
    const offered = (await read(id)).openQuestions
    expect(offered).toMatchObject([{ title: "Wohngeld für Studierende mit Kind?", category: "Wohngeld" }])
    expect((await mueller.agent.get(`/lernimpulse/${id}`)).text).toContain(offered[0].address)
    expect((await read(id, "dangelo")).openQuestions).toHaveLength(3)
    expect((await facilitator.agent.get(`/api/impulses/${id}`)).body.openQuestions).toBeNull()
    await group.db.$client.query("delete from memberships where person_id = $1", [huber.id])
    expect((await read(id, "huber")).openQuestions).toEqual([])
    const { text } = await huber.agent.get(`/lernimpulse/${id}`).expect(200)
    expect(text).toContain("Zurzeit wartet keine passende Fachfrage")
  })
})
