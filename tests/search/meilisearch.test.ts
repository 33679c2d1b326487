import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { connect, type Db, newId } from "../../server/kernel/database.ts"
import { openMeilisearchEngine } from "../../server/search/meilisearch/index.ts"
import { difference, SETTINGS, synonymTable } from "../../server/search/meilisearch/settings.ts"
import { type Engine, EngineUnavailable } from "../../server/search/model.ts"
import { understand } from "../../server/search/query.ts"
import { searchBuilds, searchChanges, searchSynonyms } from "../../server/search/tables.ts"
import { copyTemplate } from "../support/databases.ts"
import type { StandInQuery } from "../support/meilisearch/search.ts"
import { MASTER_KEY, openStandIn, type StandIn } from "../support/meilisearch/stand-in.ts"
import { document, MINE, query } from "./contract.ts"

let database: Awaited<ReturnType<typeof copyTemplate>>
let db: Db
let standIn: StandIn
let engine: Engine

const open = () => openMeilisearchEngine(db, { url: standIn.url, masterKey: MASTER_KEY, index: "forum" })
const build = async () => (await engine.rebuild()).finish()
const forget = () => {
  standIn.state.requests.length = 0
}
/** What the last search asked, query by query. */
const lastSearch = () => {
  const { body, key } = standIn.asked("POST", /multi-search/).at(-1) ?? {}
  return { key, queries: (body as { queries: StandInQuery[] }).queries }
}

beforeAll(async () => {
  database = await copyTemplate()
  db = connect(database.url, 3)
})
beforeEach(async () => {
  standIn = await openStandIn()
  engine = open()
})
afterEach(async () => {
  await standIn.close()
  for (const table of [searchBuilds, searchChanges, searchSynonyms]) await db.delete(table)
})
afterAll(async () => {
  await db.$client.end()
  await database.drop()
})

describe("settings", () => {
  it("are applied to a new index, and again only when they differ", async () => {
    await build()
    const index = standIn.state.indexes.get("forum")
    expect(index?.settings).toMatchObject({ ...SETTINGS, synonyms: {} })
    forget()
    expect(await open().prepare?.()).toBe("ready")
    expect(standIn.asked("PATCH", /settings/)).toEqual([])

    Object.assign(index?.settings ?? {}, {
      rankingRules: ["words"],
      typoTolerance: { disableOnNumbers: false },
    })
    expect(await open().prepare?.()).toBe("ready")
    const [applied] = standIn.asked("PATCH", /indexes\/forum\/settings/)
    expect(Object.keys(Object(applied?.body)).sort()).toEqual(["rankingRules", "typoTolerance"])
  })

  it("count as the same in another order, and with more than was asked for", () => {
    const { typoTolerance, filterableAttributes } = SETTINGS
    const server = {
      ...SETTINGS,
      filterableAttributes: filterableAttributes.toReversed(),
      typoTolerance: { ...typoTolerance, disableOnWords: [] },
      localizedAttributes: [{ locales: ["deu"], attributePatterns: ["*"] }],
    }
    expect(difference(SETTINGS, server)).toBeNull()
    const reordered = { searchableAttributes: SETTINGS.searchableAttributes.toReversed() }
    expect(difference(SETTINGS, { ...server, ...reordered })).toHaveProperty("searchableAttributes")
    expect(difference({ synonyms: {} }, { synonyms: { a: ["b"] } })).toEqual({ synonyms: {} })
  })

  it("bring along the synonyms that people keep", async () => {
    await db.insert(searchSynonyms).values({ id: newId(), terms: ["KdU", "Kosten der Unterkunft"] })
    await build()
    const synonyms = { kdu: ["kost unterkunft", "kosten der unterkunft"], "kost unterkunft": ["kdu"] }
    expect(standIn.state.indexes.get("forum")?.settings).toMatchObject({ synonyms })
    expect(synonymTable([{ id: "", terms: ["der", "die"] }])).toEqual({ der: ["die"], die: ["der"] })
  })
})

describe("the key", () => {
  it("may search our index and nothing else, and is found again", async () => {
    await build()
    await engine.search(query("Wohngeld"))
    await open().search(query("Wohngeld"))
    const made = standIn.asked("POST", /^\/keys/)
    expect(made).toHaveLength(1)
    expect(made[0]?.body).toMatchObject({ actions: ["search"], indexes: ["forum"], expiresAt: null })
    const { key } = lastSearch()
    expect(key).not.toBe(MASTER_KEY)
    expect([...standIn.state.keys.values()].map((each) => each.key)).toEqual([key])
  })

  it("that may do more than it should is replaced", async () => {
    await build()
    await engine.search(query("Wohngeld"))
    for (const key of standIn.state.keys.values()) key.actions.push("documents.get")
    await open().search(query("Wohngeld"))
    expect([...standIn.state.keys.values()]).toMatchObject([{ actions: ["search"] }])
  })

  it("that is refused is made anew for the next search", async () => {
    await build()
    await engine.search(query("Wohngeld"))
    standIn.state.keys.clear()
    await expect(engine.search(query("Wohngeld"))).rejects.toThrow(EngineUnavailable)
    await expect(engine.search(query("Wohngeld"))).resolves.toMatchObject({ ids: [] })
  })
})

