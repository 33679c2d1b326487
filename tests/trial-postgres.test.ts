import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import {
  chmod,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises"
import { join } from "node:path"
import { createInterface } from "node:readline"
import pg from "pg"
import { afterEach, describe, expect, test } from "vitest"
import { packagedBinaries, readyBinaries } from "../server/trial-postgres/binaries.ts"
import { type Cluster, ClusterFault, startCluster } from "../server/trial-postgres/index.ts"
import { lockData } from "../server/trial-postgres/lock.ts"
import { identify } from "../server/trial-postgres/processes.ts"

const asRoot = process.getuid?.() === 0
const undo: (() => Promise<unknown>)[] = []

afterEach(async () => {
  while (undo.length > 0) await undo.pop()?.()
})

describe("a first start", () => {
  test("gives an empty UTF-8 database that nobody else reaches", async () => {
    const progress: string[] = []
    const cluster = await start(await openFolder(), { progress: (line) => progress.push(line) })
    const [row] = await query(
      cluster,
      "select current_database() as name, current_setting('server_encoding') as encoding, lower('ÄÖÜ') as lower," +
        " current_setting('listen_addresses') as addresses",
    )
    expect(row).toEqual({ name: "forum", encoding: "UTF8", lower: "äöü", addresses: "" })
    expect(await modeOf(cluster.socketDir)).toBe(0o700)
    expect(await modeOf(join(cluster.socketDir, ".s.PGSQL.5432"))).toBe(0o700)
    expect(await modeOf(join(cluster.dataDir, "postgres"))).toBe(0o700)
    expect(await modeOf(join(cluster.dataDir, "postgres.log"))).toBe(0o600)
    expect(progress).toEqual(["PostgreSQL wird eingerichtet …", "PostgreSQL wird gestartet …"])
  })

  test("keeps fsync on unless a test asks otherwise", async () => {
    const cluster = await start(await openFolder(), { fsync: true, settings: { work_mem: "5MB" } })
    const [row] = await query(
      cluster,
      "select current_setting('fsync') as fsync, current_setting('work_mem') as mem",
    )
    expect(row).toEqual({ fsync: "on", mem: "5MB" })
  })

  test("leaves the data to an ordinary account, whoever starts it", async () => {
    const cluster = await start(await openFolder())
    const { uid } = await stat(join(cluster.dataDir, "postgres"))
    if (asRoot) expect(uid).not.toBe(0)
    else expect(uid).toBe(process.getuid?.())
  })

  test("works below a folder that only its owner may enter", async () => {
    const folder = await openFolder()
    await chmod(folder, 0o700)
    const cluster = await start(folder)
    expect(await query(cluster, "select 1 as one")).toEqual([{ one: 1 }])
    await cluster.stop()
    expect(await query(await start(folder), "select 1 as one")).toEqual([{ one: 1 }])
  })

  test("takes a short temporary folder where the socket's path would be too long", async () => {
    const folder = join(await openFolder(), "ä".repeat(40), "b c, d".repeat(5))
    const cluster = await start(folder)
    expect(Buffer.byteLength(cluster.socketDir)).toBeLessThan(80)
    expect(await modeOf(cluster.socketDir)).toBe(0o700)
    await cluster.stop()
    expect(existsSync(cluster.socketDir)).toBe(false)
  })

  test("is not disturbed by an earlier one that was interrupted", async () => {
    const data = join(await openFolder(), "data")
    await mkdir(join(data, "postgres.new-abcdef/base"), { recursive: true })
    await chmod(data, 0o711)
    await writeFile(join(data, "postgres.new-abcdef/PG_VERSION"), "18\n")
    const cluster = await startAt(data)
    expect(await query(cluster, "select 1 as one")).toEqual([{ one: 1 }])
    expect((await readdir(data)).filter((name) => name.startsWith("postgres.new"))).toEqual([])
  })
})

describe("a later start", () => {
  test("finds what was stored", async () => {
    const folder = await openFolder()
    const first = await start(folder)
    await query(first, "create table notes as select 'geblieben' as text")
    await first.stop()
    await first.stop()
    expect(existsSync(join(first.dataDir, "postgres/postmaster.pid"))).toBe(false)
    expect(await query(await start(folder), "select text from notes")).toEqual([{ text: "geblieben" }])
  })

  test("finds everything acknowledged after the server was killed, and stops the PostgreSQL left behind", async () => {
    const folder = await openFolder()
    const server = await startElsewhere(folder)
    const postgres = await postmasterOf(folder)
    await killed(server, "SIGKILL")
    expect(identify(postgres)).toBeDefined()
    const progress: string[] = []
    const cluster = await start(folder, { progress: (line) => progress.push(line) })
    expect(progress[0]).toBe("Ein noch laufendes PostgreSQL wird beendet …")
    expect(identify(postgres)).toBeUndefined()
    expect(await query(cluster, "select count(*)::int as count from acknowledged")).toEqual([{ count: 3 }])
  })

  test("finds everything acknowledged after PostgreSQL was killed, and tells that it was lost", async () => {
    const folder = await openFolder()
    const first = await start(folder, { fsync: true })
    await query(first, "create table notes as select 'geblieben' as text")
    process.kill(await postmasterOf(folder), "SIGKILL")
    await first.lost
    await first.stop()
    expect(await query(await start(folder, { fsync: true }), "select text from notes")).toEqual([
      { text: "geblieben" },
    ])
  })

  test("is not deceived by a process that has the number of a dead PostgreSQL", async () => {
    const folder = await openFolder()
    await (await start(folder)).stop()
    const { uid, gid } = await stat(join(folder, "data/postgres"))
    const stranger = spawn("sleep", ["60"], { ...(asRoot && { uid, gid }), stdio: "ignore" })
    undo.push(async () => stranger.kill())
    await once(stranger, "spawn")
    const path = join(folder, "data/postgres/postmaster.pid")
    await writeFile(
      path,
      `${stranger.pid}\n${folder}/data/postgres\n1700000000\n5432\n${folder}/data/socket\n\n`,
    )
    expect(await query(await start(folder), "select 1 as one")).toEqual([{ one: 1 }])
    expect(stranger.exitCode).toBeNull()
  })
})

describe("a second server on the same data", () => {
  test("is told so in one sentence, from the same process and from another", async () => {
    const folder = await openFolder()
    const first = await start(folder)
    await expect(start(folder)).rejects.toThrow(/^Fachforum läuft bereits mit dem Datenordner .*\.$/)
    await first.stop()
    await startElsewhere(folder)
    await expect(start(folder)).rejects.toThrow(ClusterFault)
  })

  test("is let in when the lock is that of an earlier process with the same number", async () => {
    const folder = await openFolder()
    await mkdir(join(folder, "data"), { mode: 0o711 })
    await symlink(`${process.pid}:an-earlier-boot-77:0123456789ab`, join(folder, "data/server.lock"))
    expect(await query(await start(folder), "select 1 as one")).toEqual([{ one: 1 }])
  })

  test("is the only one of many that take over at once", async () => {
    const folder = await openFolder()
    for (let round = 0; round < 20; round++) {
      await symlink(`${process.pid}:an-earlier-boot:${round}`, join(folder, "server.lock"))
      const attempts = await Promise.allSettled(Array.from({ length: 12 }, () => lockData(folder)))
      const winners = attempts.filter((attempt) => attempt.status === "fulfilled")
      expect(winners).toHaveLength(1)
      await winners[0]?.value.release()
      expect(await readdir(folder)).toEqual([])
    }
  })
})

describe("what cannot work is said in one sentence", () => {
  test("data of another version, with the ways out", async () => {
    const folder = await openFolder()
    await mkdir(join(folder, "data/postgres"), { recursive: true })
    await writeFile(join(folder, "data/postgres/PG_VERSION"), "16\n")
    await expect(start(folder)).rejects.toThrow(/PostgreSQL 16,.* PostgreSQL 18 .*pg_dump.*DATABASE_URL/)
    expect(existsSync(join(folder, "data/server.lock"))).toBe(false)
  })

  test("a folder with something else in it", async () => {
    const folder = await openFolder()
    await mkdir(join(folder, "data/postgres"), { recursive: true })
    await writeFile(join(folder, "data/postgres/notes.txt"), "mine")
    await expect(start(folder)).rejects.toThrow(/enthält etwas anderes/)
    expect(await readFile(join(folder, "data/postgres/notes.txt"), "utf8")).toBe("mine")
  })

  test("a setting that PostgreSQL refuses, with the end of its log", async () => {
    const folder = await openFolder()
    await expect(start(folder, { settings: { work_mem: "viel" } })).rejects.toThrow(
      /startet nicht.*work_mem/s,
    )
    expect(await query(await start(folder), "select 1 as one")).toEqual([{ one: 1 }])
  })
})

describe("the programs", () => {
  test("get the links that the package lacks, even when two start at once", async () => {
    const native = await nativeWithoutLinks()
    const both = [1, 2].map(() => readyBinaries(native, undefined, [], () => {}))
    for (const binaries of await Promise.all(both)) expect(binaries.major).toBe(18)
    expect((await lstat(join(native, "lib/libicuuc.so.60"))).isSymbolicLink()).toBe(true)
  })

  test("are made executable", async () => {
    const native = await nativeWithoutLinks()
    await chmod(join(native, "bin/postgres"), 0o644)
    expect((await readyBinaries(native, undefined, [], () => {})).major).toBe(18)
  })

  test("are copied once to a place where they work, and again when a cleaner has been there", async () => {
    const native = await nativeWithoutLinks()
    const account = await shutOut(native)
    const place = await openFolder()
    const lines: string[] = []
    for (const round of [1, 2, 3]) {
      const { postgres } = await readyBinaries(native, account, [place], (line) => lines.push(line))
      expect(postgres).toMatch(new RegExp(`^${place}/fachforum-postgres-18[^/]*/bin/postgres$`))
      if (round === 2) await rm(join(postgres, "../../share/postgresql/timezone/Europe/Berlin"))
    }
    expect(lines).toHaveLength(2)
    expect(await readdir(place)).toHaveLength(1)
  })

  test("are not taken from a folder that others may change", async () => {
    const native = await nativeWithoutLinks()
    const account = await shutOut(native)
    const place = await openFolder()
    const { postgres } = await readyBinaries(native, account, [place], () => {})
    await chmod(join(postgres, "../.."), 0o777)
    await expect(readyBinaries(native, account, [place], () => {})).rejects.toThrow(
      /nicht vertrauenswürdig.*DATABASE_URL/,
    )
  })
})

type Options = Partial<Parameters<typeof startCluster>[0]>

/** A folder that every account may pass through, as most are. */
async function openFolder(): Promise<string> {
  const folder = await mkdtemp("/tmp/ff-test-")
  undo.push(() => rm(folder, { recursive: true, force: true }))
  await chmod(folder, 0o755)
  return folder
}

function start(folder: string, options: Options = {}): Promise<Cluster> {
  return startAt(join(folder, "data"), options)
}

async function startAt(dataDir: string, options: Options = {}): Promise<Cluster> {
  const cluster = await startCluster({ dataDir, database: "forum", fsync: false, ...options })
  undo.push(() => cluster.stop())
  return cluster
}

/** Another server process, which has stored three rows when it is returned. */
async function startElsewhere(folder: string): Promise<ChildProcess> {
  const code = `
    import { startCluster } from ${JSON.stringify(join(import.meta.dirname, "../server/trial-postgres/index.ts"))}
    import pg from "pg"
    const cluster = await startCluster({ dataDir: ${JSON.stringify(join(folder, "data"))}, database: "forum" })
    process.on("SIGTERM", () => cluster.stop().then(() => process.exit()))
    const client = new pg.Client(cluster.url)
    client.on("error", () => {}) // cut off when the test ends
    await client.connect()
    await client.query("create table if not exists acknowledged (n int)")
    for (let n = 0; n < 3; n++) await client.query("insert into acknowledged values ($1)", [n])
    console.log("stored")
    setInterval(() => {}, 1000)`
  const server = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
    cwd: join(import.meta.dirname, ".."),
    stdio: ["ignore", "pipe", "inherit"],
  })
  undo.push(() => killed(server, "SIGTERM"))
  await once(createInterface(server.stdout), "line", { signal: AbortSignal.timeout(20_000) })
  return server
}

async function killed(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.kill(signal)
  await once(server, "exit")
}

async function postmasterOf(folder: string): Promise<number> {
  return Number.parseInt(await readFile(join(folder, "data/postgres/postmaster.pid"), "utf8"), 10)
}

async function query(cluster: Cluster, sql: string): Promise<unknown[]> {
  const client = new pg.Client(cluster.url)
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

async function modeOf(path: string): Promise<number> {
  return (await stat(path)).mode & 0o777
}

/** The package as it is without its install script. */
async function nativeWithoutLinks(): Promise<string> {
  const folder = await openFolder()
  const source = packagedBinaries()
  const needed = async (path: string) => !path.endsWith(".a") && !(await lstat(path)).isSymbolicLink()
  await cp(source, join(folder, "native"), { recursive: true, filter: needed })
  await cp(join(source, "../package.json"), join(folder, "package.json"))
  return join(folder, "native")
}

/** Root's other account cannot enter, an ordinary person cannot add the links. */
async function shutOut(native: string) {
  const library = join(native, "lib")
  await chmod(join(native, ".."), 0o700)
  await chmod(library, 0o555)
  undo.push(() => chmod(library, 0o755))
  return asRoot ? { uid: 65534, gid: 65534 } : undefined
}
