import type { FastifyReply, FastifyRequest } from "fastify"
import type { ComponentChildren } from "preact"
import { findPost } from "../../../server/forum/index.ts"
import type { FieldError } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { showPostForm } from "./post-form.tsx"
import type { Retry } from "./retry.ts"
import type { FoundPost } from "./thread-of.ts"

/** What may be moderated. */
export const ANY = ["question", "best-practice", "answer", "comment"] as const

type Content = { title: string; lead?: string; form: ComponentChildren }

/** A page of those who moderate: what is done to a post, and below it the post as it is now. */
export async function showModeration(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  retry: Retry | null,
  content: (t: Texts, post: FoundPost, errors: FieldError[]) => Content,
) {
  const post = await findPost(site.db, request.actor, id, ANY, "moderate")
  return showPostForm(site, request, reply, {
    post,
    retry,
    content: (t, errors) => ({ ...content(t, post, errors), current: t.thread.redact.current }),
  })
}
