import { and, eq, inArray, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { signal } from "../../kernel/signals.ts"
import { among } from "../../kernel/statements.ts"
import { DAY, now } from "../../kernel/time.ts"
import { inboxEntries } from "../tables.ts"
import type { InboxNotice, ReadEntries } from "./schema.ts"

/** An entry is kept for so long, read or not. */
const KEPT_DAYS = 90

type News = { notice: InboxNotice; subjectId: string; groupId: string }

/**
 * Puts one entry into the inbox of each of these people, in one statement; whoever has it already is told anew.
 * @param personIds only people who may see it: the caller knows its rights
 */
export async function tellInbox(
  tx: Tx,
  { notice, subjectId, groupId }: News,
  personIds: string[],
): Promise<void> {
  if (personIds.length === 0) return
  const ids = personIds.map(() => newId())
  await tx.execute(sql`insert into ${inboxEntries} (id, person_id, notice, subject_id, group_id)
    select told.id, told.person, ${notice}, ${subjectId}::uuid, ${groupId}::uuid
    from unnest(${sql.param(ids)}::uuid[], ${sql.param(personIds)}::uuid[]) as told(id, person)
    on conflict (person_id, notice, subject_id) do update set is_read = false`)
  for (const personId of personIds) signal(tx, "inbox", personId)
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

export async function forgetEntries(db: Db, actor: Actor, ids: string[]): Promise<void> {
  await db.delete(inboxEntries).where(and(eq(inboxEntries.personId, actor.id), inArray(inboxEntries.id, ids)))
}

/** Deletes what is older than 90 days. Ids begin with the time. */
export async function sweepInbox(db: Db): Promise<void> {
  const oldest = (now().getTime() - KEPT_DAYS * DAY).toString(16).padStart(12, "0")
  const before = `${oldest.slice(0, 8)}-${oldest.slice(8)}-7000-8000-000000000000`
  await db.delete(inboxEntries).where(sql`${inboxEntries.id} < ${before}::uuid`)
}
