import { and, eq, isNotNull, isNull } from "drizzle-orm"
import type { Db } from "../../kernel/database.ts"
import { now } from "../../kernel/time.ts"
import { providers } from "../tables.ts"
import { discover } from "./client.ts"
import { isUnreachable } from "./faults.ts"
import type { Provider, ProviderSecrets } from "./secrets.ts"

/** Stored, so that the sign-in page of every process says so. Throws what it was given. */
export async function noteUnreachable(db: Db, provider: Provider, error: unknown): Promise<never> {
  if (isUnreachable(error) && provider.unreachableSince === null)
    await db
      .update(providers)
      .set({ unreachableSince: now() })
      .where(and(eq(providers.id, provider.id), isNull(providers.unreachableSince)))
  throw error
}

export async function noteReachable(db: Db, provider: Provider): Promise<void> {
  if (provider.unreachableSince === null) return
  await db
    .update(providers)
    .set({ unreachableSince: null })
    .where(and(eq(providers.id, provider.id), isNotNull(providers.unreachableSince)))
}

/** Asks every provider whether it is there, for the sign-in page and the administration. */
export async function checkProviders(db: Db, secrets: ProviderSecrets): Promise<void> {
  const enabled = await db.select().from(providers).where(eq(providers.enabled, true))
  for (const provider of enabled) {
    try {
      await discover(secrets, provider)
      await noteReachable(db, provider)
    } catch (error) {
      await noteUnreachable(db, provider, error).catch(() => undefined)
    }
  }
}
