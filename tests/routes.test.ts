import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findActor } from "../server/accounts/index.ts"
import { publishAnnouncement } from "../server/announcements/index.ts"
import { newId } from "../server/kernel/database.ts"
import { compileAll } from "../server/kernel/schemas.ts"
import { addCategory, answer, ask, official, openTown, release, type Town } from "./forum/town.ts"
import { isOfQualification } from "./qualification/routes.table.ts"
import { ROLES_OF_TABLE, TABLE } from "./routes.table.ts"
import { crawl, exceed, fill, unkept, unlimited } from "./support/forms.ts"
import type { Agent, RouteEntry } from "./support/world.ts"

/**
 * Reads the route table of the application itself. Every route is asked by everybody, with the id of something
 * that exists; what each gets stands in `routes.table.ts`. A new route without a line fails, and so
 * does a line without a route. `PRINT_ROUTES=1` prints the lines as they are, for a person to read and decide.
 */
let town: Town
let askers: { name: string; agent: Agent }[]
let things: Awaited<ReturnType<typeof makeThings>>

beforeAll(async () => {
  town = await openTown()
  const { clerks, law } = town.departments
  const editor = await town.person("Redaktion", ["editor"], [clerks])
  const admin = await town.person("Administration", ["admin"], [clerks])
  const { huber, albrecht, schoeller, facilitator } = town.people
  askers = [
    { name: "nobody", agent: town.nobody },
    { name: "clerk", agent: huber.agent },
    { name: "specialist", agent: albrecht.agent },
    { name: "lead", agent: schoeller.agent },
    { name: "facilitator", agent: facilitator.agent },
    { name: "editor", agent: editor.agent },
    { name: "admin", agent: admin.agent },
  ]
  things = await makeThings(law)
})
afterAll(() => town.close())

async function makeThings(law: string) {
  const { mueller, vogt } = town.people
  const question = await ask(mueller, town.categories.open)
  const answerId = await answer(vogt, question, official)
  const comment = await mueller.agent.post(`/api/posts/${question}/comments`, { body: "Danke" }).expect(201)
  const sections = { situation: "a", approach: "b", result: "", pitfalls: "", contact: "" }
  const practice = await mueller.agent
    .post("/api/best-practices", { categoryId: town.categories.practices, title: "Ein Ablauf", ...sections })
    .expect(201)
  const drafted = await addCategory(town.people.editor.agent, {
    name: `Entwurf ${newId()}`,
    responsibleId: law,
  })
  const lead = await findActor(town.db, town.people.schoeller.id, null)
  if (!lead) throw new Error("no lead")
  const announcement = await publishAnnouncement(town.db, lead, {
    title: "An alle",
    body: "Text",
    audience: "all",
    departmentIds: [],
    publishAt: null,
    showUntil: "2999-01-01",
    link: null,
    takesComments: true,
    wantsAcknowledgement: true,
    draft: false,
  })
  const talk = await addTalk()
  return {
    ...talk,
    question,
    answer: answerId,
    comment: comment.body.id as string,
    practice: practice.body.id as string,
    category: town.categories.open,
    drafted,
    announcement: announcement.id,
    person: town.people.okafor.id,
    department: law,
    ...(await makeProvider()),
  }
}

/** A conversation of the clerk who asks with somebody who does not. */
async function addTalk() {
  const { huber, mueller } = town.people
  await town.db.$client.query("delete from conversation_blocks")
  const { body } = await huber.agent
    .post("/api/conversations", { personIds: [mueller.id], title: "Zu zweit", body: "Hallo" })
    .expect(201)
  const conversation = body.id as string
  const { messages } = (await huber.agent.get(`/api/conversations/${conversation}`).expect(200)).body
  return { conversation, message: messages[0].id as string, talker: mueller.id }
}

/** A sign-in service that nobody is offered, with a rule. */
async function makeProvider() {
  const { agent } = askers.at(-1) ?? { agent: town.nobody }
  const provider = await agent
    .post("/api/providers", {
      slug: `dienst-${newId().slice(-12)}`,
      name: "Dienst",
      issuer: "https://anmeldung.example.org",
      clientId: "fachforum",
      scopes: "openid",
      enabled: false,
      createsAccounts: true,
      onlyMatched: false,
      linksByEmail: false,
      trustsEmail: false,
      endsThere: true,
      recheckMinutes: null,
    })
    .expect(201)
  const rule = { claim: "groups", comparison: "is", value: "a", role: "clerk", departmentId: null }
  const made = await agent.post(`/api/providers/${provider.body.id}/rules`, rule).expect(201)
  return { provider: provider.body.id as string, rule: made.body.id as string }
}

