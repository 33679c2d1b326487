import { and, eq, sql } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { byName } from "../../kernel/order.ts"
import { people, providers } from "../tables.ts"
import type { IdentityView, OfferedProviderView, ProviderView, RuleView } from "./schema.ts"
import { type Provider, type ProviderSecrets, secretOf } from "./secrets.ts"
import { personIdentities, providerRules } from "./tables.ts"

/** What the sign-in page offers to everybody. */
export async function listOfferedProviders(reader: Reader): Promise<OfferedProviderView[]> {
  const rows = await reader
    .select({ slug: providers.slug, name: providers.name, unreachableSince: providers.unreachableSince })
    .from(providers)
    .where(eq(providers.enabled, true))
    .orderBy(byName(providers.name), providers.id)
  return rows.map(({ slug, name, unreachableSince }) => ({
    slug,
    name,
    reachable: unreachableSince === null,
  }))
}

/** One that is switched off is as good as none. */
export async function findEnabledProvider(reader: Reader, slug: string): Promise<Provider> {
  const rows = await reader
    .select()
    .from(providers)
    .where(and(eq(providers.slug, slug), eq(providers.enabled, true)))
  if (!rows[0]) throw notFound()
  return rows[0]
}

export async function findProviderById(reader: Reader, id: string): Promise<Provider> {
  const rows = await reader.select().from(providers).where(eq(providers.id, id))
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** For the administration. */
export async function listProviders(reader: Reader, secrets: ProviderSecrets): Promise<ProviderView[]> {
  const rows = await reader.select().from(providers).orderBy(byName(providers.name), providers.id)
  return rows.map((row) => viewOf(secrets, row))
}

export async function findProvider(
  reader: Reader,
  secrets: ProviderSecrets,
  id: string,
): Promise<ProviderView & { rules: RuleView[] }> {
  return { ...viewOf(secrets, await findProviderById(reader, id)), rules: await listRules(reader, id) }
}

function viewOf(secrets: ProviderSecrets, provider: Provider): ProviderView {
  const { secretKey: _key, sealedSecret: _sealed, unreachableSince, ...rest } = provider
  const { source } = secretOf(secrets, provider)
  return {
    ...rest,
    secret: source,
    canKeepSecret: secrets.keys !== null,
    unreachableSince: unreachableSince?.toISOString() ?? null,
  }
}

const ruleColumns = {
  id: providerRules.id,
  providerId: providerRules.providerId,
  claim: providerRules.claim,
  comparison: providerRules.comparison,
  value: providerRules.value,
  role: providerRules.role,
  departmentId: providerRules.departmentId,
  version: providerRules.version,
}

/** In the order in which they were added. */
export async function listRules(reader: Reader, providerId: string): Promise<RuleView[]> {
  return reader
    .select(ruleColumns)
    .from(providerRules)
    .where(eq(providerRules.providerId, providerId))
    .orderBy(providerRules.position, providerRules.id)
}

export async function findRule(reader: Reader, id: string): Promise<RuleView> {
  const rows = await reader.select(ruleColumns).from(providerRules).where(eq(providerRules.id, id))
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** A person's own links, and what they could link besides. */
export async function listIdentities(reader: Reader, personId: string): Promise<IdentityView[]> {
  const rows = await reader
    .select({
      providerId: providers.id,
      slug: providers.slug,
      name: providers.name,
      linkedOn: personIdentities.linkedOn,
      hasPassword: sql<boolean>`${people.passwordHash} is not null`,
    })
    .from(providers)
    .innerJoin(people, eq(people.id, personId))
    .leftJoin(
      personIdentities,
      and(eq(personIdentities.providerId, providers.id), eq(personIdentities.personId, personId)),
    )
    .where(eq(providers.enabled, true))
    .orderBy(byName(providers.name), providers.id)
  return rows
}
