import type { FastifyReply, FastifyRequest } from "fastify"
import type { findPost } from "../../../server/forum/index.ts"
import type { Site } from "../../site.tsx"
import { showBestPractice } from "./best-practice-routes.tsx"
import { showQuestion } from "./question-routes.tsx"
import type { Retry } from "./retry.ts"

export type FoundPost = Awaited<ReturnType<typeof findPost>>

/** Back to where a post stands. */
export const pathOf = ({ id, thread }: Pick<FoundPost, "id" | "thread">) => `${threadPath(thread)}#${id}`

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
