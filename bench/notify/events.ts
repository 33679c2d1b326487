import { once } from "node:events"
import type pg from "pg"
import WebSocket from "ws"
import type { Served } from "../load/processes.ts"
import type { Crowd, Member } from "./crowd.ts"

export type Told = {
  /** Milliseconds of the request that writes, with everything that is told within it. */
  writing: number[]
  /** From its answer, which comes after the commit, until a follower reads it in the inbox. */
  inbox: number[]
  /** The same until an open page of that follower hears of it. */
  live: number[]
}

/** After so many it says how far it is. */
const REPORTED = 250

/** One question after the other, with an answer to every second one, each watched by one of its followers. */
export async function play(
  server: Served,
  crowd: Crowd,
  events: number,
  say: (line: string) => void,
): Promise<Told> {
  const told: Told = { writing: [], inbox: [], live: [] }
  const sockets = await Promise.all(crowd.watchers.map((watcher) => listen(server, watcher)))
  let question = ""
  for (let at = 0; at < events; at += 1) {
    const place = Math.floor(at / 2) % crowd.categories.length
    const [writer, watcher, socket] = [
      crowd.writers[at % crowd.writers.length],
      crowd.watchers[place],
      sockets[place],
    ]
    const category = crowd.categories[place]
    if (!writer || !watcher || !socket || !category) throw new Error("nobody follows this category")
    const heard = once(socket, "message").then(() => performance.now())
    const begun = performance.now()
    const isQuestion = at % 2 === 0
    const id = isQuestion
      ? await write(server, writer, "/api/questions", questionIn(category.id, at))
      : await write(server, writer, `/api/questions/${question}/answers`, { body: `Antwort ${at}` })
    const committed = performance.now()
    if (isQuestion) question = id
    told.writing.push(committed - begun)
    told.inbox.push((await readInbox(server, watcher, id)) - committed)
    told.live.push(Math.max(0, (await heard) - committed))
    if ((at + 1) % REPORTED === 0) say(`${at + 1} von ${events} Ereignissen`)
  }
  for (const socket of sockets) socket.off("close", refuse).terminate()
  return told
}

/** How many statements one question takes, and how many of them are there because many follow. */
export async function countStatements(
  server: Served,
  pool: pg.Pool,
  crowd: Crowd,
  questions: number,
): Promise<{ all: number; ofFollowers: number }> {
  const [busy, lonely] = crowd.categories
  if (!busy || !lonely) throw new Error("two categories are needed")
  await pool.query("delete from follows where category_id = $1", [lonely.id])
  const count = async (categoryId: string) => {
    const before = await calls(pool)
    for (let at = 0; at < questions; at += 1) {
      const writer = crowd.writers[at % crowd.writers.length]
      if (writer) await write(server, writer, "/api/questions", questionIn(categoryId, at))
    }
    // What is told live is sent a moment later.
    await new Promise((resolve) => setTimeout(resolve, 500))
    return ((await calls(pool)) - before) / questions
  }
  const alone = await count(lonely.id)
  const all = await count(busy.id)
  // Who follows is asked in both.
  return { all, ofFollowers: all - alone + 1 }
}

/** Without those of the background, which has its own times: the job queue, the search index. */
async function calls(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ calls: string }>(
    `select coalesce(sum(calls), 0) as calls from pg_stat_statements s join pg_database d on d.oid = s.dbid
     where d.datname = current_database()
       and query !~* 'pgboss|pg_stat_statements|search_|pg_try_advisory|^(begin|commit|set local)'`,
  )
  return Number(rows[0]?.calls)
}

const questionIn = (categoryId: string, at: number) => ({
  categoryId,
  title: `Wie ist es im Fall ${at}?`,
  body: "Der Bescheid ist schon verschickt.",
  tags: [],
  wantedBy: null,
  attachments: [],
})

async function write(server: Served, { cookie }: Member, path: string, body: object): Promise<string> {
  const response = await fetch(`${server.url}${path}`, {
    method: "POST",
    headers: { cookie, origin: server.url, "content-type": "application/json" },
    body: JSON.stringify(body),
  })
  if (response.status !== 201) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return ((await response.json()) as { id: string }).id
}

/** When the person first reads of the post there. */
async function readInbox(server: Served, { cookie }: Member, postId: string): Promise<number> {
  const end = performance.now() + 10_000
  while (performance.now() < end) {
    const response = await fetch(`${server.url}/api/notifications`, { headers: { cookie } })
    if ((await response.text()).includes(postId)) return performance.now()
  }
  throw new Error(`nobody was told of ${postId}`)
}

function refuse(code: number, reason: Buffer): never {
  throw new Error(`the server has closed a connection: ${code} ${reason}`)
}

async function listen(server: Served, { id, cookie }: Member): Promise<WebSocket> {
  const socket = new WebSocket(`${server.url.replace("http", "ws")}/api/live`, {
    headers: { cookie, origin: server.url },
    perMessageDeflate: false,
  })
  await once(socket, "open")
  socket.send(JSON.stringify({ subscribe: "inbox", id }))
  await once(socket, "message")
  // Nothing would come any more, and the rest wait for it.
  socket.on("close", refuse)
  return socket
}
