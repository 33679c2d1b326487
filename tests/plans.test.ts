import { randomUUID } from "node:crypto"
import type pg from "pg"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type Forum, fillForum, sizeOf } from "../bench/load/generate.ts"
import { textOf } from "../bench/search/words.ts"
import { findActor } from "../server/accounts/index.ts"
import {
  countOpen,
  findBacklog,
  listBestPractices,
  listLatestOfficial,
  listQuestions,
  listQueue,
  openNews,
} from "../server/forum/index.ts"
import { connect } from "../server/kernel/database.ts"
import { watchAsked } from "./support/asked.ts"
import { openWorld, type Person, type World } from "./support/world.ts"

/**
 * The plan guard: on a forum of 60,000 posts every statement that a page, the API or a job sends is caught in the running
 * program and explained with the values that it came with. New routes are in by themselves.
 */
const THREADS = 5_000
/** As few for this size as there are for one of 20,000, where PostgreSQL decides as in earnest. */
const BACKLOG = 400
/** What grows with the use of the forum; what an administration has some hundreds of does not. */
const GROWING = ["threads", "posts", "questions", "answers", "marks", "attachments", "post_versions"]
/** Rows that may be sorted or joined for a page of 20, and PostgreSQL's cost from which it compiles a plan (its default). */
const MOST_ROWS = 20 * 50
const JIT_COST = 100_000

const PARTIAL = ["questions_owed", "questions_passed_on", "attachments_removed"]

type Sent = { text: string; values: unknown[]; by: string }
type Plan = {
  "Node Type": string
  "Plan Rows": number
  "Total Cost": number
  "Relation Name"?: string
  "Index Cond"?: string
  "Index Name"?: string
  Plans?: Plan[]
}

let world: World
let forum: Forum
let readers: Person[]
const sent = new Map<string, Sent>()
let by = ""

beforeAll(async () => {
  world = await openWorld()
  watchAsked(world.db, keep)
  forum = await fillForum(world.db.$client, { ...sizeOf(THREADS), backlog: BACKLOG }, textOf, () => undefined)
  const home = forum.departments.slice(0, 1)
  readers = [
    await world.person("Leserin", ["clerk"], home),
    await world.person("Fachperson", ["clerk", "specialist"], home),
    await world.person("Leitung", ["lead", "editor", "admin", "facilitator"], home),
  ]
})
afterAll(() => world.close())

