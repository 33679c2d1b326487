import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { request as startRequest } from "node:http"
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
afterAll(() => rm(dataDir, { recursive: true, force: true }))

type Program = { child: ChildProcess; output: () => string; ended: Promise<number | null> }

function run(args: string[], env: Record<string, string> = {}): Program {
  const child = spawn(process.execPath, ["server/start.mjs", ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir, PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let text = ""
  child.stdout?.on("data", (chunk) => (text += chunk))
  child.stderr?.on("data", (chunk) => (text += chunk))
  const ended = new Promise<number | null>((resolve) => child.on("close", (code) => resolve(code)))
  return { child, output: () => text, ended }
}

async function runUntilReady(): Promise<Program> {
  const program = run([])
  await expect.poll(() => program.output(), { timeout: 60_000, interval: 100 }).toContain("Fachforum läuft")
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

/** Asks questions one after the other until nobody answers any more; returns what was acknowledged. */
async function writeUntilItEnds(cookie: string, acknowledged: string[]): Promise<string[]> {
  const { items } = await (await fetch(address("/api/categories"), { headers: { cookie } })).json()
  const categoryId = items.find(
    (one: { can: { post: boolean }; kind: string }) => one.can.post && one.kind === "questions",
  ).id
  for (let n = 0; n < 2000; n += 1) {
    try {
      const response = await post(
        "/api/questions",
        { categoryId, title: `Frage Nummer ${n}`, body: "Text" },
        cookie,
      )
      if (response.status !== 201) break
      acknowledged.push((await response.json()).id)
    } catch {
      break
    }
  }
  return acknowledged
}

async function expectAllThere(ids: string[], cookie: string): Promise<void> {
  expect(ids.length).toBeGreaterThan(5)
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

describe("the program", () => {
  it("loses nothing acknowledged when the server is killed in the middle of writes", async () => {
    const first = await runUntilReady()
    const cookie = await signIn()
    const acknowledged: string[] = []
    const writing = writeUntilItEnds(cookie, acknowledged)
    // In the middle of writes, however slow the machine is today; below the limit for one person.
    await expect.poll(() => acknowledged.length, { timeout: 20_000, interval: 10 }).toBeGreaterThan(20)
    first.child.kill("SIGKILL")
    const ids = await writing
    await first.ended
    const second = await runUntilReady()
    await expectAllThere(ids, cookie)
    second.child.kill("SIGTERM")
    expect(await second.ended).toBe(0)
  }, 120_000)

  it("loses nothing acknowledged when PostgreSQL is killed, and says what happened", async () => {
    const first = await runUntilReady()
    const cookie = await signIn()
    const acknowledged: string[] = []
    const writing = writeUntilItEnds(cookie, acknowledged)
    // In the middle of writes, however slow the machine is today; below the limit for one person.
    await expect.poll(() => acknowledged.length, { timeout: 20_000, interval: 10 }).toBeGreaterThan(20)
    const pid = Number((await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n")[0])
    process.kill(pid, "SIGKILL")
    const ids = await writing
    expect(await first.ended).toBe(1)
    expect(first.output()).toContain("PostgreSQL ist unerwartet beendet worden")
    const second = await runUntilReady()
    await expectAllThere(ids, cookie)
    second.child.kill("SIGINT")
    expect(await second.ended).toBe(0)
  }, 120_000)

  it("answers a second server on the same data with one sentence", async () => {
    const first = await runUntilReady()
    const second = run([], { PORT: String(await freePort()) })
    expect(await second.ended).toBe(1)
    expect(
      second
        .output()
        .trim()
        .split("\n")
        .filter((line) => !line.includes("…")),
    ).toHaveLength(1)
    first.child.kill("SIGTERM")
    expect(await first.ended).toBe(0)
  }, 120_000)

  it("finishes a running request before it stops", async () => {
    const first = await runUntilReady()
    const cookie = await signIn()
    const body = JSON.stringify({ locale: "en" })
    const { request, running, answered } = sendHead("PATCH", "/api/me", body.length, cookie)
    await running
    first.child.kill("SIGTERM")
    await expect.poll(() => first.output(), { timeout: 10_000 }).toContain("wird beendet")
    request.end(body)
    expect(await answered).toBeLessThan(300)
    expect(await first.ended).toBe(0)
  }, 120_000)

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
    const overview = run(["cli", "--help"])
    expect(await overview.ended).toBe(0)
    for (const command of ["migrate", "seed", "create-admin", "reindex", "verify-index", "privacy"])
      expect(overview.output()).toContain(command)
    // Each start takes seconds, and all commands answer in one place.
    for (const command of ["create-admin", "verify-index"]) {
      const help = run(["cli", command, "--help"])
      expect(await help.ended).toBe(0)
      expect(help.output()).toContain(`npm run cli -- ${command}`)
    }
    const unknown = run(["cli", "quatsch"])
    expect(await unknown.ended).toBe(2)
  }, 300_000)

  it("creates an administrator on the command line, with a link for the password", async () => {
    const program = run(["cli", "create-admin", "--name", "Ute Kommando", "--email", "ute@example.org"])
    expect(await program.ended).toBe(0)
    expect(program.output()).toMatch(/\/kennwort\/[A-Za-z0-9_-]{20,}/)
    const faulty = run(["cli", "create-admin", "--name", "Ohne Adresse"])
    expect(await faulty.ended).toBe(1)
    expect(faulty.output()).toContain("--email")
  }, 60_000)
})
