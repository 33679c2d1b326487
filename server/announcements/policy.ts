import { and, eq, isNull, lte, or, type SQL, sql } from "drizzle-orm"
import { type Actor, has } from "../kernel/actor.ts"
import type { Tx } from "../kernel/database.ts"
import { forbidden, notFound } from "../kernel/errors.ts"
import { among, type Open, unseen } from "../kernel/statements.ts"
import { now } from "../kernel/time.ts"
import { announcementDepartments, announcements } from "./tables.ts"

export type Announcement = typeof announcements.$inferSelect & { departmentIds: string[] }
type Placed = Pick<Announcement, "authorId" | "audience" | "publishAt" | "withdrawnAt" | "departmentIds">

export const mayPublish = (actor: Actor) => has(actor, "lead") || has(actor, "admin")

/**
 * A lead looks after the announcements of their own, the administration after all of them, and whoever looks after
 * one sees it at any time: planned, withdrawn, and meant for other departments.
 */
export const mayManage = (actor: Actor, { authorId }: Pick<Announcement, "authorId">) =>
  has(actor, "admin") || (has(actor, "lead") && authorId === actor.id)

/** "All" are the people of all departments; without one, nothing here is meant for a person. */
const isMeantFor = (actor: Actor, { audience, departmentIds }: Placed) =>
  audience === "all"
    ? actor.departments.length > 0
    : departmentIds.some((departmentId) => actor.departments.includes(departmentId))

export const isPublished = ({ publishAt, withdrawnAt }: Pick<Placed, "publishAt" | "withdrawnAt">) =>
  withdrawnAt === null && publishAt <= now()

const maySee = (actor: Actor, announcement: Placed) =>
  mayManage(actor, announcement) || (isPublished(announcement) && isMeantFor(actor, announcement))

/** The same as `maySee`, as a condition on `announcements`; a test holds the two together. */
export function visibleTo(actor: Actor): SQL {
  if (has(actor, "admin")) return sql`true`
  const own = has(actor, "lead") ? eq(announcements.authorId, actor.id) : undefined
  return or(own, publishedFor(actor.departments, now())) ?? sql`false`
}

/** Published and meant for the person, whatever they may look after. */
export function publishedFor(departments: Open<readonly string[]>, at: Open<Date>): SQL {
  const own = unseen(departments, "uuid")
  const listed = sql`exists (select 1 from ${announcementDepartments}
    where ${announcementDepartments.announcementId} = ${announcements.id}
    and ${among(announcementDepartments.departmentId, own)})`
  const meant = or(eq(announcements.audience, "all"), listed)
  return sql`(cardinality(${own}) > 0 and
    ${and(isNull(announcements.withdrawnAt), lte(announcements.publishAt, at), meant)})`
}

/** Loads an announcement for changing it and locks it: 404 when missing or invisible, 403 when it is somebody else's. */
export async function accessAnnouncementForChange(tx: Tx, actor: Actor, id: string): Promise<Announcement> {
  const rows = await tx.select().from(announcements).where(eq(announcements.id, id)).for("update")
  const row = rows[0]
  if (!row) throw notFound()
  const listed = await tx
    .select({ id: announcementDepartments.departmentId })
    .from(announcementDepartments)
    .where(eq(announcementDepartments.announcementId, id))
  const announcement = { ...row, departmentIds: listed.map((department) => department.id) }
  if (!maySee(actor, announcement)) throw notFound()
  if (!mayManage(actor, announcement)) throw forbidden()
  return announcement
}
