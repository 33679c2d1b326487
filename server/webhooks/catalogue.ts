import { type CatalogueEntry, impersonal } from "../accounts/index.ts"

/** What this module stores: nothing of it is about people. */
export const webhooksCatalogue: CatalogueEntry[] = [
  impersonal(
    "webhooks",
    "id",
    "name",
    "url",
    "events",
    "enabled",
    "created_on",
    "secret_key",
    "sealed_secret",
    "former_key",
    "sealed_former",
    "failing_since",
    "stopped_at",
  ),
  impersonal(
    "webhook_deliveries",
    "id",
    "webhook_id",
    "event",
    "subject_id",
    "at",
    "state",
    "attempts",
    "tried_at",
    "status",
    "milliseconds",
    "fault",
  ),
]
