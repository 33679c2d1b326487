import { type Static, Type } from "typebox"
import { Choice, Closed, Id, Instant, Nullable } from "../../kernel/schemas.ts"
import { HtmlByField } from "../schema.ts"
import { IMPULSE_STATES, SHARED_WITH } from "./tables.ts"

export const MOST_QUESTIONS = 30
/** The longest answer by kind of question. */
export const LONGEST_ANSWER = { line: 300, text: 10_000, choice: 300 } as const

const Answers = Type.Array(Type.String({ maxLength: LONGEST_ANSWER.text }), { maxItems: MOST_QUESTIONS })

/** One answer for each question, empty where nothing was written; without a form one free answer. */
export const SavedImpulse = Closed("SavedImpulse", {
  state: Choice(IMPULSE_STATES, "ImpulseState"),
  answers: Answers,
  /** 0 for the first time. */
  version: Type.Integer({ minimum: 0 }),
})
export type SavedImpulse = Static<typeof SavedImpulse>

export const SharedImpulse = Closed("SharedImpulse", {
  with: Choice(SHARED_WITH, "ImpulseAudience"),
  /** Of the answer as the person has it before their eyes. */
  version: Type.Integer({ minimum: 1 }),
})
export type SharedImpulse = Static<typeof SharedImpulse>

const Shown = {
  id: Id,
  title: Type.String(),
  minutes: Type.Integer(),
  voluntary: Type.Boolean(),
  releaseAt: Instant,
  /** Facilitators see it, learners do not yet. */
  planned: Type.Boolean(),
  cancelled: Type.Boolean(),
}

export const ImpulseRow = Closed("ImpulseRow", {
  ...Shown,
  /** Of the learner who reads; null where there is nothing yet. */
  state: Nullable(Choice(IMPULSE_STATES, "ImpulseState")),
  sharedWith: Nullable(Choice(SHARED_WITH, "ImpulseAudience")),
})
export type ImpulseRow = Static<typeof ImpulseRow>

const Question = Closed("ImpulseQuestion", {
  label: Type.String(),
  kind: Choice(["line", "text", "choice"], "ImpulseQuestionKind"),
  options: Type.Array(Type.String()),
})

const OwnAnswer = Closed("OwnAnswer", {
  state: Choice(IMPULSE_STATES, "ImpulseState"),
  answers: Type.Array(Type.String()),
  sharedWith: Nullable(Choice(SHARED_WITH, "ImpulseAudience")),
  /** The copy that the others read. */
  sharedAnswers: Nullable(Type.Array(Type.String())),
  version: Type.Integer(),
})
export type OwnAnswer = Static<typeof OwnAnswer>

/** A question of the forum that the learner may see and that waits for an answer. */
export const OfferedQuestion = Closed("OfferedQuestion", {
  title: Type.String(),
  category: Type.String(),
  address: Type.String(),
})
export type OfferedQuestion = Static<typeof OfferedQuestion>

export const ImpulseView = Closed("Impulse", {
  ...Shown,
  cohortId: Id,
  /** Markdown. */
  contents: Type.String(),
  materials: Type.String(),
  tasks: Type.String(),
  html: HtmlByField,
  /** Empty for a free answer. */
  questions: Type.Array(Question),
  own: Nullable(OwnAnswer),
  /** What others shared with the person who reads. */
  shared: Type.Array(Closed({ name: Type.String(), answers: Type.Array(Type.String()) })),
  /** Null where the impulse offers none. */
  openQuestions: Nullable(Type.Array(OfferedQuestion)),
  can: Closed({ answer: Type.Boolean() }),
})
export type ImpulseView = Static<typeof ImpulseView>
