import { and, eq, inArray, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { open } from "../../kernel/statements.ts"
import { ENTRY_SUBJECT, type InboxFacts } from "../../notifications/index.ts"
import { visibleTo } from "./policy.ts"
import { events, objections } from "./tables.ts"

/** What entries of the inbox are about: events and objections, as far as the person sees the event now. */
export async function describeEventInbox(
  reader: Reader,
  actor: Actor,
  ids: string[],
): Promise<Map<string, InboxFacts>> {
  const visible = visibleTo(actor)
  const own = await reader
    .select({ id: events.id, title: events.title })
    .from(events)
    .where(and(inArray(events.id, ids), visible))
  const raised = await reader
    .select({ id: objections.id, eventId: events.id, title: objections.words, place: events.title })
    .from(objections)
    .innerJoin(events, eq(events.id, objections.eventId))
    .where(and(inArray(objections.id, ids), visible))
  return new Map([
    ...own.map(({ id, title }): [string, InboxFacts] => [
      id,
      { kind: null, title, address: `/infoveranstaltungen/${id}`, person: null, place: null, text: null },
    ]),
    ...raised.map(({ id, eventId, title, place }): [string, InboxFacts] => [
      id,
      {
        kind: null,
        title,
        address: `/infoveranstaltungen/${eventId}/einwaende#einwand-${id}`,
        person: null,
        place,
        text: null,
      },
    ]),
  ])
}

/** Whether the person who is `open("person")` may see now what an entry of their inbox is about: as it is described above. */
export const isToldOfEvent = sql`exists (select 1 from ${events}
  where ${events.id} = coalesce((select raised.event_id from ${objections} raised
      where raised.id = ${ENTRY_SUBJECT}), ${ENTRY_SUBJECT})
    and ${visibleTo({ id: open("person"), departments: open("departments") })})`
