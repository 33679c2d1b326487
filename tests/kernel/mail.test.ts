import { createHash } from "node:crypto"
import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import PostalMime from "postal-mime"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openPost, senderIn } from "../../server/kernel/mail.ts"
import { findFiledMail, listFiledMails } from "../../server/kernel/mail-files.ts"
import { bySmtp } from "../../server/kernel/mail-smtp.ts"
import { mailClaims, mailDeliveries } from "../../server/kernel/tables.ts"
import { openSecondProcess } from "../accounts/second-process.ts"
import { headerOf, type MailServer, openMailServer, readable } from "../support/mail-server.ts"
import { openWorld, type World } from "../support/world.ts"

let world: World
let counterpart: MailServer
beforeAll(async () => {
  counterpart = await openMailServer()
  world = await openWorld({ publicUrl: "https://forum.example", secure: true, smtpUrl: counterpart.url })
})
afterAll(async () => {
  await world.close()
  counterpart.close()
})

const MAIL = { to: "a@example.org", subject: "Neue Antwort", text: "Guten Tag" }
/** No address is stopped here. */
const NONE = { has: async () => false, add: async () => false }
/** Another way out of the same installation. */
const otherPost = (parts: Partial<Parameters<typeof openPost>[0]>) =>
  openPost({
    config: world.config,
    db: world.db,
    senderName: async () => "Forum",
    stopped: NONE,
    ...parts,
  })

