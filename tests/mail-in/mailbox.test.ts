import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import type { Mailbox } from "../../server/kernel/mailbox.ts"
import { mailboxState } from "../../server/kernel/mailbox-state.ts"
import { mailAttempts, mailboxReader } from "../../server/kernel/tables.ts"
import { openReader } from "../../server/mail-in/mailbox/reader.ts"
import { LARGEST_MAIL } from "../../server/mail-in/received.ts"
import type { MailOutcome } from "../../server/mail-in/tables.ts"
import { headerOf } from "../support/mail-server.ts"
import { FORUM, openPostOffice, type PostOffice } from "../support/post-office.ts"
import { hasTool } from "../support/programs.ts"
import { openWorld, type World } from "../support/world.ts"
import { rawMail } from "./mails.ts"

/** What it is asked when nobody tells it of a mail: never in a test, or all the time. */
const HARDLY_EVER = 3_600_000
const OFTEN = 50

const SOME = "IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE LITERAL+ NAMESPACE"

let world: World
let office: PostOffice
const readers: { stop(): Promise<void> }[] = []

type Options = {
  lookedEvery?: number
  mailbox?: Mailbox
  take?: (subject: string, raw: Buffer, bytes: number) => MailOutcome
}

/** A reader that says of each mail what the test says, and what it was given. */
function read({ lookedEvery = HARDLY_EVER, mailbox, take = () => "posted" }: Options = {}) {
  const taken: string[] = []
  const faults: unknown[] = []
  let setAside = 0
  const reader = openReader({
    db: world.db,
    mailbox: mailbox ?? office.mailbox(FORUM),
    token: () => Promise.reject(new Error("there is a password")),
    take: async (raw, bytes) => {
      taken.push(subjectOf(raw))
      return take(subjectOf(raw), raw, bytes)
    },
    report: (error) => faults.push(error),
    setAside: async () => {
      setAside += 1
    },
    lookedEvery,
  })
  readers.push(reader)
  reader.start()
  return { taken, faults, setAside: () => setAside, stop: () => reader.stop() }
}

const mailOf = (subject: string, content = "Guten Tag") =>
  rawMail({ from: "sabine@example.org", to: FORUM, subject, parts: [{ type: "text/plain", content }] })
const subjectOf = (raw: Buffer) => headerOf(raw.toString(), "Subject") ?? ""
const put = (...subjects: string[]) => office.put(subjects.map((subject) => mailOf(subject)))
const send = (subject: string) => office.send({ from: FORUM, to: FORUM, subject, text: "Guten Tag" })
const counts = () => office.counts(FORUM)
const isPutOff = async () =>
  (await world.db.select().from(mailAttempts)).some(({ nextAt }) => nextAt !== null)

afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.stop()
  await world.db.delete(mailAttempts)
  await world.db.delete(mailboxReader)
})

