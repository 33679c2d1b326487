import * as oidc from "openid-client"
import type { Actor } from "../../kernel/actor.ts"
import { networkOf } from "../../kernel/sender.ts"
import { dailyHash, limit } from "../../kernel/throttle.ts"
import type { AccountParts } from "../parts.ts"
import { browserOf, rememberAttempt } from "./attempts.ts"
import { discover } from "./client.ts"
import { findEnabledProvider } from "./queries.ts"
import { noteReachable, noteUnreachable } from "./reachability.ts"
import type { Purpose } from "./tables.ts"

export type ProviderParts = Pick<AccountParts, "db" | "config" | "sessions" | "providerKeys">

/** Whoever wants to go there, from which browser, and what for. */
export type Leaving = {
  purpose: Purpose
  returnTo: string
  /** The person signed in here; null for somebody who wants to be. */
  actor: Actor | null
  address: string
  /** What this browser kept of an earlier attempt. */
  cookie: string | undefined
}

/**
 * Sends somebody to the provider. Refuses with 404 where there is none of this name, and with 503
 * `providers.unreachable` where it does not answer, so that nobody is sent into the void.
 */
export async function beginAt(
  parts: ProviderParts,
  slug: string,
  { purpose, returnTo, actor, address, cookie: known }: Leaving,
): Promise<{ address: string; cookie: string }> {
  const { db, config } = parts
  const provider = await findEnabledProvider(db, slug)
  await refuseTooMany(db, address)
  const configuration = await discover(secretsOf(parts), provider).catch((error) =>
    noteUnreachable(db, provider, error),
  )
  await noteReachable(db, provider)
  const state = oidc.randomState()
  const nonce = oidc.randomNonce()
  const verifier = oidc.randomPKCECodeVerifier()
  const { browser, cookie } = browserOf(known, config.secure)
  await rememberAttempt(db, {
    state,
    browser,
    providerId: provider.id,
    purpose,
    nonce,
    verifier,
    returnTo,
    personId: actor?.id ?? null,
  })
  const url = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectAddress(config.publicUrl, provider.slug),
    scope: provider.scopes,
    state,
    nonce,
    // For every provider, also for one that does not say that it knows this: what it does not know it ignores.
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...PROMPTS[purpose],
  })
  return { address: url.href, cookie }
}

/**
 * Asked again without a page of the provider's. Whoever links an account shows there once more who they are: the browser
 * may still be signed in as the colleague who sat here before.
 */
const PROMPTS: Record<Purpose, Record<string, string>> = {
  "sign-in": {},
  link: { prompt: "login" },
  check: { prompt: "none" },
  try: {},
}

export const redirectAddress = (publicUrl: string, slug: string) => `${publicUrl}/anmelden/zurueck/${slug}`
export const afterSignOutAddress = (publicUrl: string) => `${publicUrl}/abgemeldet`

export const secretsOf = ({ config, providerKeys }: Pick<ProviderParts, "config" | "providerKeys">) => ({
  keys: providerKeys,
  environment: config.providerSecrets,
})

/** Each of them is a row and a request to the provider. A whole office may share an address. */
async function refuseTooMany(db: ProviderParts["db"], address: string): Promise<void> {
  const bucket = `accounts:${await dailyHash(db, `provider|${networkOf(address)}`)}`
  await limit(db, bucket, MOST_FROM_ADDRESS, QUARTER)
}
const MOST_FROM_ADDRESS = 1500
const QUARTER = 15 * 60
