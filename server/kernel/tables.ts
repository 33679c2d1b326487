import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core"

export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" })
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" })

/** Who did what to what; never who read what. A trigger refuses UPDATE and DELETE. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: uuid("id").primaryKey(),
    at: instant("at").notNull(),
    actorId: uuid("actor_id"),
    action: text("action").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id"),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull().default(sql`'{}'::jsonb`),
  },
  (table) => [index("audit_log_at").on(table.at, table.id)],
)

/** Counters that hold for all processes. The bucket is a keyed hash where it stands for a person or an address. */
export const throttles = pgTable("throttles", {
  bucket: text("bucket").primaryKey(),
  count: integer("count").notNull(),
  expiresAt: instant("expires_at").notNull(),
})

/** One random key a day for hashing addresses; yesterday's is deleted, and with it the way back. */
export const dailyKeys = pgTable("daily_keys", {
  day: text("day").primaryKey(),
  key: bytea("key").notNull(),
})

/** Mails that the mail server has taken, under a hash of what they were about: each is sent once. */
export const mailDeliveries = pgTable(
  "mail_deliveries",
  {
    id: text("id").primaryKey(),
    /** Tells whether it went to an address that somebody names; null: sent by a version before this one. */
    recipient: text("recipient"),
    acceptedAt: instant("accepted_at").notNull(),
  },
  (table) => [index("mail_deliveries_accepted").on(table.acceptedAt)],
)

/** A mail that is being sent at this moment: whoever else wants to send it waits until then, by the database's clock. */
export const mailClaims = pgTable("mail_claims", {
  id: text("id").primaryKey(),
  until: instant("until").notNull(),
})

/** The mailbox of mails that come in: one row, with who reads it and how that goes. */
export const mailboxReader = pgTable("mailbox_reader", {
  id: text("id").primaryKey(),
  /** Of all processes the one that reads, and until when it is believed to without a sign of life. */
  reader: uuid("reader"),
  heldUntil: instant("held_until"),
  lookedAt: instant("looked_at"),
  mailAt: instant("mail_at"),
  fault: text("fault"),
  faultSince: instant("fault_since"),
})

/** Mails of the mailbox whose handling was begun and has not ended, under a hash of them. */
export const mailAttempts = pgTable("mail_attempts", {
  id: text("id").primaryKey(),
  count: integer("count").notNull(),
  begunAt: instant("begun_at").notNull(),
  /** Not before; null: it may be tried again at once. */
  nextAt: instant("next_at"),
})

/** A form sent twice creates one thing: the first leaves the id of what it made here, under a hash of key and text. */
export const submissions = pgTable(
  "submissions",
  {
    personId: uuid("person_id").notNull(),
    key: text("key").notNull(),
    resultId: uuid("result_id").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.key] })],
)

/** How far the texts of a kind are rendered by the grammar of today; see `rendering.ts`. */
export const renderings = pgTable("renderings", {
  kind: text("kind").primaryKey(),
  /** The number of the grammar. */
  renderer: integer("renderer").notNull(),
  /** The last one that was rendered. */
  after: text("after").notNull().default(""),
  total: integer("total").notNull(),
  done: integer("done").notNull().default(0),
  /** Of these, those that the grammar refuses: they keep the HTML they had. */
  kept: integer("kept").notNull().default(0),
  pausedAt: instant("paused_at"),
  finishedAt: instant("finished_at"),
})

/**
 * Why the virus scanner says nothing of a file: nobody answers; the file is larger than its `StreamMaxLength`; or it began
 * and came to no end.
 */
export type ScannerFaultKind = "away" | "limit" | "failed"

export const FILE_CHECKS = ["waiting", "clean", "infected"] as const
export type FileCheck = (typeof FILE_CHECKS)[number]

/** What the virus scanner says of a stored file, by its key; it has looked at none that has no row. */
export const fileChecks = pgTable(
  "file_checks",
  {
    fileId: uuid("file_id").primaryKey(),
    state: text("state").$type<FileCheck>().notNull(),
    /** Was there before the scanner: new ones go first. */
    isFormer: boolean("is_former").notNull(),
    /** When it is its turn; while a process looks at it, and after a fault, that is later. */
    nextAt: instant("next_at").notNull(),
    checkedAt: instant("checked_at"),
    /** What the scanner calls what it found. */
    signature: text("signature"),
    /** Why it came to no end the last time. */
    fault: text("fault").$type<ScannerFaultKind>(),
  },
  (table) => [
    index("file_checks_waiting").on(table.isFormer, table.nextAt).where(sql`state = 'waiting'`),
    index("file_checks_infected").on(table.fileId).where(sql`state = 'infected'`),
  ],
)

/** Whether a virus scanner is set up: one row, made by the first start with one. */
export const fileChecking = pgTable(
  "file_checking",
  {
    id: text("id").primaryKey().default("clamd"),
    isOn: boolean("is_on").notNull(),
    /** Since when it is on without a break. */
    onSince: instant("on_since"),
    /** Since when nobody answers. */
    awaySince: instant("away_since"),
  },
  (table) => [check("file_checking_single", sql`${table.id} = 'clamd'`)],
)
