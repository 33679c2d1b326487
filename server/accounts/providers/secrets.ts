import type { Config } from "../../kernel/config.ts"
import { type Keys, seal, unseal } from "../../kernel/key-file.ts"
import { findSecret, sealSecret } from "../../kernel/stored-secret.ts"
import type { providers } from "../tables.ts"

export type Provider = typeof providers.$inferSelect

/** What the providers' secrets are found with. Without keys none can be entered on a page. */
export type ProviderSecrets = { keys: Keys | null; environment: Config["providerSecrets"] }

/** `OIDC_SECRET_KEYCLOAK` is the secret of the provider `keycloak`. */
export const secretVariable = (slug: string) => `OIDC_SECRET_${slug.toUpperCase().replaceAll("-", "_")}`

/** Where the secret of a provider comes from. `lost`: it was sealed with a key that is there no more. */
export type SecretSource = "environment" | "stored" | "none" | "lost"

export function secretOf(
  secrets: ProviderSecrets,
  provider: Provider,
): { source: SecretSource; secret: string | null } {
  const given = secrets.environment[secretVariable(provider.slug)]
  if (given) return { source: "environment", secret: given }
  return findSecret(secrets.keys, ownerOf(provider.id), provider)
}

export const sealProviderSecret = (keys: Keys, providerId: string, secret: string) =>
  sealSecret(keys, ownerOf(providerId), secret)

const ownerOf = (providerId: string) => ["provider-secret", providerId] as const

/** The provider's statement belongs to one session. Not kept where there is no key, or where it is too long to be shown. */
export function sealIdToken({ keys }: ProviderSecrets, sessionId: string, idToken: string) {
  if (!keys || idToken.length > LONGEST_HINT) return { idTokenKey: null, sealedIdToken: null }
  const { keyId, sealed } = seal(keys, ["id-token", sessionId], idToken)
  return { idTokenKey: keyId, sealedIdToken: sealed }
}

export function openIdToken(
  { keys }: ProviderSecrets,
  session: { id: string; idTokenKey: string | null; sealedIdToken: string | null },
): string | null {
  const { idTokenKey: keyId, sealedIdToken: sealed } = session
  return keys && keyId && sealed ? unseal(keys, ["id-token", session.id], { keyId, sealed }) : null
}

/** It becomes part of an address, and many servers take none that is longer than 8 KB. */
const LONGEST_HINT = 5000
