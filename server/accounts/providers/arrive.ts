import { and, eq } from "drizzle-orm"
import * as oidc from "openid-client"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { refusal } from "../codes.ts"
import { hashToken } from "../sessions.ts"
import { type Origin, startSession } from "../sign-in/opening.ts"
import { people, providers } from "../tables.ts"
import { type Attempt, takeAttempt } from "./attempts.ts"
import { type ProviderParts, redirectAddress, secretsOf } from "./begin.ts"
import { checkedCookie } from "./checks.ts"
import { discover, verifyIdToken } from "./client.ts"
import {
  arrivalFault,
  describeFault,
  isOfDatabase,
  isSignedOutThere,
  isUnreachable,
  type TellFault,
} from "./faults.ts"
import { admitPerson, findIdentity, linkAccount } from "./identities.ts"
import { findEnabledProvider } from "./queries.ts"
import { noteUnreachable } from "./reachability.ts"
import type { Claims } from "./rules.ts"
import { type Provider, sealIdToken } from "./secrets.ts"

/** Somebody who comes back from the provider, and how. */
export type Arriving = {
  slug: string
  /** What the provider added to the address. */
  parameters: URLSearchParams
  /** What this browser kept when it left. */
  cookie: string | undefined
  actor: Actor | null
  origin: Origin
  tellFault: TellFault
}

/** `over`: asked again, the provider no longer knows the person. `later`: it could not be asked. */
export type Arrived = { returnTo: string; cookies: string[]; provider: Provider } & (
  | { outcome: "signed-in" | "linked" | "checked" | "over" | "later" }
  | { outcome: "tried"; claims: Claims }
)

type Proof = { claims: Claims; idToken: string }

/** Refuses with a sentence for the person whatever did not go as it should; nobody is signed in then. */
export async function arriveFrom(parts: ProviderParts, arriving: Arriving): Promise<Arrived> {
  const { slug, parameters, cookie, tellFault } = arriving
  const provider = await findEnabledProvider(parts.db, slug)
  const attempt = await takeAttempt(parts.db, provider.id, parameters.get("state") ?? "", cookie)
  try {
    return await goOn(parts, provider, attempt, arriving)
  } catch (error) {
    if (isOfDatabase(error)) throw error
    const { purpose, returnTo } = attempt
    if (purpose === "check" && (isSignedOutThere(error) || isNoLongerAdmitted(error)))
      return endHere(parts, provider, attempt, arriving)
    tellFault(describeFault(slug, error))
    const fault = arrivalFault(error)
    // What only the address states anybody can write: that the service is down would be told to everybody.
    if (isUnreachable(fault) && !(error instanceof oidc.AuthorizationResponseError))
      await noteUnreachable(parts.db, provider, fault).catch(() => undefined)
    if (purpose === "check" && isUnreachable(fault))
      return askLater(parts, provider, arriving.actor, returnTo)
    throw new Refusal(fault.status, fault.code, undefined, { returnTo })
  }
}

const isNoLongerAdmitted = (error: unknown) => error instanceof Refusal && error.status === 403

async function goOn(
  parts: ProviderParts,
  provider: Provider,
  attempt: Attempt,
  arriving: Arriving,
): Promise<Arrived> {
  const { actor, parameters } = arriving
  const { purpose, returnTo } = attempt
  if (purpose !== "sign-in" && actor?.id !== attempt.personId) throw refusal(400, "providers.attempt-unknown")
  const proof = await exchange(parts, provider, attempt, parameters)
  const found = { returnTo, provider, cookies: [] }
  if (purpose === "try") return { ...found, outcome: "tried", claims: proof.claims }
  if (purpose === "link" && actor) {
    await transact(parts.db, (tx) => linkAccount(tx, provider, proof.claims, actor))
    return { ...found, outcome: "linked" }
  }
  if (purpose === "check") return recheck(parts, provider, attempt, arriving, proof)
  const personId = await transact(parts.db, (tx) => admitPerson(tx, provider, proof.claims))
  const cookies = await openSession(parts, provider, personId, arriving.origin, proof)
  return { ...found, outcome: "signed-in", cookies }
}

