import { sql } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from "vitest"
import { transact } from "../../server/kernel/database.ts"
import { enqueue, openJobs } from "../../server/kernel/jobs.ts"
import { currentWaiting, Waiting, whileWaiting } from "../../server/kernel/waiting.ts"
import { ask, openTown, type Town } from "../forum/town.ts"
import { openLine } from "../support/line.ts"
import { PATIENCE } from "../support/patience.ts"
import { openWorld } from "../support/world.ts"

let line: Awaited<ReturnType<typeof openLine>>
let town: Town
let question: string
beforeAll(async () => {
  line = await openLine(inject("serverUrl"))
  town = await openTown(openWorld({}, { way: (url) => line.to(url) }))
  question = await ask(town.people.mueller, town.categories.open)
})
afterAll(async () => {
  await town?.close()
  await line?.close()
})

const HOUR_SECONDS = 3600

const ready = () => town.nobody.get("/health/ready")
const untilReady = () =>
  vi.waitFor(async () => expect((await ready()).body).toMatchObject({ status: "ok", database: "ok" }), {
    timeout: PATIENCE.once,
  })
beforeEach(untilReady)

/** Waits no longer than it must for what will not come. */
async function hurried<T>(work: () => Promise<T>): Promise<T> {
  const { databaseLimits } = town.config
  const unhurried = { ...databaseLimits }
  Object.assign(databaseLimits, { connect: 1_000, statement: 400, lock: 200, jobs: 400 })
  try {
    return await work()
  } finally {
    Object.assign(databaseLimits, unhurried)
  }
}

const TEXT = "Eine Antwort, an der lange gearbeitet wurde & <die> bleibt."
const answer = (body = TEXT) => town.people.huber.agent.form(`/fragen/${question}/antworten`, { body })
const escaped = "Eine Antwort, an der lange gearbeitet wurde &amp; &lt;die> bleibt."

describe.each([
  { fault: "slow", begin: async () => line.silence(), end: async () => line.speak() },
  { fault: "unreachable", begin: () => line.cut(), end: () => line.mend() },
])("a database that is $fault", ({ fault, begin, end }) => {
  it("is said with 503 and when to come again, keeps what was typed, and is over without a restart", async () => {
    await begin()
    try {
      await hurried(async () => {
        const { agent } = town.people.huber
        const page = await agent.get("/fragen").expect(503).expect("retry-after", "10")
        expect(page.text).toContain("Das Forum ist gerade nicht erreichbar")
        const sent = await answer().expect(503)
        expect(sent.text).toContain(escaped)
        expect(sent.text).toContain("Noch einmal senden")
        const problem = await agent.get("/api/questions").expect(503)
        expect(problem.body.code).toMatch(/^database\./)
        expect((await ready().expect(503)).body).toMatchObject({
          status: "unavailable",
          database: expect.any(String),
        })
        expect((await town.nobody.get("/health/live").expect(200)).body).toEqual({ status: "ok" })
      })
      const known = town.db.$client.monitor.down
      expect(known).not.toBeNull()
      if (fault === "unreachable") expect(known).toBe(fault)
    } finally {
      await end()
    }
    await untilReady()
    await answer().expect(303)
  })

  it("leaves what needs no forum data readable, in both languages", async () => {
    await begin()
    try {
      await hurried(async () => {
        const paths = town.routes
          .filter(({ method, access }) => method === "GET" && access === "public")
          .map(({ url }) => url)
        for (const path of ["/hilfe", "/datenschutz", "/barrierefreiheit", "/impressum", "/anmelden"]) {
          expect(paths).toContain(path)
          const page = await town.people.huber.agent.get(path).expect(200)
          expect(page.text, path).toContain("Diese Seite können Sie trotzdem lesen")
        }
        const english = await town.nobody.get("/hilfe").set("cookie", "language=en; session=x").expect(200)
        expect(english.text).toContain("The database does not answer right now")
      })
    } finally {
      await end()
    }
  })
})

