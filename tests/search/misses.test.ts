import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { findActor } from "../../server/accounts/index.ts"
import { findPersonalData } from "../../server/forum/index.ts"
import { dailyKeys } from "../../server/kernel/tables.ts"
import { sweepThrottles } from "../../server/kernel/throttle.ts"
import { DAY, moveClock, resetClock } from "../../server/kernel/time.ts"
import { sweepMisses } from "../../server/search/misses/actions.ts"
import { wordingOf } from "../../server/search/misses/wording.ts"
import { searchMisses, searchMissSeekers } from "../../server/search/tables.ts"
import { openTown, type Town } from "../forum/town.ts"
import type { Person } from "../support/world.ts"

const PATH = "/api/search/misses"
let town: Town
let seekers: Person[]
beforeAll(async () => {
  town = await openTown()
  const { mueller, huber, schoeller, editor, admin, vogt } = town.people
  seekers = [mueller, huber, schoeller, editor, admin, vogt]
})
afterAll(() => town.close())
beforeEach(() => town.db.delete(searchMisses))
afterEach(() => resetClock())

/** So many different people search for it and find nothing. */
async function miss(people: number, typed: string, categoryId: string | null = null): Promise<void> {
  for (const { id } of seekers.slice(0, people)) {
    const actor = await findActor(town.db, id, null)
    if (actor) await town.parts.misses.note(actor, typed, categoryId)
  }
}

async function listed(person: Person = town.people.vogt): Promise<string[]> {
  const { body } = await person.agent.get(PATH).expect(200)
  return body.items.map(({ words }: { words: string }) => words)
}

const count = async (table: "search_misses" | "search_miss_seekers") =>
  (await town.db.$client.query(`select count(*)::int as n from ${table}`)).rows[0].n

describe("What is searched for and not found", () => {
  test("is shown once five different people of a day searched for it, whatever the order and spelling", async () => {
    await miss(4, "Wohngeld für Heimbewohner")
    expect(await listed()).toEqual([])
    await miss(4, "heimbewohner  WOHNGELD")
    expect(await listed()).toEqual([])
    await miss(5, "Wohngeld Heimbewohner")
    expect(await listed()).toEqual(["Wohngeld für Heimbewohner"])
    expect(await count("search_miss_seekers")).toBe(0)
  })

  test("is noted by the search itself, without what looks like data of a person", async () => {
    const q = encodeURIComponent('Kaninchenstallzuschuss "sehr selten" xylo@example.org 2026')
    for (const { agent } of seekers.slice(0, 5)) await agent.get(`/api/search?q=${q}`).expect(200)
    expect(await listed()).toEqual(["Kaninchenstallzuschuss sehr selten"])
    await town.people.vogt.agent.get("/api/search?q=Mieterh%C3%B6hung&official=true").expect(200)
    expect(await count("search_misses")).toBe(1)
  })

  test("by one person is one, however often", async () => {
    for (let time = 0; time < 6; time += 1) await miss(1, "Ferienwohnung")
    expect(await listed()).toEqual([])
    expect(await count("search_miss_seekers")).toBe(1)
  })

  test("at the same moment by five people is one row", async () => {
    const actors = await Promise.all(seekers.slice(0, 5).map(({ id }) => findActor(town.db, id, null)))
    await Promise.all(actors.map((actor) => actor && town.parts.misses.note(actor, "Hausboot", null)))
    expect(await listed()).toEqual(["Hausboot"])
    expect(await count("search_misses")).toBe(1)
  })

  test("says words, category and day: never how often, and never who", async () => {
    await miss(6, "Wohnwagen", town.categories.open)
    const { body } = await town.people.vogt.agent.get(PATH).expect(200)
    const [{ id, since, ...rest }] = body.items
    expect(since).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(rest).toEqual({
      words: "Wohnwagen",
      category: { id: town.categories.open, name: "Miete und Belastung", kind: "questions" },
    })
  })

  test("is for the specialists of the category; without a category, and where nobody answers, for all", async () => {
    const { vogt, okafor, mueller, facilitator } = town.people
    await miss(5, "Schrebergarten", town.categories.open)
    await miss(5, "Textbaustein", town.categories.practices)
    await miss(5, "Untermiete")
    await miss(5, "Geheimes", town.categories.narrow)
    expect((await listed(vogt)).sort()).toEqual(["Geheimes", "Schrebergarten", "Textbaustein", "Untermiete"])
    expect((await listed(okafor)).sort()).toEqual(["Textbaustein", "Untermiete"])
    await mueller.agent.get(PATH).expect(403)
    await facilitator.agent.get(PATH).expect(403)
  })

  test("is settled by those who see it, and by nobody else", async () => {
    const { vogt, okafor, mueller } = town.people
    await miss(5, "Schrebergarten", town.categories.open)
    const [{ id } = { id: "" }] = await town.db.select().from(searchMisses)
    await okafor.agent.delete(`${PATH}/${id}`).expect(404)
    await mueller.agent.delete(`${PATH}/${id}`).expect(403)
    expect(await listed()).toEqual(["Schrebergarten"])
    await vogt.agent.delete(`${PATH}/${id}`).expect(204)
    expect(await listed()).toEqual([])
    await vogt.agent.delete(`${PATH}/${id}`).expect(404)
  })

  test("cannot be settled before it is shown", async () => {
    await miss(4, "Zelt")
    const [{ id } = { id: "" }] = await town.db.select().from(searchMisses)
    await town.people.vogt.agent.delete(`${PATH}/${id}`).expect(404)
  })

  test("is listed page by page, the newest first", async () => {
    const day = "2026-03-01"
    const words = Array.from({ length: 65 }, (_, at) => `Wort ${String(at).padStart(2, "0")}`)
    await town.db.insert(searchMisses).values(
      words.map((shown) => {
        return { id: crypto.randomUUID(), query: shown, shown, shownSince: day, day }
      }),
    )
    const seen: string[] = []
    for (let after = ""; ; ) {
      const { body } = await town.people.vogt.agent.get(`${PATH}${after}`).expect(200)
      seen.push(...body.items.map((item: { words: string }) => item.words))
      if (!body.next) break
      after = `?after=${body.next}`
    }
    expect(seen.sort()).toEqual(words)
    await town.people.vogt.agent.get(`${PATH}?after=9999-99-99_${crypto.randomUUID()}`).expect(200)
  })
})

