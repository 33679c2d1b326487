import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { request as startRequest } from "node:http"
import { SourceMap } from "node:module"
import type { AddressInfo } from "node:net"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"

/** The whole program as an operator runs it: started, asked, killed, started again. */
let dataDir: string
let port: number
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "fachforum-process-"))
  port = await freePort()
})
afterAll(async () => {
  for (const { child, ended } of programs) {
    child.kill("SIGTERM")
    await ended
  }
  await rm(dataDir, { recursive: true, force: true })
})

type Program = {
  child: ChildProcess
  output: () => string
  /** Resolves once the output holds the text; rejects with all of it when the program ends before. */
  says: (text: string) => Promise<void>
  ended: Promise<number | null>
}

const programs: Program[] = []

function run(args: string[], env: Record<string, string> = {}): Program {
  const child = spawn(process.execPath, ["server/start.mjs", ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir, PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let text = ""
  const waiting = new Set<() => void>()
  const hear = (chunk: Buffer) => {
    text += chunk
    for (const look of waiting) look()
  }
  child.stdout.on("data", hear)
  child.stderr.on("data", hear)
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve))
  const says = (wanted: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => text.includes(wanted) && resolve()
      waiting.add(look)
      look()
      void ended.then(() => reject(new Error(`it ended without saying "${wanted}":\n${text}`)))
    })
  const program = { child, output: () => text, says, ended }
  programs.push(program)
  return program
}

async function runUntilReady(env: Record<string, string> = {}): Promise<Program> {
  const program = run([], env)
  await program.says("Fachforum läuft")
  return program
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port: free } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return free
}

const address = (path: string) => `http://localhost:${port}${path}`

async function signIn(): Promise<string> {
  const { items } = await (await fetch(address("/api/trial/people"))).json()
  const person = items.find((one: { displayName: string }) => one.displayName === "Sabine Müller")
  const response = await post("/api/trial/sign-in", { personId: person.id }, "")
  return response.headers.get("set-cookie")?.split(";")[0] ?? ""
}

const post = (path: string, body: object, cookie: string) =>
  fetch(address(path), {
    method: "POST",
    headers: { "content-type": "application/json", origin: address(""), cookie },
    body: JSON.stringify(body),
  })

/** Asks questions one after the other until nobody answers any more, and gives back what was acknowledged. */
function write(cookie: string) {
  const acknowledged: string[] = []
  const underWay = Promise.withResolvers<void>()
  const all = writeUntilItEnds(cookie, (id) => {
    acknowledged.push(id)
    // In the middle of writes, however slow the machine is today; below the limit for one person.
    if (acknowledged.length === 20) underWay.resolve()
  }).then(() => {
    underWay.reject(new Error("it ended by itself"))
    return acknowledged
  })
  return { underWay: underWay.promise, all }
}

async function writeUntilItEnds(cookie: string, acknowledge: (id: string) => void): Promise<void> {
  const { items } = await (await fetch(address("/api/categories"), { headers: { cookie } })).json()
  const { id: categoryId } = items.find(
    (one: { can: { post: boolean }; kind: string }) => one.can.post && one.kind === "questions",
  )
  for (let n = 0; ; n += 1) {
    const question = { categoryId, title: `Frage Nummer ${n}`, body: "Text" }
    const response = await post("/api/questions", question, cookie).catch(() => null)
    const body = response?.status === 201 ? await response.json().catch(() => null) : null
    if (!body) return
    acknowledge(body.id)
  }
}

async function expectAllThere(ids: string[], cookie: string): Promise<void> {
  expect(ids.length).toBeGreaterThanOrEqual(20)
  for (const id of ids)
    expect((await fetch(address(`/api/questions/${id}`), { headers: { cookie } })).status).toBe(200)
}

/** The head of a request whose body is still to come: with `running` the server has it and waits. */
function sendHead(method: string, path: string, bytes: number, cookie: string) {
  const headers = {
    "content-type": "application/json",
    "content-length": bytes,
    origin: address(""),
    expect: "100-continue",
    cookie,
  }
  const request = startRequest(address(path), { method, headers, agent: false })
  const running = once(request, "continue")
  const answered = once(request, "response").then(([{ statusCode }]) => Number(statusCode))
  request.flushHeaders()
  return { request, running, answered }
}

