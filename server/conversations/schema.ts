import { type Static, Type } from "typebox"
import { CheckView } from "../kernel/file-checks.ts"
import { Closed, Id, Instant, Key, Line, Nullable, Text } from "../kernel/schemas.ts"

/** Of one message. */
const LONGEST_MESSAGE = 8000
/** Whom a conversation is begun with, at most. */
export const MOST_PEOPLE = 20
/** So many messages become one question, at most. */
const MOST_CHOSEN = 50

export const ConversationSettings = Closed("ConversationSettings", {
  /** Off: nothing of conversations exists for anybody. */
  isOn: Type.Boolean(),
  /** After so many days a message is deleted. */
  keptDays: Type.Integer({ minimum: 7, maximum: 3650 }),
})
export type ConversationSettings = Static<typeof ConversationSettings>

export const NewMessage = Closed("NewMessage", { body: Text(LONGEST_MESSAGE), key: Type.Optional(Key) })
export type NewMessage = Static<typeof NewMessage>

export const NewConversation = Closed("NewConversation", {
  personIds: Type.Array(Id, { minItems: 1, maxItems: MOST_PEOPLE, uniqueItems: true }),
  /** Left out, it is called by its people. */
  title: Type.String({ maxLength: 120, default: "", pattern: "^[^\\r\\n]*$" }),
  body: Text(LONGEST_MESSAGE),
  key: Type.Optional(Key),
})
export type NewConversation = Static<typeof NewConversation>

/** Up to and with which message the person has read. */
export const ReadMessages = Closed("ReadMessages", { number: Type.Integer({ minimum: 0 }) })

export const ConvertedMessages = Closed("ConvertedMessages", {
  messageIds: Type.Array(Id, { minItems: 1, maxItems: MOST_CHOSEN, uniqueItems: true }),
  categoryId: Id,
  title: Line(160, 5),
})
export type ConvertedMessages = Static<typeof ConvertedMessages>

export const PeopleQuery = Closed({ name: Type.String({ maxLength: 60, default: "" }) })
/** Somebody to write to. */
export const Addressee = Closed("Addressee", {
  id: Id,
  name: Type.String(),
  /** Of the departments. */
  shortNames: Type.Array(Type.String()),
})
export type Addressee = Static<typeof Addressee>

export const WordsQuery = Closed({ q: Type.String({ maxLength: 200, default: "" }) })

const Talker = Closed("ConversationPerson", {
  id: Id,
  name: Type.String(),
  isMe: Type.Boolean(),
  /** The person who asks has blocked them. */
  blocked: Type.Boolean(),
})

const shared = {
  id: Id,
  /** Empty where nobody else is in it and it has no name of its own. */
  title: Type.String(),
  /** The conversation of a learning group. */
  ofGroup: Type.Boolean(),
}

/** A conversation in the list. */
export const ConversationRow = Closed("ConversationRow", {
  ...shared,
  /** Messages of others that the person has not seen. */
  unread: Type.Integer(),
  /** The latest message. */
  latest: Nullable(Closed("LatestMessage", { name: Type.String(), at: Instant, excerpt: Type.String() })),
  /** Of a group's: the person has left it, and may come back. */
  left: Type.Boolean(),
})
export type ConversationRow = Static<typeof ConversationRow>

const FileView = Closed("ConversationFile", {
  id: Id,
  name: Type.String(),
  image: Type.Boolean(),
  bytes: Type.Integer(),
  check: CheckView,
})

const MessageView = Closed("Message", {
  id: Id,
  number: Type.Integer(),
  author: Talker,
  at: Instant,
  /** Empty where the person who asks has blocked its author. */
  html: Type.String(),
  files: Type.Array(FileView),
  can: Closed({ remove: Type.Boolean() }),
})
export type MessageView = Static<typeof MessageView>

export const ConversationView = Closed("Conversation", {
  ...shared,
  people: Type.Array(Talker),
  /** The latest ones, or those before a number, in the order in which they were written. */
  messages: Type.Array(MessageView),
  /** There are older ones before this number. */
  older: Nullable(Type.Integer()),
  /** There are newer ones than those shown. */
  newer: Type.Boolean(),
  /** How far the person had read. */
  readTo: Type.Integer(),
  /** After so many days a message is deleted. */
  keptDays: Type.Integer(),
  can: Closed({
    write: Type.Boolean(),
    /** Make a question of what was written. */
    convert: Type.Boolean(),
  }),
})
export type ConversationView = Static<typeof ConversationView>

/** A message that was searched for. */
export const FoundMessage = Closed("FoundMessage", {
  id: Id,
  number: Type.Integer(),
  conversationId: Id,
  conversation: Type.String(),
  name: Type.String(),
  at: Instant,
  excerpt: Type.String(),
})
export type FoundMessage = Static<typeof FoundMessage>
