import { readdir, readFile, stat, writeFile } from "node:fs/promises"
import { buffer } from "node:stream/consumers"
import { generateX25519Identity, identityToRecipient } from "age-encryption"
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest"
import { verifyBackup } from "../../server/backup/index.ts"
import { forumSource } from "../../server/forum/index.ts"
import { connect, newId, transact } from "../../server/kernel/database.ts"
import { notFound } from "../../server/kernel/errors.ts"
import { enqueue } from "../../server/kernel/jobs.ts"
import { now } from "../../server/kernel/time.ts"
import { MAIL_QUEUES } from "../../server/notifications/index.ts"
import { openEngines, reindex, verifyIndex } from "../../server/search/index.ts"
import { seedExample } from "../../server/seed/index.ts"
import { emptyDatabase } from "../support/databases.ts"
import { startDebianPostgres } from "../support/debian-postgres.ts"
import { openLine } from "../support/line.ts"
import { debianPostgres, hasTool } from "../support/programs.ts"
import { openWorld, type World } from "../support/world.ts"
import { ask, contentOf, countTables, makeBackup, openFolder, restoreBackup, schemaOf } from "./state.ts"

/** The whole example is kept and brought back. */
let world: World
let folder: Awaited<ReturnType<typeof openFolder>>
const undo: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  folder = await openFolder()
  world = await openWorld({ trial: true })
  await seedExample(world.parts, () => undefined)
  await world.drain()
})
afterEach(async () => {
  while (undo.length > 0) await undo.pop()?.()
})
afterAll(async () => {
  await world.close()
  await folder.remove()
})

async function empty(serverUrl?: string): Promise<string> {
  const database = await emptyDatabase(serverUrl)
  undo.push(database.drop)
  return database.url
}

const source = (name: string) => ({ url: world.url, files: world.parts.files, file: folder.path(name) })
const fileIds = () =>
  ask<{ id: string }>(
    world.url,
    `select id from attachments union all select id from session_photos union all select id from step_files
     union all select id from announcement_files`,
  )

const WAITING = "select id, name from pgboss.job where state = 'created' and name not like '\\_\\_%'"
type Job = { id: string; name: string }

/** How the jobs that wait here are there. */
async function statesOfJobs(url: string): Promise<string[]> {
  const waiting = await ask<Job>(world.url, WAITING)
  const there = await ask<{ id: string; state: string }>(url, "select id, state from pgboss.job")
  return waiting.map(({ id, name }) => `${name}: ${there.find((row) => row.id === id)?.state}`).toSorted()
}

