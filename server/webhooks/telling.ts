import { and, eq, sql } from "drizzle-orm"
import { newId, type Tx } from "../kernel/database.ts"
import { enqueueAll } from "../kernel/jobs.ts"
import { now } from "../kernel/time.ts"
import { TEST_EVENT, type WebhookEvent, webhookDeliveries, webhooks } from "./tables.ts"

export const DELIVERY_QUEUE = "webhooks.deliver"

/**
 * Tells other programs that something happened, within the write. Only its id goes out, and only where everybody who
 * reads the forum may read it.
 * @param isPublic asked only where somebody wants to hear of it
 */
export async function tellWebhooks(
  tx: Tx,
  event: WebhookEvent,
  subjectId: string,
  isPublic: () => boolean | Promise<boolean>,
): Promise<void> {
  const wanting = await tx
    .select({ id: webhooks.id })
    .from(webhooks)
    .where(and(eq(webhooks.enabled, true), sql`${event} = any(${webhooks.events})`))
  if (wanting.length === 0 || !(await isPublic())) return
  await addDeliveries(
    tx,
    wanting.map(({ id }) => ({ webhookId: id, event, subjectId })),
  )
}

type New = { webhookId: string; event: WebhookEvent | typeof TEST_EVENT; subjectId: string | null }

async function addDeliveries(tx: Tx, added: New[]): Promise<void> {
  const rows = added.map((one) => {
    return { ...one, id: newId(), at: now(), state: "waiting" as const, attempts: 0 }
  })
  await tx.insert(webhookDeliveries).values(rows)
  await enqueueAll(
    tx,
    DELIVERY_QUEUE,
    rows.map(({ id }) => ({ deliveryId: id })),
  )
}

export const addTest = (tx: Tx, webhookId: string): Promise<void> =>
  addDeliveries(tx, [{ webhookId, event: TEST_EVENT, subjectId: null }])
