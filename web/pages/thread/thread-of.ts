import type { FastifyReply, FastifyRequest } from "fastify"
import type { findPost } from "../../../server/forum/index.ts"
import type { Site } from "../../site.tsx"
import { showBestPractice } from "./best-practice-routes.tsx"
import { showQuestion } from "./question-routes.tsx"
import type { Retry } from "./retry.ts"

export type FoundPost = Awaited<ReturnType<typeof findPost>>

/** Back to where a post stands. */
export const pathOf = ({ id, thread }: Pick<FoundPost, "id" | "thread">) => `${threadPath(thread)}#${id}`

/** The same with the comments unfolded where it is one: not every browser opens a fold for a fragment. */
export const placeOf = ({ id, kind, parentId, thread }: FoundPost) =>
  kind === "comment" ? `${threadPath(thread)}?offen=${parentId}#${id}` : pathOf({ id, thread })

export const threadPath = ({ id, kind }: FoundPost["thread"]) =>
  kind === "question" ? `/fragen/${id}` : `/gute-praxis/${id}`

/** The thread again, with what could not be done in it. */
export const showThread = (
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  { id, kind }: FoundPost["thread"],
  retry: Retry,
) => (kind === "question" ? showQuestion : showBestPractice)(site, request, reply, id, retry)
