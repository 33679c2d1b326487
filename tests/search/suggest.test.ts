import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { connect, type Db, newId } from "../../server/kernel/database.ts"
import type { Engine, SearchDocument } from "../../server/search/model.ts"
import { openPostgresEngine } from "../../server/search/postgres/index.ts"
import { searchSynonyms } from "../../server/search/tables.ts"
import { watchAsked } from "../support/asked.ts"
import { copyTemplate } from "../support/databases.ts"
import { document, query } from "./contract.ts"

/** What PostgreSQL offers while somebody types: by the titles, and by the texts where those say too little. */
let database: Awaited<ReturnType<typeof copyTemplate>>
let db: Db
let engine: Engine
const asked: string[] = []
beforeAll(async () => {
  database = await copyTemplate()
  db = connect(database.url)
  watchAsked(db, (text) => asked.push(text))
  engine = openPostgresEngine(db)
})
afterAll(async () => {
  await db.$client.end()
  await database.drop()
})

const put = async (...documents: SearchDocument[]) => {
  await engine.write(documents, [])
  return documents.map(({ id }) => id)
}
const titled = (...titles: string[]) => put(...titles.map((title) => document({ title })))
const suggest = async (typed: string, given: Parameters<typeof query>[1] = {}) => {
  asked.length = 0
  const { ids } = await engine.search(query(typed, { prefix: true, byTitle: true, size: 6, ...given }))
  return { ids, texts: asked.some((text) => text.includes("terms &&")) }
}

describe("suggestions", () => {
  it("are the latest whose titles have a word that begins so, read from no text", async () => {
    const ids = await titled(...Array.from({ length: 60 }, () => "Deichschau im Herbst"))
    await put(document({ title: "Etwas anderes", text: "Deichschau" }))
    const latest = ids.slice(-6).toReversed()
    for (const typed of ["dei", "deichsch", "Deichschau", "im deich", "herbst deichsch"])
      expect(await suggest(typed), typed).toEqual({ ids: latest, texts: false })
  })

  it("put a title that says little else, what is official, and what is no duplicate first", async () => {
    const title = "Fährzeiten am Sonntag"
    const [, short, , official] = await put(
      document({ title: `${title} und an Feiertagen im Winter` }),
      document({ title: "Fährzeiten" }),
      document({ title, duplicate: true }),
      document({ title, official: true }),
      document({ title }),
    )
    const { ids } = await suggest("fährz")
    expect(ids.slice(0, 2)).toEqual([short, official])
    expect(ids).toHaveLength(5)
  })

  it("have all words, a compound's part or a slip of the pen among them", async () => {
    const ids = await titled(...Array.from({ length: 4 }, () => "Hafengebühren für Sportboote"))
    await titled("Hafengebühren", "Sportboote", "Schleuse")
    for (const typed of [
      "sportboote hafen",
      "Hafengebüren sport",
      "gebühren sportb",
      "Hafengebühern sportboot",
    ]) {
      const { ids: found, texts } = await suggest(typed)
      expect(found.slice(0, 4).sort(), typed).toEqual([...ids].sort())
      expect(texts, typed).toBe(false)
    }
  })

  it("come from texts where no three titles fit, and where more than words is typed", async () => {
    const [inTitle, inText] = await put(
      document({ title: "Leuchtturm" }),
      document({ title: "Ein Besuch", text: "Der Leuchtturm" }),
    )
    const { ids, texts } = await suggest("leuchtt")
    expect([...ids].sort()).toEqual([inTitle, inText].sort())
    expect(texts).toBe(true)

    const tagged = await put(...[1, 2, 3].map(() => document({ title: "Seezeichen", tags: ["Tonne"] })))
    await titled("Seezeichen")
    const { ids: found } = await suggest("seez", { understood: { words: ["seez"], tags: ["Tonne"] } })
    expect([...found].sort()).toEqual([...tagged].sort())
  })

  it("come by what means the same", async () => {
    const ids = await titled("Wasserschutzpolizei", "Wasserschutzpolizei", "Wasserschutzpolizei")
    await db.insert(searchSynonyms).values({ id: newId(), terms: ["WSP", "Wasserschutzpolizei"] })
    expect((await suggest("wsp", { prefix: false })).ids.toSorted()).toEqual(ids.toSorted())
  })
})

describe("a title that somebody may not read", () => {
  const closed = newId()
  it("is offered to nobody else, however many there are before those that may be read", async () => {
    const open = await titled("Schöpfwerk Nord", "Schöpfwerk Süd", "Schöpfwerk West")
    await put(
      ...Array.from({ length: 200 }, () => document({ title: "Schöpfwerk geheim", categoryId: closed })),
    )
    const { ids, texts } = await suggest("schöpf")
    expect(ids).toEqual(open.toReversed())
    expect(texts).toBe(false)
    expect((await suggest("geheim schöpf")).ids.toSorted()).toEqual(open.toSorted())
    expect((await suggest("schöpf", { categoryIds: [closed] })).ids).toHaveLength(6)
    expect((await suggest("schöpf", { categoryIds: [] })).ids).toEqual([])
  })

  it("is gone with the transaction that takes it out of sight, and what moves is offered in its new place", async () => {
    const documents = Array.from({ length: 4 }, () => document({ title: "Sturmflutwarnung" }))
    const [hidden = "", ...others] = await put(...documents)
    // As `remove` does, before the engine hears of it.
    await db.$client.query("update search_index.documents set category_id = $1 where id = $2", [
      newId(),
      hidden,
    ])
    expect((await suggest("sturmfl")).ids).toEqual(others.toReversed())
    await engine.write(
      documents.slice(1).map((one) => ({ ...one, categoryId: closed })),
      [hidden],
    )
    expect((await suggest("sturmfl")).ids).toEqual([])
    expect((await suggest("sturmfl", { categoryIds: [closed] })).ids).toEqual(others.toReversed())
  })

  it("is gone when it was changed", async () => {
    const documents = Array.from({ length: 3 }, () => document({ title: "Ebbe im Watt" }))
    await put(...documents)
    await put(...documents.map((one) => ({ ...one, title: "Flut" })))
    expect((await suggest("ebb")).ids).toEqual([])
    expect((await suggest("flu")).ids).toHaveLength(3)
  })
})
