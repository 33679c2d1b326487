import { afterAll, beforeAll, expect, inject, it, vi } from "vitest"
import { connect, type Db, transact } from "../../server/kernel/database.ts"
import { openSignals, type Signals, signal } from "../../server/kernel/signals.ts"
import { openLine } from "../support/line.ts"
import { PATIENCE } from "../support/patience.ts"

let line: Awaited<ReturnType<typeof openLine>>
let db: Db
let signals: Signals
const heard: string[] = []
let gaps = 0
beforeAll(async () => {
  line = await openLine(inject("serverUrl"))
  db = connect(inject("serverUrl"), 2)
  signals = openSignals(db, line.to(inject("serverUrl")), () => undefined)
  signals.listen(
    (topics) => heard.push(...topics),
    () => {
      gaps += 1
    },
  )
  await signals.start()
  await vi.waitUntil(() => signals.state() === "ok", { timeout: PATIENCE.once })
})
afterAll(async () => {
  await signals?.stop()
  await db?.$client.end()
  await line?.close()
})

const send = (id: string) => transact(db, async (tx) => signal(tx, "thread", id))

it("arrive again after the server was gone, and it knows whether they do", async () => {
  await line.cut()
  await expect.poll(() => signals.state()).toBe("unknown")
  await line.mend()
  await expect.poll(() => signals.state()).toBe("ok")
  expect(gaps).toBeGreaterThan(0)
  await send("after-a-cut")
  await expect.poll(() => heard).toContain("thread:after-a-cut")
})

it("arrive again on a new connection where the old one leads nowhere and nobody said so", async () => {
  line.strand()
  // As after an outage of the database that the requests have met.
  signals.check()
  await expect.poll(() => signals.state()).toBe("silent")
  await expect.poll(() => signals.state()).toBe("ok")
  await send("after-a-failover")
  await expect.poll(() => heard).toContain("thread:after-a-failover")
})
