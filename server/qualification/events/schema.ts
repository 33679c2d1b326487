import { type Static, Type } from "typebox"
import { Choice, Closed, Day, Id, Instant, Key, Line, Named, Nullable, Text } from "../../kernel/schemas.ts"
import { EVENT_AUDIENCES, MARKS, OBJECTION_KINDS } from "./tables.ts"

/** An address on the web or in the forum; empty for none. */
const Link = Type.String({ maxLength: 500, pattern: "^((https?://|/)[^\\s]*)?$" })

const event = {
  title: Line(160, 5),
  agenda: Text(10_000, 0),
  hosts: Line(300, 0),
  place: Line(300, 0),
  link: Link,
  startsAt: Instant,
  endsAt: Instant,
  audience: Choice(EVENT_AUDIENCES, "Audience"),
  /** Of the audience `listed`; with `all` they are refused. */
  departmentIds: Type.Array(Id, { maxItems: 200, default: [] }),
}

export const NewEvent = Closed("NewEvent", { ...event, key: Type.Optional(Key) })
export type NewEvent = Static<typeof NewEvent>

export const EditedEvent = Closed("EditedEvent", { version: Type.Integer({ minimum: 1 }), ...event })
export type EditedEvent = Static<typeof EditedEvent>

export const EventAnswer = Closed("EventAnswer", { isComing: Type.Boolean() })

const shared = {
  id: Id,
  title: Type.String(),
  place: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  isInvited: Type.Boolean(),
  isCancelled: Type.Boolean(),
  isOver: Type.Boolean(),
}

export const EventRow = Closed("EventRow", shared)
export type EventRow = Static<typeof EventRow>

export const EventView = Closed("Event", {
  ...shared,
  agenda: Type.String(),
  html: Type.String(),
  hosts: Type.String(),
  link: Type.String(),
  audience: Choice(EVENT_AUDIENCES, "Audience"),
  departments: Type.Array(Named),
  /** Whose event it is, for its members. */
  cohort: Nullable(Named),
  /** Whether the person said that they come. */
  isComing: Nullable(Type.Boolean()),
  /** How many come at least, in fives, for hosts; null below five. */
  coming: Nullable(Type.Integer()),
  version: Type.Integer(),
  can: Closed({
    edit: Type.Boolean(),
    invite: Type.Boolean(),
    cancel: Type.Boolean(),
    answer: Type.Boolean(),
    raise: Type.Boolean(),
    enter: Type.Boolean(),
  }),
})
export type EventView = Static<typeof EventView>

export const NewObjection = Closed("NewObjection", {
  kind: Choice(OBJECTION_KINDS, "ObjectionKind"),
  words: Text(600),
  /** Without the name, nothing of the person is stored. */
  isNamed: Type.Boolean(),
})
export type NewObjection = Static<typeof NewObjection>

/** What was said in the room, a line each; one that ends with a question mark is a question. */
export const EnteredObjections = Closed("EnteredObjections", { lines: Text(8000) })
export type EnteredObjections = Static<typeof EnteredObjections>

export const MarkedObjection = Closed("MarkedObjection", {
  version: Type.Integer({ minimum: 1 }),
  mark: Choice(MARKS, "ObjectionMark"),
  answer: Text(2000, 0),
  who: Line(200, 0),
  until: Nullable(Day),
  doneOn: Nullable(Day),
  link: Link,
  linkTitle: Line(160, 0),
})
export type MarkedObjection = Static<typeof MarkedObjection>

export const SupportedObjection = Closed("SupportedObjection", { isSupported: Type.Boolean() })

export const ObjectionView = Closed("Objection", {
  id: Id,
  kind: Choice(OBJECTION_KINDS, "ObjectionKind"),
  words: Type.String(),
  /** Null without a name. */
  author: Nullable(Type.String()),
  raisedOn: Day,
  isFromRoom: Type.Boolean(),
  mark: Choice(MARKS, "ObjectionMark"),
  answer: Type.String(),
  who: Type.String(),
  until: Nullable(Day),
  doneOn: Nullable(Day),
  link: Type.String(),
  linkTitle: Type.String(),
  /** How many support it at least, in fives; null below five. */
  supporters: Nullable(Type.Integer()),
  isSupported: Type.Boolean(),
  version: Type.Integer(),
  can: Closed({ support: Type.Boolean(), mark: Type.Boolean(), remove: Type.Boolean() }),
})
export type ObjectionView = Static<typeof ObjectionView>
