import type pg from "pg"
import { openQueues, type Queues } from "../kernel/jobs.ts"
import { MIGRATION_LOCK, migrateDatabase } from "../kernel/migrate.ts"
import type { Files } from "./backup.ts"
import { withClient } from "./connecting.ts"
import { copyIn, settle } from "./copying.ts"
import { BackupFault } from "./fault.ts"
import type { KeyMark, Manifest, Series } from "./format.ts"
import { loosen, migrateTo, refuseNewer, refuseUsed, setSequences } from "./target.ts"
import { verifyBackup } from "./verify.ts"
import { openJobTable, resumeJobs } from "./waiting-jobs.ts"
import { type Sink, type Walked, walkArchive } from "./walking.ts"

export type RestoreOrder = {
  url: string
  files: Files
  file: string
  identityFile: string | null
  /** Queues whose waiting jobs come back as given up; see `waiting-jobs.ts`. */
  held: readonly string[]
  progress: (line: string) => void
  signal: AbortSignal
}

export type Restored = Walked & {
  /** How many jobs of the held queues were waiting. */
  held: number
}

/**
 * Puts a backup into an empty database: as it was, and then on to this version. The backup is read as a whole before
 * anything is written. All rows come with one commit: whatever ends the work before leaves the database empty, so that
 * it can be begun anew; files that were put into the store by then are the same the next time.
 */
export async function restore(order: RestoreOrder): Promise<Restored> {
  await withConnection(order.url, refuseUsed)
  order.progress("Die Sicherung wird geprüft …")
  const { manifest } = await verifyBackup(order.file, order.identityFile, () => order.signal.throwIfAborted())
  refuseNewer(manifest)
  const queues = await openQueues(order.url, manifest.queues)
  try {
    const restored = await withConnection(order.url, (client) => load(client, order, queues))
    order.progress("Die Datenbank wird auf den Stand dieser Version gebracht …")
    await migrateDatabase(order.url)
    await withConnection(order.url, (client) => client.query("analyze"))
    return restored
  } finally {
    await queues.close()
  }
}

const withConnection = <T>(url: string, work: (client: pg.Client) => Promise<T>) =>
  withClient(url, "fachforum-restore", work)

async function load(client: pg.Client, order: RestoreOrder, queues: Queues): Promise<Restored> {
  await client.query("begin")
  await settle(client)
  await client.query("select pg_advisory_xact_lock($1)", [MIGRATION_LOCK])
  await refuseUsed(client)
  const jobTable = await openJobTable(client)
  const state: { manifest?: Manifest; tighten?: () => Promise<void> } = {}
  const walked = await walkArchive({
    file: order.file,
    identityFile: order.identityFile,
    report: (fault) => {
      throw new BackupFault(fault)
    },
    begin: async (manifest) => {
      state.manifest = manifest
      order.progress("Die Tabellen werden angelegt …")
      await migrateTo(client, manifest)
      state.tighten = await loosen(client)
    },
    open: (series) => openSink(client, order, jobTable, series, state.manifest),
    progress: () => order.signal.throwIfAborted(),
  })
  order.progress("Indexe und Verweise werden aufgebaut …")
  await state.tighten?.()
  await setSequences(client, walked.manifest.sequences)
  const held = await resumeJobs(client, queues, order.held)
  order.signal.throwIfAborted()
  await client.query("commit")
  return { ...walked, held }
}

function openSink(
  client: pg.Client,
  order: RestoreOrder,
  jobTable: string,
  { kind, name }: Series,
  manifest: Manifest | undefined,
): Sink {
  if (kind === "files") return fileSink(order.files, name)
  if (kind === "jobs") return copyIn(client, jobTable)
  const columns = manifest?.tables.find((table) => table.name === name)?.columns
  if (!columns) throw new BackupFault(`Von der Tabelle ${name} weiß das Verzeichnis der Sicherung nichts.`)
  order.progress(`Tabelle ${name}`)
  return copyIn(
    client,
    `public.${name} (${columns.map((column) => client.escapeIdentifier(column)).join(", ")})`,
  )
}

function fileSink(files: Files, key: string): Sink {
  const pieces: Buffer[] = []
  return {
    write: async (bytes) => void pieces.push(bytes),
    end: () => files.put(key, Buffer.concat(pieces)),
  }
}

/** Keys that what was restored needs, and that are not at hand here. */
export const lackingKeys = (needed: KeyMark[], present: KeyMark[]): KeyMark[] =>
  needed.filter((one) => !present.some(({ fingerprint }) => fingerprint === one.fingerprint))
