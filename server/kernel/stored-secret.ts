import { type Keys, seal, unseal } from "./key-file.ts"

/** As a table keeps the secret of one of its rows: sealed, and by which key. */
type Stored = { secretKey: string | null; sealedSecret: string | null }

/** Whose secret it is, and of which row: moved to another one it can no longer be opened. */
type Owner = readonly [kind: string, id: string]

export function sealSecret(keys: Keys, owner: Owner, secret: string) {
  const { keyId: secretKey, sealed: sealedSecret } = seal(keys, owner, secret)
  return { secretKey, sealedSecret }
}

/** `lost`: it was sealed with a key that is there no more. */
export function findSecret(
  keys: Keys | null,
  owner: Owner,
  { secretKey: keyId, sealedSecret: sealed }: Stored,
): { source: "stored" | "none" | "lost"; secret: string | null } {
  if (!keyId || !sealed) return { source: "none", secret: null }
  const secret = keys && unseal(keys, owner, { keyId, sealed })
  return secret ? { source: "stored", secret } : { source: "lost", secret: null }
}
