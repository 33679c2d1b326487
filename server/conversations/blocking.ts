import { and, eq } from "drizzle-orm"
import { people } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import { type Db, type Reader, transact } from "../kernel/database.ts"
import { notFound, Refusal } from "../kernel/errors.ts"
import { byName } from "../kernel/order.ts"
import { signal } from "../kernel/signals.ts"
import type { Outside } from "./outside.ts"
import { sharesConversation } from "./policy.ts"
import { refuseSwitchedOff } from "./settings.ts"
import { conversationBlocks } from "./tables.ts"

/**
 * From now on the person reads nothing of what somebody writes, who cannot write to them alone. Whoever is blocked is not
 * told: for them it is as if the other had left. 404 for people with whom the person has no conversation.
 */
export async function blockPerson(db: Db, outside: Outside, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    await refuseSwitchedOff(tx)
    if (id === actor.id) throw new Refusal(422, "conversation.own-block")
    if (!(await sharesConversation(tx, outside, actor, id))) throw notFound()
    await tx.insert(conversationBlocks).values({ personId: actor.id, blockedId: id }).onConflictDoNothing()
    signal(tx, "inbox", actor.id)
  })
}

export async function unblockPerson(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    await refuseSwitchedOff(tx)
    const { rowCount } = await tx
      .delete(conversationBlocks)
      .where(and(eq(conversationBlocks.personId, actor.id), eq(conversationBlocks.blockedId, id)))
    if (rowCount === 0) throw notFound()
    signal(tx, "inbox", actor.id)
  })
}

/** Whom the person has blocked; nobody else learns of it. */
export async function listBlocked(reader: Reader, actor: Actor): Promise<{ id: string; name: string }[]> {
  await refuseSwitchedOff(reader)
  return reader
    .select({ id: people.id, name: people.displayName })
    .from(conversationBlocks)
    .innerJoin(people, eq(people.id, conversationBlocks.blockedId))
    .where(eq(conversationBlocks.personId, actor.id))
    .orderBy(byName(people.displayName), people.id)
}
