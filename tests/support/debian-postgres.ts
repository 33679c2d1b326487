import { execFileSync, spawn } from "node:child_process"
import { once } from "node:events"
import { chownSync } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { vi } from "vitest"
import { serverState } from "../../server/kernel/migrate.ts"
import { PATIENCE } from "./patience.ts"

/** A cluster of Debian's PostgreSQL on a socket, run by Debian's own account, since it refuses root. */
export async function startDebianPostgres(programs: string) {
  const account = { uid: idOf("-u"), gid: idOf("-g") }
  const folder = await mkdtemp(join(tmpdir(), "fachforum-debian-"))
  chownSync(folder, account.uid, account.gid)
  const data = join(folder, "data")
  const options = ["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--username=postgres"]
  execFileSync(join(programs, "initdb"), ["-D", data, ...options], {
    ...account,
    cwd: folder,
    stdio: "ignore",
  })
  const settings = ["listen_addresses=", `unix_socket_directories=${folder}`, "fsync=off"]
  const server = spawn(
    join(programs, "postgres"),
    ["-D", data, ...settings.flatMap((setting) => ["-c", setting])],
    { ...account, cwd: folder, stdio: "ignore" },
  )
  const ended = once(server, "close")
  const url = `postgresql:///postgres?host=${encodeURIComponent(folder)}&user=postgres`
  await vi.waitUntil(() => serverState(url).catch(() => null), { interval: 50, timeout: PATIENCE.once })
  return {
    url,
    stop: async () => {
      server.kill("SIGINT")
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const idOf = (option: string) => Number(execFileSync("id", [option, "postgres"], { encoding: "utf8" }))
