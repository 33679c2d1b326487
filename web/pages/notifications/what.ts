import type { Locale } from "../../../server/kernel/actor.ts"
import type { InboxEntry } from "../../../server/notifications/index.ts"
import { type Texts, texts } from "../../texts/index.ts"

type Entry = Pick<InboxEntry, "notice" | "kind">

/** Of what is new, what was written says more than why one hears of it. */
export const whatOf = ({ notifications: words }: Texts, { notice, kind }: Entry): string =>
  kind && WRITTEN.includes(notice) ? words.kinds[kind] : words.notices[notice]
const WRITTEN: InboxEntry["notice"][] = ["forum.answered", "forum.followed"]

/** Elsewhere the post is an old one, and its author nobody who did something now. */
export const isNew = ({ notice }: Entry): boolean => !ABOUT_OLD.includes(notice)
const ABOUT_OLD: InboxEntry["notice"][] = [
  "forum.accepted",
  "forum.passed-on",
  "forum.duplicate",
  "forum.closed",
  "forum.handed-over",
  "forum.outdated",
  "forum.hidden",
  "forum.redacted",
  "forum.reused",
  "forum.deputy",
  "forum.passed-to-us",
  "forum.wanted-soon",
  "forum.reported",
  "forum.review-soon",
  "forum.review-due",
]

/** The same words for mails. */
export const whatHappened = (locale: Locale, entry: Entry) => ({
  what: whatOf(texts(locale), entry),
  isNew: isNew(entry),
})
