import { departmentExists } from "../accounts/index.ts"
import type { Tx } from "../kernel/database.ts"
import { Refusal } from "../kernel/errors.ts"
import { dayOf, now } from "../kernel/time.ts"
import { type Announcement, isPublished } from "./policy.ts"
import type { EditedAnnouncement, NewAnnouncement, NewGroupDraft } from "./schema.ts"

/** A time that has passed is a mistake more often than it means "now". */
export function timeOf(publishAt: string | null): Date {
  if (publishAt === null) return now()
  const time = new Date(publishAt)
  if (time < now()) throw new Refusal(422, "announcement.time-passed", "publishAt")
  return time
}

/** What people have read keeps its time; only a draft or a planned announcement can be moved. */
export function movedTime(former: Announcement, publishAt: string | null | undefined): Date {
  const stays = publishAt === undefined || (publishAt !== null && sameMinute(publishAt, former.publishAt))
  if (stays || (publishAt === null && isPublished(former))) return former.publishAt
  if (isPublished(former)) throw new Refusal(409, "announcement.already-published", "publishAt")
  return timeOf(publishAt)
}

/** Forms know minutes only. */
const sameMinute = (text: string, time: Date) =>
  new Date(text).toISOString().slice(0, 16) === time.toISOString().slice(0, 16)

export function refuseStale({ version, title, body }: Announcement, known: number): void {
  if (version !== known)
    throw new Refusal(409, "announcement.changed", undefined, { current: { version, title, body } })
}

/**
 * Those who are asked to acknowledge something stay the same, and so do the departments that are counted: two counts of
 * different audiences would tell about the few in whom these differ.
 */
export function refuseOtherAudience(former: Announcement, input: EditedAnnouncement): void {
  if (!isPublished(former)) return
  if (former.wantsAcknowledgement !== input.wantsAcknowledgement)
    throw new Refusal(409, "announcement.acknowledgement-fixed", "wantsAcknowledgement")
  if (!former.wantsAcknowledgement) return
  const isSame =
    former.audience === input.audience &&
    new Set([...former.departmentIds, ...input.departmentIds]).size === former.departmentIds.length &&
    former.departmentIds.every((id) => input.departmentIds.includes(id))
  if (!isSame) throw new Refusal(409, "announcement.audience-fixed", "audience")
}

type Addressed = Pick<
  NewAnnouncement | NewGroupDraft | EditedAnnouncement,
  "audience" | "departmentIds" | "showUntil"
>

/** @returns the departments it is meant for; none when it is meant for all */
export async function refuseFaults(
  tx: Tx,
  { audience, departmentIds, showUntil }: Addressed,
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
