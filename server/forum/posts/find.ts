import { eq, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { isBehindFirstPage } from "../answers/order.ts"
import { selectStandings } from "../loading.ts"
import {
  mayComment,
  mayEdit,
  mayModerate,
  mayReadTitle,
  mayReportOutdated,
  mayReview,
  maySeePost,
  refusalOf,
} from "../policy.ts"
import { type PostKind, posts } from "../tables.ts"
import { placeInSections } from "./pictures.ts"
import { filesOfPost, isBehindFirstComments } from "./queries.ts"

const PURPOSES = {
  see: maySeePost,
  edit: mayEdit,
  moderate: mayModerate,
  review: mayReview,
  report: mayReportOutdated,
}

/**
 * A post by itself, for a page that does something to it. Refuses as the action will: 404 for what is missing
 * or invisible, 409 where the state of things is in the way, 403 otherwise.
 */
export async function findPost(
  reader: Reader,
  actor: Actor,
  id: string,
  kinds: readonly PostKind[],
  purpose: keyof typeof PURPOSES,
) {
  const [found] = await selectStandings(reader, {
    isFar: isBehindFirstPage,
    isFarComment: isBehindFirstComments,
    files: filesOfPost,
    author: sql<string>`(select p.display_name from people p where p.id = posts.author_id)`,
  }).where(eq(posts.id, id))
  if (!found || !kinds.includes(found.post.kind) || !maySeePost(actor, found)) throw notFound()
  if (!PURPOSES[purpose](actor, found)) throw refusalOf(found)
  const { post, thread, answer } = found
  const shown = post.withdrawnAt === null || post.authorId === actor.id
  const attachments = found.files
  return {
    id,
    kind: post.kind,
    /** It, or the answer above it, stands behind the first page of its thread. */
    isFar: found.isFar,
    /** Of a comment: it is not among those that its thread shows. */
    isFarComment: found.isFarComment,
    author: found.author,
    can: { comment: mayComment(actor, found) },
    parentId: post.parentId,
    thread: { id: thread.id, kind: thread.kind, title: mayReadTitle(actor, found) ? thread.title : "" },
    version: post.version,
    text: shown ? post.text : {},
    html: shown ? placeInSections(post.html, attachments) : {},
    official: answer?.officialId != null,
    legalStatusDate: answer?.legalStatusDate ?? null,
    reviewDate: answer?.reviewDate ?? null,
    attachments,
  }
}
