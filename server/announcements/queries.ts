import { and, asc, desc, eq, gte, lte, or, sql } from "drizzle-orm"
import { departments, people } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import { madeAt, page, type Reader } from "../kernel/database.ts"
import { notFound } from "../kernel/errors.ts"
import { checkOf } from "../kernel/file-checks.ts"
import { plainText } from "../kernel/html-text.ts"
import { type Open, open, statement } from "../kernel/statements.ts"
import { now, today } from "../kernel/time.ts"
import { hasRead } from "../notifications/index.ts"
import { mayRemove } from "./comments.ts"
import type { Group, Outside } from "./outside.ts"
import {
  accessAnnouncement,
  isMeantFor,
  isPublished,
  mayEdit,
  mayManage,
  mayRelease,
  publishedFor,
  visibleTo,
} from "./policy.ts"
import type { AnnouncementRow, AnnouncementVersion, AnnouncementView, ReplacingView } from "./schema.ts"
import {
  acknowledgements,
  announcementComments,
  announcementDepartments,
  announcementFiles,
  announcements,
  announcementVersions,
} from "./tables.ts"
import { AUDIENCE_NOTICES } from "./telling.ts"

const MOST_CURRENT = 10
const EXCERPT = 240

/** All that the person may see, the latest first; `after` is the last id of the page before. */
export async function listAnnouncements(
  reader: Reader,
  outside: Outside,
  actor: Actor,
  after: string | undefined,
  size = 20,
): Promise<{ items: AnnouncementRow[]; next: string | null }> {
  const before = sql`(${announcements.publishAt}, ${announcements.id}) <
    (select a.publish_at, a.id from ${announcements} a where a.id = ${after})`
  const groups = await outside.groupsOf(reader, actor)
  const rows = await select(reader, actor.id)
    .where(and(visibleTo(actor, groups), after === undefined ? undefined : before))
    .orderBy(desc(announcements.publishAt), desc(announcements.id))
    .limit(size + 1)
  return page(
    rows.map((row) => rowOf(actor, row)),
    size,
    (row) => row.id,
  )
}

/**
 * What stands on the start page today: published, meant for the person, not yet over, and neither read nor put aside.
 * What is to be acknowledged stays until it is.
 */
export async function listCurrent(reader: Reader, actor: Actor): Promise<AnnouncementRow[]> {
  const values = { person: actor.id, departments: actor.departments, now: now(), today: today() }
  const rows = await current(reader, values)
  return rows.map((row) => rowOf(actor, row))
}

const current = statement((reader) => {
  const person = open("person")
  const isUnread = sql`not ${hasRead(person, AUDIENCE_NOTICES, announcements.id)}`
  const isAwaited = and(eq(announcements.wantsAcknowledgement, true), sql`not ${acknowledgedBy(person)}`)
  return select(reader, person)
    .where(
      and(
        publishedFor(open("departments"), open("now")),
        gte(announcements.showUntil, open("today")),
        or(isUnread, isAwaited),
      ),
    )
    .orderBy(desc(announcements.publishAt), desc(announcements.id))
    .limit(MOST_CURRENT)
})

export async function findAnnouncement(
  reader: Reader,
  outside: Outside,
  actor: Actor,
  id: string,
): Promise<AnnouncementView> {
  const groups = await outside.groupsOf(reader, actor)
  const [row] = await select(reader, actor.id).where(and(eq(announcements.id, id), visibleTo(actor, groups)))
  if (!row) throw notFound()
  const { body, html, link, startOn, categoryIds, takesComments, withdrawalReason, version } =
    row.announcement
  const manages = mayManage(actor, row.announcement)
  const seen = categoryIds.length > 0 ? await outside.categoriesOf(reader, actor) : []
  return {
    ...shared(actor, row),
    ...{ body, html, link, startOn, version },
    categories: seen.filter((category) => categoryIds.includes(category.id)).map(named),
    comments: takesComments ? await commentsOf(reader, actor, row.announcement) : [],
    files: await filesOf(reader, id),
    withdrawalReason: manages ? withdrawalReason : null,
    can: permitted(actor, row, groups),
  }
}

const named = ({ id, name }: Named) => ({ id, name })

function permitted(actor: Actor, row: Row, groups: Group[]): AnnouncementView["can"] {
  const { announcement } = row
  const { takesComments, wantsAcknowledgement, withdrawnAt } = announcement
  const departmentIds = row.departments.map(({ id }) => id)
  const manages = mayManage(actor, announcement)
  const isOut = isPublished(announcement)
  const isThere = withdrawnAt === null
  return {
    edit: isThere && mayEdit(actor, announcement, groups),
    release: isThere && mayRelease(actor, announcement, groups),
    withdraw: isThere && manages,
    comment: isOut && takesComments,
    acknowledge:
      isOut &&
      wantsAcknowledgement &&
      !row.acknowledged &&
      announcement.authorId !== actor.id &&
      isMeantFor(actor, { ...announcement, departmentIds }),
    count: isOut && wantsAcknowledgement && manages,
  }
}

