import { createHash, randomBytes } from "node:crypto"

export type Identity = { identityHash: string; identitySalt: string }

/**
 * How the holder proves that a badge is theirs: by the address they had on the day of issue, which the badge does not
 * name. SHA-256 over address and salt, one after the other, as the specification has it.
 */
export function identify(email: string): Identity {
  const identitySalt = randomBytes(16).toString("hex")
  const digest = createHash("sha256").update(email.toLowerCase() + identitySalt)
  return { identityHash: `sha256$${digest.digest("hex")}`, identitySalt }
}

export const identityObject = ({ identityHash, identitySalt }: Identity) => {
  return {
    type: "IdentityObject",
    hashed: true,
    identityType: "emailAddress",
    identityHash,
    salt: identitySalt,
  }
}
