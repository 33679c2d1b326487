import { readFile } from "node:fs/promises"
import { connect } from "node:net"
import { join } from "node:path"
import { ClusterFault, codeOf } from "./fault.ts"
import { commandOf, gone, identify } from "./processes.ts"
import { marker, type Site } from "./site.ts"
import { removeSocketDir } from "./socket.ts"

/**
 * Stops a PostgreSQL that outlived its server. Gives the process number that it left in its files: PostgreSQL itself
 * would take any process with that number for a running server, which in a container is easily a wrong one.
 */
export async function stopLeftover(site: Site): Promise<number | undefined> {
  const left = await findLeftover(site.cluster)
  if (!left) return undefined
  if (isPostgres(left.pid, site)) {
    site.progress("Ein noch laufendes PostgreSQL wird beendet …")
    await stop(left.pid)
  } else if (await answers(left.socket)) {
    throw new ClusterFault(
      `Eine PostgreSQL-Datenbank in ${site.cluster} läuft bereits, vermutlich in einem anderen Container: ` +
        "Bitte beenden Sie diesen zuerst oder wählen Sie einen anderen Datenordner.",
    )
  }
  await removeSocketDir(left.socketDir)
  return left.pid
}

type Leftover = { pid: number; socketDir: string; socket: string }

/** The lines of postmaster.pid: process, data folder, start, port, socket folder, … */
async function findLeftover(cluster: string): Promise<Leftover | undefined> {
  try {
    const lines = (await readFile(join(cluster, "postmaster.pid"), "utf8")).split("\n")
    const [pid, , , port, socketDir = ""] = lines.map((line) => line.trim())
    return { pid: Math.abs(Number(pid)), socketDir, socket: join(socketDir, `.s.PGSQL.${port}`) }
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined
    throw error
  }
}

function isPostgres(pid: number, site: Site): boolean {
  if (!identify(pid)) return false
  const command = commandOf(pid)
  return command.includes(marker(site)) || command.includes(`-D ${site.cluster} `)
}

/** Fast at first; "immediate" is safe too, the next start then recovers from the log. */
async function stop(pid: number): Promise<void> {
  signal(pid, "SIGINT")
  if (await gone(pid, 60_000)) return
  signal(pid, "SIGQUIT")
  if (await gone(pid, 10_000)) return
  throw new ClusterFault(
    `Ein PostgreSQL aus einem früheren Lauf (Prozess ${pid}) lässt sich nicht beenden: Bitte beenden Sie es selbst.`,
  )
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (codeOf(error) !== "ESRCH") throw error // it ended by itself meanwhile
  }
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket)
    connection.on("error", () => resolve(false))
    connection.on("connect", () => {
      connection.destroy()
      resolve(true)
    })
  })
}
