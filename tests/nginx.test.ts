import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { request } from "node:https"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import WebSocket from "ws"
import { PATIENCE } from "./support/patience.ts"
import { openWorld, type Person, type World } from "./support/world.ts"

/** The example for nginx, with a real one: `NGINX_PROGRAM=/usr/sbin/nginx npx vitest run tests/nginx.test.ts`. */
const program = process.env.NGINX_PROGRAM
const root = join(import.meta.dirname, "..")

describe.skipIf(!program)("Behind nginx as deploy/nginx has it", () => {
  let world: World
  let person: Person
  let folder: string
  let nginx: ChildProcess
  let port: number
  let plainPort: number

  beforeAll(async () => {
    port = await freePort()
    plainPort = await freePort()
    folder = await mkdtemp(join(tmpdir(), "fachforum-nginx-"))
    const publicUrl = `https://127.0.0.1:${port}`
    world = await openWorld({ publicUrl, secure: true, trustedProxies: ["127.0.0.1"] }, { listen: true })
    person = await world.person("Sabine Müller", ["clerk"], [await world.department("Wohngeldstelle")])
    await writeFile(join(folder, "nginx.conf"), await configuration())
    nginx = spawn(program ?? "", ["-p", folder, "-c", "nginx.conf", "-g", "daemon off;"], {
      stdio: "inherit",
    })
    await vi.waitUntil(
      () =>
        ask("/health/live").then(
          () => true,
          () => false,
        ),
      {
        interval: 50,
        timeout: PATIENCE.once,
      },
    )
  })
  afterAll(async () => {
    nginx.kill("SIGQUIT")
    await once(nginx, "close")
    await world.close()
    await rm(folder, { recursive: true })
  })

  /** The example as it ships, with ports, certificate and folders of this test. */
  async function configuration(): Promise<string> {
    const example = await readFile(join(root, "deploy/nginx/fachforum.conf"), "utf8")
    const certificate = join(root, "tests/support/certificates/loopback.pem")
    const site = example
      .replaceAll(/^ *listen \[::\].*\n/gm, "")
      .replace("listen 80;", `listen 127.0.0.1:${plainPort};`)
      .replace("listen 443 ssl", `listen 127.0.0.1:${port} ssl`)
      .replace("127.0.0.1:3000", `127.0.0.1:${world.config.port}`)
      .replace("$host$request_uri", `$host:${port}$request_uri`)
      .replaceAll(/(ssl_certificate(?:_key)?) [^;]+;/g, `$1 ${certificate};`)
      .replace("proxy_set_header Host $host;", "proxy_set_header Host $http_host;")
    const folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (name) => `${name}_temp_path ${folder}/${name};`,
    )
    return `pid ${folder}/pid; error_log stderr warn; events {} http { access_log off; ${folders.join(" ")}\n${site}\n}`
  }

  function ask(path: string, { body, headers = {} }: { body?: Buffer; headers?: object } = {}) {
    return new Promise<{ status: number; text: string; headers: Record<string, unknown> }>(
      (resolve, reject) => {
        const options = { method: body ? "POST" : "GET", headers: { ...headers }, rejectUnauthorized: false }
        const sent = request(`https://127.0.0.1:${port}${path}`, options, async (response) => {
          const parts: Buffer[] = []
          for await (const part of response) parts.push(part)
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(parts).toString(),
            headers: response.headers,
          })
        })
        sent.on("error", reject)
        sent.end(body)
      },
    )
  }

  it("leads from http to https, and shows pages, with one Strict-Transport-Security", async () => {
    const led = await fetch(`http://127.0.0.1:${plainPort}/anmelden`, { redirect: "manual" })
    expect([led.status, led.headers.get("location")]).toEqual([301, `${world.config.publicUrl}/anmelden`])
    const page = await ask("/anmelden")
    expect(page.status).toBe(200)
    expect(page.headers["strict-transport-security"]).toMatch(/^max-age=\d+/)
    expect(page.headers["strict-transport-security"]).not.toContain(",")
  })

  it("tells the address of whoever asks, whatever they claim", async () => {
    const headers = { origin: world.config.publicUrl, "content-type": "application/json" }
    const body = Buffer.from(JSON.stringify({ email: "niemand@example.org", password: "falsch" }))
    const claims = Array.from({ length: 3 }, (_, index) => ({ "x-forwarded-for": `203.0.113.${index}` }))
    for (const claim of claims) await ask("/api/sign-in", { body, headers: { ...headers, ...claim } })
    const { rows } = await world.db.$client.query("select max(count)::int as count from throttles")
    expect(rows[0].count).toBe(3)
  })

  it("lets a WebSocket through", async () => {
    const { cookie } = person
    const socket = new WebSocket(`wss://127.0.0.1:${port}/api/live`, {
      headers: { cookie, origin: world.config.publicUrl },
      rejectUnauthorized: false,
    })
    await once(socket, "open")
    socket.send(JSON.stringify({ subscribe: "inbox", id: person.id }))
    const [message] = await once(socket, "message")
    expect(JSON.parse(String(message))).toHaveProperty("id", person.id)
    socket.close()
  })

  it("takes as much as a form with eight files", async () => {
    const boundary = "grenze"
    const part = (index: number) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${index}.txt"\r\n\r\n${"Wohngeld ".repeat(1_000_000)}\r\n`
    const body = Buffer.from(
      `${Array.from({ length: 8 }, (_, index) => part(index)).join("")}--${boundary}--\r\n`,
    )
    expect(body.length).toBeGreaterThan(70_000_000)
    const headers = {
      cookie: person.cookie,
      origin: world.config.publicUrl,
      "content-type": `multipart/form-data; boundary=${boundary}`,
      "content-length": body.length,
    }
    const { status, text } = await ask("/fragen/neu", { body, headers })
    expect(status).not.toBe(413)
    expect(text).not.toContain("nginx")
  })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === "object" && address ? address.port : 0
}
