import { AsyncLocalStorage } from "node:async_hooks"
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http"
import type { Duplex } from "node:stream"
import type { FastifyReply, FastifyRequest } from "fastify"
import type { App } from "./app.ts"
import { Refusal } from "./errors.ts"

/**
 * What never finds a route: an address that cannot be decoded, a head that is too large or no HTTP. Fastify and Node
 * answer these with a line of their own. Here each goes through the application all the same, as a request for nothing,
 * so that it gets our page or our problem, in the reader's language, with every header that keeps foreign code out.
 */
type Refused = { refusal: Refusal; url: string }
const refused = new AsyncLocalStorage<Refused>()

/** What was decided before routing is thrown once it is known who reads the answer. */
export function refuseUnrouted(request: FastifyRequest): void {
  const found = refused.getStore()
  if (found) throw found.refusal
  // Node would answer this itself, with an empty page.
  if (request.raw.httpVersion === "1.1" && request.headers.host === undefined)
    throw new Refusal(400, "bad-request")
}

/** The address as it was asked for. */
export const askedFor = (request: FastifyRequest) => refused.getStore()?.url ?? request.url

/** Of the address of pages nothing begins like this. */
const NOTHING = { page: "/-", api: "/api/-" }
export const isApi = (url: string) => /^\/api(?![^/?])/.test(url)
const nothingLike = (url: string) => (isApi(url) ? NOTHING.api : NOTHING.page)

/** Fastify's `frameworkErrors`: the address cannot be read, or a part of it is too long. */
export const answerFrameworkError =
  (app: () => App) =>
  (error: { statusCode?: number | undefined }, request: FastifyRequest, reply: FastifyReply): void => {
    const { raw } = request
    const url = raw.url ?? "/"
    const refusal =
      error.statusCode === 414 ? new Refusal(414, "address-too-long") : new Refusal(400, "address-unreadable")
    raw.url = nothingLike(url)
    refused.run({ refusal, url }, () => app().routing(raw, reply.raw))
  }

/** What Node refuses before there is a request: answered on the bare connection, which then ends. */
export function answerBareConnections(app: App): void {
  const { server } = app
  const underway = new WeakMap<object, ServerResponse>()
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    underway.set(request.socket, response)
  })
  // An expectation that we don't know is no reason to refuse what we can answer.
  server.on("checkExpectation", (request, response) => app.routing(request, response))
  server.on("connect", (request, socket) => {
    const head = { url: "/", isHead: false, headers: headersToKeep(String(request.headers.accept ?? ""), "") }
    void answerBare(app, socket, new Refusal(405, "not-found"), head)
  })
  server.removeAllListeners("clientError")
  server.on("clientError", (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
    const response = underway.get(socket)
    if (error.code === "ECONNRESET" || !socket.writable || (response?.headersSent && !response.writableEnded))
      return void socket.destroy()
    void answerBare(app, socket, refusalOf(error.code), headOf(error.rawPacket))
  })
}

function refusalOf(code: string | undefined): Refusal {
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return new Refusal(408, "request-timeout")
  if (code === "HPE_HEADER_OVERFLOW") return new Refusal(431, "head-too-large")
  return new Refusal(400, "bad-request")
}

type Head = { url: string; isHead: boolean; headers: Record<string, string> }

/**
 * What can be read of a broken request. Of its cookies only the language: behind a proxy somebody else's request may
 * stand in the same packet, and nobody's name belongs on an answer to it.
 */
function headOf(packet: Buffer | undefined): Head {
  const text = packet?.subarray(0, MOST_READ).toString("latin1") ?? ""
  const [, method, url = "/"] = /^([A-Z]{3,10}) (\/[\x21-\x7e]*)/.exec(text) ?? []
  const header = (name: string) =>
    new RegExp(`^${name}:[ \\t]*([\\x20-\\x7e]{0,400})`, "im").exec(text)?.[1] ?? ""
  return { url, isHead: method === "HEAD", headers: headersToKeep(header("accept"), header("cookie")) }
}
const MOST_READ = 64 * 1024

const headersToKeep = (accept: string, cookie: string): Record<string, string> => ({
  ...(accept && { accept }),
  ...(/(^|;\s*)language=en(;|$)/.test(cookie) && { cookie: "language=en" }),
})

async function answerBare(app: App, socket: Duplex, refusal: Refusal, { url, isHead, headers }: Head) {
  const answer = await refused
    // Awaited inside: what `inject` returns sends nothing before somebody waits for it.
    .run({ refusal, url }, async () => await app.inject({ method: "GET", url: nothingLike(url), headers }))
    .catch(() => null)
  if (!answer || !socket.writable) return socket.destroy()
  const fields = Object.entries({ ...answer.headers, connection: "close" }).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => `${name}: ${one}`),
  )
  const line = `HTTP/1.1 ${answer.statusCode} ${STATUS_CODES[answer.statusCode] ?? ""}`
  socket.write(`${[line, ...fields].join("\r\n")}\r\n\r\n`)
  socket.end(isHead ? "" : answer.rawPayload)
  // Whoever still sends would get a reset instead of the answer if the connection was cut at once.
  socket.resume()
  setTimeout(() => socket.destroy(), LET_READ_MS).unref()
}
const LET_READ_MS = 2_000
