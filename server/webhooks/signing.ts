import { createHmac, randomBytes } from "node:crypto"
import type { Keys } from "../kernel/key-file.ts"
import { findSecret, sealSecret } from "../kernel/stored-secret.ts"
import type { webhooks } from "./tables.ts"

/** As Standard Webhooks 1.0 wants it: receivers check a message with a library that they have. */
const PREFIX = "whsec_"
const SECRET_BYTES = 32

export const newSecret = () => `${PREFIX}${randomBytes(SECRET_BYTES).toString("base64")}`

type Message = { id: string; seconds: number; body: string }

/** The head of a message; with two secrets it has two signatures, of which a receiver needs one. */
export function signedHead(
  secrets: readonly string[],
  { id, seconds, body }: Message,
): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), "base64")
    return `v1,${createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64")}`
  })
  return {
    "webhook-id": id,
    "webhook-timestamp": String(seconds),
    "webhook-signature": signatures.join(" "),
  }
}

const ownerOf = (webhookId: string) => ["webhook-secret", webhookId] as const

export const sealWebhookSecret = (keys: Keys, webhookId: string, secret: string) =>
  sealSecret(keys, ownerOf(webhookId), secret)

/** The present one first; none where the keys that sealed them are gone. */
export function openSecrets(keys: Keys | null, hook: typeof webhooks.$inferSelect): string[] {
  const { id, secretKey, sealedSecret, formerKey, sealedFormer } = hook
  const stored = [
    { secretKey, sealedSecret },
    { secretKey: formerKey, sealedSecret: sealedFormer },
  ]
  return stored.flatMap((one) => findSecret(keys, ownerOf(id), one).secret ?? [])
}
