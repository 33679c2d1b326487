import { cpus } from "node:os"
import { setTimeout as pause } from "node:timers/promises"
import { parseArgs } from "node:util"
import type pg from "pg"
import { connectAll } from "./live/clients.ts"
import {
  type Candidate,
  envOf,
  fillCandidates,
  HERE,
  median,
  run,
  signIn,
  withCandidates,
} from "./load/candidates.ts"
import type { Forum } from "./load/generate.ts"
import type { Postgres } from "./load/postgres.ts"
import { cpuOf, ENTRY, memoryOf, type Served, serve } from "./load/processes.ts"

const USAGE = `npm run bench:live -- [--clients 1000] [--rounds 2] [--idle 20] [--threads 1000] [--against REV]

Misst die Live-Hinweise im Wechsel mit einem Boden: einem bloßen ws-Server, der niemanden prüft. Je Runde: wie lange es
dauert, bis alle verbunden sind und zuhören; dann, nach einer Antwort, bis der Letzte davon weiß, einmal mit allen in
einer Frage und einmal mit höchstens 2.000 in Fragen zu je 50. Dazu der Speicher des Servers und, ohne jemanden, die
Anweisungen je Sekunde während --idle Sekunden. --against misst dazu einen anderen Stand des Projekts. Jede Verbindung
braucht auf beiden Seiten einen Dateideskriptor (ulimit -n). Die letzte Zeile sind die Zahlen als JSON.`

const { values } = parseArgs({
  options: {
    clients: { type: "string", default: "1000" },
    rounds: { type: "string", default: "2" },
    idle: { type: "string", default: "20" },
    threads: { type: "string", default: "1000" },
    against: { type: "string" },
    help: { type: "boolean", default: false },
  },
})
const say = (line: string) => console.log(line)
const CLIENTS = Number(values.clients)
const MOST_IN_SMALL = 2000
const SMALL = 50
/** Answers of one round; each is a measurement. */
const ANSWERS = 5

type Crowd = { cookies: string[]; threads: string[] }
type Measured = Candidate & { server: Served; isFloor: boolean }
type Figures = { joining: number; everybody: number; few: number; rss: number; cpu: number }

async function main(): Promise<void> {
  await refuseTooMany()
  await withCandidates(values.against, async (postgres, candidates) => {
    const crowd = await fillCandidates(postgres, candidates, Number(values.threads), findCrowd)
    say(JSON.stringify(await measureAll(postgres, candidates, crowd)))
  })
}

async function refuseTooMany(): Promise<void> {
  const { stdout } = await run("sh", ["-c", "ulimit -n"])
  const limit = stdout.trim() === "unlimited" ? Number.POSITIVE_INFINITY : Number(stdout)
  if (limit >= CLIENTS + 500) return
  throw new Error(
    `${CLIENTS} Verbindungen brauchen mehr Dateideskriptoren als ${limit}: ulimit -n ${CLIENTS + 500}`,
  )
}

/** A session for each, and threads that everybody may read and answer. */
async function findCrowd(pool: pg.Pool, forum: Forum): Promise<Crowd> {
  const people = await signIn(pool, forum.people)
  const { rows } = await pool.query<{ id: string }>(
    `select q.id from questions q join threads t on t.id = q.id join posts p on p.id = t.id
       join categories c on c.id = t.category_id
     where c.audience = 'all' and c.archived_at is null and q.state = 'open'
       and p.hidden_at is null and p.withdrawn_at is null order by q.id limit $1`,
    [MOST_IN_SMALL / SMALL],
  )
  const needed = Math.ceil(Math.min(CLIENTS, MOST_IN_SMALL) / SMALL)
  if (rows.length < needed) throw new Error(`${rows.length} offene Fragen für alle; mehr mit --threads`)
  return { cookies: people.map(({ cookie }) => cookie), threads: rows.map(({ id }) => id) }
}

async function measureAll(postgres: Postgres, candidates: Candidate[], crowd: Crowd) {
  const floor = await serve(HERE, "bench/live/floor.ts", {}, "/")
  const measured: Measured[] = [
    { name: "floor", dir: HERE, database: "", server: floor, isFloor: true },
    ...(await Promise.all(
      candidates.map(async (one) => ({
        ...one,
        server: await serve(one.dir, ENTRY, envOf(one, postgres), "/health/ready"),
        isFloor: false,
      })),
    )),
  ]
  try {
    const idle = await countIdle(postgres, measured)
    const rounds = new Map<string, Figures[]>(measured.map(({ name }) => [name, []]))
    for (let round = 0; round < Number(values.rounds); round += 1)
      for (const one of measured) {
        if (!one.isFloor) await postgres.forget(one.database)
        rounds.get(one.name)?.push(await measure(one, crowd))
      }
    return { clients: CLIENTS, cores: cpus().length, results: summarise(rounds, idle) }
  } finally {
    for (const { server } of measured) await server.stop()
  }
}

