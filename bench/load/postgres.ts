import { readFileSync } from "node:fs"
import { join } from "node:path"
import pg from "pg"
import { startCluster } from "../../server/trial-postgres/index.ts"

export type Postgres = {
  dir: string
  pid: number
  urlOf(database: string): string
  createDatabase(name: string, template?: string): Promise<void>
  /** How many statements this database has been sent. */
  statements(database: string): Promise<number>
  /** No person has asked too often so far. */
  forget(database: string): Promise<void>
  stop(): Promise<void>
}

/** A PostgreSQL with stock settings that counts statements. */
export async function openPostgres(dir: string): Promise<Postgres> {
  const cluster = await startCluster({
    dataDir: dir,
    database: "postgres",
    settings: { max_connections: "100", shared_preload_libraries: "pg_stat_statements" },
  })
  const admin = new pg.Pool({ connectionString: cluster.url, max: 2 })
  // While the server stops it may say goodbye to a connection that is about to be closed.
  admin.on("error", () => {})
  await admin.query("create extension if not exists pg_stat_statements")
  const urlOf = (database: string) => cluster.url.replace(/\/postgres(?=\?|$)/, `/${database}`)
  return {
    dir,
    pid: Number(readFileSync(join(cluster.dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]),
    urlOf,
    async createDatabase(name, template) {
      await admin.query(`create database ${name}${template ? ` template ${template}` : ""}`)
    },
    async statements(database) {
      const { rows } = await admin.query<{ calls: string }>(
        `select coalesce(sum(calls), 0) as calls from pg_stat_statements s join pg_database d on d.oid = s.dbid
         where d.datname = $1`,
        [database],
      )
      return Number(rows[0]?.calls)
    },
    async forget(database) {
      const client = new pg.Client({ connectionString: urlOf(database) })
      await client.connect()
      await client.query("delete from throttles")
      await client.end()
    },
    async stop() {
      await admin.end()
      await cluster.stop()
    },
  }
}
