import { randomBytes } from "node:crypto"
import { Meilisearch } from "meilisearch"
import { afterAll, beforeAll, describe } from "vitest"
import { connect, type Db } from "../../server/kernel/database.ts"
import { openMeilisearchEngine } from "../../server/search/meilisearch/index.ts"
import type { Engine } from "../../server/search/model.ts"
import { openPostgresEngine } from "../../server/search/postgres/index.ts"
import { copyTemplate } from "../support/databases.ts"
import { MASTER_KEY, openStandIn, type StandIn } from "../support/meilisearch/stand-in.ts"
import { type Able, contract } from "./contract.ts"

/** `prepare` opens the engine, `tidy` leaves nothing behind. */
function engineTests(open: (db: Db) => Promise<Engine>, tidy: () => Promise<void>, able: Able) {
  let database: Awaited<ReturnType<typeof copyTemplate>>
  let db: Db
  let engine: Engine
  beforeAll(async () => {
    database = await copyTemplate()
    db = connect(database.url)
    engine = await open(db)
  })
  afterAll(async () => {
    await tidy()
    await db?.$client.end()
    await database?.drop()
  })
  contract(() => ({ engine, db }), able)
}

/** An index of its own, empty and complete. */
async function openMeilisearch(db: Db, url: string, masterKey: string | null, index: string) {
  const engine = openMeilisearchEngine(db, { url, masterKey, index })
  await (await engine.rebuild()).finish()
  return engine
}

describe("PostgreSQL", () => {
  engineTests(
    async (db) => openPostgresEngine(db),
    async () => undefined,
    { language: true, compounds: true },
  )
})

// What is asked, kept and counted, without Meilisearch's language.
describe("what we ask of Meilisearch, on a stand-in", () => {
  let standIn: StandIn
  engineTests(
    async (db) => {
      standIn = await openStandIn()
      return openMeilisearch(db, standIn.url, MASTER_KEY, "contract")
    },
    async () => standIn?.close(),
    { language: false, compounds: false },
  )
})

const { MEILI_URL: url, MEILI_MASTER_KEY: masterKey = null } = process.env

describe.runIf(url)("Meilisearch", () => {
  const index = `fachforum-test-${randomBytes(6).toString("hex")}`
  engineTests(
    (db) => openMeilisearch(db, url ?? "", masterKey, index),
    async () => {
      const admin = new Meilisearch({ host: url ?? "", ...(masterKey !== null && { apiKey: masterKey }) })
      for (const name of [index, `${index}-next`]) await admin.deleteIndexIfExists(name)
      if (masterKey === null) return
      const { results } = await admin.getKeys({ limit: 1000 })
      for (const key of results) if (key.indexes.includes(index)) await admin.deleteKey(key.uid)
    },
    // Its documentation promises German compounds to be taken apart, not how: they are tried in `bench:search`.
    { language: true, compounds: false },
  )
})
