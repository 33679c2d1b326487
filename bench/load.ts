import { cpus } from "node:os"
import { parseArgs } from "node:util"
import autocannon from "autocannon"
import type pg from "pg"
import {
  type Candidate,
  envOf,
  fillCandidates,
  HERE,
  median,
  signIn,
  withCandidates,
} from "./load/candidates.ts"
import type { Forum } from "./load/generate.ts"
import { type Indexing, measureIndexing } from "./load/indexing.ts"
import type { Postgres } from "./load/postgres.ts"
import { cpuOf, cpuOfFamily, ENTRY, memoryOf, type Served, serve } from "./load/processes.ts"
import { FLOORS, type Person, TARGETS, type Target } from "./load/targets.ts"

const USAGE = `npm run bench -- [--threads 20000] [--only "thread JSON,start HTML"] [--rounds 3] [--seconds 4] [--against REV]

Füllt eine eigene Datenbank mit einem erzeugten Forum (etwa zwölf Beiträge je Frage, 2.000 Personen, 20 Abteilungen, 40
Kategorien) und misst die Anwendung abwechselnd mit einem Boden: einer leeren Route mit einer vorbereiteten Anweisung für
dieselben 20 Beiträge. Je Ziel: Anfragen je Sekunde, p50 und p99, Prozessorzeit von Node und PostgreSQL je Anfrage,
Anweisungen, Bytes, und das Verhältnis zum Boden in derselben Runde. --against misst dazu einen anderen Stand des
Projekts. CORPUS=DATEI.jsonl.gz nimmt dessen Texte. Vorher, was der Aufbau des Suchindex kostet; --only index misst nur das.
Die letzte Zeile sind die Zahlen als JSON.`

const { values } = parseArgs({
  options: {
    threads: { type: "string", default: "20000" },
    only: { type: "string" },
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "4" },
    against: { type: "string" },
    help: { type: "boolean", default: false },
  },
})
const say = (line: string) => console.log(line)
const CONNECTIONS = 10
const READERS = 100

type Figures = {
  perSecond: number
  p50: number
  p99: number
  nodeMs: number
  postgresMs: number
  statements: number
  bytes: number
  rss: number
  failed: number
}

const main = () =>
  withCandidates(values.against, async (postgres, candidates) => {
    const { forum, people } = await prepare(postgres, candidates)
    const indexing = await buildIndexes(postgres, candidates)
    say(JSON.stringify({ ...(await measureAll(postgres, candidates, forum, people)), indexing }))
  })

async function prepare(postgres: Postgres, candidates: Candidate[]) {
  const addMore = async (pool: pg.Pool, forum: Forum) => {
    await pool.query(
      "create table bench_floor (id bigserial primary key, thread_id uuid not null, body text not null)",
    )
    return { forum, people: await signIn(pool, forum.people.slice(0, READERS)) }
  }
  const prepared = await fillCandidates(postgres, candidates, Number(values.threads), addMore, (threads) => {
    if (threads % 5000 === 0) say(`${threads} von ${values.threads} Fragen`)
  })
  say(`${prepared.forum.posts} Beiträge in ${values.threads} Fragen`)
  return prepared
}

/** A server that finds no index builds it behind what is measured, so it is there before, whatever is measured. */
async function buildIndexes(postgres: Postgres, candidates: Candidate[]): Promise<Record<string, Indexing>> {
  const indexing: Record<string, Indexing> = {}
  for (const one of candidates) {
    const built = await measureIndexing(postgres, one.database, one.dir, envOf(one, postgres))
    indexing[one.name] = built
    say(
      `${"index".padEnd(14)} ${one.name.padEnd(8)} ${built.postsPerCpuSecond.toFixed(0)} Beiträge je Sekunde Prozessorzeit ` +
        `(${(built.nodeMs / 1000).toFixed(1)} + ${(built.postgresMs / 1000).toFixed(1)} s; Ziel 1500) · ` +
        `${built.rss.toFixed(0)} MB (Ziel 300) · ${built.ofPosts.toFixed(2)} der Beiträge (Ziel 1,2)`,
    )
  }
  return indexing
}

