import { type Static, Type } from "typebox"
import { CheckView } from "../../kernel/file-checks.ts"
import { MAX_MARKDOWN_LENGTH } from "../../kernel/markdown-grammar.ts"
import {
  Choice,
  Closed,
  Day,
  Id,
  Instant,
  Key,
  Line,
  Named,
  Nullable,
  Text,
  Titled,
} from "../../kernel/schemas.ts"
import { HtmlByField, MemberName } from "../schema.ts"
import { FEATURES, PARTS } from "../tables.ts"
import { TimerView } from "../timers/schema.ts"
import { SESSION_KINDS } from "./access.ts"
import { ENTRY_KINDS } from "./tables.ts"

const AgendaItem = Closed("AgendaItem", {
  title: Type.String(),
  minutes: Type.Integer(),
  isBreak: Type.Boolean(),
})
const Version = Type.Integer({ minimum: 1 })

const Minutes = Type.Integer({ minimum: 1, maximum: 480 })
/** `from`: where the item stands now; null for a new one. */
const From = Type.Integer({ minimum: 0 })

export const SavedAgenda = Closed("SavedAgenda", {
  /** Of the timer once it runs, of the agenda before; 0 for the programme's. */
  version: Type.Integer({ minimum: 0 }),
  /** The present item, once the session has begun. */
  current: Nullable(Closed({ title: Line(120), minutes: Type.Integer({ minimum: 1, maximum: 1440 }) })),
  ahead: Type.Array(
    Closed({ from: Nullable(From), title: Line(120), minutes: Minutes, isBreak: Type.Boolean() }),
    { maxItems: 60 },
  ),
})
export type SavedAgenda = Static<typeof SavedAgenda>

const PlacedItem = Closed("PlacedItem", {
  from: From,
  title: Type.String(),
  minutes: Type.Integer(),
  isBreak: Type.Boolean(),
})
export const AgendaView = Closed("Agenda", {
  version: Type.Integer(),
  isOver: Type.Boolean(),
  /** Changed for this session before it began. */
  isOwn: Type.Boolean(),
  past: Type.Array(PlacedItem),
  current: Nullable(PlacedItem),
  ahead: Type.Array(PlacedItem),
})
export type AgendaView = Static<typeof AgendaView>

export const SessionView = Closed("Session", {
  id: Id,
  cohort: Named,
  kind: Choice(SESSION_KINDS, "SessionKind"),
  title: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  place: Type.String(),
  /** Empty for managers, like everything below. */
  link: Type.String(),
  dialIn: Type.String(),
  cancelled: Type.Boolean(),
  /** The part that decides what is seen here. */
  part: Choice(PARTS, "CohortPart"),
  contents: Type.String(),
  /** How to hold it; null for whoever does not facilitate. */
  guidance: Nullable(Type.String()),
  materials: Type.String(),
  tasks: Type.String(),
  html: HtmlByField,
  features: Type.Array(Choice(FEATURES, "SessionFeature")),
  agenda: Type.Array(AgendaItem),
  timer: Nullable(TimerView),
  /** As they were released, to whom they were. */
  minutes: Nullable(Closed({ body: Type.String(), html: Type.String(), releasedAt: Instant })),
})
export type SessionView = Static<typeof SessionView>

export const NewEntry = Closed("NewEntry", {
  kind: Choice(ENTRY_KINDS, "SessionEntryKind"),
  body: Line(500),
  /** Of a task only. */
  memberId: Type.Union([Id, Type.Null()], { default: null }),
  dueOn: Type.Union([Day, Type.Null()], { default: null }),
  key: Type.Optional(Key),
})
export type NewEntry = Static<typeof NewEntry>

export const EditedEntry = Closed("EditedEntry", {
  version: Version,
  kind: Choice(ENTRY_KINDS, "SessionEntryKind"),
  body: Line(500),
  memberId: Nullable(Id),
  dueOn: Nullable(Day),
})
export type EditedEntry = Static<typeof EditedEntry>

export const SettledTask = Closed("SettledTask", {
  version: Version,
  done: Type.Boolean(),
  result: Text(2000, 0),
})
export type SettledTask = Static<typeof SettledTask>

export const EntryView = Closed("SessionEntry", {
  id: Id,
  kind: Choice(ENTRY_KINDS, "SessionEntryKind"),
  body: Type.String(),
  person: Nullable(MemberName),
  dueOn: Nullable(Day),
  done: Type.Boolean(),
  result: Type.String(),
  version: Version,
  /** The title of the session it comes from. */
  session: Titled,
  can: Closed({ edit: Type.Boolean(), settle: Type.Boolean() }),
})
export type EntryView = Static<typeof EntryView>

const PhotoView = Closed("SessionPhoto", {
  id: Id,
  caption: Type.String(),
  check: CheckView,
  can: Closed({ remove: Type.Boolean() }),
})

export const RoundLine = Closed("RoundLine", {
  project: Line(160, 0),
  state: Line(300, 0),
  hurdle: Line(300, 0),
  request: Line(300, 0),
  /** An own learning project, which gives the line its name. */
  projectId: Type.Optional(Nullable(Id)),
})
export type RoundLine = Static<typeof RoundLine>

const RoundView = Closed("Round", {
  memberId: Id,
  name: Type.String(),
  isMine: Type.Boolean(),
  line: Nullable(RoundLine),
})

/** What a session has on its table. */
export const BoardView = Closed("Board", {
  entries: Type.Array(EntryView),
  /** Tasks of earlier sessions: the open ones, and all of the last one with their results. */
  earlier: Type.Array(EntryView),
  photos: Type.Array(PhotoView),
  /** Of a meeting: every learner, with what they wrote. */
  round: Type.Array(RoundView),
  /** Who can take a task. */
  people: Type.Array(MemberName),
  next: Nullable(Closed({ title: Type.String(), startsAt: Instant })),
  /** Of a session after which the managers are asked, for who leads it: how many learners have submitted their project. */
  agreement: Nullable(Closed({ submitted: Type.Integer(), open: Type.Integer() })),
})
export type BoardView = Static<typeof BoardView>

export const Notes = Closed("Notes", { version: Type.Integer({ minimum: 0 }), body: Text(20_000, 0) })
export type Notes = Static<typeof Notes>

export const SavedMinutes = Closed("SavedMinutes", {
  version: Type.Integer({ minimum: 0 }),
  body: Text(MAX_MARKDOWN_LENGTH),
})
export type SavedMinutes = Static<typeof SavedMinutes>
export const ReleasedMinutes = Closed("ReleasedMinutes", { version: Version, forManagers: Type.Boolean() })

export const MinutesView = Closed("Minutes", {
  /** 0: nothing was saved, and the text is put together from the entries. */
  version: Type.Integer(),
  body: Type.String(),
  /** Of what was saved. */
  html: Nullable(Type.String()),
  releasedAt: Nullable(Instant),
  /** What was given out is not what is written now. */
  changed: Type.Boolean(),
  forManagers: Type.Boolean(),
})
export type MinutesView = Static<typeof MinutesView>
