import supertest from "supertest"
import { afterAll, beforeAll, expect, it } from "vitest"
import { openWorld, type World } from "../support/world.ts"

let trial: World
let operated: World
beforeAll(async () => {
  trial = await openWorld({ trial: true })
  operated = await openWorld({ publicUrl: "https://forum.example", secure: true })
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
