import { createHmac, randomBytes } from "node:crypto"
import { type Keys, seal, unseal } from "../kernel/key-file.ts"
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

const boundTo = (webhookId: string) => ["webhook-secret", webhookId]

export function sealSecret(keys: Keys, webhookId: string, secret: string) {
  const { keyId, sealed } = seal(keys, boundTo(webhookId), secret)
  return { secretKey: keyId, sealedSecret: sealed }
}

/** The present one first; none where the keys that sealed them are gone. */
export function openSecrets(keys: Keys | null, hook: typeof webhooks.$inferSelect): string[] {
  const { id, secretKey, sealedSecret, formerKey, sealedFormer } = hook
  const sealed = [
    { keyId: secretKey, sealed: sealedSecret },
    ...(formerKey && sealedFormer ? [{ keyId: formerKey, sealed: sealedFormer }] : []),
  ]
  return sealed.flatMap((one) => (keys && unseal(keys, boundTo(id), one)) ?? [])
}
