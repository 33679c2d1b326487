import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm"
import { ScannerFault, scan } from "./clamd.ts"
import type { Config } from "./config.ts"
import { type Db, type Reader, type Tx, transact } from "./database.ts"
import { Refusal } from "./errors.ts"
import { CHECK_QUEUE, CHECKING } from "./file-checks.ts"
import type { FileStore } from "./file-store.ts"
import { enqueue, type Jobs } from "./jobs.ts"
import { fileChecking, fileChecks, type ScannerFaultKind } from "./tables.ts"
import { MINUTE, now } from "./time.ts"

/** Files of one table that people uploaded: each lies in the store under the id of its row. */
export type UploadedFiles = {
  /** Selects the ids of all, as a column `id`. */
  ids: SQL
  /** Null for what is not of this table. */
  find(reader: Reader, id: string): Promise<UploadedFile | null>
}
export type UploadedFile = {
  name: string
  /** Null once its uploader has left. */
  uploaderId: string | null
  /** Where it stands. */
  address: string
  /** Open pages that show it look again, and nothing finds it any more that must not. */
  settled(tx: Tx, isClean: boolean): Promise<void>
}

export type Checked = {
  db: Db
  config: Pick<Config, "scanner">
  /** Without the guard. */
  stored: FileStore
  uploads: readonly UploadedFiles[]
  /** Something was found in a file: whoever has to know is told, within the write. */
  tell(tx: Tx, found: { id: string; uploaderId: string | null }): Promise<void>
}

/** After that a job makes room for others, and a stop of the server has not long to wait. */
const RUN_MS = 5_000
/** For so long no other process looks at a file that one has begun with, nor this one after a fault. */
const PUT_OFF_MS = 5 * MINUTE
/** So many are looked at side by side in each process. */
const AT_ONCE = 2
const FORMER_BATCH = 500

/**
 * Looks through what waits for the virus scanner. What is to be done stands in the database, so that nothing is lost when
 * the scanner is away, a process ends or a job is given up: the job of the next minute goes on.
 */
export function openFileChecks(jobs: Jobs, checked: Checked): { start(): Promise<void> } {
  const { db, config } = checked
  jobs.declare(
    CHECK_QUEUE,
    async () => {
      if (!config.scanner) return
      const end = performance.now() + RUN_MS
      const outcome = await checkFiles(checked, () => performance.now() < end)
      if (outcome === "stopped") await transact(db, (tx) => enqueue(tx, CHECK_QUEUE, {}))
    },
    "* * * * *",
    AT_ONCE,
  )
  jobs.declare("kernel.file-recheck", () => recheck(checked), "15 4 * * *")
  return { start: () => noteScanner(db, config.scanner !== null) }
}

/** From here on files are held, or are free again: those in which something was found stay closed. */
async function noteScanner(db: Db, isOn: boolean): Promise<void> {
  const noted = { isOn, onSince: isOn ? now() : null, awaySince: null }
  if (isOn)
    await db
      .insert(fileChecking)
      .values({ id: CHECKING, ...noted })
      .onConflictDoUpdate({
        target: fileChecking.id,
        set: noted,
        setWhere: eq(fileChecking.isOn, false),
      })
  else await db.update(fileChecking).set(noted).where(eq(fileChecking.isOn, true))
}

/**
 * One file after the other, new ones first, until none waits or `mayGoOn` says no.
 * @returns `away` when nobody answers: then the others need not be tried
 */
export async function checkFiles(
  checked: Checked,
  mayGoOn: () => boolean,
): Promise<"finished" | "stopped" | "away"> {
  for (;;) {
    if (!mayGoOn()) return "stopped"
    const key = await claim(checked.db)
    if (key) {
      if ((await check(checked, key)) === "away") return "away"
    } else if ((await noteFormer(checked)) === 0) return "finished"
  }
}

async function claim(db: Db): Promise<string | null> {
  const later = new Date(now().getTime() + PUT_OFF_MS)
  const { rows } = await db.execute<{ file_id: string }>(sql`
    update ${fileChecks} set next_at = ${later}::timestamptz where file_id = (
      select file_id from ${fileChecks} where state = 'waiting' and next_at <= ${now()}::timestamptz
      order by is_former, next_at limit 1 for update skip locked)
    returning file_id`)
  return rows[0]?.file_id ?? null
}