describe("At the day's end", () => {
  test("hashes, key and what too few people searched for are gone, and counting begins anew", async () => {
    await miss(4, "Wohnmobil")
    moveClock(DAY)
    await miss(1, "Wohnmobil")
    expect(await listed()).toEqual([])
    await sweepMisses(town.db)
    await sweepThrottles(town.db)
    expect(await count("search_miss_seekers")).toBe(1)
    expect((await town.db.select().from(dailyKeys)).length).toBe(1)
    moveClock(DAY)
    await sweepMisses(town.db)
    expect(await count("search_miss_seekers")).toBe(0)
    expect(await count("search_misses")).toBe(0)
  })

  test("the same person has another hash", async () => {
    await miss(1, "Container")
    const [first] = await town.db.select().from(searchMissSeekers)
    moveClock(DAY)
    await miss(1, "Container")
    const hashes = (await town.db.select().from(searchMissSeekers)).map(({ seeker }) =>
      seeker.toString("hex"),
    )
    expect(hashes.length).toBe(2)
    expect(new Set(hashes).size).toBe(2)
    expect(hashes).toContain(first?.seeker.toString("hex"))
  })

  test("and two searches of one person have nothing in common", async () => {
    await miss(1, "Container")
    await miss(1, "Gartenlaube")
    const hashes = (await town.db.select().from(searchMissSeekers)).map(({ seeker }) =>
      seeker.toString("hex"),
    )
    expect(new Set(hashes).size).toBe(2)
  })
})

test("After 90 days what was shown is deleted", async () => {
  await miss(5, "Baumhaus")
  moveClock(90 * DAY)
  await sweepMisses(town.db)
  expect(await listed()).toEqual(["Baumhaus"])
  moveClock(DAY)
  await sweepMisses(town.db)
  expect(await listed()).toEqual([])
})

describe("Of what was typed", () => {
  test.each([
    ["Wohngeld 2026 § 11 SGB II", "Wohngeld SGB II"],
    ["Aktenzeichen WG-2026-00123 Rückforderung", "Rückforderung"],
    ["Frau Özdemir Mietzuschuss", "Frau Mietzuschuss"],
    ["frau schmidt rückforderung", "frau rückforderung"],
    ["sabine müller heimkosten", "heimkosten"],
    ["Heimkosten für Sabine", "Heimkosten für"],
    ["mueller@example.org Heimkosten", "Heimkosten"],
    ["Telefon 0561 123456 Wohngeldstelle", "Telefon Wohngeldstelle"],
    ['"Kosten der Unterkunft" -Strom tag:Miete kategorie:"Miete und Belastung"', "Kosten der Unterkunft"],
    ["von:mir Wohngeld", "Wohngeld"],
    ["von:»Sabine Schön« Mittel", "Mittel"],
    ["Heizkosten -›Alte Brücke‹", "Heizkosten"],
    ["Wohngeld-Plus-Gesetz", "Wohngeld-Plus-Gesetz"],
  ])("%s is kept: %s", (typed, shown) => {
    expect(wordingOf(typed, findPersonalData)?.shown).toBe(shown)
  })

  test.each([
    "",
    "§ 34",
    "2026",
    "und der die das",
    "Sabine Müller",
    "x",
    "-Wohngeld",
    "ein langer Text aus einem Schreiben in dem steht was jemand wollte",
    "x".repeat(101),
  ])("nothing is kept of %j", (typed) => {
    expect(wordingOf(typed, findPersonalData)).toBeNull()
  })

  test("the same wish is one query", () => {
    const queries = ["Rückforderung bei Umzug", "umzug rueckforderung", "Umzug, Rückforderung!"]
    expect(new Set(queries.map((typed) => wordingOf(typed, findPersonalData)?.query)).size).toBe(1)
  })
})
