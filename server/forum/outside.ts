import type { Reader, Tx } from "../kernel/database.ts"
import { tellWebhooks, type WebhookEvent } from "../webhooks/index.ts"
import { loadStanding } from "./loading.ts"
import { isFindable } from "./policy.ts"

/** Tells other programs of a post that everybody who reads the forum sees; of any other nothing goes out. */
export const tellOutside = (tx: Tx, event: WebhookEvent, postId: string): Promise<void> =>
  tellWebhooks(tx, event, postId, () => isReadByAll(tx, postId))

/** Whether every reader of the forum sees a post, whatever department they belong to. */
export async function isReadByAll(reader: Reader, postId: string): Promise<boolean> {
  const seen = await loadStanding(reader, postId)
  return seen !== null && seen.place.audience === "all" && isFindable(seen)
}
