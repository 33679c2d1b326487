import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findActor } from "../../server/accounts/index.ts"
import { discardOwnData, sweepOwnData } from "../../server/accounts/own-data/actions.ts"
import { makeOwnArchive } from "../../server/accounts/own-data/making.ts"
import { ownArchiveParts, ownArchives } from "../../server/accounts/own-data/tables.ts"
import { isPersonal } from "../../server/accounts/privacy/entries.ts"
import { catalogue } from "../../server/catalogue.ts"
import { newId } from "../../server/kernel/database.ts"
import { now } from "../../server/kernel/time.ts"
import { chapters } from "../../server/personal-data.ts"
import { answer, ask, openTown, type Town } from "../forum/town.ts"
import { archiveOf, collectOwn } from "../support/own-data.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

describe("the archive of one's own data", () => {
  it("is asked for on the profile, made in the background, and downloaded by that person alone", async () => {
    const { mueller, huber } = town.people
    expect((await mueller.agent.get("/profil").expect(200)).text).toContain("/profil/meine-daten")
    await mueller.agent.get("/api/me/data/archive").expect(404)
    await mueller.agent.form("/profil/meine-daten/zusammenstellen", {}).expect(303)
    const making = (await mueller.agent.get("/profil/meine-daten").expect(200)).text
    expect(making).toContain("Ihre Daten werden zusammengestellt.")
    expect(making).toContain("/profil/meine-daten/loeschen")
    await mueller.agent.get("/api/me/data/archive").expect(404)
    await town.drain()
    const { body } = await mueller.agent.get("/api/me/data").expect(200)
    expect(body).toMatchObject({ state: "ready", done: chapters.length, total: chapters.length })
    expect(body.bytes).toBeGreaterThan(1_000)
    const page = (await mueller.agent.get("/profil/meine-daten").expect(200)).text
    expect(page).toContain("/api/me/data/archive")
    await mueller.agent.get("/api/me/data/archive").expect(200)
    await huber.agent.get("/api/me/data/archive").expect(404)
    await town.nobody.get("/api/me/data/archive").expect(401)
    await mueller.agent.form("/profil/meine-daten/loeschen", {}).expect(303)
    await mueller.agent.get("/api/me/data/archive").expect(404)
    expect(await town.db.$count(ownArchiveParts)).toBe(0)
  })

  it("holds what is about the person in both languages and as JSON, and nothing of others", async () => {
    const { mueller, huber } = town.people
    const asked = await ask(mueller, town.categories.open, { title: "Meine Frage", body: "Mein Text" })
    await answer(huber, asked, { body: "Fremde Antwort" })
    const others = await ask(huber, town.categories.open, { title: "Fremde Frage", body: "Fremder Text" })
    await mueller.agent.post(`/api/posts/${others}/comments`, { body: "Mein Kommentar" }).expect(201)
    const files = await archiveOf(town, mueller)
    const posts = JSON.parse(files["beitraege.json"] ?? "")
    expect(posts).toMatchObject([
      { kind: "question", title: "Meine Frage", text: "Mein Text", address: `/a/${asked}` },
      { kind: "comment", title: null, text: "Mein Kommentar" },
    ])
    expect(JSON.parse(files["konto.json"] ?? "")).toMatchObject([
      { name: "Sabine Müller", email: mueller.email },
    ])
    expect(files["lesen.html"]).toContain("<h2>Ihre Beiträge</h2>")
    expect(files["read.html"]).toContain("<h2>Your posts</h2>")
    const all = JSON.stringify(files)
    expect(all).toContain("Mein Kommentar")
    expect(all).not.toContain("Fremde")
    expect(all).not.toContain("Petra Huber")
    expect(all).not.toMatch(/password_hash|argon2|mark_key/)
  })

  it("is made anew after a stop; of two that work at it the earlier one stops", async () => {
    const { mueller } = town.people
    const { db, parts } = town
    const archiveId = newId()
    const row = { id: archiveId, personId: mueller.id, requestedAt: now(), expiresAt: new Date("2999-01-01") }
    await db.delete(ownArchives)
    await db.insert(ownArchives).values(row)
    const work = { db, files: parts.files, chapters, journalKeys: null }
    const last = chapters.length - 1
    const stopped = chapters.map((load, index) =>
      index === last ? () => Promise.reject(new Error("stopped")) : load,
    )
    await expect(makeOwnArchive({ ...work, chapters: stopped }, archiveId)).rejects.toThrow("stopped")
    expect((await mueller.agent.get("/api/me/data").expect(200)).body).toMatchObject({ state: "making" })
    // The one that was held up comes back after another has finished.
    const late = chapters.map((load, index) =>
      index === last
        ? async (...asked: Parameters<typeof load>) => {
            await makeOwnArchive(work, archiveId)
            return load(...asked)
          }
        : load,
    )
    await makeOwnArchive({ ...work, chapters: late }, archiveId)
    const [made] = await db.select().from(ownArchives).where(eq(ownArchives.id, archiveId))
    expect(made?.readyAt).not.toBeNull()
    const kept = await db.select().from(ownArchiveParts)
    expect(kept.map(({ attempt }) => attempt)).toEqual([made?.attempt])
    await mueller.agent.get("/api/me/data/archive").expect(200)
  })

  it("leaves no file behind where it was discarded while that file was being written", async () => {
    const { mueller } = town.people
    const { db, parts } = town
    const archiveId = newId()
    const row = { id: archiveId, personId: mueller.id, requestedAt: now(), expiresAt: new Date("2999-01-01") }
    await db.delete(ownArchives)
    await db.insert(ownArchives).values(row)
    const written: string[] = []
    const files: typeof parts.files = {
      ...parts.files,
      put: async (id, bytes) => {
        await discardOwnData({ db, files: parts.files }, mueller.id)
        written.push(id)
        await parts.files.put(id, bytes)
      },
    }
    await makeOwnArchive({ db, files, chapters, journalKeys: null }, archiveId)
    expect(await db.$count(ownArchives)).toBe(0)
    expect(written).toHaveLength(1)
    for (const id of written) await expect(parts.files.get(id)).rejects.toMatchObject({ status: 404 })
  })

  it("goes after three days, with its files", async () => {
    const { mueller } = town.people
    await archiveOf(town, mueller)
    const [part] = await town.db.select().from(ownArchiveParts)
    if (!part) throw new Error("no part")
    await sweepOwnData({ db: town.db, files: town.parts.files })
    await mueller.agent.get("/api/me/data/archive").expect(200)
    await town.db.update(ownArchives).set({ expiresAt: now() })
    await mueller.agent.get("/api/me/data/archive").expect(404)
    await sweepOwnData({ db: town.db, files: town.parts.files })
    expect(await town.db.$count(ownArchives)).toBe(0)
    await expect(town.parts.files.get(part.fileId)).rejects.toMatchObject({ status: 404 })
  })
})

