import { eq, max, type SQL, type SQLWrapper, sql } from "drizzle-orm"
import { type Db, only, type Reader, type Tx } from "./database.ts"
import { Refusal } from "./errors.ts"
import type { FileStore } from "./file-store.ts"
import { enqueue } from "./jobs.ts"
import { Choice } from "./schemas.ts"
import { FILE_CHECKS, type FileCheck, fileChecking, fileChecks } from "./tables.ts"
import { now } from "./time.ts"

export const CHECK_QUEUE = "kernel.file-checks"
export const CheckView = Choice(FILE_CHECKS, "FileCheck")
/** The one row of what is known of the scanner. */
export const CHECKING = "clamd"

/**
 * Within the transaction that writes the rows of uploads: where a virus scanner is set up, nobody opens the files before
 * it has looked at them. An upload without this would be held as well, until the job finds it by itself.
 */
export async function holdFiles(tx: Tx, keys: string[]): Promise<void> {
  const { rowCount } = await tx.execute(sql`
    insert into ${fileChecks} (file_id, state, is_former, next_at)
    select key, 'waiting', false, ${now()}::timestamptz from unnest(${sql.param(keys)}::uuid[]) as key, ${fileChecking}
    where is_on on conflict do nothing`)
  if (rowCount) await enqueue(tx, CHECK_QUEUE, {})
}

/** How it stands with a file, as a column: what has no row was not looked at, and is free where no scanner is set up. */
export const checkOf = (key: SQLWrapper): SQL<FileCheck> =>
  sql<FileCheck>`coalesce((select nullif(c.state, 'waiting') from ${fileChecks} c where c.file_id = ${key}),
    (select 'waiting' from ${fileChecking} s where s.is_on), 'clean')`

/** Whether something was put together after the scanner was set up, so that it holds nothing unchecked; `made`: when. */
export const isMadeOfChecked = (made: SQLWrapper): SQL<boolean> =>
  sql<boolean>`not exists (select from ${fileChecking} s where s.is_on and s.on_since > ${made})`

/** Whether the person may open it now, of a file that they may see. */
export async function readCheck(reader: Reader, key: string): Promise<FileCheck> {
  const { rows } = await reader.execute<{ check: FileCheck }>(
    sql`select ${checkOf(sql`${key}::uuid`)} as "check"`,
  )
  return rows[0]?.check ?? "waiting"
}

/**
 * The store as everything but backup and moving reads it: whatever the way, a file opens only once it was found clean.
 * Throws 409 `attachment.waiting` and 410 `attachment.infected`.
 */
export function guarded(stored: FileStore, db: Db): FileStore {
  const admit = async (key: string): Promise<void> => {
    const check = await readCheck(db, key)
    if (check === "waiting") throw new Refusal(409, "attachment.waiting")
    if (check === "infected") throw new Refusal(410, "attachment.infected")
  }
  return {
    ...stored,
    async get(key) {
      await admit(key)
      return stored.get(key)
    },
    async send(key, request) {
      await admit(key)
      return stored.send(key, request)
    },
  }
}

/** Whether this is the refusal of a file that is held or was found infected. */
export const isHeld = (error: unknown): boolean =>
  error instanceof Refusal && ["attachment.waiting", "attachment.infected"].includes(error.code)

export type FileChecking = {
  isOn: boolean
  /** Since when the scanner does not answer. */
  awaySince: Date | null
  /** When a file was last looked through. */
  checkedAt: Date | null
  waiting: number
  clean: number
  infected: number
  /** Of those that wait: how many it did not get through, because they are larger than it takes, or for another reason. */
  limit: number
  failed: number
}

/** How far the scanner is, of all files that it knows of. */
export async function readChecking(reader: Reader): Promise<FileChecking> {
  const [row] = await reader.select().from(fileChecking).where(eq(fileChecking.id, CHECKING))
  const counted = await reader
    .select({
      waiting: countOf(sql`state = 'waiting'`),
      clean: countOf(sql`state = 'clean'`),
      infected: countOf(sql`state = 'infected'`),
      limit: countOf(sql`fault = 'limit'`),
      failed: countOf(sql`fault = 'failed'`),
      checkedAt: max(fileChecks.checkedAt),
    })
    .from(fileChecks)
  return { isOn: row?.isOn ?? false, awaySince: row?.awaySince ?? null, ...only(counted) }
}

const countOf = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::int`
