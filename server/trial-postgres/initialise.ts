import { spawn } from "node:child_process"
import { chmod, mkdtemp, open, readdir, readFile, rename, rm } from "node:fs/promises"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { handOver } from "./account.ts"
import { ClusterFault, codeOf, elsewhere } from "./fault.ts"
import { dataArgument, environment, type Site, user } from "./site.ts"

/** Sees to it that there is a cluster of this version. A half-made one never gets its final name. */
export async function initialise(site: Site, fsync: boolean): Promise<void> {
  await clearDrafts(site.dataDir)
  const found = await versionOf(site.cluster)
  if (found === undefined) await create(site, fsync)
  else if (found !== site.binaries.major) throw otherVersion(site, found)
  else await handOver(site.cluster, site.account)
}

async function clearDrafts(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (!name.startsWith("postgres.new-")) continue
    // An orphaned initdb may still be writing there; then the next start clears it away.
    await rm(join(dataDir, name), { recursive: true, force: true }).catch((error) => {
      if (codeOf(error) !== "ENOTEMPTY") throw error
    })
  }
}

async function versionOf(cluster: string): Promise<number | undefined> {
  try {
    return Number(await readFile(join(cluster, "PG_VERSION"), "utf8"))
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined
    throw error
  }
}

async function create(site: Site, fsync: boolean): Promise<void> {
  site.progress("PostgreSQL wird eingerichtet …")
  const draft = await mkdtemp(join(site.dataDir, "postgres.new-"))
  await chmod(draft, 0o700)
  await handOver(draft, site.account)
  await runInitdb(site, draft, fsync)
  await rename(draft, site.cluster).catch((error) => {
    throw ["ENOTEMPTY", "EEXIST"].includes(codeOf(error)) ? noCluster(site) : error
  })
  if (fsync) await syncFolder(site.dataDir)
}

/** The builtin locale sorts and folds alike on every machine; German sorting names its ICU collation. */
async function runInitdb(site: Site, draft: string, fsync: boolean): Promise<void> {
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
  const trust = [`--username=${user}`, "--auth-local=trust", "--auth-host=reject"]
  const rest = ["--no-instructions", ...(fsync ? [] : ["--no-sync"])]
  const initdb = spawn(
    site.binaries.initdb,
    ["-D", dataArgument(site, draft), ...locale, ...trust, ...rest],
    {
      ...site.account,
      cwd: draft,
      env: environment,
      stdio: ["ignore", "ignore", "pipe"],
    },
  )
  const ended = new Promise<number | null>((resolve, reject) =>
    initdb.on("error", reject).on("exit", resolve),
  )
  const [status, complaint] = await Promise.all([ended, text(initdb.stderr)])
  if (status !== 0) {
    throw new ClusterFault(`PostgreSQL konnte nicht eingerichtet werden:\n${complaint.trim()}`)
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function noCluster(site: Site): ClusterFault {
  return new ClusterFault(
    `Der Ordner ${site.cluster} enthält etwas anderes als eine PostgreSQL-Datenbank: ` +
      "Bitte räumen Sie ihn zur Seite oder wählen Sie einen anderen Datenordner.",
  )
}

function otherVersion(site: Site, found: number): ClusterFault {
  return new ClusterFault(
    `Die Datenbank in ${site.cluster} stammt von PostgreSQL ${found}, Fachforum bringt aber ` +
      `PostgreSQL ${site.binaries.major} mit: Bitte sichern Sie sie mit pg_dump der Version ${found}, legen Sie den ` +
      "Ordner zur Seite und spielen Sie die Sicherung mit psql in die neu angelegte Datenbank ein, " +
      `${elsewhere}.`,
  )
}