/** Statements a second while nobody is there, after what a start does. */
async function countIdle(postgres: Postgres, measured: Measured[]): Promise<Map<string, number>> {
  const seconds = Number(values.idle)
  if (!(seconds > 0)) return new Map()
  await pause(5000)
  const count = async () =>
    new Map(
      await Promise.all(
        measured
          .filter(({ isFloor }) => !isFloor)
          .map(async ({ name, database }) => [name, await postgres.statements(database)] as const),
      ),
    )
  const before = await count()
  await pause(seconds * 1000)
  const after = await count()
  return new Map([...after].map(([name, calls]) => [name, (calls - (before.get(name) ?? 0)) / seconds]))
}

async function measure(one: Measured, { cookies, threads }: Crowd): Promise<Figures> {
  const pid = one.server.process.pid ?? 0
  const cookieOf = (at: number) => cookies[at % cookies.length] ?? ""
  const inOne = Array.from({ length: CLIENTS }, (_, at) => ({
    cookie: cookieOf(at),
    topic: threads[0] ?? "",
  }))
  const used = cpuOf(pid)
  const crowd = await connectAll(one.server.url, inOne)
  const cpu = (cpuOf(pid) - used) / CLIENTS
  const rss = memoryOf(pid)
  const everybody = []
  for (let at = 0; at < ANSWERS; at += 1)
    everybody.push(await crowd.untilLast(threads[0] ?? "", () => answer(one, threads[0] ?? "", cookieOf(at))))
  await crowd.close()
  const inSmall = Array.from({ length: Math.min(CLIENTS, MOST_IN_SMALL) }, (_, at) => ({
    cookie: cookieOf(at),
    topic: threads[Math.floor(at / SMALL)] ?? "",
  }))
  const small = await connectAll(one.server.url, inSmall)
  const few = []
  for (let at = 0; at < ANSWERS; at += 1) {
    const topic = threads[at % Math.ceil(inSmall.length / SMALL)] ?? ""
    few.push(await small.untilLast(topic, () => answer(one, topic, cookieOf(at))))
  }
  await small.close()
  return { joining: crowd.joining, everybody: median(everybody), few: median(few), rss, cpu }
}

async function answer({ isFloor, server }: Measured, thread: string, cookie: string): Promise<void> {
  const path = isFloor ? `/topics/${thread}` : `/api/questions/${thread}/answers`
  const response = await fetch(`${server.url}${path}`, {
    method: "POST",
    headers: { cookie, origin: server.url, "content-type": "application/json" },
    body: JSON.stringify({ body: "Eine Antwort" }),
  })
  if (response.status !== 201) throw new Error(`${path}: ${response.status} ${await response.text()}`)
}

function summarise(rounds: Map<string, Figures[]>, idle: Map<string, number>) {
  const middle = (name: string, key: keyof Figures) => median((rounds.get(name) ?? []).map((one) => one[key]))
  const results = [...rounds.keys()].map((name) => {
    const figures = {
      joiningMs: middle(name, "joining"),
      everybodyMs: middle(name, "everybody"),
      fewMs: middle(name, "few"),
      joiningCpuMs: middle(name, "cpu"),
      rssMb: middle(name, "rss"),
      idleStatements: idle.get(name) ?? null,
    }
    const ratios = {
      joining: figures.joiningMs / middle("floor", "joining"),
      everybody: figures.everybodyMs / middle("floor", "everybody"),
      few: figures.fewMs / middle("floor", "few"),
    }
    print(name, figures, ratios)
    return { name, ...figures, ratios }
  })
  return results
}

function print(
  name: string,
  figures: Record<"joiningMs" | "everybodyMs" | "fewMs" | "joiningCpuMs" | "rssMb", number> & {
    idleStatements: number | null
  },
  ratios: Record<"joining" | "everybody" | "few", number>,
): void {
  const ratio = (of: number, goal: string) =>
    name === "floor" ? "" : ` (${of.toFixed(1)} × Boden, Ziel ${goal})`
  say(
    `${name.padEnd(8)} ${CLIENTS} verbunden ${figures.joiningMs.toFixed(0)} ms${ratio(ratios.joining, "3")}` +
      ` · ${figures.joiningCpuMs.toFixed(2)} ms CPU je Verbindung` +
      ` · Letzter von ${CLIENTS} ${figures.everybodyMs.toFixed(0)} ms${ratio(ratios.everybody, "3")}` +
      ` · Letzter von ${SMALL} ${figures.fewMs.toFixed(0)} ms${ratio(ratios.few, "5 und 40 ms")}` +
      ` · ${figures.rssMb.toFixed(0)} MB` +
      (figures.idleStatements === null
        ? ""
        : ` · ${figures.idleStatements.toFixed(1)} Anweisungen/s im Leerlauf`),
  )
}

if (values.help) say(USAGE)
else await main()
