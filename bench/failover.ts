import { randomInt } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { parseArgs } from "node:util"
import pg from "pg"
import { migrateDatabase } from "../server/kernel/migrate.ts"
import type { Cluster } from "../server/trial-postgres/index.ts"
import { openLine } from "../tests/support/line.ts"
import { acknowledgeTogether, killServer, promote, startPrimary, startStandby } from "./failover/servers.ts"
import { type Acknowledged, type Running, startForum, writeOn } from "./failover/writing.ts"

const USAGE = `npm run bench:failover -- [--loops 5] [--writers 8] [--early] [--alone]

Startet zwei PostgreSQL, von denen das zweite dem ersten folgt, und davor eine Adresse, die zum jeweils schreibenden führt,
wie HAProxy mit Patroni oder der Dienst von CloudNativePG. In jedem Durchgang wird der schreibende Server unter Last mit
kill -9 beendet, das andere befördert und die Adresse umgestellt. Gezählt wird, was bestätigt war und fehlt, und gemessen,
wie lange nach der Beförderung wieder geschrieben wird und Hinweise ankommen. Das Programm läuft dabei durch.
--early stellt die Adresse schon um, solange der zweite nur lesbar ist; --alone lässt den ersten allein bestätigen: Dann
darf etwas fehlen. Endet mit 1, wenn etwas fehlt oder es länger als zehn Sekunden dauert. Die letzte Zeile sind die Zahlen als JSON.`

const { values } = parseArgs({
  options: {
    loops: { type: "string", default: "5" },
    writers: { type: "string", default: "8" },
    early: { type: "boolean", default: false },
    alone: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
})
const say = (line: string) => console.log(line)
const MOST_SECONDS = 10
const LONGEST_MS = 60_000

if (values.help) say(USAGE)
else await main()

async function main(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "fachforum-failover-"))
  let primary = await startPrimary()
  const line = await openLine(primary.url)
  const stopping = new AbortController()
  const acknowledged: Acknowledged[] = []
  try {
    await migrateDatabase(primary.url)
    const forum = await startForum(line.to(primary.url), { port: randomInt(20_000, 30_000), dataDir })
    const writing = Array.from({ length: Number(values.writers) }, async () =>
      writeOn(forum, await forum.addWriter(), (one) => acknowledged.push(one), stopping.signal),
    )
    const rounds: Round[] = []
    for (let loop = 0; loop < Number(values.loops); loop += 1) {
      const standby = await startStandby(primary)
      if (!values.alone) await acknowledgeTogether(primary)
      rounds.push(await failOver({ primary, standby, line, forum, acknowledged }))
      await rm(primary.dataDir, { recursive: true, force: true })
      primary = standby
    }
    stopping.abort()
    await Promise.all(writing)
    await forum.stop()
    tell(rounds, await countMissing(primary, acknowledged), acknowledged.length)
  } finally {
    stopping.abort()
    await line.close()
    await primary.stop().catch(() => undefined)
    await rm(primary.dataDir, { recursive: true, force: true })
    await rm(dataDir, { recursive: true, force: true })
  }
}

type Round = { written: number; away: number; back: number; live: number }
type Scene = {
  primary: Cluster
  standby: Cluster
  line: Awaited<ReturnType<typeof openLine>>
  forum: Running
  acknowledged: Acknowledged[]
}

/** In seconds: how long nothing was acknowledged, and how long after the promotion writes and live updates were back. */
async function failOver({ primary, standby, line, forum, acknowledged }: Scene): Promise<Round> {
  const before = acknowledged.length
  await pause(randomInt(1_000, 3_000))
  const killed = performance.now()
  await killServer(primary)
  if (values.early) line.lead(standby.url)
  // Until the one that watches them has noticed.
  await pause(3_000)
  await promote(standby)
  line.lead(standby.url)
  const promoted = performance.now()
  const isBack = () => acknowledged.some(({ at }) => at > promoted)
  const [back, live] = await Promise.all([
    since(promoted, async () => isBack()),
    since(promoted, () => isReady(forum)),
  ])
  const last = Math.max(killed, ...acknowledged.filter(({ at }) => at < promoted).map(({ at }) => at))
  const first = Math.min(...acknowledged.map(({ at }) => at).filter((at) => at > promoted))
  const round = { written: acknowledged.length - before, away: (first - last) / 1000, back, live }
  say(
    `bestätigt ${round.written}, weg ${round.away.toFixed(1)} s, nach der Beförderung zurück ${back.toFixed(1)} s, Hinweise ${live.toFixed(1)} s`,
  )
  return round
}

async function since(start: number, isDone: () => Promise<boolean>): Promise<number> {
  while (!(await isDone())) {
    if (performance.now() - start > LONGEST_MS) return Number.POSITIVE_INFINITY
    await pause(50)
  }
  return (performance.now() - start) / 1000
}

async function isReady({ publicUrl }: Running): Promise<boolean> {
  const answer = await fetch(`${publicUrl}/health/ready`).catch(() => null)
  return answer?.status === 200 && (await answer.json()).live === "ok"
}

async function countMissing({ url }: Cluster, acknowledged: Acknowledged[]): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const ids = acknowledged.map(({ id }) => id)
  const { rows } = await client.query<{ id: string }>("select id from posts where id = any($1)", [ids])
  await client.end()
  const found = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => !found.has(id)).length
}

function tell(rounds: Round[], missing: number, acknowledged: number): void {
  const longest = Math.max(...rounds.flatMap(({ back, live }) => [back, live]))
  say(JSON.stringify({ loops: rounds.length, acknowledged, missing, longest, rounds }))
  process.exitCode = missing > 0 || longest > MOST_SECONDS ? 1 : 0
}
