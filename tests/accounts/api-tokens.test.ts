import supertest from "supertest"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { TOKEN_SCOPES, type TokenScope } from "../../server/accounts/index.ts"
import { scopeOf } from "../../server/api-scopes.ts"
import { groups, tags } from "../../server/api-tags.ts"
import { ROLES } from "../../server/kernel/actor.ts"
import { newId } from "../../server/kernel/database.ts"
import { moveClock, resetClock } from "../../server/kernel/time.ts"
import { openWorld, type Person, type RouteEntry, type World } from "../support/world.ts"

const PAGE = "/profil/zugangsschluessel"
const DAY = 24 * 3_600_000
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

let world: World
let admin: Person
let anna: Person
let department: string

beforeAll(async () => {
  world = await openWorld()
  department = await world.department("Wohngeld")
  admin = await world.person("Olaf Brandt", ["admin"])
  anna = await world.person("Anna Ernst", ["clerk"], [department])
})
afterEach(resetClock)
afterAll(() => world.close())

const ALL: readonly TokenScope[] = TOKEN_SCOPES

async function issue(person: Person, scopes: readonly string[] = ALL, path = PAGE): Promise<string> {
  const fields = { name: "Auswertung", scopes: [...scopes], expiresOn: inDays(90) }
  const { text } = await person.agent.form(path, fields).expect(200)
  return tokenIn(text)
}
const tokenIn = (text: string) => /fachforum_[0-9a-f]{72}/.exec(text)?.[0] ?? ""

type Sent = { method?: string; body?: object; cookie?: string; origin?: string }
function send(token: string | null, url: string, { method = "GET", body, cookie, origin }: Sent = {}) {
  const server = supertest(world.app.server)
  const request = server[method.toLowerCase() as "get"](url)
  if (token !== null) request.set("authorization", `Bearer ${token}`)
  if (cookie) request.set("cookie", cookie)
  if (origin) request.set("origin", origin)
  return body ? request.send(body) : request
}

const addressOf = (url: string) =>
  url
    .replaceAll(/:(id|\w+Id)\b/g, newId())
    .replace(":kind", "helpful")
    .replaceAll(/:\w+|\*/g, "fehlt")
const isAsked = ({ method }: RouteEntry) => !["HEAD", "OPTIONS"].includes(method)
const freely = () => world.db.$client.query("delete from throttles")

/** By what stands first behind `/api/`: what a token must be good for. What is not here takes no token. */
const AREAS: Record<string, string> = {
  adoption: "forum",
  agreements: "qualification",
  "announcement-comments": "announcements",
  "announcement-files": "announcements",
  announcements: "announcements",
  answers: "forum",
  "assessment-observations": "qualification",
  assessments: "qualification",
  attachments: "forum",
  badges: "qualification",
  "best-practices": "forum",
  categories: "forum",
  certificates: "qualification",
  "cohort-steps": "qualification",
  cohorts: "qualification",
  comments: "forum",
  "consulting-lines": "qualification",
  "consulting-topics": "qualification",
  consultings: "qualification",
  "data-protection": "qualification",
  events: "qualification",
  evidence: "qualification",
  following: "notifications",
  impulses: "qualification",
  lessons: "qualification",
  markdown: "forum",
  notifications: "notifications",
  objections: "qualification",
  "official-answers": "forum",
  posts: "forum",
  "practice-phases": "qualification",
  "programme-steps": "qualification",
  programmes: "qualification",
  "project-comments": "qualification",
  "project-items": "qualification",
  projects: "qualification",
  questions: "forum",
  queue: "forum",
  "released-lessons": "qualification",
  "retrospective-cards": "qualification",
  "retrospective-groups": "qualification",
  reviews: "forum",
  search: "forum",
  "session-entries": "qualification",
  "session-photos": "qualification",
  "step-files": "qualification",
  threads: "forum",
  "work-processes": "qualification",
}

function neededFor({ method, url }: RouteEntry): string | null {
  if (method === "GET" && url === "/api/me") return "any"
  if (method === "GET" && url === "/api/departments") return "forum:read"
  const area = AREAS[url.split("/")[2] ?? ""]
  return area ? `${area}:${method === "GET" ? "read" : "write"}` : null
}

