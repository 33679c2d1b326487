import supertest from "supertest"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { DatabaseOutage, kindOf } from "../../server/kernel/outage.ts"
import { openTown, type Town } from "../forum/town.ts"
import type { RouteEntry } from "../support/world.ts"

/** Every form that the running program takes, refused by whatever stands before it is read. */
let town: Town
let forms: RouteEntry[]
beforeAll(async () => {
  town = await openTown()
  // Neither of these is sent by a form: programs get an answer that they can read.
  forms = town.routes.filter(({ method, url }) => method === "POST" && !/^\/(api|scim)\b/.test(url))
})
afterAll(() => town.close())

const SENT = {
  title: "Einwort",
  body: "Ein Text, an dem lange\r\ngearbeitet wurde & <der> bleibt.",
  password: "geheimes Kennwort",
}
const SHOWN = ["Einwort", "gearbeitet wurde &amp; &lt;der> bleibt."]
const addressOf = (url: string) => url.replaceAll(/:\w+/g, "0199a0a0-0000-7000-8000-000000000000")

/** A mail program sends it for its reader (RFC 8058). */
const FROM_OUTSIDE = ["/abbestellen/:token"]
/** By the account or the signature that is named in them, once they were read. */
const COUNT_THEMSELVES = [
  "/anmelden",
  "/anmelden/passkey",
  "/anmelden/code",
  "/anmelden/code/passkey",
  "/anmelden/einrichten",
  "/anmelden/einrichten/passkey",
  "/kennwort/vergessen",
  "/kennwort/:token",
  ...FROM_OUTSIDE,
]

type Sender = { cookie?: string; origin?: string }

async function send(url: string, kind: "form" | "multipart", { cookie = "", origin }: Sender = {}) {
  const request = supertest(town.app.server)
    .post(addressOf(url))
    .set({ origin: origin ?? town.config.publicUrl, cookie })
  if (kind === "form") return request.type("form").send(SENT)
  for (const [name, value] of Object.entries(SENT)) request.field(name, value)
  return request.attach("files", Buffer.from("Inhalt"), "anlage.txt")
}

/**
 * Of two forms one comes with files, the other without: which, makes no difference to what stands before them.
 * @returns what is wrong with the answers, so that one look shows all of it
 */
async function faultsOf(asked: RouteEntry[], status: number, sender: Sender): Promise<string[]> {
  const faults: string[] = []
  for (const [index, { url }] of asked.entries()) {
    const kind = index % 2 === 0 ? "form" : "multipart"
    const answer = await send(url, kind, sender)
    const lost = SHOWN.filter((text) => !answer.text.includes(text))
    const isTold = answer.text.includes(SENT.password)
    if (answer.status !== status || lost.length > 0 || isTold)
      faults.push(`${url} (${kind}): ${answer.status}, lost ${lost.join(" and ")}, password ${isTold}`)
  }
  return faults
}

/** Whatever is asked of the database fails like this. */
async function whileFailing(error: Error, work: () => Promise<void>): Promise<void> {
  const failing = vi.spyOn(town.db.$client, "connect").mockImplementation(() => Promise.reject(error))
  try {
    await work()
  } finally {
    failing.mockRestore()
  }
}

describe("a form that is refused before it is read gives back what was typed", () => {
  it("to somebody whose session has expired", async () => {
    const closed = forms.filter(({ access }) => access !== "public")
    expect(closed.length).toBeGreaterThan(50)
    expect(await faultsOf(closed, 401, {})).toEqual([])
  })

  it("where it comes from another page, without a button that sends it", async () => {
    const ours = forms.filter(({ url }) => !FROM_OUTSIDE.includes(url))
    expect(await faultsOf(ours, 403, { origin: "https://boese.example" })).toEqual([])
    const { text } = await send("/fragen/neu", "form", { origin: "https://boese.example" })
    expect(text).not.toContain("Noch einmal senden")
  })

  it("after too many", async () => {
    const { cookie, agent } = await town.person("Ada Alles", [
      ...(["clerk", "specialist", "lead", "editor", "admin", "facilitator"] as const),
    ])
    await agent.form("/sprache", { locale: "de" }).expect(303)
    await town.db.$client.query("update throttles set count = 1000000")
    const counted = forms.filter(({ url }) => !COUNT_THEMSELVES.includes(url))
    expect(await faultsOf(counted, 429, { cookie })).toEqual([])
  })

  it("where the database is away, with 503", () =>
    whileFailing(new DatabaseOutage("unreachable"), async () => {
      expect(await faultsOf(forms, 503, { cookie: town.people.huber.cookie })).toEqual([])
    }))

  it("and where we fail, with 500", () =>
    whileFailing(new Error("a fault of ours"), async () => {
      expect(await faultsOf(forms, 500, { cookie: town.people.huber.cookie })).toEqual([])
    }))
})

it.each([
  ["slow", "antwortet gerade zu langsam", "answers too slowly"],
  ["connections", "alle Verbindungen", "all connections"],
  ["full", "Es wurde nichts gespeichert", "Nothing was saved"],
  ["read-only", "Es wurde nichts gespeichert", "Nothing was saved"],
] as const)("says in both languages that the database is %s, and offers to send it again", (kind, de, en) =>
  whileFailing(new DatabaseOutage(kind), async () => {
    const german = await town.people.huber.agent.form("/fragen/neu", { title: "Einwort" })
    expect(german.status).toBe(503)
    expect(german.text).toContain(de)
    expect(german.text).toContain("Noch einmal senden")
    const english = await town.people.huber.agent
      .form("/fragen/neu", { title: "Einwort" })
      .set("cookie", "session=x; language=en")
    expect(english.text).toContain(en)
    expect(english.text).toContain("Send again")
    expect(english.headers["retry-after"]).toBe("10")
  }),
)

it.each([
  ["57P01", "unreachable"],
  ["57P03", "unreachable"],
  ["08P01", "unreachable"],
  ["ECONNREFUSED", "unreachable"],
  ["ECONNRESET", "unreachable"],
  ["25006", "read-only"],
  ["53100", "full"],
  ["53300", "connections"],
  ["55P03", "slow"],
  ["57014", "slow"],
  ["23505", null],
  ["40P01", null],
  ["42P01", null],
])("takes %s for %s", (code, kind) => {
  expect(kindOf(Object.assign(new Error("that"), { code }))).toBe(kind)
})
