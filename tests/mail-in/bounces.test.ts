import { randomBytes } from "node:crypto"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { takeReport } from "../../server/mail-in/bounces.ts"
import { headerOf, type MailServer, openMailServer } from "../support/mail-server.ts"
import { openWorld, type Person, type World } from "../support/world.ts"
import { deliveryStatus, exchange, postfix } from "./reports.ts"

let world: World
let counterpart: MailServer
let admin: Person
let gone: Person
let other: Person
/** Of a mail that went to the one whose address is gone. */
let messageId: string

beforeAll(async () => {
  counterpart = await openMailServer()
  world = await openWorld({ smtpUrl: counterpart.url })
  admin = await world.person("Ulf Brandt", ["admin"])
  other = await world.person("Petra Huber", ["clerk"])
})
afterAll(async () => {
  await world.close()
  counterpart.close()
})
beforeEach(async () => {
  gone = await world.person("Sabine Müller", ["clerk"])
  await send(gone)
  messageId = headerOf(counterpart.taken.at(-1) ?? "", "Message-ID") ?? ""
})

const send = ({ email, id }: Person) =>
  world.parts.post.send({
    to: email,
    subject: "Neue Antwort",
    text: "Guten Tag",
    key: ["answers", randomBytes(8).toString("hex"), id],
  })

const take = (report: string) => takeReport(world.parts, Buffer.from(report))

async function stopped(): Promise<string[]> {
  const { body } = await admin.agent.get("/api/operation/mail/stopped").expect(200)
  return body.items.map(({ address }: { address: string }) => address)
}

describe("an address that a delivery report says is gone", () => {
  it.each([
    ["Postfix", postfix],
    ["Exchange", exchange],
  ])("gets no more mail: %s", async (_server, report) => {
    await take(report(messageId, gone.email.toUpperCase()))
    expect(await stopped()).toContain(gone.email)
    const before = counterpart.taken.length
    await send(gone)
    await send(other)
    expect(counterpart.taken.slice(before).map((mail) => headerOf(mail, "To"))).toEqual([other.email])
  })

  it("is believed only with the Message-ID of a mail that went there", async () => {
    const host = new URL(world.config.publicUrl).hostname
    await take(postfix(`<${randomBytes(20).toString("hex")}@${host}>`, gone.email))
    await take(postfix(messageId, other.email))
    await send(other)
    await take(postfix(headerOf(counterpart.taken.at(-1) ?? "", "Message-ID") ?? "", gone.email))
    const found = await stopped()
    expect(found).not.toContain(gone.email)
    expect(found).not.toContain(other.email)
  })

  it("is not the one that the mail had been passed on to", async () => {
    await take(deliveryStatus(messageId, "privat@anderswo.example", { action: "failed", status: "5.1.1" }))
    expect(await stopped()).not.toContain(gone.email)
  })

  it.each([
    ["full", { action: "failed", status: "5.2.2" }],
    ["late", { action: "delayed", status: "4.4.1" }],
  ])("is none that is only %s", async (_what, fields) => {
    await take(deliveryStatus(messageId, gone.email, fields))
    expect(await stopped()).not.toContain(gone.email)
  })
})
