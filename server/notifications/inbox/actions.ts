import { and, eq, inArray, lt, or, type SQL, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, firstIdAt, newId, type Tx, transact } from "../../kernel/database.ts"
import { enqueueAll } from "../../kernel/jobs.ts"
import { signal } from "../../kernel/signals.ts"
import { among } from "../../kernel/statements.ts"
import { DAY, now } from "../../kernel/time.ts"
import { EVERY, type InboxNotice, reasonOf } from "../reasons.ts"
import { inboxEntries, mailTimes } from "../tables.ts"
import type { ReadEntries } from "./schema.ts"

/** An entry is kept for so long, read or not. */
const KEPT_DAYS = 90

/** Each job is a mail at once, or finds that another has sent what it is for. */
export const BUNDLE_QUEUE = "notifications.bundle"

type About = { subjectId: string; groupId: string }
type News = About & { notice: InboxNotice }

/**
 * Puts one entry into the inbox of each of these people, and has mails sent to those who want them at once: two
 * statements, whatever their number. Whoever has the entry already is told anew.
 * @param personIds only people who may see it: the caller knows its rights
 */
export const tellInbox = (tx: Tx, { notice, subjectId, groupId }: News, personIds: string[]): Promise<void> =>
  tellEach(
    tx,
    notice,
    personIds.map((personId) => ({ personId, subjectId, groupId })),
  )

/** The same for several things at once, of which each person is told some; the same one not twice. */
export async function tellEach(
  tx: Tx,
  notice: InboxNotice,
  told: (About & { personId: string })[],
): Promise<void> {
  if (told.length === 0) return
  const column = (name: "personId" | keyof About) => sql.param(told.map((one) => one[name]))
  const { due, choices } = dueOf(notice)
  // In one order, so that two who tell the same people at the same time do not wait for each other in a circle.
  const { rows } = await tx.execute<{ to: string; groupId: string }>(sql`
    with entered as (
      insert into ${inboxEntries} (id, person_id, notice, subject_id, group_id, mail_due)
      select told.id, told.person, ${notice}, told.subject, told.in_group, ${due}
      from unnest(${sql.param(told.map(() => newId()))}::uuid[], ${column("personId")}::uuid[],
        ${column("subjectId")}::uuid[], ${column("groupId")}::uuid[]) as told(id, person, subject, in_group)
      ${choices}
      order by told.person, told.subject
      on conflict (person_id, notice, subject_id) do update
        set id = excluded.id, is_read = false, mail_due = excluded.mail_due, mail_job = null
      returning person_id, group_id, mail_due)
    select distinct person_id as "to", group_id as "groupId" from entered where mail_due = 'at-once'`)
  await enqueueAll(tx, BUNDLE_QUEUE, rows)
  for (const personId of new Set(told.map((one) => one.personId))) signal(tx, "inbox", personId)
}

/** With which mail the entry goes out, by what the person chose. */
function dueOf(notice: InboxNotice): { due: SQL; choices: SQL } {
  const { mail, isOptional } = reasonOf(notice)
  if (!isOptional) return { due: sql`nullif(${mail}::text, 'never')`, choices: sql`` }
  return {
    due: sql`nullif(coalesce(own.mail_time, every.mail_time, ${mail}), 'never')`,
    choices: sql`left join ${mailTimes} own on own.person_id = told.person and own.reason = ${notice}
      left join ${mailTimes} every on every.person_id = told.person and every.reason = ${EVERY}`,
  }
}

/** Marks the own entries of a group as read, or all of them. @returns how many of them were unread */
export async function markRead(db: Db, actor: Actor, { groupId }: ReadEntries): Promise<number> {
  return transact(db, async (tx) => {
    const { rowCount } = await tx
      .update(inboxEntries)
      .set({ isRead: true })
      .where(
        and(
          eq(inboxEntries.personId, actor.id),
          eq(inboxEntries.isRead, false),
          groupId ? eq(inboxEntries.groupId, groupId) : undefined,
        ),
      )
    if (rowCount) signal(tx, "inbox", actor.id)
    return rowCount ?? 0
  })
}

/**
 * The person is done with something: whatever they were told of its group is read, and so it is where they were never
 * told of it, e.g. because they came later.
 */
export async function settleEntry(tx: Tx, actor: Actor, { notice, subjectId, groupId }: News): Promise<void> {
  await tx
    .update(inboxEntries)
    .set({ isRead: true })
    .where(
      and(
        eq(inboxEntries.personId, actor.id),
        eq(inboxEntries.groupId, groupId),
        eq(inboxEntries.isRead, false),
      ),
    )
  await tx
    .insert(inboxEntries)
    .values({ id: newId(), personId: actor.id, notice, subjectId, groupId, isRead: true })
    .onConflictDoNothing()
  signal(tx, "inbox", actor.id)
}

/** Takes back what these people were told of something that is there no more. */
export async function forgetTold(
  tx: Tx,
  { notices, subjectId }: { notices: InboxNotice[]; subjectId: string },
  personIds: string[],
): Promise<void> {
  if (personIds.length === 0) return
  await tx
    .delete(inboxEntries)
    .where(
      and(
        among(inboxEntries.personId, personIds),
        among(inboxEntries.notice, notices),
        eq(inboxEntries.subjectId, subjectId),
      ),
    )
  for (const personId of personIds) signal(tx, "inbox", personId)
}

/** Forgets whatever anybody was told of these things, which are about to be there no more. */
export async function forgetAbout(tx: Tx, ids: string[]): Promise<void> {
  await tx
    .delete(inboxEntries)
    .where(or(among(inboxEntries.groupId, ids), among(inboxEntries.subjectId, ids)))
}

export async function forgetEntries(db: Db, actor: Actor, ids: string[]): Promise<void> {
  await db.delete(inboxEntries).where(and(eq(inboxEntries.personId, actor.id), inArray(inboxEntries.id, ids)))
}

/** Deletes what is older than 90 days. */
export async function sweepInbox(db: Db): Promise<void> {
  const oldest = new Date(now().getTime() - KEPT_DAYS * DAY)
  await db.delete(inboxEntries).where(lt(inboxEntries.id, firstIdAt(oldest)))
}
