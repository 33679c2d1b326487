/** The front door of the module: routes for app.ts, and what the pages and the seed use. */

export { blockPerson, listBlocked, unblockPerson } from "./blocking.ts"
export { conversationsCatalogue } from "./catalogue.ts"
export { conversationsChapters } from "./chapters.ts"
export { convertMessages } from "./converting.ts"
export { isToldOfConversation, unreadConversations } from "./counting.ts"
export { accessOwnMessage, conversationBytes, sendWithFiles } from "./files.ts"
export { conversationIdOf } from "./groups.ts"
export { describeConversationInbox } from "./inbox.ts"
export { conversationJobs } from "./jobs.ts"
export { conversationsLeaving } from "./leaving.ts"
export { conversationChannels } from "./live.ts"
export { markSeen, sendMessage } from "./messages.ts"
export type { Outside } from "./outside.ts"
export { mayStart } from "./policy.ts"
export { findConversation, listConversations } from "./queries.ts"
export { leaveConversation, removeMessage, returnToConversation } from "./removing.ts"
export { renderedMessages } from "./rendered.ts"
export { conversationRoutes } from "./routes.ts"
export {
  type Addressee,
  ConversationRow,
  ConversationSettings,
  ConversationView,
  ConvertedMessages,
  type FoundMessage,
  MOST_PEOPLE,
  NewConversation,
  NewMessage,
  PeopleQuery,
  WordsQuery,
} from "./schema.ts"
export { searchMessages } from "./searching.ts"
export {
  changeConversationSettings,
  readConversationSettings,
  refuseSwitchedOff,
} from "./settings.ts"
export { findAddressees, listAddressees, startConversation } from "./starting.ts"
export { uploadedMessageFiles } from "./uploaded.ts"
