/**
 * When the mail about something goes out, beside the entry in the inbox: within the next ten minutes with what else
 * happened there, with everything else of the day or the week, or never.
 */
const MAIL_TIMES = ["at-once", "daily", "weekly", "never"] as const
type MailTime = (typeof MAIL_TIMES)[number]

/** Why somebody is told something. Jobs, entries and settings hold the names, so they stay. */
type Reason = {
  /** When the mail goes out unless the person chose otherwise. */
  mail: MailTime
  /** Whether the person may choose otherwise. */
  isOptional: boolean
}

/** One row for each reason that has an entry in the inbox; the module in its name tells people of it. */
export const REASONS = {
  "forum.answered": { mail: "at-once", isOptional: true },
  "forum.asked-back": { mail: "at-once", isOptional: true },
  "forum.followed": { mail: "daily", isOptional: true },
  "forum.accepted": { mail: "daily", isOptional: true },
  "forum.passed-on": { mail: "at-once", isOptional: true },
  "forum.duplicate": { mail: "at-once", isOptional: true },
  "forum.closed": { mail: "at-once", isOptional: true },
  "forum.handed-over": { mail: "at-once", isOptional: true },
  "forum.outdated": { mail: "at-once", isOptional: true },
  "forum.hidden": { mail: "at-once", isOptional: true },
  "forum.redacted": { mail: "at-once", isOptional: true },
} as const satisfies Record<string, Reason>
