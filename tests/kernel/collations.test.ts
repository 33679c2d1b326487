import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { listChangedCollations } from "../../server/kernel/collations.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let admin: Person
beforeAll(async () => {
  world = await openWorld()
  admin = await world.person("Ulf Brandt", ["admin"])
})
afterAll(() => world.close())

describe("a library for sorting that was replaced", () => {
  it("is told to the administration, with the indexes that are to be built anew", async () => {
    const { db } = world
    expect(await listChangedCollations(db)).toEqual([])
    const before = await admin.agent.get("/verwaltung/betrieb").expect(200)
    expect(before.text).not.toContain("reindex")

    // As a database remembers it that was made with an older ICU.
    await db.$client.query(`create collation "Older one" (provider = icu, locale = 'de', version = '1.0');
      create table sorted (name text collate "Older one", code text);
      create index sorted_by_name on sorted (code, name)`)
    const [changed, ...others] = await listChangedCollations(db)
    expect(others).toEqual([])
    expect(changed).toMatchObject({ name: "Older one", recorded: "1.0", indexes: ["sorted_by_name"] })
    const { body } = await admin.agent.get("/api/operation/collations").expect(200)
    expect(body.items).toEqual([changed])
    const page = await admin.agent.get("/verwaltung/betrieb").expect(200)
    expect(page.text).toContain(`Older one: angelegt mit Fassung 1.0, jetzt ${changed?.actual}`)
    const statement = /<code>(reindex[^<]*)<\/code>/.exec(page.text)?.[1]?.replaceAll("&quot;", '"')
    expect(statement).toBe('reindex index sorted_by_name; alter collation "Older one" refresh version;')

    await db.$client.query(statement ?? "")
    expect(await listChangedCollations(db)).toEqual([])
  })
})
