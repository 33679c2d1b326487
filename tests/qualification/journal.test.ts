import { eq, sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { newId } from "../../server/kernel/database.ts"
import { openJournalKeys } from "../../server/kernel/key-file.ts"
import { now } from "../../server/kernel/time.ts"
import { copyOfEntry } from "../../server/qualification/journal/queries.ts"
import { journalEntries } from "../../server/qualification/journal/tables.ts"
import { cohortMembers, cohorts } from "../../server/qualification/tables.ts"
import { collectOwn } from "../support/own-data.ts"
import type { Person } from "../support/world.ts"
import { addCohort, type Group, openGroup } from "./group.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())

const ENTRY = {
  title: "Rosenholz gelungen",
  body: "Heute hat mir Frau Birnbaum\nim Zwergflughafen gedankt.",
  writtenOn: "2026-02-03",
  cohortId: null,
  cohortStepId: null,
}

async function write(person: Person, more: object = {}): Promise<string> {
  return (await person.agent.post("/api/journal", { ...ENTRY, ...more }).expect(201)).body.id
}

/** Everything that the database holds, as text. */
async function dump(): Promise<string> {
  const { rows } = await group.db.execute<{ name: string }>(
    sql`select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const parts: string[] = []
  for (const { name } of rows) {
    const found = await group.db.execute<{ row: string }>(
      sql`select to_jsonb(t)::text as row from ${sql.raw(name)} t`,
    )
    parts.push(...found.rows.map(({ row }) => row))
  }
  return parts.join("\n")
}

describe("an entry of the journal", () => {
  it("is its learner's alone, whatever the others are", async () => {
    const { mueller, huber, facilitator, schoeller, outsider, otherFacilitator } = group.people
    const id = await write(mueller)
    const own = (await mueller.agent.get(`/api/journal/${id}`).expect(200)).body
    expect(own).toMatchObject({ content: { title: ENTRY.title, body: ENTRY.body }, shared: null, version: 1 })
    const { agent } = huber
    expect((await agent.get("/api/journal").expect(200)).body.items).toEqual([])
    for (const other of [huber, facilitator, schoeller, outsider, otherFacilitator]) {
      await other.agent.get(`/api/journal/${id}`).expect(404)
      await other.agent.put(`/api/journal/${id}`, { ...ENTRY, version: 1 }).expect(404)
      await other.agent.delete(`/api/journal/${id}`).expect(404)
      await other.agent
        .put(`/api/journal/${id}/share`, { cohortId: group.cohortId, with: "group", version: 1 })
        .expect(404)
      await other.agent.delete(`/api/journal/${id}/share`).expect(404)
      await other.agent.get(`/lerntagebuch/${id}`).expect(404)
      await other.agent.form(`/lerntagebuch/${id}`, {}).expect(404)
      await other.agent.form(`/lerntagebuch/${id}`, { action: "delete" }).expect(404)
    }
    for (const other of [facilitator, schoeller, outsider]) {
      await other.agent.get("/api/journal").expect(403)
      await other.agent.post("/api/journal", ENTRY).expect(403)
      await other.agent.get("/lerntagebuch").expect(403)
    }
    await mueller.agent.delete(`/api/journal/${id}`).expect(204)
    await mueller.agent.get(`/api/journal/${id}`).expect(404)
  })

  it("stands in no table of the database in words that could be read", async () => {
    const { mueller } = group.people
    const form = { ...ENTRY, about: "", idempotencyKey: newId() }
    const { cohortId, cohortStepId, ...fields } = form
    await mueller.agent.form("/lerntagebuch", fields).expect(303)
    const id = await write(mueller)
    await mueller.agent
      .put(`/api/journal/${id}/share`, { cohortId: group.cohortId, with: "group", version: 1 })
      .expect(204)
    await mueller.agent.put(`/api/journal/${id}`, { ...ENTRY, version: 1 }).expect(204)
    await group.catchUp()
    const all = await dump()
    expect(all).toContain(id)
    for (const word of ["Rosenholz", "Birnbaum", "Zwergflughafen"]) {
      expect(all).not.toContain(word)
      expect(all).not.toContain(Buffer.from(word).toString("base64").slice(0, 8))
    }
    const found = await mueller.agent.get("/api/search?q=Zwergflughafen").expect(200)
    expect(JSON.stringify(found.body)).not.toContain(id)
    await mueller.agent.delete(`/api/journal/${id}`).expect(204)
    expect(await dump()).not.toContain(`"id": "${id}"`)
  })

  it("cannot be read once it is moved to another entry, another person or changed by a bit", async () => {
    const { mueller, huber } = group.people
    const [one, two, his] = [await write(mueller), await write(mueller), await write(huber)]
    const rowOf = async (id: string) =>
      (await group.db.select().from(journalEntries).where(eq(journalEntries.id, id)))[0]?.sealed ?? ""
    const put = (id: string, sealed: string) =>
      group.db.update(journalEntries).set({ sealed }).where(eq(journalEntries.id, id))
    const original = await rowOf(one)
    const bytes = Buffer.from(original, "base64")
    bytes[40] = (bytes[40] ?? 0) ^ 1
    const flipped = bytes.toString("base64")
    for (const sealed of [await rowOf(two), await rowOf(his), flipped, original.slice(0, 20), "", "%%%"]) {
      await put(one, sealed)
      const { body } = await mueller.agent.get(`/api/journal/${one}`).expect(200)
      expect(body.content).toBeNull()
      expect((await mueller.agent.get(`/lerntagebuch/${one}`).expect(200)).text).toContain(
        "lässt sich nicht lesen",
      )
      expect((await mueller.agent.get("/lerntagebuch").expect(200)).text).toContain("Nicht lesbarer Eintrag")
      // What may be found again is not overwritten.
      await mueller.agent.put(`/api/journal/${one}`, { ...ENTRY, version: 1 }).expect(409)
      const form = { title: "Neu", body: "Neu", writtenOn: ENTRY.writtenOn, about: "", version: "1" }
      await mueller.agent.form(`/lerntagebuch/${one}`, { ...form, action: "save" }).expect(409)
    }
    await put(one, original)
    const back = await mueller.agent.get(`/api/journal/${one}`).expect(200)
    expect(back.body.content.title).toBe(ENTRY.title)
    await group.db.update(journalEntries).set({ personId: huber.id }).where(eq(journalEntries.id, one))
    expect((await huber.agent.get(`/api/journal/${one}`).expect(200)).body.content).toBeNull()
  })

  it("is sealed with a nonce of its own each time", async () => {
    const { mueller } = group.people
    const ids = [await write(mueller), await write(mueller)]
    const rows = await group.db.select().from(journalEntries)
    const nonces = rows.map(({ sealed }) => sealed.slice(0, 16))
    expect(new Set(nonces).size).toBe(rows.length)
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
  })

  it("belongs to an own cohort and to a step that has begun, or to nothing", async () => {
    const { mueller } = group.people
    const { cohortId, steps } = group
    const id = await write(mueller, { cohortStepId: steps.workshop })
    const { body } = await mueller.agent.get(`/api/journal/${id}`).expect(200)
    expect(body).toMatchObject({ cohort: { id: cohortId }, step: { id: steps.workshop } })
    const foreign = await addCohort(group, { ...group.people, mueller: group.people.outsider })
    for (const about of [
      { cohortId: foreign.cohortId },
      { cohortStepId: foreign.steps.workshop },
      { cohortStepId: steps.impulse },
      { cohortId: newId() },
    ])
      await mueller.agent.post("/api/journal", { ...ENTRY, ...about }).expect(422)
  })

  it("is offered the steps of the running cohort first", async () => {
    const later = await addCohort(group, group.people)
    await group.db
      .update(cohorts)
      .set({ name: "Lerngruppe im Herbst", startOn: "2199-09-01" })
      .where(eq(cohorts.id, later.cohortId))
    const { text } = await group.people.huber.agent.get("/lerntagebuch").expect(200)
    const names = [...text.matchAll(/<optgroup label="([^"]*)"/g)].map(([, name]) => name)
    expect(names[0]).toBe("Lerngruppe Wohngeld")
    expect(names).toContain("Lerngruppe im Herbst")
  })

  it.each([
    ["no title", { title: " " }],
    ["no text", { body: "\n" }],
    ["a day that is none", { writtenOn: "2026-02-31" }],
    ["too much text", { body: "x".repeat(20_001) }],
    ["something unknown", { personId: "x" }],
  ])("is refused with %s", async (_what, more) => {
    await group.people.mueller.agent.post("/api/journal", { ...ENTRY, ...more }).expect(400)
  })

  it("is written and changed without a script, once, and both versions stay when two windows change it", async () => {
    const { agent } = group.people.huber
    expect((await agent.get("/lerntagebuch?anfang=0").expect(200)).text).toContain(
      'value="Was ist mir diese Woche gelungen?"',
    )
    const former = await agent.get("/lerntagebuch/neu?anfang=0").expect(308)
    expect(former.headers.location).toBe("/lerntagebuch?anfang=0#schreiben")
    const form = await agent.get("/lerntagebuch").expect(200)
    // Only what was sent and has not arrived, and in this tab alone.
    expect(form.text.match(/data-keep[a-z-]*/g)).toEqual(["data-keep", "data-keep-tab"])
    const idempotencyKey = newId()
    const fields = { title: "", body: "Erste Fassung", writtenOn: "2026-02-03", about: "", idempotencyKey }
    const missing = await agent.form("/lerntagebuch", fields).expect(422)
    expect(missing.text).toContain(">Erste Fassung</textarea>")
    const full = { ...fields, title: "Mein Titel" }
    const [first, second] = await Promise.all([
      agent.form("/lerntagebuch", full).expect(303),
      agent.form("/lerntagebuch", full).expect(303),
    ])
    expect(first.headers.location).toBe(second.headers.location)
    const page = String(first.headers.location).split("?")[0] ?? ""
    const edit = page
    const sent = { ...full, action: "save", idempotencyKey: newId(), version: "1" }
    await agent.form(edit, { ...sent, body: "Zweite Fassung" }).expect(303)
    const stale = await agent.form(edit, { ...sent, body: "Dritte Fassung" }).expect(409)
    expect(stale.text).toContain("Zweite Fassung")
    expect(stale.text).toContain(">Dritte Fassung</textarea>")
    expect(stale.text).toContain('name="version" value="2"')
    const own = await agent.form(edit, { ...sent, body: "Dritte Fassung", as: "new" }).expect(303)
    expect(own.headers.location).not.toContain(page)
    expect((await agent.get(page).expect(200)).text).toContain("Zweite Fassung")
    await agent.form(edit, { ...sent, body: "Dritte Fassung", version: "2" }).expect(303)
    expect((await agent.get(page).expect(200)).text).toContain("Dritte Fassung")
    const gone = await agent.form(page, { action: "delete" }).expect(303)
    expect(gone.headers.location).toBe("/lerntagebuch?hinweis=journal-deleted")
    await agent.get(page).expect(404)
  })

  it("keeps nothing of its words in what a conflict answers", async () => {
    const { mueller } = group.people
    const id = await write(mueller)
    await mueller.agent.put(`/api/journal/${id}`, { ...ENTRY, version: 1 }).expect(204)
    const stale = await mueller.agent.put(`/api/journal/${id}`, { ...ENTRY, version: 1 }).expect(409)
    expect(JSON.stringify(stale.body)).not.toContain("Birnbaum")
  })

  it("is shown to whom it is shared with, and to nobody once it is taken back", async () => {
    const { cohortId, members } = await addCohort(group, group.people)
    const { mueller, huber, facilitator, schoeller, outsider, otherFacilitator } = group.people
    const id = await write(mueller, { title: "Zum Zeigen" })
    const list = `/api/cohorts/${cohortId}/journal-entries`
    const seenBy = async (person: Person) =>
      (await person.agent.get(list).expect(200)).body.items.map((item: { id: string }) => item.id)
    const share = (audience: string, version = 1) =>
      mueller.agent.put(`/api/journal/${id}/share`, { cohortId, with: audience, version })
    await share("facilitator", 7).expect(409)
    await share("everybody").expect(400)
    await share("facilitator").expect(204)
    expect([await seenBy(facilitator), await seenBy(huber), await seenBy(mueller)]).toEqual([[id], [], [id]])
    await share("group").expect(204)
    expect([await seenBy(facilitator), await seenBy(huber)]).toEqual([[id], [id]])
    const page = await huber.agent.get(`/lerngruppen/${cohortId}`).expect(200)
    expect(page.text).toContain("Zum Zeigen")
    expect(page.text).not.toContain(`/lerntagebuch/${id}`)
    await schoeller.agent.get(list).expect(403)
    await schoeller.agent.get(`/lerngruppen/${cohortId}`).expect(303)
    for (const { agent } of [outsider, otherFacilitator]) {
      await agent.get(list).expect(404)
      await agent.get(`/lerngruppen/${cohortId}`).expect(404)
    }
    await huber.agent.get(`/api/journal/${id}`).expect(404)
    await mueller.agent.form(`/lerntagebuch/${id}`, { action: "unshare" }).expect(303)
    expect([await seenBy(facilitator), await seenBy(huber), await seenBy(mueller)]).toEqual([[], [], []])
    await mueller.agent
      .form(`/lerntagebuch/${id}`, { action: "share", to: `group ${cohortId}`, version: "1" })
      .expect(303)
    expect(await seenBy(huber)).toEqual([id])
    await group.db.update(cohortMembers).set({ leftAt: now() }).where(eq(cohortMembers.id, members.mueller))
    expect([await seenBy(facilitator), await seenBy(huber)]).toEqual([[], []])
  })

  it("is taken along in words, and copied for a piece of evidence as it is then", async () => {
    const { meier } = group.people
    const id = await write(meier)
    const keys = openJournalKeys(group.config)
    const actor = (await group.parts.sessions.identify(meier.cookie.split("=")[1] ?? ""))?.actor
    if (!actor) throw new Error("nobody")
    expect(await copyOfEntry(group.db, keys, actor, id)).toMatchObject({
      title: ENTRY.title,
      body: ENTRY.body,
    })
    const chapter = (await collectOwn(group.db, actor, keys)).find(({ name }) => name === "lerntagebuch")
    expect(chapter?.rows).toMatchObject([{ title: ENTRY.title, body: ENTRY.body, unreadable: null }])
    const without = (await collectOwn(group.db, actor, null)).find(({ name }) => name === "lerntagebuch")
    expect(without?.rows).toMatchObject([{ title: null, body: null, unreadable: true }])
  })

  it("comes page by page, the latest first", async () => {
    const { dangelo } = group.people
    const ids: string[] = []
    for (let count = 0; count < 31; count += 1) ids.unshift(await write(dangelo))
    const first = (await dangelo.agent.get("/api/journal").expect(200)).body
    const second = (await dangelo.agent.get(`/api/journal?after=${first.next}`).expect(200)).body
    const found = [...first.items, ...second.items].map(({ id }: { id: string }) => id)
    expect(found).toEqual(ids)
    expect(second.next).toBeNull()
    expect((await dangelo.agent.get("/lerntagebuch").expect(200)).text).toContain("Ältere Einträge")
  })
})