describe("writing", () => {
  it("waits until the task is carried out, and says what Meilisearch says when it failed", async () => {
    await build()
    standIn.state.failing = { type: "documentAdditionOrUpdate", message: "no space left on device" }
    await expect(engine.write([document()], [])).rejects.toThrow(
      /documentAdditionOrUpdate failed: no space left/,
    )
    forget()
    await engine.write([document()], [newId()])
    expect(
      standIn.state.requests.map(({ method, path }) => `${method} ${path.replace(/\d+$/, "…")}`),
    ).toEqual([
      "GET /indexes/forum",
      "POST /indexes/forum/documents",
      "GET /tasks/…",
      "POST /indexes/forum/documents/delete-batch",
      "GET /tasks/…",
    ])
  })

  it("makes no index by the way: one without settings would let everybody search everything", async () => {
    await expect(engine.write([document()], [])).rejects.toThrow("no index")
    expect(standIn.state.indexes.size).toBe(0)
    expect(await engine.prepare?.()).toBe("to-build")
  })

  it("keeps the words, their stems and the norms of a document", async () => {
    await build()
    const text = "Nach § 11 SGB II zählen die Einkünfte."
    const written = document({ kind: "official-answer", text, official: true, outdated: true })
    await engine.write([written], [])
    expect(standIn.state.indexes.get("forum")?.documents.get(written.id)).toMatchObject({
      officialText: "nach 11 sgb ii zählen die einkünfte",
      officialTextStems: ". 11 sgb ii zahl . einkunft",
      units: expect.arrayContaining(["§11", "sgb2", "§11sgb2"]),
      createdAt: written.createdAt.getTime(),
      current: 0,
      rank: 1,
    })
  })
})

