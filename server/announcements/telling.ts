import { and, eq, isNull, lte, ne, type SQL, sql } from "drizzle-orm"
import { isAtWork, memberships, people } from "../accounts/index.ts"
import { type Db, type Reader, type Tx, transact } from "../kernel/database.ts"
import { now } from "../kernel/time.ts"
import { forgetTold, type InboxNotice, isTold, tellInbox } from "../notifications/index.ts"
import { tellWebhooks } from "../webhooks/index.ts"
import { type Announcement, isPublished } from "./policy.ts"
import { acknowledgements, announcementDepartments, announcements } from "./tables.ts"

type Told = Pick<Announcement, "id" | "authorId" | "audience">

const PUBLISHED = "announcements.published"
const REMINDER = "announcements.reminder"
/** What its audience is told of an announcement; its entries name the announcement. */
export const AUDIENCE_NOTICES = [PUBLISHED, REMINDER] as const satisfies InboxNotice[]

/** Tells those it is meant for that it is published; whoever was told already hears nothing again. */
export async function tellAudience(tx: Tx, announcement: Told & Pick<Announcement, "toldAt">): Promise<void> {
  if (announcement.toldAt === null)
    await tellWebhooks(tx, "announcement.published", announcement.id, () => announcement.audience === "all")
  await tell(tx, announcement, PUBLISHED, sql`not ${isTold(sql`${people}.id`, PUBLISHED, announcement.id)}`)
  await tx.update(announcements).set({ toldAt: now() }).where(eq(announcements.id, announcement.id))
}

/** Reminds those who have not acknowledged it. How many they are, nobody learns. */
export async function tellUnacknowledged(tx: Tx, announcement: Told): Promise<void> {
  const has = sql`exists (select from ${acknowledgements} given
    where given.announcement_id = ${announcement.id} and given.person_id = ${people}.id)`
  await tell(tx, announcement, REMINDER, sql`not ${has}`)
}

async function tell(tx: Tx, announcement: Told, notice: InboxNotice, whom: SQL): Promise<void> {
  const { id, authorId } = announcement
  const personIds = await idsOf(tx, and(audienceOf(announcement), ne(people.id, authorId), whom))
  await tellInbox(tx, { notice, subjectId: id, groupId: id }, personIds)
}

/** Takes back what its audience was told: a withdrawn announcement is in no inbox. */
export async function untellAudience(tx: Tx, announcement: Told): Promise<void> {
  const personIds = await idsOf(tx, audienceOf(announcement))
  await forgetTold(tx, { notices: [...AUDIENCE_NOTICES], subjectId: announcement.id }, personIds)
}

/** Whether everybody may read it at this moment. */
export async function isAnnouncedToAll(reader: Reader, id: string): Promise<boolean> {
  const [found] = await reader.select().from(announcements).where(eq(announcements.id, id))
  return found !== undefined && found.audience === "all" && isPublished(found)
}

/** Active people whom an announcement is meant for, as a condition on `people`. */
export function audienceOf({ id, audience }: Pick<Announcement, "id" | "audience">): SQL {
  const listed =
    audience === "all"
      ? sql`true`
      : sql`own.department_id in (select listed.department_id from ${announcementDepartments} listed
          where listed.announcement_id = ${id})`
  return sql`(${isAtWork} and exists (select from ${memberships} own
    where own.person_id = ${people}.id and ${listed}))`
}

async function idsOf(reader: Reader, whom: SQL | undefined): Promise<string[]> {
  return (await reader.select({ id: people.id }).from(people).where(whom)).map(({ id }) => id)
}

/** For those whose time has come meanwhile. Several processes may do it at once: each announcement is told by one. */
export async function tellPublished(db: Db): Promise<void> {
  const due = and(
    isNull(announcements.toldAt),
    isNull(announcements.withdrawnAt),
    eq(announcements.isDraft, false),
    lte(announcements.publishAt, now()),
  )
  const waiting = await db.select({ id: announcements.id }).from(announcements).where(due)
  for (const { id } of waiting)
    await transact(db, async (tx) => {
      const announcement = await lockAnnouncement(tx, id)
      if (announcement && announcement.toldAt === null && isPublished(announcement))
        await tellAudience(tx, announcement)
    })
}

async function lockAnnouncement(tx: Tx, id: string) {
  const [row] = await tx.select().from(announcements).where(eq(announcements.id, id)).for("update")
  return row
}
