import { and, eq, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { findSeenCategory } from "../categories/queries.ts"
import { accessPostForChange, maySeePost } from "../policy.ts"
import { isOfTag } from "./queries.ts"
import type { Following, TagFollowing } from "./schema.ts"
import { follows, type Level, tagKey } from "./tables.ts"

/** Follows a question or best practice, mutes it, or ends both. */
export async function followThread(
  db: Db,
  actor: Actor,
  threadId: string,
  { level }: Following,
): Promise<void> {
  await transact(db, async (tx) => {
    await accessPostForChange(tx, actor, threadId, ["question", "best-practice"], maySeePost)
    await setLevel(tx, actor, { threadId }, level)
  })
}

/** The same for everything new in a category and its parts. */
export async function followCategory(
  db: Db,
  actor: Actor,
  categoryId: string,
  { level }: Following,
): Promise<void> {
  await transact(db, async (tx) => {
    await findSeenCategory(tx, actor, categoryId)
    await setLevel(tx, actor, { categoryId }, level)
  })
}

/** The same for everything new that has a tag. Whether anything has it, nobody learns by this. */
export async function followTag(db: Db, actor: Actor, { tag, level }: TagFollowing): Promise<void> {
  await transact(db, async (tx) => {
    const own = and(eq(follows.personId, actor.id), isOfTag(tag))
    if (level === null) await tx.delete(follows).where(own)
    else
      await tx.execute(sql`insert into ${follows} (id, person_id, tag, level)
        values (${newId()}, ${actor.id}, ${tag.trim()}, ${level})
        on conflict (${tagKey(sql`tag`)}, person_id) where tag is not null do update set level = excluded.level`)
  })
}

/** Whoever writes something in a thread follows it from then on, unless they follow or muted it already. */
export async function followOwn(tx: Tx, actor: Actor, threadId: string): Promise<void> {
  await tx
    .insert(follows)
    .values({ id: newId(), personId: actor.id, threadId, level: "all" })
    .onConflictDoNothing()
}

type Target = { threadId: string; categoryId?: never } | { threadId?: never; categoryId: string }

async function setLevel(tx: Tx, actor: Actor, target: Target, level: Level | null): Promise<void> {
  const { threadId, categoryId } = target
  const column = threadId ? follows.threadId : follows.categoryId
  if (level === null) {
    const own = and(eq(follows.personId, actor.id), eq(column, threadId ?? categoryId ?? ""))
    await tx.delete(follows).where(own)
    return
  }
  await tx
    .insert(follows)
    .values({ id: newId(), personId: actor.id, ...target, level })
    .onConflictDoUpdate({ target: [column, follows.personId], set: { level } })
}
