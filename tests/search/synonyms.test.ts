import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { openChanges } from "../../server/search/changes.ts"
import type { Engine, Synonym } from "../../server/search/index.ts"
import { searchChanges, searchSynonyms } from "../../server/search/tables.ts"
import { ask, openTown, type Town } from "../forum/town.ts"

const PATH = "/api/search/synonyms"
const KDU = ["KdU", "Kosten der Unterkunft"]
let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
beforeEach(async () => {
  await town.db.delete(searchSynonyms)
  await town.db.delete(searchChanges)
})

async function add(terms: string[]): Promise<string> {
  const { body } = await town.people.vogt.agent.post(PATH, { terms }).expect(201)
  return body.id
}

const stored = async () => (await town.db.select().from(searchSynonyms)).map(({ terms }) => terms)

describe("Synonyms", () => {
  test("are added, changed and deleted by specialists and administrators, and audited", async () => {
    const { vogt, outsideAdmin } = town.people
    const id = await add(KDU)
    await outsideAdmin.agent.put(`${PATH}/${id}`, { terms: [...KDU, "Unterkunftskosten"] }).expect(204)
    const { body } = await vogt.agent.get(PATH).expect(200)
    expect(body.items).toEqual([{ id, terms: [...KDU, "Unterkunftskosten"] }])
    await vogt.agent.delete(`${PATH}/${id}`).expect(204)
    expect(await stored()).toEqual([])
    const log = await outsideAdmin.agent.get("/api/audit?action=synonyms").expect(200)
    expect(log.body.items.map(({ action, detail }: Record<string, unknown>) => [action, detail])).toEqual([
      ["synonyms.deleted", { terms: [...KDU, "Unterkunftskosten"] }],
      ["synonyms.changed", { from: { terms: KDU }, to: { terms: [...KDU, "Unterkunftskosten"] } }],
      ["synonyms.added", { terms: KDU }],
    ])
  })

  test("are nobody else's business", async () => {
    const id = await add(KDU)
    const { mueller, schoeller, editor, facilitator } = town.people
    for (const { agent } of [mueller, schoeller, editor, facilitator]) {
      await agent.get(PATH).expect(403)
      await agent.post(PATH, { terms: ["a b", "c d"] }).expect(403)
      await agent.put(`${PATH}/${id}`, { terms: ["a b", "c d"] }).expect(403)
      await agent.delete(`${PATH}/${id}`).expect(403)
    }
    await town.nobody.get(PATH).expect(401)
    expect(await stored()).toEqual([KDU])
  })

  test.each([
    ["one term", ["KdU"], "too-few"],
    ["eleven terms", Array.from({ length: 11 }, (_, at) => `Begriff ${"x".repeat(at + 1)}`), "too-many"],
    ["a number", ["2026", "Jahr"], "format"],
    ["a line break", ["Kosten\nder Unterkunft", "KdU"], "format"],
    ["a space at the end", ["KdU ", "Unterkunft"], "format"],
  ])("of %s are refused, naming the field", async (_, terms, code) => {
    const { body } = await town.people.vogt.agent.post(PATH, { terms }).expect(400)
    expect(body.errors[0].field).toMatch(/^terms/)
    expect(body.errors[0].code).toBe(code)
    expect(await stored()).toEqual([])
  })

  test("stand in one group only, which the refusal names; capitals and umlauts do not make another term", async () => {
    const id = await add(KDU)
    const { vogt } = town.people
    const taken = await vogt.agent.post(PATH, { terms: ["Wohnkosten", "KOSTEN  der Unterkunft"] }).expect(409)
    expect(taken.body).toMatchObject({
      code: "synonyms.term-taken",
      errors: [{ field: "terms" }],
      detail: { term: "KOSTEN der Unterkunft", id, terms: KDU },
    })
    const twice = await vogt.agent.post(PATH, { terms: ["BAföG", "Bafoeg"] }).expect(422)
    expect(twice.body).toMatchObject({ code: "synonyms.term-twice", detail: { term: "Bafoeg" } })
    await vogt.agent.put(`${PATH}/${id}`, { terms: ["KDU", "Kosten der Unterkunft"] }).expect(204)
    expect(await stored()).toEqual([["KDU", "Kosten der Unterkunft"]])
  })

  test("added by two at once never share a term", async () => {
    const { vogt, outsideAdmin } = town.people
    const both = await Promise.all([
      vogt.agent.post(PATH, { terms: KDU }),
      outsideAdmin.agent.post(PATH, { terms: ["KdU", "Wohnkosten"] }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await stored()).length).toBe(1)
  })

  test("that do not exist are not found", async () => {
    const { vogt } = town.people
    await vogt.agent.put(`${PATH}/${randomUUID()}`, { terms: KDU }).expect(404)
    await vogt.agent.delete(`${PATH}/${randomUUID()}`).expect(404)
  })
})

test("A synonym is effective with the next search, and no longer once it is deleted", async () => {
  const { mueller, vogt } = town.people
  const id = await ask(mueller, town.categories.open, {
    title: "Zuschuss fürs Wohnen",
    body: "Zählen die Kosten der Unterkunft mit?",
  })
  await town.catchUp()
  const find = async () => {
    const { body } = await mueller.agent.get("/api/search?q=KdU").expect(200)
    return body.items.map((hit: { id: string }) => hit.id)
  }
  expect(await find()).toEqual([])
  const synonym = await add(KDU)
  expect(await find()).toEqual([id])
  await vogt.agent.delete(`${PATH}/${synonym}`).expect(204)
  expect(await find()).toEqual([])
})

describe("An engine", () => {
  test("gets all synonyms after each change, and again as long as it is gone; no document is asked for", async () => {
    let isGone = true
    const given: Synonym[][] = []
    const asked: string[] = []
    const engine = engineWith(async (synonyms) => {
      if (isGone) throw new Error("gone")
      given.push(synonyms)
    })
    const find = async (_: unknown, ids: string[]) => {
      asked.push(...ids)
      return []
    }
    const source = { ...nothing, find }
    const changes = openChanges(town.db, source, [engine], () => undefined)
    const id = await add(KDU)
    await expect(changes.catchUp()).rejects.toThrow("gone")
    isGone = false
    await changes.catchUp()
    await changes.catchUp()
    expect(given).toEqual([[{ id, terms: KDU }]])
    await town.people.vogt.agent.delete(`${PATH}/${id}`).expect(204)
    await changes.catchUp()
    expect(given.at(-1)).toEqual([])
    expect(asked).toEqual([])
  })
})

const nothing = { visibleCategories: async () => [], load: async () => [], list: async () => [] }

function engineWith(setSynonyms: Engine["setSynonyms"]): Engine {
  const unused = async () => {
    throw new Error("not asked for here")
  }
  return {
    name: "meilisearch",
    write: unused,
    search: unused,
    listIds: unused,
    rebuild: unused,
    setSynonyms,
  }
}