/** Has files wait that nobody has noted: from before the scanner, or by a version that knew of none. */
async function noteFormer({ db, uploads }: Checked): Promise<number> {
  const { rowCount } = await db.execute(sql`
    insert into ${fileChecks} (file_id, state, is_former, next_at)
    select u.id, 'waiting', true, ${now()}::timestamptz from (${allIds(uploads)}) u
    where not exists (select from ${fileChecks} c where c.file_id = u.id)
    limit ${FORMER_BATCH} on conflict do nothing`)
  return rowCount ?? 0
}

const allIds = (uploads: readonly UploadedFiles[]): SQL =>
  sql.join(
    uploads.map(({ ids }) => ids),
    sql` union all `,
  )

async function check(checked: Checked, key: string): Promise<"away" | null> {
  const { db, config, stored } = checked
  if (!config.scanner) return null
  try {
    await settle(checked, key, await scan(config.scanner.url, () => stored.get(key)))
    return null
  } catch (error) {
    if (error instanceof ScannerFault) await noteFault(db, key, error.kind)
    // It was removed meanwhile; a row without it would wait for ever.
    else if (isMissing(error)) await db.delete(fileChecks).where(eq(fileChecks.fileId, key))
    else throw error
    return error instanceof ScannerFault && error.kind === "away" ? "away" : null
  }
}

/** A file that the scanner does not get through keeps nobody else's waiting; where nobody answers, all are tried again. */
async function noteFault(db: Db, key: string, fault: ScannerFaultKind): Promise<void> {
  const isAway = fault === "away"
  await db
    .update(fileChecks)
    .set(isAway ? { nextAt: now() } : { fault })
    .where(eq(fileChecks.fileId, key))
  if (isAway) await db.update(fileChecking).set({ awaySince: now() }).where(isNull(fileChecking.awaySince))
}

async function settle(checked: Checked, key: string, signature: string | null): Promise<void> {
  const { db, config, stored, uploads, tell } = checked
  await transact(db, async (tx) => {
    const [settled] = await tx
      .update(fileChecks)
      .set({ state: signature === null ? "clean" : "infected", checkedAt: now(), signature, fault: null })
      .where(and(eq(fileChecks.fileId, key), eq(fileChecks.state, "waiting")))
      .returning({ isFormer: fileChecks.isFormer })
    await tx.update(fileChecking).set({ awaySince: null }).where(isNotNull(fileChecking.awaySince))
    // Of former ones that are clean nothing changes for anybody who does not open them.
    if (!settled || (settled.isFormer && signature === null)) return
    const file = await findUpload(uploads, tx, key)
    await file?.settled(tx, signature === null)
    if (file && signature !== null) await tell(tx, { id: key, uploaderId: file.uploaderId })
  })
  if (signature !== null && config.scanner?.deletes) await stored.remove(key)
}

export async function findUpload(
  uploads: readonly UploadedFiles[],
  reader: Reader,
  id: string,
): Promise<UploadedFile | null> {
  for (const { find } of uploads) {
    const file = await find(reader, id)
    if (file) return file
  }
  return null
}

/**
 * Every night: forgets files that are gone, deletes what was to be deleted and is still there, and has the scanner look
 * again at what it closed, as its signatures may know better today.
 */
async function recheck({ db, config, stored, uploads }: Checked): Promise<void> {
  await db.execute(sql`delete from ${fileChecks} c
    where not exists (select from (${allIds(uploads)}) u where u.id = c.file_id)`)
  if (!config.scanner) return
  const infected = await db
    .select({ id: fileChecks.fileId })
    .from(fileChecks)
    .where(eq(fileChecks.state, "infected"))
  for (const { id } of infected) {
    if (config.scanner.deletes) await stored.remove(id)
    else if (await isCleanNow(stored, config.scanner.url, id))
      await transact(db, async (tx) => {
        await tx
          .update(fileChecks)
          .set({ state: "clean", checkedAt: now(), signature: null })
          .where(eq(fileChecks.fileId, id))
        const file = await findUpload(uploads, tx, id)
        await file?.settled(tx, true)
      })
  }
}

const isCleanNow = (stored: FileStore, scanner: string, key: string): Promise<boolean> =>
  scan(scanner, () => stored.get(key)).then(
    (signature) => signature === null,
    (error: unknown) => {
      if (isMissing(error)) return false
      throw error
    },
  )

const isMissing = (error: unknown) => error instanceof Refusal && error.status === 404
