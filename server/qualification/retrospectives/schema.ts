import { type Static, Type } from "typebox"
import {
  AtVersion,
  Choice,
  Closed,
  Day,
  Id,
  Key,
  Line,
  Nullable,
  OnlyKey,
  Text,
} from "../../kernel/schemas.ts"
import { HEADINGS, STAGES } from "./tables.ts"

const Version = Type.Integer({ minimum: 1 })

export const NewCard = Closed("NewCard", {
  key: Type.Optional(Key),
  heading: Choice(HEADINGS, "CardHeading"),
  body: Text(500),
})
export type NewCard = Static<typeof NewCard>
export const EditedCard = Closed("EditedCard", { version: Version, body: Text(500) })
export type EditedCard = Static<typeof EditedCard>
/** The card as the person saw it when they decided that it goes. */
export const CardVersion = AtVersion
/** A group has its column already. */
export const CardPlace = Closed("CardPlace", {
  heading: Choice(HEADINGS, "CardHeading"),
  groupId: Nullable(Id),
})
export type CardPlace = Static<typeof CardPlace>
export const NewCardGroup = Closed("NewCardGroup", { key: Type.Optional(Key), title: Line(80) })
export type NewCardGroup = Static<typeof NewCardGroup>
export const EditedCardGroup = Closed("EditedCardGroup", { version: Version, title: Line(80) })
export type EditedCardGroup = Static<typeof EditedCardGroup>
/** `from`: as the person saw it, so that two do not push the board two stages on. */
export const NewStage = Closed("NewStage", {
  from: Choice(STAGES, "RetrospectiveStage"),
  to: Choice(STAGES, "RetrospectiveStage"),
})
export type NewStage = Static<typeof NewStage>

const CardView = Closed("RetrospectiveCard", {
  id: Id,
  body: Type.String(),
  version: Type.Integer(),
  /** One's own, to change and withdraw it. Whose the others are is told to nobody. */
  own: Type.Boolean(),
  /** Whether one gave it a vote. */
  voted: Type.Boolean(),
  /** The sum, once voting is closed. */
  votes: Nullable(Type.Integer()),
})
export type CardView = Static<typeof CardView>

const CardGroupView = Closed("CardGroup", {
  id: Id,
  title: Type.String(),
  version: Type.Integer(),
  voted: Type.Boolean(),
  votes: Nullable(Type.Integer()),
  cards: Type.Array(CardView),
})
export type CardGroupView = Static<typeof CardGroupView>

export const RetrospectiveView = Closed("Retrospective", {
  stage: Choice(STAGES, "RetrospectiveStage"),
  /** Own votes that are left to give. */
  votesLeft: Type.Integer(),
  can: Closed({
    collect: Type.Boolean(),
    vote: Type.Boolean(),
    lead: Type.Boolean(),
    takeOver: Type.Boolean(),
  }),
  columns: Type.Array(
    Closed({
      heading: Choice(HEADINGS, "CardHeading"),
      groups: Type.Array(CardGroupView),
      cards: Type.Array(CardView),
    }),
  ),
})
export type RetrospectiveView = Static<typeof RetrospectiveView>

const lesson = { kind: Choice(HEADINGS, "CardHeading"), title: Line(160), body: Text(4000, 0) }
export const NewLesson = Closed("NewLesson", { key: Type.Optional(Key), ...lesson })
export type NewLesson = Static<typeof NewLesson>
export const TakenOver = OnlyKey
export const EditedLesson = Closed("EditedLesson", { version: Version, ...lesson })
export type EditedLesson = Static<typeof EditedLesson>
export const LessonVersion = AtVersion

export const LessonView = Closed("Lesson", {
  id: Id,
  cohortId: Id,
  ...lesson,
  releasedOn: Nullable(Day),
  version: Type.Integer(),
  can: Closed({ edit: Type.Boolean(), release: Type.Boolean(), withdraw: Type.Boolean() }),
})
export type LessonView = Static<typeof LessonView>

/** As later cohorts read it: neither who wrote it nor which cohort it was. */
export const EarlierLesson = Closed("EarlierLesson", { id: Id, ...lesson, releasedOn: Day })
export type EarlierLesson = Static<typeof EarlierLesson>

export const ListedLesson = Closed("ListedLesson", {
  id: Id,
  ...lesson,
  releasedOn: Day,
  programme: Type.String(),
  can: Closed({
    /** Its cohort is gone, so nobody of it can take it back any more. */
    remove: Type.Boolean(),
  }),
})
export type ListedLesson = Static<typeof ListedLesson>
