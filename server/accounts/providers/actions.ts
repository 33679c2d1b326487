import { and, eq, max } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { auditOf } from "../../kernel/audit.ts"
import { type Db, isUniqueViolation, newId, only, type Tx, transact } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { refusal } from "../codes.ts"
import { findDepartment } from "../departments/queries.ts"
import { hasDirectoryPassword } from "../ldap/queries.ts"
import { requireAdmin } from "../policy.ts"
import { people, providers, sessions } from "../tables.ts"
import { applyGranted } from "./granting.ts"
import { mayUsePassword, refuseLockout } from "./local.ts"
import { findRule, listRules } from "./queries.ts"
import { applyRules, type Claims } from "./rules.ts"
import type { GrantedView, NewProvider, NewRule, ProviderChange, RuleChange } from "./schema.ts"
import { type Provider, type ProviderSecrets, sealProviderSecret } from "./secrets.ts"
import { personIdentities, providerRules } from "./tables.ts"

const note = auditOf("provider")

export async function createProvider(
  db: Db,
  secrets: ProviderSecrets,
  actor: Actor,
  { secret, ...input }: NewProvider,
): Promise<{ id: string }> {
  requireAdmin(actor)
  refuseInsecure(input.issuer)
  const id = newId()
  const sealed = sealedOf(secrets, id, secret)
  return transact(db, async (tx) => {
    await refuseTakenSlug(
      tx.insert(providers).values({ ...input, ...sealed, id, issuer: tidy(input.issuer), version: 1 }),
    )
    await note(tx, actor, "created", id, { ...input, ...(secret && { secret: true }) })
    return { id }
  })
}

/** Whoever came by one that is switched off is signed out. */
export async function editProvider(
  db: Db,
  secrets: ProviderSecrets,
  actor: Actor,
  id: string,
  { version, secret, ...input }: ProviderChange,
): Promise<void> {
  requireAdmin(actor)
  refuseInsecure(input.issuer)
  await transact(db, async (tx) => {
    const former = await lockProvider(tx, id)
    if (former.version !== version) throw refusal(409, "providers.changed")
    const to = { ...input, issuer: tidy(input.issuer) }
    const from = Object.fromEntries(Object.keys(to).map((key) => [key, former[key as keyof typeof to]]))
    if (!secret && JSON.stringify(from) === JSON.stringify(to)) return
    const changed = { ...to, ...sealedOf(secrets, id, secret), version: version + 1 }
    await tx.update(providers).set(changed).where(eq(providers.id, id))
    if (!to.enabled) {
      await tx.delete(sessions).where(eq(sessions.providerId, id))
      await refuseLockout(tx)
    }
    await note(tx, actor, "edited", id, {
      name: to.name,
      from,
      to: { ...to, ...(secret && { secret: true }) },
    })
  })
}

export async function addRule(
  db: Db,
  actor: Actor,
  providerId: string,
  input: NewRule,
): Promise<{ id: string }> {
  requireAdmin(actor)
  return transact(db, async (tx) => {
    const { name } = await lockProvider(tx, providerId)
    await refuseEmptyRule(tx, input)
    const ofProvider = eq(providerRules.providerId, providerId)
    const { last } = only(
      await tx
        .select({ last: max(providerRules.position) })
        .from(providerRules)
        .where(ofProvider),
    )
    const id = newId()
    await tx.insert(providerRules).values({ ...input, id, providerId, position: (last ?? 0) + 1, version: 1 })
    await note(tx, actor, "rule-added", providerId, { name, ...input })
    return { id }
  })
}

export async function editRule(
  db: Db,
  actor: Actor,
  id: string,
  { version, ...to }: RuleChange,
): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const { providerId } = await findRule(tx, id)
    const { name } = await lockProvider(tx, providerId)
    const former = await findRule(tx, id)
    if (former.version !== version) throw refusal(409, "providers.changed")
    await refuseEmptyRule(tx, to)
    await tx
      .update(providerRules)
      .set({ ...to, version: version + 1 })
      .where(eq(providerRules.id, id))
    const { claim, comparison, value, role, departmentId } = former
    const from = { claim, comparison, value, role, departmentId }
    await note(tx, actor, "rule-edited", providerId, { name, from, to })
  })
}

