import { once } from "node:events"
import { createServer, type IncomingHttpHeaders } from "node:http"
import { Webhook } from "standardwebhooks"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { findActor } from "../server/accounts/index.ts"
import { publishAnnouncement } from "../server/announcements/index.ts"
import { ConfigFault, readConfig } from "../server/kernel/config.ts"
import { transact } from "../server/kernel/database.ts"
import { enqueue } from "../server/kernel/jobs.ts"
import { moveClock, resetClock } from "../server/kernel/time.ts"
import { addCategory, answer, ask, official, openTown, release, type Town } from "./forum/town.ts"
import { openWorld, type Person } from "./support/world.ts"

const LIST = "/verwaltung/webhooks"
const MINUTE = 60_000
const HOUR = 60 * MINUTE

type Received = { headers: IncomingHttpHeaders; body: string }

/** Another program: keeps what it is sent, and answers as it is told. */
const receiver = {
  received: [] as Received[],
  status: 204,
  location: "",
  server: createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk) => chunks.push(chunk))
    request.on("end", () => {
      receiver.received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
      response.writeHead(receiver.status, receiver.location ? { location: receiver.location } : {}).end()
    })
  }),
}

let town: Town
let admin: Person
let origin: string

beforeAll(async () => {
  receiver.server.listen(0, "127.0.0.1")
  await once(receiver.server, "listening")
  origin = `http://127.0.0.1:${Object(receiver.server.address()).port}`
  town = await openTown(openWorld({ webhookHosts: [origin] }))
  admin = await town.person("Olaf Brandt", ["admin"])
})
afterEach(async () => {
  resetClock()
  Object.assign(receiver, { received: [], status: 204, location: "" })
  await town.db.$client.query("delete from webhooks")
  await town.db.$client.query("delete from pgboss.job where name = 'webhooks.deliver'")
})
afterAll(async () => {
  await town.close()
  receiver.server.close()
})

const ALL = ["question.asked", "question.answered", "best-practice.shared", "announcement.published"]
async function make(events: string[] = ALL) {
  const fields = { name: "Intranet", url: `${origin}/hook`, events }
  const { text } = await admin.agent.form(LIST, fields).expect(200)
  const secret = /whsec_[A-Za-z0-9+/=]+/.exec(text.replaceAll("&#x2F;", "/"))?.[0] ?? ""
  const [path = ""] = /\/verwaltung\/webhooks\/[0-9a-f-]{36}/.exec(text) ?? []
  return { path, secret }
}
/** What the library of a receiver makes of a message; throws where it is not signed by the secret. */
const verified = (secret: string, { headers, body }: Received) =>
  new Webhook(secret).verify(body, headers as Record<string, string>)
const types = () => receiver.received.map(({ body }) => JSON.parse(body).type)
const page = async (path: string) => (await admin.agent.get(path).expect(200)).text
async function stored() {
  const { rows } = await town.db.$client.query("select * from webhook_deliveries order by id")
  return rows
}
/** Goes on to when the next try is due, by the database's clock as well. */
async function later(milliseconds: number) {
  moveClock(milliseconds)
  await town.db.$client.query("update pgboss.job set start_after = now() where name = 'webhooks.deliver'")
  await town.drain()
}

