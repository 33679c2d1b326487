import { type ChildProcess, spawn } from "node:child_process"
import { randomBytes, randomInt } from "node:crypto"
import { once } from "node:events"
import { existsSync, readFileSync } from "node:fs"
import { mkdir, mkdtemp, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import pg from "pg"
import { newId } from "../server/kernel/database.ts"
import { openFileQuota } from "../server/kernel/file-quota.ts"
import { fileSystemStore } from "../server/kernel/file-store.ts"
import { migrateDatabase } from "../server/kernel/migrate.ts"
import { fillForum, sizeOf } from "./load/generate.ts"
import { openPostgres, type Postgres } from "./load/postgres.ts"
import { ENTRY, flagsOf } from "./load/processes.ts"
import { readCorpus } from "./load/texts.ts"

const USAGE = `npm run bench:backup -- [--threads 2000] [--kills 100] [--file-kb 300]

Füllt eine eigene Datenbank mit einem erzeugten Forum und Dateien und misst „backup“, „verify-backup“ und „restore“ als
eigene Prozesse: Sekunden, Größe und den höchsten Speicher. Danach wird während ständiger Schreibvorgänge gesichert und
zurückgespielt und dabei in jedem Durchgang zu einem zufälligen Zeitpunkt mit kill -9 beendet, abwechselnd das eine und
das andere. Nie darf eine halbe Sicherung unter ihrem Namen stehen, nie eine halbe Datenbank zurückbleiben, und was ganz
ist, muss der Stand eines Augenblicks sein. Endet mit 1, wenn nicht. Die letzte Zeile sind die Zahlen als JSON.`

const { values } = parseArgs({
  options: {
    threads: { type: "string", default: "2000" },
    kills: { type: "string", default: "100" },
    "file-kb": { type: "string", default: "300" },
    help: { type: "boolean", default: false },
  },
})
const say = (line: string) => console.log(line)
const HERE = join(import.meta.dirname, "..")

if (values.help) say(USAGE)
else await main()

async function main(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "fachforum-bench-"))
  const postgres = await openPostgres(join(dir, "postgres"))
  try {
    await postgres.createDatabase("source")
    await fill(postgres, join(dir, "data"))
    const figures = await measure(postgres, dir)
    const killed = await killOften(postgres, dir, figures)
    say(JSON.stringify({ ...figures, ...killed }))
    process.exitCode = killed.faults.length > 0 ? 1 : 0
  } finally {
    await postgres.stop()
    await rm(dir, { recursive: true, force: true })
  }
}

async function fill(postgres: Postgres, dataDir: string): Promise<void> {
  const url = postgres.urlOf("source")
  await migrateDatabase(url)
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  await fillForum(pool, sizeOf(Number(values.threads)), await readCorpus(process.env.CORPUS), () => undefined)
  const files = fileSystemStore(join(dataDir, "files"), openFileQuota(0, []))
  const { rows } = await pool.query<{ id: string }>("select id from attachments")
  for (const { id } of rows) await files.put(id, randomBytes(Number(values["file-kb"]) * 1024))
  await pool.end()
  say(`${values.threads} Fragen, ${rows.length} Dateien`)
}

type Ended = { code: number | null; seconds: number; megabytes: number; output: string }
type Running = { child: ChildProcess; ended: Promise<Ended> }

