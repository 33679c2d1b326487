import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { newId } from "../../server/kernel/database.ts"
import { auditLog } from "../../server/kernel/tables.ts"
import { now } from "../../server/kernel/time.ts"
import { cohortMembers, cohorts, programmes } from "../../server/qualification/tables.ts"
import { ask, openTown } from "../forum/town.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let admin: Person

beforeAll(async () => {
  world = await openWorld()
  admin = await world.person("Olaf Brandt", ["admin"])
})
afterAll(() => world.close())

const entries = async (query = "") => (await admin.agent.get(`/api/audit${query}`).expect(200)).body

describe("The audit log", () => {
  test("says who did what to whom, with names as they are today, and no address", async () => {
    const person = await world.person("Wird geändert", ["clerk"])
    await admin.agent.patch(`/api/people/${person.id}`, { roles: ["clerk", "lead"] }).expect(204)
    await admin.agent.patch(`/api/people/${person.id}`, { email: "neu@example.org" }).expect(204)
    await admin.agent.patch(`/api/people/${person.id}`, { displayName: "Heißt jetzt so" }).expect(204)
    await admin.agent.post(`/api/people/${person.id}/deactivate`).expect(204)
    const { items } = await entries(`?subjectId=${person.id}`)
    expect(items).toMatchObject([
      { action: "person.deactivated", actor: { displayName: "Olaf Brandt" }, subjectName: "Heißt jetzt so" },
      { action: "person.edited", detail: { fields: ["displayName"] } },
      { action: "person.edited", detail: { fields: ["email"] } },
      { action: "person.roles-changed", detail: { from: ["clerk"], to: ["clerk", "lead"] } },
    ])
    expect(JSON.stringify(items)).not.toContain("@example.org")
  })

  test("has no entry for what was refused or changed nothing", async () => {
    const person = await world.person("Bleibt", ["clerk"])
    await admin.agent
      .patch(`/api/people/${person.id}`, { roles: ["clerk"], displayName: "Bleibt" })
      .expect(204)
    await admin.agent.patch(`/api/people/${person.id}`, { email: admin.email }).expect(409)
    expect((await entries(`?subjectId=${person.id}`)).items).toEqual([])
  })

  test("comes in pages and is narrowed by action and kind of subject", async () => {
    for (let number = 0; number < 60; number += 1)
      await admin.agent.post("/api/departments", { name: `Nummer ${number}` }).expect(201)
    const first = await entries("?action=department.created")
    expect(first.items).toHaveLength(50)
    const second = await entries(`?action=department.created&after=${first.next}`)
    expect(second.items).toHaveLength(10)
    expect(second.next).toBeNull()
    expect(second.items.at(-1).subjectName).toBe("Nummer 0")
    const ofPeople = await entries("?subjectType=person")
    expect(new Set(ofPeople.items.map((item: { subjectType: string }) => item.subjectType))).toEqual(
      new Set(["person"]),
    )
    expect((await entries("?action=depart")).items).toEqual([])
  })

  test("is the administration's alone, and never says who signed in", async () => {
    const clerk = await world.person("Petra Huber", ["clerk", "lead", "editor", "specialist"])
    await clerk.agent.get("/api/audit").expect(403)
    await world.nobody.get("/api/audit").expect(401)
    expect(JSON.stringify(await entries())).not.toMatch(/sign-in|signed/)
  })
})

