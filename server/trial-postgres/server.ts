import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { setTimeout as pause } from "node:timers/promises"
import pg from "pg"
import { ClusterFault, codeOf } from "./fault.ts"
import { type Log, openLog } from "./log.ts"
import { dataArgument, environment, marker, port, type Site, user } from "./site.ts"

export type Server = {
  /** Resolves when PostgreSQL ends, asked or not. */
  ended: Promise<void>
  stop(): Promise<void>
}

export type Launch = { socketDir: string; settings: Record<string, string>; stalePid: number | undefined }

/** A recovery after a crash may take its time, so only silence is limited. */
const patience = 60_000

export async function startServer(site: Site, launch: Launch): Promise<Server> {
  const end = performance.now() + 20_000
  for (;;) {
    const log = await openLog(site)
    try {
      const child = await spawnServer(site, launch, log)
      const server = serverOf(child)
      if (await ready(child, site, launch.socketDir)) return server
      const last = await log.tail()
      // Its processes end a moment after a killed PostgreSQL.
      if (last.includes("shared memory block") && performance.now() < end) await pause(250)
      else
        throw new ClusterFault(`PostgreSQL startet nicht, die letzten Zeilen aus data/postgres.log:\n${last}`)
    } finally {
      await log.handle.close()
    }
  }
}

/** In a session of its own: Ctrl-C in the terminal must not end PostgreSQL before our requests are finished. */
async function spawnServer(site: Site, launch: Launch, log: Log): Promise<ChildProcess> {
  const settings = Object.entries({ ...defaults(launch.socketDir), ...launch.settings })
  const options = [marker(site), ...settings.map(([name, value]) => `${name}=${value}`)]
  const child = spawn(
    site.binaries.postgres,
    ["-D", dataArgument(site, site.cluster), ...options.flatMap((option) => ["-c", option])],
    {
      ...site.account,
      cwd: site.cluster,
      detached: true,
      env: { ...environment, ...(launch.stalePid && { PG_GRANDPARENT_PID: String(launch.stalePid) }) },
      stdio: ["ignore", log.handle.fd, log.handle.fd],
    },
  )
  await once(child, "spawn")
  child.unref()
  return child
}

/** The log must not hold what people wrote: statements and details stay out of it. */
function defaults(socketDir: string): Record<string, string> {
  return {
    listen_addresses: "",
    unix_socket_directories: `"${socketDir.replaceAll('"', '""')}"`,
    unix_socket_permissions: "0700",
    port: String(port),
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
  }
}

/** False when PostgreSQL has ended instead. */
async function ready(child: ChildProcess, site: Site, socketDir: string): Promise<boolean> {
  const begin = performance.now()
  let end = begin + patience
  let told = false
  while (performance.now() < end) {
    if (hasEnded(child)) return false
    const refusal = await tryToConnect(socketDir)
    if (refusal === undefined) return true
    if (refusal === "57P03") end = performance.now() + patience // it says that it is starting up
    if (!told && performance.now() > begin + 2_000) {
      site.progress("PostgreSQL stellt den letzten Stand wieder her …")
      told = true
    }
    await pause(25)
  }
  child.kill("SIGQUIT")
  throw new ClusterFault("PostgreSQL antwortet nicht; data/postgres.log sagt vielleicht mehr.")
}

async function tryToConnect(socketDir: string): Promise<string | undefined> {
  const client = new pg.Client({ host: socketDir, port, user, database: "postgres" })
  try {
    await client.connect()
    await client.end()
    return undefined
  } catch (error) {
    return codeOf(error) || "unknown"
  }
}

function serverOf(child: ChildProcess): Server {
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  return {
    ended,
    async stop() {
      if (hasEnded(child)) return
      child.ref()
      child.kill("SIGINT")
      const stubborn = setTimeout(() => child.kill("SIGQUIT"), 60_000)
      await ended
      clearTimeout(stubborn)
    },
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