describe.skipIf(!hasTool("mail"))("a mailbox", () => {
  beforeAll(async () => {
    world = await openWorld()
    office = await openPostOffice()
  })
  afterAll(async () => {
    await office.close()
    await world.close()
  })

  it("is emptied into folders that say what became of each mail", async () => {
    const outcomes: MailOutcome[] = ["posted", "drafted", "returned", "report", "ignored"]
    await put(...outcomes)
    const { taken } = read({ take: (subject) => outcomes.find((one) => one === subject) ?? "ignored" })
    await expect.poll(counts).toMatchObject({
      INBOX: 0,
      "Fachforum.erledigt": 2,
      "Fachforum.zurückgeschickt": 1,
      "Fachforum.Zustellberichte": 1,
      "Fachforum.nicht-verarbeitet": 1,
      "Fachforum.fehlerhaft": 0,
    })
    expect(taken).toEqual(outcomes)
    expect(await world.db.select().from(mailAttempts)).toEqual([])
  })

  it("is looked through as soon as the server tells of a mail", async () => {
    const { taken } = read()
    await expect.poll(() => mailboxState(world.db)).toMatchObject({ fault: null, mailAt: null })
    await send("Erste")
    await expect.poll(() => taken).toEqual(["Erste"])
    await send("Zweite")
    await expect.poll(() => taken).toEqual(["Erste", "Zweite"])
    await expect.poll(() => mailboxState(world.db)).toMatchObject({ mailAt: expect.any(Date) })
  })

  it("keeps a mail that cannot be handled from blocking the others, and sets it aside after three attempts", async () => {
    await put("Eins", "Kaputt", "Zwei")
    const { taken, faults, setAside } = read({
      lookedEvery: OFTEN,
      take: (subject) => {
        if (subject === "Kaputt") throw new Error("nobody can read this")
        return "posted"
      },
    })
    await expect.poll(() => taken).toEqual(["Eins", "Kaputt", "Zwei"])
    await expect.poll(counts).toMatchObject({ INBOX: 1 })
    expect(setAside()).toBe(0)
    for (const attempt of [2, 3]) {
      await expect.poll(isPutOff).toBe(true)
      // A while has passed.
      await world.db.update(mailAttempts).set({ nextAt: new Date(0) })
      await expect.poll(() => faults.length).toBe(attempt)
    }
    await expect.poll(counts).toMatchObject({ INBOX: 0, "Fachforum.fehlerhaft": 1 })
    expect(setAside()).toBe(1)
    expect(taken).toEqual(["Eins", "Kaputt", "Zwei", "Kaputt", "Kaputt"])
  })

  it("has the attempts counted that ended with the process", async () => {
    await put("Zu viel")
    const { taken, stop } = read({
      lookedEvery: OFTEN,
      take: () => {
        throw new Error("not yet")
      },
    })
    await expect.poll(() => taken).toHaveLength(1)
    await stop()
    // As though the process had died in it, each time.
    await world.db.update(mailAttempts).set({ count: 3, nextAt: null })
    const next = read()
    await expect.poll(next.setAside).toBe(1)
    expect(next.taken).toEqual([])
  })

  it("does not read a mail that is too large as a whole", async () => {
    const large = mailOf("Gewaltig", `${"x".repeat(998)}\r\n`.repeat(LARGEST_MAIL / 1000 + 1))
    await office.put([large])
    const lengths: number[][] = []
    read({
      take: (_subject, raw, bytes) => {
        lengths.push([raw.length, bytes])
        return "returned"
      },
    })
    await expect.poll(() => lengths).toEqual([[64 * 1024, large.length]])
  })

  it("is read by one process at a time; another takes over when that one stops", async () => {
    const first = read()
    await send("Dem ersten")
    await expect.poll(() => first.taken).toEqual(["Dem ersten"])
    const [held] = await world.db.select().from(mailboxReader)
    const second = read()
    await send("Auch dem ersten")
    await expect.poll(() => first.taken).toHaveLength(2)
    expect((await world.db.select().from(mailboxReader))[0]?.reader).toBe(held?.reader)
    await first.stop()
    await send("Dem zweiten")
    await expect.poll(() => second.taken).toEqual(["Dem zweiten"])
    expect(first.taken).toHaveLength(2)
  })

  it("is taken over from a process that died", async () => {
    const dead = { id: "imap", reader: "00000000-0000-7000-8000-000000000000" }
    await world.db.insert(mailboxReader).values({ ...dead, heldUntil: new Date(Date.now() - 1000) })
    const { taken } = read()
    await send("Nach dem Ende des anderen")
    await expect.poll(() => taken).toEqual(["Nach dem Ende des anderen"])
  })

  it("says why it cannot be read, and is read again when it can", async () => {
    const { taken, faults } = read()
    await expect.poll(() => mailboxState(world.db)).toMatchObject({ lookedAt: expect.any(Date) })
    await office.stopImap()
    await expect
      .poll(() => mailboxState(world.db))
      .toMatchObject({
        fault: "unreachable",
        faultSince: expect.any(Date),
      })
    await office.startImap()
    await send("Wieder da")
    await expect.poll(() => taken).toEqual(["Wieder da"])
    await expect.poll(() => mailboxState(world.db)).toMatchObject({ fault: null, faultSince: null })
    expect(faults.length).toBeGreaterThan(0)
  })

  it.each([
    ["refused", { password: "falsch" }],
    ["folder", { folder: "Gibt es nicht" }],
  ] as const)("says that the sign-in or the folder is wrong: %s", async (fault, wrong) => {
    read({ mailbox: { ...office.mailbox(FORUM), ...wrong } })
    await expect.poll(() => mailboxState(world.db)).toMatchObject({ fault })
  })
})

describe.skipIf(!hasTool("mail")).each([
  ["that tells of nothing", `${SOME} UIDPLUS MOVE`],
  ["that cannot move", `${SOME} IDLE UIDPLUS`],
])("a mailbox %s", (_what, capability) => {
  beforeAll(async () => {
    world = await openWorld()
    office = await openPostOffice({ capability })
  })
  afterAll(async () => {
    await office.close()
    await world.close()
  })

  it("is read all the same", async () => {
    const { taken } = read({ lookedEvery: OFTEN })
    await expect.poll(() => mailboxState(world.db)).toMatchObject({ lookedAt: expect.any(Date) })
    await send("Erste")
    await expect.poll(() => taken).toEqual(["Erste"])
    await send("Zweite")
    await expect.poll(() => taken).toEqual(["Erste", "Zweite"])
    await expect.poll(counts).toMatchObject({ INBOX: 0, "Fachforum.erledigt": 2 })
  })
})

describe.skipIf(!hasTool("mail"))("a mailbox that can neither move nor take out single mails", () => {
  beforeAll(async () => {
    world = await openWorld()
    office = await openPostOffice({ capability: SOME })
  })
  afterAll(async () => {
    await office.close()
    await world.close()
  })

  it("keeps what was handled, marked as deleted", async () => {
    const { taken } = read({ lookedEvery: OFTEN })
    await send("Erste")
    await expect.poll(() => taken).toEqual(["Erste"])
    await send("Zweite")
    await expect.poll(() => taken).toEqual(["Erste", "Zweite"])
    await expect.poll(counts).toMatchObject({ INBOX: 2, "Fachforum.erledigt": 2 })
  })
})
