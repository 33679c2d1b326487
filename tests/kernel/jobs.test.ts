import { afterAll, beforeAll, expect, it } from "vitest"
import { transact } from "../../server/kernel/database.ts"
import { enqueue, enqueueAll, openJobs } from "../../server/kernel/jobs.ts"
import { openSignals } from "../../server/kernel/signals.ts"
import { openWorld, type World } from "../support/world.ts"

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const HOUR_SECONDS = 3600

/** Workers that would look by themselves only after this test. */
async function openWorker(handler: (id: string | null | undefined) => Promise<void>) {
  const faults: unknown[] = []
  const jobs = await openJobs(world.db, (error) => void faults.push(error), false, HOUR_SECONDS)
  const signals = openSignals(world.db, world.url, (error) => void faults.push(error))
  signals.listen(jobs.wake, jobs.wakeAll)
  jobs.declare("test.woken", async ({ id }) => handler(id))
  jobs.declare("test.asleep", async () => undefined)
  await jobs.prepare()
  await signals.start()
  await jobs.work()
  const looks = () => jobs.boss.getWipData().map(({ name, lastFetchedOn }) => [name, lastFetchedOn] as const)
  await expect.poll(() => looks().every(([, at]) => at !== null) && looks().length === 2).toBe(true)
  const stop = async () => {
    await signals.stop()
    await jobs.stop()
  }
  return { faults, looks, stop }
}

it("wakes the workers of a queue when something is enqueued, and works through all of it, past what fails", async () => {
  const done: (string | null | undefined)[] = []
  const worker = await openWorker(async (id) => {
    done.push(id)
    if (id === "2") throw new Error("this one fails")
  })
  const asleep = new Map(worker.looks()).get("test.asleep")
  await transact(world.db, async (tx) => {
    for (const id of ["1", "2", "3", "4"]) await enqueue(tx, "test.woken", { id })
  })
  await expect.poll(() => done).toEqual(["1", "2", "3", "4"])
  expect(worker.faults).toHaveLength(1)
  await transact(world.db, (tx) => enqueue(tx, "test.woken", { id: "5" }))
  await expect.poll(() => done.at(-1)).toBe("5")
  await transact(world.db, (tx) => enqueueAll(tx, "test.woken", [{ id: "6" }, { id: "7" }]))
  await expect.poll(() => done.slice(-2).toSorted()).toEqual(["6", "7"])
  expect(new Map(worker.looks()).get("test.asleep")).toBe(asleep)
  await worker.stop()
})

it("keeps for the next one what the last requests of a process enqueue, whose workers have ended", async () => {
  const done: (string | null | undefined)[] = []
  const handler = async (id: string | null | undefined) => void done.push(id)
  await (await openWorker(handler)).stop()
  await transact(world.db, (tx) => enqueue(tx, "test.woken", { id: "last" }))
  const next = await openWorker(handler)
  await expect.poll(() => done).toEqual(["last"])
  expect(next.faults).toEqual([])
  await next.stop()
})
