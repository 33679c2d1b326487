import type { Actor } from "../../kernel/actor.ts"
import type { Reader, Tx } from "../../kernel/database.ts"
import type { Payload } from "../../kernel/jobs.ts"
import { notify, tellInbox } from "../../notifications/index.ts"
import { EVENT } from "./notices.ts"
import { type EventRecord, listAudience, listHolders, type Seen } from "./policy.ts"

type Told = Pick<EventRecord, "id" | "cohortId" | "audience"> & { departmentIds: string[] }

/** Whoever has it in their calendar: the audience and the cohort; nobody before the invitations went out. */
export async function audienceOf(reader: Reader, { event, departmentIds }: Seen): Promise<string[]> {
  return event.isInvited ? await peopleOf(reader, { ...event, departmentIds }) : []
}

async function peopleOf(reader: Reader, { cohortId, audience, departmentIds }: Told): Promise<string[]> {
  const audienceIds = await listAudience(reader, audience, departmentIds)
  return [...new Set([...audienceIds, ...(await listHolders(reader, cohortId))])]
}

/**
 * Puts the event as it is now into the calendars and inboxes: as an invitation for whoever is new to it, as a change for
 * the others, and as a cancellation for whoever it is no longer meant for.
 * @param before who had it in their calendar
 * @param news what changed for them, and how it was
 */
export async function tellEvent(
  tx: Tx,
  actor: Actor,
  event: Told,
  before: string[],
  news: Payload = {},
): Promise<void> {
  const eventId = event.id
  const present = await peopleOf(tx, event)
  const [had, has] = [new Set(before), new Set(present)]
  const fresh = present.filter((id) => !had.has(id))
  const stayed = news.changed ? before.filter((id) => has.has(id)) : []
  const gone = before.filter((id) => !has.has(id))
  await notify(tx, EVENT, [...fresh, ...gone], { eventId })
  await notify(tx, EVENT, stayed, { eventId, ...news })
  const told = [...fresh, ...stayed].filter((id) => id !== actor.id)
  await tellInbox(tx, { notice: "qualification.event", subjectId: eventId, groupId: eventId }, told)
}

/** What whoever comes has to know anew, as the mail names it; empty where a calendar has nothing to change. */
export function changesOf(
  former: EventRecord,
  present: Pick<EventRecord, "title" | "startsAt" | "endsAt" | "place" | "link">,
): string {
  const isMoved =
    Number(former.startsAt) !== Number(present.startsAt) || Number(former.endsAt) !== Number(present.endsAt)
  return [
    former.title !== present.title && "title",
    isMoved && "when",
    ...(["place", "link"] as const).map((name) => former[name] !== present[name] && name),
  ]
    .filter(Boolean)
    .join(",")
}
