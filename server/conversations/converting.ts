import { and, asc, eq, sql } from "drizzle-orm"
import type { Actor } from "../kernel/actor.ts"
import { type Db, transact } from "../kernel/database.ts"
import { forbidden, Refusal } from "../kernel/errors.ts"
import { MAX_MARKDOWN_LENGTH } from "../kernel/markdown.ts"
import { among } from "../kernel/statements.ts"
import type { Outside } from "./outside.ts"
import { accessConversation, blockedBy } from "./policy.ts"
import type { ConvertedMessages } from "./schema.ts"
import { conversationMessages } from "./tables.ts"

/**
 * Makes a question of chosen messages: a draft that its author alone sees, and has to look through for personal data
 * before others read it. Who wrote what is left out, files too; what others wrote is quoted.
 * @returns the id of the draft
 */
export async function convertMessages(
  db: Db,
  outside: Outside,
  actor: Actor,
  conversationId: string,
  { messageIds, categoryId, title }: ConvertedMessages,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    await accessConversation(tx, outside, actor, conversationId)
    if (actor.departments.length === 0) throw forbidden()
    const chosen = await tx
      .select({ authorId: conversationMessages.authorId, body: conversationMessages.body })
      .from(conversationMessages)
      .where(
        and(
          eq(conversationMessages.conversationId, conversationId),
          among(conversationMessages.id, messageIds),
          sql`${conversationMessages.authorId} not in ${blockedBy(actor.id)}`,
        ),
      )
      .orderBy(asc(conversationMessages.number))
    if (chosen.length < messageIds.length) throw new Refusal(422, "conversation.message-gone", "messageIds")
    const body = chosen
      .map((message) => (message.authorId === actor.id ? message.body : quoted(message.body)))
      .join("\n\n")
    if (body.length > MAX_MARKDOWN_LENGTH) throw new Refusal(422, "conversation.too-much", "messageIds")
    const id = await outside.draftQuestion(tx, actor, { categoryId, title: title.trim(), body })
    return { id }
  })
}

const quoted = (body: string) => body.replace(/^/gm, "> ").replace(/^> $/gm, ">")
