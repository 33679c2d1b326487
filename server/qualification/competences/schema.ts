import { type Static, Type } from "typebox"
import { Choice, Closed, Line, Nullable } from "../../kernel/schemas.ts"
import {
  COMPETENCE_KEYS,
  FEWEST_COMPETENCES,
  FOUNDATIONS,
  HIGHEST_LEVEL,
  MOST_COMPETENCES,
} from "./frameworks/index.ts"
import { POINTS, RATED_POINTS } from "./tables.ts"

export const CompetenceKey = Choice(COMPETENCE_KEYS, "CompetenceKey")
export const LevelNumber = Type.Integer({ minimum: 0, maximum: HIGHEST_LEVEL })

const LevelView = Closed("Level", {
  level: LevelNumber,
  name: Type.String(),
  /** The same for all competences: how difficult, how much alone. */
  meaning: Type.String(),
  /** What somebody at this level does in this competence, as the end of a sentence; null at 0. */
  doing: Nullable(Type.String()),
})

export const CompetenceView = Closed("Competence", {
  key: CompetenceKey,
  framework: Type.String(),
  version: Type.String(),
  id: Type.String(),
  area: Type.String(),
  name: Type.String(),
  /** The same in everyday words; null where the name is plain. */
  plain: Nullable(Type.String()),
  levels: Type.Array(LevelView),
})
export type CompetenceView = Static<typeof CompetenceView>

export const ChoiceView = Closed("Choice", {
  competences: Type.Array(CompetenceView),
  /** 0 while nobody has chosen and the default holds. */
  version: Type.Integer(),
  /** What the programme is built on: from this and from the software's own competences can be chosen. */
  foundation: Choice(FOUNDATIONS, "Foundation"),
  /** An assessment of the cohort is under way, so the choice stays as it is. */
  fixed: Type.Boolean(),
  can: Closed({ choose: Type.Boolean() }),
})
export type ChoiceView = Static<typeof ChoiceView>

export const NewChoice = Closed("NewChoice", {
  competences: Type.Array(CompetenceKey, {
    minItems: FEWEST_COMPETENCES,
    maxItems: MOST_COMPETENCES,
    uniqueItems: true,
  }),
  version: Type.Integer({ minimum: 0 }),
})
export type NewChoice = Static<typeof NewChoice>

export const RatingOf = Closed("NewLevel", {
  competence: CompetenceKey,
  /** Null: not judged. */
  level: Nullable(LevelNumber),
  sentence: Type.Union([Line(400, 0)], { default: "" }),
})
export const Ratings = Type.Array(RatingOf, { maxItems: MOST_COMPETENCES })

export const NewSelfRating = Closed("NewSelfRating", {
  point: Choice(RATED_POINTS, "RatedPoint"),
  ratings: Ratings,
  /** 0 for the first time. */
  version: Type.Integer({ minimum: 0 }),
})
export type NewSelfRating = Static<typeof NewSelfRating>

const SelfRatingView = Closed("SelfRating", {
  point: Choice(POINTS, "RatingPoint"),
  ratings: Type.Array(
    Closed("Rating", { competence: Type.String(), level: Nullable(LevelNumber), sentence: Type.String() }),
  ),
  version: Type.Integer(),
  /** It stays as it was: a later one exists, or the certificate is issued. */
  fixed: Type.Boolean(),
})

export const SelfRatingsView = Closed("SelfRatings", {
  competences: Type.Array(CompetenceView),
  /** Start and end, also while they are empty (version 0); the middle where somebody wrote it. */
  points: Type.Array(SelfRatingView),
})
export type SelfRatingsView = Static<typeof SelfRatingsView>
