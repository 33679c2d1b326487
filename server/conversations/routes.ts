import { Type } from "typebox"
import { apiOf } from "../kernel/api.ts"
import type { App } from "../kernel/http.ts"
import { After, Closed, Named, PageOf } from "../kernel/schemas.ts"
import { blockPerson, listBlocked, unblockPerson } from "./blocking.ts"
import { convertMessages } from "./converting.ts"
import { fileRoutes } from "./file-routes.ts"
import type { ConversationParts } from "./files.ts"
import { markSeen, sendMessage } from "./messages.ts"
import { findConversation, listConversations } from "./queries.ts"
import { leaveConversation, removeMessage, returnToConversation } from "./removing.ts"
import {
  Addressee,
  ConversationRow,
  ConversationSettings,
  ConversationView,
  ConvertedMessages,
  FoundMessage,
  NewConversation,
  NewMessage,
  PeopleQuery,
  ReadMessages,
  WordsQuery,
} from "./schema.ts"
import { searchMessages } from "./searching.ts"
import { changeConversationSettings, readConversationSettings } from "./settings.ts"
import { findAddressees, startConversation } from "./starting.ts"

const Before = Closed({ before: Type.Optional(Type.Integer({ minimum: 1 })) })

export async function conversationRoutes(app: App, parts: ConversationParts): Promise<void> {
  readingRoutes(app, parts)
  writingRoutes(app, parts)
  leavingRoutes(app, parts)
  blockingRoutes(app, parts)
  settingsRoutes(app, parts)
  fileRoutes(app, parts)
}

function readingRoutes(app: App, { db, conversing }: ConversationParts): void {
  const api = apiOf(app)
  api.read(
    "/api/conversations",
    "List the own conversations, the one with the latest message first",
    PageOf(ConversationRow),
    ({ actor, query }) => listConversations(db, conversing, actor, query.after),
    { query: After },
  )
  api.list(
    "/api/conversations/people",
    "List whom one can write to, by parts of their names",
    Addressee,
    ({ actor, query }) => findAddressees(db, actor, query.name),
    { query: PeopleQuery },
  )
  api.list(
    "/api/conversations/messages",
    "Search the messages of the own conversations, the latest first",
    FoundMessage,
    ({ actor, query }) => searchMessages(db, conversing, actor, query.q),
    { query: WordsQuery },
  )
  api.read(
    "/api/conversations/:id",
    "Read a conversation with its latest messages, or with those before a number",
    ConversationView,
    ({ actor, params, query }) => findConversation(db, conversing, actor, params.id, query.before),
    { query: Before },
  )
}

function writingRoutes(app: App, { db, conversing }: ConversationParts): void {
  const api = apiOf(app)
  api.make(
    "/api/conversations",
    "Begin a conversation with chosen people",
    NewConversation,
    ({ actor, body }) => startConversation(db, conversing, actor, body),
  )
  api.make(
    "/api/conversations/:id/messages",
    "Write in a conversation",
    NewMessage,
    ({ actor, params, body }) => sendMessage(db, conversing, actor, params.id, body),
  )
  api.change(
    "POST /api/conversations/:id/read",
    "Keep how far one has read, which nobody else learns",
    ReadMessages,
    ({ actor, params, body }) => markSeen(db, conversing, actor, params.id, body.number),
  )
  api.make(
    "/api/conversations/:id/question-drafts",
    "Make the draft of a question of chosen messages",
    ConvertedMessages,
    ({ actor, params, body }) => convertMessages(db, conversing, actor, params.id, body),
  )
}

function leavingRoutes(app: App, parts: ConversationParts): void {
  const api = apiOf(app)
  api.change(
    "DELETE /api/conversation-messages/:id",
    "Take back an own message, with its files",
    null,
    ({ actor, params }) => removeMessage(parts, actor, params.id),
  )
  api.change("POST /api/conversations/:id/leave", "Leave a conversation", null, ({ actor, params }) =>
    leaveConversation(parts, actor, params.id),
  )
  api.change(
    "POST /api/conversations/:id/return",
    "Take part in the conversation of an own learning group again",
    null,
    ({ actor, params }) => returnToConversation(parts.db, parts.conversing, actor, params.id),
  )
}

function blockingRoutes(app: App, { db, conversing }: ConversationParts): void {
  const api = apiOf(app)
  api.list("/api/conversation-blocks", "List whom one has blocked", Named, ({ actor }) =>
    listBlocked(db, actor),
  )
  api.change("PUT /api/conversation-blocks/:id", "Block somebody", null, ({ actor, params }) =>
    blockPerson(db, conversing, actor, params.id),
  )
  api.change("DELETE /api/conversation-blocks/:id", "Unblock somebody", null, ({ actor, params }) =>
    unblockPerson(db, actor, params.id),
  )
}

function settingsRoutes(app: App, { db }: ConversationParts): void {
  const api = apiOf(app)
  api.read(
    "/api/conversation-settings",
    "Read whether there are conversations, and how long messages are kept",
    ConversationSettings,
    () => readConversationSettings(db),
    { access: ["admin"] },
  )
  api.change(
    "PUT /api/conversation-settings",
    "Switch conversations on or off, and say how long messages are kept",
    ConversationSettings,
    ({ actor, body }) => changeConversationSettings(db, actor, body),
    { access: ["admin"] },
  )
}
