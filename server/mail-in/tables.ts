import { date, index, pgTable, text, uuid } from "drizzle-orm/pg-core"

export const OUTCOMES = ["posted", "drafted", "returned", "report", "ignored"] as const
/**
 * What became of a mail: a post; a draft, because something in it looks personal; back to its sender with the reason; a
 * delivery report, for the reader of those; or nothing, as nobody wrote it to us.
 */
export type MailOutcome = (typeof OUTCOMES)[number]

/** Mails that came in, each once: written with what became of it. Nothing in it tells who wrote or what. */
export const incomingMails = pgTable(
  "incoming_mails",
  {
    /** A hash of its Message-ID and content. */
    id: text("id").primaryKey(),
    outcome: text("outcome").$type<MailOutcome>().notNull(),
    /** The post or the draft. */
    subjectId: uuid("subject_id"),
    /** Why files of it were not taken, each reason once. */
    refused: text("refused").array().notNull(),
    day: date("day").notNull(),
  },
  (table) => [index("incoming_mails_day").on(table.day)],
)
