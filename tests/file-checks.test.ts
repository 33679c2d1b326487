import { join } from "node:path"
import { type SQL, sql } from "drizzle-orm"
import { PgDialect } from "drizzle-orm/pg-core"
import supertest from "supertest"
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest"
import { transact } from "../server/kernel/database.ts"
import { checkFiles } from "../server/kernel/file-checking.ts"
import { CHECK_QUEUE, readChecking } from "../server/kernel/file-checks.ts"
import { openFileQuota } from "../server/kernel/file-quota.ts"
import { fileSystemStore } from "../server/kernel/file-store.ts"
import { enqueue } from "../server/kernel/jobs.ts"
import { MINUTE, moveClock, now } from "../server/kernel/time.ts"
import { tellInfected } from "../server/notifications/index.ts"
import { uploadedFiles } from "../server/uploaded-files.ts"
import { ask, openTown, type Town } from "./forum/town.ts"
import { HARMLESS, openClamd } from "./support/clamd.ts"
import { filesOfArchive } from "./support/own-data.ts"
import { hasTool } from "./support/programs.ts"
import { openWorld, type Person } from "./support/world.ts"

/** The virus scanner before every file that people upload: a real clamd, with one signature of the tests. */
const CLEAN = Buffer.from("Zeile;Betrag\nMiete;1234\n")
const VIRUS = Buffer.from(`Zeile;Betrag\n${HARMLESS}\n`)

async function upload(town: Town, person: Person, bytes = CLEAN, name = "Liste.csv") {
  const { body } = await supertest(town.app.server)
    .post("/api/attachments")
    .set("cookie", person.cookie)
    .set("origin", "http://localhost:3000")
    .attach("file", bytes, name)
    .expect(201)
  return body as { id: string; check: string }
}

async function askWith(town: Town, person: Person, files: { id: string }[]): Promise<string> {
  const attachments = files.map(({ id }) => ({ id, alternative: "" }))
  return ask(person, town.categories.open, { attachments, title: "Wozu dient die Liste?" })
}

const openings = async (person: Person, id: string) => (await person.agent.get(`/anhaenge/${id}`)).status

const stored = (town: Town) => fileSystemStore(join(town.config.dataDir, "files"), openFileQuota(0, []))

