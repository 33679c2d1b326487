import { afterAll, beforeAll, expect, it } from "vitest"
import { transact } from "../../server/kernel/database.ts"
import { enqueue } from "../../server/kernel/jobs.ts"
import { serveMetrics } from "../../server/kernel/operation.ts"
import { openWorld, type World } from "../support/world.ts"

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

it("tells the operator's monitoring that it is alive and ready, without signing in", async () => {
  expect((await world.nobody.get("/health/live").expect(200)).body).toEqual({ status: "ok" })
  expect((await world.nobody.get("/health/ready").expect(200)).body).toEqual({
    status: "ok",
    database: "ok",
    live: "unknown",
  })
})

it("shows its measurements on a port of their own only, by route and never by person", async () => {
  const department = await world.department("Wohngeldstelle")
  const person = await world.person("Sabine Müller", ["clerk"], [department])
  await person.agent.get(`/api/people/${person.id}`).expect(403)
  await person.agent.get("/metrics").expect(404)
  const server = await serveMetrics(world.metrics, "127.0.0.1", 0)
  try {
    const { body } = await server.inject("/metrics")
    expect(body).toContain('route="/api/people/:id"')
    expect(body).toContain("process_cpu_seconds_total")
    expect(body).not.toContain(person.id)
    expect(body).not.toContain("Müller")
  } finally {
    await server.close()
  }
})

it("is not ready any more once it is about to stop, and answers as before", async () => {
  world.retire()
  const { body } = await world.nobody.get("/health/ready").expect(503).expect("retry-after", "10")
  expect(body).toEqual({ status: "stopping", database: "ok", live: "unknown" })
  await world.nobody.get("/health/live").expect(200)
  await world.nobody.get("/hilfe").expect(200)
})

it("counts what waits and what was given up, by queue", async () => {
  const measured = async (line: string) => {
    const text = await world.metrics.metrics()
    return Number(
      text
        .split("\n")
        .find((one) => one.startsWith(`${line} `))
        ?.slice(line.length),
    )
  }
  expect(await measured("database_up")).toBe(1)
  expect(await measured("database_connections_most")).toBe(world.db.$client.options.max)
  await world.drain()
  await transact(world.db, (tx) => enqueue(tx, "accounts.sweep", {}))
  expect(await measured('jobs_waiting{queue="accounts.sweep"}')).toBe(1)
  await world.db.$client.query("update pgboss.job set state = 'failed' where name = 'accounts.sweep'")
  expect(await measured('jobs_waiting{queue="accounts.sweep"}')).toBe(0)
  expect(await measured('jobs_failed{queue="accounts.sweep"}')).toBeGreaterThan(0)
  expect(await measured("mails_waiting")).toBe(0)
  expect(await measured('search_changes_waiting{engine="postgresql"}')).toBe(0)
  expect(await measured("live_connections")).toBe(0)
})
