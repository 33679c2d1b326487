import { type Static, Type } from "typebox"
import { Closed } from "../../../kernel/schemas.ts"
import {
  Contributions,
  type FieldKind,
  NewCard,
  NewLesson,
  PLANS,
  type PlanKind,
} from "../../../qualification/outcome.ts"
import { EditedPreparation, NewObservation, NewSentences } from "../../../qualification/proof.ts"
import { Written } from "../../qualification/when.ts"
import { Competence, Key } from "../fields.ts"

const act = { by: Key, at: Written }

/** One kind of plan with all its versions; each says what it changes. Days are written as `workshop-4 +14`. */
export const PlanOf = (kind: PlanKind) =>
  Closed({
    link: Type.String({ default: "" }),
    versions: Type.Array(
      Closed({
        ...act,
        decided: Type.Optional(Written),
        fields: Type.Optional(valuesOf(PLANS[kind].fields)),
        lines: Type.Optional(Type.Array(valuesOf(PLANS[kind].columns))),
      }),
    ),
  })

const valuesOf = (kinds: Record<string, FieldKind>) =>
  Closed(Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, Type.Optional(VALUES[kind])])))

const VALUES = {
  line: Type.String(),
  text: Type.String(),
  day: Written,
  check: Type.String({ pattern: "^(yes|no)$" }),
  card: Type.String({ pattern: "^(objection|question)$" }),
  outcome: Type.String({ pattern: "^(change|explain|pass-on|keep)$" }),
}

const Said = Type.Optional(Contributions.properties.achieved)
const Texts = Closed({ achieved: Said, hindered: Said, wishes: Said, ahead: Said })

export const Report = Closed({
  contributions: Type.Array(Closed({ ...act, texts: Texts })),
  composed: Closed({ ...act, fields: Texts }),
  approvals: Type.Array(Closed(act)),
  released: Closed({ at: Written, expiresOn: Written }),
})
export type SeedReport = Static<typeof Report>

export const Retrospective = Closed({
  /** In the order in which they are laid; those with the same topic belong together. */
  cards: Type.Array(
    Closed({
      by: Key,
      heading: NewCard.properties.heading,
      topic: Type.Optional(Type.String()),
      body: NewCard.properties.body,
    }),
  ),
  /** On topics by their title, on single cards by their words. */
  votes: Type.Array(Closed({ by: Key, on: Type.Array(Type.String()) })),
  lessons: Type.Array(
    Closed({
      by: Key,
      kind: NewLesson.properties.kind,
      title: NewLesson.properties.title,
      body: NewLesson.properties.body,
    }),
  ),
  released: Written,
})
export type SeedRetrospective = Static<typeof Retrospective>

export const Round = Closed({
  releasesFormer: Type.Boolean(),
  situations: EditedPreparation.properties.situations,
  observations: Type.Array(NewObservation),
  /** By competence: of the learner, of the facilitator, and as both agreed. */
  levels: Type.Record(
    Competence,
    Closed({
      own: Type.Integer(),
      other: Type.Integer(),
      agreed: Type.Integer(),
      reason: Type.String(),
      evidence: Type.String({ default: "" }),
    }),
    { additionalProperties: false },
  ),
  sentences: NewSentences.properties.sentences,
})
export type SeedRound = Static<typeof Round> & { learner: string }
