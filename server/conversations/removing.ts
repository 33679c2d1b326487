import { and, eq, inArray, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm"
import type { Actor } from "../kernel/actor.ts"
import { type Db, firstIdAt, type Tx, transact } from "../kernel/database.ts"
import type { FileStore } from "../kernel/files.ts"
import { signal } from "../kernel/signals.ts"
import { DAY, now } from "../kernel/time.ts"
import { forgetAbout, forgetTold } from "../notifications/index.ts"
import { accessOwnMessage, type ConversationParts } from "./files.ts"
import type { Outside } from "./outside.ts"
import { accessConversationForChange, accessGroupConversationForChange } from "./policy.ts"
import { readConversationSettings } from "./settings.ts"
import { conversationFiles, conversationMembers, conversationMessages, conversations } from "./tables.ts"

/** Its author takes it back: text and files are gone at once, for everybody. */
export async function removeMessage(parts: ConversationParts, actor: Actor, id: string): Promise<void> {
  const { db, files, conversing } = parts
  await transact(db, async (tx) => {
    const { conversationId } = await accessOwnMessage(tx, conversing, actor, id)
    await removeFiles(tx, files, eq(conversationMessages.id, id))
    await tx.delete(conversationMessages).where(eq(conversationMessages.id, id))
    signal(tx, "conversation", conversationId)
  })
}

/**
 * Leaves a conversation: it is in the person's list no more, and they are told nothing. What they wrote stays for the
 * others. The last one takes it along; the conversation of a group they may come back to.
 */
export async function leaveConversation(parts: ConversationParts, actor: Actor, id: string): Promise<void> {
  const { db, files, conversing } = parts
  await transact(db, async (tx) => {
    const { groupId } = await accessConversationForChange(tx, conversing, actor, id)
    const own = and(eq(conversationMembers.conversationId, id), eq(conversationMembers.personId, actor.id))
    if (groupId !== null) await keepLeft(tx, actor, id, true)
    else {
      await tx.delete(conversationMembers).where(own)
      const others = await tx.$count(conversationMembers, eq(conversationMembers.conversationId, id))
      if (others === 0) await removeConversations(tx, files, eq(conversations.id, id))
    }
    await forgetTold(tx, { notices: ["conversations.message"], subjectId: id }, [actor.id])
    signal(tx, "conversation", id)
  })
}

/** Takes part in the conversation of an own group again. */
export async function returnToConversation(
  db: Db,
  outside: Outside,
  actor: Actor,
  id: string,
): Promise<void> {
  await transact(db, async (tx) => {
    await accessGroupConversationForChange(tx, outside, actor, id)
    await keepLeft(tx, actor, id, false)
  })
}

async function keepLeft(tx: Tx, actor: Actor, conversationId: string, hasLeft: boolean): Promise<void> {
  await tx
    .insert(conversationMembers)
    .values({ conversationId, personId: actor.id, hasLeft })
    .onConflictDoUpdate({
      target: [conversationMembers.conversationId, conversationMembers.personId],
      set: { hasLeft },
    })
}

/** Deletes what is older than the administration wants it kept, and the conversations of groups that are gone. */
export async function sweepConversations(db: Db, files: FileStore, outside: Outside): Promise<void> {
  const { keptDays } = await readConversationSettings(db)
  const oldest = firstIdAt(new Date(now().getTime() - keptDays * DAY))
  await transact(db, async (tx) => {
    const isOld = lt(conversationMessages.id, oldest)
    await removeFiles(tx, files, isOld)
    await tx.delete(conversationMessages).where(isOld)
  })
  await transact(db, (tx) => sweepEmpty(tx, files, oldest))
  await transact(db, (tx) => sweepGroups(tx, files, outside))
}

/**
 * Of chosen people; that of a group is there as long as the group. Where the accounts of all were dissolved, nobody is
 * left to read what was said.
 */
async function sweepEmpty(tx: Tx, files: FileStore, oldest: string): Promise<void> {
  const said = sql`exists (select from ${conversationMessages} said where said.conversation_id = ${conversations}.id)`
  const read = sql`exists (select from ${conversationMembers} own where own.conversation_id = ${conversations}.id)`
  const isEmpty = or(and(lt(conversations.latestId, oldest), sql`not ${said}`), sql`not ${read}`)
  await removeConversations(tx, files, and(isNull(conversations.groupId), isEmpty))
}

async function sweepGroups(tx: Tx, files: FileStore, outside: Outside): Promise<void> {
  const stored = await tx
    .select({ groupId: conversations.groupId })
    .from(conversations)
    .where(isNotNull(conversations.groupId))
  const groupIds = stored.flatMap(({ groupId }) => groupId ?? [])
  const existing = groupIds.length > 0 ? await outside.existing(tx, groupIds) : []
  const gone = groupIds.filter((id) => !existing.includes(id))
  if (gone.length > 0) await removeConversations(tx, files, inArray(conversations.groupId, gone))
}

async function removeConversations(tx: Tx, files: FileStore, which: SQL | undefined): Promise<void> {
  const doomed = await tx.select({ id: conversations.id }).from(conversations).where(which).for("update")
  const ids = doomed.map(({ id }) => id)
  if (ids.length === 0) return
  await removeFiles(tx, files, inArray(conversationMessages.conversationId, ids))
  await forgetAbout(tx, ids)
  await tx.delete(conversations).where(inArray(conversations.id, ids))
}

/** Before their rows go: what lies in the store counts as somebody's. */
export async function removeFiles(tx: Tx, files: FileStore, ofMessages: SQL): Promise<void> {
  // Whoever attaches a file just now holds the message: their file is seen, and goes with the others.
  await tx.select({ id: conversationMessages.id }).from(conversationMessages).where(ofMessages).for("update")
  const stored = await tx
    .select({ id: conversationFiles.id })
    .from(conversationFiles)
    .innerJoin(conversationMessages, eq(conversationMessages.id, conversationFiles.messageId))
    .where(ofMessages)
  for (const { id } of stored) await files.remove(id)
}
