import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openJobs } from "../../server/kernel/jobs.ts"
import { administration } from "../../web/texts/de/accounts-administration.ts"
import { administration as english } from "../../web/texts/en/accounts-administration.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let admin: Person
beforeAll(async () => {
  world = await openWorld()
  admin = await world.person("Ulf Brandt", ["admin"])
})
afterAll(() => world.close())

const report = () => undefined
const open = () => openJobs(world.db, report, true, 0.5)

describe("jobs at set times", () => {
  it("lie in no hour that the clock change takes or repeats, and each says what it is for", async () => {
    const timed = await world.parts.jobs.listTimed()
    expect(timed.length).toBeGreaterThan(5)
    for (const { queue, cron } of timed) {
      expect(cron.split(" ")[1], queue).not.toMatch(/^0?2$|[,/-]/)
      expect(administration.operation.jobs[queue], queue).toBeTruthy()
      expect(english.operation.jobs[queue], queue).toBeTruthy()
    }
    for (const cron of ["30 2 * * *", "0 02 * * *", "0 1-3 * * *", "0 */2 * * *"])
      expect(() => world.parts.jobs.declare("test.lost", async () => undefined, cron), cron).toThrow(
        "clock change",
      )
  })

  it("that were missed run once at the next start, and no more", async () => {
    let ran = 0
    const start = async () => {
      const jobs = await open()
      const handler = async () => {
        ran += 1
      }
      jobs.declare("test.nightly", handler, "20 3 * * *")
      await jobs.prepare()
      await jobs.work()
      return jobs
    }
    const query = (sql: string) => world.db.$client.query(sql)
    await (await start()).stop()
    expect(ran).toBe(0)
    // Switched off for three nights, as the database remembers it.
    await query("update pgboss.version set cron_on = now() - interval '3 days'")
    await query("update pgboss.schedule set created_on = now() - interval '9 days'")
    const again = await start()
    await expect.poll(() => ran).toBe(1)
    await again.stop()
    await query("update pgboss.version set cron_on = now() - interval '31 seconds'")
    await (await start()).stop()
    expect(ran).toBe(1)
  })

  it("are on a page for the administration: what for, when last, when next, and what failed", async () => {
    const clerk = await world.person("Sabine Müller", ["clerk"])
    await clerk.agent.get("/verwaltung/betrieb").expect(403)
    await clerk.agent.get("/api/operation/jobs").expect(403)
    const { boss } = world.parts.jobs
    const before = await admin.agent.get("/verwaltung/betrieb").expect(200)
    expect(before.text).toContain("Alte Entwürfe und hochgeladene Dateien löschen, die niemand verwendet hat")
    expect(before.text).toContain("jede Nacht um 3:20 Uhr")
    expect(before.text).toContain("noch nicht aufgezeichnet")
    expect(before.text).not.toContain("Zuletzt fehlgeschlagen")
    await boss.send("forum.attachments", {}, { retryLimit: 0 })
    const [job] = await boss.fetch("forum.attachments")
    await boss.fail("forum.attachments", job?.id ?? "")
    expect((await admin.agent.get("/verwaltung/betrieb")).text).toContain("Zuletzt fehlgeschlagen")
    await boss.send("forum.attachments", {})
    await world.drain()
    const after = await admin.agent.get("/verwaltung/betrieb")
    expect(after.text).not.toContain("Zuletzt fehlgeschlagen")
    const { body } = await admin.agent.get("/api/operation/jobs").expect(200)
    const swept = body.items.find(({ queue }: { queue: string }) => queue === "forum.attachments")
    expect(Date.parse(swept.lastRun)).toBeGreaterThanOrEqual(Date.parse(swept.lastFailure))
    expect(Date.parse(swept.nextRun)).toBeGreaterThan(Date.parse(swept.lastRun))
  })
})