describe("What a token is good for", () => {
  it("stands fast for every route of the API, and for every heading", () => {
    const routes = world.routes.filter((route) => isAsked(route) && route.url.startsWith("/api/"))
    const found = routes.map(({ method, url }) => [method, url, scopeOf(method, url)])
    expect(found).toEqual(routes.map((route) => [route.method, route.url, neededFor(route)]))
    expect(Object.values(groups).filter((tag) => !Object.hasOwn(tags, tag))).toEqual([])
  })

  it("is asked at every route of the API: with all but what is needed it is refused, with that alone let through", async () => {
    const everything = await world.person("Alle Rollen", [...ROLES], [department])
    const withOnly = new Map<string, string>()
    const without = new Map<string, string>()
    for (const scope of ALL) {
      withOnly.set(scope, await issue(everything, [scope]))
      without.set(
        scope,
        await issue(
          everything,
          ALL.filter((one) => one !== scope),
        ),
      )
    }
    const all = await issue(everything)
    const routes = world.routes.filter(
      (route) => isAsked(route) && route.url.startsWith("/api/") && route.access !== "public",
    )
    expect(routes.length).toBeGreaterThan(300)
    const refused = routes.filter((route) => neededFor(route) === null)
    expect(refused.length).toBeGreaterThan(100)
    const faults: string[] = []
    for (const route of routes) {
      if (route.url === "/api/live") continue
      await freely()
      const needed = neededFor(route)
      const ask = (token: string) => send(token, addressOf(route.url), { method: route.method })
      const name = `${route.method} ${route.url}`
      const { status, body } = await ask(
        needed === null || needed === "any" ? all : (without.get(needed) ?? ""),
      )
      const isRefused = status === 403 && body.code === (needed === null ? "token.never" : "token.scope")
      if (isRefused !== (needed !== "any")) faults.push(`${name} without ${needed}: ${status} ${body.code}`)
      if (needed === null || needed === "any") continue
      const passed = await ask(withOnly.get(needed) ?? "")
      if (passed.status === 401 || String(passed.body?.code).startsWith("token."))
        faults.push(`${name} with ${needed}: ${passed.status}`)
    }
    expect(faults).toEqual([])
  })

  it("is nothing on any page and in whatever everybody may ask: there it is as if none had been sent", async () => {
    const token = await issue(anna)
    const routes = world.routes.filter(
      (route) => isAsked(route) && (route.access === "public" || !route.url.startsWith("/api/")),
    )
    expect(routes.length).toBeGreaterThan(300)
    const faults: string[] = []
    for (const { method, url } of routes) {
      if (url.startsWith("/scim/")) continue
      await freely()
      const address = addressOf(url)
      const sent = { method, origin: "http://localhost:3000" }
      const [nobody, program] = [await send(null, address, sent), await send(token, address, sent)]
      if (nobody.status !== program.status || nobody.headers.location !== program.headers.location)
        faults.push(`${method} ${url}: ${nobody.status}, ${program.status}`)
    }
    expect(faults).toEqual([])
  })

  it("is not enough for SCIM, and the token of a directory not for the API", async () => {
    await send(await issue(anna), "/scim/v2/Users").expect(401)
    await send("scim_geraten", "/api/me").expect(401)
  })
})

