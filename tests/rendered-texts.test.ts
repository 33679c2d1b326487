import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import { transact } from "../server/kernel/database.ts"
import { textOfHtml } from "../server/kernel/html-text.ts"
import { listRenderings, noteRendering, pauseRendering, renewTexts } from "../server/kernel/rendering.ts"
import { renderedTexts } from "../server/rendered-texts.ts"
import { de, en } from "../web/texts/index.ts"
import { answer, ask, official, openTown, type Town } from "./forum/town.ts"

let town: Town
const kept: string[] = []
const ids: string[] = []
const OLD = '<ol start="15">\n<li>Mai</li>\n<li>Altstand</li>\n</ol>'

beforeAll(async () => {
  town = await openTown()
  const { mueller, vogt, schoeller, admin } = town.people
  for (let count = 0; count < 5; count++)
    ids.push(await ask(mueller, town.categories.open, { body: "15. Mai 2026\n31. Juli 2026: Zebrafrist" }))
  ids.push(await answer(vogt, ids[0] ?? "", { ...official, body: "2*563 und 3*451" }))
  const notice = {
    title: "Fristen",
    body: "15. Mai 2026\n31. Juli 2026",
    audience: "all",
    departmentIds: [],
    publishAt: null,
    showUntil: "2027-12-31",
  }
  await schoeller.agent.post("/api/announcements", notice).expect(201)
  await admin.agent
    .patch("/api/settings", { pages: { imprint: { de: "15. Mai 2026\n31. Juli 2026" } } })
    .expect(204)
  await town.drain()
})
afterAll(() => town.close())

const run = (mayGoOn = () => true) => renewTexts(town.db, renderedTexts, (one) => kept.push(one), mayGoOn, 2)
const note = () => transact(town.db, (tx) => noteRendering(tx, renderedTexts))
const pause = (isPaused: boolean) => transact(town.db, (tx) => pauseRendering(tx, isPaused))
const posts = async () =>
  (
    await town.db.execute<{ id: string; html: string; version: number; edited_at: string | null }>(
      sql`select id, html->>'body' as html, version, edited_at from posts order by id`,
    )
  ).rows
const stale = async () => (await posts()).filter(({ html }) => html.includes("Altstand")).length

/** As an older version left it: every text with the HTML of its grammar. */
async function makeOld(): Promise<void> {
  await town.db.execute(sql`update posts set html = jsonb_build_object('body', ${OLD}::text)`)
  await town.db.execute(sql`update announcements set html = ${OLD}`)
  await town.db.execute(
    sql`update installation set pages = jsonb_set(pages, '{imprint,de,html}', to_jsonb(${OLD}::text))`,
  )
  await town.db.execute(
    sql`update categories set guide = '15. Mai', guide_html = ${OLD} where name = 'Abläufe'`,
  )
  await town.db.execute(sql`update renderings set renderer = 1`)
  await town.db.execute(sql`delete from search_changes`)
}

it("has nothing to do in a new installation", async () => {
  expect((await listRenderings(town.db)).map(({ kind, finishedAt }) => [kind, finishedAt !== null])).toEqual(
    [
      "announcement-comments",
      "announcements",
      "categories",
      "conversation-messages",
      "events",
      "minutes",
      "pages",
      "plans",
      "posts",
      "programme-steps",
      "programmes",
      "rules",
    ].map((kind) => [kind, true]),
  )
})

it("renders what is stored anew, can be stopped and paused, goes on where it was, and changes no date and no version", async () => {
  await makeOld()
  const before = await posts()
  await note()
  const all = await stale()
  let left = 11
  expect(await run(() => left-- > 0)).toBe("stopped")
  const between = await stale()
  expect(between).toBeGreaterThan(0)
  expect(between).toBeLessThan(all)
  const noted = (await listRenderings(town.db)).find(({ kind }) => kind === "posts")
  expect(noted).toMatchObject({ done: all - between, total: all, finishedAt: null })

  await pause(true)
  expect(await run()).toBe("paused")
  expect(await stale()).toBe(between)

  await pause(false)
  await note()
  expect(await run()).toBe("finished")
  expect(await stale()).toBe(0)
  const after = await posts()
  expect(after.map(({ id, version, edited_at }) => [id, version, edited_at])).toEqual(
    before.map(({ id, version, edited_at }) => [id, version, edited_at]),
  )
  expect(textOfHtml(after.find(({ id }) => id === ids[0])?.html ?? "")).toBe(
    "15. Mai 2026\n31. Juli 2026: Zebrafrist",
  )
  expect(after.find(({ id }) => id === ids[5])?.html).toBe("<p>2*563 und 3*451</p>")
  const rest = await town.db.execute<{ html: string }>(
    sql`select html from announcements union all select guide_html from categories where guide <> ''
      union all select pages->'imprint'->'de'->>'html' from installation`,
  )
  expect(rest.rows.length).toBeGreaterThan(1)
  for (const { html } of rest.rows) expect(textOfHtml(html)).toMatch(/^15\. Mai/)
  expect(kept).toEqual([])
})

it("tells the index what changed", async () => {
  const { rows } = await town.db.execute<{ id: string }>(
    sql`select distinct document_id as id from search_changes`,
  )
  expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
})

it("starts by itself, in the background, and a second time changes nothing", async () => {
  await makeOld()
  await note()
  await transact(town.db, async (tx) =>
    (await import("../server/kernel/jobs.ts")).enqueue(tx, "kernel.rendering", {}),
  )
  await town.drain()
  expect(await stale()).toBe(0)
  await town.db.execute(sql`delete from search_changes`)
  await town.db.execute(sql`update renderings set renderer = 1`)
  await note()
  expect(await run()).toBe("finished")
  const { rows } = await town.db.execute(sql`select 1 from search_changes`)
  expect(rows).toEqual([])
})

it("leaves a text that today's grammar refuses its former HTML, and says which", async () => {
  await makeOld()
  await town.db.execute(
    sql`update posts set text = jsonb_build_object('body', repeat('> ', 30) || 'x') where id = ${ids[1]}`,
  )
  await note()
  expect(await run()).toBe("finished")
  expect((await posts()).find(({ id }) => id === ids[1])?.html).toBe(OLD)
  expect(kept).toEqual([`posts ${ids[1]}`])
  expect((await listRenderings(town.db)).find(({ kind }) => kind === "posts")?.kept).toBe(1)
})

it("leaves it to the other process that is at it", async () => {
  await makeOld()
  await note()
  await transact(town.db, async (tx) => {
    await tx.execute(sql`select 1 from renderings for update`)
    expect(await run()).toBe("busy")
  })
  expect(await run()).toBe("finished")
})

it("names every kind in both languages, where the administration reads how far it is", () => {
  const named = [de, en].map((t) => Object.keys(t.accounts.administration.operation.renderings.kinds).sort())
  const kinds = renderedTexts.map(({ kind }) => kind).sort()
  expect(named).toEqual([kinds, kinds])
})
