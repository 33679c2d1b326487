import type { Jobs } from "../kernel/jobs.ts"
import { deliver, sweepDeliveries, type WebhookParts } from "./delivering.ts"
import { DELIVERY_QUEUE } from "./telling.ts"

/** A receiver that answers late must not keep the others waiting. */
const AT_ONCE = 3

export function webhookJobs(jobs: Jobs, parts: WebhookParts): void {
  jobs.declare(
    DELIVERY_QUEUE,
    async ({ deliveryId }) => {
      if (deliveryId) await deliver(parts, deliveryId)
    },
    undefined,
    AT_ONCE,
  )
  jobs.declare("webhooks.sweep", () => sweepDeliveries(parts.db), "45 3 * * *")
}
