import { boolean, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { instant } from "../kernel/tables.ts"

/** What other programs can hear of: only what everybody who reads the forum may read. */
export const WEBHOOK_EVENTS = [
  "question.asked",
  "question.answered",
  "best-practice.shared",
  "announcement.published",
] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** What an administrator sends on purpose, about nothing. */
export const TEST_EVENT = "test"

/** An address that is told what happens. */
export const webhooks = pgTable("webhooks", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  url: text("url").notNull(),
  events: text("events").array().$type<WebhookEvent[]>().notNull(),
  enabled: boolean("enabled").notNull(),
  createdOn: date("created_on").notNull(),
  /** The secret that signs, sealed. */
  secretKey: text("secret_key").notNull(),
  sealedSecret: text("sealed_secret").notNull(),
  /** The one before, which signs as well until the receiver knows the new one. */
  formerKey: text("former_key"),
  sealedFormer: text("sealed_former"),
  /** Since when nothing has arrived; null while it does. */
  failingSince: instant("failing_since"),
  /** When it was given up because nothing arrived for days; null: it was not. */
  stoppedAt: instant("stopped_at"),
})

export const DELIVERY_STATES = ["waiting", "delivered", "failed"] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** What became of each message: never what was in it, and never what was answered. */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    id: uuid("id").primaryKey(),
    webhookId: uuid("webhook_id")
      .notNull()
      .references(() => webhooks.id, { onDelete: "cascade" }),
    event: text("event").$type<WebhookEvent | typeof TEST_EVENT>().notNull(),
    /** What it is about; null: a test. */
    subjectId: uuid("subject_id"),
    at: instant("at").notNull(),
    state: text("state").$type<DeliveryState>().notNull(),
    attempts: integer("attempts").notNull(),
    triedAt: instant("tried_at"),
    /** Of the last try: the status of the answer, how long it took, and what went wrong. */
    status: integer("status"),
    milliseconds: integer("milliseconds"),
    fault: text("fault").$type<DeliveryFault>(),
  },
  (table) => [
    index("webhook_deliveries_webhook").on(table.webhookId, table.id),
    index("webhook_deliveries_at").on(table.at),
  ],
)

export const DELIVERY_FAULTS = [
  /** It was answered with a status that is no success. */
  "status",
  "redirect",
  "timeout",
  "unreachable",
  "certificate",
  /** The operator does not allow the address (any more). */
  "not-allowed",
  /** No key opens the secret. */
  "secret-lost",
  /** By now not everybody may read it. */
  "not-public",
  /** The webhook was switched off before it could be sent. */
  "switched-off",
] as const
export type DeliveryFault = (typeof DELIVERY_FAULTS)[number]
