import { and, eq, inArray, lt, sql } from "drizzle-orm"
import { departments, memberships, people } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import { type Db, type Reader, transact } from "../kernel/database.ts"
import { forbidden, Refusal } from "../kernel/errors.ts"
import { today } from "../kernel/time.ts"
import { addDays } from "../kernel/workdays.ts"
import { settleEntry } from "../notifications/index.ts"
import { record } from "./actions.ts"
import { type Counted, suppressed } from "./counts.ts"
import {
  type Announcement,
  accessAddressed,
  accessAnnouncement,
  accessAnnouncementForChange,
  isPublished,
  mayManage,
} from "./policy.ts"
import type { AcknowledgedView } from "./schema.ts"
import { acknowledgements, announcements } from "./tables.ts"
import { audienceOf, tellUnacknowledged } from "./telling.ts"

/** Counted from the last day on the start page. */
const KEPT_DAYS = 90

/** Doing it twice changes nothing. That it is acknowledged, only the person sees; others see how many. */
export async function acknowledge(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const { wantsAcknowledgement } = await accessAddressed(tx, actor, id)
    if (!wantsAcknowledgement) throw new Refusal(409, "announcement.no-acknowledgement")
    await tx.insert(acknowledgements).values({ announcementId: id, personId: actor.id }).onConflictDoNothing()
    await settleEntry(tx, actor, { notice: "announcements.published", subjectId: id, groupId: id })
  })
}

/** Takes it off one's own start page; it stays in the list. */
export async function dismissAnnouncement(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    await accessAddressed(tx, actor, id)
    await settleEntry(tx, actor, { notice: "announcements.published", subjectId: id, groupId: id })
  })
}

/** Once a day at most. Neither who is reminded nor how many they are is told to anybody. */
export async function remindOf(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const announcement = await accessAnnouncementForChange(tx, actor, id, [], mayManage)
    if (!isPublished(announcement) || !announcement.wantsAcknowledgement)
      throw new Refusal(409, "announcement.no-acknowledgement")
    if (announcement.remindedOn === today()) throw new Refusal(409, "announcement.reminded-today")
    await tx.update(announcements).set({ remindedOn: today() }).where(eq(announcements.id, id))
    await tellUnacknowledged(tx, announcement)
    await record(tx, actor, "reminded", id)
  })
}

/** What nobody asks for any more is forgotten; who had acknowledged it is not asked again. */
export async function sweepAcknowledgements(db: Db): Promise<void> {
  const last = addDays(today(), -KEPT_DAYS)
  await transact(db, async (tx) => {
    const old = await tx
      .update(announcements)
      .set({ wantsAcknowledgement: false })
      .where(and(announcements.wantsAcknowledgement, lt(announcements.showUntil, last)))
      .returning({ id: announcements.id })
    const ids = old.map(({ id }) => id)
    await tx.delete(acknowledgements).where(inArray(acknowledgements.announcementId, ids))
  })
}

/** For those who look after it: by department, as far as it tells nothing about a single person. */
export async function countAcknowledged(reader: Reader, actor: Actor, id: string): Promise<AcknowledgedView> {
  const announcement = await accessAnnouncement(reader, actor, id, [])
  if (!mayManage(actor, announcement)) throw forbidden()
  if (!announcement.wantsAcknowledgement) throw new Refusal(409, "announcement.no-acknowledgement")
  const counted = suppressed(await countedIn(reader, announcement))
  return { ...counted, remindedOn: announcement.remindedOn }
}

/**
 * Everybody counts in one department, the first of theirs by its name: where people counted in each of theirs, the
 * difference of two departments would tell about those who belong to both.
 */
async function countedIn(reader: Reader, announcement: Announcement): Promise<Counted[]> {
  const first = sql`(select d.id from ${memberships} own join ${departments} d on d.id = own.department_id
    where own.person_id = ${people}.id order by d.name collate german_order, d.id limit 1)`
  return reader
    .select({
      name: sql<string>`${departments.name}`,
      people: sql<number>`count(*)::int`,
      acknowledged: sql<number>`count(${acknowledgements.personId})::int`,
    })
    .from(people)
    .innerJoin(departments, sql`${departments.id} = ${first}`)
    .leftJoin(
      acknowledgements,
      and(eq(acknowledgements.personId, people.id), eq(acknowledgements.announcementId, announcement.id)),
    )
    .where(and(audienceOf(announcement), sql`${people.id} <> ${announcement.authorId}`))
    .groupBy(departments.id)
    .orderBy(sql`${departments.name} collate german_order`, departments.id)
}
