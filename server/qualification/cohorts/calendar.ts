import ical, {
  ICalAttendeeRole,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from "ical-generator"
import { mailAddress } from "../../kernel/addresses.ts"
import type { CalendarPart } from "../../kernel/mail.ts"
import { now } from "../../kernel/time.ts"

/** A session as a calendar holds it. The `id` stays the same, and `sequence` rises with every change. */
export type Entry = {
  id: string
  sequence: number
  startsAt: Date
  endsAt: Date
  title: string
  place: string
  description: string
  url: string
  isCancelled: boolean
}
export type Mailbox = { name: string; email: string }

/** What goes to one person: nobody else's address stands in it, and no reply is asked for. */
export function invitationPart(entry: Entry, organizer: Mailbox, attendee: Mailbox): CalendarPart {
  const method = entry.isCancelled ? "CANCEL" : "REQUEST"
  const calendar = emptyCalendar().method(ICalCalendarMethod[method])
  const [from, to] = [organizer, attendee].map(({ name, email }) => ({ name, email: mailAddress(email) }))
  calendar.createEvent({
    ...eventOf(entry),
    ...(from && { organizer: from }),
    ...(to && { attendees: [{ ...to, role: ICalAttendeeRole.REQ, rsvp: false }] }),
  })
  return { method, content: calendar.toString() }
}

/** What a calendar program subscribes to. */
export function feedOf(name: string, entries: Entry[]): string {
  const calendar = emptyCalendar().method(ICalCalendarMethod.PUBLISH).name(name).ttl(3600)
  for (const entry of entries) calendar.createEvent(eventOf(entry))
  return calendar.toString()
}

const emptyCalendar = () => ical({ prodId: { company: "Fachforum", product: "Lerngruppen", language: "DE" } })

/** Times in UTC: every calendar shows them in its own zone, and none has to know ours. */
function eventOf(entry: Entry): ICalEventData {
  const { id, sequence, startsAt, endsAt, title, place, description, url, isCancelled } = entry
  return {
    id,
    sequence,
    stamp: now(),
    start: startsAt,
    end: endsAt,
    summary: title,
    ...(place && { location: place }),
    ...(description && { description: { plain: description } }),
    url,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  }
}
