import { type Static, Type } from "typebox"
import {
  AtVersion,
  Choice,
  Closed,
  Day,
  Id,
  Instant,
  Line,
  Named,
  Nullable,
  Text,
} from "../../kernel/schemas.ts"
import { CompetenceKey, CompetenceView, LevelNumber, Ratings } from "../competences/schema.ts"
import { EVIDENCE_KINDS } from "../evidence/tables.ts"
import { MemberName } from "../schema.ts"
import { TimerView } from "../timers/schema.ts"
import { SEATS } from "./policy.ts"

const Place = Type.Union([Line(200, 0)], { default: "" })

export const NewRounds = Closed("NewRounds", {
  /** Null: the date of the programme's assessment. */
  startsAt: Type.Union([Instant, Type.Null()], { default: null }),
  place: Place,
})
export type NewRounds = Static<typeof NewRounds>

export const EditedRound = Closed("EditedRound", {
  peerId: Nullable(Id),
  facilitatorId: Id,
  startsAt: Instant,
  place: Place,
  planVersion: Type.Integer({ minimum: 1 }),
})
export type EditedRound = Static<typeof EditedRound>

/** When and where it was to be before the latest change; null where nothing was moved, and once it has begun. */
const Former = Nullable(Closed("FormerDate", { startsAt: Instant, place: Type.String() }))

/** Who meets whom when: for the planning, and nothing of what is said there. */
export const RoundRow = Closed("RoundRow", {
  id: Id,
  learner: MemberName,
  peer: Nullable(MemberName),
  facilitator: MemberName,
  startsAt: Instant,
  place: Type.String(),
  former: Former,
  planVersion: Type.Integer(),
  /** Of the round that one sits in; null in the others. */
  seat: Nullable(Choice(SEATS, "AssessmentSeat")),
})
export type RoundRow = Static<typeof RoundRow>

export const RoundPlan = Closed("RoundPlan", {
  rounds: Type.Array(RoundRow),
  /** What is proposed for the learners without a round; empty for whoever does not plan. */
  proposal: Type.Array(
    Closed({
      learner: MemberName,
      peer: Nullable(MemberName),
      facilitator: MemberName,
      startsAt: Nullable(Instant),
    }),
  ),
  /** Of the programme's assessment, where it has one. */
  startsAt: Nullable(Instant),
  learners: Type.Array(MemberName),
  facilitators: Type.Array(MemberName),
  can: Closed({ plan: Type.Boolean() }),
})
export type RoundPlan = Static<typeof RoundPlan>

export const MOST_SITUATIONS = 3
const Words = Type.Union([Text(1500, 0)], { default: "" })
export const Situation = Closed("Situation", { deed: Words, novelty: Words, proof: Words })
export const EditedPreparation = Closed("EditedPreparation", {
  situations: Type.Array(Situation, { maxItems: MOST_SITUATIONS }),
  /** What is ticked to be shown with it; left out, it stays as it was. */
  evidenceIds: Type.Optional(Type.Array(Id, { maxItems: 100, uniqueItems: true })),
  formerRatings: Type.Optional(Type.Boolean()),
  version: Type.Integer({ minimum: 1 }),
})
export type EditedPreparation = Static<typeof EditedPreparation>

export const NewRelease = Closed("NewRelease", {
  evidenceIds: Type.Array(Id, { maxItems: 100, uniqueItems: true, default: [] }),
  /** Shows the self-rating, once both ratings are in. */
  ratings: Type.Boolean(),
  /** Shows where one began, too. */
  formerRatings: Type.Boolean(),
})
export type NewRelease = Static<typeof NewRelease>

export const NewRating = Closed("NewRating", {
  ratings: Ratings,
  /** Given away: from then on it stays, as soon as the other has submitted, too. */
  submit: Type.Boolean(),
  /** 0 for the first time. */
  version: Type.Integer({ minimum: 0 }),
})
export type NewRating = Static<typeof NewRating>

export const NewObservation = Closed("NewObservation", {
  competence: Type.Union([CompetenceKey, Type.Null()], { default: null }),
  text: Text(1500, 3),
})
export type NewObservation = Static<typeof NewObservation>

export const NewResult = Closed("NewResult", {
  competence: CompetenceKey,
  level: LevelNumber,
  /** Where the learner stood at the start; null: the certificate says nothing of it. */
  startLevel: Type.Union([LevelNumber, Type.Null()], { default: null }),
  reason: Words,
  evidence: Words,
  /** 0 for the first time. */
  version: Type.Integer({ minimum: 0 }),
})
export type NewResult = Static<typeof NewResult>

