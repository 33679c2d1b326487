import { type Static, Type } from "typebox"
import { Choice, Closed } from "../../../kernel/schemas.ts"
import {
  NewJournalEntry,
  SavedImpulse,
  SharedImpulse,
  SharedJournalEntry,
} from "../../../qualification/own.ts"
import { NewEvidence, NewSelfRating } from "../../../qualification/proof.ts"
import { NewWorkProcess, OwnExperience } from "../../../qualification/work.ts"
import { StepName, Written } from "../../qualification/when.ts"
import { Competence, Key } from "../fields.ts"

const act = { by: Key, at: Written }

export const Start = Closed({
  experiences: Type.Array(Closed({ ...act, ...OwnExperience.properties })),
  processes: Type.Array(
    Closed({
      ...act,
      title: NewWorkProcess.properties.title,
      steps: NewWorkProcess.properties.steps,
      media: NewWorkProcess.properties.media,
      pain: NewWorkProcess.properties.pain,
      change: NewWorkProcess.properties.change,
    }),
  ),
})

const Impulse = Closed({
  ...act,
  step: StepName,
  state: SavedImpulse.properties.state,
  answers: SavedImpulse.properties.answers,
  sharedWith: Type.Optional(SharedImpulse.properties.with),
})
export const Impulses = Type.Array(Impulse)
export type SeedImpulse = Static<typeof Impulse>

const JournalEntry = Closed({
  ...act,
  about: Type.Optional(StepName),
  title: NewJournalEntry.properties.title,
  body: NewJournalEntry.properties.body,
  sharedWith: Type.Optional(SharedJournalEntry.properties.with),
})
export const Journal = Type.Array(JournalEntry)
export type SeedJournalEntry = Static<typeof JournalEntry>

const SelfRating = Closed({
  ...act,
  point: NewSelfRating.properties.point,
  /** By competence. */
  levels: Type.Record(Competence, Type.Integer(), { additionalProperties: false }),
  sentences: Type.Record(Competence, Type.String(), { additionalProperties: false, default: {} }),
})
export const SelfRatings = Type.Array(SelfRating)
export type SeedSelfRating = Static<typeof SelfRating>

const shows = {
  title: NewEvidence.properties.title,
  sentence: NewEvidence.properties.sentence,
  competences: NewEvidence.properties.competences,
}
/** A post of the forum by the key of its thread. */
const Own = Closed({ ...act, kind: NewEvidence.properties.kind, thread: Type.Optional(Key), ...shows })
/** A result of an own project, or an own entry of the journal, each by its title. */
const Taken = Closed({ ...act, source: Choice(["milestone", "journal"]), ...shows })
export const Evidence = Closed({ own: Type.Array(Own), taken: Type.Array(Taken, { default: [] }) })
export type SeedEvidence = Static<typeof Own>
export type SeedTakenEvidence = Static<typeof Taken>
