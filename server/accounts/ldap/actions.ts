import { and, eq, max } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { auditOf } from "../../kernel/audit.ts"
import { type Db, newId, only, type Tx, transact } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import type { Keys } from "../../kernel/key-file.ts"
import { refusal } from "../codes.ts"
import { letGoOf, refuseTakenName } from "../directories/actions.ts"
import { requireAdmin } from "../policy.ts"
import { refuseEmptyRule } from "../providers/actions.ts"
import { refuseLockout } from "../providers/local.ts"
import type { NewRule } from "../providers/schema.ts"
import { directories } from "../tables.ts"
import { hostOf, parseFilter } from "./connection.ts"
import { LdapFault } from "./faults.ts"
import { findLdapDirectory, type LdapDirectory } from "./queries.ts"
import type { LdapDirectoryChange, NewLdapDirectory } from "./schema.ts"
import { sealDirectorySecret } from "./secrets.ts"
import { directoryPeople, directoryRules, ldapDirectories } from "./tables.ts"

const note = auditOf("directory")
type Settings = Omit<NewLdapDirectory, "secret">

export async function createLdapDirectory(
  db: Db,
  keys: Keys | null,
  actor: Actor,
  { secret, ...input }: NewLdapDirectory,
): Promise<{ id: string }> {
  requireAdmin(actor)
  refuseUnfit(input)
  const id = newId()
  const sealed = sealedOf(keys, id, secret)
  const { name, invites, ...rest } = input
  return transact(db, async (tx) => {
    await refuseTakenName(tx, id, name.trim())
    await tx.insert(directories).values({ id, name: name.trim(), invites })
    await tx.insert(ldapDirectories).values({ ...rest, ...sealed, directoryId: id, version: 1 })
    await note(tx, actor, "created", id, { name: name.trim() })
    return { id }
  })
}

/** A stored password goes only to where it was entered for: whoever changes the address enters it anew. */
export async function editLdapDirectory(
  db: Db,
  keys: Keys | null,
  actor: Actor,
  id: string,
  { version, secret, ...input }: LdapDirectoryChange,
): Promise<void> {
  requireAdmin(actor)
  refuseUnfit(input)
  const sealed = sealedOf(keys, id, secret)
  const { name, invites, ...rest } = input
  await transact(db, async (tx) => {
    const former = await lockLdapDirectory(tx, id)
    if (former.version !== version) throw refusal(409, "providers.changed")
    if (!secret && former.sealedSecret && isElsewhere(former, input))
      throw refusal(422, "directories.secret-again", "secret")
    await refuseTakenName(tx, id, name.trim())
    await tx.update(directories).set({ name: name.trim(), invites }).where(eq(directories.id, id))
    await tx
      .update(ldapDirectories)
      .set({ ...rest, ...sealed, version: version + 1 })
      .where(eq(ldapDirectories.directoryId, id))
    await refuseLockout(tx)
    await note(tx, actor, "edited", id, { name: name.trim() })
  })
}

/** Whom it brought stays as they are, and belongs to the application from then on. */
export async function removeLdapDirectory(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const { name } = await lockLdapDirectory(tx, id)
    await tx.delete(directoryPeople).where(eq(directoryPeople.directoryId, id))
    await tx.delete(directoryRules).where(eq(directoryRules.directoryId, id))
    await tx.delete(ldapDirectories).where(eq(ldapDirectories.directoryId, id))
    await letGoOf(tx, id)
    await refuseLockout(tx)
    await note(tx, actor, "removed", id, { name })
  })
}

export async function addDirectoryRule(db: Db, actor: Actor, directoryId: string, input: NewRule) {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const { name } = await lockLdapDirectory(tx, directoryId)
    await refuseEmptyRule(tx, input)
    const { last } = only(
      await tx
        .select({ last: max(directoryRules.position) })
        .from(directoryRules)
        .where(eq(directoryRules.directoryId, directoryId)),
    )
    await tx.insert(directoryRules).values({ ...input, id: newId(), directoryId, position: (last ?? 0) + 1 })
    await renew(tx, directoryId)
    await note(tx, actor, "rule-added", directoryId, { name, ...input })
  })
}

export async function removeDirectoryRule(db: Db, actor: Actor, directoryId: string, id: string) {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const { name } = await lockLdapDirectory(tx, directoryId)
    const own = and(eq(directoryRules.id, id), eq(directoryRules.directoryId, directoryId))
    const [gone] = await tx.delete(directoryRules).where(own).returning()
    if (!gone) throw notFound()
    const { claim, value, role, departmentId } = gone
    await renew(tx, directoryId)
    await note(tx, actor, "rule-removed", directoryId, { name, claim, value, role, departmentId })
  })
}

/** What was read by the rules before is not taken over any more. */
async function renew(tx: Tx, id: string): Promise<void> {
  const { version } = await findLdapDirectory(tx, id)
  await tx
    .update(ldapDirectories)
    .set({ version: version + 1 })
    .where(eq(ldapDirectories.directoryId, id))
}

async function lockLdapDirectory(tx: Tx, id: string): Promise<LdapDirectory> {
  await tx
    .select({ version: ldapDirectories.version })
    .from(ldapDirectories)
    .where(eq(ldapDirectories.directoryId, id))
    .for("update")
  return findLdapDirectory(tx, id)
}

function sealedOf(keys: Keys | null, id: string, secret: string | undefined) {
  if (!secret) return {}
  if (!keys) throw refusal(409, "directories.no-key", "secret")
  return sealDirectorySecret(keys, id, secret)
}

/** Without TLS everybody on the way could read passwords; only a server on the same machine is near enough. */
function refuseUnfit({ address, startsTls, personFilter, groupFilter }: Settings): void {
  const isTls = address.startsWith("ldaps:") || startsTls
  const isNear = ["localhost", "127.0.0.1", "::1"].includes(hostOf(address))
  if (!isTls && !isNear) throw refusal(422, "directories.insecure", "address")
  refuseFilter(personFilter, "personFilter")
  refuseFilter(groupFilter, "groupFilter")
}

function refuseFilter(filter: string, field: string): void {
  try {
    parseFilter(filter)
  } catch (error) {
    throw error instanceof LdapFault ? refusal(422, "directories.filter", field) : error
  }
}

/** Another server, or the same one less protected. */
const isElsewhere = (former: LdapDirectory, { address, startsTls, authority }: Settings) =>
  address !== former.address || startsTls !== former.startsTls || authority !== former.authority