/** As `npm run cli` starts it. */
function start(args: string[], url: string, dataDir: string): Running {
  const began = performance.now()
  const child = spawn(process.execPath, [...flagsOf(HERE), ENTRY, "cli", ...args], {
    cwd: HERE,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATABASE_URL: url,
      PUBLIC_URL: "http://localhost:3000",
      DATA_DIR: dataDir,
    },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let output = ""
  let megabytes = 0
  const look = setInterval(() => {
    megabytes = Math.max(megabytes, highest(child.pid))
  }, 50)
  child.stdout.on("data", (chunk) => (output += chunk))
  child.stderr.on("data", (chunk) => (output += chunk))
  const ended = once(child, "close").then(([code]) => {
    clearInterval(look)
    return { code, seconds: (performance.now() - began) / 1000, megabytes, output }
  })
  return { child, ended }
}

/** The kernel's own high water mark, as long as the process is there. */
function highest(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

async function measure(postgres: Postgres, dir: string) {
  const file = join(dir, "measured.tar")
  await postgres.createDatabase("measured")
  const figures = {
    backup: await timed(["backup", file], postgres.urlOf("source"), join(dir, "data")),
    verify: await timed(["verify-backup", file], postgres.urlOf("source"), join(dir, "data")),
    restore: await timed(["restore", file], postgres.urlOf("measured"), join(dir, "measured")),
  }
  const size = (await stat(file)).size / 1024 / 1024
  say(`Sicherung: ${size.toFixed(0)} MB; ${JSON.stringify(figures)}`)
  return { size: Math.round(size), ...figures }
}

async function timed(args: string[], url: string, dataDir: string) {
  const { code, seconds, megabytes, output } = await start(args, url, dataDir).ended
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}:\n${output}`)
  return { seconds: Math.round(seconds * 10) / 10, megabytes: Math.round(megabytes) }
}

type Figures = Awaited<ReturnType<typeof measure>>

async function killOften(postgres: Postgres, dir: string, figures: Figures) {
  const faults: string[] = []
  const done = { killed: 0, finished: 0 }
  const writing = writeOn(postgres.urlOf("source"))
  for (let loop = 1; loop <= Number(values.kills); loop += 1) {
    const name = loop % 2 === 1 ? "backup" : "restore"
    const isKilled =
      name === "backup"
        ? await killBackup(postgres, dir, figures, faults)
        : await killRestore(postgres, dir, figures, faults, loop)
    done[isKilled ? "killed" : "finished"] += 1
    say(`${loop}. ${name}: ${isKilled ? "beendet" : "war schneller"}; Fehler bisher: ${faults.length}`)
  }
  await writing.stop()
  for (const fault of faults) say(fault)
  return { ...done, written: writing.count(), faults }
}

/** Two tables, far from each other in the order of the backup, that belong together at every moment. */
function writeOn(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  const state = { isOver: false, count: 0 }
  const all = (async () => {
    while (!state.isOver) {
      const id = newId()
      await pool.query("begin")
      await pool.query("insert into mail_deliveries (id, accepted_at) values ($1, now())", [id])
      await pool.query(
        "insert into submissions (person_id, key, result_id, at) values ($1, 'x', $1, now())",
        [id],
      )
      await pool.query("commit")
      state.count += 1
    }
  })()
  return {
    count: () => state.count,
    stop: async () => {
      state.isOver = true
      await all
      await pool.end()
    },
  }
}

/** @returns whether it was killed before it had ended */
async function killSometime({ child, ended }: Running, seconds: number): Promise<boolean> {
  const timer = setTimeout(() => child.kill("SIGKILL"), randomInt(Math.round(seconds * 1000)))
  const { code } = await ended
  clearTimeout(timer)
  return code !== 0
}

async function killBackup(postgres: Postgres, dir: string, { backup }: Figures, faults: string[]) {
  const file = join(dir, "killed.tar")
  const [source, data] = [postgres.urlOf("source"), join(dir, "data")]
  const isKilled = await killSometime(start(["backup", file], source, data), backup.seconds)
  if (existsSync(file)) {
    const { code, output } = await start(["verify-backup", file], source, data).ended
    if (code !== 0) faults.push(`half a backup under its name: ${output}`)
  }
  await rm(file, { force: true })
  return isKilled
}

async function killRestore(
  postgres: Postgres,
  dir: string,
  { backup, restore }: Figures,
  faults: string[],
  loop: number,
) {
  const [file, data] = [join(dir, `loop-${loop}.tar`), join(dir, "restored")]
  await mkdir(data, { recursive: true })
  const made = await start(["backup", file], postgres.urlOf("source"), join(dir, "data")).ended
  if (made.code !== 0) faults.push(`no backup under writes after ${backup.seconds} s: ${made.output}`)
  const database = `restored_${loop}`
  await postgres.createDatabase(database)
  const url = postgres.urlOf(database)
  const isKilled = await killSometime(start(["restore", file], url, data), restore.seconds)
  if (isKilled) {
    const again = await start(["restore", file], url, data).ended
    const isWhole = again.output.includes("nicht leer")
    if (again.code !== 0 && !isWhole) faults.push(`not to be restored again: ${again.output}`)
  }
  const apart = await countApart(url)
  if (apart > 0) faults.push(`${apart} rows without their other half`)
  await rm(file, { force: true })
  await dropDatabase(postgres, database)
  return isKilled
}

async function countApart(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ apart: number }>(
    `select count(*)::int as apart from (select id from mail_deliveries where length(id) = 36) as mails
     full join (select person_id::text as id from submissions where key = 'x') as forms using (id)
     where mails.id is null or forms.id is null`,
  )
  await client.end()
  return rows[0]?.apart ?? -1
}

async function dropDatabase(postgres: Postgres, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.urlOf("postgres") })
  await client.connect()
  await client.query(`drop database ${name} with (force)`)
  await client.end()
}
