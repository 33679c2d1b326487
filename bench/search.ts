import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { connect, type Db } from "../server/kernel/database.ts"
import { migrateDatabase } from "../server/kernel/migrate.ts"
import { openEngines } from "../server/search/index.ts"
import { startCluster } from "../server/trial-postgres/index.ts"
import { measureEngine, measureReference } from "./search/quality.ts"
import { references } from "./search/references.ts"
import { measureScale } from "./search/scale.ts"
import { type BenchSet, exampleSet, readSet } from "./search/sets.ts"

const USAGE = `npm run bench:search -- [--documents DATEI.jsonl --queries DATEI.jsonl] [--empty-titles] [--posts ZAHL]

Misst die Suche in einer eigenen Datenbank: für jede Engine und, genau gerechnet, für vier Vergleichsrechnungen, wie weit
oben die richtige Stelle steht (MRR@10, unter dem ersten und den ersten zehn), wie eingegeben und mit einem Tippfehler.
Ohne Dateien: die Beispielinhalte. --empty-titles: Die Titel sind die Suchanfragen und werden nicht mit aufgenommen.
--posts: zusätzlich unter Last mit so vielen erzeugten Beiträgen. Mit MEILI_URL auch Meilisearch.
Die letzte Zeile sind die Zahlen als JSON.`

const say = (line: string) => console.log(line)
const { values } = parseArgs({
  options: {
    documents: { type: "string" },
    queries: { type: "string" },
    "empty-titles": { type: "boolean", default: false },
    posts: { type: "string" },
    help: { type: "boolean", default: false },
  },
})

if (values.help) say(USAGE)
else await run()

async function run(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "fachforum-bench-"))
  const cluster = await startCluster({
    dataDir,
    database: "fachforum",
    settings: { max_connections: "60", shared_buffers: "1GB" },
  })
  try {
    await migrateDatabase(cluster.url)
    const db = connect(cluster.url)
    const quality = await measureQuality(db)
    await db.$client.query(
      "truncate search_index.documents, search_index.statistics, search_index.words, search_index.titles",
    )
    const scale = values.posts ? await measureScale(db, cluster.url, Number(values.posts), say) : null
    if (scale) printScale(scale)
    await db.$client.end()
    say(JSON.stringify({ ...quality, scale }))
  } finally {
    await cluster.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function readGiven(): Promise<BenchSet> {
  const { documents, queries } = values
  return documents && queries ? readSet(documents, queries, values["empty-titles"]) : exampleSet()
}

async function measureQuality(db: Db) {
  const set = await readGiven()
  say(`${set.name}: ${set.documents.length} Texte, ${set.queries.length} Anfragen\n`)
  const rankings = references(set.documents)
  const exact = Object.fromEntries(
    Object.entries(rankings).map(([name, ranking]) => [name, measureReference(ranking, set)]),
  )
  const { MEILI_URL, MEILI_MASTER_KEY } = process.env
  const engines = openEngines(db, { meiliUrl: MEILI_URL ?? null, meiliMasterKey: MEILI_MASTER_KEY ?? null })
  const measured: Record<string, Awaited<ReturnType<typeof measureEngine>>> = {}
  for (const engine of engines) measured[engine.name] = await measureEngine(engine, set)
  const { rows } = await db.$client.query<{ bytes: string }>(
    "select pg_total_relation_size('search_index.documents') as bytes",
  )
  printQuality(exact, measured)
  const mix = exact.mix
  const own = measured.postgresql
  const ofMix = mix && own ? { clean: own.mrr10 / mix.mrr10, typo: own.typo.mrr10 / mix.typo.mrr10 } : null
  say(
    `\nPostgreSQL im Verhältnis zur genauen Mischung: ${ofMix?.clean.toFixed(4)}, mit Tippfehler ${ofMix?.typo.toFixed(4)}`,
  )
  say(`Index in PostgreSQL: ${(Number(rows[0]?.bytes ?? 0) / 1e6).toFixed(0)} MB\n`)
  return {
    set: set.name,
    references: exact,
    engines: measured,
    ofMix,
    postgresqlIndexBytes: Number(rows[0]?.bytes ?? 0),
  }
}

type Rows = Record<string, { mrr10: number; success1: number; success10: number; typo: { mrr10: number } }>

function printQuality(exact: Rows, measured: Awaited<ReturnType<typeof measureQuality>>["engines"]): void {
  say("Rangfolge        MRR@10  unter 1  unter 10  MRR@10 mit Tippfehler")
  for (const [name, one] of Object.entries({ ...exact, ...measured }))
    say(
      `${name.padEnd(16)} ${one.mrr10.toFixed(4)}  ${one.success1.toFixed(3)}    ${one.success10.toFixed(3)}     ${one.typo.mrr10.toFixed(4)}`,
    )
  for (const [name, one] of Object.entries(measured))
    say(
      `\n${name}: aufgenommen in ${one.indexSeconds.toFixed(1)} s (${one.documentsPerSecond.toFixed(0)} je Sekunde), eine Suche ${one.p50.toFixed(1)} ms (Median), ${one.p99.toFixed(1)} ms (99 %)`,
    )
}

function printScale(scale: Awaited<ReturnType<typeof measureScale>>): void {
  say(
    `\n${scale.posts} Beiträge, ${scale.postsPerSecond.toFixed(0)} je Sekunde aufgenommen, Index ${scale.indexMegabytes.toFixed(0)} MB`,
  )
  const line = (name: string, { p50, p99, requests }: typeof scale.thread) =>
    say(
      `${name.padEnd(28)} ${p50.toFixed(1).padStart(8)} ms  ${p99.toFixed(1).padStart(8)} ms  ${requests} Anfragen`,
    )
  say("                               Median        99 %")
  line("Seite einer Frage", scale.thread)
  line("Suche", scale.search)
  line("Ähnliche Fragen", scale.similar)
  line("Seite, während gesucht wird", scale.threadWhileSearching)
  line("Suche, während gelesen wird", scale.searchWhileReading)
  say(`\nSuche zu Seite (99 %): ${(scale.search.p99 / scale.thread.p99).toFixed(2)}`)
  say(
    `Seite unter Suchlast zu Seite (99 %): ${(scale.threadWhileSearching.p99 / scale.thread.p99).toFixed(2)}`,
  )
  say(`Ähnliche Fragen zu Suche (99 %): ${(scale.similar.p99 / scale.search.p99).toFixed(2)}\n`)
}
