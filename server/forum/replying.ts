import type { Actor } from "../kernel/actor.ts"
import type { ReplyKind } from "../notifications/index.ts"
import type { Standing } from "./loading.ts"
import { mayAnswer, mayComment } from "./policy.ts"

/**
 * What the reply to a mail about this post becomes, by what the person may do at this moment; null where they may
 * write nothing there. Nobody answers officially by mail: that takes dates which a mail does not have.
 */
export function replyKind(actor: Actor, standing: Standing): ReplyKind | null {
  const { post, question } = standing
  if (post.kind === "question" && !isAsker(actor, standing) && mayAnswer(actor, standing)) return "answer"
  if (!mayComment(actor, asCommented(standing))) return null
  const isAbout = post.id === question?.askedBackId || post.kind === "question"
  return isAbout && isAsker(actor, standing) && question?.state === "asked-back" ? "reply" : "comment"
}

/** What is said to a comment stands beside it, under the same post. */
const asCommented = (standing: Standing): Standing =>
  standing.post.kind === "comment"
    ? { ...standing, post: { ...standing.post, kind: "answer" } }
    : standing

const isAsker = (actor: Actor, { thread }: Standing) => thread.authorId === actor.id
