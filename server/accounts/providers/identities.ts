import { and, eq, sql } from "drizzle-orm"
import type { Actor, Role } from "../../kernel/actor.ts"
import { addressKey, isAddress, isMailable } from "../../kernel/addresses.ts"
import { audit } from "../../kernel/audit.ts"
import { lockName, type Reader, type Tx } from "../../kernel/database.ts"
import { dayOf, now } from "../../kernel/time.ts"
import { refusal } from "../codes.ts"
import { insertPerson } from "../people/writing.ts"
import { people, storedKey } from "../tables.ts"
import { applyGranted, openDepartments } from "./granting.ts"
import { listRules } from "./queries.ts"
import { applyRules, type Claims, type Granted } from "./rules.ts"
import type { Provider } from "./secrets.ts"
import { personIdentities } from "./tables.ts"

/**
 * The account here of somebody whom the provider vouches for: found by the provider's own id of them, else linked or made
 * where the administration allows it. Roles and departments follow the rules at every sign-in.
 */
export async function admitPerson(tx: Tx, provider: Provider, claims: Claims): Promise<string> {
  const subject = String(claims.sub)
  await lockSubject(tx, provider.id, subject)
  const granted = applyRules(await listRules(tx, provider.id), claims)
  if (provider.onlyMatched && granted.ruleIds.length === 0) throw refusal(403, "providers.not-entitled")
  const identity = await findIdentity(tx, provider.id, subject)
  const personId = identity?.personId ?? (await adoptOrCreate(tx, provider, subject, claims, granted))
  await refuseInactive(tx, personId)
  await applyGranted(tx, provider, personId, granted)
  return personId
}

/** The person who is signed in here is the one whom the provider calls so. */
export async function linkAccount(tx: Tx, provider: Provider, claims: Claims, actor: Actor): Promise<void> {
  const subject = String(claims.sub)
  await lockSubject(tx, provider.id, subject)
  const identity = await findIdentity(tx, provider.id, subject)
  if (identity?.personId === actor.id) return
  if (identity) throw refusal(409, "providers.linked-elsewhere")
  await refuseLinkedOtherwise(tx, provider.id, actor.id)
  await insertIdentity(tx, provider, subject, actor.id, { by: "self" }, actor)
  await applyGranted(tx, provider, actor.id, applyRules(await listRules(tx, provider.id), claims))
}

async function adoptOrCreate(
  tx: Tx,
  provider: Provider,
  subject: string,
  claims: Claims,
  granted: Granted,
): Promise<string> {
  const email = emailOf(provider, claims)
  const [found] = await tx
    .select({ id: people.id, roles: people.roles, active: people.active })
    .from(people)
    .where(sql`${storedKey} = ${addressKey(email)} and not ${people.isService}`)
  if (!found) return createAccount(tx, provider, subject, { ...claims, email }, granted)
  // Administrators show themselves that an account is theirs: whoever could write addresses at the provider could
  // otherwise become one.
  if (!provider.linksByEmail || found.roles.includes("admin")) throw refusal(409, "providers.email-taken")
  await refuseLinkedOtherwise(tx, provider.id, found.id)
  await insertIdentity(tx, provider, subject, found.id, { by: "email" }, null)
  return found.id
}

/** An address counts only where the provider has confirmed it, or answers for all of them. */
function emailOf({ trustsEmail }: Provider, { email, email_verified }: Claims): string {
  const isConfirmed = email_verified === true || email_verified === "true"
  const isVouchedFor = trustsEmail && (email_verified === undefined || email_verified === null)
  if (typeof email !== "string" || !isAddress(email) || !isMailable(email))
    throw refusal(403, "providers.email-missing")
  if (!isConfirmed && !isVouchedFor) throw refusal(403, "providers.email-unconfirmed")
  return email
}

async function createAccount(
  tx: Tx,
  provider: Provider,
  subject: string,
  claims: Claims & { email: string },
  granted: Granted,
): Promise<string> {
  if (!provider.createsAccounts) throw refusal(403, "providers.no-account")
  const displayName = nameOf(claims)
  if (!displayName) throw refusal(403, "providers.name-missing")
  const roles: Role[] = granted.roles.length > 0 ? granted.roles : ["clerk"]
  const departmentIds = await openDepartments(tx, granted.departmentIds)
  const { locale: stated } = claims
  const locale = typeof stated === "string" && /^en\b/i.test(stated) ? "en" : "de"
  const id = await insertPerson(tx, { displayName, email: claims.email, roles, departmentIds, locale })
  const detail = { roles, departmentIds, by: provider.name }
  await audit(tx, null, { action: "person.created", subjectType: "person", subjectId: id, detail })
  await insertIdentity(tx, provider, subject, id, { by: "first-sign-in" }, null)
  await tx
    .update(personIdentities)
    .set({ grantedRoles: granted.roles, grantedDepartments: departmentIds })
    .where(eq(personIdentities.personId, id))
  return id
}

/** As colleagues read it. What a provider sends besides letters and signs does not belong into a name. */
function nameOf({ name, given_name, family_name }: Claims): string | null {
  const parts = [given_name, family_name].filter((part) => typeof part === "string")
  const stated = typeof name === "string" && name.trim() !== "" ? name : parts.join(" ")
  const tidy = stated
    .normalize("NFC")
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
  return /[\p{L}\p{N}]/u.test(tidy) ? [...tidy].slice(0, 100).join("").trim() : null
}

async function insertIdentity(
  tx: Tx,
  { id: providerId, name }: Provider,
  subject: string,
  personId: string,
  detail: { by: string },
  actor: Actor | null,
): Promise<void> {
  await tx.insert(personIdentities).values({ providerId, subject, personId, linkedOn: dayOf(now()) })
  await audit(tx, actor, {
    action: "person.provider-linked",
    subjectType: "person",
    subjectId: personId,
    detail: { provider: name, ...detail },
  })
}

/** An address that was given to somebody else at the provider must not open the account of whoever had it before. */
async function refuseLinkedOtherwise(tx: Tx, providerId: string, personId: string): Promise<void> {
  const own = and(eq(personIdentities.providerId, providerId), eq(personIdentities.personId, personId))
  const rows = await tx.select({ personId: personIdentities.personId }).from(personIdentities).where(own)
  if (rows.length > 0) throw refusal(409, "providers.linked-otherwise")
}

async function refuseInactive(tx: Tx, personId: string): Promise<void> {
  const active = and(eq(people.id, personId), eq(people.active, true))
  const rows = await tx.select({ id: people.id }).from(people).where(active)
  if (rows.length === 0) throw refusal(403, "providers.inactive")
}

export async function findIdentity(reader: Reader, providerId: string, subject: string) {
  const [identity] = await reader
    .select()
    .from(personIdentities)
    .where(and(eq(personIdentities.providerId, providerId), eq(personIdentities.subject, subject)))
  return identity ?? null
}

/** Of two first sign-ins of one person at once the second finds the account that the first has made. */
const lockSubject = (tx: Tx, providerId: string, subject: string) => lockName(tx, `${providerId}|${subject}`)
