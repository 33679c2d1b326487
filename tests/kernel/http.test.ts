import { brotliDecompressSync, zstdDecompressSync } from "node:zlib"
import supertest from "supertest"
import { afterAll, beforeAll, expect, it } from "vitest"
import { openWorld, type World } from "../support/world.ts"

let trial: World
let operated: World
beforeAll(async () => {
  trial = await openWorld({ trial: true })
  operated = await openWorld({ publicUrl: "https://forum.example", secure: true, compression: false })
})
afterAll(async () => {
  await trial.close()
  await operated.close()
})

/** 401 without an account is past the origin's check; 403 is not. */
const send = (world: World, origin: string) =>
  supertest(world.app.server)
    .post("/api/sign-in")
    .set("origin", origin)
    .send({ email: "niemand@example.org", password: "irgendeines" })

it("answers a trial under each of its names, for forms as for WebSockets, and under no other", async () => {
  const policy = (await supertest(trial.app.server).get("/health/live")).headers["content-security-policy"]
  for (const name of ["localhost", "127.0.0.1", "[::1]"]) {
    expect((await send(trial, `http://${name}:3000`)).status).toBe(401)
  }
  expect(policy).toContain("connect-src 'self' ws://localhost:3000 ws://127.0.0.1:3000;")
  for (const origin of ["http://localhost:3001", "https://localhost:3000", "http://boese.example", "null"])
    expect((await send(trial, origin)).status).toBe(403)
})

it("answers an installation under its one address", async () => {
  const { headers } = await supertest(operated.app.server).get("/health/live")
  expect(headers["content-security-policy"]).toContain("connect-src 'self' wss://forum.example;")
  expect((await send(operated, "https://forum.example")).status).toBe(401)
  for (const origin of [
    "http://localhost:3000",
    "https://forum.example.boese.example",
    "http://forum.example",
  ])
    expect((await send(operated, origin)).status).toBe(403)
})

it("lets no cache on the way keep an answer that does not say so itself", async () => {
  const agent = supertest(trial.app.server)
  const kept = async (path: string) => (await agent.get(path)).headers["cache-control"]
  for (const path of ["/health/live", "/api/me", "/api/nichts", "/", "/gibt-es-nicht", "/%", "/hilfe"])
    expect(await kept(path), path).toBe("private, no-store")
})

it("packs pages and JSON for whoever takes them packed, and says to caches what that depends on", async () => {
  const ask = async (path: string, headers: Record<string, string>, world = trial) => {
    const { headers: got, rawPayload } = await world.app.inject({ url: path, headers })
    return { encoding: got["content-encoding"], vary: got.vary, length: got["content-length"], rawPayload }
  }
  const browser = { "accept-encoding": "gzip, deflate, br, zstd" }
  for (const path of ["/einrichtung", "/api/openapi.json"]) {
    const plain = await ask(path, {})
    expect(plain).toMatchObject({ encoding: undefined, vary: "accept-encoding" })
    const packed = await ask(path, browser)
    expect(packed).toMatchObject({ encoding: "zstd", vary: "accept-encoding" })
    expect(zstdDecompressSync(packed.rawPayload)).toEqual(plain.rawPayload)
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3)
    const older = await ask(path, { "accept-encoding": "gzip, deflate, br" })
    expect(older.encoding).toBe("br")
    expect(brotliDecompressSync(older.rawPayload)).toEqual(plain.rawPayload)
    expect((await ask(path, { "accept-encoding": "gzip" })).encoding).toBe("gzip")
    expect((await ask(path, { "accept-encoding": "br;q=0, gzip;q=0.5" })).encoding).toBe("gzip")
    expect((await ask(path, { "accept-encoding": "identity" })).encoding).toBeUndefined()
    expect((await ask(path, browser, operated)).encoding).toBeUndefined()
  }
  expect((await ask("/health/live", browser)).encoding, "too small to gain by it").toBeUndefined()
})

it("packs nothing of a signed-in person's that another site had their browser fetch", async () => {
  const encodingOf = async (headers: Record<string, string>) =>
    (await trial.app.inject({ url: "/einrichtung", headers: { "accept-encoding": "br", ...headers } }))
      .headers["content-encoding"]
  for (const site of ["cross-site", "same-site"]) {
    expect(await encodingOf({ cookie: "session=x", "sec-fetch-site": site })).toBeUndefined()
    expect(await encodingOf({ "sec-fetch-site": site })).toBe("br")
  }
  for (const site of ["same-origin", "none"])
    expect(await encodingOf({ cookie: "session=x", "sec-fetch-site": site })).toBe("br")
  expect(await encodingOf({ cookie: "session=x" })).toBe("br")
})
