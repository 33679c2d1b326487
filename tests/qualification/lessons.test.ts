import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { newId } from "../../server/kernel/database.ts"
import { now, today } from "../../server/kernel/time.ts"
import { forgetCohorts } from "../../server/qualification/forget.ts"
import { lessons } from "../../server/qualification/retrospectives/tables.ts"
import { cohorts, programmes } from "../../server/qualification/tables.ts"
import { addCohort, type Group, openGroup } from "./group.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())

const LESSON = {
  kind: "different",
  title: "Früher mit den Regeln anfangen",
  body: "Schon im zweiten Workshop.",
}

/** A later cohort of the same programme, or of what `family` says. */
async function addLater(family: "same" | "other", startOn = "2026-09-07") {
  const made = await addCohort(group, group.people)
  await group.db.update(cohorts).set({ startOn }).where(eq(cohorts.id, made.cohortId))
  if (family === "same")
    await group.db
      .update(programmes)
      .set({ familyId: group.programmeId, edition: Math.floor(Math.random() * 1_000_000) + 2 })
      .where(eq(programmes.id, made.programmeId))
  return made
}

const titlesFor = async (cohortId: string) => {
  const { body } = await group.people.huber.agent.get(`/api/cohorts/${cohortId}/earlier-lessons`).expect(200)
  return body.items.map(({ title }: { title: string }) => title)
}

async function write(title = LESSON.title): Promise<string> {
  const at = `/api/cohorts/${group.cohortId}/lessons`
  return (await group.people.mueller.agent.post(at, { ...LESSON, title }).expect(201)).body.id
}

