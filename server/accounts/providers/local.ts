import { and, eq, isNotNull, sql } from "drizzle-orm"
import type { Actor, Role } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, FIRST_ID, type Reader, type Tx, transact } from "../../kernel/database.ts"
import { refusal } from "../codes.ts"
import { lockInstallation } from "../installation/actions.ts"
import { readInstallation } from "../installation/queries.ts"
import { findSigningDirectory, passwordDirectory } from "../ldap/queries.ts"
import { listAdmins } from "../people/queries.ts"
import { requireAdmin } from "../policy.ts"
import { installation, type LocalSignIn, people, providers, sessions } from "../tables.ts"
import { personIdentities } from "./tables.ts"

/** Whether somebody with these roles may sign in here, without a provider. */
export async function mayUsePassword(reader: Reader, roles: readonly Role[]): Promise<boolean> {
  const { localSignIn } = await readInstallation(reader)
  return localSignIn === "all" || (localSignIn === "admins" && roles.includes("admin"))
}

/**
 * Who may still sign in with a password. It can be taken from everybody only by an administrator who has come by a
 * provider in this very session: whoever got in that way gets in again.
 */
export async function changeLocalSignIn(db: Db, actor: Actor, localSignIn: LocalSignIn): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const { localSignIn: from } = await lockInstallation(tx)
    if (from === localSignIn) return
    if (localSignIn !== "all") await refuseWithoutProvider(tx)
    if (localSignIn === "admins") await refuseWithoutLocalAdmin(tx)
    if (localSignIn === "none") await refuseUnproven(tx, actor)
    await tx.update(installation).set({ localSignIn })
    const detail = { setting: "localSignIn", from, to: localSignIn }
    await audit(tx, actor, { action: "installation.changed", subjectType: "installation", detail })
  })
}

/** For the command line, whose user has the database anyway: the way back in when no provider works any more. */
export async function allowPasswords(db: Db): Promise<void> {
  await transact(db, async (tx) => {
    const { localSignIn: from } = await lockInstallation(tx)
    if (from === "all") return
    await tx.update(installation).set({ localSignIn: "all" })
    const detail = { setting: "localSignIn", from, to: "all", by: "command line" }
    await audit(tx, null, { action: "installation.changed", subjectType: "installation", detail })
  })
}

/**
 * The last thing that a change does after which fewer people might come in: some administrator still can, by a password
 * that counts or by a provider that is switched on.
 */
export async function refuseLockout(tx: Tx): Promise<void> {
  if ((await lockAdminsWithWay(tx)).length === 0) throw refusal(409, "providers.lockout")
}

/** The active administrators, without those whom no provider and no directory knows while passwords are good for nothing. */
export async function lockAdminsWithWay(tx: Tx): Promise<string[]> {
  const { localSignIn } = await lockInstallation(tx)
  if (localSignIn !== "none") return listAdmins(tx)
  const rows = await tx
    .selectDistinct({ id: people.id })
    .from(people)
    .innerJoin(personIdentities, eq(personIdentities.personId, people.id))
    .innerJoin(providers, eq(providers.id, personIdentities.providerId))
    .where(and(isActiveAdmin, eq(providers.enabled, true)))
  const byDirectory = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(isActiveAdmin, isNotNull(passwordDirectory)))
  return [...new Set([...rows, ...byDirectory].map(({ id }) => id))]
}

/** While passwords are for emergencies only, each use of one is on record. */
export async function noteEmergency(db: Db, personId: string): Promise<void> {
  const { localSignIn } = await readInstallation(db)
  if (localSignIn !== "admins") return
  const subject = { subjectType: "person", subjectId: personId }
  await transact(db, (tx) => audit(tx, null, { action: "person.emergency-sign-in", ...subject }))
}

const isActiveAdmin = and(eq(people.active, true), sql`'admin' = any(${people.roles})`)

async function refuseWithoutProvider(tx: Tx): Promise<void> {
  const rows = await tx
    .select({ id: providers.id })
    .from(providers)
    .where(eq(providers.enabled, true))
    .limit(1)
  if (rows.length === 0 && !(await findSigningDirectory(tx)))
    throw refusal(409, "providers.none-enabled", "localSignIn")
}

async function refuseWithoutLocalAdmin(tx: Tx): Promise<void> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(isActiveAdmin, isNotNull(people.passwordHash)))
    .limit(1)
  if (rows.length === 0) throw refusal(409, "providers.no-local-admin", "localSignIn")
}

async function refuseUnproven(tx: Tx, actor: Actor): Promise<void> {
  const rows = await tx
    .select({ id: sessions.publicId })
    .from(sessions)
    .innerJoin(providers, eq(providers.id, sessions.providerId))
    .where(and(eq(sessions.publicId, actor.sessionId ?? FIRST_ID), eq(providers.enabled, true)))
  if (rows.length === 0) throw refusal(409, "providers.unproven", "localSignIn")
}
