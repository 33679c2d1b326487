import { readFileSync } from "node:fs"
import pg from "pg"
import { afterAll, beforeAll, beforeEach, expect, inject, it } from "vitest"
import { buildApp } from "../../server/app.ts"
import { withSnapshot } from "../../server/backup/source.ts"
import { openSource, StartFault } from "../../server/database-source.ts"
import { readConfig } from "../../server/kernel/config.ts"
import { isOlder, migrateDatabase } from "../../server/kernel/migrate.ts"
import { unbuiltAssets } from "../../web/build.ts"
import { address } from "../support/databases.ts"
import { openLine } from "../support/line.ts"

const { entries } = JSON.parse(readFileSync("migrations/meta/_journal.json", "utf8")) as {
  entries: { when: number }[]
}
const NAME = "test_migrations"
let admin: pg.Client
let url: string
beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject("serverUrl") })
  await admin.connect()
  url = address(inject("serverUrl"), NAME)
})
beforeEach(async () => {
  await admin.query(`drop database if exists ${NAME} with (force)`)
  await admin.query(`create database ${NAME}`)
})
afterAll(async () => {
  await admin.query(`drop database if exists ${NAME} with (force)`)
  await admin.end()
})

const settings = (more: NodeJS.ProcessEnv = {}) =>
  readConfig({ DATABASE_URL: url, PUBLIC_URL: "https://forum.example", ...more })
const lines: string[] = []
const open = (more?: NodeJS.ProcessEnv) => openSource(settings(more), (line) => lines.push(line))

async function ask(statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

it("several replicas that start at once on an empty database migrate it once, and all come up", async () => {
  const assets = unbuiltAssets("/")
  const config = { ...settings(), dataDir: "/nowhere" }
  const start = async () => {
    const { url: databaseUrl } = await open()
    const built = await buildApp({ config, databaseUrl, assets, logger: null })
    await built.start()
    return built
  }
  const replicas = await Promise.all([start(), start(), start()])
  try {
    const [row] = await ask("select count(*)::int as count from drizzle.__drizzle_migrations")
    expect(row).toEqual({ count: entries.length })
    for (const { app } of replicas)
      expect((await app.inject("/health/ready")).json()).toMatchObject({ status: "ok" })
  } finally {
    await Promise.all(replicas.map((built) => built.stop()))
  }
})

it("with MIGRATE=never an empty or older database is refused in one sentence and left as it is", async () => {
  await expect(open({ MIGRATE: "never" })).rejects.toThrow(/npm run cli -- migrate/)
  await expect(open({ MIGRATE: "never" })).rejects.toBeInstanceOf(StartFault)
  expect(await ask("select nspname from pg_namespace where nspname in ('drizzle', 'pgboss')")).toEqual([])

  await migrateDatabase(url)
  expect(await open({ MIGRATE: "never" })).toMatchObject({ url, direct: url })
  await ask(
    "delete from drizzle.__drizzle_migrations where created_at = (select max(created_at) from drizzle.__drizzle_migrations)",
  )
  await expect(open({ MIGRATE: "never" })).rejects.toThrow(/MIGRATE=never/)
})

it("a job queue of an earlier version makes it older, too", async () => {
  await migrateDatabase(url)
  expect(await isOlder(url)).toBe(false)
  await ask("update pgboss.version set version = version - 1")
  expect(await isOlder(url)).toBe(true)
})

it("a database that a newer version has added to is taken: both run for the time of an update", async () => {
  await migrateDatabase(url)
  const later = Math.max(...entries.map(({ when }) => when)) + 1
  await ask(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', ${later})`)
  expect(await isOlder(url)).toBe(false)
  expect(await open({ MIGRATE: "never" })).toMatchObject({ url })
})

it("a start with nothing to change goes on while a backup runs", async () => {
  await migrateDatabase(url)
  expect(await withSnapshot(url, () => open())).toMatchObject({ url })
})

it("goes past a pooler, and waits for a database that is not there yet", async () => {
  const line = await openLine(inject("serverUrl"))
  await line.cut()
  const waiting = Promise.withResolvers<void>()
  const direct = line.to(url)
  const opened = openSource(
    settings({ DATABASE_URL: "postgres://nobody@127.0.0.1:9/pooler", DATABASE_DIRECT_URL: direct }),
    (text) => text.includes("wartet") && waiting.resolve(),
  )
  await waiting.promise
  await line.mend()
  expect(await opened).toMatchObject({ url: "postgres://nobody@127.0.0.1:9/pooler", direct })
  expect(await isOlder(url)).toBe(false)
  await line.close()
})
