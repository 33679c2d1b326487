import { and, desc, eq, inArray, or, sql } from "drizzle-orm"
import { people } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import { madeAt, type Reader } from "../kernel/database.ts"
import { plainText } from "../kernel/html-text.ts"
import { askedTerms } from "../search/index.ts"
import type { Outside } from "./outside.ts"
import { blockedBy, conversationIdsOf } from "./policy.ts"
import { selectRows, titleOf } from "./queries.ts"
import type { FoundMessage } from "./schema.ts"
import { refuseSwitchedOff } from "./settings.ts"
import { conversationMessages, conversations } from "./tables.ts"

const MOST_FOUND = 50
const AROUND = 80

/**
 * Messages of the person's own conversations that hold all words, in whatever form, or the words as they were typed; the
 * latest first. They are in no other index, and nobody else finds them.
 */
export async function searchMessages(
  reader: Reader,
  outside: Outside,
  actor: Actor,
  typed: string,
): Promise<FoundMessage[]> {
  await refuseSwitchedOff(reader)
  const asked = [...new Set(askedTerms(typed))]
  if (typed.trim() === "" || asked.length === 0) return []
  const pattern = `%${typed.trim().replace(/[\\%_]/g, "\\$&")}%`
  const { body, terms, authorId, conversationId } = conversationMessages
  const rows = await reader
    .select({ message: conversationMessages, name: people.displayName })
    .from(conversationMessages)
    .innerJoin(people, eq(people.id, authorId))
    .where(
      and(
        sql`${conversationId} in ${conversationIdsOf(actor.id, outside)}`,
        sql`${authorId} not in ${blockedBy(actor.id)}`,
        or(sql`${terms} @> ${sql.param(asked)}::text[]`, sql`${body} collate "und-x-icu" ilike ${pattern}`),
      ),
    )
    .orderBy(desc(conversationMessages.id))
    .limit(MOST_FOUND)
  const titles = await titlesOf(reader, outside, actor, [
    ...new Set(rows.map(({ message }) => message.conversationId)),
  ])
  return rows.map(({ message, name }) => ({
    id: message.id,
    number: message.number,
    conversationId: message.conversationId,
    conversation: titles.get(message.conversationId) ?? "",
    name,
    at: madeAt(message.id).toISOString(),
    excerpt: around(plainText(message.html, message.body.length + AROUND), typed.trim()),
  }))
}

async function titlesOf(reader: Reader, outside: Outside, actor: Actor, ids: string[]) {
  if (ids.length === 0) return new Map<string, string>()
  const groups = await outside.groupsOf(reader, actor)
  const rows = await selectRows(reader, actor.id).where(inArray(conversations.id, ids))
  return new Map(rows.map((row): [string, string] => [row.conversation.id, titleOf(row, groups)]))
}

/** The part of a text in which the words stand, or its beginning. */
function around(text: string, typed: string): string {
  const at = text.toLowerCase().indexOf(typed.toLowerCase())
  const start = Math.max(0, at - AROUND)
  const end = Math.min(text.length, Math.max(at, 0) + typed.length + AROUND)
  const before =
    start > 0 ? `…${text.slice(start, at).replace(/^\S*\s/, "")}` : text.slice(0, Math.max(at, 0))
  const behind = text.slice(Math.max(at, 0), end)
  return before + (end < text.length ? `${behind.replace(/\s\S*$/, "")}…` : behind)
}
