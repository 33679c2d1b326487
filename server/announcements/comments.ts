import { eq } from "drizzle-orm"
import type { Actor } from "../kernel/actor.ts"
import { type Db, type Reader, type Tx, transact } from "../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../kernel/errors.ts"
import { renderMarkdown } from "../kernel/markdown.ts"
import { signal } from "../kernel/signals.ts"
import { once } from "../kernel/submissions.ts"
import { tellInbox } from "../notifications/index.ts"
import { record } from "./actions.ts"
import { type Announcement, accessPublished, mayManage } from "./policy.ts"
import type { NewComment } from "./schema.ts"
import { announcementComments } from "./tables.ts"

/** Asks about an announcement, or answers such a question. Whoever published it and whoever wrote before are told. */
export async function commentAnnouncement(
  db: Db,
  actor: Actor,
  announcementId: string,
  { body, key }: NewComment,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const announcement = await accessPublished(tx, actor, announcementId)
    if (!announcement.takesComments) throw new Refusal(409, "announcement.no-comments")
    return once(tx, actor, key, ["announcement-comment", announcementId, body], async (id) => {
      const html = renderMarkdown(body, "body")
      await tx.insert(announcementComments).values({ id, announcementId, authorId: actor.id, body, html })
      await tellOthers(tx, actor, announcement, id)
      signal(tx, "announcement", announcementId)
    })
  })
}

/** Its author takes it back; whoever looks after the announcement removes it. The text is gone at once. */
export async function removeComment(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const [comment] = await tx.select().from(announcementComments).where(eq(announcementComments.id, id))
    if (!comment) throw notFound()
    const announcement = await accessPublished(tx, actor, comment.announcementId)
    if (!mayRemove(actor, comment, announcement)) throw forbidden()
    await tx.delete(announcementComments).where(eq(announcementComments.id, id))
    if (comment.authorId !== actor.id) await record(tx, actor, "comment-removed", announcement.id)
    signal(tx, "announcement", announcement.id)
  })
}

/** The announcement that a comment stands below; 404 for whoever may not read it. */
export async function findCommented(reader: Reader, actor: Actor, id: string): Promise<string> {
  const [comment] = await reader
    .select({ announcementId: announcementComments.announcementId })
    .from(announcementComments)
    .where(eq(announcementComments.id, id))
  if (!comment) throw notFound()
  return (await accessPublished(reader, actor, comment.announcementId)).id
}

export const mayRemove = (
  actor: Actor,
  { authorId }: { authorId: string },
  announcement: Pick<Announcement, "authorId">,
) => authorId === actor.id || mayManage(actor, announcement)

async function tellOthers(tx: Tx, actor: Actor, announcement: Announcement, id: string): Promise<void> {
  const rows = await tx
    .selectDistinct({ id: announcementComments.authorId })
    .from(announcementComments)
    .where(eq(announcementComments.announcementId, announcement.id))
  const others = new Set([announcement.authorId, ...rows.map((row) => row.id)])
  others.delete(actor.id)
  const news = { notice: "announcements.commented", subjectId: id, groupId: announcement.id } as const
  await tellInbox(tx, news, [...others])
}
