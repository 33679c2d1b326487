import { createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from "jose"
import * as oidc from "openid-client"
import { networkFault } from "./faults.ts"
import { type Provider, type ProviderSecrets, secretOf } from "./secrets.ts"

/** Clocks of servers differ, by a minute at most. */
export const CLOCK_TOLERANCE = 60
/** Some providers date what they sign five minutes back. */
const OLDEST_ID_TOKEN = 15 * 60
const PATIENCE_SECONDS = 5
/** Only what the provider signs with a key of its own; a shared secret would prove nothing to a third party. */
export const ALGORITHMS = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
]

/**
 * What the provider says about itself at this moment. Asked each time: sign-ins are rare, and so a provider that is down
 * is found out before somebody is sent there, and no process goes by what was so an hour ago.
 */
export async function discover(secrets: ProviderSecrets, provider: Provider): Promise<oidc.Configuration> {
  const { secret } = secretOf(secrets, provider)
  const issuer = new URL(provider.issuer)
  try {
    return await oidc.discovery(
      issuer,
      provider.clientId,
      { [oidc.clockTolerance]: CLOCK_TOLERANCE, ...(secret && { client_secret: secret }) },
      undefined,
      {
        timeout: PATIENCE_SECONDS,
        ...(issuer.protocol === "http:" && { execute: [oidc.allowInsecureRequests] }),
      },
    )
  } catch (error) {
    throw networkFault(error)
  }
}

/** The keys by which the provider signs now. */
export function keysOf(configuration: oidc.Configuration, cooldown: number): JWTVerifyGetKey {
  const { jwks_uri } = configuration.serverMetadata()
  if (!jwks_uri) throw new Error("the provider names no keys")
  return createRemoteJWKSet(new URL(jwks_uri), {
    timeoutDuration: PATIENCE_SECONDS * 1000,
    cooldownDuration: cooldown,
  })
}

/**
 * openid-client believes an ID token because of the connection that it came by, and looks neither at the signature nor
 * at its date.
 */
export async function verifyIdToken(
  configuration: oidc.Configuration,
  clientId: string,
  idToken: string,
): Promise<void> {
  await jwtVerify(idToken, keysOf(configuration, 0), {
    issuer: configuration.serverMetadata().issuer,
    audience: clientId,
    algorithms: ALGORITHMS,
    clockTolerance: CLOCK_TOLERANCE,
    maxTokenAge: OLDEST_ID_TOKEN,
  })
}