/** One life after the other on the same data: every start reads them all anew, and takes seconds. */
describe("the program", () => {
  let cookie: string
  let running: Program
  const kept: string[] = []

  it("loses nothing acknowledged when the server is killed in the middle of writes", async () => {
    running = await runUntilReady()
    cookie = await signIn()
    const writing = write(cookie)
    await writing.underWay
    running.child.kill("SIGKILL")
    kept.push(...(await writing.all))
    await running.ended
    running = await runUntilReady()
    await expectAllThere(kept, cookie)
  })

  it("answers a second server on the same data with one sentence", async () => {
    const second = run([], { PORT: String(await freePort()) })
    expect(await second.ended).toBe(1)
    const lines = second.output().trim().split("\n")
    expect(lines.filter((line) => !line.includes("…"))).toHaveLength(1)
    expect((await fetch(address("/health/ready"))).status).toBe(200)
  })

  it("finishes a running request before it stops", async () => {
    const body = JSON.stringify({ locale: "en" })
    const { request, running: begun, answered } = sendHead("PATCH", "/api/me", body.length, cookie)
    await begun
    running.child.kill("SIGTERM")
    await running.says("wird beendet")
    request.end(body)
    expect(await answered).toBe(200)
    expect(await running.ended).toBe(0)
  })

  it("loses nothing acknowledged when PostgreSQL is killed, and says what happened", async () => {
    running = await runUntilReady()
    const writing = write(cookie)
    await writing.underWay
    const pid = Number((await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n")[0])
    process.kill(pid, "SIGKILL")
    kept.push(...(await writing.all))
    expect(await running.ended).toBe(1)
    expect(running.output()).toContain("PostgreSQL ist unerwartet beendet worden")
    running = await runUntilReady({ STOP_DELAY: "3600" })
    await expectAllThere(kept, cookie)
  })

  it("is not ready any more from SIGTERM on, and answers for as long as it is told to, or until Ctrl+C", async () => {
    running.child.kill("SIGTERM")
    const ready = async () => (await fetch(address("/health/ready"))).json()
    await expect.poll(ready).toMatchObject({ status: "stopping", database: "ok" })
    expect((await post("/api/trial/sign-in", {}, "")).status).toBe(400)
    expect(running.output()).not.toContain("wird beendet")
    running.child.kill("SIGINT")
    expect(await running.ended).toBe(0)
    expect(running.output()).toContain("wird beendet")
  })
})

/** What all of the above ran. */
describe("the bundle", () => {
  let folder: string
  beforeAll(async () => {
    const cli = run(["cli", "--help"], { NODE_DEBUG: "esm" })
    expect(await cli.ended).toBe(0)
    const address = /file:\/\/(\S+\/build\/server-[0-9a-f]+)\/cli\.js/.exec(cli.output())?.[1] ?? ""
    folder = decodeURIComponent(address)
  })

  it("is what starts, and names the line of the source for a line of its own", async () => {
    const files = await readdir(folder)
    expect(files).toEqual(expect.arrayContaining(["main.js", "cli.js", "assets.js"]))
    const code = await readFile(join(folder, "cli.js"), "utf8")
    const map = new SourceMap(JSON.parse(await readFile(join(folder, "cli.js.map"), "utf8")))
    const said = "Den Befehl "
    const line = code.split("\n").findIndex((one) => one.includes(said)) + 1
    const origin = map.findOrigin(line, 5)
    if (!("fileName" in origin)) throw new Error("the line has no source")
    expect(origin.fileName).toMatch(/\/server\/cli\.ts$/)
    const source = await readFile("server/cli.ts", "utf8")
    expect(source.split("\n")[origin.lineNumber - 1]).toContain(said)
  })

  it("has no letter that would make its text twice as long in memory", async () => {
    for (const file of (await readdir(folder)).filter((name) => name.endsWith(".js")))
      expect((await readFile(join(folder, file), "latin1")).search(/[^\0-\x7f]/), file).toBe(-1)
  })

  it("has the licences of the packages in it", async () => {
    const licences = await readFile(join(folder, "licences.txt"), "utf8")
    for (const name of ["fastify", "pg", "sanitize-html", "typebox", "drizzle-orm"])
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\("`, "m"))
    expect(licences.match(/Permission is hereby granted/g)?.length).toBeGreaterThan(30)
  })
})

describe("the command line", () => {
  it("names every fault of its configuration at once", async () => {
    const env = {
      PORT: "viele",
      PUBLIC_URL: "forum",
      TRUSTED_PROXIES: "10.0.0.0/99",
      SMTP_URL: "http://x",
      DATABASE_URL: "mysql://x",
    }
    const program = run([], env)
    expect(await program.ended).toBe(1)
    for (const name of Object.keys(env)) expect(program.output()).toContain(name)
    expect(program.output().trim().split("\n")).toHaveLength(5)
  })

  it("explains every command, and refuses an unknown one", async () => {
    // Side by side: each start takes seconds. All commands answer in one place.
    const [overview, help, unknown] = [["--help"], ["verify-index", "--help"], ["quatsch"]].map((args) =>
      run(["cli", ...args]),
    )
    expect(await overview?.ended).toBe(0)
    for (const command of [
      "migrate",
      "seed",
      "create-admin",
      "reindex",
      "verify-index",
      "move-files",
      "privacy",
    ])
      expect(overview?.output()).toContain(command)
    expect(await help?.ended).toBe(0)
    expect(help?.output()).toContain("npm run cli -- verify-index")
    expect(await unknown?.ended).toBe(2)
  })

  it("creates an administrator, with a link for the password", async () => {
    const program = run(["cli", "create-admin", "--name", "Ute Kommando", "--email", "ute@example.org"])
    expect(await program.ended).toBe(0)
    expect(program.output()).toMatch(/\/kennwort\/[A-Za-z0-9_-]{20,}/)
    const faulty = run(["cli", "create-admin", "--name", "Ohne Adresse"])
    expect(await faulty.ended).toBe(1)
    expect(faulty.output()).toContain("--email")
  })
})
