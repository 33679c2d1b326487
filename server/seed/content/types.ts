import type { Role } from "../../kernel/actor.ts"

/**
 * The day on which answers must be looked at again that a bill on housing benefit would change (BT-Drs. 21/8284,
 * first reading on 8 October 2026, to be in force from 2027). A fixed day: it does not move with the seed.
 */
export const LAW_MAY_CHANGE = "2026-12-15"

/**
 * The example content is a record of what people did. `server/seed/index.ts` plays it through the same actions
 * that people use. Everything refers to everything else by `key`. In the texts of a question `{Monat-2}` is the name
 * of the month two months before the question was asked, so that a story fits the day on which it is installed.
 */
export interface Moment {
  /** Whole days before the day of the seed, at least 1. */
  daysAgo: number
  /** Local time of the town, `HH:MM`, within office hours. */
  time: string
}

export interface SeedDepartment {
  key: string
  name: string
  short: string
  parent?: string
}

export interface SeedPerson {
  key: string
  displayName: string
  email: string
  departments: string[]
  roles: Role[]
  /** Shown beside the name on the sign-in page of the trial. */
  note: { de: string; en: string }
}

export type SeedAudience = "all" | string[]

export interface SeedCategory {
  key: string
  kind: "questions" | "best-practices"
  name: string
  description: string
  /** Markdown, shown while writing. */
  guide: string
  responsible?: string
  audience: SeedAudience
  parent?: string
}

export type SeedQuestionState = "open" | "in-progress" | "asked-back" | "answered" | "closed" | "duplicate"

interface SeedAttachment {
  name: string
  alt: string
  /** From `screenshot.ts`. */
  image: "screenshot"
}

export interface SeedQuestion extends Moment {
  key: string
  category: string
  author: string
  title: string
  /** Markdown. */
  body: string
  tags: string[]
  wantedInDays?: number
  /** Entered by a specialist together with its official answer: the first event has the same moment. */
  enteredWithAnswer?: boolean
  attachment?: SeedAttachment
  sameQuestionBy?: string[]
  /** In the order of time. */
  events: SeedEvent[]
  /** What all this must lead to; the tests of the content and of the seed hold it against the events. */
  endsAs: SeedQuestionState
  /** Whether the official answer must end up in the review list. */
  needsReview?: boolean
}

export type SeedEvent = Moment & SeedAct

/** `on` and `post` name the question itself (`"question"`), or the key of an answer or comment of this thread. */
type SeedAct =
  | { kind: "take"; by: string; note?: string }
  | { kind: "return"; by: string; note: string }
  | { kind: "handOver"; by: string; to: string; note: string }
  | { kind: "passOn"; by: string; to: string; note: string }
  | { kind: "askBack"; by: string; text: string }
  | { kind: "reply"; by: string; text: string }
  | { kind: "answer"; by: string; key: string; text: string }
  | OfficialAnswer
  | { kind: "accept"; by: string; answer: string }
  | { kind: "helpful"; by: string[]; answer: string }
  | { kind: "comment"; by: string; on: string; text: string; key?: string }
  | { kind: "reportOutdated"; by: string; answer: string; reason: string }
  | { kind: "close"; by: string }
  | { kind: "duplicateOf"; by: string; question: string }
  | { kind: "hide"; by: string; post: string; reason: string }

export interface OfficialAnswer {
  kind: "officialAnswer"
  by: string
  key: string
  text: string
  /** A day, `YYYY-MM-DD`: a fact about the law, so it does not move with the day of the seed. */
  legalStatusDate: string
  /** Counted from the day of the seed. Negative: has passed meanwhile, but lay ahead when the answer was given. */
  reviewInDays?: number
  /** A fixed day instead, `YYYY-MM-DD`: where the law itself is about to change. */
  reviewOn?: string
}

interface SeedComment extends Moment {
  by: string
  text: string
}

export interface SeedBestPractice extends Moment {
  key: string
  category: string
  author: string
  title: string
  tags: string[]
  /** The five sections are Markdown. */
  situation: string
  approach: string
  result: string
  pitfalls: string
  contact: string
  reusedBy: string[]
  helpfulBy: string[]
  comments: SeedComment[]
}

export interface SeedAnnouncement {
  key: string
  author: string
  title: string
  /** Markdown. */
  body: string
  audience: SeedAudience
  publishedDaysAgo: number
  /** Counted from the day of the seed: the start page shows it until then. */
  showForDays: number
}
