import { eq } from "drizzle-orm"
import { departmentExists } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import { audit } from "../kernel/audit.ts"
import { type Db, type Tx, transact } from "../kernel/database.ts"
import { forbidden, Refusal } from "../kernel/errors.ts"
import { renderMarkdown } from "../kernel/markdown.ts"
import { once } from "../kernel/submissions.ts"
import { dayOf, now } from "../kernel/time.ts"
import { type Announcement, accessAnnouncementForChange, isPublished, mayPublish } from "./policy.ts"
import type { EditedAnnouncement, NewAnnouncement } from "./schema.ts"
import { announcementDepartments, announcements } from "./tables.ts"

/** At once, or at the time that was chosen: from then on it is found by those it is meant for; no job is needed. */
export async function publishAnnouncement(
  db: Db,
  actor: Actor,
  input: NewAnnouncement,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    if (!mayPublish(actor)) throw forbidden()
    return once(tx, actor, input.key, ["announcement", input.title, input.body], async (id) => {
      const publishAt = timeOf(input.publishAt)
      const listed = await refuseFaults(tx, input, publishAt, [])
      const { audience, showUntil } = input
      await tx
        .insert(announcements)
        .values({ id, authorId: actor.id, ...renderedText(input), audience, publishAt, showUntil })
      await listDepartments(tx, id, listed)
      await record(tx, actor, "published", id, { audience, departmentIds: listed, publishAt, showUntil })
    })
  })
}

/** 409 `announcement.changed` with the newer text when somebody was faster. */
export async function editAnnouncement(
  db: Db,
  actor: Actor,
  id: string,
  input: EditedAnnouncement,
): Promise<void> {
  await transact(db, async (tx) => {
    const former = await accessAnnouncementForChange(tx, actor, id)
    if (former.withdrawnAt) throw new Refusal(409, "announcement.withdrawn")
    refuseStale(former, input.version)
    const publishAt = movedTime(former, input.publishAt)
    const listed = await refuseFaults(tx, input, publishAt, former.departmentIds)
    const { audience, showUntil } = input
    const version = former.version + 1
    await tx
      .update(announcements)
      .set({ ...renderedText(input), audience, publishAt, showUntil, version })
      .where(eq(announcements.id, id))
    await listDepartments(tx, id, listed)
    await record(tx, actor, "edited", id, { version, audience, departmentIds: listed, publishAt, showUntil })
  })
}

/** It disappears for everybody but those who look after it. Doing it twice changes nothing. */
export async function withdrawAnnouncement(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const announcement = await accessAnnouncementForChange(tx, actor, id)
    if (announcement.withdrawnAt) return
    await tx.update(announcements).set({ withdrawnAt: now() }).where(eq(announcements.id, id))
    await record(tx, actor, "withdrawn", id, {})
  })
}

/** A time that has passed is a mistake more often than it means "now". */
function timeOf(publishAt: string | null): Date {
  if (publishAt === null) return now()
  const time = new Date(publishAt)
  if (time < now()) throw new Refusal(422, "announcement.time-passed", "publishAt")
  return time
}

/** What people have read keeps its time; only a planned announcement can be moved. */
function movedTime(former: Announcement, publishAt: string | null | undefined): Date {
  const stays = publishAt === undefined || (publishAt !== null && sameMinute(publishAt, former.publishAt))
  if (stays || (publishAt === null && isPublished(former))) return former.publishAt
  if (isPublished(former)) throw new Refusal(409, "announcement.already-published", "publishAt")
  return timeOf(publishAt)
}

/** Forms know minutes only. */
const sameMinute = (text: string, time: Date) =>
  new Date(text).toISOString().slice(0, 16) === time.toISOString().slice(0, 16)

function refuseStale({ version, title, body }: Announcement, known: number): void {
  if (version !== known)
    throw new Refusal(409, "announcement.changed", undefined, { current: { version, title, body } })
}

/** @returns the departments it is meant for; none when it is meant for all */
async function refuseFaults(
  tx: Tx,
  { audience, departmentIds, showUntil }: NewAnnouncement | EditedAnnouncement,
  publishAt: Date,
  former: string[],
): Promise<string[]> {
  if (showUntil < dayOf(publishAt)) throw new Refusal(422, "announcement.shown-too-short", "showUntil")
  // Whoever ticked departments must not reach all of them by a box left where it was.
  if (audience === "all" && departmentIds.length > 0)
    throw new Refusal(422, "announcement.audience-unclear", "audience")
  if (audience === "listed" && departmentIds.length === 0)
    throw new Refusal(422, "announcement.audience-needed", "departmentIds")
  const listed = [...new Set(departmentIds)]
  // One that was archived since may stay.
  for (const departmentId of listed.filter((one) => !former.includes(one)))
    if (!(await departmentExists(tx, departmentId)))
      throw new Refusal(422, "department.unknown", "departmentIds")
  return listed
}

const renderedText = ({ title, body }: NewAnnouncement | EditedAnnouncement) => {
  return { title: title.trim(), body, html: renderMarkdown(body, "body") }
}

async function listDepartments(tx: Tx, announcementId: string, departmentIds: string[]): Promise<void> {
  await tx.delete(announcementDepartments).where(eq(announcementDepartments.announcementId, announcementId))
  if (departmentIds.length === 0) return
  await tx
    .insert(announcementDepartments)
    .values(departmentIds.map((departmentId) => ({ announcementId, departmentId })))
}

async function record(tx: Tx, actor: Actor, deed: string, id: string, detail: Record<string, unknown>) {
  await audit(tx, actor, {
    action: `announcement.${deed}`,
    subjectType: "announcement",
    subjectId: id,
    detail,
  })
}