describe.skipIf(!hasTool("clamd"))("with a virus scanner", () => {
  let clamd: Awaited<ReturnType<typeof openClamd>>
  let town: Town
  beforeAll(async () => {
    clamd = await openClamd()
    town = await openTown(openWorld({ scanner: { url: clamd.url, deletes: false } }))
  })
  afterAll(async () => {
    await town?.close()
    await clamd?.close()
  })
  beforeEach(() => town.drain())

  /** As the job of the next minute does. */
  async function work(): Promise<void> {
    await transact(town.db, (tx) => enqueue(tx, CHECK_QUEUE, {}))
    await town.drain()
  }

  it("a file opens for nobody before it was found clean, is shown as being checked, and then opens for who may see it", async () => {
    const { mueller, huber, facilitator } = town.people
    const file = await upload(town, mueller)
    expect(file.check).toBe("waiting")
    const question = await askWith(town, mueller, [file])
    for (const person of [mueller, huber]) {
      const refused = await person.agent.get(`/anhaenge/${file.id}`).expect(409)
      expect(refused.text).toContain("noch auf Viren geprüft")
    }
    // Who may not see it learns nothing of it.
    expect(await openings(facilitator, file.id)).toBe(404)
    const waiting = await huber.agent.get(`/fragen/${question}`).expect(200)
    expect(waiting.text).toContain("wird auf Viren geprüft")
    expect(waiting.text).not.toContain(`href="/anhaenge/${file.id}"`)
    await town.drain()
    const opened = await huber.agent.get(`/anhaenge/${file.id}`).expect(200)
    expect(opened.text).toBe(CLEAN.toString())
    const shown = await huber.agent.get(`/fragen/${question}`).expect(200)
    expect(shown.text).not.toContain("wird auf Viren geprüft")
    expect(shown.text).toContain(`href="/anhaenge/${file.id}"`)
    expect(await openings(facilitator, file.id)).toBe(404)
  })

  it("what is found opens for nobody, is kept, and is told to its author and without a name to administrators", async () => {
    const { mueller, huber, admin } = town.people
    const file = await upload(town, mueller, VIRUS, "Zwetschgenliste.csv")
    const question = await askWith(town, mueller, [file])
    await town.drain()
    for (const person of [mueller, huber]) {
      const refused = await person.agent.get(`/anhaenge/${file.id}`).expect(410)
      expect(refused.text).toContain("wurde ein Virus gefunden")
    }
    expect(await stored(town).size(file.id)).toBe(VIRUS.length)
    expect((await huber.agent.get(`/fragen/${question}`)).text).toContain("gesperrt: Virenfund")
    const own = await mueller.agent.get("/api/notifications?notice=files.infected").expect(200)
    expect(own.body.items).toMatchObject([
      { title: "Zwetschgenliste.csv", address: `/a/${question}`, person: null },
    ])
    const told = await admin.agent.get("/api/notifications?notice=accounts.file-infected").expect(200)
    expect(told.body.items).toMatchObject([{ address: "/verwaltung/betrieb#viren", person: null }])
    expect((await huber.agent.get("/api/notifications")).text).not.toContain("infected")
    await town.drain()
    const mails = JSON.stringify(await town.mails())
    expect(mails).toContain("Virenfund")
    expect(mails).not.toContain("Zwetschgenliste")
    await town.catchUp()
    expect((await huber.agent.get("/api/search?q=Zwetschgenliste").expect(200)).text).not.toContain(question)
    expect((await huber.agent.get("/api/search?q=Liste").expect(200)).text).toContain(question)
    expect((await admin.agent.get("/verwaltung/betrieb")).text).toContain("1 Datei ist gesperrt.")
  })

  it("nothing that is held goes into the archive of one's own data, which names it", async () => {
    const { albrecht } = town.people
    const [clean, virus] = [await upload(town, albrecht), await upload(town, albrecht, VIRUS, "b.csv")]
    await work()
    const waiting = await upload(town, albrecht, CLEAN, "c.csv")
    await town.db.execute(sql`update file_checks set next_at = now() + interval '1 hour'
      where file_id = ${waiting.id}`)
    const files = await filesOfArchive(town, albrecht)
    expect(Object.keys(files).filter((name) => name.startsWith("anhaenge/"))).toEqual([
      "anhaenge/1-Liste.csv",
    ])
    const named = Buffer.from(files["nicht-enthalten.txt"] ?? []).toString()
    expect(named).toMatch(/anhaenge\/2-b\.csv\nanhaenge\/3-c\.csv$/)
    expect(await openings(albrecht, clean.id)).toBe(200)
    expect(await openings(albrecht, virus.id)).toBe(410)
    await town.db.execute(sql`update file_checks set next_at = now() where file_id = ${waiting.id}`)
  })

  it("while the scanner is away files are held, and checked when it is back; its absence is told once it lasts", async () => {
    const { mueller, admin } = town.people
    await clamd.stop()
    const files = [await upload(town, mueller), await upload(town, mueller, VIRUS)]
    await work()
    await work()
    for (const { id } of files) expect(await openings(mueller, id)).toBe(409)
    expect((await admin.agent.get("/verwaltung/betrieb")).text).toContain("Der Virenscanner antwortet nicht")
    const isTold = async () =>
      (await admin.agent.get("/api/notifications?notice=accounts.virus-scanner")).body.items.length
    const look = () => town.parts.jobs.boss.send("notifications.faults", {}).then(() => town.drain())
    await look()
    expect(await isTold()).toBe(0)
    await look()
    expect(await isTold()).toBe(1)
    await clamd.start()
    await work()
    const [clean, virus] = files.map(({ id }) => id)
    expect(await openings(mueller, clean ?? "")).toBe(200)
    expect(await openings(mueller, virus ?? "")).toBe(410)
    await look()
    expect(await isTold()).toBe(0)
    expect((await admin.agent.get("/verwaltung/betrieb")).text).not.toContain("antwortet nicht")
  })

  it("a file that the scanner takes for too large is said to be so and keeps no other from being checked", async () => {
    const { okafor, admin } = town.people
    await clamd.stop()
    const small = await openClamd(["StreamMaxLength 1M"])
    onTestFinished(async () => {
      await small.close()
      if (town.config.scanner) town.config.scanner.url = clamd.url
      await clamd.start()
      moveClock(6 * MINUTE)
      await work()
      expect(await openings(okafor, large.id)).toBe(200)
    })
    if (town.config.scanner) town.config.scanner.url = small.url
    const large = await upload(town, okafor, Buffer.alloc(2_000_000, "Zeile\n"), "gross.txt")
    const other = await upload(town, okafor)
    await work()
    expect(await openings(okafor, large.id)).toBe(409)
    expect(await openings(okafor, other.id)).toBe(200)
    const { text } = await admin.agent.get("/verwaltung/betrieb")
    expect(text).toContain("1 Datei ist größer, als der Virenscanner annimmt")
  })

  it("what is locked opens again by itself when the signatures of the next night find nothing", async () => {
    const { vogt } = town.people
    const file = await upload(town, vogt, VIRUS)
    await town.drain()
    expect(await openings(vogt, file.id)).toBe(410)
    await clamd.stop()
    await clamd.forget()
    await clamd.start()
    await town.parts.jobs.boss.send("kernel.file-recheck", {})
    await town.drain()
    expect(await openings(vogt, file.id)).toBe(200)
    const { body } = await vogt.agent.get("/api/notifications?notice=files.infected").expect(200)
    expect(body.items).toEqual([])
  })
})