describe("A webhook", () => {
  it("tells what happened by ids and an address, signed so that a receiver's library takes it", async () => {
    const { secret } = await make()
    const { mueller, vogt } = town.people
    const question = await ask(mueller, town.categories.open)
    await answer(vogt, question)
    const answered = await answer(vogt, question, official)
    await town.drain()
    expect(types()).toEqual(["question.asked", "question.answered"])
    const [asked, told] = receiver.received
    if (!asked || !told) throw new Error("two messages were expected")
    expect(verified(secret, asked)).toEqual({
      type: "question.asked",
      timestamp: expect.any(String),
      data: { id: question, url: `http://localhost:3000/a/${question}` },
    })
    expect(verified(secret, told)).toMatchObject({ data: { id: answered } })
    expect(asked.body).not.toContain("Müller")
    expect(asked.headers["content-type"]).toBe("application/json")
    await mueller.agent.get(`/a/${question}`).expect(303)
    // What was changed on its way is refused.
    expect(() => verified(secret, { ...asked, body: asked.body.replace("asked", "answered") })).toThrow()
    expect(() => verified(`whsec_${Buffer.from("another").toString("base64")}`, asked)).toThrow()
  })

  it("tells of best practices and of announcements to everybody, once", async () => {
    await make()
    const { mueller, schoeller } = town.people
    const sections = { situation: "a", approach: "b", result: "", pitfalls: "", contact: "" }
    const practice = { categoryId: town.categories.practices, title: "Ein Ablauf", ...sections }
    await mueller.agent.post("/api/best-practices", practice).expect(201)
    const lead = await findActor(town.db, schoeller.id, null)
    if (!lead) throw new Error("no lead")
    const announcement = {
      title: "An alle",
      body: "Text",
      audience: "all" as const,
      departmentIds: [],
      publishAt: null,
      showUntil: "2999-01-01",
      link: null,
      takesComments: false,
      wantsAcknowledgement: false,
      draft: false,
    }
    const { id } = await publishAnnouncement(town.db, lead, announcement)
    const some = { ...announcement, audience: "listed" as const, departmentIds: [town.departments.law] }
    await publishAnnouncement(town.db, lead, some)
    await town.drain()
    expect(types()).toEqual(["best-practice.shared", "announcement.published"])
    expect(receiver.received[1]?.body).toContain(`/ankuendigungen/${id}`)
  })

  it("says nothing of what not everybody may read, and nothing of what was hidden before it was sent", async () => {
    const { path } = await make()
    const { editor, schoeller, vogt, mueller } = town.people
    const closed = await addCategory(editor.agent, {
      name: "Verborgen",
      audience: "listed",
      departmentIds: [town.departments.law],
      responsibleId: town.departments.law,
    })
    await release(schoeller.agent)
    await ask(vogt, closed)
    expect(await stored()).toEqual([])
    const question = await ask(mueller, town.categories.open)
    await mueller.agent.post(`/api/posts/${question}/withdraw`).expect(204)
    await town.drain()
    expect(receiver.received).toEqual([])
    expect(await page(path)).toContain("inzwischen nicht mehr für alle lesbar")
  })

  it("sends only what it was made for, and nothing while it is switched off", async () => {
    const { path } = await make(["announcement.published"])
    await ask(town.people.mueller, town.categories.open)
    expect(await stored()).toEqual([])
    const fields = { name: "Intranet", url: `${origin}/hook`, events: ["question.asked"] }
    await admin.agent.form(path, fields).expect(303)
    await ask(town.people.mueller, town.categories.open)
    expect(await stored()).toEqual([])
  })

  it("is tried out with a message about nothing", async () => {
    const { path, secret } = await make()
    await admin.agent.form(`${path}/probe`, {}).expect(303)
    await town.drain()
    const [test] = receiver.received
    expect(test && verified(secret, test)).toMatchObject({ type: "test", data: {} })
    expect(await page(path)).toContain("Antwort 204")
  })
})

