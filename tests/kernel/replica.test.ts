import { rm } from "node:fs/promises"
import cookie from "@fastify/cookie"
import Fastify from "fastify"
import { afterAll, beforeAll, expect, it, vi } from "vitest"
import { startPrimary, startStandby } from "../../bench/failover/servers.ts"
import { readConfig } from "../../server/kernel/config.ts"
import { connect, type Db } from "../../server/kernel/database.ts"
import type { App } from "../../server/kernel/http.ts"
import { openReplica, type Replica } from "../../server/kernel/replica.ts"
import type { Cluster } from "../../server/trial-postgres/index.ts"

/** Two real servers, of which the second follows the first: what is read from which of them, and by whom. */
let primary: Cluster
let standby: Cluster
let db: Db
let replica: Replica
let app: App
const LIMITS = { connect: 5_000, statement: 20_000, lock: 5_000, jobs: 20_000, background: 20_000 }

beforeAll(async () => {
  primary = await startPrimary()
  standby = await startStandby(primary)
  db = connect(primary.url, 3)
  await db.$client.query("create table notes (text text)")
  const config = { ...readConfig({}), databaseReadUrl: standby.url, databaseLimits: LIMITS }
  replica = openReplica(db, config)
  app = Fastify() as unknown as App
  await app.register(cookie)
  app.decorateRequest("visitor", { getter: () => ({ id: "somebody" }) as never })
  replica.watch(app)
  app.post("/notes", async () => void (await db.$client.query("insert into notes values ('neu')")))
  app.get("/notes", (request) => replica.read(request, readNotes))
})
afterAll(async () => {
  await app?.close()
  await replica?.close()
  await db?.$client.end()
  for (const server of [standby, primary]) {
    await server?.stop().catch(() => undefined)
    await rm(server?.dataDir ?? "", { recursive: true, force: true })
  }
})

type Notes = { notes: number; late: boolean }

async function readNotes({ $client }: Db): Promise<Notes> {
  const { rows } = await $client.query<Notes>(
    "select count(*)::int as notes, pg_is_in_recovery() as late from notes",
  )
  return rows[0] ?? { notes: -1, late: false }
}

const read = async (cookies: Record<string, string> = {}): Promise<Notes> =>
  (await app.inject({ url: "/notes", cookies })).json()

/** @returns the cookies that whoever wrote has from then on */
async function write(): Promise<Record<string, string>> {
  const { cookies } = await app.inject({ method: "POST", url: "/notes" })
  return Object.fromEntries(cookies.map(({ name, value }) => [name, value]))
}

async function replay(word: "pause" | "resume"): Promise<void> {
  const follower = connect(standby.url, 1)
  await follower.$client.query(`select pg_wal_replay_${word}()`)
  await follower.$client.end()
}

it("a page that may be late is read from the replica, and never without what its reader has just written", async () => {
  await expect.poll(() => read()).toEqual({ notes: 0, late: true })
  await replay("pause")
  const writer = await write()
  expect(Object.keys(writer)).toEqual(["written"])
  expect(await read(writer)).toEqual({ notes: 1, late: false })
  // Somebody else learns of it a little later.
  expect(await read()).toEqual({ notes: 0, late: true })
  await replay("resume")
  await expect.poll(() => read(writer)).toEqual({ notes: 1, late: true })
  // A cookie that says nothing leads to the database itself.
  expect(await read({ written: "x" })).toEqual({ notes: 1, late: false })
})

it("a replica that is too far behind is not read until it has caught up", async () => {
  await replay("pause")
  await write()
  const present = performance.now.bind(performance)
  const later = vi.spyOn(performance, "now").mockImplementation(() => present() + 20_000)
  expect(await read()).toEqual({ notes: 2, late: false })
  expect(await read()).toEqual({ notes: 2, late: false })
  await replay("resume")
  await expect.poll(() => read()).toEqual({ notes: 2, late: true })
  later.mockRestore()
})

it("what fails at the replica is read from the database itself, as is everything while it is away", async () => {
  await expect.poll(() => read()).toEqual({ notes: 2, late: true })
  const asked: boolean[] = []
  const found = await replica.read({ cookies: {} }, async (from) => {
    const notes = await readNotes(from)
    asked.push(notes.late)
    if (notes.late) throw new Error("conflict with recovery")
    return notes
  })
  expect(found).toEqual({ notes: 2, late: false })
  expect(asked).toEqual([true, false])
  await standby.stop()
  for (let time = 0; time < 3; time += 1) expect(await read()).toEqual({ notes: 2, late: false })
})