it("a statement of the job queue is cut when the database is gone, and jobs go on when it is back", async () => {
  const faults: unknown[] = []
  const jobs = await openJobs(town.db, (error) => void faults.push(error), false, HOUR_SECONDS)
  const done = vi.fn<(id: string | null | undefined) => void>()
  jobs.declare("test.outage", async ({ id }) => done(id))
  await jobs.prepare()
  await jobs.work()
  const send = (id: string) => transact(town.db, (tx) => enqueue(tx, "test.outage", { id }))
  const untilDone = (id: string) =>
    vi.waitFor(
      () => {
        jobs.wakeAll()
        expect(done).toHaveBeenCalledWith(id)
      },
      { timeout: PATIENCE.once },
    )
  await send("before")
  await untilDone("before")
  line.silence()
  try {
    await hurried(async () => {
      jobs.wakeAll()
      const slow = expect.objectContaining({ message: expect.stringContaining("database slow") })
      await expect.poll(() => faults).toContainEqual(slow)
    })
  } finally {
    line.speak()
  }
  await untilReady()
  await send("after")
  await untilDone("after")
  await jobs.stop()
})

/** A session of ours holds what others then wait for. */
async function whileLocked(work: () => Promise<unknown>): Promise<void> {
  const client = await town.db.$client.connect()
  try {
    await client.query("begin")
    await client.query("select 1 from posts where id = $1 for update", [question])
    await client.query("lock table answers in access exclusive mode")
    await work()
  } finally {
    await client.query("rollback")
    client.release()
  }
}

it("one that holds a table keeps the others waiting only for a while, and readiness stays", async () => {
  await whileLocked(() =>
    hurried(async () => {
      const page = await town.people.huber.agent.get(`/fragen/${question}`).expect(503)
      expect(page.text).toContain("antwortet gerade zu langsam")
      expect((await answer().expect(503)).text).toContain(escaped)
    }),
  )
  await untilReady()
  // What was cut has let go on the server, too.
  await vi.waitFor(async () => {
    const { rows } = await town.db.execute(
      sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    expect(rows).toEqual([])
  })
  await town.people.huber.agent.get(`/fragen/${question}`).expect(200)
})

it("a statement of the background takes the time that it needs", async () => {
  await hurried(async () => {
    await town.db.execute(sql`select pg_sleep(0.6)`)
    const short = whileWaiting(new Waiting(400), async () => await town.db.execute(sql`select pg_sleep(0.6)`))
    await expect(short).rejects.toMatchObject({ cause: { kind: "slow" } })
  })
  const waiting = new Waiting(1)
  waiting.end()
  expect(whileWaiting(waiting, currentWaiting)).toBeNull()
})

describe("a database that takes nothing", () => {
  const name = () => new URL(line.to(town.url)).pathname.slice(1)
  const readOnly = (on: boolean) =>
    town.db.transaction(async (tx) => {
      await tx.execute(sql`set local transaction_read_only = off`)
      await tx.execute(
        sql.raw(
          `alter database ${name()} ${on ? "set default_transaction_read_only = on" : "reset default_transaction_read_only"}`,
        ),
      )
    })
  /** As after a failover: those that are open lead to what is now the standby. */
  const demote = (on: boolean) =>
    town.db.execute(sql.raw(`set default_transaction_read_only = ${on ? "on" : "off"}`))

  /** Those that were there may still write. */
  const untilRefused = () =>
    vi.waitFor(async () => expect((await answer()).status).toBe(503), { timeout: PATIENCE.once })

  it("is read as before, refuses what is written with all that was typed, and is not ready", async () => {
    await readOnly(true)
    try {
      // New connections, as a restart or a failover leaves them.
      line.speak()
      await untilRefused()
      const sent = await answer().expect(503).expect("retry-after", "10")
      expect(sent.text).toContain("Es wurde nichts gespeichert")
      expect(sent.text).toContain(escaped)
      expect((await ready().expect(503)).body.database).toBe("read-only")
      await town.people.huber.agent.get(`/fragen/${question}`).expect(200)
      await town.people.huber.agent.get("/suche?q=Mieterhöhung").expect(200)
    } finally {
      await readOnly(false)
    }
    await vi.waitFor(() => answer().expect(303), { timeout: PATIENCE.once })
    await untilReady()
  })

  it("is left behind by the next request when only its old connections lead there", async () => {
    // One connection that answers 25006, where a new one would not.
    await demote(true)
    await vi.waitFor(() => answer().expect(303), { timeout: PATIENCE.once })
    await untilReady()
  })
})
