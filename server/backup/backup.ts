import type pg from "pg"
import { bytesOfId, ID_BYTES, idInBytes } from "../kernel/database.ts"
import { type FileStore, openStored } from "../kernel/file-store.ts"
import { now } from "../kernel/time.ts"
import { copyOut } from "./copying.ts"
import { BackupFault } from "./fault.ts"
import { CONTENTS, type Contents, FORMAT, type KeyMark, MANIFEST, type Manifest, toBytes } from "./format.ts"
import { describeDatabase, listFileTables, withSnapshot } from "./source.ts"
import { findWaitingJobs } from "./waiting-jobs.ts"
import { type Writing, writeArchive } from "./writing.ts"

/** The bytes of files, wherever they lie. */
export type Files = Pick<FileStore, "get" | "put">

export type BackupOrder = {
  url: string
  files: Files
  file: string
  /** Public keys of age; none: the archive is not encrypted. */
  recipients: string[]
  about: Pick<Manifest, "program" | "installation">
  keys: KeyMark[]
  progress: (line: string) => void
  /** Stops the work; nothing is left of the archive then. */
  signal: AbortSignal
}

export type BackedUp = {
  manifest: Manifest
  contents: Contents
  /** Of what is missing the files that the database names still: they are lost. */
  lost: string[]
}

/**
 * Writes what the database holds at one moment, and the files that it names at that moment. What is written meanwhile is
 * in the next backup. A file that is deleted before its turn has come is missing, and noted as such.
 */
export async function backup(order: BackupOrder): Promise<BackedUp> {
  const { manifest, contents } = await writeArchive(order.file, order.recipients, async (writing) => {
    const stoppable = stoppableBy(order.signal, writing)
    const { manifest, tables, jobs, keys } = await withSnapshot(order.url, (client) =>
      copyDatabase(client, order, stoppable),
    )
    const missing = await copyFiles(order, keys, stoppable)
    const files = keys.length / ID_BYTES - missing.length
    const contents: Contents = { tables, jobs, files, missing }
    await writing.add(CONTENTS, toBytes(contents))
    return { manifest, contents }
  })
  // The archive is whole by now, whatever becomes of the question.
  const lost = await findLost(order.url, contents.missing).catch((error: unknown) => {
    throw new BackupFault(
      `„${order.file}“ ist vollständig geschrieben. Ob die Dateien, die darin fehlen (${contents.missing.length}), gelöscht oder verloren sind, ließ sich nicht feststellen: Die Datenbank hat nicht mehr geantwortet.`,
      { cause: error },
    )
  })
  return { manifest, contents, lost }
}

const stoppableBy = (signal: AbortSignal, { add, addSeries }: Writing): Writing => ({
  add,
  addSeries: (series, source) => addSeries(series, untilStopped(signal, source)),
})

async function* untilStopped(signal: AbortSignal, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    signal.throwIfAborted()
    yield chunk
  }
}

async function copyDatabase(client: pg.Client, order: BackupOrder, writing: Writing) {
  const { rows, queues } = await findWaitingJobs(client)
  const manifest: Manifest = {
    format: FORMAT,
    ...order.about,
    createdAt: now().toISOString(),
    ...(await describeDatabase(client)),
    queues,
    keys: order.keys,
  }
  await writing.add(MANIFEST, toBytes(manifest))
  const tables: Contents["tables"] = {}
  for (const [index, { name, columns }] of manifest.tables.entries()) {
    order.progress(`Tabelle ${index + 1} von ${manifest.tables.length}: ${name}`)
    const what = `public.${name} (${columns.map((column) => client.escapeIdentifier(column)).join(", ")})`
    await writing.addSeries(
      { kind: "tables", name },
      copyOut(client, what, (count) => {
        tables[name] = count
      }),
    )
  }
  const counted = { jobs: 0 }
  if (rows)
    await writing.addSeries(
      { kind: "jobs", name: "" },
      copyOut(client, rows, (count) => {
        counted.jobs = count
      }),
    )
  return { manifest, tables, jobs: counted.jobs, keys: await listFiles(client) }
}

/** Sixteen bytes each, one behind the other: there may be a million of them. */
async function listFiles(client: pg.Client): Promise<Buffer> {
  const keys: Buffer[] = []
  for (const table of await listFileTables(client))
    for (let after: string | null = null; ; ) {
      const { rows }: { rows: { id: string }[] } = await client.query<{ id: string }>(
        `select id from ${table} where $1::uuid is null or id > $1 order by id limit ${BATCH}`,
        [after],
      )
      keys.push(Buffer.concat(rows.map(({ id }) => bytesOfId(id))))
      after = rows.at(-1)?.id ?? null
      if (rows.length < BATCH) break
    }
  return Buffer.concat(keys)
}

const BATCH = 1_000

/** @returns the keys of those that are not there */
async function copyFiles(order: BackupOrder, keys: Buffer, writing: Writing): Promise<string[]> {
  const missing: string[] = []
  const all = keys.length / ID_BYTES
  for (let at = 0; at < all; at += 1) {
    if (at % BATCH === 0) order.progress(`Dateien: ${at} von ${all}`)
    const key = idInBytes(keys.subarray(at * ID_BYTES))
    const bytes = await openStored(order.files, key)
    if (bytes) await writing.addSeries({ kind: "files", name: key }, bytes)
    else missing.push(key)
  }
  order.progress(`Dateien: ${all} von ${all}`)
  return missing
}

/** What the database has let go since then was deleted; what it still names should have been there. */
const findLost = async (url: string, missing: string[]): Promise<string[]> =>
  missing.length === 0
    ? []
    : withSnapshot(url, async (client) => {
        const lost = new Set<string>()
        for (const table of await listFileTables(client)) {
          const { rows } = await client.query<{ id: string }>(
            `select id from ${table} where id = any($1::uuid[])`,
            [missing],
          )
          for (const { id } of rows) lost.add(id)
        }
        return [...lost]
      })
