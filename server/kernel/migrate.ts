import { fileURLToPath } from "node:url"
import { migrate } from "drizzle-orm/node-postgres/migrator"
import { connect } from "./database.ts"
import { installJobs } from "./jobs.ts"

const LOCK = 5_042_026 // any number, the same in every process

/**
 * Brings the database to this version: numbered migrations, then the tables of the job queue.
 * Two processes that start together wait for each other.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const db = connect(url, 1)
  try {
    await db.$client.query("select pg_advisory_lock($1)", [LOCK])
    await migrate(db, { migrationsFolder: fileURLToPath(new URL("../../migrations", import.meta.url)) })
    await installJobs(url)
  } finally {
    await db.$client.end()
  }
}

/** The server's major version, e.g. 18; `Refusal`-free: main.ts decides what to say. */
export async function postgresVersion(url: string): Promise<number> {
  const db = connect(url, 1)
  try {
    const { rows } = await db.$client.query<{ v: number }>(
      "select current_setting('server_version_num')::int / 10000 as v",
    )
    return rows[0]?.v ?? 0
  } finally {
    await db.$client.end()
  }
}
