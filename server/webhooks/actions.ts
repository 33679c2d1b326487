import { and, eq } from "drizzle-orm"
import { requireAdmin } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import { auditOf } from "../kernel/audit.ts"
import type { Config } from "../kernel/config.ts"
import { type Db, newId, type Tx, transact } from "../kernel/database.ts"
import { notFound, Refusal } from "../kernel/errors.ts"
import { enqueueAll } from "../kernel/jobs.ts"
import type { Keys } from "../kernel/key-file.ts"
import { today } from "../kernel/time.ts"
import type { NewWebhook, WebhookChange } from "./schema.ts"
import { isAllowed } from "./sending.ts"
import { newSecret, sealWebhookSecret } from "./signing.ts"
import { webhookDeliveries, webhooks } from "./tables.ts"
import { addTest, DELIVERY_QUEUE } from "./telling.ts"

/** What an address is checked by, and what its secret is sealed with. */
type Parts = { db: Db; config: Pick<Config, "webhookHosts">; providerKeys: Keys | null }
const record = auditOf("webhook")

/** @returns the secret, which nobody can read again */
export async function createWebhook(
  { db, config, providerKeys }: Parts,
  actor: Actor,
  input: NewWebhook,
): Promise<{ id: string; secret: string }> {
  requireAdmin(actor)
  refuseAddress(config, input.url)
  const keys = keysOf(providerKeys)
  return transact(db, async (tx) => {
    const id = newId()
    const name = input.name.trim()
    const secret = newSecret()
    const row = { ...input, id, name, enabled: true, createdOn: today() }
    await tx.insert(webhooks).values({ ...row, ...sealWebhookSecret(keys, id, secret) })
    await record(tx, actor, "created", id, { name, url: input.url })
    return { id, secret }
  })
}

/** Switched on again it begins anew; what failed meanwhile stays failed, and can be sent again one by one. */
export async function editWebhook(
  { db, config }: Parts,
  actor: Actor,
  id: string,
  input: WebhookChange,
): Promise<void> {
  requireAdmin(actor)
  refuseAddress(config, input.url)
  await transact(db, async (tx) => {
    const former = await lockWebhook(tx, id)
    const name = input.name.trim()
    const begun = input.enabled && !former.enabled ? { failingSince: null } : {}
    await tx
      .update(webhooks)
      .set({ ...input, ...begun, name, stoppedAt: null })
      .where(eq(webhooks.id, id))
    await record(tx, actor, "edited", id, { name, url: input.url, enabled: input.enabled })
  })
}

/** The former secret goes on signing beside the new one, until it is dropped. @returns the new one */
export async function renewSecret(
  { db, providerKeys }: Parts,
  actor: Actor,
  id: string,
): Promise<{ secret: string }> {
  requireAdmin(actor)
  const keys = keysOf(providerKeys)
  return transact(db, async (tx) => {
    const { name, secretKey: formerKey, sealedSecret: sealedFormer } = await lockWebhook(tx, id)
    const secret = newSecret()
    await tx
      .update(webhooks)
      .set({ ...sealWebhookSecret(keys, id, secret), formerKey, sealedFormer })
      .where(eq(webhooks.id, id))
    await record(tx, actor, "secret-renewed", id, { name })
    return { secret }
  })
}

export async function dropFormerSecret(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const { name } = await lockWebhook(tx, id)
    await tx.update(webhooks).set({ formerKey: null, sealedFormer: null }).where(eq(webhooks.id, id))
    await record(tx, actor, "secret-dropped", id, { name })
  })
}

/** With the log of its messages. */
export async function removeWebhook(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const { name } = await lockWebhook(tx, id)
    await tx.delete(webhooks).where(eq(webhooks.id, id))
    await record(tx, actor, "removed", id, { name })
  })
}

export async function testWebhook(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    await lockWebhook(tx, id)
    await addTest(tx, id)
  })
}

/** Under the same id, so that a receiver who has it all the same knows it again. */
export async function sendAgain(db: Db, actor: Actor, id: string, deliveryId: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    await lockWebhook(tx, id)
    const renewed = await tx
      .update(webhookDeliveries)
      .set({ state: "waiting", attempts: 0 })
      .where(and(eq(webhookDeliveries.id, deliveryId), eq(webhookDeliveries.webhookId, id)))
      .returning({ id: webhookDeliveries.id })
    if (renewed.length === 0) throw notFound()
    await enqueueAll(tx, DELIVERY_QUEUE, [{ deliveryId }])
  })
}

function refuseAddress({ webhookHosts }: Parts["config"], url: string): void {
  if (!isAllowed(webhookHosts, url)) throw new Refusal(422, "webhooks.not-allowed", "url")
}

function keysOf(keys: Keys | null): Keys {
  if (!keys) throw new Refusal(409, "webhooks.no-key")
  return keys
}

async function lockWebhook(tx: Tx, id: string) {
  const rows = await tx.select().from(webhooks).where(eq(webhooks.id, id)).for("update")
  if (!rows[0]) throw notFound()
  return rows[0]
}
