import { and, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { forbidden, notFound } from "../../kernel/errors.ts"
import { refusal } from "../codes.ts"
import type { AccountParts } from "../parts.ts"
import { confirmPassword } from "../password/confirm.ts"
import { auditPerson } from "../people/auditing.ts"
import { lockPerson } from "../people/writing.ts"
import { requireAdmin } from "../policy.ts"
import { endSessions } from "../sessions.ts"
import { countFactorTry } from "../sign-in/throttle.ts"
import { addPasskey, addTotp, recordFactor, tellFactors } from "./adding.ts"
import { readNewPasskey } from "./passkeys.ts"
import { countFactors, isDemanded } from "./queries.ts"
import { forgetRecoveryCodes, renewRecoveryCodes } from "./recovery.ts"
import type { ConfirmedPasskey, ConfirmedTotp } from "./schema.ts"
import { passkeys, totpKeys } from "./tables.ts"
import { confirmTotp } from "./totp.ts"

type Parts = Pick<AccountParts, "db" | "config" | "providerKeys">

/*
 * What changes how an account is opened asks for the password once more: somebody may sit at a session that another one
 * has left open.
 */

/** Sets the app up, also in place of one before. Returns the recovery codes where there were none. */
export async function setUpTotp(
  { db, providerKeys }: Parts,
  actor: Actor,
  { currentPassword, ...input }: ConfirmedTotp,
): Promise<string[] | null> {
  await confirmPassword(db, actor.id, currentPassword)
  const { settle } = await countFactorTry(db, "totp", actor.id)
  const secret = await confirmTotp(db, providerKeys, actor.id, input)
  await settle()
  return transact(db, async (tx) => {
    await lockPerson(tx, actor.id)
    return addTotp(tx, providerKeys, actor.id, secret)
  })
}

export async function registerPasskey(
  { db, config }: Parts,
  actor: Actor,
  { currentPassword, response, name }: ConfirmedPasskey,
): Promise<string[] | null> {
  await confirmPassword(db, actor.id, currentPassword)
  const passkey = await readNewPasskey(db, config, actor.id, response)
  return transact(db, async (tx) => {
    await lockPerson(tx, actor.id)
    return addPasskey(tx, actor.id, passkey, name)
  })
}

/** What it is called opens nothing, so the session is enough. */
export async function renamePasskey(db: Db, actor: Actor, id: string, name: string): Promise<void> {
  const own = and(eq(passkeys.id, id), eq(passkeys.personId, actor.id))
  const renamed = await db.update(passkeys).set({ name: name.trim() }).where(own).returning()
  if (renamed.length === 0) throw notFound()
}

export async function removePasskey(
  db: Db,
  actor: Actor,
  id: string,
  currentPassword: string,
): Promise<void> {
  await confirmPassword(db, actor.id, currentPassword)
  await transact(db, async (tx) => {
    await lockPerson(tx, actor.id)
    const own = and(eq(passkeys.id, id), eq(passkeys.personId, actor.id))
    const removed = await tx.delete(passkeys).where(own).returning({ id: passkeys.id })
    if (removed.length === 0) throw notFound()
    await settleRemoval(tx, actor, "passkey")
  })
}

export async function removeTotp(db: Db, actor: Actor, currentPassword: string): Promise<void> {
  await confirmPassword(db, actor.id, currentPassword)
  await transact(db, async (tx) => {
    await lockPerson(tx, actor.id)
    const removed = await tx
      .delete(totpKeys)
      .where(eq(totpKeys.personId, actor.id))
      .returning({ id: totpKeys.personId })
    if (removed.length === 0) throw notFound()
    await settleRemoval(tx, actor, "totp")
  })
}

/** The last one stays where a role demands it; without any, codes on paper are good for nothing. */
async function settleRemoval(tx: Tx, actor: Actor, kind: "totp" | "passkey"): Promise<void> {
  if ((await countFactors(tx, actor.id)) === 0) {
    if (await isDemanded(tx, actor.roles)) throw refusal(409, "factors.last-demanded")
    await forgetRecoveryCodes(tx, actor.id)
  }
  await recordFactor(tx, actor.id, "person.factor-removed", kind)
  await tellFactors(tx, actor.id, `${kind}-removed`)
}

/** The ones before are good no more. */
export async function renewCodes(db: Db, actor: Actor, currentPassword: string): Promise<string[]> {
  await confirmPassword(db, actor.id, currentPassword)
  return transact(db, async (tx) => {
    await lockPerson(tx, actor.id)
    if ((await countFactors(tx, actor.id)) === 0) throw notFound()
    await tellFactors(tx, actor.id, "codes-renewed")
    return renewRecoveryCodes(tx, actor.id)
  })
}

/**
 * For somebody who has lost what they signed in with. All sessions end: whoever has found it may be signed in. Nobody does
 * so for themselves, past the password.
 */
export async function takeFactors(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  if (actor.id === id) throw forbidden()
  await transact(db, async (tx) => {
    await lockPerson(tx, id)
    if ((await countFactors(tx, id)) === 0) return
    await forgetFactors(tx, id)
    await auditPerson(tx, { actor }, id, { action: "person.factors-taken" })
    await tellFactors(tx, id, "taken")
  })
}

/**
 * For the command line, whose user has the database anyway: the way back in for the only administrator. No mail goes out
 * from there. False where there was nothing to take.
 */
export async function forgetFactorsOf(db: Db, id: string): Promise<boolean> {
  return transact(db, async (tx) => {
    await lockPerson(tx, id)
    if ((await countFactors(tx, id)) === 0) return false
    await forgetFactors(tx, id)
    const detail = { by: "command line" }
    await auditPerson(tx, { actor: null }, id, { action: "person.factors-taken", detail })
    return true
  })
}

async function forgetFactors(tx: Tx, id: string): Promise<void> {
  await tx.delete(passkeys).where(eq(passkeys.personId, id))
  await tx.delete(totpKeys).where(eq(totpKeys.personId, id))
  await forgetRecoveryCodes(tx, id)
  await endSessions(tx, id, null)
}
