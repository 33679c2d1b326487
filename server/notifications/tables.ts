import { sql } from "drizzle-orm"
import { boolean, check, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core"
import { departments, people } from "../accounts/index.ts"
import { bytea, instant } from "../kernel/tables.ts"
import type { MailTime } from "./reasons.ts"

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
    /** With which mail it goes out while it is unread; null: with none, or it went out. */
    mailDue: text("mail_due").$type<Exclude<MailTime, "never">>(),
    /** The job that sends it at once: done again, it takes what it took before, and another job does not. */
    mailJob: uuid("mail_job"),
    mailedAt: instant("mailed_at"),
  },
  (table) => [
    unique("inbox_entries_same").on(table.personId, table.notice, table.subjectId),
    index("inbox_entries_person").on(table.personId, table.isRead, table.id.desc().nullsFirst()),
    index("inbox_entries_unread").on(table.personId, table.groupId).where(sql`not is_read`),
    index("inbox_entries_mailed").on(table.personId, table.groupId).where(sql`mailed_at is not null`),
  ],
)

/**
 * Addresses that a mail server has refused for good, of a person or a department's mailbox. Once these have another one,
 * the row says nothing any more.
 */
export const stoppedAddresses = pgTable(
  "stopped_addresses",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id").references(() => people.id, { onDelete: "cascade" }),
    departmentId: uuid("department_id").references(() => departments.id, { onDelete: "cascade" }),
    /** As `addressKey` of kernel/addresses makes it. */
    addressKey: text("address_key").notNull(),
    /** What the server answered, in numbers: "550 5.1.1". */
    code: text("code").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    unique("stopped_addresses_address").on(table.addressKey),
    index("stopped_addresses_person").on(table.personId),
    index("stopped_addresses_department").on(table.departmentId),
    check("stopped_addresses_holder", sql`num_nonnulls(${table.personId}, ${table.departmentId}) = 1`),
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

/** When somebody wants mails where they do not want them as shipped. */
export const mailTimes = pgTable(
  "mail_times",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** Why they are told; `EVERY` for all that have no row of their own. */
    reason: text("reason").notNull(),
    time: text("mail_time").$type<MailTime>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.reason] })],
)

/** When mails wait although they would go out at once. */
export const mailRests = pgTable("mail_rests", {
  personId: uuid("person_id")
    .primaryKey()
    .references(() => people.id, { onDelete: "cascade" }),
  /** Hours of the day in Germany, from 0 to 23; over midnight where the first is the later one. */
  quietFrom: integer("quiet_from"),
  quietUntil: integer("quiet_until"),
  /** Also on weekends and public holidays. */
  quietOnDaysOff: boolean("quiet_on_days_off").notNull().default(false),
  /** "Nur per Glocke": until then no mail at all. */
  pausedUntil: instant("paused_until"),
})

/** How far the digests of somebody have come: entries from this id on are still to be told. */
export const digestMarks = pgTable("digest_marks", {
  personId: uuid("person_id")
    .primaryKey()
    .references(() => people.id, { onDelete: "cascade" }),
  daily: uuid("daily"),
  weekly: uuid("weekly"),
})

export type FaultNotice =
  | "accounts.job-given-up"
  | "accounts.index-behind"
  | "accounts.badge-key"
  | "accounts.virus-scanner"
  | "accounts.webhook-stopped"

/** What is wrong with the operation at this moment, one row each, so that it is told once and its end is seen. */
export const operationFaults = pgTable(
  "operation_faults",
  {
    id: uuid("id").primaryKey(),
    notice: text("notice").$type<FaultNotice>().notNull(),
    /** Which one of its kind, e.g. the queue of a job. */
    name: text("name").notNull(),
    /** For what is a fault only once it lasts: what was seen at the last look. */
    mark: text("mark"),
    isTold: boolean("is_told").notNull(),
  },
  (table) => [unique("operation_faults_same").on(table.notice, table.name)],
)
