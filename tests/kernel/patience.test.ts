import { once } from "node:events"
import { connect, type Socket } from "node:net"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openWorld, type Person, type World } from "../support/world.ts"

/** Seconds in place of minutes. */
const PATIENCE = { request: 1500, upload: 60_000, silence: 4000, reading: 2000 }
/** Slower than a request may be, in pieces that follow each other more quickly than the silence that is allowed. */
const PIECES = 14
const PAUSE = 200

let world: World
let clerk: Person
let port: number
beforeAll(async () => {
  world = await openWorld({}, { patience: PATIENCE })
  clerk = await world.person("Petra Müller", ["clerk"], [await world.department("Wohngeld")])
  port = Number(new URL(await world.app.listen({ port: 0, host: "127.0.0.1" })).port)
})
afterAll(() => world.close())

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

type Drip = { head: string[]; body: string; pieces?: number; keepsSilent?: boolean }

/** Sends piece by piece; the answer as text, empty where the connection was closed without one. */
async function drip({ head, body, pieces = PIECES, keepsSilent = false }: Drip): Promise<string> {
  const socket = connect(port, "127.0.0.1")
  const answer = readAll(socket)
  socket.write(`${[...head, "Host: localhost", `Content-Length: ${body.length}`].join("\r\n")}\r\n\r\n`)
  const size = Math.ceil(body.length / pieces)
  for (let sent = 0; sent < body.length && socket.writable; sent += size) {
    if (keepsSilent && sent > 0) break
    socket.write(body.slice(sent, sent + size))
    await pause(PAUSE)
  }
  return answer
}

function readAll(socket: Socket): Promise<string> {
  let text = ""
  socket.setEncoding("latin1")
  socket.on("data", (part) => {
    text += part
    // It would wait for the next request.
    if (/\r\n\r\n/.test(text)) socket.end()
  })
  socket.on("error", () => undefined)
  return new Promise((resolve) => socket.on("close", () => resolve(text)))
}

/** More than the system takes for a reader that takes nothing. */
const MUCH = 9_000_000

/** Asks for a file until the connection ends, by whoever; how many bytes of the answer were taken. */
async function download(path: string, reads: "all" | "slowly" | "nothing"): Promise<number> {
  const socket = connect(port, "127.0.0.1")
  const [served] = await once(world.app.server, "connection")
  socket.on("error", () => undefined)
  // Whoever takes nothing does not see the end either.
  const ended = once(reads === "nothing" ? served : socket, "close")
  const head = [`GET ${path} HTTP/1.1`, "Host: localhost", "Connection: close", `Cookie: ${clerk.cookie}`]
  socket.write(`${head.join("\r\n")}\r\n\r\n`)
  let taken = 0
  socket.on("data", (piece) => {
    taken += piece.length
    if (reads !== "all") socket.pause()
    if (reads === "slowly") setTimeout(() => socket.resume(), PAUSE / 10)
  })
  await ended
  socket.destroy()
  return taken
}

const statusOf = (answer: string) => /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? "none"
const post = (path: string, type: string, cookie: string | null) => [
  `POST ${path} HTTP/1.1`,
  `Origin: ${world.config.publicUrl}`,
  `Content-Type: ${type}`,
  ...(cookie ? [`Cookie: ${cookie}`] : []),
]
const multipart = "multipart/form-data; boundary=grenze"
const file = (bytes: number) =>
  `--grenze\r\nContent-Disposition: form-data; name="file"; filename="lang.txt"\r\n\r\n${"Zeile\n".repeat(bytes / 6)}\r\n--grenze--\r\n`

describe("the server waits", () => {
  it.concurrent("for an upload over a slow line, as long as bytes arrive", async () => {
    const answer = await drip({ head: post("/api/attachments", multipart, clerk.cookie), body: file(60_000) })
    expect(statusOf(answer)).toBe("201")
  })

  it.concurrent("not for an upload that has gone silent", async () => {
    const head = post("/api/attachments", multipart, clerk.cookie)
    expect(statusOf(await drip({ head, body: file(60_000), keepsSilent: true }))).toBe("408")
  })

  it.concurrent("not for any other body that comes in drops", async () => {
    const body = JSON.stringify({ email: "a@example.org", password: "irgendeines" }) + " ".repeat(2000)
    const head = post("/api/sign-in", "application/json", null)
    expect(statusOf(await drip({ head, body }))).toBe("408")
    // Sent at once, it is answered.
    expect(statusOf(await drip({ head, body, pieces: 1 }))).toBe("401")
  })

  it.concurrent("not for an upload of somebody who is not signed in", async () => {
    const answer = await drip({ head: post("/api/attachments", multipart, null), body: file(60_000) })
    expect(["401", "408"]).toContain(statusOf(answer))
  })

  it("for somebody who reads an answer slowly, and not for somebody who reads nothing of it", async () => {
    const head = post("/api/attachments", multipart, clerk.cookie)
    const sent = await drip({ head, body: file(MUCH), pieces: 1 })
    const path = `/anhaenge/${/"id":"([^"]+)"/.exec(sent)?.[1]}`
    expect(await download(path, "all")).toBeGreaterThan(MUCH)
    expect(await download(path, "slowly")).toBeGreaterThan(MUCH)
    expect(await download(path, "nothing")).toBeLessThan(MUCH)
  })

  it.concurrent("not for a head that never ends", async () => {
    const socket = connect(port, "127.0.0.1")
    const answer = readAll(socket)
    const closed = answer.then(() => "closed")
    socket.write("GET /anmelden HTTP/1.1\r\nHost: localhost\r\n")
    const drops = setInterval(() => socket.write("X-Tropfen: 1\r\n"), PAUSE)
    expect(await Promise.race([closed, pause(20_000)])).toBe("closed")
    clearInterval(drops)
    expect(statusOf(await answer)).toBe("408")
  })
})
