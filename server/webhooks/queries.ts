import { desc, eq, isNotNull } from "drizzle-orm"
import type { Reader } from "../kernel/database.ts"
import { byName } from "../kernel/order.ts"
import type { DeliveryView, WebhookView } from "./schema.ts"
import { webhookDeliveries, webhooks } from "./tables.ts"

const MOST_SHOWN = 50

export async function listWebhooks(reader: Reader): Promise<WebhookView[]> {
  const rows = await reader.select().from(webhooks).orderBy(byName(webhooks.name), webhooks.id)
  return rows.map(viewOf)
}

export async function findWebhook(reader: Reader, id: string): Promise<WebhookView | null> {
  const [found] = await reader.select().from(webhooks).where(eq(webhooks.id, id))
  return found ? viewOf(found) : null
}

/** What became of the latest messages, the newest first. */
export async function listDeliveries(reader: Reader, webhookId: string): Promise<DeliveryView[]> {
  const { id, event, at, state, attempts, triedAt, status, milliseconds, fault } = webhookDeliveries
  const rows = await reader
    .select({ id, event, at, state, attempts, triedAt, status, milliseconds, fault })
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.webhookId, webhookId))
    .orderBy(desc(id))
    .limit(MOST_SHOWN)
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    triedAt: row.triedAt?.toISOString() ?? null,
  }))
}

/** Names of those that were given up, for administrators. */
export async function listStopped(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ name: webhooks.name })
    .from(webhooks)
    .where(isNotNull(webhooks.stoppedAt))
  return rows.map(({ name }) => name)
}

function viewOf(row: typeof webhooks.$inferSelect): WebhookView {
  const { id, name, url, events, enabled, createdOn, formerKey, failingSince, stoppedAt } = row
  return {
    ...{ id, name, url, events, enabled, createdOn },
    hasFormer: formerKey !== null,
    failingSince: failingSince?.toISOString() ?? null,
    stoppedAt: stoppedAt?.toISOString() ?? null,
  }
}
