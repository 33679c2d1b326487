import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { notify } from "../../kernel/notices.ts"
import { among } from "../../kernel/statements.ts"
import { now } from "../../kernel/time.ts"
import { lockTree } from "../departments/actions.ts"
import { lockAdmins } from "../people/last-admin.ts"
import { listAdmins } from "../people/queries.ts"
import { refuseLockout } from "../providers/local.ts"
import { people } from "../tables.ts"
import { LdapFault, type LdapFaultCode } from "./faults.ts"
import { listOf } from "./listing.ts"
import { DIRECTORY_FAULT } from "./notices.ts"
import type { LdapParts } from "./passwords.ts"
import type { Plan } from "./plan.ts"
import { planSync } from "./planning.ts"
import { findLdapDirectory, type LdapDirectory, listDirectoryRules, listLdapDirectories } from "./queries.ts"
import { ldapDirectories } from "./tables.ts"
import { takeOver } from "./taking.ts"

/** What would be done, and why it would not be done by itself. */
export type SyncPreview =
  | { plan: Plan; found: number; groups: number; fault: Extract<LdapFaultCode, "too-many"> | null }
  | { plan: null; fault: LdapFaultCode }

/** Reads the directory and changes nothing. */
export async function previewSync({ db, providerKeys: keys }: LdapParts, id: string): Promise<SyncPreview> {
  const directory = await findLdapDirectory(db, id)
  const rules = await listDirectoryRules(db, id)
  try {
    const listing = await listOf({ directory, keys }, rules)
    const plan = await planSync(db, directory, rules, listing.people)
    const { length: found } = listing.people
    return { plan, found, groups: listing.groups, fault: isTooMuch(plan) ? "too-many" : null }
  } catch (error) {
    if (!(error instanceof LdapFault)) throw error
    return { plan: null, fault: error.code }
  }
}

type How = { actor: Actor | null; anyway: boolean }

/**
 * Takes the directory over, all of it or nothing. Throws an `LdapFault` where it cannot be read or its answer is not to be
 * believed.
 * @param anyway however many people lose their access by it: somebody has looked at them
 */
export async function syncDirectory(
  { db, providerKeys: keys }: LdapParts,
  id: string,
  { actor, anyway }: How,
): Promise<Plan> {
  const directory = await findLdapDirectory(db, id)
  const rules = await listDirectoryRules(db, id)
  const listing = await listOf({ directory, keys }, rules)
  return transact(db, async (tx) => {
    await lockTree(tx)
    await lockUnchanged(tx, directory)
    await lockAdmins(tx)
    await lockPeople(tx, await planSync(tx, directory, rules, listing.people))
    const plan = await planSync(tx, directory, rules, listing.people)
    if (isTooMuch(plan) && !anyway) throw new LdapFault("too-many")
    await takeOver(tx, directory, plan, actor)
    await refuseLockout(tx)
    await tx
      .update(ldapDirectories)
      .set({ takenAt: now(), fault: null })
      .where(eq(ldapDirectories.directoryId, id))
    return plan
  })
}

/** Of those who can sign in through it. A server that answers half of what it should must not sign out the other half. */
const isTooMuch = ({ gone, active }: Plan) => gone.length * 4 > active

/** What was read was asked for by settings and rules that still hold. */
async function lockUnchanged(tx: Tx, { id, version }: LdapDirectory): Promise<void> {
  const rows = await tx
    .select({ version: ldapDirectories.version })
    .from(ldapDirectories)
    .where(eq(ldapDirectories.directoryId, id))
    .for("update")
  if (rows[0]?.version !== version) throw new LdapFault("failed")
}

async function lockPeople(tx: Tx, { changed, gone }: Plan): Promise<void> {
  const ids = [...changed.flatMap(({ former }) => former ?? []), ...gone].map(({ id }) => id)
  await tx
    .select({ id: people.id })
    .from(people)
    .where(among(people.id, ids))
    .orderBy(people.id)
    .for("update")
}

/** Every night, one directory after the other; what keeps one from being taken over is told to administrators. */
export async function syncDirectories(parts: LdapParts): Promise<void> {
  const all = await listLdapDirectories(parts.db)
  for (const directory of all.filter(({ enabled }) => enabled)) {
    try {
      await syncDirectory(parts, directory.id, { actor: null, anyway: false })
    } catch (error) {
      await noteFault(parts.db, directory, error)
    }
  }
}

/** Told once for each reason, and not every night anew. */
async function noteFault(db: Db, { id, fault: former }: LdapDirectory, error: unknown): Promise<void> {
  const fault = syncFault(error)
  if (!fault) throw error
  if (fault === former) return
  await transact(db, async (tx) => {
    await tx.update(ldapDirectories).set({ fault }).where(eq(ldapDirectories.directoryId, id))
    await notify(tx, DIRECTORY_FAULT, await listAdmins(tx), { directoryId: id })
  })
}

/** Null for what is none of the directory's. */
export function syncFault(error: unknown): LdapFaultCode | null {
  if (error instanceof LdapFault) return error.code
  return error instanceof Refusal && error.code === "providers.lockout" ? "lockout" : null
}
