import { randomBytes } from "node:crypto"
import { mkdtempSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { ConfigFault, readConfig } from "../../server/kernel/config.ts"
import { newId } from "../../server/kernel/database.ts"
import { type Keys, openJournalKeys, readKeyFile } from "../../server/kernel/key-file.ts"
import { findOwnEntry } from "../../server/qualification/journal/queries.ts"
import { rotateJournal, tellRotation } from "../../server/qualification/journal/rotation.ts"
import { journalEntries } from "../../server/qualification/journal/tables.ts"
import { archiveOf } from "../support/own-data.ts"
import { openWorld } from "../support/world.ts"
import { type Group, openGroup } from "./group.ts"

const dir = mkdtempSync(join(tmpdir(), "fachforum-keys-"))
const line = (name: string) => `${name}:${randomBytes(32).toString("base64")}`
let files = 0
function fileOf(...lines: string[]): string {
  files += 1
  const file = join(dir, `keys-${files}`)
  writeFileSync(file, lines.join("\n"))
  return file
}
function keysOf(file: string): Keys {
  const { keys } = readKeyFile(file, "JOURNAL_KEY_FILE")
  if (!keys) throw new Error("no keys")
  return keys
}

describe("the file of keys", () => {
  const same = randomBytes(32).toString("base64")
  it.each([
    ["is not there", () => join(dir, "fehlt"), 1],
    ["is empty", () => fileOf("", "# nichts"), 1],
    ["has a short key", () => fileOf(`a:${randomBytes(16).toString("base64")}`), 1],
    ["has a line without a name", () => fileOf(same), 1],
    ["has a name twice", () => fileOf(line("a"), line("a")), 1],
    ["has a key twice", () => fileOf(`a:${same}`, `b:${same}`), 1],
    ["has two faults", () => fileOf("x", line("a"), "y"), 2],
  ])("stops the start when it %s, with a sentence that repeats no key", (_what, file, count) => {
    try {
      readConfig({ JOURNAL_KEY_FILE: file() })
      expect.unreachable()
    } catch (error) {
      if (!(error instanceof ConfigFault)) throw error
      expect(error.faults).toHaveLength(count)
      for (const fault of error.faults) {
        expect(fault).toMatch(/^JOURNAL_KEY_FILE: .*\.$/)
        expect(fault).not.toContain(same)
      }
    }
  })

  it("encrypts with the first and opens with each", () => {
    const keys = keysOf(fileOf("# neu zuerst", line("2026-11"), line("2025-01"), ""))
    expect(keys.first.id).toBe("2026-11")
    expect([...keys.all.keys()]).toEqual(["2026-11", "2025-01"])
  })

  it("is made in a trial, once, for nobody else to read; elsewhere there is none", () => {
    const dataDir = join(dir, "trial")
    const config = { journalKeyFile: null, databaseUrl: null, dataDir }
    const first = openJournalKeys(config)
    expect(openJournalKeys(config)?.first.secret).toEqual(first?.first.secret)
    expect(statSync(join(dataDir, "journal.key")).mode & 0o777).toBe(0o600)
    expect(openJournalKeys({ ...config, databaseUrl: "postgresql://localhost/x" })).toBeNull()
  })
})

describe("without a file of keys", () => {
  it("there is no journal, its pages say so, and the rest works", async () => {
    const group = await openGroup(openWorld({ databaseUrl: "postgresql://nirgends.example/x" }))
    try {
      const { mueller, facilitator } = group.people
      const { agent } = mueller
      const id = group.cohortId
      expect((await agent.get("/lerntagebuch").expect(200)).text).toContain("nicht eingerichtet")
      await facilitator.agent.get("/lerntagebuch").expect(403)
      expect((await agent.get("/api/journal").expect(503)).body.code).toBe("journal.off")
      const fields = {
        title: "Titel",
        body: "Text",
        writtenOn: "2026-02-03",
        about: "",
        idempotencyKey: newId(),
      }
      const sent = await agent.form("/lerntagebuch", fields).expect(503)
      expect(sent.text).toContain(">Text</textarea>")
      await agent.get(`/lerngruppen/${id}`).expect(200)
      expect(Object.keys(await archiveOf(group, mueller))).toContain("lesen.html")
    } finally {
      await group.close()
    }
  })
})

describe("rotating the keys", () => {
  let group: Group
  const [old, fresh] = [line("alt"), line("neu")]
  beforeAll(async () => {
    group = await openGroup(openWorld({ journalKeyFile: fileOf(old) }))
  })
  afterAll(() => group.close())

  it("goes on where it was interrupted, loses nothing, and says which key can go", async () => {
    const { mueller, huber } = group.people
    const { db } = group
    const write = async (title: string, person = mueller) =>
      (
        await person.agent
          .post("/api/journal", {
            title,
            body: "Text",
            writtenOn: "2026-02-03",
            cohortId: null,
            cohortStepId: null,
          })
          .expect(201)
      ).body.id as string
    const ids: string[] = []
    for (let place = 0; place < 205; place += 1)
      ids.push(await write(`Eintrag ${place}`, place % 2 ? huber : mueller))
    const keys = keysOf(fileOf(fresh, old))
    const said: string[] = []
    const stopping = new AbortController()
    const half = await rotateJournal(
      db,
      keys,
      (text) => {
        said.push(text)
        stopping.abort()
      },
      stopping.signal,
    )
    expect(half).toEqual({ renewed: 100, unreadable: 0, isComplete: false, remaining: { alt: 105 } })
    expect(said).toEqual(["100 von 205 Einträgen bearbeitet."])
    // In the middle of it, both kinds are readable, and one of them with the old file alone is not: no fault.
    expect((await mueller.agent.get("/api/journal").expect(200)).body.items[0].content.title).toBe(
      "Eintrag 204",
    )
    expect((await mueller.agent.get(`/api/journal/${ids[0]}`).expect(200)).body.content).toBeNull()

    const rest = await rotateJournal(db, keys, () => undefined)
    expect(rest).toEqual({ renewed: 105, unreadable: 0, isComplete: true, remaining: { alt: 0 } })
    expect(await rotateJournal(db, keys, () => undefined)).toMatchObject({ renewed: 0, isComplete: true })
    const lines: string[] = []
    tellRotation(rest, keys, (text) => lines.push(text))
    expect(lines.join("\n")).toContain("„alt“ wird in dieser Datenbank nicht mehr gebraucht")

    const actor = (await group.parts.sessions.identify(mueller.cookie.split("=")[1] ?? ""))?.actor
    if (!actor) throw new Error("nobody")
    const alone = keysOf(fileOf(fresh))
    for (const [place, id] of ids.entries())
      if (place % 2 === 0)
        expect(await findOwnEntry(db, alone, actor, id)).toMatchObject({
          content: { title: `Eintrag ${place}`, body: "Text" },
          version: 1,
        })
  })

  it("leaves alone what it cannot open, and says so", async () => {
    const { db } = group
    await db.update(journalEntries).set({ keyId: "verloren" }).where(eq(journalEntries.keyId, "neu"))
    const before = await db.select().from(journalEntries)
    const keys = keysOf(fileOf(fresh, old))
    const lines: string[] = []
    const rotation = await rotateJournal(db, keys, () => undefined)
    tellRotation(rotation, keys, (text) => lines.push(text))
    expect(rotation).toMatchObject({ renewed: 0, unreadable: 205, remaining: { verloren: 205, alt: 0 } })
    expect(lines.join("\n")).toContain("Der Schlüssel „verloren“ fehlt in der Datei")
    expect(await db.select().from(journalEntries)).toEqual(before)
  })
})
