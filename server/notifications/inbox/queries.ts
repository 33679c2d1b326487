import { and, desc, eq, lt, or } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, madeAt, page } from "../../kernel/database.ts"
import type { ReplyKind } from "../reply-address.ts"
import { inboxEntries } from "../tables.ts"
import { forgetEntries } from "./actions.ts"
import type { InboxEntry, InboxQuery } from "./schema.ts"

/** What an entry is about, for a person who may see it now. */
export type InboxFacts = Pick<InboxEntry, "kind" | "title" | "address" | "person" | "place"> & {
  /** What somebody wrote, as plain text, for the mails that quote it; null where there is nothing to quote. */
  text: string | null
  /** Of an official answer the day up to which it is known to be right (Rechtsstand). */
  legalStatusDate?: string | null
  /**
   * What this person's reply by mail would become. Where it is one, a mail about this subject alone ends with
   * `replyFoot(reply, locale)` among `Letter.below`, and its `Reply-To` is `replyAddress(config, personId, subjectId)`.
   */
  reply?: ReplyKind | null
}
/** Each module knows its own; what is missing from the answer is not to be seen any more. */
export type DescribeInbox = (actor: Actor, subjectIds: string[]) => Promise<Map<string, InboxFacts>>

/** Asks one after the other, each only for what those before do not know: most things are known by the first. */
export async function describeInTurn(
  ids: string[],
  describers: readonly ((left: string[]) => Promise<Iterable<[string, InboxFacts]>>)[],
): Promise<Map<string, InboxFacts>> {
  const found = new Map<string, InboxFacts>()
  for (const describe of describers) {
    const left = ids.filter((id) => !found.has(id))
    if (left.length === 0) break
    for (const [id, facts] of await describe(left)) found.set(id, facts)
  }
  return found
}

const PAGE = 30

/** Unread ones first, each the latest first. What the person may not see any more goes for good. */
export async function listInbox(
  db: Db,
  actor: Actor,
  describe: DescribeInbox,
  { after, notice }: InboxQuery,
): Promise<{ items: InboxEntry[]; next: string | null }> {
  const [wasRead, lastId] = after?.split("_") ?? []
  const rows = await db
    .select()
    .from(inboxEntries)
    .where(
      and(
        eq(inboxEntries.personId, actor.id),
        notice ? eq(inboxEntries.notice, notice) : undefined,
        lastId ? isAfter(wasRead === "1", lastId) : undefined,
      ),
    )
    .orderBy(inboxEntries.isRead, desc(inboxEntries.id))
    .limit(PAGE + 1)
  const { items, next } = page(rows, PAGE, ({ isRead, id }) => `${isRead ? 1 : 0}_${id}`)
  const facts = await describe(actor, [...new Set(items.map(({ subjectId }) => subjectId))])
  const lost = items.filter(({ subjectId }) => !facts.has(subjectId))
  if (lost.length > 0)
    await forgetEntries(
      db,
      actor,
      lost.map(({ id }) => id),
    )
  return { items: items.flatMap((row) => entryOf(row, facts.get(row.subjectId))), next }
}

const isAfter = (wasRead: boolean, lastId: string) =>
  wasRead
    ? and(eq(inboxEntries.isRead, true), lt(inboxEntries.id, lastId))
    : or(and(eq(inboxEntries.isRead, false), lt(inboxEntries.id, lastId)), eq(inboxEntries.isRead, true))

type Row = typeof inboxEntries.$inferSelect

function entryOf({ id, notice, groupId, isRead }: Row, facts: InboxFacts | undefined): InboxEntry[] {
  if (!facts) return []
  const { kind, title, address, person, place } = facts
  const at = madeAt(id).toISOString()
  return [
    {
      id,
      notice: notice as InboxEntry["notice"],
      kind,
      title,
      address,
      person,
      place,
      at,
      read: isRead,
      groupId,
    },
  ]
}
