import { fork } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { buildApp } from "../../server/app.ts"
import { forumSource } from "../../server/forum/index.ts"
import { readConfig } from "../../server/kernel/config.ts"
import { type Db, newId } from "../../server/kernel/database.ts"
import { openEngines, reindex } from "../../server/search/index.ts"
import { unbuiltAssets } from "../../web/build.ts"
import type { Order, Times } from "./driver.ts"
import { fillForum } from "./posts.ts"
import { median, percentile } from "./times.ts"
import { queryOf, randomOf, textOf } from "./words.ts"

const SECONDS = 15
const CONNECTIONS = 10
/** So many that no one of them asks more often than a person may. */
const PEOPLE = 100

/** The whole program under load, with so many posts: the thread page alone, searching alone, and both at once. */
export async function measureScale(db: Db, url: string, posts: number, say: (line: string) => void) {
  const place = await preparePlace(db)
  const threads = await fillForum(db, place, posts, (done) => done % 20_000 === 0 && say(`${done} Beiträge`))
  const begin = performance.now()
  const engines = openEngines(db, { meiliUrl: null, meiliMasterKey: null })
  await reindex({ db, source: forumSource, engines, say }, new AbortController().signal)
  const indexSeconds = (performance.now() - begin) / 1000
  await db.$client.query("vacuum analyze")
  const { rows } = await db.$client.query<{ bytes: string }>(
    `select sum(pg_total_relation_size(c.oid)) as bytes from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'search_index' and c.relkind = 'r'`,
  )
  const figures = await underLoad(url, place, threads)
  return {
    posts,
    postsPerSecond: posts / indexSeconds,
    indexMegabytes: Number(rows[0]?.bytes ?? 0) / 1e6,
    ...figures,
  }
}

async function preparePlace(db: Db) {
  const people = Array.from({ length: PEOPLE }, () => newId())
  const place = { categoryId: newId(), people, personId: people[0] ?? "" }
  const departmentId = newId()
  await db.$client.query("insert into departments (id, name, short_name) values ($1, 'Amt', 'Amt')", [
    departmentId,
  ])
  for (const id of place.people)
    await db.$client.query(
      `with person as (insert into people (id, display_name, email, roles, created_at)
         values ($1, 'Last', $3, '{clerk}', now()) returning id)
       insert into memberships (person_id, department_id) select id, $2 from person`,
      [id, departmentId, `${id}@example.org`],
    )
  await db.$client.query("insert into categories (id, kind, name) values ($1, 'questions', 'Last')", [
    place.categoryId,
  ])
  return place
}

async function underLoad(url: string, { people }: { people: string[] }, threads: string[]) {
  const port = await freePort()
  const dataDir = await mkdtemp(join(tmpdir(), "fachforum-bench-"))
  const config = { ...readConfig({}), trial: false, dataDir, port, publicUrl: `http://127.0.0.1:${port}` }
  const assets = unbuiltAssets(dataDir)
  const built = await buildApp({ config, databaseUrl: url, assets, logger: null })
  const { sessions } = built.parts
  const tokens = await Promise.all(people.map(async (id) => (await sessions.signIn(id, "Last", null)).token))
  const cookies = tokens.map((token) => `${sessions.cookieName}=${token}`)
  await built.app.listen({ host: "127.0.0.1", port })
  const random = randomOf(7)
  const pages = threads.map((id) => `/fragen/${id}`)
  const searches = Array.from({ length: 500 }, () => `/api/search?q=${encodeURIComponent(queryOf(random))}`)
  const drafts = Array.from({ length: 200 }, () =>
    JSON.stringify({ title: queryOf(random), body: textOf(random).slice(0, 800) }),
  )
  const thread = { name: "thread", connections: CONNECTIONS, paths: pages }
  const search = { name: "search", connections: CONNECTIONS, paths: searches }
  const similar = {
    name: "similar",
    connections: CONNECTIONS,
    paths: ["/api/search/similar"],
    bodies: drafts,
  }
  const drive = (loads: Order["loads"], seconds = SECONDS) =>
    driven({ origin: config.publicUrl, cookies, loads, seconds })
  try {
    await drive([thread, search], 5)
    const alone = await drive([thread])
    const searching = await drive([search])
    const drafting = await drive([similar])
    const both = await drive([thread, search])
    return {
      thread: spread(alone.thread),
      search: spread(searching.search),
      similar: spread(drafting.similar),
      threadWhileSearching: spread(both.thread),
      searchWhileReading: spread(both.search),
    }
  } finally {
    await built.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

const spread = (times: number[] = []) => ({
  requests: times.length,
  p50: median(times),
  p99: percentile(times, 0.99),
})

async function driven(order: Order): Promise<Times> {
  const child = fork(new URL("driver.ts", import.meta.url), { execArgv: ["--import", "tsx"] })
  child.send(order)
  const [times] = await once(child, "message")
  child.kill()
  return times as Times
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === "object" && address ? address.port : 0
}
