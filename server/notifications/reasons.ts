/**
 * When the mail about something goes out, beside the entry in the inbox: within the next ten minutes with what else
 * happened there, with everything else of the day or the week, or never.
 */
export const MAIL_TIMES = ["at-once", "daily", "weekly", "never"] as const
export type MailTime = (typeof MAIL_TIMES)[number]

/** The people whom something concerns; the texts say who they are. */
export type Audience =
  | "askers"
  | "author"
  | "department"
  | "specialist"
  | "mentioned"
  | "followers"
  | "audience"
  | "participants"
  | "learners"
  | "facilitators"
  | "managers"
  | "administrators"

/** Why somebody is told something. Jobs, entries and settings hold the names, so they stay. */
type Reason = {
  /** Whom it concerns: the one who did it is never told. */
  who: Audience
  /** When the mail goes out unless the person chose otherwise. */
  mail: MailTime
  /** Whether the person may choose otherwise. */
  isOptional: boolean
  /** Its mail at once says that it happened and no more, whatever is ordered: what it is about is the person's alone. */
  isDiscreet?: true
}

/** One row for each reason that has an entry in the inbox; the module in its name tells people of it. */
const REASONS = {
  "forum.answered": { who: "askers", mail: "at-once", isOptional: true },
  "forum.asked-back": { who: "askers", mail: "at-once", isOptional: true },
  "forum.mentioned": { who: "mentioned", mail: "at-once", isOptional: true },
  "forum.followed": { who: "followers", mail: "daily", isOptional: true },
  "forum.accepted": { who: "author", mail: "daily", isOptional: true },
  "forum.passed-on": { who: "askers", mail: "at-once", isOptional: true },
  "forum.duplicate": { who: "askers", mail: "at-once", isOptional: true },
  "forum.closed": { who: "askers", mail: "at-once", isOptional: true },
  "forum.handed-over": { who: "specialist", mail: "at-once", isOptional: true },
  "forum.outdated": { who: "author", mail: "at-once", isOptional: true },
  "forum.hidden": { who: "author", mail: "at-once", isOptional: true },
  "forum.redacted": { who: "author", mail: "at-once", isOptional: true },
  "forum.commented": { who: "author", mail: "daily", isOptional: true },
  "forum.reused": { who: "author", mail: "daily", isOptional: true },
  "forum.deputy": { who: "specialist", mail: "at-once", isOptional: true },
  "forum.new-question": { who: "department", mail: "daily", isOptional: true },
  "forum.passed-to-us": { who: "department", mail: "daily", isOptional: true },
  "forum.replied": { who: "department", mail: "daily", isOptional: true },
  "forum.wanted-soon": { who: "department", mail: "daily", isOptional: true },
  "forum.reported": { who: "department", mail: "daily", isOptional: true },
  "forum.review-soon": { who: "department", mail: "daily", isOptional: true },
  "forum.review-due": { who: "department", mail: "daily", isOptional: true },
  "qualification.task": { who: "learners", mail: "daily", isOptional: true },
  "qualification.project-joined": { who: "learners", mail: "daily", isOptional: true },
  "qualification.project-comment": { who: "learners", mail: "daily", isOptional: true },
  "qualification.report-approval": { who: "learners", mail: "daily", isOptional: true },
  "qualification.impulse": { who: "learners", mail: "daily", isOptional: true },
  "qualification.minutes": { who: "learners", mail: "daily", isOptional: true },
  "qualification.plan": { who: "learners", mail: "daily", isOptional: true },
  "qualification.agreement-answered": { who: "learners", mail: "at-once", isOptional: true },
  "qualification.certificate": { who: "learners", mail: "at-once", isOptional: true, isDiscreet: true },
  "qualification.project-submitted": { who: "facilitators", mail: "at-once", isOptional: true },
  "qualification.ballot": { who: "facilitators", mail: "at-once", isOptional: true },
  "qualification.round-ready": { who: "facilitators", mail: "at-once", isOptional: true },
  // Learners wait for the answer.
  "qualification.agreement-submitted": { who: "managers", mail: "at-once", isOptional: false },
  "qualification.report": { who: "managers", mail: "at-once", isOptional: true },
  "accounts.job-given-up": { who: "administrators", mail: "at-once", isOptional: true },
  "accounts.index-behind": { who: "administrators", mail: "at-once", isOptional: true },
  "accounts.badge-key": { who: "administrators", mail: "at-once", isOptional: true },
  "accounts.webhook-stopped": { who: "administrators", mail: "at-once", isOptional: true },
  "accounts.mail-failed": { who: "administrators", mail: "at-once", isOptional: false },
  "announcements.published": { who: "audience", mail: "at-once", isOptional: true },
  "announcements.reminder": { who: "audience", mail: "at-once", isOptional: true },
  "announcements.drafted": { who: "managers", mail: "at-once", isOptional: true },
  "announcements.commented": { who: "author", mail: "daily", isOptional: true },
  "conversations.message": { who: "participants", mail: "daily", isOptional: true },
  "accounts.mail-set-aside": { who: "administrators", mail: "at-once", isOptional: false },
  "accounts.virus-scanner": { who: "administrators", mail: "at-once", isOptional: true },
  "accounts.file-infected": { who: "administrators", mail: "at-once", isOptional: true },
  "files.infected": { who: "author", mail: "at-once", isOptional: true, isDiscreet: true },
  // The mail that puts the date into the calendar is one of its own.
  "qualification.event": { who: "audience", mail: "never", isOptional: false },
} as const satisfies Record<string, Reason>
export type InboxNotice = keyof typeof REASONS

/** Stands for all reasons for which somebody chose nothing of its own. */
export const EVERY = "*"

/** In the order in which they are listed. */
export const INBOX_NOTICES = Object.keys(REASONS) as InboxNotice[]
export const reasonOf = (notice: InboxNotice): Reason => REASONS[notice]
/** Those for which people choose when the mail goes out. */
export const OPTIONAL_NOTICES = INBOX_NOTICES.filter((notice) => reasonOf(notice).isOptional)
