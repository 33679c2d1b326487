import { connect } from "node:net"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let person: Person
let port: number
beforeAll(async () => {
  world = await openWorld({ publicUrl: "https://forum.example", secure: true })
  person = await world.person("Sabine Müller", ["clerk"], [await world.department("Wohngeldstelle")])
  await world.app.listen({ port: 0, host: "127.0.0.1" })
  const address = world.app.server.address()
  port = typeof address === "object" && address ? address.port : 0
})
afterAll(() => world.close())

type Answer = { status: number; headers: Record<string, string>; body: string }

/** Sends bytes as they are and reads the first answer on the connection. */
function sendRaw(bytes: string | Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes))
    let text = ""
    const parse = (): Answer => {
      const [head = "", ...rest] = text.split("\r\n\r\n")
      const [line = "", ...fields] = head.split("\r\n")
      const pairs = fields.map((field) => field.split(/: (.*)/s).slice(0, 2))
      return {
        status: Number(line.split(" ")[1]),
        headers: Object.fromEntries(pairs.map(([name = "", value = ""]) => [name.toLowerCase(), value])),
        body: rest.join("\r\n\r\n"),
      }
    }
    socket.setEncoding("utf8")
    socket.on("data", (chunk) => {
      text += chunk
      const { headers, body, status } = parse()
      const whole = Buffer.byteLength(body) >= Number(headers["content-length"] ?? Number.POSITIVE_INFINITY)
      if (status && text.includes("\r\n\r\n") && whole) socket.end()
    })
    socket.on("close", () => resolve(parse()))
    socket.on("error", (error) => (text ? undefined : reject(error)))
  })
}

const get = (path: string, more = "", method = "GET") =>
  sendRaw(`${method} ${path} HTTP/1.1\r\nHost: forum.example\r\nConnection: close\r\n${more}\r\n`)

function expectGuarded({ headers }: Answer, what: string) {
  expect(headers["content-security-policy"], what).toContain("default-src 'self'")
  expect(headers["content-security-policy"], what).toContain("frame-ancestors 'none'")
  expect(headers["x-content-type-options"], what).toBe("nosniff")
  expect(headers["referrer-policy"], what).toBe("same-origin")
  expect(headers["strict-transport-security"], what).toContain("max-age=31536000")
  expect(headers["x-frame-options"], what).toBeDefined()
  expect(headers["cross-origin-opener-policy"], what).toBe("same-origin")
}

function expectPage(answer: Answer, status: number, title: string, what: string) {
  expect(answer.status, what).toBe(status)
  expect(answer.headers["content-type"], what).toBe("text/html; charset=utf-8")
  expect(answer.body, what).toContain(`<h1`)
  expect(answer.body, what).toContain(title)
  expect(answer.body, what).toContain("</html>")
  expectGuarded(answer, what)
}

function expectProblem(answer: Answer, status: number, code: string, what: string) {
  expect(answer.status, what).toBe(status)
  expect(answer.headers["content-type"], what).toContain("application/problem+json")
  expect(JSON.parse(answer.body), what).toMatchObject({ status, code })
  expectGuarded(answer, what)
}

const LONG = "x".repeat(300)
const HUGE = `X-Huge: ${"h".repeat(20_000)}\r\n`

/** What never finds a route, the status of its page, and the code of the same thing asked of the API. */
const UNROUTED: [string, (path: string) => Promise<Answer>, number, string][] = [
  ["an address that cannot be decoded", (path) => get(`${path}%zz`), 400, "address-unreadable"],
  ["one with half a letter in it", (path) => get(`${path}%C3`), 400, "address-unreadable"],
  ["a head that is too large", (path) => get(path, HUGE), 431, "head-too-large"],
  ["an address beyond the head", (path) => get(`${path}?${"q".repeat(20_000)}`), 431, "head-too-large"],
  ["a broken header", (path) => get(path, "No Colon\r\n"), 400, "bad-request"],
  ["two lengths", (path) => get(path, "Content-Length: 1\r\nContent-Length: 2\r\n"), 400, "bad-request"],
  ["a version that nobody speaks", (path) => sendRaw(`GET ${path} HTTP/7.3\r\n\r\n`), 400, "bad-request"],
  ["no host", (path) => sendRaw(`GET ${path} HTTP/1.1\r\n\r\n`), 400, "bad-request"],
  ["a method that is none", (path) => get(path, "", "FETCH"), 400, "bad-request"],
  ["nothing there", (path) => get(`${path}gibt-es-nicht`), 404, "not-found"],
  ["another method", (path) => get(path, "", "OPTIONS"), 404, "not-found"],
  ["a method of others", (path) => get(path, "", "PROPFIND"), 403, "origin-not-allowed"],
]