describe("the lessons of a cohort", () => {
  it("are written by the group, read by it before anybody else, and released by the facilitator", async () => {
    const { mueller, huber, facilitator, schoeller, outsider, otherFacilitator } = group.people
    const later = await addLater("same")
    const id = await write("Nur zur Probe")
    const at = `/api/lessons/${id}`
    expect((await huber.agent.get(at).expect(200)).body).toMatchObject({
      title: "Nur zur Probe",
      releasedOn: null,
      can: { edit: true, release: false },
    })
    for (const { agent } of [schoeller, outsider, otherFacilitator]) {
      await agent.get(at).expect(404)
      await agent.put(at, { ...LESSON, version: 1 }).expect(404)
      await agent.post(`${at}/release`, { version: 1 }).expect(404)
    }
    await huber.agent.put(at, { ...LESSON, version: 1 }).expect(204)
    const late = await mueller.agent.put(at, { ...LESSON, title: "Zu spät", version: 1 }).expect(409)
    expect(JSON.stringify(late.body)).toContain(LESSON.body)
    await huber.agent.post(`${at}/release`, { version: 2 }).expect(403)
    await facilitator.agent.post(`${at}/release`, { version: 1 }).expect(409)
    expect(await titlesFor(later.cohortId)).toEqual([])
    await facilitator.agent.post(`${at}/release`, { version: 2 }).expect(204)
    expect(await titlesFor(later.cohortId)).toEqual([LESSON.title])
    expect((await mueller.agent.put(at, { ...LESSON, version: 3 }).expect(409)).body.code).toBe(
      "lesson.released",
    )
    expect((await mueller.agent.delete(at).expect(409)).body.code).toBe("lesson.released")
    await mueller.agent.post(`${at}/withdraw`, { version: 3 }).expect(403)
    await facilitator.agent.post(`${at}/withdraw`, { version: 3 }).expect(204)
    expect(await titlesFor(later.cohortId)).toEqual([])
    await mueller.agent.delete(at).expect(204)
  })

  it("reach later cohorts of the same programme in any edition, and no others", async () => {
    const { facilitator, schoeller, outsider } = group.people
    const id = await write("Nur für spätere")
    await facilitator.agent.post(`/api/lessons/${id}/release`, { version: 1 }).expect(204)
    const cases = [
      ["same", "2026-09-07", ["Nur für spätere"]],
      ["same", "2026-01-12", []],
      ["same", "2025-09-01", []],
      ["other", "2026-09-07", []],
    ] as const
    for (const [family, startOn, titles] of cases) {
      const made = await addLater(family, startOn)
      expect(await titlesFor(made.cohortId), `${family} ${startOn}`).toEqual(titles)
      await schoeller.agent.get(`/api/cohorts/${made.cohortId}/earlier-lessons`).expect(404)
      await outsider.agent.get(`/api/cohorts/${made.cohortId}/earlier-lessons`).expect(404)
    }
    expect(await titlesFor(group.cohortId)).toEqual([])
  })

  it("stand on the first workshop's pages of a later cohort, without the name of the earlier one", async () => {
    const { facilitator, mueller, schoeller } = group.people
    const id = await write("Drei Karten genügen")
    await facilitator.agent.post(`/api/lessons/${id}/release`, { version: 1 }).expect(204)
    const later = await addLater("same")
    await group.db.update(cohorts).set({ name: "Lerngruppe Bauamt" }).where(eq(cohorts.id, later.cohortId))
    const workshop = `/termine/${later.steps.workshop}`
    const pages = [
      [mueller, workshop],
      [facilitator, `${workshop}/leitung`],
      [facilitator, `/lerngruppen/${later.cohortId}/rueckblick`],
    ] as const
    for (const [{ agent }, path] of pages) {
      const { text } = await agent.get(path).expect(200)
      expect(text, path).toContain("Drei Karten genügen")
      expect(text, path).not.toContain("Lerngruppe Wohngeld")
    }
    for (const [{ agent }, path] of [
      [schoeller, workshop],
      [mueller, `/termine/${later.steps.meeting}`],
      [mueller, `/termine/${group.steps.workshop}`],
    ] as const)
      expect((await agent.get(path).expect(200)).text, path).not.toContain("Drei Karten genügen")
  })

  it("are taken over from a closed board by one click, once, and edited then", async () => {
    const { mueller, huber, facilitator } = group.people
    const made = await addCohort(group, group.people)
    const board = `/api/cohorts/${made.cohortId}/retrospective`
    const add = async (body: string) =>
      (await mueller.agent.post(`${board}/cards`, { heading: "learned", body }).expect(201)).body.id
    const one = await add("Fragen lohnt sich")
    const two = await add("Erst lesen, dann antworten")
    const topic = await mueller.agent
      .post(`/api/retrospective-cards/${two}/group`, { title: "Antworten" })
      .expect(201)
    const early = await huber.agent.post(`/api/retrospective-cards/${one}/lesson`, {}).expect(409)
    expect(early.body.code).toBe("retrospective.not-closed")
    await facilitator.agent.post(`${board}/stage`, { from: "collecting", to: "closed" }).expect(204)
    const sent = { action: "take-over", idempotencyKey: "zweimal-gesendet" }
    const first = await huber.agent.form(`/rueckblick/karten/${one}`, sent).expect(303)
    const again = await huber.agent.form(`/rueckblick/karten/${one}`, sent).expect(303)
    expect(again.headers.location).toBe(first.headers.location)
    const opened = await huber.agent.get(String(first.headers.location).split("#")[0] ?? "").expect(200)
    expect(opened.text).toMatch(/<details[^>]* open(?:(?!<details).)*Erkenntnis speichern/s)
    await huber.agent.form(`/rueckblick/themen/${topic.body.id}`, { action: "take-over" }).expect(303)
    const { body } = await huber.agent.get(`/api/cohorts/${made.cohortId}/lessons`).expect(200)
    expect(body.items).toMatchObject([
      { kind: "learned", title: "Fragen lohnt sich", body: "" },
      { kind: "learned", title: "Antworten", body: "– Erst lesen, dann antworten" },
    ])
  })

  it("are written and released without a script, and nothing typed is lost", async () => {
    const { mueller, huber, facilitator } = group.people
    const list = `/lerngruppen/${group.cohortId}/erkenntnisse`
    const board = `/lerngruppen/${group.cohortId}/rueckblick`
    const refused = await mueller.agent
      .form(list, { kind: "learned", title: "", body: "Bleibt stehen" })
      .expect(422)
    expect(refused.text).toContain("Bleibt stehen")
    expect(refused.text).toContain('href="#feld-title-neu"')
    const made = await mueller.agent
      .form(list, { kind: "learned", title: "Ohne Skript", body: "Geht auch" })
      .expect(303)
    const id = /erkenntnis-(.+)$/.exec(String(made.headers.location))?.[1] ?? ""
    const path = `/erkenntnisse/${id}`
    const save = { action: "save", kind: "learned", title: "Ohne Skript", version: "1" }
    await huber.agent.form(path, { ...save, body: "Von Huber" }).expect(303)
    const late = await mueller.agent.form(path, { ...save, body: "Von Müller" }).expect(409)
    for (const both of ["Von Huber", "Von Müller"]) expect(late.text).toContain(both)
    const release = { action: "release", version: "2" }
    const old = await facilitator.agent.form(path, { ...release, version: "1" }).expect(409)
    expect(old.text).toContain("Bitte lesen Sie die neue Fassung")
    await mueller.agent.form(path, release).expect(403)
    await facilitator.agent.form(path, release).expect(303)
    const shown = await facilitator.agent.get(board).expect(200)
    expect(shown.text).toContain("Freigabe zurücknehmen")
    await facilitator.agent.form(path, { action: "withdraw", version: "3" }).expect(303)
    await mueller.agent.form(path, { action: "remove" }).expect(303)
    expect((await mueller.agent.get(board).expect(200)).text).not.toContain(`erkenntnis-${id}`)
  })
})

