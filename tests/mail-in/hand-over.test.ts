import { spawnSync } from "node:child_process"
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createTransport } from "nodemailer"
import { afterEach, describe, expect, it } from "vitest"
import type { HandOver } from "../../server/kernel/mailbox.ts"
import { openHandOver } from "../../server/mail-in/mailbox/hand-over.ts"
import { headerOf } from "../support/mail-server.ts"
import { HANDED_OVER, openPostOffice } from "../support/post-office.ts"
import { hasTool } from "../support/programs.ts"

const OURS = `antwort@${HANDED_OVER}`
const ME = "sabine@example.org"

const open: { close(): void | Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close()
})

/** What hears of a mail, and fails as often as the test says. */
async function listenAt(at: HandOver["at"], protocol: HandOver["protocol"] = "lmtp", failures = 0) {
  const taken: Buffer[] = []
  const faults: unknown[] = []
  const listening = await openHandOver({
    handOver: { protocol, at },
    take: async (raw) => {
      taken.push(raw)
      if (taken.length <= failures) throw new Error("the database is away")
      return "posted"
    },
    isOurs: (address) => address.startsWith("antwort"),
    report: (error) => faults.push(error),
  })
  open.push(listening)
  return { taken, faults }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === "object" && address ? address.port : 0
}

async function freeSocket(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fachforum-lmtp-"))
  await chmod(folder, 0o755)
  open.push({ close: () => rm(folder, { recursive: true, force: true }) })
  return join(folder, "mail-in.sock")
}

const MAIL = { from: ME, to: OURS, subject: "Re: Mieterhöhung", text: "Ab wann?" }

describe.each(["lmtp", "smtp"] as const)("a mail server that hands over by %s", (protocol) => {
  async function connect(failures = 0) {
    const port = await freePort()
    const heard = await listenAt({ host: "127.0.0.1", port }, protocol, failures)
    const transport = createTransport({ host: "127.0.0.1", port, lmtp: protocol === "lmtp", secure: false })
    open.push(transport)
    // By LMTP each recipient has an answer of their own, and none of them counts as a failure of the sending.
    const send = (fields: object): Promise<string> =>
      transport.sendMail({ ...MAIL, ...fields }).then(
        ({ response }) => response,
        (error) => error.response,
      )
    return { ...heard, send }
  }

  it("is told that a mail is taken once it is handled, with whom it was from and for", async () => {
    const { taken, send } = await connect()
    expect(await send({ to: [OURS, `antwort+abc@${HANDED_OVER}`] })).toContain("250 2.0.0 posted")
    expect(taken).toHaveLength(1)
    const lines = taken[0]?.toString().split("\r\n") ?? []
    expect(lines.slice(0, 3)).toEqual([
      `Return-Path: <${ME}>`,
      `Delivered-To: ${OURS}`,
      `Delivered-To: antwort+abc@${HANDED_OVER}`,
    ])
    expect(taken[0]?.toString()).toContain("Ab wann?")
  })

  it("is told to come again where the handling fails", async () => {
    const { taken, faults, send } = await connect(1)
    expect(await send({})).toContain("451 4.3.0")
    expect(faults).toHaveLength(1)
    expect(await send({})).toContain("250")
    expect(taken).toHaveLength(2)
  })

  it("gets rid of no mail for others here", async () => {
    const { taken, send } = await connect()
    expect(await send({ to: "jemand@anderswo.example" })).toContain("550 5.1.1")
    expect(taken).toEqual([])
  })
})

it("listens where a process that was killed has left its socket, and not beside one that lives", async () => {
  const path = await freeSocket()
  const dying = `require("node:net").createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, "SIGKILL"))`
  spawnSync(process.execPath, ["-e", dying])
  await listenAt({ path })
  await expect(listenAt({ path })).rejects.toThrow("EADDRINUSE")
})

describe.skipIf(!hasTool("mail"))("Postfix", () => {
  it("hands over, and keeps what it is told to bring again", async () => {
    const path = await freeSocket()
    const { taken, faults } = await listenAt({ path }, "lmtp", 1)
    const office = await openPostOffice({ handOver: path })
    open.push(office)
    await office.send({ ...MAIL, subject: "Erste" })
    await expect.poll(() => faults.length).toBe(1)
    await expect.poll(office.log).toContain("status=deferred")
    await office.flush()
    await expect
      .poll(() => taken.map((raw) => headerOf(raw.toString(), "Subject")))
      .toEqual(["Erste", "Erste"])
    await expect.poll(office.log).toContain("status=sent (250 2.0.0 posted")
    await office.send({ ...MAIL, to: `niemand@${HANDED_OVER}` })
    await expect.poll(office.log).toContain("status=bounced")
    expect(taken).toHaveLength(2)
  })
})
