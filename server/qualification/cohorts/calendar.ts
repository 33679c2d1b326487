import ical, {
  ICalAttendeeRole,
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from "ical-generator"
import type { Locale } from "../../kernel/actor.ts"
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
  /** When it was last changed: a calendar takes the newer of two. */
  changedAt: Date
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
  return { method, content: written(calendar) }
}

/**
 * What a calendar program subscribes to. It has no METHOD: each one (RFC 5546, 3.2.1) asks for an ORGANIZER, whose address
 * is nobody's business here. Not every program marks what is cancelled, so its title says so.
 */
export function feedOf(locale: Locale, entries: Entry[]): string {
  const { name, cancelled } = WORDS[locale]
  const calendar = emptyCalendar().name(name).ttl(3600)
  for (const entry of entries) {
    const title = entry.isCancelled ? `${cancelled}: ${entry.title}` : entry.title
    // Without a METHOD this is when the entry was changed, not when it is read (RFC 5545, 3.8.7.2).
    calendar.createEvent({ ...eventOf({ ...entry, title }), stamp: entry.changedAt })
  }
  return written(calendar)
}

const WORDS = {
  de: { name: "Lerngruppen", cancelled: "Abgesagt" },
  en: { name: "Cohorts", cancelled: "Cancelled" },
}

/** Every line ends with CRLF, the last one too (RFC 5545, 3.1). */
const written = (calendar: ICalCalendar) => `${calendar.toString()}\r\n`

const emptyCalendar = () => ical({ prodId: { company: "Fachforum", product: "Lerngruppen", language: "DE" } })

/** Times in UTC: every calendar shows them in its own zone, and none has to know ours. */
function eventOf(entry: Entry): ICalEventData {
  const { id, sequence, startsAt, endsAt, title, place, description, url, changedAt, isCancelled } = entry
  return {
    id,
    sequence,
    stamp: now(),
    lastModified: changedAt,
    start: startsAt,
    end: endsAt,
    summary: title,
    ...(place && { location: place }),
    ...(description && { description: { plain: description } }),
    url,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  }
}
