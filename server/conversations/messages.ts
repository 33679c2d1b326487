import { eq, sql } from "drizzle-orm"
import type { Actor } from "../kernel/actor.ts"
import { type Db, type Tx, transact } from "../kernel/database.ts"
import { Refusal } from "../kernel/errors.ts"
import { renderMarkdown } from "../kernel/markdown.ts"
import { signal } from "../kernel/signals.ts"
import { once } from "../kernel/submissions.ts"
import { tellInbox } from "../notifications/index.ts"
import { refuseUnaccepted } from "../rules/index.ts"
import { analyse } from "../search/index.ts"
import type { Outside } from "./outside.ts"
import { accessConversation, accessConversationForChange, listReached, mayWrite } from "./policy.ts"
import type { NewMessage } from "./schema.ts"
import { conversationMembers, conversationMessages, conversations } from "./tables.ts"

/** Stores what belongs to a message, within its write. */
type Attach = (tx: Tx, messageId: string) => Promise<void>

/**
 * Writes in a conversation. Everybody in it is told; how far each has read, nobody learns.
 * 409 `conversation.nobody-there` where it would reach nobody.
 */
export async function sendMessage(
  db: Db | Tx,
  outside: Outside,
  actor: Actor,
  conversationId: string,
  { body, key }: NewMessage,
  attach: Attach = async () => undefined,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const { groupId, latestNumber } = await accessConversationForChange(tx, outside, actor, conversationId)
    await refuseUnaccepted(tx, actor)
    return once(tx, actor, key, ["message", conversationId, body], async (id) => {
      const reached = await listReached(tx, outside, actor, conversationId)
      if (!mayWrite({ groupId }, reached)) throw new Refusal(409, "conversation.nobody-there")
      await write(tx, actor, { id, conversationId, number: latestNumber + 1, body }, reached)
      await attach(tx, id)
    })
  })
}

type Written = { id: string; conversationId: string; number: number; body: string }

async function write(tx: Tx, actor: Actor, message: Written, reached: string[]): Promise<void> {
  const { id, conversationId, number, body } = message
  const html = renderMarkdown(body, "body")
  const said = { ...message, authorId: actor.id, html, terms: termsIn(body) }
  await tx.insert(conversationMessages).values(said)
  await tx
    .update(conversations)
    .set({ latestNumber: number, latestId: id })
    .where(eq(conversations.id, conversationId))
  await keepRead(tx, actor.id, conversationId, number)
  const news = {
    notice: "conversations.message",
    subjectId: conversationId,
    groupId: conversationId,
  } as const
  await tellInbox(tx, news, reached)
  signal(tx, "conversation", conversationId)
}

/** What a message is found by. */
export function termsIn(body: string): string[] {
  const { stems, functions, units } = analyse(body)
  return [...new Set([...stems, ...functions, ...units])]
}

/** Never back: an older page that is looked at later changes nothing. */
async function keepRead(tx: Tx, personId: string, conversationId: string, number: number): Promise<void> {
  await tx
    .insert(conversationMembers)
    .values({ conversationId, personId, readTo: number })
    .onConflictDoUpdate({
      target: [conversationMembers.conversationId, conversationMembers.personId],
      set: { readTo: sql`greatest(${conversationMembers.readTo}, excluded.read_to)` },
    })
}

/** The person has seen the messages up to this one. Nobody else learns of it. */
export async function markSeen(
  db: Db,
  outside: Outside,
  actor: Actor,
  conversationId: string,
  number: number,
): Promise<void> {
  await transact(db, async (tx) => {
    const { latestNumber, readTo, isStored } = await accessConversation(tx, outside, actor, conversationId)
    const seen = Math.min(number, latestNumber)
    if (isStored && seen > readTo) await keepRead(tx, actor.id, conversationId, seen)
  })
}
