import { and, asc, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import type { Entry } from "../cohorts/calendar.ts"
import { type EventRecord, visibleTo } from "./policy.ts"
import { eventDepartments, events } from "./tables.ts"

export async function findStored(
  reader: Reader,
  id: string,
): Promise<{ event: EventRecord; departmentIds: string[] } | null> {
  const [event] = await reader.select().from(events).where(eq(events.id, id))
  if (!event) return null
  const listed = await reader
    .select({ id: eventDepartments.departmentId })
    .from(eventDepartments)
    .where(eq(eventDepartments.eventId, id))
  return { event, departmentIds: listed.map((department) => department.id) }
}

/** What stands in the calendar of somebody who sees it, once the invitations went out. */
export async function listEventEntries(reader: Reader, actor: Actor, publicUrl: string): Promise<Entry[]> {
  const rows = await reader
    .select()
    .from(events)
    .where(and(eq(events.isInvited, true), visibleTo(actor)))
    .orderBy(asc(events.startsAt), asc(events.id))
  return rows.map((event) => entryOfEvent(event, publicUrl))
}

export function entryOfEvent(event: EventRecord, publicUrl: string): Entry {
  const { id, sequence, startsAt, endsAt, title, place, link, changedAt, cancelledAt } = event
  const url = `${publicUrl}/infoveranstaltungen/${id}`
  const address = link.startsWith("/") ? `${publicUrl}${link}` : link
  return {
    id: `${id}@${new URL(publicUrl).hostname}`,
    sequence,
    startsAt,
    endsAt,
    title,
    place: place || address,
    description: [address, url].filter(Boolean).join("\n"),
    url,
    changedAt,
    isCancelled: cancelledAt !== null,
  }
}
