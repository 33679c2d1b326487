import { connect, type NetConnectOpts, type Socket } from "node:net"
import { Readable } from "node:stream"
import { setImmediate as nextTurn } from "node:timers/promises"
import type { ScannerFaultKind } from "./tables.ts"

export class ScannerFault extends Error {
  readonly kind: ScannerFaultKind
  /** The connection ended before an answer. */
  readonly isBroken: boolean

  constructor(kind: ScannerFaultKind, message: string, isBroken = false) {
    super(message)
    this.name = "ScannerFault"
    this.kind = kind
    this.isBroken = isBroken
  }
}

/** As long as clamd itself takes for the most difficult file (`MaxScanTime` is two minutes). */
const PATIENCE_MS = 130_000
/** The zero ends a command, and its answer. */
const COMMAND = Buffer.from("zINSTREAM\0")
const END = Buffer.alloc(4)

/** It ends the connection together with its answer where a file is too large: then the answer may be lost on its way. */
const ATTEMPTS = 4

/**
 * Has clamd look through what it is sent (INSTREAM).
 * @param address `tcp://host:3310` or `unix:///path/of/the.socket`
 * @param open opens the content, for each attempt anew
 * @returns what clamd calls what it found; null: nothing
 * @throws ScannerFault, and whatever ends the content halfway
 */
export async function scan(address: string, open: () => Promise<Readable>): Promise<string | null> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await scanOnce(address, await open())
    } catch (error) {
      const isBroken = error instanceof ScannerFault && error.isBroken
      if (!isBroken || attempt === ATTEMPTS) throw error
    }
  }
}

async function scanOnce(address: string, content: Readable): Promise<string | null> {
  const answer = await converse(address, async (write) => {
    await write(COMMAND)
    for await (const piece of content) {
      if (piece.length === 0) continue
      // What it has answered meanwhile is read first: with a piece that it takes no more, Node gives up its answer, too.
      await nextTurn()
      await write(framed(piece))
    }
    await write(END)
  }).finally(() => content.destroy())
  if (answer === "stream: OK") return null
  const [, signature] = /^stream: (.+) FOUND$/.exec(answer) ?? []
  if (signature) return signature
  throw new ScannerFault(/size limit exceeded/i.test(answer) ? "limit" : "failed", `clamd: ${answer}`)
}

/**
 * Whether clamd answers and takes files of this size: its limit cannot be asked for, so that one is sent.
 * @returns what is wrong; null: nothing
 */
export async function findScannerFault(address: string, largest: number): Promise<ScannerFaultKind | null> {
  try {
    await scan(address, async () => Readable.from(zeros(largest)))
    return null
  } catch (error) {
    if (error instanceof ScannerFault) return error.kind
    throw error
  }
}

async function* zeros(bytes: number): AsyncGenerator<Uint8Array> {
  const piece = Buffer.alloc(64 * 1024)
  for (let left = bytes; left > 0; left -= piece.length) yield piece.subarray(0, left)
}

/** With its length before it. */
function framed(piece: Uint8Array): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(piece.length)
  return Buffer.concat([head, piece])
}

type Write = (bytes: Buffer) => Promise<void>

/** One connection for one question. clamd may answer before all is said, and closes then. */
async function converse(address: string, say: (write: Write) => Promise<void>): Promise<string> {
  const socket = connect(placeOf(address))
  const answer = readAnswer(socket)
  const said = say((bytes) => write(socket, bytes)).then(
    () => answer,
    // Why it took no more is said by its answer; what ended the content itself is thrown.
    (error: unknown) => (error === socket.errored || socket.destroyed ? answer : Promise.reject(error)),
  )
  try {
    return await Promise.race([answer, said])
  } finally {
    socket.destroy()
  }
}

function placeOf(address: string): NetConnectOpts {
  const { protocol, hostname, port, pathname } = new URL(address)
  if (protocol === "unix:") return { path: decodeURIComponent(pathname) }
  return { host: hostname.replaceAll(/[[\]]/g, ""), port: Number(port || 3310) }
}

const write = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()))
  })

function readAnswer(socket: Socket): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let text = ""
  let isConnected = false
  let isLate = false
  socket.setTimeout(PATIENCE_MS, () => {
    isLate = true
    socket.destroy()
  })
  socket.on("connect", () => {
    isConnected = true
  })
  socket.on("data", (piece) => {
    text += piece.toString()
    if (text.includes("\0")) resolve(text.slice(0, text.indexOf("\0")).trim())
  })
  socket.on("error", () => undefined)
  socket.on("close", () => {
    const reason = `clamd: ${isLate ? "no answer in time" : (socket.errored?.message ?? "closed without an answer")}`
    reject(new ScannerFault(isConnected ? "failed" : "away", reason, isConnected && !isLate))
  })
  return promise
}
