import { execFile } from "node:child_process"
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import pg from "pg"
import { type Cluster, startCluster } from "../../server/trial-postgres/index.ts"

const run = promisify(execFile)
const DATABASE = "fachforum"

export async function startPrimary(): Promise<Cluster> {
  const dataDir = await mkdtemp(join(tmpdir(), "fachforum-primary-"))
  return startCluster({ dataDir, database: DATABASE, settings: { wal_keep_size: "1GB" } })
}

/** A server that follows this one, from a copy of its files as the documentation of PostgreSQL makes one. */
export async function startStandby(primary: Cluster): Promise<Cluster> {
  const dataDir = await mkdtemp(join(tmpdir(), "fachforum-standby-"))
  const folder = join(dataDir, "postgres")
  const client = await open(primary)
  await client.query("select pg_backup_start('standby', true)")
  await run("cp", ["-a", join(primary.dataDir, "postgres"), folder])
  const { rows } = await client.query<{ labelfile: string }>("select labelfile from pg_backup_stop(false)")
  await client.end()
  await rm(join(folder, "postmaster.pid"), { force: true })
  await rm(join(folder, "pg_wal"), { recursive: true })
  const { uid, gid } = await stat(folder)
  await mkdir(join(folder, "pg_wal", "archive_status"), { recursive: true, mode: 0o700 })
  await writeFile(join(folder, "backup_label"), rows[0]?.labelfile ?? "")
  await writeFile(join(folder, "standby.signal"), "")
  await run("chown", ["-R", `${uid}:${gid}`, folder])
  const conninfo = `host=${primary.socketDir} port=${primary.port} user=${userOf(primary)} application_name=standby`
  return startCluster({
    dataDir,
    database: DATABASE,
    settings: { primary_conninfo: conninfo, wal_keep_size: "1GB" },
  })
}

const userOf = ({ url }: Cluster) => new pg.Client(url).user ?? ""

/** What is acknowledged lies on both from now on. */
export async function acknowledgeTogether(primary: Cluster): Promise<void> {
  await until(primary, "select 1 from pg_stat_replication where state = 'streaming'")
  const client = await open(primary)
  await client.query("alter system set synchronous_standby_names = '*'")
  await client.query("select pg_reload_conf()")
  await client.end()
  await until(primary, "select 1 from pg_stat_replication where sync_state = 'sync'")
}

/** The server and all processes of it, at once and without a word. */
export async function killServer({ dataDir }: Cluster): Promise<void> {
  const [first = ""] = (await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n")
  const pid = Number(first)
  const children = await childrenOf(pid)
  for (const one of [pid, ...children]) kill(one)
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL")
  } catch {
    // It has ended meanwhile.
  }
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(
    pids.map(async (pid) => {
      const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "")
      // After the name of the program in brackets: its state, then its parent.
      return Number(text.slice(text.lastIndexOf(")") + 2).split(" ")[1]) === parent ? [Number(pid)] : []
    }),
  )
  return found.flat()
}

/** Ends when it takes writes; nobody else has to acknowledge them any more. */
export async function promote(standby: Cluster): Promise<void> {
  const client = await open(standby)
  await client.query("select pg_promote(true, 60)")
  await client.query("alter system reset synchronous_standby_names")
  await client.query("select pg_reload_conf()")
  await client.end()
}

async function until(cluster: Cluster, statement: string): Promise<void> {
  const client = await open(cluster)
  const end = Date.now() + 30_000
  while ((await client.query(statement)).rowCount === 0) {
    if (Date.now() > end) throw new Error(`in vain: ${statement}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await client.end()
}

async function open({ url }: Cluster): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on("error", () => undefined)
  await client.connect()
  return client
}