export async function removeRule(db: Db, actor: Actor, id: string): Promise<{ providerId: string }> {
  requireAdmin(actor)
  return transact(db, async (tx) => {
    const { providerId } = await findRule(tx, id)
    const { name } = await lockProvider(tx, providerId)
    const { claim, value, role, departmentId } = await findRule(tx, id)
    await tx.delete(providerRules).where(eq(providerRules.id, id))
    await note(tx, actor, "rule-removed", providerId, { name, claim, value, role, departmentId })
    return { providerId }
  })
}

/** What somebody would get of whom the provider states this. Nothing of it is kept. */
export async function tryRules(
  db: Db,
  actor: Actor,
  provider: { id: string; onlyMatched: boolean },
  claims: string,
): Promise<GrantedView> {
  requireAdmin(actor)
  const granted = applyRules(await listRules(db, provider.id), parseClaims(claims))
  return { ...granted, admitted: !provider.onlyMatched || granted.ruleIds.length > 0 }
}

/** Only links of one's own, and not the last way in. What the provider's rules gave goes with the link. */
export async function unlinkIdentity(db: Db, actor: Actor, providerId: string): Promise<void> {
  await transact(db, async (tx) => {
    const provider = await lockProvider(tx, providerId)
    const own = and(eq(personIdentities.providerId, providerId), eq(personIdentities.personId, actor.id))
    if ((await tx.$count(personIdentities, own)) === 0) throw notFound()
    await applyGranted(tx, provider, actor.id, { roles: [], departmentIds: [], ruleIds: [] })
    await tx.delete(personIdentities).where(own)
    await refuseLastWayIn(tx, actor)
    await refuseLockout(tx)
    await auditOf("person")(tx, actor, "provider-unlinked", actor.id, { provider: provider.name })
  })
}

/** By the roles that are left: one that the rules gave may have been what a password was good for. */
async function refuseLastWayIn(tx: Tx, actor: Actor): Promise<void> {
  const own = await tx
    .select({ passwordHash: people.passwordHash, roles: people.roles })
    .from(people)
    .where(eq(people.id, actor.id))
  const { passwordHash, roles } = only(own)
  if ((passwordHash && (await mayUsePassword(tx, roles))) || (await hasDirectoryPassword(tx, actor.id)))
    return
  const others = await tx
    .select({ id: providers.id })
    .from(personIdentities)
    .innerJoin(providers, eq(providers.id, personIdentities.providerId))
    .where(and(eq(personIdentities.personId, actor.id), eq(providers.enabled, true)))
  if (others.length === 0) throw refusal(409, "providers.last-way-in")
}

function parseClaims(text: string): Claims {
  try {
    const claims: unknown = JSON.parse(text)
    if (typeof claims === "object" && claims !== null && !Array.isArray(claims)) return { ...claims }
  } catch {
    // Refused below, as any other text that is no object.
  }
  throw refusal(422, "providers.claims-unreadable", "claims")
}

async function lockProvider(tx: Tx, id: string): Promise<Provider> {
  const rows = await tx.select().from(providers).where(eq(providers.id, id)).for("update")
  if (!rows[0]) throw notFound()
  return rows[0]
}

function sealedOf({ keys }: ProviderSecrets, id: string, secret: string | undefined) {
  if (!secret) return {}
  if (!keys) throw refusal(409, "providers.no-key", "secret")
  return sealProviderSecret(keys, id, secret)
}

/** Without TLS everybody on the way could state who somebody is; only a provider on the same machine is near enough. */
function refuseInsecure(issuer: string): void {
  const url = URL.canParse(issuer) ? new URL(issuer) : null
  const isNear = url !== null && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname)
  if (!url || url.username || (url.protocol !== "https:" && !isNear))
    throw refusal(422, "providers.issuer-insecure", "issuer")
}

/** As people copy it from the provider's own pages. */
const tidy = (issuer: string) => issuer.replace(/\/\.well-known\/openid-configuration\/?$/, "")

export async function refuseEmptyRule(tx: Tx, { role, departmentId }: NewRule): Promise<void> {
  if (role === null && departmentId === null) throw refusal(422, "providers.rule-empty", "role")
  if (departmentId === null) return
  const department = await findDepartment(tx, departmentId)
  if (!department || department.archivedAt) throw refusal(422, "people.department-unknown", "departmentId")
  if (department.directory) throw refusal(409, "people.department-of-directory", "departmentId")
}

async function refuseTakenSlug(write: PromiseLike<unknown>): Promise<void> {
  try {
    await write
  } catch (error) {
    if (isUniqueViolation(error)) throw refusal(409, "providers.slug-taken", "slug")
    throw error
  }
}