describe.skipIf(!hasTool("clamd"))("files from before the scanner", () => {
  let clamd: Awaited<ReturnType<typeof openClamd>>
  let town: Town
  beforeAll(async () => {
    clamd = await openClamd()
    town = await openTown()
  })
  afterAll(async () => {
    await town?.close()
    await clamd?.close()
  })

  it("open without one, are held from its first start on, and are checked in the background, where it goes on after a stop", async () => {
    const { mueller, admin } = town.people
    const files: { id: string }[] = []
    for (let count = 0; count < 6; count += 1) files.push(await upload(town, mueller))
    const virus = await upload(town, mueller, VIRUS)
    const ids = [...files, virus].map(({ id }) => id)
    for (const id of ids) expect(await openings(mueller, id)).toBe(200)
    await filesOfArchive(town, mueller)
    expect((await admin.agent.get("/verwaltung/betrieb")).text).toContain("kein Virenscanner eingerichtet")

    await town.db.execute(sql`insert into file_checking (is_on, on_since) values (true, ${now()})`)
    const checked = {
      ...{ db: town.db, stored: stored(town), uploads: uploadedFiles, tell: tellInfected },
      config: { scanner: { url: clamd.url, deletes: true } },
    }
    for (const id of ids) expect(await openings(mueller, id)).toBe(409)
    // Made when nothing was checked.
    await mueller.agent.get("/api/me/data/archive").expect(404)
    let left = 3
    expect(await checkFiles(checked, () => left-- > 0)).toBe("stopped")
    expect(await readChecking(town.db)).toMatchObject({ clean: 2, waiting: 5 })
    expect(await checkFiles(checked, () => true)).toBe("finished")
    expect(await readChecking(town.db)).toMatchObject({ clean: 6, waiting: 0, infected: 1 })
    for (const { id } of files) expect(await openings(mueller, id)).toBe(200)
    expect(await openings(mueller, virus.id)).toBe(410)
    expect(await stored(town).size(virus.id)).toBeNull()
  })

  it("stay closed where something was found, also after the scanner was switched off", async () => {
    const { huber } = town.people
    const [virus] = (
      await town.db.execute<{ id: string }>(
        sql`select file_id as id from file_checks where state = 'infected'`,
      )
    ).rows
    await town.db.execute(sql`update file_checking set is_on = false`)
    const fresh = await upload(town, huber, VIRUS)
    expect(await openings(huber, fresh.id)).toBe(200)
    expect(await openings(town.people.mueller, virus?.id ?? "")).toBe(410)
  })
})

it("every table of files that are opened by their key is looked through", async () => {
  const world = await openWorld()
  onTestFinished(() => world.close())
  const { rows } = await world.db.execute<{ name: string }>(sql`
    select c.table_name as name from information_schema.columns c
    where c.table_schema = 'public' and c.column_name = 'media_type' order by c.table_name collate "C"`)
  const tableOf = (ids: SQL) => /from "(\w+)"/.exec(new PgDialect().sqlToQuery(ids).sql)?.[1]
  const listed = uploadedFiles.map(({ ids }) => tableOf(ids))
  expect(listed.toSorted()).toEqual(rows.map(({ name }) => name))
})
