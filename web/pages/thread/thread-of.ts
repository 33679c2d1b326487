import type { findPost } from "../../../server/forum/index.ts"
import { pathWith } from "../lists/query.ts"
import { commentsPath } from "./comments.tsx"

export type FoundPost = Awaited<ReturnType<typeof findPost>>

type Placed = Pick<FoundPost, "id" | "thread" | "isFar" | "isFarComment" | "kind" | "parentId">

/** Back to where a post stands, on the page of its thread, or of its comments, that holds it. */
export const pathOf = (post: Placed) => addressOf(post, null)

/** The same with the comments unfolded where it is one: not every browser opens a fold for a fragment. */
export const placeOf = (post: Placed) => addressOf(post, post.kind === "comment" ? post.parentId : null)

function addressOf({ id, kind, parentId, thread, isFar, isFarComment }: Placed, offen: string | null) {
  if (isFarComment && parentId) return `${commentsPath(parentId)}?kommentar=${id}#${id}`
  const antwort = isFar ? (kind === "answer" ? id : parentId) : null
  return `${pathWith(threadPath(thread), { antwort, offen })}#${id}`
}

export const threadPath = ({ id, kind }: FoundPost["thread"]) =>
  kind === "question" ? `/fragen/${id}` : `/gute-praxis/${id}`
