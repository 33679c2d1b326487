import { type Static, Type } from "typebox"
import type { ContentFolder } from "../../kernel/content-folder.ts"
import { Choice, Closed, Day, Line } from "../../kernel/schemas.ts"
import { Key, Keys, Markdown, moment, Name } from "./fields.ts"

const STATES = ["open", "in-progress", "asked-back", "answered", "closed", "duplicate"] as const
export type SeedQuestionState = (typeof STATES)[number]

const Question = Closed({
  title: Name,
  category: Key,
  author: Key,
  ...moment,
  tags: Type.Array(Name),
  /** Counted from the day of the seed. */
  wantedInDays: Type.Optional(Type.Integer()),
  attachment: Type.Optional(Closed({ picture: Name, alt: Line(1000) })),
  sameQuestionBy: Type.Optional(Keys),
  /** Entered by a specialist together with its official answer: the first event has the same moment. */
  enteredWithAnswer: Type.Optional(Type.Boolean()),
  /** What all this must lead to; the tests of the content and of the seed hold it against the events. */
  endsAs: Choice(STATES),
  /** Whether the official answer must end up in the review list. */
  needsReview: Type.Optional(Type.Boolean()),
  text: Markdown,
})

const act = { by: Key, ...moment }

/** `on` and `post` name the question itself (`question`), or the key of an answer or comment of this thread. */
const EVENTS = {
  take: Closed({ kind: Type.Literal("take"), ...act, text: Type.Optional(Markdown) }),
  return: Closed({ kind: Type.Literal("return"), ...act, text: Markdown }),
  handOver: Closed({ kind: Type.Literal("handOver"), ...act, to: Key, text: Markdown }),
  passOn: Closed({ kind: Type.Literal("passOn"), ...act, to: Key, text: Markdown }),
  askBack: Closed({ kind: Type.Literal("askBack"), ...act, text: Markdown }),
  reply: Closed({ kind: Type.Literal("reply"), ...act, text: Markdown }),
  answer: Closed({ kind: Type.Literal("answer"), ...act, key: Key, text: Markdown }),
  officialAnswer: Closed({
    kind: Type.Literal("officialAnswer"),
    ...act,
    key: Key,
    /** A fact about the law, so it does not move with the day of the seed. */
    legalStatusDate: Day,
    /** Counted from the day of the seed. Negative: has passed meanwhile, but lay ahead when the answer was given. */
    reviewInDays: Type.Optional(Type.Integer()),
    /** A fixed day instead: where the law itself is about to change. */
    reviewOn: Type.Optional(Day),
    text: Markdown,
  }),
  accept: Closed({ kind: Type.Literal("accept"), ...act, answer: Key }),
  helpful: Closed({ kind: Type.Literal("helpful"), by: Keys, ...moment, answer: Key }),
  comment: Closed({
    kind: Type.Literal("comment"),
    ...act,
    on: Key,
    key: Type.Optional(Key),
    text: Markdown,
  }),
  reportOutdated: Closed({ kind: Type.Literal("reportOutdated"), ...act, answer: Key, text: Markdown }),
  close: Closed({ kind: Type.Literal("close"), ...act }),
  duplicateOf: Closed({ kind: Type.Literal("duplicateOf"), ...act, question: Key }),
  hide: Closed({ kind: Type.Literal("hide"), ...act, post: Key, text: Markdown }),
}

/** In the order of time. */
export type SeedEvent = Static<(typeof EVENTS)[keyof typeof EVENTS]>
export type OfficialAnswer = Static<typeof EVENTS.officialAnswer>
export type SeedQuestion = Static<typeof Question> & { key: string; events: SeedEvent[] }

/**
 * A question and what becomes of it, a file each. In its texts `{Monat-2}` is the name of the month two months before
 * the question was asked, so that a story fits the day on which it is installed.
 */
export const readQuestions = (folder: ContentFolder): SeedQuestion[] =>
  folder.namesIn("questions").map((key) => {
    const { head, parts } = folder.parts(`questions/${key}.md`, Question, EVENTS)
    return { key, ...head, events: parts }
  })
