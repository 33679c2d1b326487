import { readFileSync, rmSync } from "node:fs"
import { mkdtemp, rm, statfs } from "node:fs/promises"
import { freemem, tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import type { TestProject } from "vitest/node"
import { connect, transact } from "../../server/kernel/database.ts"
import { migrateDatabase } from "../../server/kernel/migrate.ts"
import { noteRendering } from "../../server/kernel/rendering.ts"
import { shipProgrammes } from "../../server/qualification/core.ts"
import { renderedTexts } from "../../server/rendered-texts.ts"
import { startCluster } from "../../server/trial-postgres/index.ts"
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
  const dataDir = await mkdtemp(join(await quickFolder(), "fachforum-test-"))
  const cluster = given
    ? null
    : await startCluster({
        dataDir,
        database: "postgres",
        fsync: false,
        settings: { max_connections: "200", synchronous_commit: "off", full_page_writes: "off" },
      })
  const leave = () => endAtOnce(dataDir)
  process.once("exit", leave)
  const serverUrl = given ?? cluster?.url ?? ""
  await makeTemplate(serverUrl)
  project.provide("serverUrl", serverUrl)
  return async () => {
    process.off("exit", leave)
    await cluster?.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

// Without it a run that is told to end would leave its PostgreSQL behind, in a folder that may lie in memory.
process.once("SIGTERM", () => process.exit(143))

function endAtOnce(dataDir: string): void {
  try {
    const [pid] = readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")
    process.kill(Number(pid), "SIGQUIT")
  } catch {
    // There was none, or it has ended already.
  }
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 })
}

const GIGABYTE = 2 ** 30

/** Memory where there is plenty: each file's database is nine hundred files, which a busy disk takes a second to make. */
async function quickFolder(): Promise<string> {
  const memory = "/dev/shm"
  const space = await statfs(memory).catch(() => null)
  const isThere = space !== null && space.bavail * space.bsize > 2 * GIGABYTE && freemem() > 4 * GIGABYTE
  return isThere ? memory : tmpdir()
}

async function makeTemplate(serverUrl: string) {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`drop database if exists ${TEMPLATE} with (force)`)
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  await migrateDatabase(address(serverUrl, TEMPLATE))
  const db = connect(address(serverUrl, TEMPLATE), 1)
  // In this order, as the first start of an installation does it.
  await transact(db, (tx) => noteRendering(tx, renderedTexts))
  await shipProgrammes(db)
  await db.$client.end()
}
