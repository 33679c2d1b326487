import { once } from "node:events"
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net"

/**
 * A line to the database that can go silent (a network that swallows everything, a server that hangs) or be cut (one
 * that is gone), for as long as a test likes.
 */
export async function openLine(serverUrl: string) {
  let target = targetOf(serverUrl)
  const pairs = new Set<Socket>()
  let isSilent = false
  const server: Server = createServer((near) => {
    const far = "path" in target ? connect(target.path) : connect(target.port, target.host)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      pairs.add(from)
      from.pipe(to)
      from.on("error", () => to.destroy())
      from.on("close", () => {
        pairs.delete(from)
        to.destroy()
      })
      if (isSilent) from.pause()
    }
  })
  await once(server.listen(0, "127.0.0.1"), "listening")
  const { port } = server.address() as AddressInfo
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of pairs) socket.destroy()
    await closed
  }
  return {
    /** The same database, by this line. */
    to(url: string): string {
      const { pathname, username, password } = asUrl(url)
      const who = username ? `${username}${password && `:${password}`}@` : `${userOf(url)}@`
      return `postgres://${who}127.0.0.1:${port}${pathname}`
    },
    /** Nothing arrives any more, and nobody is told. */
    silence() {
      isSilent = true
      for (const socket of pairs) socket.unpipe().pause()
    },
    /** Whoever comes from now on is heard; what was said into the silence is lost. */
    speak() {
      isSilent = false
      for (const socket of [...pairs]) socket.destroy()
    },
    /** Whoever is there hears nothing any more, and is not told; new ones are heard. */
    strand() {
      for (const socket of pairs) socket.unpipe().pause()
    },
    /** Whoever comes from now on is led to another server; who is there stays with the former one. */
    lead(otherUrl: string) {
      target = targetOf(otherUrl)
    },
    cut,
    mend: async () => void (await once(server.listen(port, "127.0.0.1"), "listening")),
    close: cut,
  }
}

const asUrl = (url: string) => new URL(url.replace(/^postgres(ql)?:\/\/\//, "postgres://placeholder/"))
const userOf = (url: string) => asUrl(url).searchParams.get("user") ?? ""

function targetOf(serverUrl: string): { path: string } | { host: string; port: number } {
  const { searchParams, hostname, port } = asUrl(serverUrl)
  const folder = searchParams.get("host")
  const number = Number(searchParams.get("port") ?? (port || 5432))
  return folder ? { path: `${folder}/.s.PGSQL.${number}` } : { host: hostname, port: number }
}
