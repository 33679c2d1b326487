import { fileURLToPath } from "node:url"
import { readMigrationFiles } from "drizzle-orm/migrator"
import { migrate } from "drizzle-orm/node-postgres/migrator"
import { connect, type Db } from "./database.ts"
import { hasJobs, installJobs } from "./jobs.ts"

/** Any number, the same in every process; held by whoever changes tables. */
export const MIGRATION_LOCK = 5_042_026
const folder = { migrationsFolder: fileURLToPath(new URL("../../migrations", import.meta.url)) }
/** In their order. */
export const readMigrations = () => readMigrationFiles(folder)

/**
 * Brings the database to this version: numbered migrations, then the tables of the job queue.
 * Processes that start together wait for each other, and only the first finds something to do.
 * @param url past a pooler, which would hand the lock to somebody else
 */
export async function migrateDatabase(url: string): Promise<void> {
  const db = connect(url, 1)
  try {
    // On a connection of its own: one of the pool ends when nothing was asked of it for some seconds.
    const lock = await db.$client.openDirect()
    try {
      await lock.query("select pg_advisory_lock($1)", [MIGRATION_LOCK])
      await migrate(db, folder)
      await installJobs(url)
    } finally {
      await lock.end()
    }
  } finally {
    await db.$client.end()
  }
}

/** Whether the database is older than this version needs. What a newer one has added does not matter. */
export async function isOlder(url: string): Promise<boolean> {
  const db = connect(url, 1)
  try {
    const latest = Math.max(...readMigrations().map(({ folderMillis }) => folderMillis))
    return (await latestMigration(db)) < latest || !(await hasJobs(db))
  } finally {
    await db.$client.end()
  }
}

/** When the latest migration of the database was written, as drizzle keeps it; 0 where there is none. */
async function latestMigration({ $client }: Db): Promise<number> {
  const table = "drizzle.__drizzle_migrations"
  const { rows: found } = await $client.query("select 1 where to_regclass($1) is not null", [table])
  if (found.length === 0) return 0
  const { rows } = await $client.query<{ latest: string | null }>(
    `select max(created_at) as latest from ${table}`,
  )
  return Number(rows[0]?.latest ?? 0)
}

export type ServerState = { version: number; isStandby: boolean }

/** The server's major version, e.g. 18, and whether it only follows another; what to say is `database-source.ts`'s. */
export async function serverState(url: string): Promise<ServerState> {
  const db = connect(url, 1)
  try {
    const { rows } = await db.$client.query<ServerState>(
      `select current_setting('server_version_num')::int / 10000 as version, pg_is_in_recovery() as "isStandby"`,
    )
    return rows[0] ?? { version: 0, isStandby: false }
  } finally {
    await db.$client.end()
  }
}
