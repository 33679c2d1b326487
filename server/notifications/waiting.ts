import { and, eq, isNotNull, isNull, notInArray, or, type SQL, sql } from "drizzle-orm"
import { type Db, lockName, only, type Tx, transact } from "../kernel/database.ts"
import { MINUTE, now } from "../kernel/time.ts"
import type { InboxNotice } from "./reasons.ts"
import { inboxEntries } from "./tables.ts"

/** For so long after a mail about a group, what follows there is put together in one. */
const BUNDLED_FOR = 10 * MINUTE

/** An entry that a mail is about. */
export type Waiting = { id: string; notice: InboxNotice; subjectId: string; groupId: string }
type Bundle = { personId: string; groupId: string; job: string }

/**
 * Takes what waits for a mail at once about a group to a person, so that no other job does. A job that is done again
 * gets what it took before, also where it is not the time for mails any more.
 * @param rest until when the person wants no mail
 * @returns when to come back, where something waits and it is too early
 */
export async function takeWaiting(db: Db, bundle: Bundle, rest: Date | null): Promise<Waiting[] | Date> {
  return transact(db, async (tx) => {
    await lockGroup(tx, bundle)
    const { hasBegun, last } = await findMailed(tx, bundle)
    if (hasBegun) return take(tx, bundle, eq(inboxEntries.mailJob, bundle.job))
    const early = rest ?? endOfBundling(last)
    const unsent = isNull(inboxEntries.mailJob)
    if (!early) return take(tx, bundle, unsent)
    const waits = await tx
      .select({ id: inboxEntries.id })
      .from(inboxEntries)
      .where(and(isUnread(bundle), unsent))
      .limit(1)
    return waits.length > 0 ? early : []
  })
}

/** What a job took goes out no more; where it sent nothing, the next news is the first again. */
export async function settle(db: Db, { personId, job }: Bundle, wasSent: boolean): Promise<void> {
  await db
    .update(inboxEntries)
    .set({ mailDue: null, ...(!wasSent && { mailJob: null, mailedAt: null }) })
    .where(and(eq(inboxEntries.personId, personId), eq(inboxEntries.mailJob, job)))
}

/** What was told so far goes out in no mail, except in the digests of these people. */
export async function dropWaiting(tx: Tx, spared: string[]): Promise<void> {
  const { mailDue, personId } = inboxEntries
  await tx
    .update(inboxEntries)
    .set({ mailDue: null })
    .where(and(isNotNull(mailDue), or(eq(mailDue, "at-once"), notInArray(personId, spared))))
}

/** Two jobs about the same are not done at the same time: the second has to see what the first has taken. */
const lockGroup = (tx: Tx, { personId, groupId }: Bundle) => lockName(tx, `inbox:${personId}:${groupId}`)

/** Whether this job has taken something that it did not send yet, and when another sent the last mail. */
async function findMailed(tx: Tx, { personId, groupId, job }: Bundle) {
  const { mailJob, mailDue, mailedAt } = inboxEntries
  const rows = await tx
    .select({
      hasBegun: sql<boolean>`coalesce(bool_or(${mailJob} = ${job} and ${mailDue} is not null), false)`,
      last: sql<Date | null>`max(${mailedAt}) filter (where ${mailJob} is distinct from ${job})`.mapWith(
        mailedAt,
      ),
    })
    .from(inboxEntries)
    .where(and(eq(inboxEntries.personId, personId), eq(inboxEntries.groupId, groupId), isNotNull(mailedAt)))
  return only(rows)
}

function endOfBundling(last: Date | null): Date | null {
  const end = new Date((last?.getTime() ?? 0) + BUNDLED_FOR)
  return end > now() ? end : null
}

async function take(tx: Tx, bundle: Bundle, which: SQL): Promise<Waiting[]> {
  const { id, notice, subjectId, groupId } = inboxEntries
  const rows = await tx
    .update(inboxEntries)
    .set({ mailJob: bundle.job, mailedAt: now() })
    .where(and(isUnread(bundle), which))
    .returning({ id, notice, subjectId, groupId })
  return rows
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map((row) => ({ ...row, notice: row.notice as InboxNotice }))
}

const isUnread = ({ personId, groupId }: Bundle) =>
  and(
    eq(inboxEntries.personId, personId),
    eq(inboxEntries.groupId, groupId),
    eq(inboxEntries.isRead, false),
    eq(inboxEntries.mailDue, "at-once"),
  )
