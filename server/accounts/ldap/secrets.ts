import { type Keys, seal, unseal } from "../../kernel/key-file.ts"
import type { ldapDirectories } from "./tables.ts"

type Sealed = Pick<typeof ldapDirectories.$inferSelect, "directoryId" | "secretKey" | "sealedSecret">

export function secretOf(
  keys: Keys | null,
  { directoryId, secretKey: keyId, sealedSecret: sealed }: Sealed,
): { source: "stored" | "none" | "lost"; secret: string | null } {
  if (!keyId || !sealed) return { source: "none", secret: null }
  const secret = keys && unseal(keys, boundTo(directoryId), { keyId, sealed })
  return secret ? { source: "stored", secret } : { source: "lost", secret: null }
}

export function sealSecret(keys: Keys, directoryId: string, secret: string) {
  const { keyId, sealed } = seal(keys, boundTo(directoryId), secret)
  return { secretKey: keyId, sealedSecret: sealed }
}

const boundTo = (directoryId: string) => ["ldap-secret", directoryId]
