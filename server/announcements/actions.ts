import { eq } from "drizzle-orm"
import { findActors } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import { auditOf } from "../kernel/audit.ts"
import { type Db, type Tx, transact } from "../kernel/database.ts"
import { forbidden, Refusal } from "../kernel/errors.ts"
import { renderMarkdown } from "../kernel/markdown.ts"
import { once } from "../kernel/submissions.ts"
import { now } from "../kernel/time.ts"
import { tellInbox } from "../notifications/index.ts"
import { movedTime, refuseFaults, refuseOtherAudience, refuseStale, timeOf } from "./checks.ts"
import type { Outside } from "./outside.ts"
import {
  type Announcement,
  accessAnnouncementForChange,
  accessDraftingGroup,
  isPublished,
  mayEdit,
  mayManage,
  mayPublish,
  mayRelease,
} from "./policy.ts"
import type { EditedAnnouncement, NewAnnouncement, NewGroupDraft, Withdrawal } from "./schema.ts"
import { announcementDepartments, announcements, announcementVersions } from "./tables.ts"
import { tellAudience, untellAudience } from "./telling.ts"

export const record = auditOf("announcement")

/** At once, at the time that was chosen, or as a draft that is released later. */
export async function publishAnnouncement(
  db: Db,
  actor: Actor,
  input: NewAnnouncement,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    if (!mayPublish(actor)) throw forbidden()
    return once(tx, actor, input.key, ["announcement", input.title, input.body], async (id) => {
      const announcement = await writeFirst(tx, actor, id, { ...input, group: null })
      if (!input.draft) await published(tx, actor, announcement)
    })
  })
}

/** What a learning group drafts: its managers are told, and one of them releases it. */
export async function draftForGroup(
  db: Db,
  outside: Outside,
  actor: Actor,
  input: NewGroupDraft,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const group = await accessDraftingGroup(tx, outside, actor, input.groupId)
    return once(tx, actor, input.key, ["announcement", group.id, input.title, input.body], async (id) => {
      await writeFirst(tx, actor, id, { ...input, draft: true, group })
      await tellReleasers(tx, outside, actor, id, group.id)
    })
  })
}

export async function tellReleasers(
  tx: Tx,
  outside: Outside,
  actor: Actor,
  id: string,
  groupId: string,
): Promise<void> {
  const managers = await findActors(tx, await outside.releasersOf(tx, groupId))
  const releasers = managers.filter((manager) => manager.id !== actor.id && mayPublish(manager))
  const news = { notice: "announcements.drafted", subjectId: id, groupId: id } as const
  await tellInbox(
    tx,
    news,
    releasers.map((manager) => manager.id),
  )
}

/** 409 `announcement.changed` with the newer text when somebody was faster. */
export async function editAnnouncement(
  db: Db,
  outside: Outside,
  actor: Actor,
  id: string,
  input: EditedAnnouncement,
): Promise<void> {
  await transact(db, async (tx) => {
    const groups = await outside.groupsOf(tx, actor)
    const former = await accessAnnouncementForChange(tx, actor, id, groups, mayEdit)
    if (former.withdrawnAt) throw new Refusal(409, "announcement.withdrawn")
    refuseStale(former, input.version)
    refuseOtherAudience(former, input)
    const publishAt = movedTime(former, input.publishAt)
    const listed = await refuseFaults(tx, input, publishAt, former.departmentIds)
    const rollOut = await rollOutOf(tx, outside, actor, former, input)
    const { audience, showUntil } = input
    const version = former.version + 1
    const written = { ...writtenIn(input), ...rollOut, publishAt, version }
    await tx.update(announcements).set(written).where(eq(announcements.id, id))
    await listDepartments(tx, id, listed)
    await keepVersion(tx, actor, id, version, input)
    await record(tx, actor, "edited", id, { version, audience, departmentIds: listed, publishAt, showUntil })
    const edited = { ...former, ...written }
    if (isPublished(edited)) await tellAudience(tx, edited)
  })
}

