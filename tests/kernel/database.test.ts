import { eq, sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import { connect, onCommit, type Tx, transact } from "../../server/kernel/database.ts"
import { throttles } from "../../server/kernel/tables.ts"
import { now } from "../../server/kernel/time.ts"
import { copyTemplate } from "../support/databases.ts"
import { openWorld, type World } from "../support/world.ts"

let world: World
beforeAll(async () => {
  world = await openWorld()
  const expiresAt = new Date(now().getTime() + 60_000)
  await world.db.insert(throttles).values(["a", "b"].map((bucket) => ({ bucket, count: 0, expiresAt })))
})
afterAll(() => world.close())

const count = (tx: Tx, bucket: string) =>
  tx
    .update(throttles)
    .set({ count: sql`${throttles.count} + 1` })
    .where(eq(throttles.bucket, bucket))

it("does a transaction again that PostgreSQL ended because two waited for each other", async () => {
  let attempts = 0
  let committed = 0
  let holding = 0
  const meeting = Promise.withResolvers<void>()
  const both = async (tx: Tx, first: string, second: string) => {
    attempts += 1
    onCommit(tx, () => {
      committed += 1
    })
    await count(tx, first)
    holding += 1
    if (holding === 2) meeting.resolve()
    await meeting.promise
    await count(tx, second)
  }
  await Promise.all([
    transact(world.db, (tx) => both(tx, "a", "b")),
    transact(world.db, (tx) => both(tx, "b", "a")),
  ])
  const rows = await world.db.select({ count: throttles.count }).from(throttles)
  expect(rows).toEqual([{ count: 2 }, { count: 2 }])
  expect(attempts).toBeGreaterThan(2)
  expect(committed).toBe(2)
})

it("hands any other fault on at once, and follows nothing up", async () => {
  let attempts = 0
  const failing = transact(world.db, async (tx) => {
    attempts += 1
    onCommit(tx, () => expect.unreachable())
    throw new Error("no")
  })
  await expect(failing).rejects.toThrow("no")
  expect(attempts).toBe(1)
})

it("a connection that breaks inside a transaction fails its work, and not the process", async () => {
  const { url, drop } = await copyTemplate()
  const db = connect(url, 2)
  const told = new Promise((resolve) => db.$client.once("connect", (client) => client.once("error", resolve)))
  try {
    const work = transact(db, async (tx) => {
      const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      await db.$client.query("select pg_terminate_backend($1)", [rows[0]?.pid])
      // The news of it arrives while no statement is under way that could take it.
      await told
      await tx.execute(sql`select 1`)
    })
    await expect(work).rejects.toThrow()
    expect((await db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }])
  } finally {
    await db.$client.end()
    await drop()
  }
})
