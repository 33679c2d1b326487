import { randomUUID } from "node:crypto"
import { Type } from "typebox"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { ROLES } from "../../server/kernel/actor.ts"
import { Closed, compileAddress } from "../../server/kernel/schemas.ts"
import { answer, ask, official, openTown, type Town } from "../forum/town.ts"
import type { Person } from "../support/world.ts"

let town: Town
let addresses: string[]
/** Has every role, so that no page is refused before its address is read. */
let everything: Person
beforeAll(async () => {
  town = await openTown()
  const { mueller, vogt } = town.people
  everything = await town.person("Alle Rollen", [...ROLES], [town.departments.law])
  const question = await ask(mueller, town.categories.open)
  const given = await answer(vogt, question, official)
  const things: [RegExp, string][] = [
    [/^\/fragen/, question],
    [/^\/(a|antworten|beitraege)\//, given],
    [/^\/kategorien/, town.categories.open],
    [/^\/verwaltung\/personen/, mueller.id],
    [/^\/verwaltung\/abteilungen/, town.departments.law],
    [/^\/verwaltung\/struktur/, town.categories.open],
  ]
  addresses = town.routes
    .filter(({ method, url }) => method === "GET" && !/^\/(api|health|assets)/.test(url))
    .map(({ url }) => url.replace(":id", things.find(([begin]) => begin.test(url))?.[1] ?? randomUUID()))
    .map((url) => url.replace(/:[a-zA-Z]+|\*/g, "fehlt"))
})
afterAll(() => town.close())

/** What may stand behind the address of any page: never a reason to refuse it, and never something else than the page. */
const JUNK = [
  "utm_source=mail&utm_medium=a&fbclid=xyz",
  "?",
  "&&&=&=x&x",
  "__proto__=1&constructor=2&toString=3",
  "%zz=%zz&%C3=%00",
  `${"x".repeat(300)}=${"y".repeat(300)}`,
]
/** Every parameter of every page, with a value that is none, and twice. */
const NAMES = [
  "nach after seite q art kategorie abteilung zustand schlagwort amtlich zeitraum sortierung hinweis weiter action",
  "name role active department nummer sprache fotos thema ablauf titel adresse von zeitpunkt neu anfang zu begriff",
  "praxis uebernommen offen titel text category from to aktion",
].flatMap((names) => names.split(" "))
const BAD = NAMES.map((name) => `${name}=%00${"q".repeat(200)}`).join("&")
const TWICE = NAMES.map((name) => `${name}=quatsch&${name}=quatsch`).join("&")

describe("the address of a page", () => {
  it("leads to the same page whatever hangs on it, for every page there is", async () => {
    expect(addresses.length).toBeGreaterThan(100)
    let seen = 0
    for (const address of addresses) {
      await town.db.$client.query("delete from throttles")
      const { status } = await everything.agent.get(address)
      seen += Number(status === 200)
      const decorated = await everything.agent.get(`${address}?${[...JUNK, BAD, TWICE].join("&")}`)
      expect(decorated.status, address).toBe(status)
    }
    expect(seen).toBeGreaterThan(40)
  })

  it("may end with a slash, and keeps what stands behind it", async () => {
    const { mueller } = town.people
    for (const address of addresses.filter((address) => address !== "/")) {
      const { headers, status } = await mueller.agent.get(`${address}/?q=a%2Fb&x`)
      expect([status, headers.location], address).toEqual([308, `${address}?q=a%2Fb&x`])
    }
    await mueller.agent.get("/fragen///").expect(308).expect("location", "/fragen")
    expect((await mueller.agent.get("/")).status).toBe(200)
    expect((await mueller.agent.get("//boese.example/")).headers.location).toBeUndefined()
    // Nothing that was typed is sent anywhere else.
    await mueller.agent.form("/fragen/neu/", { title: "x" }).expect(404)
  })

  it("means what it says in spite of it", async () => {
    const { mueller, vogt } = town.people
    const { open, practices } = town.categories
    const id = await ask(mueller, open, { title: "Genau diese Frage" })
    const shows = async (path: string) =>
      (await vogt.agent.get(path).expect(200)).text.includes(`/fragen/${id}"`)
    expect(await shows(`/fragen?kategorie=${open}&utm_source=x`)).toBe(true)
    expect(await shows(`/fragen?kategorie=${practices}`)).toBe(false)
    // Of repeated ones the first good value counts, and a bad one is as good as none.
    expect(await shows(`/fragen?kategorie=${practices}&kategorie=${open}`)).toBe(false)
    expect(await shows(`/fragen?kategorie=quatsch&kategorie=${practices}`)).toBe(false)
    expect(await shows("/fragen?kategorie=quatsch&nach=%00")).toBe(true)
  })

  it("is strict in the API, which names the field", async () => {
    const { mueller } = town.people
    const refused = async (query: string) => {
      const { body } = await mueller.agent.get(`/api/questions?${query}`).expect(400)
      return body.errors[0].field
    }
    expect(await refused("utm_source=x")).toBe("utm_source")
    expect(await refused("after=quatsch")).toBe("after")
    expect(await refused(`category=${randomUUID()}&category=${randomUUID()}`)).toBe("category")
    await mueller.agent.get("/api/questions/?x").expect(404)
    await mueller.agent.get("/api/categories/").expect(404)
  })
})

describe("reading the parameters of a page", () => {
  const read = compileAddress(
    Closed({
      q: Type.String({ default: "" }),
      seite: Type.Integer({ minimum: 1, default: 1 }),
      art: Type.Optional(Type.Union([Type.Enum(["a", "b"]), Type.Array(Type.Enum(["a", "b"]))])),
    }),
  )
  it.each([
    [{}, { q: "", seite: 1 }],
    [{ seite: "2" }, { q: "", seite: 2 }],
    [{ seite: ["3", "2"] }, { q: "", seite: 3 }],
    [{ seite: ["x", "0", "2"] }, { q: "", seite: 2 }],
    [
      { seite: "-1", fremd: "1" },
      { q: "", seite: 1 },
    ],
    [{ q: ["eins", "zwei"] }, { q: "eins", seite: 1 }],
    [{ q: "a\0b" }, { q: "", seite: 1 }],
    [{ art: "a" }, { q: "", seite: 1, art: "a" }],
    [{ art: ["a", "b"] }, { q: "", seite: 1, art: ["a", "b"] }],
    [{ art: ["a", "c", "b"] }, { q: "", seite: 1, art: ["a", "b"] }],
    [{ art: ["c", "b"] }, { q: "", seite: 1, art: "b" }],
    [{ art: "c" }, { q: "", seite: 1 }],
  ])("%j", (given, found) => {
    expect(read(given)).toEqual({ value: found })
  })

  it("stops the boot where a page cannot do without one", () => {
    expect(() => compileAddress(Closed({ id: Type.String() }))).toThrow("cannot do without")
  })
})
