import type { ImapFlow } from "imapflow"
import type { Db } from "../../kernel/database.ts"
import { outageIn } from "../../kernel/outage.ts"
import { LARGEST_MAIL } from "../received.ts"
import type { Take } from "../taking.ts"
import { attemptId, beginAttempt, endAttempts, MOST_ATTEMPTS, putOff } from "./attempts.ts"
import { MailboxTrouble } from "./faults.ts"
import { FOLDER_OF, type Folder, type Folders, move } from "./folders.ts"

/** So much of a mail that is too large is read: whom it is from, where it goes and how it begins. */
const BEGINNING = 64 * 1024

export type Reading = {
  db: Db
  take: Take
  /** For the operator: what made a mail fail. */
  report: (error: unknown) => void
  /** A mail is set aside, because its handling failed again and again. */
  setAside: () => Promise<void>
}

/**
 * Handles what lies in the open folder, one mail after the other, and moves each away once it is handled.
 * @returns how many lay there
 */
export async function readAll(
  client: ImapFlow,
  folders: Folders,
  reading: Reading,
  ended: AbortSignal,
): Promise<number> {
  const uids = await client.search({ deleted: false }, { uid: true })
  if (!uids) throw new MailboxTrouble("folder", "the folder of incoming mail cannot be searched")
  if (uids.length === 0) return 0
  const mails = await client.fetchAll(uids, { uid: true, size: true }, { uid: true })
  for (const { uid, size = 0 } of mails) {
    if (ended.aborted) break
    const raw = await readOne(client, uid, size)
    const folder = raw && (await handle(raw, Math.max(size, raw.length), reading))
    if (folder) await move(client, uid, folders[folder])
  }
  return mails.length
}

/** Null: somebody has taken it out meanwhile. */
async function readOne(client: ImapFlow, uid: number, size: number): Promise<Buffer | null> {
  const source = size > LARGEST_MAIL ? { maxLength: BEGINNING } : true
  const mail = await client.fetchOne(String(uid), { source }, { uid: true })
  return mail ? (mail.source ?? null) : null
}

/** Where the mail goes; null: it stays, to be tried again later. */
async function handle(
  raw: Buffer,
  bytes: number,
  { db, take, report, setAside }: Reading,
): Promise<Folder | null> {
  const id = attemptId(raw)
  const attempt = await beginAttempt(db, id)
  if (attempt === null) return null
  if (attempt <= MOST_ATTEMPTS)
    try {
      const outcome = await take(raw, bytes)
      await endAttempts(db, id)
      return FOLDER_OF[outcome]
    } catch (error) {
      // Nothing is wrong with the mail, and the next one would fare no better.
      if (outageIn(error)) throw error
      report(error)
      if (attempt < MOST_ATTEMPTS) {
        await putOff(db, id, attempt)
        return null
      }
    }
  await setAside()
  await endAttempts(db, id)
  return "faulty"
}
