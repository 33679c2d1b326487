import { and, eq, lt } from "drizzle-orm"
import { audit } from "../kernel/audit.ts"
import type { Config } from "../kernel/config.ts"
import { type Db, only, type Reader, type Tx, transact } from "../kernel/database.ts"
import { enqueueAt } from "../kernel/jobs.ts"
import type { Keys } from "../kernel/key-file.ts"
import { DAY, MINUTE, now } from "../kernel/time.ts"
import { isAllowed, type Outcome, send } from "./sending.ts"
import { openSecrets, signedHead } from "./signing.ts"
import { TEST_EVENT, type WebhookEvent, webhookDeliveries, webhooks } from "./tables.ts"
import { DELIVERY_QUEUE } from "./telling.ts"

/** Whether everybody who reads the forum may read it at this moment. */
export type IsPublic = (reader: Reader, event: WebhookEvent, id: string) => Promise<boolean>

export type WebhookParts = {
  config: Pick<Config, "publicUrl" | "webhookHosts">
  db: Db
  providerKeys: Keys | null
  isPublic: IsPublic
}

/** After each failure longer, three days in all: a receiver may be down over a weekend. */
const WAITS = [1, 5, 30, 120, 300, 600, 840, 1200, 1440].map((minutes) => minutes * MINUTE)
const STOPPED_AFTER = 3 * DAY
const GONE = 410
/** How long it can be seen what became of a message. */
const LOGGED_DAYS = 30

type Delivery = typeof webhookDeliveries.$inferSelect
type Hook = typeof webhooks.$inferSelect

/** Does one try. Again after a stop in the middle: a receiver knows a message by its id. */
export async function deliver(parts: WebhookParts, id: string): Promise<void> {
  const { db } = parts
  const [found] = await db
    .select({ delivery: webhookDeliveries, hook: webhooks })
    .from(webhookDeliveries)
    .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .where(eq(webhookDeliveries.id, id))
  if (found?.delivery.state !== "waiting") return
  const { delivery, hook } = found
  const isTest = delivery.event === TEST_EVENT
  if (!(await claim(db, delivery))) return
  const outcome = hook.enabled || isTest ? await tryOnce(parts, delivery, hook) : unsent("switched-off")
  await settle(db, { ...delivery, attempts: delivery.attempts + 1 }, hook, outcome)
}

/** Of two that want to send it at the same moment, one does. */
async function claim(db: Db, { id, attempts }: Delivery): Promise<boolean> {
  const claimed = await db
    .update(webhookDeliveries)
    .set({ attempts: attempts + 1, triedAt: now() })
    .where(and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.attempts, attempts)))
    .returning({ id: webhookDeliveries.id })
  return claimed.length > 0
}

async function tryOnce(parts: WebhookParts, delivery: Delivery, hook: Hook): Promise<Outcome> {
  const { config, db, providerKeys, isPublic } = parts
  const { id, event, subjectId } = delivery
  if (event !== TEST_EVENT && !(await isPublic(db, event, subjectId ?? ""))) return unsent("not-public")
  if (!isAllowed(config.webhookHosts, hook.url)) return unsent("not-allowed")
  const secrets = openSecrets(providerKeys, hook)
  if (secrets.length === 0) return unsent("secret-lost")
  const body = bodyOf(delivery, config.publicUrl)
  const seconds = Math.floor(now().getTime() / 1000)
  return send(hook.url, signedHead(secrets, { id, seconds, body }), body)
}

const unsent = (fault: NonNullable<Outcome["fault"]>): Outcome => ({ status: null, milliseconds: 0, fault })

/** Ids and an address, behind which the reader's own rights decide: no text and no name. */
function bodyOf({ event, subjectId, at }: Delivery, publicUrl: string): string {
  const path = event === "announcement.published" ? "ankuendigungen" : "a"
  const data = event === TEST_EVENT ? {} : { id: subjectId, url: `${publicUrl}/${path}/${subjectId}` }
  return JSON.stringify({ type: event, timestamp: at.toISOString(), data })
}

async function settle(db: Db, delivery: Delivery, hook: Hook, outcome: Outcome): Promise<void> {
  const { id, attempts, event } = delivery
  const { fault } = outcome
  const wait = WAITS[attempts - 1]
  const isWithheld = fault === "not-public" || fault === "switched-off"
  const isOver = isWithheld || event === TEST_EVENT || outcome.status === GONE
  const goesOn = fault !== null && wait !== undefined && !isOver
  const state = fault === null ? "delivered" : goesOn ? "waiting" : "failed"
  await transact(db, async (tx) => {
    await tx
      .update(webhookDeliveries)
      .set({ ...outcome, state })
      .where(eq(webhookDeliveries.id, id))
    if (goesOn) await enqueueAt(tx, DELIVERY_QUEUE, { deliveryId: id }, new Date(now().getTime() + wait))
    // What somebody tries out says nothing about what arrives otherwise, unless it did arrive.
    if (!isWithheld && (event !== TEST_EVENT || fault === null))
      await note(tx, hook.id, fault === null, outcome.status === GONE)
  })
}

/** Stops the webhook when nothing has arrived for days, or its receiver says that it is gone. */
async function note(tx: Tx, id: string, hasArrived: boolean, isGone: boolean): Promise<void> {
  const { failingSince, name, enabled } = only(
    await tx.select().from(webhooks).where(eq(webhooks.id, id)).for("update"),
  )
  if (hasArrived) {
    if (failingSince) await tx.update(webhooks).set({ failingSince: null }).where(eq(webhooks.id, id))
    return
  }
  const since = failingSince ?? now()
  const isStopped = enabled && (isGone || now().getTime() - since.getTime() >= STOPPED_AFTER)
  await tx
    .update(webhooks)
    .set({ failingSince: since, ...(isStopped && { enabled: false, stoppedAt: now() }) })
    .where(eq(webhooks.id, id))
  if (isStopped)
    await audit(tx, null, {
      action: "webhook.stopped",
      subjectType: "webhook",
      subjectId: id,
      detail: { name },
    })
}

export async function sweepDeliveries(db: Db): Promise<void> {
  const before = new Date(now().getTime() - LOGGED_DAYS * DAY)
  await db.delete(webhookDeliveries).where(lt(webhookDeliveries.at, before))
}
