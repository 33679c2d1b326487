import { once } from "node:events"
import { type AddressInfo, createServer, type Server, type Socket } from "node:net"
import { Readable } from "node:stream"
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest"
import { findScannerFault, scan } from "../../server/kernel/clamd.ts"
import { MAX_FILE_BYTES } from "../../server/kernel/files.ts"
import { FOUND, HARMLESS, openClamd } from "../support/clamd.ts"
import { hasTool } from "../support/programs.ts"

const pieces =
  (...texts: string[]) =>
  async () =>
    Readable.from(texts.map((text) => Buffer.from(text)))

describe.skipIf(!hasTool("clamd"))("a real clamd", () => {
  let clamd: Awaited<ReturnType<typeof openClamd>>
  beforeAll(async () => {
    clamd = await openClamd()
  })
  afterAll(() => clamd?.close())

  it("finds nothing in what is clean, and names what it finds, also across pieces", async () => {
    expect(await scan(clamd.url, pieces("Nur ein Vermerk."))).toBeNull()
    expect(await scan(clamd.url, pieces())).toBeNull()
    const half = HARMLESS.length / 2
    const parted = pieces("Vorher. ", HARMLESS.slice(0, half), "", HARMLESS.slice(half), " Nachher.")
    expect(await scan(clamd.url, parted)).toBe(FOUND)
  })

  it("takes the largest file that people may upload", async () => {
    expect(await findScannerFault(clamd.url, MAX_FILE_BYTES)).toBeNull()
  })

  it("is said to take too little where its limit is smaller than ours", async () => {
    const small = await openClamd(["StreamMaxLength 1M"])
    onTestFinished(() => small.close())
    for (let time = 0; time < 20; time += 1)
      expect(await findScannerFault(small.url, MAX_FILE_BYTES)).toBe("limit")
  })

  it("answers over TCP as well", async () => {
    const port = await freePort()
    const other = await openClamd([`TCPSocket ${port}`, "TCPAddr 127.0.0.1"])
    onTestFinished(() => other.close())
    expect(await scan(`tcp://127.0.0.1:${port}`, pieces(HARMLESS))).toBe(FOUND)
  })
})

describe("a scanner that does not do its work", () => {
  it("is away where nobody answers", async () => {
    const port = await freePort()
    await expect(scan(`tcp://127.0.0.1:${port}`, pieces("x"))).rejects.toMatchObject({ kind: "away" })
    await expect(scan("unix:///nowhere/clamd.sock", pieces("x"))).rejects.toMatchObject({ kind: "away" })
  })

  it.each([
    ["closes without an answer", (socket: Socket) => socket.end()],
    ["breaks off", (socket: Socket) => socket.resetAndDestroy()],
    ["says something else", (socket: Socket) => socket.end("stream: Can't allocate memory ERROR\0")],
  ])("has failed where it %s: a file is never taken for clean", async (_name, answer) => {
    const { url } = await serve((socket) => socket.once("data", () => answer(socket)))
    await expect(scan(url, pieces("x".repeat(100_000), "y"))).rejects.toMatchObject({ kind: "failed" })
  })

  it("is not blamed where the file itself cannot be read to its end", async () => {
    const { url } = await serve((socket) => socket.resume())
    async function* broken() {
      yield Buffer.from("Anfang")
      throw new Error("disk")
    }
    await expect(scan(url, async () => Readable.from(broken()))).rejects.toThrow("disk")
  })
})

async function serve(answer: (socket: Socket) => void): Promise<{ url: string }> {
  const server: Server = createServer((socket) => {
    socket.on("error", () => undefined)
    answer(socket)
  })
  await once(server.listen(0, "127.0.0.1"), "listening")
  onTestFinished(() => void server.close())
  return { url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, "127.0.0.1"), "listening")
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, "close")
  return port
}
