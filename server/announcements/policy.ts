import { and, eq, isNull, lte, or, type SQL, sql } from "drizzle-orm"
import { type Actor, has } from "../kernel/actor.ts"
import type { Reader, Tx } from "../kernel/database.ts"
import { forbidden, notFound } from "../kernel/errors.ts"
import { among, type Open, unseen } from "../kernel/statements.ts"
import { now } from "../kernel/time.ts"
import type { Group, Outside } from "./outside.ts"
import { announcementDepartments, announcements } from "./tables.ts"

export type Announcement = typeof announcements.$inferSelect & { departmentIds: string[] }
type Written = Pick<Announcement, "authorId" | "groupId" | "isDraft">
type Placed = Written & Pick<Announcement, "audience" | "publishAt" | "withdrawnAt" | "departmentIds">

export const mayPublish = (actor: Actor) => has(actor, "lead") || has(actor, "admin")

/**
 * A lead looks after the announcements of their own, the administration after all of them, and whoever looks after
 * one sees it at any time: planned, withdrawn, and meant for other departments.
 */
export const mayManage = (actor: Actor, { authorId }: Pick<Announcement, "authorId">) =>
  has(actor, "admin") || (has(actor, "lead") && authorId === actor.id)

const groupOf = ({ groupId }: Pick<Written, "groupId">, groups: readonly Group[]) =>
  groups.find(({ id }) => id === groupId)

/** The learning group in whose name the person drafts: its managers release, and draft nothing. */
export async function accessDraftingGroup(
  reader: Reader,
  outside: Outside,
  actor: Actor,
  groupId: string,
): Promise<Group> {
  const group = (await outside.groupsOf(reader, actor)).find(({ id }) => id === groupId)
  if (!group) throw notFound()
  if (!group.drafts) throw forbidden()
  return group
}

/** A draft of a learning group is the whole group's, and that of the managers who are to release it. */
export const mayEdit = (actor: Actor, announcement: Written, groups: readonly Group[]) =>
  mayManage(actor, announcement) || (announcement.isDraft && groupOf(announcement, groups) !== undefined)

/** What a learning group drafted is released by a lead who is its manager, or by the administration. */
export const mayRelease = (actor: Actor, announcement: Written, groups: readonly Group[]) =>
  announcement.isDraft &&
  (mayManage(actor, announcement) || (has(actor, "lead") && groupOf(announcement, groups)?.releases === true))

/** "All" are the people of all departments; without one, nothing here is meant for a person. */
export const isMeantFor = (
  actor: Actor,
  { audience, departmentIds }: Pick<Placed, "audience" | "departmentIds">,
) =>
  audience === "all"
    ? actor.departments.length > 0
    : departmentIds.some((departmentId) => actor.departments.includes(departmentId))

export const isPublished = ({
  isDraft,
  publishAt,
  withdrawnAt,
}: Pick<Placed, "isDraft" | "publishAt" | "withdrawnAt">) =>
  !isDraft && withdrawnAt === null && publishAt <= now()

export const maySee = (actor: Actor, announcement: Placed, groups: readonly Group[]) =>
  mayManage(actor, announcement) ||
  (isPublished(announcement) && isMeantFor(actor, announcement)) ||
  (announcement.withdrawnAt === null && groupOf(announcement, groups) !== undefined)

/** The same as `maySee`, as a condition on `announcements`; a test holds the two together. */
export function visibleTo(actor: Actor, groups: readonly Group[]): SQL {
  if (has(actor, "admin")) return sql`true`
  const own = has(actor, "lead") ? eq(announcements.authorId, actor.id) : undefined
  const ids = groups.map(({ id }) => id)
  const drafted =
    ids.length > 0 ? and(among(announcements.groupId, ids), isNull(announcements.withdrawnAt)) : undefined
  return or(own, drafted, publishedFor(actor.departments, now())) ?? sql`false`
}

/** Published and meant for the person, whatever they may look after. */
export function publishedFor(departments: Open<readonly string[]>, at: Open<Date>): SQL {
  const own = unseen(departments, "uuid")
  const listed = sql`exists (select 1 from ${announcementDepartments}
    where ${announcementDepartments.announcementId} = ${announcements.id}
    and ${among(announcementDepartments.departmentId, own)})`
  const meant = or(eq(announcements.audience, "all"), listed)
  const isOut = and(
    isNull(announcements.withdrawnAt),
    eq(announcements.isDraft, false),
    lte(announcements.publishAt, at),
  )
  return sql`(cardinality(${own}) > 0 and ${and(isOut, meant)})`
}

/** An announcement that the person may see; 404 when it is missing or invisible. */
export async function accessAnnouncement(
  reader: Reader,
  actor: Actor,
  id: string,
  groups: readonly Group[],
): Promise<Announcement> {
  const [row] = await reader.select().from(announcements).where(eq(announcements.id, id))
  return seen(reader, actor, row, groups)
}

/** The same of a published one; 403 for whoever looks after it before, or when it is withdrawn. */
export async function accessPublished(reader: Reader, actor: Actor, id: string): Promise<Announcement> {
  const announcement = await accessAnnouncement(reader, actor, id, [])
  if (!isPublished(announcement)) throw forbidden()
  return announcement
}

/** The same for the people that it is meant for; 403 for whoever sees it only because they look after it. */
export async function accessAddressed(reader: Reader, actor: Actor, id: string): Promise<Announcement> {
  const announcement = await accessPublished(reader, actor, id)
  if (!isMeantFor(actor, announcement)) throw forbidden()
  return announcement
}

/** Loads an announcement for changing it and locks it: 404 when missing or invisible, 403 where `may` says no. */
export async function accessAnnouncementForChange(
  tx: Tx,
  actor: Actor,
  id: string,
  groups: readonly Group[],
  may: (actor: Actor, announcement: Announcement, groups: readonly Group[]) => boolean,
): Promise<Announcement> {
  const [row] = await tx.select().from(announcements).where(eq(announcements.id, id)).for("update")
  const announcement = await seen(tx, actor, row, groups)
  if (!may(actor, announcement, groups)) throw forbidden()
  return announcement
}

async function seen(
  reader: Reader,
  actor: Actor,
  row: typeof announcements.$inferSelect | undefined,
  groups: readonly Group[],
): Promise<Announcement> {
  if (!row) throw notFound()
  const listed = await reader
    .select({ id: announcementDepartments.departmentId })
    .from(announcementDepartments)
    .where(eq(announcementDepartments.announcementId, row.id))
  const announcement = { ...row, departmentIds: listed.map((department) => department.id) }
  if (!maySee(actor, announcement, groups)) throw notFound()
  return announcement
}
