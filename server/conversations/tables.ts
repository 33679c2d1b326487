import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { people } from "../accounts/index.ts"

export const KEPT_DAYS = 180

/** At most one row: what the administration has chosen for all conversations. */
export const conversationSettings = pgTable(
  "conversation_settings",
  {
    id: text("id").primaryKey().default("conversations"),
    /** Off: an installation with a chat of its own, in which nothing of this module exists for anybody. */
    isOn: boolean("is_on").notNull().default(true),
    /** After so many days a message is deleted. */
    keptDays: integer("kept_days").notNull().default(KEPT_DAYS),
  },
  (table) => [check("conversation_settings_single", sql`${table.id} = 'conversations'`)],
)

export const conversations = pgTable(
  "conversations",
  {
    id: uuid("id").primaryKey(),
    /** The learning group whose conversation it is; groups belong to another module. Null: of chosen people. */
    groupId: uuid("group_id"),
    /** Empty: it is called by its people, or by its group. */
    title: text("title").notNull().default(""),
    /** The number of the latest message, whether that is still there or not. */
    latestNumber: integer("latest_number").notNull().default(0),
    /** The id of the latest message, or its own: conversations are listed by it. */
    latestId: uuid("latest_id").notNull(),
  },
  (table) => [uniqueIndex("conversations_group").on(table.groupId).where(sql`group_id is not null`)],
)

const conversation = () =>
  uuid("conversation_id")
    .notNull()
    .references(() => conversations.id, { onDelete: "cascade" })

/**
 * The people of a conversation; of a group's, whose people are its learners, only what is to be kept of one of them.
 * How far somebody has read is for them alone.
 */
export const conversationMembers = pgTable(
  "conversation_members",
  {
    conversationId: conversation(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** The number of the latest message that the person has seen. */
    readTo: integer("read_to").notNull().default(0),
    /** Of a group's conversation: the learner takes no part in it, and may come back. */
    hasLeft: boolean("has_left").notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.personId] }),
    index("conversation_members_person").on(table.personId),
  ],
)

export const conversationMessages = pgTable(
  "conversation_messages",
  {
    id: uuid("id").primaryKey(),
    conversationId: conversation(),
    /** Counts up within the conversation, given under a lock: whoever has read one has seen all before it. */
    number: integer("number").notNull(),
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    body: text("body").notNull(),
    html: text("html").notNull(),
    /** Stems and numbers of the text, to be found by. */
    terms: text("terms").array().notNull(),
  },
  (table) => [
    unique("conversation_messages_number").on(table.conversationId, table.number),
    index("conversation_messages_author").on(table.authorId),
  ],
)

/** Attachments. Their bytes lie in the file store under the same id. */
export const conversationFiles = pgTable(
  "conversation_files",
  {
    id: uuid("id").primaryKey(),
    messageId: uuid("message_id")
      .notNull()
      .references(() => conversationMessages.id, { onDelete: "cascade" }),
    uploaderId: uuid("uploader_id")
      .notNull()
      .references(() => people.id),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    /** Shown in the browser; otherwise it is downloaded. */
    image: boolean("image").notNull(),
    bytes: integer("bytes").notNull(),
  },
  (table) => [
    index("conversation_files_order").on(table.messageId, table.id),
    index("conversation_files_uploader").on(table.uploaderId),
  ],
)

/** Whose messages somebody does not want to read. Whoever is blocked is not told. */
export const conversationBlocks = pgTable(
  "conversation_blocks",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    blockedId: uuid("blocked_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.blockedId] }),
    index("conversation_blocks_blocked").on(table.blockedId),
  ],
)