/** Of what is sent while `by` says for whom. */
function keep(text: string, values: unknown[]): void {
  if (by && /^\(*(select|with|insert|update|delete)\b/i.test(text.trim()) && !sent.has(text))
    sent.set(text, { text, values, by })
}

/** What an id in an address names; elsewhere something that nobody has. */
const SUBJECTS: [RegExp, () => string | undefined][] = [
  [/^\/api\/(questions|threads|posts)|^\/(fragen|beitraege|a)\//, () => forum.measured[3]],
  [/^\/api\/categories|^\/kategorien/, () => forum.categories[0]],
  [/^\/api\/people|^\/verwaltung\/personen/, () => forum.people[0]],
  [/^\/api\/departments|^\/verwaltung\/abteilungen/, () => forum.departments[0]],
]
const addressOf = (url: string) =>
  url.replace(/:[a-zA-Z]+|\*/g, () => SUBJECTS.find(([of]) => of.test(url))?.[1]() ?? randomUUID())

/** These take in all of what is below them before they give out the first row. */
const GATHERS = /^(Sort|Hash|Aggregate|Materialize|WindowAgg|CTE Scan|Unique)$/

type Node = Plan & { isCut: boolean }

/** What stands under a limit stops with it: PostgreSQL still says how many rows there would be. */
function nodesOf(plan: Plan, isCut = false): Node[] {
  const type = plan["Node Type"]
  const below = type === "Limit" || (isCut && !GATHERS.test(type))
  return [{ ...plan, isCut }, ...(plan.Plans ?? []).flatMap((part) => nodesOf(part, below))]
}

function faultsOf(plan: Plan): string[] {
  const faults = nodesOf(plan).flatMap((node) => {
    const rows = node.isCut ? 0 : node["Plan Rows"]
    if (/Sort|Join|Loop/.test(node["Node Type"]) && rows > MOST_ROWS)
      return [`${node["Node Type"]} over ${Math.round(rows)} rows`]
    return []
  })
  if (plan["Total Cost"] >= JIT_COST) faults.push(`costs ${Math.round(plan["Total Cost"])}`)
  return faults
}

/**
 * What no index serves. A table of some thousand rows is read as a whole where that is cheaper still, so PostgreSQL is
 * asked what it would do otherwise: read all of an index instead, or find what it needs.
 */
function readWholly(plan: Plan): string[] {
  return nodesOf(plan).flatMap((node) => {
    const table = node["Relation Name"]
    const isWhole =
      /Scan$/.test(node["Node Type"]) && !/Bitmap/.test(node["Node Type"]) && !node["Index Cond"]
    // An index of a part holds what is wanted and nothing else.
    if (PARTIAL.includes(node["Index Name"] ?? "")) return []
    return table && GROWING.includes(table) && isWhole && !node.isCut ? [`reads all of ${table}`] : []
  })
}

async function explain(client: pg.PoolClient, { text, values }: Sent): Promise<Plan> {
  const { rows } = await client.query(`explain (format json) ${text}`, values)
  return rows[0]["QUERY PLAN"][0].Plan
}

async function explainAll(): Promise<string[]> {
  const found: string[] = []
  const asked = [...sent.values()]
  const client = await world.db.$client.connect()
  for (const one of asked) {
    await client.query("begin")
    const faults = faultsOf(await explain(client, one))
    await client.query("set local enable_seqscan = off")
    faults.push(...readWholly(await explain(client, one)))
    await client.query("rollback")
    if (faults.length > 0) found.push(`${one.by}: ${faults.join(", ")} in ${one.text.replace(/\s+/g, " ")}`)
  }
  client.release()
  return found
}

it("no page and no answer of the API reads more than it shows", async () => {
  const routes = world.routes.filter(({ method, url }) => method === "GET" && url !== "/api/live")
  for (const { url } of routes)
    for (const reader of readers) {
      by = `GET ${url}`
      await reader.agent.get(addressOf(url))
    }
  by = ""
  expect(sent.size).toBeGreaterThan(100)
  expect(await explainAll()).toEqual([])
})

it("no timed job reads all of what grows", async () => {
  sent.clear()
  const { jobs } = world.parts
  for (const { queue } of await jobs.listTimed()) {
    by = queue
    await jobs.boss.send(queue, {})
    await world.drain()
  }
  by = ""
  expect(sent.size).toBeGreaterThan(10)
  expect(await explainAll()).toEqual([])
})

it("PostgreSQL keeps the plans of lists: planning anew takes it longer than reading", async () => {
  const db = connect(world.url, 1)
  const [clerk, specialist] = await Promise.all(readers.map(({ id }) => findActor(db, id, null)))
  if (!clerk || !specialist) throw new Error("nobody")
  const categoryIds = forum.categories.slice(0, 1)
  const findNews = openNews({})
  // Named from the fifth time on, then planned with its values five times, as PostgreSQL compares.
  for (let time = 0; time < 12; time++) {
    await listQuestions(db, specialist, {}, undefined)
    await listQuestions(db, specialist, { categoryIds }, undefined)
    await listQuestions(db, specialist, { states: ["open"] }, undefined)
    await listQuestions(db, specialist, { mine: true }, undefined)
    await findNews(db, specialist, 5, {})
    await findNews(db, clerk, 5, {})
    await listBestPractices(db, specialist, {}, undefined, 5)
    await listBestPractices(db, specialist, { categoryIds: forum.categories.slice(7, 8) }, undefined)
    await listLatestOfficial(db, specialist, undefined, 5)
    await listQueue(db, specialist, { order: "waiting" }, undefined)
    await listQueue(db, specialist, { order: "wanted" }, undefined)
    await findBacklog(db, specialist)
    await countOpen(db, specialist)
  }
  const { rows } = await db.$client.query<{ statement: string; kept: boolean }>(
    "select statement, generic_plans > 0 as kept from pg_prepared_statements where statement like '%category_departments%'",
  )
  await db.$client.end()
  expect(rows).toHaveLength(13)
  expect(rows.filter(({ kept }) => !kept)).toEqual([])
})
