import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm"
import { readInstallation } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { enqueueAll } from "../../kernel/jobs.ts"
import { now } from "../../kernel/time.ts"
import { BUNDLE_QUEUE } from "../inbox/actions.ts"
import { EVERY, type InboxNotice, type MailTime, OPTIONAL_NOTICES, reasonOf } from "../reasons.ts"
import { nextMorning } from "../rest.ts"
import { inboxEntries, mailRests, mailTimes } from "../tables.ts"
import type { AllMailTimes, MailSettings } from "./schema.ts"

/** Stores what the person chose, in place of all that they had chosen before. */
export async function changeMailSettings(
  db: Db,
  { id: personId }: Actor,
  { times, quietHours, quietOnDaysOff }: MailSettings,
): Promise<void> {
  const quiet = { quietFrom: quietHours?.from ?? null, quietUntil: quietHours?.until ?? null, quietOnDaysOff }
  const chosen = new Map(times.map(({ reason, time }) => [reason, time]))
  if (times.some(({ reason }) => !reasonOf(reason).isOptional))
    throw new Refusal(422, "notifications.always-mailed", "times")
  await transact(db, async (tx) => {
    await replaceTimes(tx, personId, chosen)
    await tx
      .insert(mailRests)
      .values({ personId, ...quiet })
      .onConflictDoUpdate({ target: mailRests.personId, set: quiet })
    await wakeWaiting(tx, personId)
  })
}

/** The same for everything that may be chosen; null: as shipped. */
export async function setMailTimes(db: Db, { id: personId }: Actor, { time }: AllMailTimes): Promise<void> {
  if (time !== null) return setMailTime(db, personId, null, time)
  await transact(db, (tx) => replaceTimes(tx, personId, new Map()))
}

/** In place of all that they had chosen before; what waits already goes out by it. */
async function replaceTimes(tx: Tx, personId: string, chosen: Map<InboxNotice, MailTime>): Promise<void> {
  await tx.delete(mailTimes).where(eq(mailTimes.personId, personId))
  await insertTimes(tx, personId, [...chosen])
  const wished = Map.groupBy(OPTIONAL_NOTICES, (notice) => chosen.get(notice) ?? reasonOf(notice).mail)
  for (const [time, notices] of wished) await moveWaiting(tx, personId, notices, time)
}

/**
 * Chooses when the mail about something goes out to a person.
 * @param reason null: everything that they may choose for
 */
export async function setMailTime(
  db: Db,
  personId: string,
  reason: InboxNotice | null,
  time: MailTime,
): Promise<void> {
  await transact(db, async (tx) => {
    if (reason === null) await tx.delete(mailTimes).where(eq(mailTimes.personId, personId))
    await insertTimes(tx, personId, [[reason ?? EVERY, time]])
    await moveWaiting(tx, personId, reason === null ? OPTIONAL_NOTICES : [reason], time)
  })
}

/** "Nur per Glocke für heute": no mail until tomorrow morning, or until the one after the weekend or holidays. */
export async function pauseMails(db: Db, { id: personId }: Actor): Promise<void> {
  const { land } = await readInstallation(db)
  const pausedUntil = nextMorning(now(), land)
  await db
    .insert(mailRests)
    .values({ personId, pausedUntil })
    .onConflictDoUpdate({ target: mailRests.personId, set: { pausedUntil } })
}

export async function resumeMails(db: Db, { id: personId }: Actor): Promise<void> {
  await transact(db, async (tx) => {
    await tx.update(mailRests).set({ pausedUntil: null }).where(eq(mailRests.personId, personId))
    await wakeWaiting(tx, personId)
  })
}

async function insertTimes(tx: Tx, personId: string, times: [reason: string, time: MailTime][]) {
  if (times.length === 0) return
  await tx
    .insert(mailTimes)
    .values(times.map(([reason, time]) => ({ personId, reason, time })))
    .onConflictDoUpdate({
      target: [mailTimes.personId, mailTimes.reason],
      set: { time: sql`excluded.mail_time` },
    })
}

/** What waited for the end of a rest goes out at once where there is none any more. */
async function wakeWaiting(tx: Tx, personId: string): Promise<void> {
  const groups = await tx
    .selectDistinct({ groupId: inboxEntries.groupId })
    .from(inboxEntries)
    .where(and(isWaiting(personId), eq(inboxEntries.mailDue, "at-once")))
  const mails = groups.map(({ groupId }) => ({ to: personId, groupId }))
  await enqueueAll(tx, BUNDLE_QUEUE, mails)
}

/** What waits already goes out as it is wished now. Where that is at once, the digest that it waits for is soon enough. */
async function moveWaiting(tx: Tx, personId: string, notices: InboxNotice[], time: MailTime): Promise<void> {
  if (time === "at-once") return
  await tx
    .update(inboxEntries)
    .set({ mailDue: time === "never" ? null : time })
    .where(and(isWaiting(personId), inArray(inboxEntries.notice, notices)))
}

const isWaiting = (personId: string) =>
  and(
    eq(inboxEntries.personId, personId),
    eq(inboxEntries.isRead, false),
    isNotNull(inboxEntries.mailDue),
    isNull(inboxEntries.mailJob),
  )