export const NewSentences = Closed("NewSentences", {
  sentences: Text(4000),
  version: Type.Integer({ minimum: 1 }),
})
export type NewSentences = Static<typeof NewSentences>

/** What one saw when one confirmed. */
export const NewConfirmation = AtVersion
export type NewConfirmation = Static<typeof NewConfirmation>

/** Null: no longer. */
export const NewThought = Closed("NewThought", { until: Nullable(Day) })
export type NewThought = Static<typeof NewThought>

const RatingView = Closed("Rating", {
  competence: Type.String(),
  level: Nullable(LevelNumber),
  sentence: Type.String(),
})
const ReleasedView = Closed("ReleasedAssessment", {
  situations: Type.Array(
    Closed("SituationText", { deed: Type.String(), novelty: Type.String(), proof: Type.String() }),
  ),
  ratings: Type.Array(RatingView),
  formerRatings: Type.Array(RatingView),
  evidence: Type.Array(
    Closed({
      id: Id,
      kind: Choice(EVIDENCE_KINDS, "EvidenceKind"),
      title: Type.String(),
      address: Type.String(),
      copy: Type.String(),
      sentence: Type.String(),
      competences: Type.Array(Type.String()),
    }),
  ),
})

const PHASES = ["preparing", "rating", "agreeing", "confirmed"] as const

export const AssessmentView = Closed("Assessment", {
  id: Id,
  cohort: Named,
  seat: Choice(SEATS, "AssessmentSeat"),
  learner: MemberName,
  peer: Nullable(MemberName),
  facilitator: MemberName,
  startsAt: Instant,
  place: Type.String(),
  former: Former,
  phase: Choice(PHASES),
  competences: Type.Array(CompetenceView),
  /** The learner's own draft; null for the others. */
  preparation: Nullable(
    Closed({
      situations: Type.Array(
        Closed("SituationText", { deed: Type.String(), novelty: Type.String(), proof: Type.String() }),
      ),
      evidenceIds: Type.Array(Id),
      formerRatings: Type.Boolean(),
      version: Type.Integer(),
      dropped: Type.Boolean(),
    }),
  ),
  released: Nullable(ReleasedView),
  /** The own rating, of learner and facilitator; before it is first kept, the learner's is their last self-rating. */
  ownRating: Nullable(
    Closed({ ratings: Type.Array(RatingView), submitted: Type.Boolean(), version: Type.Integer() }),
  ),
  /** Who has submitted a rating, without what is in it. */
  submitted: Closed("BothSides", { learner: Type.Boolean(), facilitator: Type.Boolean() }),
  /** Both, once both have submitted; null before, and after the working notes were deleted. */
  ratings: Nullable(Closed({ learner: Type.Array(RatingView), facilitator: Type.Array(RatingView) })),
  observations: Type.Array(
    Closed({
      id: Id,
      /** Null: a peer who has left. */
      by: Nullable(Type.String()),
      competence: Nullable(Type.String()),
      text: Type.String(),
      isMine: Type.Boolean(),
    }),
  ),
  results: Type.Array(
    Closed({
      competence: Type.String(),
      level: LevelNumber,
      startLevel: Nullable(LevelNumber),
      reason: Type.String(),
      evidence: Type.String(),
      version: Type.Integer(),
    }),
  ),
  timer: Nullable(TimerView),
  sentences: Type.String(),
  /** A wording made from the agreed levels. */
  proposedSentences: Type.String(),
  version: Type.Integer(),
  /** Who has confirmed this version. */
  confirmed: Closed("BothSides", { learner: Type.Boolean(), facilitator: Type.Boolean() }),
  /** A change undid a confirmation. */
  reopened: Type.Boolean(),
  thinking: Nullable(Closed({ name: Type.String(), until: Day, isMe: Type.Boolean() })),
  /** On this day the working notes are deleted. */
  notesUntil: Day,
  notesDeleted: Type.Boolean(),
  can: Closed({
    prepare: Type.Boolean(),
    release: Type.Boolean(),
    withdraw: Type.Boolean(),
    begin: Type.Boolean(),
    rate: Type.Boolean(),
    observe: Type.Boolean(),
    agree: Type.Boolean(),
    word: Type.Boolean(),
    /** Everything is agreed, with a reason or evidence, and worded, and one has not confirmed yet. */
    confirm: Type.Boolean(),
    think: Type.Boolean(),
  }),
})
export type AssessmentView = Static<typeof AssessmentView>
