import type { Actor } from "../../kernel/actor.ts"
import type { Db, Tx } from "../../kernel/database.ts"
import { createAnswer } from "../answers/actions.ts"
import { createComment } from "../comments/actions.ts"
import { createQuestion } from "../questions/actions.ts"
import type { Target, Written } from "./schema.ts"

type Extra = { tags?: string[]; wantedBy?: string | null }

/** Makes the post that was meant, by the same action as its form. */
export function writePost(
  db: Db | Tx,
  actor: Actor,
  target: Target,
  { title, body, attachments, tags = [], wantedBy = null }: Written & Extra,
): Promise<{ id: string }> {
  if (target.kind === "question") {
    const { categoryId } = target
    return createQuestion(db, actor, { categoryId, title, body, tags, wantedBy, attachments })
  }
  if (target.kind === "answer") return createAnswer(db, actor, target.postId, { body, attachments })
  return createComment(db, actor, target.postId, { body })
}
