import { setTimeout } from "node:timers/promises"
import { errors, type JWTVerifyGetKey, jwtVerify } from "jose"
import { MINUTE, now } from "../../kernel/time.ts"
import { refusal } from "../codes.ts"
import { type ProviderParts, secretsOf } from "./begin.ts"
import { ALGORITHMS, CLOCK_TOLERANCE, discover, keysOf } from "./client.ts"
import type { Provider } from "./secrets.ts"

/** Who has signed out: a person everywhere, or one session of theirs. */
export type LogoutStatement = { subject: string | null; session: string | null; id: string; expiresAt: Date }

const EVENT = "http://schemas.openid.net/event/backchannel-logout"
/** What the header may say that it is. Not every provider follows the recommendation; an access token says something else. */
const TYPES = ["logout+jwt", "application/logout+jwt", "jwt"]
/** Seconds; the specification recommends tokens of two minutes. */
const OLDEST = 10 * 60
/** How soon keys are asked for again where a token names one that is not there: anybody can make up such a token. */
const COOLDOWN_MS = 1_000

/** OpenID Connect Back-Channel Logout 1.0, section 2.6. */
export async function readLogoutToken(
  parts: ProviderParts,
  provider: Provider,
  token: string,
): Promise<LogoutStatement> {
  const { issuer, keys } = await keysFor(parts, provider)
  const verify = () =>
    jwtVerify(token, keys, {
      issuer,
      audience: provider.clientId,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_TOLERANCE,
      maxTokenAge: OLDEST,
      requiredClaims: ["exp", "jti", "events"],
    })
  const { payload, protectedHeader } = await verify().catch(async (error: unknown) => {
    if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
    // Nobody sends a logout twice: where the keys have changed just now, it waits until they may be asked for again.
    await setTimeout(COOLDOWN_MS)
    return verify()
  })
  const { sub, sid, jti, exp = 0, events, nonce } = payload
  const isLogout = typeof events === "object" && events !== null && Object.hasOwn(events, EVENT)
  const isOfType = TYPES.includes((protectedHeader.typ ?? "jwt").toLowerCase())
  // With a nonce it would be an ID token, and everybody has one who ever signed in.
  if (!isLogout || !isOfType || nonce !== undefined) throw refusal(400, "providers.logout-invalid")
  if (!isTextOrNothing(sub) || !isTextOrNothing(sid) || !jti || (!sub && !sid))
    throw refusal(400, "providers.logout-invalid")
  return { subject: sub ?? null, session: sid ?? null, id: jti, expiresAt: new Date(exp * 1000) }
}

const isTextOrNothing = (value: unknown): value is string | undefined =>
  value === undefined || typeof value === "string"

type Known = { issuer: string; keys: JWTVerifyGetKey; until: number }

/**
 * A provider that signs out a whole office sends hundreds at once, and the keys are asked for only once. They are public,
 * and every process has its own copy.
 */
const known = new Map<string, Known>()
const LIFE = 10 * MINUTE

async function keysFor(parts: ProviderParts, provider: Provider): Promise<Known> {
  const found = known.get(provider.issuer)
  if (found && found.until > now().getTime()) return found
  const configuration = await discover(secretsOf(parts), provider)
  const { issuer } = configuration.serverMetadata()
  const made = { issuer, keys: keysOf(configuration, COOLDOWN_MS), until: now().getTime() + LIFE }
  known.set(provider.issuer, made)
  return made
}
