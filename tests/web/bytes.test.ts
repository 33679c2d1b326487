import { readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { brotliDecompressSync } from "node:zlib"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type Assets, buildAssets } from "../../web/build.ts"
import { answer, ask, official, openTown, type Town } from "../forum/town.ts"
import { openWorld } from "../support/world.ts"

/** What a first visit costs on the line, packed as a browser gets it, without fonts: issue 10 says how much it may be. */
let town: Town
let assets: Assets
beforeAll(async () => {
  assets = await buildAssets()
  town = await openTown(openWorld({}, { assets }))
})
afterAll(() => town.close())

const KB = 1024
const packed = (address: string) => readFileSync(join(assets.dir, `${basename(address)}.br`)).length
const sum = (addresses: Iterable<string>) => [...addresses].reduce((all, one) => all + packed(one), 0)

/** The page itself, its styles, icon and drawings, and its scripts with those that they cannot begin without. */
async function bytesOf(path: string) {
  const { cookie } = town.people.mueller
  const { rawPayload, headers } = await town.app.inject({
    url: path,
    headers: { cookie, "accept-encoding": "br" },
  })
  expect(headers["content-encoding"]).toBe("br")
  const body = brotliDecompressSync(rawPayload).toString()
  const scripts = new Set(
    [...body.matchAll(/(?:src|modulepreload" href)="([^"]+\.js)"/g)].map(([, one]) => one ?? ""),
  )
  const script = sum(scripts)
  const shown = sum([assets.stylesheet, assets.icon, ...new Set(body.match(/\/assets\/icons-\w+\.svg/g))])
  return { script, all: rawPayload.length + script + shown }
}

it("has at most 40 KB for the start and 50 KB for a thread, of these 10 and 14 KB of scripts", async () => {
  const { mueller, vogt } = town.people
  const question = await ask(mueller, town.categories.open)
  await answer(vogt, question, official)
  const start = await bytesOf("/")
  const thread = await bytesOf(`/fragen/${question}`)
  expect(start.script).toBeGreaterThan(1_000)
  expect(start.script).toBeLessThan(10 * KB)
  expect(thread.script).toBeGreaterThan(start.script)
  expect(thread.script).toBeLessThan(14 * KB)
  expect(start.all).toBeLessThan(40 * KB)
  expect(thread.all).toBeLessThan(50 * KB)
})
