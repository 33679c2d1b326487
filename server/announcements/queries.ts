import { and, desc, eq, gte, sql } from "drizzle-orm"
import { departments, people } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import { page, type Reader } from "../kernel/database.ts"
import { notFound } from "../kernel/errors.ts"
import { plainText } from "../kernel/html-text.ts"
import { open, statement } from "../kernel/statements.ts"
import { now, today } from "../kernel/time.ts"
import { mayManage, publishedFor, visibleTo } from "./policy.ts"
import type { AnnouncementRow, AnnouncementView } from "./schema.ts"
import { announcementDepartments, announcements } from "./tables.ts"

const MOST_CURRENT = 10
const EXCERPT = 240

/** All that the person may see, the latest first; `after` is the last id of the page before. */
export async function listAnnouncements(
  reader: Reader,
  actor: Actor,
  after: string | undefined,
  size = 20,
): Promise<{ items: AnnouncementRow[]; next: string | null }> {
  const before = sql`(${announcements.publishAt}, ${announcements.id}) <
    (select a.publish_at, a.id from ${announcements} a where a.id = ${after})`
  const rows = await select(reader)
    .where(and(visibleTo(actor), after === undefined ? undefined : before))
    .orderBy(desc(announcements.publishAt), desc(announcements.id))
    .limit(size + 1)
  return page(
    rows.map((row) => rowOf(actor, row)),
    size,
    (row) => row.id,
  )
}

/** What stands on the start page today: published, meant for the person, and not yet over. */
export async function listCurrent(reader: Reader, actor: Actor): Promise<AnnouncementRow[]> {
  const rows = await current(reader, { departments: actor.departments, now: now(), today: today() })
  return rows.map((row) => rowOf(actor, row))
}

const current = statement((reader) =>
  select(reader)
    .where(and(publishedFor(open("departments"), open("now")), gte(announcements.showUntil, open("today"))))
    .orderBy(desc(announcements.publishAt), desc(announcements.id))
    .limit(MOST_CURRENT),
)

export async function findAnnouncement(reader: Reader, actor: Actor, id: string): Promise<AnnouncementView> {
  const rows = await select(reader).where(and(eq(announcements.id, id), visibleTo(actor)))
  const row = rows[0]
  if (!row) throw notFound()
  const { body, html, version } = row.announcement
  const manages = mayManage(actor, row.announcement)
  const can = {
    edit: manages && !row.announcement.withdrawnAt,
    withdraw: manages && !row.announcement.withdrawnAt,
  }
  return { ...shared(actor, row), body, html, version, can }
}

type Row = { announcement: typeof announcements.$inferSelect; author: string; departments: Named[] }
type Named = { id: string; name: string }

function select(reader: Reader) {
  return reader
    .select({ announcement: announcements, author: people.displayName, departments: listedDepartments })
    .from(announcements)
    .innerJoin(people, eq(people.id, announcements.authorId))
    .$dynamic()
}

const listedDepartments = sql<Named[]>`coalesce((select json_agg(json_build_object('id', d.id, 'name', d.name)
  order by d.name collate german_order) from ${announcementDepartments} listed join ${departments} d on d.id = listed.department_id
  where listed.announcement_id = ${announcements.id}), '[]')`

const rowOf = (actor: Actor, row: Row): AnnouncementRow => {
  return { ...shared(actor, row), excerpt: plainText(row.announcement.html, EXCERPT) }
}

function shared(actor: Actor, { announcement, author, departments }: Row) {
  const { id, title, authorId, audience, publishAt, showUntil, withdrawnAt, version } = announcement
  return {
    id,
    title,
    author: { name: author, isMe: authorId === actor.id },
    audience,
    departments,
    publishAt: publishAt.toISOString(),
    showUntil,
    planned: publishAt > now(),
    withdrawn: withdrawnAt !== null,
    edited: version > 1,
  }
}
