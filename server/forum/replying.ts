import type { Actor } from "../kernel/actor.ts"
import type { Reader } from "../kernel/database.ts"
import { notFound } from "../kernel/errors.ts"
import type { ReplyKind } from "../notifications/index.ts"
import type { Target } from "./drafts/schema.ts"
import { loadStanding, type Standing } from "./loading.ts"
import { mayAnswer, mayComment, maySeePost, refusalOf } from "./policy.ts"

/**
 * What the reply to a mail about this post becomes, by what the person may do at this moment; null where they may
 * write nothing there. Nobody answers officially by mail: that takes dates which a mail does not have.
 */
export function replyKind(actor: Actor, standing: Standing): ReplyKind | null {
  const { post, question } = standing
  const mayRemark = mayComment(actor, asCommented(standing))
  if (post.kind === "question" && !isAsker(actor, standing) && mayAnswer(actor, standing)) return "answer"
  if (!mayRemark) return null
  const isAbout = post.id === question?.askedBackId || post.kind === "question"
  return isAbout && isAsker(actor, standing) && question?.state === "asked-back" ? "reply" : "comment"
}

/** Where that reply goes: 404 where the post is not to be seen, and the reason where nothing may be written. */
export async function findReplyTarget(reader: Reader, actor: Actor, postId: string): Promise<Target> {
  const standing = await loadStanding(reader, postId)
  if (!standing || !maySeePost(actor, standing)) throw notFound()
  const { post, thread } = standing
  switch (replyKind(actor, standing)) {
    case "answer":
      return { kind: "answer", postId: thread.id }
    case "reply":
      return { kind: "comment", postId: thread.id }
    case "comment":
      return { kind: "comment", postId: post.parentId ?? post.id }
    case null:
      throw refusalOf(standing)
  }
}

/** What is said to a comment stands beside it, under the same post. */
const asCommented = (standing: Standing): Standing =>
  standing.post.kind === "comment" ? { ...standing, post: { ...standing.post, kind: "answer" } } : standing

const isAsker = (actor: Actor, { thread }: Standing) => thread.authorId === actor.id
