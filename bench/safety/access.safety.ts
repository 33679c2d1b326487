import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, it } from "vitest"
import { randomFrom } from "../../tests/support/office-text.ts"
import { type Answer, type ExampleTown, openExampleTown, type Resident, type Sent } from "./example-town.ts"
import { NOT_ASKED, readOperations } from "./operations.ts"
import { fitting, type Making } from "./schemas.ts"
import { keep, SEED, say } from "./settings.ts"
import { readThings, tableOf } from "./things.ts"
import { pick } from "./values.ts"

/**
 * Whatever somebody may not see answers, at every address and to every request, as something that does not exist: by
 * status, by body, and by where it leads. What everybody may do with what they see, the access tables of the tests hold.
 */
let town: ExampleTown
let making: Making
let described: Awaited<ReturnType<typeof readOperations>>

beforeAll(async () => {
  town = await openExampleTown()
  described = await readOperations(town)
  making = { random: randomFrom(SEED), things: await readThings(town), components: described.components }
})
afterAll(() => town.world.close())

/** Of each sort of thing. */
const SAMPLES = 3

const placeOf = (url: string) => url.split("/:")[0] ?? ""
const placed = (url: string, id: string) => url.replace(/:\w+/, id).replaceAll(/:\w+/g, "1")

/** What is the same for two things that are not there: without the address, which the answer repeats. */
const essence = ({ status, headers, text }: Answer, id: string) =>
  JSON.stringify([status, headers.get("location"), text]).replaceAll(id, ":id")

it("shows nobody that something exists which they may not see", async () => {
  const routes = town.world.routes.filter(
    ({ method, url }) =>
      !["HEAD", "OPTIONS"].includes(method) &&
      /\/:id(\/|$)/.test(url) &&
      !NOT_ASKED.includes(`${method} ${url}`) &&
      tableOf(url, making.things) !== null,
  )
  // A thing has several addresses, and one may be for a part of its kind alone: a practice phase is no session.
  const byTable = Map.groupBy(routes, ({ url }) => tableOf(url, making.things) ?? "")
  const found: string[] = []
  const count = { invisible: 0, asked: 0 }
  for (const [table, ofTable] of byTable) {
    const own = ofTable.filter(({ method, url }) => method === "GET" && url === `${placeOf(url)}/:id`)
    const ids = making.things.get(table) ?? []
    if (own.length === 0) continue
    const tried = new Set(
      Array.from({ length: Math.min(SAMPLES, ids.length) }, () => pick(making.random, ids)),
    )
    for (const resident of town.residents)
      for (const id of tried) {
        if (await sees(resident, own, id)) continue
        count.invisible += 1
        for (const route of ofTable) {
          const differing = await compare(resident, route, id)
          count.asked += 1
          if (differing) found.push(`${resident.name}: ${route.method} ${route.url} with ${id}: ${differing}`)
        }
      }
    await town.repair()
    say(`${table}: ${found.at(-1) ?? "nothing found"}`)
  }
  keep("access", { ...count, kinds: byTable.size, found })
  say(`${count.invisible} invisible things of ${byTable.size} kinds, ${count.asked} requests to them`)
  expect(count.invisible).toBeGreaterThan(100)
  expect(found).toEqual([])
})

/** At any of its addresses. */
async function sees(resident: Resident, own: { url: string }[], id: string): Promise<boolean> {
  for (const { url } of own)
    if ((await town.ask(resident, { method: "GET", path: placed(url, id) })).status !== 404) return true
  return false
}

/** The same request about the thing and about one that never was. @returns how the answers differ */
async function compare(
  resident: Resident,
  { method, url }: { method: string; url: string },
  id: string,
): Promise<string | null> {
  const body = bodyFor(method, url)
  const sent = (one: string): Sent => ({ method, path: placed(url, one), ...(body && { body }) })
  const missing = randomUUID()
  const [real, never] = [await town.ask(resident, sent(id)), await town.ask(resident, sent(missing))]
  const [one, other] = [essence(real, id), essence(never, missing)]
  return one === other ? null : `${one.slice(0, 200)} and not ${other.slice(0, 200)}`
}

function bodyFor(method: string, url: string): Sent["body"] {
  if (method === "GET" || method === "DELETE") return undefined
  if (!url.startsWith("/api/")) return { form: [] }
  const operation = described.operations.find(({ name }) => name === `${method} ${url}`)
  return operation?.body ? { json: fitting(making, operation.body) } : undefined
}