/** The code for what the provider states, with everything checked that it is to be believed by. */
async function exchange(
  parts: ProviderParts,
  provider: Provider,
  { nonce, verifier }: Attempt,
  parameters: URLSearchParams,
): Promise<Proof> {
  const configuration = await discover(secretsOf(parts), provider)
  const address = new URL(redirectAddress(parts.config.publicUrl, provider.slug))
  address.search = parameters.toString()
  const tokens = await oidc.authorizationCodeGrant(configuration, address, {
    pkceCodeVerifier: verifier,
    expectedState: parameters.get("state") ?? "",
    expectedNonce: nonce,
    idTokenExpected: true,
  })
  const stated = tokens.claims()
  if (!stated || !tokens.id_token) throw refusal(400, "providers.failed")
  await verifyIdToken(configuration, provider.clientId, tokens.id_token)
  // Without its answer roles would be taken from somebody whose groups stand only there.
  const more = configuration.serverMetadata().userinfo_endpoint
    ? await oidc.fetchUserInfo(configuration, tokens.access_token, stated.sub)
    : {}
  return { claims: { ...more, ...stated }, idToken: tokens.id_token }
}

/** The same person is still signed in there: roles follow, and the session goes on. */
async function recheck(
  parts: ProviderParts,
  provider: Provider,
  attempt: Attempt,
  arriving: Arriving,
  { claims }: Proof,
): Promise<Arrived> {
  const { actor } = arriving
  const identity = await findIdentity(parts.db, provider.id, String(claims.sub))
  if (!actor?.sessionId || identity?.personId !== actor.id) return endHere(parts, provider, attempt, arriving)
  await transact(parts.db, (tx) => admitPerson(tx, provider, claims))
  const cookie = await checkedCookie(parts.db, actor.sessionId, parts.config.secure)
  return { outcome: "checked", returnTo: attempt.returnTo, provider, cookies: [cookie] }
}

async function endHere(
  { sessions }: ProviderParts,
  provider: Provider,
  { returnTo }: Attempt,
  { origin }: Arriving,
): Promise<Arrived> {
  const cookie = await sessions.signOut(origin.former ?? "")
  return { outcome: "over", returnTo, provider, cookies: [cookie] }
}

/** While the provider is down, whoever is signed in goes on, and it is asked again soon. */
export async function askLater(
  { db, config }: ProviderParts,
  provider: Provider,
  actor: Actor | null,
  returnTo: string,
): Promise<Arrived> {
  const period = provider.recheckMinutes ?? 0
  const passed = Math.max(0, period - SOON)
  const cookies = actor?.sessionId ? [await checkedCookie(db, actor.sessionId, config.secure, passed)] : []
  return { outcome: "later", returnTo, provider, cookies }
}
/** Minutes. */
const SOON = 5

async function openSession(
  parts: ProviderParts,
  provider: Provider,
  personId: string,
  origin: Origin,
  { claims, idToken }: Proof,
): Promise<string[]> {
  const { sid } = claims
  const { cookies, sessionId, token } = await startSession(parts.sessions, personId, origin, (id) => ({
    providerId: provider.id,
    providerSession: typeof sid === "string" ? hashToken(sid) : null,
    ...sealIdToken(secretsOf(parts), id, idToken),
  }))
  if (!(await isStillRight(parts.db, provider, personId))) {
    await parts.sessions.signOut(token)
    throw refusal(403, "providers.inactive")
  }
  return [...cookies, await checkedCookie(parts.db, sessionId, parts.config.secure)]
}

/**
 * The service may have been switched off, or the person deactivated, while the provider was asked. Either ended all
 * sessions, but could not see this one yet. The lock waits for it where it is not yet committed.
 */
async function isStillRight(db: Db, provider: Provider, personId: string): Promise<boolean> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .innerJoin(providers, eq(providers.id, provider.id))
    .where(and(eq(people.id, personId), eq(people.active, true), eq(providers.enabled, true)))
    .for("share")
  return rows.length > 0
}