describe("a backup that is brought back", () => {
  let url: string
  let drop: () => Promise<void>
  const [mail = ""] = MAIL_QUEUES
  beforeAll(async () => {
    await transact(world.db, async (tx) => {
      await enqueue(tx, mail, { notice: "test", to: newId() })
      await enqueue(tx, "notifications.sweep", {})
    })
    await world.db.$client.query("insert into daily_keys (day, key) values ('2020-01-31', '\\x00')")
    await world.db.$client.query("insert into throttles (bucket, count, expires_at) values ('x', 1, now())")
    const { contents } = await makeBackup(source("whole.tar"))
    expect(contents).toMatchObject({ files: (await fileIds()).length, missing: [] })
    ;({ url, drop } = await emptyDatabase())
    const restored = await restoreBackup(
      { url, files: folder.store("whole"), file: folder.path("whole.tar") },
      { held: MAIL_QUEUES },
    )
    expect(restored.held).toBe(1)
  })
  afterAll(() => drop())

  it("has every row, the same indexes and references, and goes on with the next number", async () => {
    const content = await contentOf(world.url)
    expect(Object.keys(content).length).toBeGreaterThan(90)
    expect(await contentOf(url)).toEqual(content)
    expect(await schemaOf(url)).toEqual(await schemaOf(world.url))
  })

  it("has every file", async () => {
    const ids = await fileIds()
    expect(ids.length).toBeGreaterThan(3)
    const files = folder.store("whole")
    for (const { id } of ids)
      expect(await buffer(await files.get(id))).toEqual(await buffer(await world.parts.files.get(id)))
  })

  it("keeps jobs under their names, and holds the mails among them", async () => {
    expect(await statesOfJobs(url)).toEqual(
      expect.arrayContaining([`${mail}: failed`, "notifications.sweep: created"]),
    )
  })

  it("does not say who is behind a hash", async () => {
    expect(await ask(url, "select day from daily_keys union all select bucket from throttles")).toEqual([])
  })

  it("is refused by a database that has something in it", async () => {
    const before = await contentOf(world.url)
    const parts = { url: world.url, files: folder.store("used"), file: folder.path("whole.tar") }
    await expect(restoreBackup(parts)).rejects.toThrow("nicht leer")
    expect(await contentOf(world.url)).toEqual(before)
  })

  it("is searched after its index was built anew, as every start does it", async () => {
    const db = connect(url)
    undo.push(() => db.$client.end())
    const engines = openEngines(db, world.config)
    expect(await engines[0]?.prepare?.()).toBe("to-build")
    const parts = { db, source: forumSource, engines, say: () => undefined }
    await reindex(parts, new AbortController().signal)
    expect(await verifyIndex(parts)).toBe(true)
  })
})

describe("a backup under writes", () => {
  it("is the state of one moment", async () => {
    const state = { isDone: false, written: 0 }
    const writing = (async () => {
      while (!state.isDone) {
        // The one is copied long before the other.
        await transact(world.db, async (tx) => {
          const id = newId()
          await tx.execute(`insert into mail_deliveries (id, accepted_at) values ('${id}', now())`)
          await tx.execute(
            `insert into submissions (person_id, key, result_id, at) values ('${id}', 'x', '${id}', now())`,
          )
        })
        state.written += 1
      }
    })()
    await expect.poll(() => state.written).toBeGreaterThan(5)
    const before = state.written
    const made = makeBackup(source("writes.tar"))
    await made.catch(() => undefined)
    const after = state.written
    state.isDone = true
    await writing
    await made
    const url = await empty()
    await restoreBackup({ url, files: folder.store("writes"), file: folder.path("writes.tar") })
    const ofMails = await ask(url, "select id from mail_deliveries where length(id) = 36 order by id")
    const ofForms = await ask(
      url,
      "select person_id::text as id from submissions where key = 'x' order by id",
    )
    expect(ofMails.length).toBeGreaterThanOrEqual(before)
    expect(ofMails.length).toBeLessThanOrEqual(after)
    expect(ofForms).toEqual(ofMails)
  })

  it("notes a file that is deleted before its turn, and names one that was lost", async () => {
    const uploader = await world.person("Lena Lösch", ["clerk"])
    const add = async () => {
      const id = newId()
      await world.parts.files.put(id, Buffer.from(`Inhalt von ${id}`))
      await world.db.$client.query(
        `insert into attachments (id, uploader_id, name, media_type, image, bytes, created_at)
         values ($1, $2, 'a.txt', 'text/plain', false, 1, $3)`,
        [id, uploader.id, now()],
      )
      return id
    }
    const [deleted, lost] = [await add(), await add()]
    const { files } = world.parts
    const state = { isAt: false }
    const meanwhile = {
      put: files.put,
      get: async (key: string) => {
        if (!state.isAt) {
          state.isAt = true
          for (const id of [deleted, lost]) await files.remove(id)
          await world.db.$client.query("delete from attachments where id = $1", [deleted])
        }
        return files.get(key)
      },
    }
    const made = await makeBackup({ ...source("gone.tar"), files: meanwhile })
    expect(made.contents.missing.toSorted()).toEqual([deleted, lost].toSorted())
    expect(made.lost).toEqual([lost])
    await verifyBackup(folder.path("gone.tar"), null)
    await world.db.$client.query("delete from attachments where id = $1", [lost])
  })

  it("is kept where the database goes away before it can say whether a missing file was lost", async () => {
    const line = await openLine(inject("serverUrl"))
    const isAt = { first: true }
    const goingAway = {
      put: world.parts.files.put,
      get: async (key: string) => {
        if (!isAt.first) return world.parts.files.get(key)
        isAt.first = false
        await line.cut()
        throw notFound()
      },
    }
    const parts = { ...source("away.tar"), url: line.to(world.url), files: goingAway }
    await expect(makeBackup(parts)).rejects.toThrow("ist vollständig geschrieben")
    const { contents } = await verifyBackup(folder.path("away.tar"), null)
    expect(contents.missing).toHaveLength(1)
  })

  it("leaves nothing where it was stopped, and overwrites nothing", async () => {
    const stopping = new AbortController()
    const stopped = makeBackup(source("stopped.tar"), {
      signal: stopping.signal,
      progress: (line) => line.endsWith(": people") && stopping.abort(new Error("stopped")),
    })
    await expect(stopped).rejects.toThrow("stopped")
    await writeFile(folder.path("there.tar"), "something else")
    await expect(makeBackup(source("there.tar"))).rejects.toThrow("gibt es schon")
    expect(await readFile(folder.path("there.tar"), "utf8")).toBe("something else")
    expect((await readdir(folder.path("."))).filter((name) => /part|stopped/.test(name))).toEqual([])
  })
})

