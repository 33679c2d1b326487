/** The front door of the module: it tells other programs that something happened, and nothing of what was written. */
export {
  createWebhook,
  dropFormerSecret,
  editWebhook,
  removeWebhook,
  renewSecret,
  sendAgain,
  testWebhook,
} from "./actions.ts"
export { webhooksCatalogue } from "./catalogue.ts"
export type { IsPublic } from "./delivering.ts"
export { webhookJobs } from "./jobs.ts"
export { findWebhook, listDeliveries, listStopped, listWebhooks } from "./queries.ts"
export { type DeliveryView, NewWebhook, WebhookChange, type WebhookView } from "./schema.ts"
export { WEBHOOK_EVENTS, type WebhookEvent } from "./tables.ts"
export { tellWebhooks } from "./telling.ts"