describe("An entry about something of the forum", () => {
  test("names who wrote it and where it stands, and its title only to who may read it", async () => {
    const town = await openTown()
    const { mueller, vogt, admin, outsideAdmin } = town.people
    const id = await ask(mueller, town.categories.open, { title: "Ein Titel nur für Lesende" })
    const narrow = await ask(vogt, town.categories.narrow, { title: "Ganz intern" })
    for (const post of [id, narrow])
      await vogt.agent.post(`/api/posts/${post}/hide`, { reason: "Nennt eine Person" }).expect(204)
    await vogt.agent.post(`/api/posts/${id}/show`).expect(204)
    const page = async (person: Person) => (await person.agent.get("/verwaltung/protokoll").expect(200)).text
    // The role alone reads nothing: kind, author and category have to do.
    const outside = await page(outsideAdmin)
    for (const part of ["Fachfrage", "von Sabine Müller", "in „Miete und Belastung“", "von Ina Vogt"])
      expect(outside).toContain(part)
    for (const secret of [id, narrow, "Ein Titel nur für Lesende", "Ganz intern"])
      expect(outside).not.toContain(secret)
    const reader = await page(admin)
    expect(reader).toContain(`<a href="/a/${id}">`)
    expect(reader).toContain("Ein Titel nur für Lesende")
    expect(reader).not.toContain("Ganz intern")
    const { body } = await outsideAdmin.agent.get("/api/audit?action=post.hide").expect(200)
    expect(JSON.stringify(body)).not.toContain("Ganz intern")
    await town.close()
  })

  test("says of what is gone that it is gone, without its id", async () => {
    const id = newId()
    const values = { id: newId(), at: now(), actorId: admin.id, action: "post.hide", detail: {} }
    await world.db.insert(auditLog).values({ ...values, subjectType: "answer", subjectId: id })
    const { text } = await admin.agent.get("/verwaltung/protokoll?action=post.hide").expect(200)
    expect(text).toContain("Antwort, inzwischen gelöscht")
    expect(text).not.toContain(id)
  })

  test("says nothing of the kind where the details name it, and names what belongs to a cohort by the cohort", async () => {
    const values = { at: now(), actorId: admin.id, subjectId: newId() }
    const detail = { terms: ["KiZ", "Kinderzuschlag"] }
    const synonyms = { ...values, id: newId(), action: "synonyms.added", subjectType: "synonyms", detail }
    await world.db.insert(auditLog).values(synonyms)
    const { text } = await admin.agent.get("/verwaltung/protokoll?action=synonyms").expect(200)
    expect(text).toContain("Kinderzuschlag")
    expect(text).not.toContain("inzwischen gelöscht")
    const id = newId()
    const [shipped] = await world.db.select({ id: programmes.id }).from(programmes).limit(1)
    await world.db.insert(cohorts).values({
      id,
      programmeId: shipped?.id ?? "",
      name: "Erste Gruppe",
      mandateFrom: "Leitung",
      mandate: "Auftrag",
      land: "BY",
      startOn: "2026-01-12",
      deleteOn: "2027-01-12",
      createdAt: now(),
    })
    const cohort = { ...values, id: newId(), subjectId: id, action: "cohort.created", subjectType: "cohort" }
    await world.db.insert(auditLog).values(cohort)
    expect((await admin.agent.get("/verwaltung/protokoll?action=cohort")).text).toContain("Erste Gruppe")
  })
})

describe("The details of an entry", () => {
  const record = async (action: string, subjectType: string, detail: Record<string, unknown>) =>
    world.db
      .insert(auditLog)
      .values({ id: newId(), at: now(), actorId: admin.id, subjectId: newId(), action, subjectType, detail })

  test("name programmes, members and days in the reader's words, without an id", async () => {
    const [programme] = await world.db.select().from(programmes).limit(1)
    if (!programme) throw new Error("no programme")
    const [cohortId, memberId, goneId] = [newId(), newId(), newId()]
    const dates = { startOn: "2026-10-09", deleteOn: "2027-09-18" }
    const texts = { name: "Lerngruppe Augsburg", mandateFrom: "Leitung", mandate: "Lernen", land: "BY" }
    await world.db
      .insert(cohorts)
      .values({ id: cohortId, programmeId: programme.id, createdAt: now(), ...dates, ...texts })
    const part = "learner" as const
    await world.db
      .insert(cohortMembers)
      .values({ id: memberId, cohortId, personId: admin.id, part, joinedAt: now() })
    await record("cohort.created", "cohort", { programmeId: programme.id, ...dates })
    await record("cohort.member-added", "cohort", { memberId, part })
    await record("cohort.member-left", "cohort", { memberId: goneId, part })
    const { text } = await admin.agent.get("/verwaltung/protokoll?action=cohort").expect(200)
    for (const told of [
      `Programm: ${programme.name}`,
      "Beginn: 09.10.2026 · Löschtag: 18.09.2027",
      "Rolle: lernt · Person: Olaf Brandt",
      "Person: inzwischen gelöscht",
    ])
      expect(text).toContain(told)
    for (const id of [programme.id, memberId, goneId]) expect(text).not.toContain(id)
    expect(text).not.toMatch(/memberId|programmeId|startOn|deleteOn/)
  })

  test("and synonyms are called by their words as long as there are any", async () => {
    const terms = ["KdU", "Kosten der Unterkunft"]
    const { body } = await admin.agent.post("/api/search/synonyms", { terms }).expect(201)
    const page = async () => (await admin.agent.get("/verwaltung/protokoll?action=synonyms").expect(200)).text
    expect(await page()).toContain(`<a href="/suche/synonyme/${body.id}">„KdU, Kosten der Unterkunft“</a>`)
    expect(await page()).not.toContain("inzwischen gelöscht")
  })
})
