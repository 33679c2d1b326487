import { eq, sum } from "drizzle-orm"
import type { Actor } from "../kernel/actor.ts"
import { type Db, newId, type Reader, type Tx, transact } from "../kernel/database.ts"
import { notFound, Refusal } from "../kernel/errors.ts"
import { holdFiles } from "../kernel/file-checks.ts"
import { type FileStore, type ReceivedFile, receiveFile, type SentFile } from "../kernel/files.ts"
import { signal } from "../kernel/signals.ts"
import { once } from "../kernel/submissions.ts"
import { sendMessage } from "./messages.ts"
import type { Outside } from "./outside.ts"
import { accessConversation } from "./policy.ts"
import type { NewMessage } from "./schema.ts"
import { conversationBlocks, conversationFiles, conversationMessages } from "./tables.ts"

/** At one message. */
const MOST_FILES = 8

export type ConversationParts = { db: Db; files: FileStore; conversing: Outside }

/** A message with files: all of them or, where one is refused, nothing. */
export async function sendWithFiles(
  { db, files, conversing }: ConversationParts,
  actor: Actor,
  conversationId: string,
  input: NewMessage,
  sent: SentFile[],
): Promise<{ id: string }> {
  await accessConversation(db, conversing, actor, conversationId)
  if (sent.length > MOST_FILES) throw new Refusal(422, "conversation.too-many-files", "files")
  const received: ReceivedFile[] = []
  for (const one of sent) {
    await files.quota.admitAny(db, actor.id, one.name)
    received.push(await receiveFile(one, actor.id))
  }
  return sendMessage(db, conversing, actor, conversationId, input, async (tx, messageId) => {
    await store({ tx, files }, actor, messageId, new Map(received.map((file) => [newId(), file])))
  })
}

/** Attaches a file to an own message, by the same rules as in the forum. */
export async function attachToMessage(
  { db, files, conversing }: ConversationParts,
  actor: Actor,
  messageId: string,
  sent: SentFile & { key: string | undefined },
): Promise<{ id: string }> {
  await accessOwnMessage(db, conversing, actor, messageId)
  await files.quota.admitAny(db, actor.id, sent.name)
  const file = await receiveFile(sent, actor.id)
  return transact(db, async (tx) => {
    const { conversationId } = await lockOwnMessage(tx, conversing, actor, messageId)
    return once(tx, actor, sent.key, ["conversation-file", messageId], async (id) => {
      const ofThis = eq(conversationFiles.messageId, messageId)
      if ((await tx.$count(conversationFiles, ofThis)) >= MOST_FILES)
        throw new Refusal(422, "conversation.too-many-files", "files")
      await store({ tx, files }, actor, messageId, new Map([[id, file]]))
      signal(tx, "conversation", conversationId)
    })
  })
}

async function store(
  { tx, files }: { tx: Tx; files: FileStore },
  actor: Actor,
  messageId: string,
  received: ReadonlyMap<string, ReceivedFile>,
): Promise<void> {
  for (const [id, file] of received) {
    await files.quota.admit(tx, actor.id, file)
    const { name, mediaType } = file
    await tx.insert(conversationFiles).values({
      ...{ id, messageId, uploaderId: actor.id, name, mediaType },
      image: file.kind === "image",
      bytes: file.bytes.length,
    })
  }
  await holdFiles(tx, [...received.keys()])
  // Once all are admitted, as a refused one takes the others along; before anybody sees a row.
  for (const [id, file] of received) await files.put(id, file.bytes)
}

/** A message that the person wrote, of a conversation in which they take part; 404 for any other. */
export async function accessOwnMessage(
  reader: Reader,
  conversing: Outside,
  actor: Actor,
  id: string,
): Promise<{ id: string; conversationId: string }> {
  const [message] = await reader
    .select({
      id: conversationMessages.id,
      conversationId: conversationMessages.conversationId,
      authorId: conversationMessages.authorId,
    })
    .from(conversationMessages)
    .where(eq(conversationMessages.id, id))
  if (message?.authorId !== actor.id) throw notFound()
  await accessConversation(reader, conversing, actor, message.conversationId)
  return message
}

async function lockOwnMessage(tx: Tx, conversing: Outside, actor: Actor, id: string) {
  await tx
    .select({ id: conversationMessages.id })
    .from(conversationMessages)
    .where(eq(conversationMessages.id, id))
    .for("update")
  return accessOwnMessage(tx, conversing, actor, id)
}

/** A file that the person may open: of a conversation in which they take part, and of nobody whom they have blocked. */
export async function accessMessageFile(reader: Reader, conversing: Outside, actor: Actor, id: string) {
  const [found] = await reader
    .select({ file: conversationFiles, conversationId: conversationMessages.conversationId })
    .from(conversationFiles)
    .innerJoin(conversationMessages, eq(conversationMessages.id, conversationFiles.messageId))
    .where(eq(conversationFiles.id, id))
  if (!found) throw notFound()
  await accessConversation(reader, conversing, actor, found.conversationId)
  const blocked = await reader
    .select({ id: conversationBlocks.blockedId })
    .from(conversationBlocks)
    .where(eq(conversationBlocks.personId, actor.id))
  if (blocked.some((one) => one.id === found.file.uploaderId)) throw notFound()
  return found.file
}

/** What a person keeps in attachments of messages, in bytes. */
export async function conversationBytes(reader: Reader, personId: string): Promise<number> {
  const [kept] = await reader
    .select({ bytes: sum(conversationFiles.bytes) })
    .from(conversationFiles)
    .where(eq(conversationFiles.uploaderId, personId))
  return Number(kept?.bytes ?? 0)
}