describe("A program with a token", () => {
  it("acts with the person's rights, without a cookie and an Origin, and has no other", async () => {
    const token = await issue(anna)
    const { body } = await send(token, "/api/me").expect(200)
    expect(body.displayName).toBe("Anna Ernst")
    await send(token, "/api/markdown/preview", { method: "POST", body: { text: "Hallo" } }).expect(200)
    // What the person may not do, the program may not do either.
    const refused = await send(token, "/api/announcements", { method: "POST", body: {} }).expect(403)
    expect(refused.body.code).toBe("forbidden")
    // A cookie beside it counts for nothing.
    const both = await send(token, "/api/me", { cookie: admin.cookie }).expect(200)
    expect(both.body.displayName).toBe("Anna Ernst")
    await send(token, "/api/people", { cookie: admin.cookie }).expect(403)
  })

  it("is told which scope lacks, and that an address leads nowhere", async () => {
    const token = await issue(anna, ["announcements:read"])
    const lacking = await send(token, "/api/questions").expect(403)
    expect(lacking.body.code).toBe("token.scope")
    expect(lacking.headers["www-authenticate"]).toBe('Bearer error="insufficient_scope", scope="forum:read"')
    await send(token, "/api/fragen", { method: "POST", body: {} }).expect(404)
  })

  it("leaves the day of its last use and nothing finer", async () => {
    const token = await issue(anna)
    await send(token, "/api/me").expect(200)
    const read = async () => {
      const { rows } = await world.db.$client.query(
        "select used_on::text, created_on::text from api_tokens order by id desc limit 1",
      )
      return rows[0]
    }
    expect((await read()).used_on).toBe((await read()).created_on)
    moveClock(2 * DAY)
    await send(token, "/api/me").expect(200)
    const later = await read()
    expect(Date.parse(later.used_on) - Date.parse(later.created_on)).toBe(2 * DAY)
  })

  it("is refused once the token was revoked, has expired, was cut, or the person was deactivated", async () => {
    const person = await world.person("Bernd Klein", ["clerk"], [department])
    const [revoked, kept] = [await issue(person), await issue(person)]
    const page = await person.agent.get(PAGE).expect(200)
    expect(page.text).not.toContain(revoked)
    const [own = ""] =
      /\/profil\/zugangsschluessel\/[0-9a-f-]{36}\/sperren(?!.*\/sperren)/s.exec(page.text) ?? []
    // Nobody else's.
    await anna.agent.form(own, {}).expect(404)
    await person.agent.form(own, {}).expect(303)
    const answers = await Promise.all([send(revoked, "/api/me"), send(kept, "/api/me")])
    expect(answers.map(({ status }) => status)).toEqual([401, 200])
    expect(answers[0]?.headers["www-authenticate"]).toBe('Bearer error="invalid_token"')
    await send(kept.slice(0, -1), "/api/me").expect(401)
    await send(`${kept.slice(0, -8)}00000000`, "/api/me").expect(401)
    moveClock(91 * DAY)
    await send(kept, "/api/me").expect(401)
    resetClock()
    await admin.agent.post(`/api/people/${person.id}/deactivate`).expect(204)
    await send(kept, "/api/me").expect(401)
    await admin.agent.post(`/api/people/${person.id}/reactivate`).expect(204)
    await send(kept, "/api/me").expect(401)
  })

  it("is slowed down when it asks too often, by token and, with wrong ones, by address", async () => {
    const token = await issue(anna)
    const { requestsPerToken } = world.config.limits
    world.config.limits.requestsPerToken = 2
    await freely()
    const statuses = [1, 2, 3].map(async () => (await send(token, "/api/me")).status)
    expect((await Promise.all(statuses)).toSorted()).toEqual([200, 200, 429])
    world.config.limits.requestsPerToken = requestsPerToken
    // What is counted does not tell whose program it was.
    const { rows } = await world.db.$client.query("select bucket from throttles where bucket like 'token:%'")
    expect(rows.every(({ bucket }) => /^token:[\w-]{43}$/.test(bucket))).toBe(true)
    await freely()
    for (let wrong = 0; wrong < 60; wrong += 1) await send("fachforum_falsch", "/api/me").expect(401)
    await send("fachforum_falsch", "/api/me").expect(429)
    await send(token, "/api/me").expect(200)
    await freely()
  })
})

describe("The page of one's tokens", () => {
  it("takes a day within the year only, and what was typed comes back", async () => {
    const fields = { name: "Intranet", scopes: ["forum:read"], expiresOn: inDays(400) }
    const far = await anna.agent.form(PAGE, fields).expect(422)
    expect(far.text).toContain("Länger als ein Jahr")
    expect(far.text).toContain('value="Intranet"')
    const past = await anna.agent.form(PAGE, { ...fields, expiresOn: "2001-01-01" }).expect(422)
    expect(past.text).toContain("Dieser Tag ist vorbei")
    await anna.agent.form(PAGE, { ...fields, expiresOn: inDays(30), scopes: [] }).expect(422)
    await anna.agent.form(PAGE, { ...fields, expiresOn: inDays(30), scopes: ["people:write"] }).expect(422)
  })

  it("holds no more than twenty, and keeps only hashes", async () => {
    const person = await world.person("Clara Lang", ["clerk"])
    const token = await issue(person)
    for (let more = 1; more < 20; more += 1) await issue(person)
    const fields = { name: "Noch einer", scopes: ["forum:read"], expiresOn: inDays(30) }
    expect((await person.agent.form(PAGE, fields).expect(409)).text).toContain("Mehr als 20")
    const { rows } = await world.db.$client.query("select row_to_json(t)::text as row from api_tokens t")
    expect(rows.some(({ row }) => row.includes(token.slice(10, 40)))).toBe(false)
  })

  it("leaves what was done in the audit log", async () => {
    const { body } = await admin.agent.get("/api/audit").expect(200)
    const actions = body.items.map(({ action }: { action: string }) => action)
    expect(actions).toContain("person.token-issued")
    expect(actions).toContain("person.token-revoked")
  })
})

