import { spawn } from "node:child_process"
import { once } from "node:events"
import { chmod, mkdtemp, rm, stat, writeFile } from "node:fs/promises"
import type { AddressInfo } from "node:net"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { vi } from "vitest"
import { PATIENCE } from "./patience.ts"

/** Fewer than the application has connections: several of its own share one to the server. */
const CONNECTIONS = 4

/** A PgBouncer of this test's own in transaction mode, before the tests' PostgreSQL. Close it in `afterAll`. */
export async function openPooler(serverUrl: string) {
  const folder = await mkdtemp(join(tmpdir(), "fachforum-pooler-"))
  await chmod(folder, 0o755)
  const port = await freePort()
  const { host, port: serverPort, user = "", password } = new pg.Client({ connectionString: serverUrl })
  const target = [
    `host=${host}`,
    `port=${serverPort}`,
    `user=${user}`,
    ...(password ? [`password=${password}`] : []),
  ]
  await writeFile(
    join(folder, "pgbouncer.ini"),
    `[databases]
* = ${target.join(" ")}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${CONNECTIONS}
max_client_conn = 200
`,
    { mode: 0o644 },
  )
  // It refuses to run as root; the socket of the server is open to the server's own account alone.
  const account = host.startsWith("/") && process.getuid?.() === 0 ? await ownerOf(host) : {}
  const child = spawn("pgbouncer", [join(folder, "pgbouncer.ini")], { ...account, stdio: "ignore" })
  const ended = once(child, "exit")
  const url = new URL(`postgres://${user}@127.0.0.1:${port}`)
  await vi.waitUntil(() => answers(`${url.href}/postgres`), { interval: 50, timeout: PATIENCE.once })
  return {
    /** The same database, by the pooler. */
    to: (own: string) => `${url.href}/${new pg.Client({ connectionString: own }).database}`,
    close: async () => {
      child.kill("SIGINT")
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function ownerOf(path: string) {
  const { uid, gid } = await stat(path)
  return { uid, gid }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on("error", () => undefined)
  try {
    await client.connect()
    await client.query("select 1")
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, "127.0.0.1"), "listening")
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