const isWanted = (name: string) =>
  !values.only || values.only.split(",").some((one) => name.startsWith(one.trim()))

async function measureAll(postgres: Postgres, candidates: Candidate[], forum: Forum, people: Person[]) {
  const last = candidates.at(-1)
  if (!last) throw new Error("nothing to measure")
  const floor = await serve(HERE, "bench/load/floor.ts", { DATABASE_URL: postgres.urlOf(last.database) }, "/")
  const served = await Promise.all(
    candidates.map(async (one) => ({
      ...one,
      server: await serve(one.dir, ENTRY, envOf(one, postgres), "/health/ready"),
    })),
  )
  try {
    const results = []
    for (const target of TARGETS.filter(({ name }) => isWanted(name))) {
      const rounds: Record<string, Figures[]> = {
        floor: [],
        ...Object.fromEntries(served.map(({ name }) => [name, []])),
      }
      for (let round = 0; round <= Number(values.rounds); round++) {
        const bare = await shoot(postgres, last.database, floor, FLOORS[target.floor], forum, people)
        // The first round warms up: plans, caches, compiled code.
        if (round > 0) rounds.floor?.push(bare)
        for (const one of served) {
          const figures = await shoot(postgres, one.database, one.server, target.requests, forum, people)
          if (round > 0) rounds[one.name]?.push(figures)
        }
      }
      results.push(summarise(target, rounds))
    }
    return { threads: Number(values.threads), posts: forum.posts, cores: cpus().length, results }
  } finally {
    for (const one of [floor, ...served.map(({ server }) => server)]) await one.stop()
  }
}

async function shoot(
  postgres: Postgres,
  database: string,
  server: Served,
  requestsOf: Target["requests"],
  forum: Forum,
  people: Person[],
): Promise<Figures> {
  const pid = server.process.pid ?? 0
  await postgres.forget(database)
  const before = {
    node: cpuOf(pid),
    postgres: cpuOfFamily(postgres.pid),
    statements: await postgres.statements(database),
  }
  const result = await autocannon({
    url: server.url,
    connections: CONNECTIONS,
    duration: Number(values.seconds),
    requests: requestsOf(forum, people, server.url),
  })
  const answered = Math.max(1, result.requests.total)
  return {
    perSecond: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    nodeMs: (cpuOf(pid) - before.node) / answered,
    postgresMs: (cpuOfFamily(postgres.pid) - before.postgres) / answered,
    statements: ((await postgres.statements(database)) - before.statements) / answered,
    bytes: result.throughput.total / answered,
    rss: memoryOf(pid),
    failed: result.non2xx + result.errors + result.timeouts,
  }
}

function summarise(target: Target, rounds: Record<string, Figures[]>) {
  const floor = rounds.floor ?? []
  const all = Object.entries(rounds).map(([name, figures]) => {
    const middle = Object.fromEntries(
      (Object.keys(figures[0] ?? {}) as (keyof Figures)[]).map((key) => [
        key,
        median(figures.map((one) => one[key])),
      ]),
    ) as Figures
    const ratio = median(figures.map((one, at) => one.perSecond / (floor[at]?.perSecond ?? Number.NaN)))
    print(target, name, middle, ratio)
    return [name, { ...middle, ratio }] as const
  })
  return { target: target.name, goal: target.goal, ...Object.fromEntries(all) }
}

function print(target: Target, name: string, figures: Figures, ratio: number): void {
  const { perSecond, p50, p99, nodeMs, postgresMs, statements, bytes, rss, failed } = figures
  const share = name === "floor" ? "" : ` · ${ratio.toFixed(3)} des Bodens (Ziel ${target.goal})`
  say(
    `${target.name.padEnd(14)} ${name.padEnd(8)} ${perSecond.toFixed(0)}/s · p50 ${p50} ms · p99 ${p99} ms · ` +
      `${nodeMs.toFixed(1)} + ${postgresMs.toFixed(1)} ms CPU · ${statements.toFixed(1)} Anweisungen · ` +
      `${(bytes / 1000).toFixed(1)} KB · ${rss.toFixed(0)} MB${share}${failed ? ` · ${failed} fehlgeschlagen` : ""}`,
  )
}

if (values.help) say(USAGE)
else await main()