describe("an encrypted backup", () => {
  it("opens with the key of each recipient, and with no other", async () => {
    const [own, second, foreign] = await Promise.all([1, 2, 3].map(() => generateX25519Identity()))
    const recipients = [await identityToRecipient(own ?? ""), await identityToRecipient(second ?? "")]
    for (const [name, identity] of Object.entries({ own, second, foreign }))
      await writeFile(folder.path(`${name}.key`), `# created: today\n${identity}\n`)
    await makeBackup(source("secret.age"), { recipients })
    const file = folder.path("secret.age")
    expect((await readFile(file)).includes("manifest.json")).toBe(false)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    await verifyBackup(file, folder.path("own.key"))
    const url = await empty()
    const parts = { url, files: folder.store("secret"), file }
    await expect(restoreBackup(parts)).rejects.toThrow("verschlüsselt")
    await expect(restoreBackup(parts, { identityFile: folder.path("foreign.key") })).rejects.toThrow(
      "für einen anderen verschlüsselt",
    )
    await expect(restoreBackup(parts, { identityFile: file })).rejects.toThrow("keinen geheimen Schlüssel")
    expect(await countTables(url)).toBe(0)
    await restoreBackup(parts, { identityFile: folder.path("second.key") })
    expect(await contentOf(url)).toEqual(await contentOf(world.url))
    // Nothing was to be held this time.
    expect((await statesOfJobs(url)).filter((line) => !line.endsWith(": created"))).toEqual([])
  })
})

describe.skipIf(!hasTool("postgresql"))("between versions of PostgreSQL", () => {
  it("goes from the one that comes along to Debian's and back", async () => {
    const server = await startDebianPostgres(debianPostgres() ?? "")
    try {
      await makeBackup(source("newer.tar"))
      const there = await emptyDatabase(server.url)
      const files = folder.store("there")
      await restoreBackup({ url: there.url, files, file: folder.path("newer.tar") })
      expect(await contentOf(there.url)).toEqual(await contentOf(world.url))
      await makeBackup({ url: there.url, files, file: folder.path("elder.tar") })
      const back = await empty()
      await restoreBackup({ url: back, files: folder.store("back"), file: folder.path("elder.tar") })
      expect(await contentOf(back)).toEqual(await contentOf(world.url))
      expect(await schemaOf(back)).toEqual(await schemaOf(world.url))
    } finally {
      await server.stop()
    }
  })
})