describe("the pages that lessons, cards and topics had of their own", () => {
  it("lead to the board, and say nothing to those who may not see it", async () => {
    const { mueller, outsider } = group.people
    const board = `/lerngruppen/${group.cohortId}/rueckblick`
    const cards = `/api/cohorts/${group.cohortId}/retrospective/cards`
    const card = (await mueller.agent.post(cards, { heading: "learned", body: "Fragen" }).expect(201)).body.id
    const topic = await mueller.agent
      .post(`/api/retrospective-cards/${card}/group`, { title: "Fragen" })
      .expect(201)
    const lesson = await write("Hat die Seite gewechselt")
    for (const [former, present] of [
      [`/rueckblick/karten/${card}`, `${board}#karte-${card}`],
      [`/rueckblick/themen/${topic.body.id}`, `${board}#thema-${topic.body.id}`],
      [`/erkenntnisse/${lesson}`, `${board}?erkenntnis=${lesson}#erkenntnis-${lesson}`],
    ] as const) {
      expect((await mueller.agent.get(former).expect(308)).headers.location).toBe(present)
      await outsider.agent.get(former).expect(404)
    }
    const list = await mueller.agent.get(`/lerngruppen/${group.cohortId}/erkenntnisse`).expect(308)
    expect(list.headers.location).toBe(`${board}#erkenntnisse`)
  })
})

describe("when a cohort is deleted", () => {
  it("its released lessons stay for later cohorts and its other ones go", async () => {
    const { people, db, parts } = group
    const { facilitator, otherFacilitator, mueller } = people
    const made = await addLater("same", "2026-02-02")
    const at = `/api/cohorts/${made.cohortId}/lessons`
    const kept = await mueller.agent.post(at, { ...LESSON, title: "Bleibt" }).expect(201)
    const gone = await mueller.agent.post(at, { ...LESSON, title: "Geht" }).expect(201)
    await facilitator.agent.post(`/api/lessons/${kept.body.id}/release`, { version: 1 }).expect(204)
    await otherFacilitator.agent.delete(`/api/released-lessons/${kept.body.id}`).expect(404)
    await db.update(cohorts).set({ deleteOn: today() }).where(eq(cohorts.id, made.cohortId))
    await forgetCohorts(db, parts.files)
    const left = await db.select().from(lessons)
    expect(left.find(({ id }) => id === gone.body.id)).toBeUndefined()
    expect(left.find(({ id }) => id === kept.body.id)).toMatchObject({ cohortId: null, title: "Bleibt" })
    const later = await addLater("same")
    expect(await titlesFor(later.cohortId)).toContain("Bleibt")
    await facilitator.agent.post(`/api/lessons/${kept.body.id}/withdraw`, { version: 2 }).expect(404)
    await mueller.agent.delete(`/api/released-lessons/${kept.body.id}`).expect(403)
    const list = await otherFacilitator.agent.get("/erkenntnisse").expect(200)
    expect(list.text).toContain("Für alle löschen")
    await otherFacilitator.agent.form(`/erkenntnisse/${kept.body.id}/entfernen`, {}).expect(303)
    expect(await titlesFor(later.cohortId)).not.toContain("Bleibt")
  })
})

describe("the list for facilitators", () => {
  it("holds what was released in all programmes, and is closed to everybody else", async () => {
    const { otherFacilitator, mueller, schoeller, outsider } = group.people
    const base = { cohortId: null, kind: "learned", body: "", startedOn: "2025-01-13" } as const
    const other = newId()
    await group.db.insert(programmes).values({
      id: other,
      familyId: other,
      edition: 1,
      name: "Ein anderes Programm",
      description: "",
      requirements: [],
      createdAt: now(),
      publishedAt: now(),
    })
    await group.db.insert(lessons).values([
      { ...base, id: newId(), familyId: other, title: "Aus dem anderen", releasedOn: "2025-07-01" },
      { ...base, id: newId(), familyId: other, title: "Nicht freigegeben", releasedOn: null },
    ])
    const { body } = await otherFacilitator.agent.get("/api/lessons").expect(200)
    expect(body.items).toContainEqual(
      expect.objectContaining({ title: "Aus dem anderen", programme: "Ein anderes Programm" }),
    )
    expect(JSON.stringify(body)).not.toContain("Nicht freigegeben")
    for (const { agent } of [mueller, schoeller, outsider]) {
      await agent.get("/api/lessons").expect(403)
      await agent.get("/erkenntnisse").expect(403)
    }
  })
})