/** From a draft to what people read: at the time that was wished for, or now where that has passed. */
export async function releaseAnnouncement(
  db: Db,
  outside: Outside,
  actor: Actor,
  id: string,
  version: number,
): Promise<void> {
  await transact(db, async (tx) => {
    const groups = await outside.groupsOf(tx, actor)
    const draft = await accessAnnouncementForChange(tx, actor, id, groups, mayRelease)
    if (draft.withdrawnAt) throw new Refusal(409, "announcement.withdrawn")
    refuseStale(draft, version)
    const publishAt = draft.publishAt > now() ? draft.publishAt : now()
    await refuseFaults(tx, draft, publishAt, draft.departmentIds)
    const released = { isDraft: false, authorId: actor.id, publishAt, releasedVersion: version }
    await tx.update(announcements).set(released).where(eq(announcements.id, id))
    await published(tx, actor, { ...draft, ...released })
  })
}

/** It disappears for everybody but those who look after it. Doing it twice changes nothing. */
export async function withdrawAnnouncement(
  db: Db,
  actor: Actor,
  id: string,
  { reason }: Withdrawal,
): Promise<void> {
  await transact(db, async (tx) => {
    const announcement = await accessAnnouncementForChange(tx, actor, id, [], mayManage)
    if (announcement.withdrawnAt) return
    await tx
      .update(announcements)
      .set({ withdrawnAt: now(), withdrawalReason: reason })
      .where(eq(announcements.id, id))
    await untellAudience(tx, announcement)
    await record(tx, actor, "withdrawn", id)
  })
}

type First = Omit<NewAnnouncement, "key"> & { group: { id: string; name: string } | null }
type More = Partial<Pick<Announcement, "kind" | "startOn" | "categoryIds">>

export async function writeFirst(tx: Tx, actor: Actor, id: string, input: First, more: More = {}) {
  const publishAt = timeOf(input.publishAt)
  const listed = await refuseFaults(tx, input, publishAt, [])
  const { draft: isDraft, group } = input
  const [written] = await tx
    .insert(announcements)
    .values({
      ...writtenIn(input),
      ...more,
      id,
      authorId: actor.id,
      groupId: group?.id ?? null,
      groupName: group?.name ?? null,
      isDraft,
      publishAt,
    })
    .returning()
  if (!written) throw new Error("a row was expected")
  await listDepartments(tx, id, listed)
  await keepVersion(tx, actor, id, 1, input)
  return { ...written, departmentIds: listed }
}

/** Goes out now, or by the timed job. */
async function published(tx: Tx, actor: Actor, announcement: Announcement): Promise<void> {
  const { id, audience, departmentIds, publishAt, showUntil } = announcement
  await record(tx, actor, "published", id, { audience, departmentIds, publishAt, showUntil })
  if (isPublished(announcement)) await tellAudience(tx, announcement)
}

/** What only a roll-out has; categories that the person does not see stay as they are. */
async function rollOutOf(
  tx: Tx,
  outside: Outside,
  actor: Actor,
  { kind, startOn, categoryIds }: Announcement,
  input: EditedAnnouncement,
): Promise<Pick<Announcement, "startOn" | "categoryIds">> {
  if (kind !== "roll-out") {
    if (input.startOn !== undefined || input.categoryIds.length > 0)
      throw new Refusal(422, "announcement.no-roll-out", "startOn")
    return { startOn, categoryIds }
  }
  const seen = new Set((await outside.categoriesOf(tx, actor)).map(({ id }) => id))
  if (input.categoryIds.some((id) => !seen.has(id))) throw new Refusal(422, "category.unknown", "categoryIds")
  const unseen = categoryIds.filter((id) => !seen.has(id))
  return {
    startOn: input.startOn ?? startOn,
    categoryIds: [...unseen, ...new Set(input.categoryIds)],
  }
}

const writtenIn = (input: NewAnnouncement | EditedAnnouncement | First) => {
  const { title, body, audience, showUntil, link, takesComments, wantsAcknowledgement } = input
  const html = renderMarkdown(body, "body")
  return { title: title.trim(), body, html, audience, showUntil, link, takesComments, wantsAcknowledgement }
}

async function keepVersion(
  tx: Tx,
  actor: Actor,
  announcementId: string,
  version: number,
  { title, body }: { title: string; body: string },
): Promise<void> {
  await tx
    .insert(announcementVersions)
    .values({ announcementId, version, editorId: actor.id, at: now(), title: title.trim(), body })
}

async function listDepartments(tx: Tx, announcementId: string, departmentIds: string[]): Promise<void> {
  await tx.delete(announcementDepartments).where(eq(announcementDepartments.announcementId, announcementId))
  if (departmentIds.length === 0) return
  await tx
    .insert(announcementDepartments)
    .values(departmentIds.map((departmentId) => ({ announcementId, departmentId })))
}
