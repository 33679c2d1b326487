import { type Static, Type } from "typebox"
import { Choice, Closed, Day, Id, Instant, Line, Nullable } from "../kernel/schemas.ts"
import { DELIVERY_FAULTS, DELIVERY_STATES, TEST_EVENT, WEBHOOK_EVENTS } from "./tables.ts"

const fields = {
  name: Line(80),
  url: Type.String({ minLength: 10, maxLength: 500, pattern: "^https?://[^\\s@#]+$" }),
  events: Type.Array(Choice(WEBHOOK_EVENTS, "WebhookEvent"), {
    minItems: 1,
    maxItems: WEBHOOK_EVENTS.length,
    uniqueItems: true,
  }),
}
export const NewWebhook = Closed("NewWebhook", fields)
export type NewWebhook = Static<typeof NewWebhook>

export const WebhookChange = Closed("WebhookChange", { ...fields, enabled: Type.Boolean() })
export type WebhookChange = Static<typeof WebhookChange>

export const WebhookView = Closed("Webhook", {
  id: Id,
  ...fields,
  enabled: Type.Boolean(),
  createdOn: Day,
  /** The former secret signs as well. */
  hasFormer: Type.Boolean(),
  failingSince: Nullable(Instant),
  stoppedAt: Nullable(Instant),
})
export type WebhookView = Static<typeof WebhookView>

export const DeliveryView = Closed("WebhookDelivery", {
  id: Id,
  event: Choice([...WEBHOOK_EVENTS, TEST_EVENT]),
  at: Instant,
  state: Choice(DELIVERY_STATES),
  attempts: Type.Integer(),
  triedAt: Nullable(Instant),
  status: Nullable(Type.Integer()),
  milliseconds: Nullable(Type.Integer()),
  fault: Nullable(Choice(DELIVERY_FAULTS)),
})
export type DeliveryView = Static<typeof DeliveryView>
