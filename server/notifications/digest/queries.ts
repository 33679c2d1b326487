import { and, desc, eq, gt, gte, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm"
import { isAtWork, people } from "../../accounts/index.ts"
import { type Db, FIRST_ID, type Reader } from "../../kernel/database.ts"
import type { InboxNotice } from "../reasons.ts"
import { digestMarks, inboxEntries, mailRests } from "../tables.ts"
import type { Waiting } from "../waiting.ts"
import type { DigestKind } from "./days.ts"

/** Each job is one person's digest. */
export const DIGEST_QUEUE = "notifications.digest"

/** Where a digest ends: entries from this id on are for the next one. */
export type DigestEnd = { kinds: readonly DigestKind[]; until: string }

/** So many a digest tells; nobody reads more in a mail. */
export const MOST_ENTRIES = 60

/** One batch of those for whom a digest has something, by their ids; not those who paused all mails. */
export async function listDigestPeople(
  reader: Reader,
  end: DigestEnd,
  at: Date,
  after: string,
  most: number,
): Promise<string[]> {
  const waits = sql`exists (select 1 from ${inboxEntries} where ${isDue(end, sql`${people}.id`)})`
  const rows = await reader
    .select({ id: people.id })
    .from(people)
    .leftJoin(digestMarks, eq(digestMarks.personId, people.id))
    .leftJoin(mailRests, eq(mailRests.personId, people.id))
    .where(
      and(
        isAtWork,
        gt(people.id, after),
        or(isNull(mailRests.pausedUntil), lte(mailRests.pausedUntil, at)),
        waits,
      ),
    )
    .orderBy(people.id)
    .limit(most)
  return rows.map(({ id }) => id)
}

/** What the person's digest tells, the latest first; one more than the most where there is more. */
export async function listDigestEntries(
  reader: Reader,
  personId: string,
  end: DigestEnd,
): Promise<Omit<Waiting, "id">[]> {
  const { notice, subjectId, groupId } = inboxEntries
  const rows = await reader
    .select({ notice, subjectId, groupId })
    .from(inboxEntries)
    .leftJoin(digestMarks, eq(digestMarks.personId, inboxEntries.personId))
    .where(isDue(end, sql`${personId}::uuid`))
    .orderBy(desc(inboxEntries.id))
    .limit(MOST_ENTRIES + 1)
  return rows.map((row) => ({ ...row, notice: row.notice as InboxNotice }))
}

/** The next digest begins where this one ended; also where two of them end at the same time. */
export async function markDigest(db: Db, personId: string, { kinds, until }: DigestEnd): Promise<void> {
  const ends = Object.fromEntries(kinds.map((kind) => [kind, until]))
  const later = (kind: DigestKind) => sql`greatest(${digestMarks[kind]}, ${until}::uuid)`
  await db
    .insert(digestMarks)
    .values({ personId, ...ends })
    .onConflictDoUpdate({
      target: digestMarks.personId,
      set: Object.fromEntries(kinds.map((kind) => [kind, later(kind)])),
    })
}

/** Unread, meant for one of these digests, and not in an earlier one. */
function isDue({ kinds, until }: DigestEnd, person: SQL): SQL | undefined {
  const { personId, isRead, id, mailDue } = inboxEntries
  const startOf = (kind: DigestKind) => sql`coalesce(${digestMarks[kind]}, ${FIRST_ID}::uuid)`
  // The earlier start once more by itself, for the index.
  const first = sql`least(${sql.join(kinds.map(startOf), sql`, `)})`
  const ofKind = (kind: DigestKind) => and(eq(mailDue, kind), gte(id, startOf(kind)))
  return and(
    sql`${personId} = ${person}`,
    eq(isRead, false),
    lt(id, until),
    gte(id, first),
    or(...kinds.map(ofKind)),
  )
}
