import { count } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { forumSource } from "../../server/forum/index.ts"
import { storedDocument } from "../../server/search/meilisearch/documents.ts"
import { searchBuilds, searchChanges } from "../../server/search/tables.ts"
import { compareIndex } from "../../server/search/verify.ts"
import { answer, ask, openTown, type Town } from "../forum/town.ts"
import { type Spawned, spawnStandIn } from "../support/meilisearch/spawn.ts"
import { MASTER_KEY } from "../support/meilisearch/stand-in.ts"
import { openWorld } from "../support/world.ts"

const INDEX = "fachforum"
/** How long the engine waits for an answer when it searches and when it writes, before it gives up. */
const SEARCH_MS = 1_500
const WRITE_MS = 10_000

let meilisearch: Spawned
let town: Town
/** What the log says of faults, a line each. */
const faults: string[] = []
beforeAll(async () => {
  meilisearch = await spawnStandIn()
  const engine = { meiliUrl: meilisearch.url, meiliMasterKey: MASTER_KEY }
  town = await openTown(openWorld(engine, { listen: true, log: (line) => void faults.push(line) }))
})
afterAll(async () => {
  meilisearch?.thaw()
  await meilisearch?.kill()
  await town?.close()
})

const search = async (q: string) => {
  const { body } = await town.people.huber.agent.get(`/api/search?q=${encodeURIComponent(q)}`).expect(200)
  return body as { items: { id: string }[]; substitute: boolean }
}

/** A question, an answer, a change of it and one that is hidden: everything that an index has to follow. */
async function write(title: string): Promise<{ shown: string; hidden: string }> {
  const { mueller, huber, vogt } = town.people
  const shown = await ask(mueller, town.categories.open, { title })
  const hidden = await ask(mueller, town.categories.open, { title: `${title}, versehentlich` })
  await answer(huber, shown, { body: `Zu ${title}: siehe § 11 WoGG.` })
  await vogt.agent.post(`/api/posts/${hidden}/hide`, { reason: "Versehen" }).expect(204)
  return { shown, hidden }
}

/** The quickest of some: what waits for another waits every time, what a busy machine holds up is quick once. */
async function quickest(actions: (() => Promise<unknown>)[]): Promise<number> {
  const times: number[] = []
  for (const act of actions) {
    const begun = performance.now()
    await act()
    times.push(performance.now() - begun)
  }
  return Math.min(...times)
}

async function untilCaughtUp(): Promise<void> {
  const { db } = town
  const waiting = async () => {
    const changes = await db.select({ rows: count() }).from(searchChanges)
    const builds = await db.select().from(searchBuilds)
    return (changes[0]?.rows ?? 0) + builds.length
  }
  await expect.poll(waiting, { interval: 200 }).toBe(0)
}

/** Every document as it is now, and no other. */
async function expectEqualSides(): Promise<void> {
  const ids = await forumSource.list(town.db, null, 10_000)
  const wanted = (await forumSource.find(town.db, ids)).map(storedDocument)
  const held = await meilisearch.documents(INDEX)
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  expect([...held].sort(byId)).toEqual(JSON.parse(JSON.stringify([...wanted].sort(byId))))
  for (const engine of town.parts.changes.engines)
    expect(await compareIndex(town.db, forumSource, engine)).toMatchObject({
      missing: 0,
      extra: 0,
      waiting: 0,
    })
}

const writes = (word: string) => ["a", "b", "c", "d", "e"].map((one) => () => write(`${word} im Fall ${one}`))

describe("Meilisearch", () => {
  it("is filled by itself, and answers", async () => {
    const { shown } = await write("Heizkostenabrechnung")
    await untilCaughtUp()
    await expectEqualSides()
    const found = await search("Heizkostenabrechnung")
    expect(found).toMatchObject({ substitute: false })
    expect(found.items.map(({ id }) => id)).toContain(shown)
  })

  it("that stands still in the middle of writes holds nobody up, is stood in for, and has everything afterwards", async () => {
    const searches = (word: string) => Array.from({ length: 5 }, () => () => search(word))
    // How long the same takes while it answers.
    const usual = {
      writing: await quickest(writes("Heizkostenvorauszahlung")),
      searching: await quickest(searches("Heizkostenvorauszahlung")),
    }
    await untilCaughtUp()
    meilisearch.freeze()
    const known = faults.length
    expect(await quickest(writes("Betriebskostenvorauszahlung"))).toBeLessThan(usual.writing + WRITE_MS / 2)

    const { shown, hidden } = await write("Warmwasserpauschale")
    const found = await search("Warmwasserpauschale")
    expect(found.substitute).toBe(true)
    const ids = found.items.map(({ id }) => id)
    expect(ids).toContain(shown)
    expect(ids).not.toContain(hidden)
    // For a while nobody waits for it again.
    expect(await quickest(searches("Warmwasserpauschale"))).toBeLessThan(usual.searching + SEARCH_MS / 2)

    // Until what was sent is given up here: it still lies there, to be read after what is newer.
    const givenUp = () => faults.slice(known).some((line) => JSON.parse(line).where === "search.meilisearch")
    await expect.poll(givenUp, { interval: 200 }).toBe(true)
    meilisearch.thaw()
    await untilCaughtUp()
    await expectEqualSides()
    expect(await search("Warmwasserpauschale")).toMatchObject({ substitute: false })
  })

  it("that is killed and comes back empty is filled anew", async () => {
    await write("Untermietzuschlag")
    await meilisearch.kill()
    await write("Kautionsdarlehen")
    expect(await search("Kautionsdarlehen")).toMatchObject({ substitute: true })
    await meilisearch.restart()
    const { shown } = await write("Genossenschaftsanteil")
    await untilCaughtUp()
    await expectEqualSides()
    const found = await search("Genossenschaftsanteil")
    expect(found.substitute).toBe(false)
    expect(found.items.map(({ id }) => id)).toContain(shown)
  })
})
