/**
 * The conversation of a learning group is there without anybody starting it: its id is the group's, with another
 * version number (UUIDs of ours have version 7). A row is made of it with the first message.
 */
const VERSION_AT = 14

const withVersion = (id: string, version: string) =>
  id.slice(0, VERSION_AT) + version + id.slice(VERSION_AT + 1)

/** The id is another one, so that what is told of the conversation is nothing that is told of the group. */
export const conversationIdOf = (groupId: string): string => withVersion(groupId, "8")

/** Null for a conversation of chosen people. */
export const groupIdIn = (conversationId: string): string | null =>
  conversationId[VERSION_AT] === "8" ? withVersion(conversationId, "7") : null
