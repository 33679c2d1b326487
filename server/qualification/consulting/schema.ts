import { type Static, Type } from "typebox"
import { Choice, Closed, Id, Instant, Key, Line, Named, Nullable, Text } from "../../kernel/schemas.ts"
import { MemberName } from "../schema.ts"
import { SESSION_KINDS } from "../sessions/access.ts"
import { TimerView } from "../timers/schema.ts"
import { PHASES } from "./phases.ts"
import { FORMS, LINE_KINDS } from "./tables.ts"

const Version = Type.Integer({ minimum: 1 })

const topic = { title: Line(160), question: Text(1000, 0) }
export const NewTopic = Closed("NewTopic", { key: Type.Optional(Key), ...topic })
export type NewTopic = Static<typeof NewTopic>
export const EditedTopic = Closed("EditedTopic", { version: Version, ...topic })
export type EditedTopic = Static<typeof EditedTopic>

export const TopicView = Closed("Topic", {
  id: Id,
  cohortStepId: Id,
  title: Type.String(),
  question: Type.String(),
  /** Whose it is. */
  name: Type.String(),
  isMine: Type.Boolean(),
  version: Type.Integer(),
  /** The own vote, while the ballot is open. */
  isChosen: Type.Boolean(),
  /** Null until the ballot is closed. */
  votes: Nullable(Type.Integer()),
  /** There was a consulting on it. */
  isDone: Type.Boolean(),
})
export type TopicView = Static<typeof TopicView>

export const ConsultingRow = Closed("ConsultingRow", {
  id: Id,
  title: Type.String(),
  caseGiver: Type.String(),
  isMine: Type.Boolean(),
  ended: Type.Boolean(),
  /** With the group. */
  shared: Type.Boolean(),
  session: Closed({ id: Id, title: Type.String(), startsAt: Instant }),
})
export type ConsultingRow = Static<typeof ConsultingRow>

const Session = Closed("ConsultingSession", {
  id: Id,
  kind: Choice(SESSION_KINDS, "SessionKind"),
  title: Type.String(),
  startsAt: Instant,
  cohort: Named,
})

export const TopicsView = Closed("Topics", {
  session: Session,
  topics: Type.Array(TopicView),
  ballot: Choice(["open", "closed"]),
  votesLeft: Type.Integer(),
  /** Whether enough people have voted for nobody to be told by their vote. */
  closable: Type.Boolean(),
  /** Whether so many can vote on these topics that it can come to that at all. */
  enoughVoters: Type.Boolean(),
  /** The group: who can moderate. */
  people: Type.Array(MemberName),
  consultings: Type.Array(ConsultingRow),
  can: Closed({ add: Type.Boolean() }),
})
export type TopicsView = Static<typeof TopicsView>

export const ClosedBallot = Closed("ClosedBallot", { closed: Type.Boolean() })

export const NewConsulting = Closed("NewConsulting", {
  topicId: Id,
  moderatorId: Id,
  form: Choice(FORMS, "ConsultingForm"),
})
export type NewConsulting = Static<typeof NewConsulting>

export const NewLine = Closed("NewLine", {
  kind: Choice(LINE_KINDS, "ConsultingLineKind"),
  body: Line(500),
  key: Type.Optional(Key),
})
export type NewLine = Static<typeof NewLine>

export const Decision = Closed("NewConsultingDecision", { version: Version, body: Text(4000, 0) })
export type Decision = Static<typeof Decision>

export const Sharing = Closed("ConsultingSharing", { shared: Type.Boolean() })

const LineView = Closed("ConsultingLine", {
  id: Id,
  kind: Choice(LINE_KINDS, "ConsultingLineKind"),
  body: Type.String(),
  can: Closed({ remove: Type.Boolean() }),
})
export type LineView = Static<typeof LineView>

export const ConsultingView = Closed("Consulting", {
  id: Id,
  session: Session,
  title: Type.String(),
  question: Type.String(),
  form: Choice(FORMS, "ConsultingForm"),
  seat: Choice(["case-giver", "moderator", "adviser"]),
  caseGiver: Type.String(),
  /** Null when that person is no longer there. */
  moderator: Nullable(Type.String()),
  advisers: Type.Array(Type.String()),
  ended: Type.Boolean(),
  shared: Type.Boolean(),
  /** Null after the end. */
  timer: Nullable(TimerView),
  /** Null in a break, and after the end. */
  phase: Nullable(Choice(PHASES)),
  /** Null for those who may not see them any more. */
  lines: Nullable(Type.Array(LineView)),
  /** Null for all but the case giver, until it is shared. */
  decision: Nullable(Closed({ body: Type.String(), version: Type.Integer() })),
  can: Closed({
    time: Type.Boolean(),
    moderate: Type.Boolean(),
    note: Type.Array(Choice(LINE_KINDS, "ConsultingLineKind")),
    discard: Type.Boolean(),
  }),
})
export type ConsultingView = Static<typeof ConsultingView>
