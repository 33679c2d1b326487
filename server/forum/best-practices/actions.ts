import { eq } from "drizzle-orm"
import type { Static } from "typebox"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, transact } from "../../kernel/database.ts"
import { once } from "../../kernel/submissions.ts"
import { now } from "../../kernel/time.ts"
import { lockCategory } from "../categories/queries.ts"
import { followOwn } from "../follows/actions.ts"
import { tellFollowers } from "../follows/telling.ts"
import { tellOutside } from "../outside.ts"
import { accessPostForChange, mayEdit, mayPostIn } from "../policy.ts"
import { insertPost, replaceText, settleThread } from "../posts/actions.ts"
import { tidyTags } from "../questions/actions.ts"
import { type PostText, threads } from "../tables.ts"
import { type EditedBestPractice, type NewBestPractice, SECTIONS, type Section } from "./schema.ts"

export async function shareBestPractice(
  db: Db,
  actor: Actor,
  input: Static<typeof NewBestPractice>,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    await lockCategory(tx, actor, input.categoryId, (who, place) => mayPostIn(who, place, "best-practices"))
    const { categoryId, title, tags, attachments, key } = input
    const sent = ["best-practice", categoryId, title, ...SECTIONS.map((section) => input[section])]
    return once(tx, actor, key, sent, async (id) => {
      const thread = {
        id,
        kind: "best-practice" as const,
        categoryId,
        title: title.trim(),
        tags: tidyTags(tags),
        createdAt: now(),
      }
      await tx.insert(threads).values(thread)
      await insertPost(tx, actor, {
        id,
        kind: "best-practice",
        threadId: id,
        text: sectionsOf(input),
        attachments,
      })
      await followOwn(tx, actor, id)
      await tellFollowers(tx, { kind: "best-practice", postId: id, threadId: id, authorId: actor.id })
      await tellOutside(tx, "best-practice.shared", id)
    })
  })
}

export async function editBestPractice(
  db: Db,
  actor: Actor,
  id: string,
  input: Static<typeof EditedBestPractice>,
): Promise<void> {
  await transact(db, async (tx) => {
    const standing = await accessPostForChange(tx, actor, id, ["best-practice"], mayEdit)
    const { version, title, tags, attachments } = input
    await replaceText(tx, actor, standing, {
      version,
      title: title.trim(),
      text: sectionsOf(input),
      attachments,
    })
    await tx
      .update(threads)
      .set({ tags: tidyTags(tags) })
      .where(eq(threads.id, id))
    await settleThread(tx, standing)
  })
}

function sectionsOf(input: Record<Section, string>): PostText {
  return Object.fromEntries(SECTIONS.map((section) => [section, input[section]]))
}