describe("what never finds a route", () => {
  it.each(UNROUTED)(
    "%s: our page with every header, a problem for the API",
    async (name, ask, status, code) => {
      expectPage(
        await ask("/"),
        status,
        status === 404 ? "Diese Seite gibt es nicht" : "Das hat nicht geklappt",
        name,
      )
      expectProblem(await ask("/api/"), status, code, name)
    },
  )

  it("a part of the address that is too long", async () => {
    expectPage(await get(`/fragen/${LONG}`), 414, "Diese Adresse ist zu lang", "page")
    expectPage(await get(`/assets/${LONG}.css`), 414, "Diese Adresse ist zu lang", "asset")
    expectProblem(await get(`/api/questions/${LONG}`), 414, "address-too-long", "api")
  })

  it("speaks the reader's language, and JSON with who asks for it", async () => {
    const english = "Cookie: a=b; language=en\r\n"
    expectPage(await get("/%zz", english), 400, "This address cannot be read", "decode")
    expectPage(await get("/", english + HUGE), 431, "Your browser sent too much", "head")
    expectPage(await get("/", english, "DELETE"), 403, "That did not work", "origin")
    const own = await get("/%zz", `Cookie: ${person.cookie}\r\n`)
    expectPage(own, 400, "Sabine Müller", "signed in")
    const json = "Accept: application/json\r\n"
    expectProblem(await get("/%zz", json), 400, "address-unreadable", "decode")
    expectProblem(await get("/", json + HUGE), 431, "head-too-large", "head")
    expect(JSON.parse((await get("/api/%zz")).body).instance).toBe("/api/%zz")
    expectPage(await get("/%zz", "Accept: text/html,application/json\r\n"), 400, "nicht lesbar", "browser")
    expectPage(await get("/apix%zz"), 400, "nicht lesbar", "no api")
  })

  it("puts nobody's name on an answer to a broken request", async () => {
    // Behind a proxy the packet may hold somebody else's request.
    const { body } = await get("/", `Cookie: ${person.cookie}\r\n${HUGE}`)
    expect(body).not.toContain("Sabine Müller")
  })

  it("answers what comes too late", async () => {
    // The check itself runs every half minute; what it reports is told here.
    const late = Object.assign(new Error("late"), { code: "ERR_HTTP_REQUEST_TIMEOUT" })
    const answer = sendRaw("GET / HTTP/1.1\r\nHost: forum.example\r\n")
    await vi.waitFor(() => expect(connections.size).toBeGreaterThan(0))
    for (const socket of connections) world.app.server.emit("clientError", late, socket)
    expectPage(await answer, 408, "Die Übertragung hat zu lange gedauert", "late")
  })

  it("answers HEAD without a body, and what it does not know of HTTP as if it had not been said", async () => {
    for (const path of ["/gibt-es-nicht", "/%zz", `/fragen/${LONG}`]) {
      const answer = await get(path, "", "HEAD")
      expect(answer.status, path).toBeGreaterThanOrEqual(400)
      expect(answer.body, path).toBe("")
      expectGuarded(answer, path)
    }
    const { status } = await get("/anmelden")
    expect(status).toBe(200)
    for (const more of [
      "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n",
      "Connection: Upgrade\r\nUpgrade: websocket\r\nOrigin: https://boese.example\r\n",
      "Expect: das-unmoegliche\r\n",
    ])
      expectPage(
        await sendRaw(`GET /anmelden HTTP/1.1\r\nHost: forum.example\r\n${more}\r\n`),
        200,
        "Anmelden",
        more,
      )
    expectProblem(
      await sendRaw(
        "GET /api/live HTTP/1.1\r\nHost: forum.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nOrigin: https://boese.example\r\n\r\n",
      ),
      403,
      "origin-not-allowed",
      "live",
    )
    expectPage(
      await sendRaw("CONNECT boese.example:443 HTTP/1.1\r\nHost: boese.example\r\n\r\n"),
      405,
      "Das hat nicht geklappt",
      "connect",
    )
  })

  it("answers odd forms of an address without a fault of the server", async () => {
    for (const path of [
      "//",
      "///",
      "//boese.example/",
      "/\\boese.example/",
      "*",
      "http://boese.example/",
      "/a//",
      "/;x",
      "/?",
      "/??a=%zz",
      "/.",
      "/%2e%2e/",
      "/%00",
      "/%0d%0aX:y",
    ]) {
      const answer = await get(path)
      expect(answer.status, path).toBeLessThan(500)
      expect(answer.headers.location ?? "/", path).toMatch(/^\/(?![/\\])/)
      expectGuarded(answer, path)
    }
  })

  it("answers files that are not there, or not like this", async () => {
    expectPage(await get("/assets/fehlt.css"), 404, "Diese Seite gibt es nicht", "missing")
    expectPage(await get("/assets/.env"), 404, "Diese Seite gibt es nicht", "pattern")
    expectPage(await get("/assets/a/b/c"), 404, "Diese Seite gibt es nicht", "folder")
  })
})

const connections = new Set<import("node:net").Socket>()
beforeAll(() => {
  world.app.server.on("connection", (socket) => {
    connections.add(socket)
    socket.on("close", () => connections.delete(socket))
  })
})
