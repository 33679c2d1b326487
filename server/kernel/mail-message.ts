import type { ListHeaders, SendMailOptions } from "nodemailer"
import { now } from "./time.ts"

/** An entry for the recipient's calendar (iCalendar, RFC 5545), which mail programs offer to take over. */
export type CalendarPart = { method: "REQUEST" | "CANCEL"; content: string }
export type MailKey = readonly [string, ...(string | number)[]]

/** How to get no more mails of this sort. */
export type Unsubscribing = {
  /** Where a mail program asks for it, in one `POST` and without a session (RFC 8058). */
  address: string
  /** Where the person chooses all mails. */
  page: string
}

export type Mail = {
  to: string
  subject: string
  text: string
  /** The same as HTML, for programs that show it. */
  html?: string
  calendar?: CalendarPart
  /** Where an answer goes; null where none is taken. */
  replyTo?: string | null
  /** What sort of mail it is, such as the reason for it: people sort by it in their mail programs. */
  listId?: string
  unsubscribe?: Unsubscribing | null
  /**
   * What makes this mail the one it is: kind, thing and person, or with what else there is one for each. The same key
   * is the same mail: it is sent once, and a repeat that could not be prevented has the same `Message-ID`.
   */
  key: MailKey
  /** What the mail is about, e.g. the question's id: mail programs put everything about it together. */
  about?: string
}

export type Sender = { name: string; address: string }
export type Envelope = Mail & {
  from: Sender
  messageId: string
  references: string | null
  /** The name of the installation's host, under which its lists are. */
  host: string
}

/** What became of a mail: the mail server's own words, or the file that it lies in. */
export type Receipt = { answer: string } | { file: string }
export type Carrier = (envelope: Envelope) => Promise<Receipt>

/** The message as it is sent, whichever way it goes. */
export function messageOf(envelope: Envelope): SendMailOptions {
  const { from, to, subject, text, html, calendar, messageId, references, replyTo } = envelope
  return {
    from,
    to,
    subject,
    text,
    messageId,
    date: now(),
    headers: headersOf(envelope),
    ...(html && { html }),
    ...(replyTo && { replyTo }),
    ...(references && { references, inReplyTo: references }),
    list: listOf(envelope),
    ...(calendar && { icalEvent: { ...calendar, filename: CALENDAR_NAME } }),
  }
}

const CALENDAR_NAME = "termin.ics"

/** RFC 2919 and RFC 2369. */
function listOf({ from, host, listId, unsubscribe }: Envelope): ListHeaders {
  const list: ListHeaders = {}
  if (listId) list.id = { url: `${listId}.${host}`, comment: from.name }
  if (unsubscribe) {
    list.unsubscribe = unsubscribe.address
    list.help = unsubscribe.page
  }
  return list
}

function headersOf({ unsubscribe }: Envelope): Record<string, string> {
  // Programs may ask by themselves only where nobody reads along.
  const isOneClick = unsubscribe?.address.startsWith("https:")
  return { ...AUTOMATIC, ...(isOneClick && { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }) }
}

/** Nobody is away from a mail that nobody wrote. */
const AUTOMATIC = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" }
