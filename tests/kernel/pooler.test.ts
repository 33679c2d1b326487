import { afterAll, beforeAll, describe, expect, inject, it } from "vitest"
import WebSocket from "ws"
import { connect } from "../../server/kernel/database.ts"
import { whileNobodyElse } from "../../server/kernel/session-lock.ts"
import { nameStatements } from "../../server/kernel/statement-names.ts"
import { answer, ask, openTown, type Town } from "../forum/town.ts"
import { watchAsked } from "../support/asked.ts"
import { openPooler } from "../support/pooler.ts"
import { hasTool } from "../support/programs.ts"
import { openWorld, type World } from "../support/world.ts"

/** Each connection of the application's is another of the server's from one transaction to the next. */
describe.skipIf(!hasTool("pooler"))("behind a PgBouncer in transaction mode", () => {
  let pooler: Awaited<ReturnType<typeof openPooler>>
  beforeAll(async () => {
    // As the settings have it behind a pooler: those before 1.21 know no prepared statements.
    nameStatements(false)
    pooler = await openPooler(inject("serverUrl"))
  })
  afterAll(async () => {
    nameStatements(true)
    await pooler?.close()
  })
  const way = (url: string) => pooler.to(url)

  describe("with the way past it", () => {
    let town: Town
    const asked: string[] = []
    const faults: string[] = []
    beforeAll(async () => {
      const log = (line: string) => faults.push(line)
      town = await openTown(openWorld({}, { way, isPooled: true, listen: true, log }))
      watchAsked(town.db, (text) => asked.push(text))
    })
    afterAll(() => town?.close())

    it("live updates arrive, and it says so", async () => {
      await expect
        .poll(async () => (await town.nobody.get("/health/ready")).body)
        .toEqual({ status: "ok", database: "ok", live: "ok" })
      const { mueller, vogt } = town.people
      const question = await ask(mueller, town.categories.open)
      const socket = new WebSocket(`${town.config.publicUrl.replace("http", "ws")}/api/live`, {
        headers: { cookie: mueller.cookie, origin: town.config.publicUrl },
      })
      const heard: unknown[] = []
      socket.on("message", (raw) => heard.push(JSON.parse(String(raw))))
      socket.on("open", () => socket.send(JSON.stringify({ subscribe: "thread", id: question })))
      try {
        await expect.poll(() => heard).toContainEqual({ subscribed: "thread", id: question })
        await answer(vogt, question)
        await expect.poll(() => heard).toContainEqual({ channel: "thread", id: question })
      } finally {
        socket.close()
      }
    })

    it("people write at the same time, jobs run, and what was written is found", async () => {
      const { mueller, huber, vogt } = town.people
      const titles = Array.from({ length: 24 }, (_title, at) => `Wohnflächenberechnung ${at}`)
      const ids = await Promise.all(
        titles.map((title, at) => ask(at % 2 ? mueller : huber, town.categories.open, { title })),
      )
      await Promise.all(ids.map((id) => answer(vogt, id)))
      const pages = await Promise.all(ids.map((id) => huber.agent.get(`/fragen/${id}`)))
      expect(pages.map(({ status }) => status)).toEqual(ids.map(() => 200))
      await town.drain()
      await town.catchUp()
      const found = await mueller.agent.get("/api/search?q=Wohnflächenberechnung").expect(200)
      expect(found.body.total).toMatchObject({ count: 24 })
      expect(faults).toEqual([])
    })

    it("nothing is set for a session, which the next would inherit", async () => {
      expect(asked.length).toBeGreaterThan(100)
      expect(asked.filter((text) => /^\s*(set(?! local| transaction)|listen)\b/i.test(text))).toEqual([])
      const left = await Promise.all(
        Array.from({ length: 8 }, () =>
          town.db.$client.query(
            "select current_setting('statement_timeout') as timeout, count(*) as held from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()",
          ),
        ),
      )
      for (const { rows } of left) expect(rows).toEqual([{ timeout: "0", held: "0" }])
    })

    it("a lock that lasts long holds the others off, whichever connection they get", async () => {
      const other = connect({ url: way(town.url), direct: town.url }, 5)
      const tried = () => whileNobodyElse(other, 4711, "index", async () => "mine")
      const held = await whileNobodyElse(town.db, 4711, "index", () =>
        Promise.all([tried(), tried(), tried()]),
      )
      expect(held).toEqual([null, null, null])
      expect(await tried()).toBe("mine")
      await other.$client.end()
    })
  })

  describe("without it", () => {
    let world: World
    const lines: string[] = []
    beforeAll(async () => {
      world = await openWorld({}, { way, listen: true, log: (line) => lines.push(line) })
    })
    afterAll(() => world?.close())

    it("the log says in one line that nothing arrives and what to do, and so does its health", async () => {
      await expect
        .poll(async () => (await world.nobody.get("/health/ready")).body)
        .toEqual({ status: "ok", database: "ok", live: "silent" })
      const told = lines.map((line) => JSON.parse(line)).filter(({ live }) => live !== undefined)
      expect(told).toEqual([
        expect.objectContaining({
          level: 50,
          live: "silent",
          msg: expect.stringMatching(/NOTIFY .* DATABASE_DIRECT_URL has to name PostgreSQL itself/),
        }),
      ])
    })
  })
})
