import { eq } from "drizzle-orm"
import type { Static } from "typebox"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { once } from "../../kernel/submissions.ts"
import { followOwn } from "../follows/actions.ts"
import { tellFollowers } from "../follows/telling.ts"
import { accessPostForChange, mayComment, mayEdit } from "../policy.ts"
import { insertPost, replaceText, settleThread, touchThread } from "../posts/actions.ts"
import { questions } from "../tables.ts"
import { tellCommented, tellDepartment } from "../telling.ts"
import type { EditedComment, NewComment } from "./schema.ts"

/** Under a question, an answer or a best practice. The asker's comment answers the department's question to them. */
export async function createComment(
  db: Db | Tx,
  actor: Actor,
  parentId: string,
  input: Static<typeof NewComment>,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const parent = await accessPostForChange(
      tx,
      actor,
      parentId,
      ["question", "answer", "best-practice"],
      mayComment,
    )
    const threadId = parent.thread.id
    return once(tx, actor, input.key, ["comment", parentId, input.body], async (id) => {
      await insertPost(tx, actor, { id, kind: "comment", threadId, parentId, text: { body: input.body } })
      const replies = parent.thread.authorId === actor.id && parentId === threadId
      if (replies) {
        await tx.update(questions).set({ askedBackId: null }).where(eq(questions.id, threadId))
        await settleThread(tx, parent)
      } else touchThread(tx, parent)
      await followOwn(tx, actor, threadId)
      const isReply = replies && parent.question?.askedBackId
      const told = isReply
        ? await tellDepartment(tx, "forum.replied", id, parent, [actor.id])
        : await tellCommented(tx, actor, id, parent)
      await tellFollowers(tx, { kind: "comment", postId: id, threadId, authorId: actor.id }, told)
    })
  })
}

export async function editComment(
  db: Db,
  actor: Actor,
  id: string,
  input: Static<typeof EditedComment>,
): Promise<void> {
  await transact(db, async (tx) => {
    const comment = await accessPostForChange(tx, actor, id, ["comment"], mayEdit)
    await replaceText(tx, actor, comment, { version: input.version, text: { body: input.body } })
    await settleThread(tx, comment)
  })
}
