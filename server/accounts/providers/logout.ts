import { and, eq, inArray, lt } from "drizzle-orm"
import * as oidc from "openid-client"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { networkOf } from "../../kernel/sender.ts"
import { dailyHash, limit } from "../../kernel/throttle.ts"
import { now } from "../../kernel/time.ts"
import { refusal } from "../codes.ts"
import { hashToken } from "../sessions.ts"
import { providers, sessions } from "../tables.ts"
import { afterSignOutAddress, type ProviderParts, secretsOf } from "./begin.ts"
import { discover } from "./client.ts"
import { arrivalFault, isOfDatabase, isUnreachable } from "./faults.ts"
import { type LogoutStatement, readLogoutToken } from "./logout-token.ts"
import { findEnabledProvider } from "./queries.ts"
import { openIdToken, type Provider } from "./secrets.ts"
import { personIdentities, usedLogoutTokens } from "./tables.ts"

/**
 * The provider says that somebody has signed out there. Refuses with 400 whatever is not exactly that, and a token that
 * was used already; a token for somebody who is not signed in here is a success.
 */
export async function takeLogout(
  parts: ProviderParts,
  slug: string,
  token: string,
  address: string,
): Promise<void> {
  const { db } = parts
  const provider = await findEnabledProvider(db, slug)
  const stated = await readLogoutToken(parts, provider, token).catch(async (error) => {
    if (isOfDatabase(error)) throw error
    await limit(db, `accounts:${await dailyHash(db, `logout|${networkOf(address)}`)}`, MOST_FAULTY, 60)
    // Where its keys are not to be had, nothing is known of the token, and the provider is to send it again.
    const fault = arrivalFault(error)
    throw isUnreachable(fault) ? fault : refusal(400, "providers.logout-invalid")
  })
  await transact(db, async (tx) => {
    await spendToken(tx, provider, stated)
    await endSessionsOf(tx, provider, stated)
  })
}
/** A minute, from one address, also while the provider is down: each asks it. Right ones are not counted: a provider may sign out everybody. */
const MOST_FAULTY = 60

async function spendToken(tx: Tx, provider: Provider, { id, expiresAt }: LogoutStatement): Promise<void> {
  const spent = await tx
    .insert(usedLogoutTokens)
    .values({ providerId: provider.id, idHash: hashToken(id), expiresAt })
    .onConflictDoNothing()
    .returning({ idHash: usedLogoutTokens.idHash })
  if (spent.length === 0) throw refusal(400, "providers.logout-invalid")
}

/** Of one session where the token names it, else all that this provider has opened for the person. */
async function endSessionsOf(
  tx: Tx,
  provider: Provider,
  { subject, session }: LogoutStatement,
): Promise<void> {
  const people = tx
    .select({ id: personIdentities.personId })
    .from(personIdentities)
    .where(and(eq(personIdentities.providerId, provider.id), eq(personIdentities.subject, subject ?? "")))
  await tx
    .delete(sessions)
    .where(
      and(
        eq(sessions.providerId, provider.id),
        subject === null ? undefined : inArray(sessions.personId, people),
        session === null ? undefined : eq(sessions.providerSession, hashToken(session)),
      ),
    )
}

/** Longer than a token is believed, whatever it says itself. */
export async function sweepLogoutTokens(db: Db): Promise<void> {
  const hourAgo = new Date(now().getTime() - 3_600_000)
  await db.delete(usedLogoutTokens).where(lt(usedLogoutTokens.expiresAt, hourAgo))
}

/**
 * Where signing out goes on at the provider, or null: not signed in by one, not wanted there, or it cannot be asked now,
 * which keeps nobody from signing out here. To be asked before the session ends.
 */
export async function findSignOutThere(
  parts: ProviderParts,
  actor: Actor | null,
): Promise<{ address: string; provider: string } | null> {
  if (!actor?.sessionId) return null
  const [found] = await parts.db
    .select({ session: sessions, provider: providers })
    .from(sessions)
    .innerJoin(providers, eq(providers.id, sessions.providerId))
    .where(and(eq(sessions.publicId, actor.sessionId), eq(providers.endsThere, true)))
  if (!found) return null
  const { provider, session } = found
  const configuration = await discover(secretsOf(parts), provider).catch(() => null)
  if (!configuration?.serverMetadata().end_session_endpoint) return null
  const hint = openIdToken(secretsOf(parts), { ...session, id: session.publicId })
  const address = oidc.buildEndSessionUrl(configuration, {
    post_logout_redirect_uri: afterSignOutAddress(parts.config.publicUrl),
    ui_locales: actor.locale,
    ...(hint && { id_token_hint: hint }),
  })
  return { address: address.href, provider: provider.name }
}
