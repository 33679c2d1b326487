import { sql } from "drizzle-orm"
import { boolean, check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core"
import { people } from "../accounts/index.ts"
import { bytea, instant } from "../kernel/tables.ts"

/**
 * What somebody was told: ids only, so that every look at it asks for the rights of this moment. The id tells the time.
 * Whether it was read is for the person alone, and when is kept nowhere.
 */
export const inboxEntries = pgTable(
  "inbox_entries",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** The name of the notice that it comes from. */
    notice: text("notice").notNull(),
    /** What it is about: a post, or what the notice's module knows by this id. */
    subjectId: uuid("subject_id").notNull(),
    /** What belongs together, such as everything of a thread. */
    groupId: uuid("group_id").notNull(),
    isRead: boolean("is_read").notNull().default(false),
  },
  (table) => [
    unique("inbox_entries_same").on(table.personId, table.notice, table.subjectId),
    index("inbox_entries_person").on(table.personId, table.isRead, table.id.desc().nullsFirst()),
    index("inbox_entries_unread").on(table.personId, table.groupId).where(sql`not is_read`),
  ],
)

/** Addresses that a mail server has refused for good. Once the person has another one, the row says nothing any more. */
export const stoppedAddresses = pgTable(
  "stopped_addresses",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** As `addressKey` of kernel/addresses makes it. */
    addressKey: text("address_key").notNull(),
    /** What the server answered, in numbers: "550 5.1.1". */
    code: text("code").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    unique("stopped_addresses_address").on(table.addressKey),
    index("stopped_addresses_person").on(table.personId),
  ],
)

/** One row, made when it is first needed: what signs the addresses by which people unsubscribe from mails. */
export const mailKeys = pgTable(
  "mail_keys",
  {
    id: text("id").primaryKey().default("mail"),
    key: bytea("key").notNull(),
  },
  (table) => [check("mail_keys_single", sql`${table.id} = 'mail'`)],
)