/** Every wording since it was released, the latest first; of a draft all that it had. */
export async function listVersions(
  reader: Reader,
  outside: Outside,
  actor: Actor,
  id: string,
): Promise<AnnouncementVersion[]> {
  const groups = await outside.groupsOf(reader, actor)
  const { isDraft, releasedVersion } = await accessAnnouncement(reader, actor, id, groups)
  const rows = await reader
    .select({ kept: announcementVersions, editor: people.displayName })
    .from(announcementVersions)
    .innerJoin(people, eq(people.id, announcementVersions.editorId))
    .where(
      and(
        eq(announcementVersions.announcementId, id),
        isDraft ? undefined : gte(announcementVersions.version, releasedVersion),
      ),
    )
    .orderBy(desc(announcementVersions.version))
  return rows.map(({ kept: { version, at, title, body }, editor }) => {
    return { version, editor, at: at.toISOString(), title, body }
  })
}

/** The roll-outs that have begun, as far as the person was told of them. */
export async function listReplacing(reader: Reader, actor: Actor): Promise<ReplacingView[]> {
  const rows = await reader
    .select({
      announcementId: announcements.id,
      startOn: announcements.startOn,
      categoryIds: announcements.categoryIds,
    })
    .from(announcements)
    .where(
      and(
        eq(announcements.kind, "roll-out"),
        lte(announcements.startOn, today()),
        publishedFor(actor.departments, now()),
      ),
    )
    .orderBy(desc(announcements.startOn), desc(announcements.id))
  return rows.map(({ startOn, ...row }) => ({ ...row, startOn: startOn ?? "" }))
}

/** What was announced from the roll-out plan of a group; null where nothing was, or the person does not see it. */
export async function findRollOutOf(
  reader: Reader,
  outside: Outside,
  actor: Actor,
  groupId: string,
): Promise<{ id: string; title: string; draft: boolean } | null> {
  const groups = await outside.groupsOf(reader, actor)
  const [found] = await reader
    .select({ id: announcements.id, title: announcements.title, draft: announcements.isDraft })
    .from(announcements)
    .where(
      and(
        eq(announcements.groupId, groupId),
        eq(announcements.kind, "roll-out"),
        sql`${announcements.withdrawnAt} is null`,
        visibleTo(actor, groups),
      ),
    )
    .orderBy(desc(announcements.id))
    .limit(1)
  return found ?? null
}

async function filesOf(reader: Reader, announcementId: string) {
  const { id, name, caption, image, bytes } = announcementFiles
  return reader
    .select({ id, name, caption, image, bytes, check: checkOf(id) })
    .from(announcementFiles)
    .where(eq(announcementFiles.announcementId, announcementId))
    .orderBy(asc(announcementFiles.id))
}

async function commentsOf(reader: Reader, actor: Actor, announcement: Row["announcement"]) {
  const rows = await reader
    .select({ comment: announcementComments, author: people.displayName })
    .from(announcementComments)
    .innerJoin(people, eq(people.id, announcementComments.authorId))
    .where(eq(announcementComments.announcementId, announcement.id))
    .orderBy(asc(announcementComments.id))
  return rows.map(({ comment, author }) => ({
    id: comment.id,
    author: { name: author, isMe: comment.authorId === actor.id },
    at: madeAt(comment.id).toISOString(),
    html: comment.html,
    can: { remove: isPublished(announcement) && mayRemove(actor, comment, announcement) },
  }))
}

type Row = {
  announcement: typeof announcements.$inferSelect
  author: string
  departments: Named[]
  acknowledged: boolean
}
type Named = { id: string; name: string }

function select(reader: Reader, personId: Open<string>) {
  return reader
    .select({
      announcement: announcements,
      author: people.displayName,
      departments: listedDepartments,
      acknowledged: acknowledgedBy(personId),
    })
    .from(announcements)
    .innerJoin(people, eq(people.id, announcements.authorId))
    .$dynamic()
}

const acknowledgedBy = (personId: Open<string>) =>
  sql<boolean>`exists (select from ${acknowledgements} given
    where given.announcement_id = ${announcements.id} and given.person_id = ${personId})`

const listedDepartments = sql<Named[]>`coalesce((select json_agg(json_build_object('id', d.id, 'name', d.name)
  order by d.name collate german_order) from ${announcementDepartments} listed join ${departments} d on d.id = listed.department_id
  where listed.announcement_id = ${announcements.id}), '[]')`

const rowOf = (actor: Actor, row: Row): AnnouncementRow => {
  return { ...shared(actor, row), excerpt: plainText(row.announcement.html, EXCERPT) }
}

function shared(actor: Actor, { announcement, author, departments, acknowledged }: Row) {
  const { id, kind, title, authorId, groupName, audience, publishAt, showUntil } = announcement
  const { takesComments, wantsAcknowledgement, isDraft, withdrawnAt } = announcement
  return {
    id,
    kind,
    title,
    author: { name: author, isMe: authorId === actor.id },
    group: groupName,
    audience,
    departments,
    publishAt: publishAt.toISOString(),
    showUntil,
    takesComments,
    wantsAcknowledgement,
    acknowledged,
    draft: isDraft,
    planned: !isDraft && publishAt > now(),
    withdrawn: withdrawnAt !== null,
    edited: announcement.version > announcement.releasedVersion,
  }
}
