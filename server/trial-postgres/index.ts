import { existsSync } from "node:fs"
import { mkdir, realpath } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import pg from "pg"
import { type Account, chooseAccount, mayEnter } from "./account.ts"
import { packagedBinaries, readyBinaries } from "./binaries.ts"
import { ClusterFault, explained } from "./fault.ts"
import { initialise } from "./initialise.ts"
import { stopLeftover } from "./leftover.ts"
import { type Lock, lockData } from "./lock.ts"
import { type Server, startServer } from "./server.ts"
import { port, type Site, user } from "./site.ts"
import { makeSocketDir, removeSocketDir } from "./socket.ts"

export { ClusterFault }

export type Cluster = {
  /** For `pg` and everything built on it; a unix socket, no password. */
  url: string
  socketDir: string
  port: number
  dataDir: string
  /** Resolves when PostgreSQL has ended without being asked to. */
  lost: Promise<void>
  /** Ends PostgreSQL cleanly; connections still open are cut. May be called twice. */
  stop(): Promise<void>
}

export type ClusterOptions = {
  dataDir: string
  database: string
  fsync?: boolean
  settings?: Record<string, string>
  progress?: (line: string) => void
}

/** A PostgreSQL of our own in `dataDir`, for this process alone. Throws a ClusterFault when that cannot be. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  try {
    const native = packagedBinaries()
    const dataDir = await makeDataDir(options.dataDir)
    const account = await chooseAccount(join(dataDir, "postgres"))
    const lock = await lockData(dataDir)
    try {
      return await launch(await prepare(dataDir, account, native, options), lock, options)
    } catch (error) {
      await lock.release()
      throw error
    }
  } catch (error) {
    throw explained(error, options.dataDir)
  }
}

/** Others may pass through (PostgreSQL does not run as root), but not look around. */
async function makeDataDir(wanted: string): Promise<string> {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  if (!existsSync(wanted)) await mkdir(wanted, { recursive: true, mode })
  return realpath(resolve(wanted))
}

async function prepare(
  dataDir: string,
  account: Account,
  native: string,
  options: ClusterOptions,
): Promise<Site> {
  const progress = options.progress ?? (() => {})
  const site = {
    dataDir,
    cluster: join(dataDir, "postgres"),
    account,
    hidden: !mayEnter(dataDir, account),
    binaries: await readyBinaries(
      native,
      account,
      account ? ["/var/lib", tmpdir(), "/tmp"] : [dataDir],
      progress,
    ),
    progress,
  }
  await initialise(site, options.fsync ?? true)
  return site
}

async function launch(site: Site, lock: Lock, options: ClusterOptions): Promise<Cluster> {
  const stalePid = await stopLeftover(site)
  const socketDir = await makeSocketDir(site)
  try {
    site.progress("PostgreSQL wird gestartet …")
    const settings = { ...(options.fsync === false && unsafe), ...options.settings }
    const server = await startServer(site, { socketDir, settings, stalePid })
    return await withDatabase(clusterOf(server, site, lock, socketDir, options.database), options.database)
  } catch (error) {
    await removeSocketDir(socketDir)
    throw error
  }
}

/** For tests: nothing survives a power cut. */
const unsafe = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }

async function withDatabase(cluster: Cluster, database: string): Promise<Cluster> {
  try {
    await createDatabase(urlOf("postgres", cluster.socketDir), database)
    return cluster
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

async function createDatabase(url: string, database: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [database])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`)
  } finally {
    await client.end()
  }
}

/** %20 and not "+", which only some readers of such addresses understand. */
function urlOf(database: string, socketDir: string): string {
  return `postgresql:///${encodeURIComponent(database)}?host=${encodeURIComponent(socketDir)}&port=${port}&user=${user}`
}

function clusterOf(server: Server, site: Site, lock: Lock, socketDir: string, database: string): Cluster {
  let stopped: Promise<void> | undefined
  const lost = new Promise<void>((resolve) => server.ended.then(() => stopped ?? resolve()))
  async function stop() {
    await server.stop()
    await removeSocketDir(socketDir)
    await lock.release()
  }
  return {
    url: urlOf(database, socketDir),
    socketDir,
    port,
    dataDir: site.dataDir,
    lost,
    stop: () => (stopped ??= stop()),
  }
}