/** What the `:id` of a route names, by the beginning of its address. */
const SUBJECTS: [RegExp, keyof Awaited<ReturnType<typeof makeThings>>][] = [
  [/^\/api\/(questions|threads)|^\/fragen/, "question"],
  [/^\/api\/posts|^\/beitraege|^\/a\//, "answer"],
  [/^\/api\/answers|^\/antworten/, "answer"],
  [/^\/api\/comments|^\/kommentare/, "comment"],
  [/^\/api\/best-practices|^\/gute-praxis/, "practice"],
  [/^\/api\/structure|^\/verwaltung\/struktur/, "drafted"],
  [/^\/api\/categories|^\/kategorien/, "category"],
  [/^\/api\/announcements|^\/ankuendigungen/, "announcement"],
  [/^\/api\/conversations|^\/gespraeche\/:id/, "conversation"],
  [/^\/api\/conversation-messages|^\/gespraeche\/nachrichten/, "message"],
  [/^\/api\/conversation-blocks|^\/gespraeche\/blockiert/, "talker"],
  [/^\/api\/provider-rules|^\/verwaltung\/anmeldung\/regeln/, "rule"],
  [/^\/api\/providers|^\/verwaltung\/anmeldung/, "provider"],
  [/^\/api\/people|^\/verwaltung\/personen/, "person"],
  [/^\/api\/departments|^\/verwaltung\/abteilungen/, "department"],
]

function addressOf(url: string): string {
  const subject = SUBJECTS.find(([pattern]) => pattern.test(url))?.[1]
  return url
    .replace(":id", subject ? things[subject] : randomUUID())
    .replace(":kind", "helpful")
    .replace(":page", "imprint")
    .replace(":token", "falsch")
    .replace(":file", "fehlt.css")
    .replace("*", "fehlt")
}

const dates = { legalStatusDate: "2026-01-01", reviewDate: null }
const edited = {
  version: 1,
  title: "Ein neuer Titel",
  body: "Text",
  tags: [],
  wantedBy: null,
  attachments: [],
}
/** What is sent where an empty body would hide who may do it. Everything else gets an empty one. */
const BODIES: Record<string, () => object> = {
  "POST /api/posts/:id/comments": () => ({ body: "Danke" }),
  "POST /api/posts/:id/hide": () => ({ reason: "Nennt eine Person" }),
  "POST /api/posts/:id/redact": () => ({ words: ["Mitteilung"] }),
  "POST /api/posts/:id/redact/preview": () => ({ words: ["Mitteilung"] }),
  "POST /api/questions/:id/answers": () => ({ body: "Amtlich", official: dates }),
  "POST /api/questions/:id/take": () => ({ note: "" }),
  "POST /api/questions/:id/return": () => ({ note: "" }),
  "POST /api/questions/:id/hand-over": () => ({ personId: town.people.vogt.id, note: "" }),
  "POST /api/questions/:id/pass-on": () => ({ departmentId: town.departments.other, note: "" }),
  "POST /api/questions/:id/ask-back": () => ({ body: "Seit wann?" }),
  "POST /api/questions/:id/duplicate": () => ({ originalId: things.question }),
  "POST /api/questions/record": () => ({
    ...edited,
    version: undefined,
    categoryId: things.category,
    answer: "Ja",
    ...dates,
  }),
  "PUT /api/questions/:id": () => edited,
  "PUT /api/answers/:id": () => ({ version: 1, body: "Neu", ...dates }),
  "PUT /api/answers/:id/accepted": () => ({ accepted: true }),
  "PUT /api/comments/:id": () => ({ version: 1, body: "Neu" }),
  "POST /api/announcements/:id/comments": () => ({ body: "Gilt das sofort?" }),
  "POST /api/announcements/:id/release": () => ({ version: 1 }),
  "POST /api/announcements/:id/withdraw": () => ({ reason: "Termin verschoben" }),
  "POST /api/announcements/roll-outs": () => ({ groupId: randomUUID() }),
  "POST /api/conversations": () => ({ personIds: [town.people.okafor.id], body: "Hallo" }),
  "POST /api/conversations/:id/messages": () => ({ body: "Hallo" }),
  "POST /api/conversations/:id/read": () => ({ number: 1 }),
  "POST /api/conversations/:id/question-drafts": () => ({
    messageIds: [things.message],
    categoryId: things.category,
    title: "Ein neuer Titel",
  }),
  "PUT /api/conversation-settings": () => ({ isOn: true, keptDays: 180 }),
  "POST /api/answers/:id/confirm": () => dates,
  "POST /api/answers/:id/reports": () => ({ reason: "Gilt nicht mehr" }),
  "POST /api/structure/release": () => ({ changes: 999 }),
}

async function send(agent: Agent, { method, url }: RouteEntry): Promise<number> {
  const address = addressOf(url)
  const body = BODIES[`${method} ${url}`]?.() ?? {}
  if (method === "GET") return (await agent.get(address)).status
  if (method === "DELETE") return (await agent.delete(address)).status
  if (method === "PUT") return (await agent.put(address, body)).status
  if (method === "PATCH") return (await agent.patch(address, body)).status
  return url.startsWith("/api")
    ? (await agent.post(address, body)).status
    : (await agent.form(address, {})).status
}

/** HEAD and OPTIONS come with GET. The WebSocket has tests of its own, and the qualification a table of its own parts. */
const isAsked = ({ method, url }: RouteEntry) =>
  !["HEAD", "OPTIONS"].includes(method) && url !== "/api/live" && !isOfQualification(url)
/** These would end the session of who asks. */
const ENDS_SESSIONS = ["POST /api/sign-out", "DELETE /api/sessions", "POST /abmelden"]

describe("every route", () => {
  it("has schemas that can be compiled, though a start compiles none that nobody has asked for", () => {
    expect(compileAll).not.toThrow()
  })

  it("gives everybody what the table says", async () => {
    const routes = town.routes.filter(isAsked)
    const found: Record<string, string> = {}
    for (const route of routes.toSorted((a, b) =>
      `${a.url} ${a.method}`.localeCompare(`${b.url} ${b.method}`, "en"),
    )) {
      const name = `${route.method} ${route.url}`
      if (ENDS_SESSIONS.includes(name)) continue
      // Nobody asks this fast in earnest.
      await town.db.$client.query("delete from throttles")
      // What one route changed, the next must not stumble over.
      if (route.method !== "GET") things = await makeThings(town.departments.law)
      const statuses: number[] = []
      for (const { agent } of askers) statuses.push(await send(agent, route))
      found[name] = statuses.join(" ")
    }
    if (process.env.PRINT_ROUTES) console.log(JSON.stringify(found, null, 2))
    expect(askers.map(({ name }) => name)).toEqual([...ROLES_OF_TABLE])
    expect(found).toEqual(TABLE)
  })

  it("says of every field for words how much goes in, takes no more, and loses nothing of it", async () => {
    things = await makeThings(town.departments.law)
    const pages = town.routes
      .filter((route) => isAsked(route) && route.method === "GET" && !route.url.startsWith("/api"))
      .map(({ url }) => addressOf(url))
    const patiently = () => town.db.$client.query("delete from throttles")
    const agents = askers.filter(({ name }) => name !== "nobody").map(({ agent }) => agent)
    const forms = [...(await crawl(agents, pages, patiently)).values()]
    // Lists of one thing a line, each with a limit of its own.
    const byLine = ["/beitraege/:id/schwaerzen words", "/gute-praxis/neu tags", "/suche/synonyme/neu terms"]
    expect(forms.flatMap(({ form }) => unlimited(form)).toSorted()).toEqual(byLine)
    // What is to be blacked out, what a service states about somebody, and what stands beside a password does not stay in a
    // browser.
    const notKept = [
      "/beitraege/:id/schwaerzen",
      "/verwaltung/anmeldung/:id/probe",
      "/verwaltung/verzeichnisse/ldap/neu",
    ]
    expect(forms.flatMap(({ form }) => unkept(form)).toSorted()).toEqual(notKept)
    const faults: string[] = []
    for (const { agent, form } of forms) faults.push(...(await exceed(agent, form, patiently)))
    for (const { agent, form } of forms.filter(({ form }) => form.method !== "get"))
      faults.push(...(await fill(agent, form, patiently)))
    expect(faults).toEqual([])
  })

  it("never fails on what is sent to it", async () => {
    const routes = town.routes
      .filter(isAsked)
      .filter(({ method, url }) => !ENDS_SESSIONS.includes(`${method} ${url}`))
    const { mueller } = town.people
    for (const { method, url } of routes) {
      await town.db.$client.query("delete from throttles")
      const address = addressOf(url)
      const odd = { title: 7, body: ["x"], unbekannt: true, version: "eins" }
      const response =
        method === "GET"
          ? await mueller.agent.get(`${address}?after=%00&unbekannt=1&category=quatsch`)
          : await mueller.agent.post(address, odd)
      expect(response.status, `${method} ${url}`).toBeLessThan(500)
    }
  })

  it("with the id of something invisible answers as if it were not there", async () => {
    const { vogt, editor, schoeller } = town.people
    const hidden = await addCategory(editor.agent, {
      name: "Verborgen",
      audience: "listed",
      departmentIds: [town.departments.law],
      responsibleId: town.departments.law,
    })
    await release(schoeller.agent)
    const question = await ask(vogt, hidden)
    const invisible = {
      ...things,
      question,
      category: hidden,
      answer: await answer(vogt, question, official),
    }
    things = invisible
    const readers = town.routes.filter(
      ({ method, url }) =>
        method === "GET" &&
        /^\/(api\/)?(questions|threads|categories|fragen|kategorien|antworten)\/:id/.test(url),
    )
    expect(readers.length).toBeGreaterThan(5)
    for (const route of readers)
      for (const { name, agent } of askers.filter(({ name }) => !["nobody", "specialist"].includes(name)))
        expect(await send(agent, route), `${route.url} for ${name}`).toBe(404)
  })
})
