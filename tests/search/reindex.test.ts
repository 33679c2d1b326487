import { eq } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import { connect, type Db } from "../../server/kernel/database.ts"
import { openChanges } from "../../server/search/changes.ts"
import { reindex, verifyIndex } from "../../server/search/commands.ts"
import { stemNumber } from "../../server/search/german.ts"
import { openMeilisearchEngine } from "../../server/search/meilisearch/index.ts"
import type { Engine, SearchDocument, Source } from "../../server/search/model.ts"
import { openPostgresEngine } from "../../server/search/postgres/index.ts"
import { understand } from "../../server/search/query.ts"
import { buildIndex } from "../../server/search/rebuild.ts"
import { searchBuilds, searchChanges, searchVersions } from "../../server/search/tables.ts"
import { whileNobodyBuilds } from "../../server/search/take-up.ts"
import { copyTemplate } from "../support/databases.ts"
import { MASTER_KEY, openStandIn, type StandIn } from "../support/meilisearch/stand-in.ts"
import { document, query } from "./contract.ts"

let database: Awaited<ReturnType<typeof copyTemplate>>
let db: Db
let standIn: StandIn
let engines: Engine[]

const truth = new Map<string, SearchDocument>()
const source: Source = {
  visibleCategories: async () => [],
  load: async () => [],
  find: async (_, ids) => ids.flatMap((id) => truth.get(id) ?? []),
  list: async (_, after, size) =>
    [...truth.keys()]
      .filter((id) => after === null || id > after)
      .sort()
      .slice(0, size),
}

beforeAll(async () => {
  database = await copyTemplate()
  db = connect(database.url)
  standIn = await openStandIn()
  engines = [
    openPostgresEngine(db),
    openMeilisearchEngine(db, { url: standIn.url, masterKey: MASTER_KEY, index: "forum" }),
  ]
  for (let at = 0; at < 1200; at += 1) {
    const made = document({ title: `Beitrag ${at}` })
    truth.set(made.id, made)
  }
})
afterAll(async () => {
  await standIn.close()
  await db.$client.end()
  await database.drop()
})

const verify = async () => {
  const lines: string[] = []
  const equal = await verifyIndex({ db, source, engines, say: (line) => lines.push(line) })
  return { equal, text: lines.join("\n") }
}

it("says what differs, builds each index with its progress, and then finds both sides equal", async () => {
  for (const engine of engines) if (engine.name === "meilisearch") await (await engine.rebuild()).finish()
  expect(await verify()).toMatchObject({
    equal: false,
    text: expect.stringContaining("Im Index fehlen 1200"),
  })
  const lines: string[] = []
  const parts = { db, source, engines, say: (line: string) => lines.push(line) }
  expect(await reindex(parts, new AbortController().signal)).toBe(true)
  expect(lines.filter((line) => line.includes("ersetzt den bisherigen"))).toHaveLength(2)
  expect(await verify()).toMatchObject({ equal: true })

  const [gone = "", stale] = truth.keys()
  truth.delete(gone)
  await db.insert(searchChanges).values({ engine: "meilisearch", documentId: stale ?? "" })
  const { equal, text } = await verify()
  expect(equal).toBe(false)
  expect(text).toContain(`Im Index zu viel sind 1: ${gone}`)
  expect(text).toContain("Noch zu übernehmende Änderungen: 1.")
})

it("can be stopped and started again, and takes changes in meanwhile", async () => {
  for (const engine of engines) {
    const stopping = new AbortController()
    let reached: string | null = null
    const progress = (id: string | null) => {
      reached = id
      if (id !== null) stopping.abort()
    }
    expect(await buildIndex(db, source, engine, { signal: stopping.signal, progress })).toBe("stopped")

    const [changed] = truth.values()
    if (!changed) throw new Error("there are documents")
    truth.set(changed.id, { ...changed, title: "Meanwhile renamed" })
    await db.insert(searchChanges).values({ engine: engine.name, documentId: changed.id })
    const again: (string | null)[] = []
    expect(await buildIndex(db, source, engine, { progress: (id) => again.push(id) })).toBe("built")
    expect(again[0]).toBe(reached)
  }
  expect(await verify()).toMatchObject({ equal: true })
  const titles = [...(standIn.state.indexes.get("forum")?.documents.values() ?? [])].map(({ title }) => title)
  expect(titles).toContain("meanwhile renamed")
})

it("leaves a build to the process that is at it", async () => {
  const [engine] = engines
  if (!engine) throw new Error("there are engines")
  const outcome = await whileNobodyBuilds(db, engine, () => buildIndex(db, source, engine))
  expect(outcome).toBe("elsewhere")
})