describe("A message that does not arrive", () => {
  it("is sent again under its id, after longer and longer, and arrives once its receiver is there", async () => {
    const { path } = await make()
    receiver.status = 503
    await ask(town.people.mueller, town.categories.open)
    await town.drain()
    expect(await stored()).toMatchObject([{ state: "waiting", attempts: 1, status: 503, fault: "status" }])
    const { rows } = await town.db.$client.query(
      "select extract(epoch from start_after - now()) as wait from pgboss.job where name = 'webhooks.deliver' and state = 'created'",
    )
    expect(rows).toHaveLength(1)
    expect(Number(rows[0].wait)).toBeGreaterThan(30)
    await later(MINUTE)
    expect(await page(path)).toContain("kommt nichts an")
    receiver.status = 200
    await later(5 * MINUTE)
    expect(await stored()).toMatchObject([{ state: "delivered", attempts: 3, status: 200, fault: null }])
    const ids = receiver.received.map(({ headers }) => headers["webhook-id"])
    expect(ids).toHaveLength(3)
    expect(new Set(ids).size).toBe(1)
    expect(await page(path)).not.toContain("kommt nichts an")
  })

  it("switches its webhook off after three days, and administrators are told", async () => {
    const { path } = await make()
    receiver.status = 500
    await ask(town.people.mueller, town.categories.open)
    await town.drain()
    for (const hours of [1, 10, 20, 20]) await later(hours * HOUR)
    expect(await page(LIST)).not.toContain("ausgeschaltet")
    await later(22 * HOUR)
    expect(await page(path)).toContain("abgeschaltet, weil tagelang nichts ankam")
    await transact(town.db, (tx) => enqueue(tx, "notifications.faults", {}))
    await town.drain()
    const { body } = await admin.agent.get("/api/notifications").expect(200)
    expect(body.items).toMatchObject([
      { notice: "accounts.webhook-stopped", title: "Intranet", address: LIST },
    ])
    // Switched on again it sends what comes from then on.
    receiver.status = 204
    receiver.received = []
    const fields = { name: "Intranet", url: `${origin}/hook`, events: ALL, enabled: "true" }
    await admin.agent.form(path, fields).expect(303)
    await ask(town.people.mueller, town.categories.open)
    await town.drain()
    expect(types()).toEqual(["question.asked"])
  })

  it("is no more tried where the receiver says that it is gone", async () => {
    const { path } = await make()
    receiver.status = 410
    await ask(town.people.mueller, town.categories.open)
    await town.drain()
    expect(await stored()).toMatchObject([{ state: "failed", attempts: 1 }])
    expect(await page(path)).toContain("abgeschaltet")
  })

  it("is not sent on to where an answer leads", async () => {
    await make()
    receiver.status = 302
    receiver.location = `${origin}/anderswo`
    await ask(town.people.mueller, town.categories.open)
    await town.drain()
    expect(receiver.received).toHaveLength(1)
    expect(await stored()).toMatchObject([{ fault: "redirect", status: 302 }])
  })

  it("can be sent again by hand, and is listed for thirty days", async () => {
    const { path } = await make()
    receiver.status = 410
    await ask(town.people.mueller, town.categories.open)
    await town.drain()
    receiver.status = 204
    const fields = { name: "Intranet", url: `${origin}/hook`, events: ALL, enabled: "true" }
    await admin.agent.form(path, fields).expect(303)
    const [again = ""] = /\/verwaltung\/webhooks\/[^"]+\/erneut/.exec(await page(path)) ?? []
    await admin.agent.form(again, {}).expect(303)
    await town.drain()
    expect(await stored()).toMatchObject([{ state: "delivered", status: 204 }])
    const { sweepDeliveries } = await import("../server/webhooks/delivering.ts")
    moveClock(29 * 24 * HOUR)
    await sweepDeliveries(town.db)
    expect(await stored()).toHaveLength(1)
    moveClock(2 * 24 * HOUR)
    await sweepDeliveries(town.db)
    expect(await stored()).toEqual([])
  })
})

describe("The secret of a webhook", () => {
  it("is kept sealed, and renewed with both in use until the former one is dropped", async () => {
    const { path, secret } = await make()
    const { rows } = await town.db.$client.query("select row_to_json(w)::text as row from webhooks w")
    expect(rows[0].row).not.toContain(secret.slice(6, 30))
    expect(await page(path)).not.toContain(secret)
    const renewed = await admin.agent.form(`${path}/geheimnis`, {}).expect(200)
    const newer = /whsec_[A-Za-z0-9+/=]+/.exec(renewed.text)?.[0] ?? ""
    expect(newer).not.toBe(secret)
    await admin.agent.form(`${path}/probe`, {}).expect(303)
    await town.drain()
    const [both] = receiver.received
    if (!both) throw new Error("a message was expected")
    expect([verified(secret, both), verified(newer, both)]).toHaveLength(2)
    await admin.agent.form(`${path}/geheimnis/verwerfen`, {}).expect(303)
    receiver.received = []
    await admin.agent.form(`${path}/probe`, {}).expect(303)
    await town.drain()
    const [one] = receiver.received
    if (!one) throw new Error("a message was expected")
    expect(() => verified(secret, one)).toThrow()
    expect(verified(newer, one)).toMatchObject({ type: "test" })
  })
})

describe("Where messages may go", () => {
  it("is what the operator names, when a webhook is made and whenever it sends", async () => {
    const elsewhere = [
      "http://127.0.0.1:1/hook",
      "https://example.org/hook",
      origin.replace("http:", "https:"),
      `http://localhost:${new URL(origin).port}/hook`,
      `${origin}@example.org/`,
      `http://benutzer:kennwort@${new URL(origin).host}/`,
    ]
    for (const url of elsewhere) {
      const { text } = await admin.agent.form(LIST, { name: "X", url, events: ALL }).expect(422)
      expect(text).toContain('aria-invalid="true"')
    }
    const { path } = await make()
    town.config.webhookHosts = []
    await ask(town.people.mueller, town.categories.open)
    await town.drain()
    expect(receiver.received).toEqual([])
    expect(await stored()).toMatchObject([{ fault: "not-allowed" }])
    expect(await page(path)).toContain("WEBHOOK_HOSTS")
    town.config.webhookHosts = [origin]
  })

  it("is read from the environment as servers, and a start with anything else is refused", () => {
    const hosts = (value: string) => readConfig({ WEBHOOK_HOSTS: value }).webhookHosts
    expect(hosts("")).toEqual([])
    expect(hosts("Intranet.example.org, http://dienst.local:8080")).toEqual([
      "https://intranet.example.org",
      "http://dienst.local:8080",
    ])
    for (const wrong of [
      "*",
      "*.example.org",
      "https://a.example/pfad",
      "https://a@b.example",
      "ftp://a",
      "a b",
    ])
      expect(() => hosts(wrong), wrong).toThrow(ConfigFault)
  })

  it("is decided by administrators only", async () => {
    const { path } = await make()
    const { mueller } = town.people
    await mueller.agent.get(LIST).expect(403)
    await mueller.agent.get(path).expect(403)
    await mueller.agent.form(`${path}/probe`, {}).expect(403)
  })
})
