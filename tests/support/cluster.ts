import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import type { TestProject } from "vitest/node"
import { connect } from "../../server/kernel/database.ts"
import { migrateDatabase } from "../../server/kernel/migrate.ts"
import { startCluster } from "../../server/kernel/postgres/index.ts"
import { shipProgrammes } from "../../server/qualification/index.ts"
import { address } from "./databases.ts"

declare module "vitest" {
  interface ProvidedContext {
    serverUrl: string
  }
}

const TEMPLATE = "fachforum_template"

/**
 * One PostgreSQL for the whole run and one migrated template database that each test file copies.
 * `TEST_DATABASE_URL` names a running server of any version instead (a role that may create databases).
 */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL
  const dataDir = await mkdtemp(join(tmpdir(), "fachforum-test-"))
  const cluster = given
    ? null
    : await startCluster({
        dataDir,
        database: "postgres",
        fsync: false,
        settings: { max_connections: "200", synchronous_commit: "off", full_page_writes: "off" },
      })
  const serverUrl = given ?? cluster?.url ?? ""
  await makeTemplate(serverUrl)
  project.provide("serverUrl", serverUrl)
  return async () => {
    await cluster?.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function makeTemplate(serverUrl: string) {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`drop database if exists ${TEMPLATE} with (force)`)
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  await migrateDatabase(address(serverUrl, TEMPLATE))
  const db = connect(address(serverUrl, TEMPLATE), 1)
  await shipProgrammes(db)
  await db.$client.end()
}
