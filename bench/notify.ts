import { cpus } from "node:os"
import { parseArgs } from "node:util"
import pg from "pg"
import { type Candidate, envOf, fillCandidates, HERE, withCandidates } from "./load/candidates.ts"
import type { Postgres } from "./load/postgres.ts"
import { ENTRY, memoryOf, serve } from "./load/processes.ts"
import { measureBell } from "./notify/bell.ts"
import { addCrowd } from "./notify/crowd.ts"
import { measureDigests } from "./notify/digest.ts"
import { countStatements, play } from "./notify/events.ts"

const USAGE = `npm run bench:notify -- [--people 5000] [--each 5] [--events 2000] [--threads 1000] [--rounds 3] [--seconds 4]

Misst, wie Benachrichtigungen verteilt werden: So viele Personen (2.000 oder mehr) folgen je --each von 40 Kategorien; nacheinander werden
Fragen gestellt und beantwortet. Je Ereignis: wie lange das Schreiben dauert, und von der Bestätigung bis es jemand im
Eingang liest (Ziel: p99 unter 2 s) und bis eine offene Seite davon weiß; die Anweisungen, die das Benachrichtigen
kostet (Ziel: höchstens 5, wie viele auch folgen). Danach die Zusammenfassungen des nächsten Arbeitstags für alle, und
die Seite einer Frage mit und ohne Glocke, abwechselnd (Ziel: 0,97). Die
letzte Zeile sind die Zahlen als JSON.`

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "5000" },
    each: { type: "string", default: "5" },
    events: { type: "string", default: "2000" },
    threads: { type: "string", default: "1000" },
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "4" },
    help: { type: "boolean", default: false },
  },
})
const say = (line: string) => console.log(line)
const COUNTED = 20

const main = () =>
  withCandidates(undefined, async (postgres, candidates) => {
    const [one] = candidates
    if (!one) throw new Error("nothing to measure")
    const size = { people: Number(values.people), each: Number(values.each) }
    const crowd = await fillCandidates(postgres, candidates, Number(values.threads), (pool, forum) =>
      addCrowd(pool, forum, size),
    )
    const followers = Math.round(
      crowd.categories.reduce((sum, category) => sum + category.followers, 0) / crowd.categories.length,
    )
    say(`${crowd.people} Personen, ${crowd.categories.length} Kategorien mit je ${followers} Folgenden`)
    const pool = new pg.Pool({ connectionString: postgres.urlOf(one.database), max: 1 })
    // While the server stops it may say goodbye to a connection that is about to be closed.
    pool.on("error", () => {})
    const env = { ...envOf(one, postgres), LIMIT_POSTS_PERSON: "1000000" }
    const server = await serve(one.dir, ENTRY, env, "/health/ready")
    let spread: Awaited<ReturnType<typeof play>>
    let statements: Awaited<ReturnType<typeof countStatements>>
    let rss: number
    try {
      spread = await play(server, crowd, Number(values.events), say)
      rss = memoryOf(server.process.pid ?? 0)
      statements = await countStatements(server, pool, crowd, COUNTED)
    } finally {
      await server.stop()
    }
    const digests = await measureNextMorning(pool, postgres, one)
    const { rows } = await pool.query<{ entries: number }>(
      "select count(*)::int as entries from inbox_entries",
    )
    await pool.end()
    const times = {
      writing: summarise("Schreiben", spread.writing),
      inbox: summarise("bis im Eingang", spread.inbox, "p99 unter 2000 ms"),
      live: summarise("bis zur offenen Seite", spread.live, "p99 unter 2000 ms"),
    }
    say(
      `${"Anweisungen".padEnd(22)} ${statements.all.toFixed(1)} je Frage, davon ${statements.ofFollowers.toFixed(1)}` +
        ` fürs Benachrichtigen (Ziel 5) · ${rows[0]?.entries} Einträge · ${rss.toFixed(0)} MB`,
    )
    say(
      `${"Zusammenfassungen".padEnd(22)} ${digests.mails} in ${digests.seconds.toFixed(0)} s,` +
        ` ${(digests.cpuMs / 1000).toFixed(1)} s Prozessorzeit (Ziel 60) · ${digests.mb.toFixed(0)} MB mehr (Ziel 150)`,
    )
    const options = { rounds: Number(values.rounds), seconds: Number(values.seconds) }
    const bell = await measureBell(postgres, one, crowd, options)
    say(
      `${"Glocke".padEnd(22)} ${bell.perSecond.toFixed(0)} Seiten je Sekunde, ohne sie ${bell.without.toFixed(0)}:` +
        ` ${bell.ratio.toFixed(3)} (Ziel 0,97)`,
    )
    say(
      JSON.stringify({
        ...size,
        people: crowd.people,
        followers,
        events: Number(values.events),
        entries: rows[0]?.entries,
        cores: cpus().length,
        ...times,
        statements,
        digests,
        rss,
        bell,
      }),
    )
  })

async function measureNextMorning(pool: pg.Pool, postgres: Postgres, one: Candidate) {
  const server = await serve(HERE, "bench/notify/next-morning.ts", envOf(one, postgres), "/health/ready")
  try {
    return await measureDigests(server, pool, postgres.urlOf(one.database))
  } finally {
    await server.stop()
  }
}

function summarise(name: string, times: number[], goal?: string) {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const figures = { p50: at(0.5), p99: at(0.99) }
  say(
    `${name.padEnd(22)} p50 ${figures.p50.toFixed(1)} ms · p99 ${figures.p99.toFixed(1)} ms${goal ? ` (Ziel: ${goal})` : ""}`,
  )
  return figures
}

if (values.help) say(USAGE)
else await main()