it("builds an index of an earlier version of the program anew by itself, and finds meanwhile", async () => {
  const find = async (engine: Engine, typed: string) =>
    (await engine.search(query(typed, { facets: true }))).total
  for (const engine of engines) {
    expect(await engine.prepare?.()).toBe("ready")
    const [last = ""] = [...truth.keys()].sort().reverse()
    // What was begun by the earlier version is of no use, however far it came.
    await engine.rebuild()
    await db.insert(searchBuilds).values({ engine: engine.name, startedAt: new Date() }).onConflictDoNothing()
    const ofEngine = eq(searchBuilds.engine, engine.name)
    await db.update(searchBuilds).set({ reachedId: last, analysis: 1 }).where(ofEngine)
    await db.update(searchVersions).set({ analysis: 1 }).where(eq(searchVersions.engine, engine.name))

    expect(await engine.prepare?.()).toBe("to-build")
    expect(await find(engine, "Beitrag")).toBeGreaterThan(1000)
    await openChanges(db, source, [engine], (error) => {
      throw error
    }).catchUp()
    expect(await engine.prepare?.()).toBe("ready")
    expect(await find(engine, "Beitrag")).toBeGreaterThan(1000)
  }
  expect(await verify()).toMatchObject({ equal: true })
})

const total = async (engine: Engine, typed: string) =>
  (await engine.search(query("", { understood: understand(typed) }))).total
const postgres = () => {
  const engine = engines.find(({ name }) => name === "postgresql")
  if (!engine) throw new Error("PostgreSQL is always there")
  return engine
}

/** As version 4 wrote it: texts were found by stems and sequences of letters, and words knew nothing but how often. */
async function asOfVersion4(): Promise<void> {
  await db.$client.query("update search_index.words set term = null, stem = null, grams = null")
  const { rows } = await db.$client.query<{ id: string; stems: string }>(
    "select id, stems from search_index.documents",
  )
  const terms = rows.map(({ stems }) => `{${stems.split(" ").filter(Boolean).map(stemNumber)}}`)
  await db.$client.query(
    `update search_index.documents d set terms = n.terms::int[]
     from unnest($1::uuid[], $2::text[]) as n(id, terms) where n.id = d.id`,
    [rows.map(({ id }) => id), terms],
  )
  // Each stem as often as it was, which a word's own number did not say.
  await db.$client.query(`insert into search_index.statistics (term, amount)
    select term, count(*) from search_index.documents, unnest(terms) as term group by term
    on conflict (term) do update set amount = excluded.amount`)
}

it("finds by whole words in an index of version 4, also what is written into it meanwhile, and by slips in the new one", async () => {
  const engine = postgres()
  await asOfVersion4()
  const [first] = truth.values()
  if (!first) throw new Error("there are documents")
  const late = document({ title: "Nachgereichter Beitrag" })
  truth.set(late.id, late)
  await engine.write([late], [])
  expect(await total(engine, "Beiträge")).toBeGreaterThan(1000)
  expect(await total(engine, '"Beitrag 7"')).toBe(1)
  expect(await total(engine, "Beitrag -Beiträge")).toBe(0)
  expect((await engine.search(query("nachgereichte"))).ids).toEqual([late.id])
  expect(await buildIndex(db, source, engine)).toBe("built")
  expect(await total(engine, "Beitrga")).toBeGreaterThan(1000)
  expect(await total(engine, '"Beitrag 7"')).toBe(1)
})

it("counts the same in an index that was built at once and in one that was written bit by bit", async () => {
  const engine = postgres()
  const some = [...truth.values()].slice(0, 40)
  const texts = [
    "Wohngeldanträge und ein Wohngeldantrag",
    "Am 9. Juli 2024 nach § 21 WoGG",
    "Überprüfung der Anträge",
  ]
  for (const [at, one] of some.entries()) {
    const changed = { ...one, text: texts[at % texts.length] ?? "", tags: ["Umzug"] }
    truth.set(one.id, changed)
    await engine.write([changed], [])
  }
  expect(await buildIndex(db, source, engine)).toBe("built")
  const built = await counted()
  await db.$client.query(
    "truncate search_index.documents, search_index.statistics, search_index.words, search_index.titles",
  )
  const all = [...truth.values()]
  await engine.write(all, [])
  await engine.write(all.slice(0, 100), [])
  const [gone] = all
  await engine.write([], [gone?.id ?? ""])
  await engine.write(gone ? [gone] : [], [])
  expect(await counted()).toEqual(built)
})

async function counted() {
  const { rows: statistics } = await db.$client.query(
    "select term, amount from search_index.statistics where amount <> 0 order by term",
  )
  const { rows: words } = await db.$client.query('select * from search_index.words order by word collate "C"')
  const { rows: titles } = await db.$client.query(
    "select * from search_index.titles order by document_id, term",
  )
  expect(titles.length).toBeGreaterThan(1000)
  expect(statistics.length).toBeGreaterThan(1000)
  expect(words.length).toBeGreaterThan(5)
  return { statistics, words, titles }
}

it("counts by age, where there are more than can be listed", async () => {
  const engine = postgres()
  const aged = (count: number, days: number) =>
    Array.from({ length: count }, (_, at) =>
      document({ title: `Sammelposten ${at}`, createdAt: new Date(Date.now() - days * 86_400_000) }),
    )
  await engine.write([...aged(15, 1), ...aged(10, 60), ...aged(5, 200), ...aged(1100, 400)], [])
  const { total, more, facets } = await engine.search(query("Sammelposten", { facets: true }))
  expect(total).toBe(1001)
  expect(more).toBe(false)
  expect(facets.period).toEqual([
    { value: "year", count: 30 },
    { value: "quarter", count: 25 },
    { value: "month", count: 15 },
  ])
})