describe("A service", () => {
  const LIST = "/verwaltung/dienste"
  async function makeService(name: string, roles = ["clerk"]) {
    const { headers } = await admin.agent.form(LIST, { name, roles, departmentIds: [department] }).expect(303)
    return String(headers.location).replace(/\?.*/, "")
  }

  it("acts as an account of its own, whose name says so", async () => {
    const path = await makeService("Fachverfahren")
    const token = await issue(admin, ["forum:read"], `${path}/token`)
    const { body } = await send(token, "/api/me").expect(200)
    expect(body).toMatchObject({ displayName: "Fachverfahren (Dienst)", roles: ["clerk"] })
    await send(token, "/api/questions").expect(200)
    const page = await admin.agent.get(path).expect(200)
    expect(page.text).not.toContain(token)
    const [revoke = ""] = /\/verwaltung\/dienste\/[^"]+\/sperren/.exec(page.text) ?? []
    await admin.agent.form(revoke, {}).expect(303)
    await send(token, "/api/me").expect(401)
  })

  it("is no colleague: in no list of people, by no name, with no mail and no password", async () => {
    const path = await makeService("Unsichtbar", ["specialist"])
    const id = path.split("/").at(-1) ?? ""
    const list = await admin.agent.get("/api/people?name=Unsichtbar").expect(200)
    expect(list.body.items).toEqual([])
    await admin.agent.get(`/api/people/${id}`).expect(404)
    await admin.agent.patch(`/api/people/${id}`, { roles: ["admin"] }).expect(404)
    await admin.agent.post(`/api/people/${id}/invite`).expect(404)
    const specialist = await world.person("Sonja Fach", ["specialist"], [department])
    const colleagues = await specialist.agent.get(`/api/departments/${department}/people`)
    expect(JSON.stringify(colleagues.body)).not.toContain("Unsichtbar")
    expect((await admin.agent.get(LIST).expect(200)).text).toContain("Unsichtbar")
  })

  it("is never an administrator, and nobody but administrators sees or makes one", async () => {
    const fields = { name: "Verwalter", roles: ["admin"], departmentIds: [] }
    await admin.agent.form(LIST, fields).expect(422)
    await anna.agent.get(LIST).expect(403)
    await anna.agent.form(LIST, { ...fields, roles: ["clerk"] }).expect(403)
    // A person's account is none.
    await admin.agent.get(`${LIST}/${anna.id}`).expect(404)
  })

  it("loses its tokens when it is stopped, and begins anew", async () => {
    const path = await makeService("Intranet")
    const token = await issue(admin, ["forum:read"], `${path}/token`)
    await admin.agent.form(`${path}/stilllegen`, {}).expect(303)
    await send(token, "/api/me").expect(401)
    const fields = { name: "Neu", scopes: ["forum:read"], expiresOn: inDays(30) }
    await admin.agent.form(`${path}/token`, fields).expect(404)
    await admin.agent.form(`${path}/wieder`, {}).expect(303)
    await send(token, "/api/me").expect(401)
    await send(await issue(admin, ["forum:read"], `${path}/token`), "/api/me").expect(200)
  })

  it("keeps its name, roles and departments where its page says so", async () => {
    const path = await makeService("Alt")
    await admin.agent.form(path, { name: "Neu", roles: ["lead"], departmentIds: [] }).expect(303)
    const token = await issue(admin, ["forum:read"], `${path}/token`)
    const { body } = await send(token, "/api/me").expect(200)
    expect(body).toMatchObject({ displayName: "Neu (Dienst)", roles: ["lead"], departments: [] })
  })
})