describe("a search", () => {
  it("asks for what fits, and for what would without the chosen filters, in one request", async () => {
    await build()
    forget()
    const filter = { kinds: ["question" as const], period: "month" as const }
    await engine.search(query("Anträge Wohngeld", { filter, facets: true }))
    expect(standIn.asked("POST", /search/)).toHaveLength(1)
    const [page, all, ...more] = lastSearch().queries
    expect(more).toEqual([])
    expect(page).toMatchObject({ indexUid: "forum", q: "antrag wohngeld", limit: 1001 })
    expect(page).toMatchObject({ matchingStrategy: "frequency", locales: ["deu"] })
    expect(page?.filter).toContain('kind IN ["question"]')
    expect(all).toMatchObject({ q: "antrag wohngeld", limit: 1001 })
    expect(all?.filter).toEqual(['categoryId IN ["00000000-0000-7000-8000-0000000000c1"]'])
  })

  it("asks for no more than a page needs where nobody counts", async () => {
    await build()
    await engine.search(query("Wohngeld", { size: 6, filter: { kinds: ["question"] } }))
    expect(lastSearch().queries).toMatchObject([{ limit: 70 }])
    expect(lastSearch().queries[0]?.attributesToRetrieve).not.toContain("text")
  })

  it("always names the categories, and escapes what people write", async () => {
    await build()
    const filter = { tags: ['a" OR categoryId EXISTS OR tags = "', "back\\slash"] }
    await engine.search(query("", { filter, understood: { units: ["§34"] } }))
    expect(lastSearch().queries[0]?.filter).toEqual([
      'categoryId IN ["00000000-0000-7000-8000-0000000000c1"]',
      'units = "§34"',
      'tags IN ["a\\" OR categoryId EXISTS OR tags = \\"", "back\\\\slash"]',
    ])
    forget()
    await expect(engine.search(query("Wohngeld", { categoryIds: [] }))).resolves.toMatchObject({ total: 0 })
    expect(standIn.state.requests).toEqual([])
  })

  it("leaves out what Meilisearch has not taken away yet", async () => {
    await build()
    const documentId = newId()
    await db.insert(searchChanges).values({ engine: "meilisearch", documentId, removed: "yes" })
    await engine.search(query("Wohngeld", { understood: { mine: true } }))
    expect(lastSearch().queries[0]?.filter).toEqual(
      expect.arrayContaining([`NOT id IN ["${documentId}"]`, `authorId = "${MINE}"`]),
    )
  })

  it.each([
    ["Bescheide des Amtes", {}, "bescheid amt"],
    ["Wohngeld 2024", {}, "2024 wohngeld"],
    ["2024", {}, '"2024"'],
    ["und", {}, "und"],
    ["vom 9.7.2024", {}, '"20240709"'],
    ["60.000,50 Miete", {}, '"60000k5" miet'],
    [
      "Wohngeld",
      { phrases: ['genaue "Folge'], without: understand("-Anträge -9.7.2024 -§21").without },
      '-"antrag" -"20240709" "genaue folge" wohngeld',
    ],
  ])("asks %s %j as %s", async (typed, understood, q) => {
    await build()
    await engine.search(query(typed, { understood }))
    expect(lastSearch().queries[0]?.q).toBe(q)
  })

  it("excludes norms, tags and one's own by filters", async () => {
    await build()
    const understood = understand("-§ 21 WoGG -tag:Umzug -von:mir")
    await engine.search(
      query("Wohngeld", { understood: { without: understood.without, not: understood.not } }),
    )
    expect(lastSearch().queries[0]?.filter).toEqual(
      expect.arrayContaining([
        'NOT units IN ["§21wogg"]',
        'NOT tagKeys IN ["umzug"]',
        `authorId != "${MINE}"`,
      ]),
    )
  })

  it("takes the ten longest words of a whole text", async () => {
    await build()
    const text = `Haus 2024 ${Array.from({ length: 12 }, (_, at) => `Sachverhalt${"abcdefghijkl"[at]}`).join(" ")}`
    await engine.search(query(text, { loose: true }))
    const words = lastSearch().queries[0]?.q?.split(" ")
    expect(words).toHaveLength(10)
    expect(words).not.toContain("haus")
  })

  it("goes on by date after the last thread", async () => {
    await build()
    const documents = Array.from({ length: 3 }, (_, at) => document({ createdAt: new Date(1000 + at) }))
    await engine.write(documents, [])
    const first = await engine.search(query("", { sort: "date", size: 2 }))
    expect(first.ids).toEqual([documents[2]?.id, documents[1]?.id])
    const second = await engine.search(query("", { sort: "date", size: 2, after: first.next }))
    expect(second).toMatchObject({ ids: [documents[0]?.id], next: null, total: 3 })
    expect(lastSearch().queries[0]).toMatchObject({ sort: ["createdAt:desc", "id:desc"] })
  })

  it("leaves the cursor of another engine to that one", async () => {
    await build()
    await expect(engine.search(query("Wohngeld", { after: "17.2_0190" }))).rejects.toThrow(EngineUnavailable)
    await expect(engine.search(query("Wohngeld"))).resolves.toMatchObject({ ids: [] })
  })
})

describe("an outage", () => {
  it("is noticed in time, and then for a while without waiting", async () => {
    await build()
    await engine.search(query("Wohngeld"))
    const silence = Promise.withResolvers<void>()
    standIn.state.silence = silence.promise
    await expect(engine.search(query("Wohngeld"))).rejects.toThrow(EngineUnavailable)
    const asked = standIn.state.requests.length
    await expect(engine.search(query("Wohngeld"))).rejects.toThrow(EngineUnavailable)
    expect(standIn.state.requests.length).toBe(asked)
    standIn.state.silence = null
    silence.resolve()
    await engine.prepare?.()
    await expect(engine.search(query("Wohngeld"))).resolves.toMatchObject({ ids: [] })
  })

  it("is a server that refuses, one without our index, and one without our settings", async () => {
    await expect(engine.search(query("Wohngeld"))).rejects.toThrow(EngineUnavailable)
    await standIn.close()
    await expect(open().search(query("Wohngeld"))).rejects.toThrow(EngineUnavailable)
    standIn = await openStandIn()
  })
})

describe("an index", () => {
  it("is built anew when for a while nobody told Meilisearch of changes; until then it answers nothing", async () => {
    await build()
    await engine.write([document({ title: "Stadtfest" })], [])
    await db.insert(searchBuilds).values({ engine: "meilisearch", reachedId: null, startedAt: new Date() })
    const later = open()
    expect(await later.prepare?.()).toBe("to-build")
    await expect(later.search(query("Stadtfest"))).rejects.toThrow(EngineUnavailable)
    await (await later.rebuild()).finish()
    expect(await open().prepare?.()).toBe("ready")
  })

  it("is built by one process at a time", async () => {
    const first = await engine.rebuild()
    const second = await open().rebuild()
    await second.write([document()])
    await expect(first.write([document()])).rejects.toThrow("another process")
    await expect(first.finish()).rejects.toThrow("another process")
    await second.finish()
    await expect(second.finish()).rejects.toThrow("another process")
    expect([...standIn.state.indexes.keys()]).toEqual(["forum"])
  })
})