/** Tables with a person's id that nobody takes anything along from, each with its reason. */
const LEFT_OUT: Record<string, string> = {
  calendar_feeds: "a key, of which only the hash is kept",
  cohort_invitations: "that an invitation was sent",
  departures: "until when one's own things stay; the page says it",
  digest_marks: "how far the last digest went",
  one_time_links: "a key, of which only the hash is kept",
  own_archives: "the archive itself",
  people_imports: "a file about other people, kept for a day",
  pending_sign_ins: "a sign-in underway, for an hour",
  recovery_codes: "check values, nothing about the person",
  sign_in_attempts: "a sign-in underway, for an hour",
  submissions: "that a form was sent, for two days",
}

it("leaves out no table that the catalogue says holds a person's id", async () => {
  const actor = await findActor(town.db, town.people.mueller.id, null)
  if (!actor) throw new Error("nobody")
  const own = await collectOwn(town.db, actor, null)
  const taken = new Set(own.flatMap(({ tables }) => tables))
  const naming = new Set(
    catalogue.flatMap((entry) => (isPersonal(entry) && entry.leaving ? [entry.table] : [])),
  )
  expect(naming.size).toBeGreaterThan(30)
  expect([...naming].filter((table) => !taken.has(table) && !(table in LEFT_OUT))).toEqual([])
  const names = own.map(({ name }) => name)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})