describe("a mail", () => {
  it("says once and for all which one it is, and what it is about", async () => {
    const { post } = world.parts
    await post.send({ ...MAIL, key: ["answers", "post", "person"], about: "question" })
    await post.send({ ...MAIL, key: ["answers", "post", "other"], about: "question" })
    const [first = "", second = ""] = counterpart.taken
    expect(headerOf(first, "Message-ID")).toMatch(/^<[0-9a-f]{40}@forum\.example>$/)
    expect(headerOf(second, "Message-ID")).not.toBe(headerOf(first, "Message-ID"))
    expect(headerOf(first, "References")).toMatch(/^<[0-9a-f]{40}@forum\.example>$/)
    expect(headerOf(second, "References")).toBe(headerOf(first, "References"))
    expect(headerOf(first, "In-Reply-To")).toBe(headerOf(first, "References"))
    expect(headerOf(first, "From")).toBe("Fachforum <fachforum@localhost>")
    expect(headerOf(first, "Auto-Submitted")).toBe("auto-generated")
    expect(headerOf(first, "X-Auto-Response-Suppress")).toBe("All")
  })

  it("is sent once, also when its job is done again after the server took it", async () => {
    const { post } = world.parts
    const mail = { ...MAIL, key: ["answers", "once", "person"] } as const
    const before = counterpart.taken.length
    counterpart.breaks.after = 1
    await post.send(mail)
    await post.send(mail)
    expect(counterpart.taken.length - before).toBe(1)
  })

  it("that broke off before anybody knew whether it was taken comes again as the same one", async () => {
    const { post } = world.parts
    const mail = { ...MAIL, key: ["answers", "broken", "person"], about: "question" } as const
    const before = counterpart.taken.length
    counterpart.breaks.before = 1
    await expect(post.send(mail)).rejects.toThrow()
    await post.send(mail)
    const ids = counterpart.taken.slice(before).map((taken) => headerOf(taken, "Message-ID"))
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  it("that was taken before the record could be written comes again as the same one", async () => {
    const mail = { ...MAIL, key: ["answers", "crashed", "person"] } as const
    const before = counterpart.taken.length
    await world.parts.post.send(mail)
    await world.db.delete(mailDeliveries)
    await world.parts.post.send(mail)
    const ids = counterpart.taken.slice(before).map((taken) => headerOf(taken, "Message-ID"))
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  it("that two workers want to send is sent by one of them; the other comes again and finds it sent", async () => {
    const second = await openSecondProcess(world)
    const send = { ...MAIL, key: ["answers", "race", "person"] } as const
    const other = otherPost({ db: second.parts.db })
    const before = counterpart.taken.length
    const waiting = counterpart.hold()
    const first = world.parts.post.send(send)
    await waiting.arrived
    // The job took so long that it was given to another worker, while the server still has the text.
    await expect(other.send(send)).rejects.toThrow("is being sent by another worker")
    waiting.release()
    await first
    await other.send(send)
    // At the very same moment, of ten one.
    const ten = { ...MAIL, key: ["answers", "ten", "person"] } as const
    const posts = Array.from({ length: 10 }, (_, place) => (place % 2 ? world.parts.post : other))
    const outcomes = await Promise.allSettled(posts.map((post) => post.send(ten)))
    expect(outcomes.some(({ status }) => status === "fulfilled")).toBe(true)
    await world.parts.post.send(ten)
    expect(counterpart.taken.length - before).toBe(2)
    await second.stop()
  })

  it("whose worker died is sent by another once its claim has run out, and not before", async () => {
    const id = createHash("sha256")
      .update(JSON.stringify(["answers", "dead", "person"]))
      .digest("hex")
    const send = { ...MAIL, key: ["answers", "dead", "person"] } as const
    const before = counterpart.taken.length
    const claim = { id: id.slice(0, 40), until: new Date(Date.now() + 60_000) }
    await world.db.insert(mailClaims).values(claim)
    await expect(world.parts.post.send(send)).rejects.toThrow("is being sent by another worker")
    await world.db.update(mailClaims).set({ until: new Date(Date.now() - 1_000) })
    await world.parts.post.send(send)
    expect(counterpart.taken.length - before).toBe(1)
    expect(await world.db.select().from(mailClaims)).toEqual([])
  })

  it("of a sign-in that is repeated leaves the link of the one before as it was", async () => {
    const person = await world.person("Neu hier", ["clerk"])
    const before = counterpart.taken.length
    await world.nobody.post("/api/password/forgotten", { email: person.email }).expect(202)
    const { boss } = world.parts.jobs
    counterpart.breaks.before = 1
    // As the worker does it: the attempt fails after the text was sent, and the job is done again.
    await expect(world.drain()).rejects.toThrow()
    await boss
      .getDb()
      .executeSql("update pgboss.job set state = 'created', start_after = now() where state = 'active'")
    await world.drain()
    const links = counterpart.taken
      .slice(before)
      .map((taken) => readable(taken).match(/kennwort\/([\w-]+)/)?.[1] ?? "")
    expect(links).toHaveLength(2)
    for (const token of links) await world.nobody.get(`/api/password/links/${token}`).expect(200)
    const ids = counterpart.taken.slice(before).map((taken) => headerOf(taken, "Message-ID"))
    expect(new Set(ids).size).toBe(1)
  })
})

describe("what a mail carries", () => {
  const full = {
    ...MAIL,
    html: "<p>Guten Tag, Jörg</p>",
    calendar: { method: "REQUEST", content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR" },
    replyTo: "antwort+abc@forum.example",
    listId: "forum.answered",
    unsubscribe: {
      address: "https://forum.example/abbestellen/abc",
      page: "https://forum.example/profil/benachrichtigungen",
    },
    about: "question",
  } as const

  it("is text, HTML and the calendar, in the order in which programs choose the last that they know", async () => {
    await world.parts.post.send({ ...full, key: ["structure", 1] })
    const mail = counterpart.taken.at(-1) ?? ""
    const types = [...mail.matchAll(/^Content-Type: ([\w/-]+)/gim)].map(([, type]) => type)
    expect(types).toEqual([
      "multipart/mixed",
      "multipart/alternative",
      "text/plain",
      "text/html",
      "text/calendar",
      "application/ics",
    ])
    const read = await PostalMime.parse(mail)
    expect(read.text?.trim()).toBe("Guten Tag")
    expect(read.html?.trim()).toBe("<p>Guten Tag, Jörg</p>")
  })

  it("says where answers go, what sort of mail it is and how to get no more of it in one click", async () => {
    await world.parts.post.send({ ...full, key: ["headers", 1] })
    const mail = counterpart.taken.at(-1) ?? ""
    expect(headerOf(mail, "Reply-To")).toBe("antwort+abc@forum.example")
    expect(headerOf(mail, "List-Id")).toBe('"Fachforum" <forum.answered.forum.example>')
    expect(headerOf(mail, "List-Unsubscribe")).toBe("<https://forum.example/abbestellen/abc>")
    expect(headerOf(mail, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click")
    expect(headerOf(mail, "List-Help")).toBe("<https://forum.example/profil/benachrichtigungen>")
    await world.parts.post.send({ ...MAIL, key: ["headers", 2] })
    const plain = counterpart.taken.at(-1) ?? ""
    for (const name of ["Reply-To", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post"])
      expect(headerOf(plain, name)).toBeUndefined()
  })

  it("offers no click of a program where the way to us is not encrypted", async () => {
    const unsubscribe = { ...full.unsubscribe, address: "http://localhost:3000/abbestellen/abc" }
    await world.parts.post.send({ ...full, unsubscribe, key: ["headers", 3] })
    const mail = counterpart.taken.at(-1) ?? ""
    expect(headerOf(mail, "List-Unsubscribe")).toBe("<http://localhost:3000/abbestellen/abc>")
    expect(headerOf(mail, "List-Unsubscribe-Post")).toBeUndefined()
  })

  it("keeps a name that somebody typed out of the lines of the head", async () => {
    const post = otherPost({ senderName: async () => "Forum\r\nBcc: b@example.org" })
    await post.send({ ...full, subject: "Neu\r\nBcc: c@example.org", key: ["headers", 4] })
    const mail = counterpart.taken.at(-1) ?? ""
    expect(headerOf(mail, "Bcc")).toBeUndefined()
    expect(headerOf(mail, "Subject")).toContain("Neu")
  })
})

describe("a mail as a file", () => {
  it("has every byte that the mail server gets, save what divides its parts", async () => {
    const mail = { ...MAIL, html: "<p>Ä</p>", about: "question", key: ["file", "same"] } as const
    await otherPost({}).send(mail)
    await world.db.delete(mailDeliveries)
    const receipt = await otherPost({ config: { ...world.config, smtpUrl: null } }).send(mail)
    const file = receipt && "file" in receipt ? receipt.file : ""
    expect(file).toMatch(/\.eml$/)
    const same = (text: string) =>
      text
        .replaceAll(/--_NmP-[\w-]+|boundary="[^"]+"/g, "")
        .replace(/^Date: .*$/m, "")
        .trim()
    expect(same(await readFile(file, "utf8"))).toBe(same(counterpart.taken.at(-1) ?? ""))
  })

  it("is read back whole; what an earlier version wrote as text is left out", async () => {
    const dataDir = join(world.config.dataDir, "as-files")
    const post = otherPost({ config: { ...world.config, smtpUrl: null, dataDir } })
    const text = "Guten Tag,\n\nÄ ist ein Umlaut.\n\n> zitiert\n--\nunten"
    const calendar = { method: "REQUEST", content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR" } as const
    await post.send({ ...MAIL, text, html: "<p>Ä</p>", calendar, replyTo: "x@example.org", key: ["file", 1] })
    await writeFile(join(dataDir, "mail", "0193f000-0000-7000-8000-000000000000.txt"), "Von: früher")
    const [filed, ...more] = await listFiledMails(dataDir, 10)
    expect(more).toEqual([])
    expect(filed).toMatchObject({
      from: "Forum <fachforum@localhost>",
      to: "a@example.org",
      replyTo: "x@example.org",
      subject: "Neue Antwort",
      text,
      html: "<p>Ä</p>\n",
    })
    expect(filed?.calendar?.trim()).toBe("BEGIN:VCALENDAR\nEND:VCALENDAR")
    expect(filed?.headers.map(({ name }) => name)).toContain("Auto-Submitted")
    expect(await findFiledMail(dataDir, filed?.id ?? "")).toEqual(filed)
    expect(await findFiledMail(dataDir, "../mail/x")).toBeNull()
  })
})

describe("a mail server that says nothing", () => {
  it("is waited for no longer than a mail may take, also where it says a little now and then", async () => {
    counterpart.answers.set("stumm@example.org", "")
    const carry = bySmtp({ ...world.config, smtpUrl: counterpart.url }, 50)
    const envelope = {
      ...MAIL,
      to: "stumm@example.org",
      key: ["silent"],
      from: { name: "Forum", address: "forum@example.org" },
      messageId: "<a@forum.example>",
      references: null,
      host: "forum.example",
    } as const
    await expect(carry(envelope)).rejects.toMatchObject({ fault: "silent", code: "EABORT" })
  })
})

describe("the sender", () => {
  it.each([
    ["Fachforum <forum@example.org>", { name: "Fachforum", address: "forum@example.org" }],
    ['"Wohngeld, Forum" <forum@example.org>', { name: "Wohngeld, Forum", address: "forum@example.org" }],
    ["<forum@example.org>", { name: "", address: "forum@example.org" }],
    [" forum@example.org ", { name: "", address: "forum@example.org" }],
  ])("%s", (from, found) => {
    expect(senderIn(from)).toEqual(found)
  })

  it("has the installation's name where none is set, and the set one otherwise", async () => {
    const sendFrom = async (mailFrom: string, name: string) => {
      const config = { ...world.config, mailFrom }
      await otherPost({ config, senderName: async () => name }).send({ ...MAIL, key: ["from", name] })
      return headerOf(counterpart.taken.at(-1) ?? "", "From")
    }
    expect(await sendFrom("forum@example.org", 'Forum "Mitte", Wohnen')).toBe(
      '"Forum \\"Mitte\\", Wohnen" <forum@example.org>',
    )
    expect(await sendFrom("Auskunft <forum@example.org>", "Forum")).toBe("Auskunft <forum@example.org>")
  })
})
