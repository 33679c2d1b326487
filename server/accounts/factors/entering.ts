import type { FastifyReply } from "fastify"
import type { Role } from "../../kernel/actor.ts"
import { type Tx, transact } from "../../kernel/database.ts"
import { refusal } from "../codes.ts"
import { hasDirectoryPassword } from "../ldap/queries.ts"
import type { AccountParts } from "../parts.ts"
import { findActor } from "../people/queries.ts"
import { lockPerson } from "../people/writing.ts"
import { mayUsePassword, noteEmergency } from "../providers/local.ts"
import { type Origin, startSession } from "../sign-in/opening.ts"
import { countFactorTry } from "../sign-in/throttle.ts"
import { addPasskey, addTotp, tellRecoveryUsed } from "./adding.ts"
import { noteUse, readNewPasskey, readPasskeyAnswer } from "./passkeys.ts"
import { accessPending, beginPending, blankPendingCookie, endPending, type Pending } from "./pending.ts"
import { findNeed } from "./queries.ts"
import { isRecoveryCode, plainCode, useRecoveryCode } from "./recovery.ts"
import type { FirstPasskey, NewTotp, SignInCode } from "./schema.ts"
import type { Need } from "./tables.ts"
import { confirmTotp, isOwnTotp } from "./totp.ts"

export type EnteringParts = Pick<AccountParts, "db" | "config" | "sessions" | "providerKeys">

/** With `need` nobody is signed in yet, and the cookie is good only for going on with it. */
export type Entered = { need: Need | null; cookies: string[]; undo: () => Promise<unknown> }

/**
 * What comes after a password that was right: a fresh session, or the question for a second factor. For whoever was
 * recognised by somebody who has asked for more than a password, such as a provider, there is `startSession`.
 * @param isAsked not where the password is that of a directory, which has rules of its own
 */
export async function enter(
  { db, config, sessions }: Omit<EnteringParts, "providerKeys">,
  person: { id: string; roles: readonly Role[] },
  origin: Origin,
  isAsked = true,
): Promise<Entered> {
  const need = isAsked ? await findNeed(db, person) : null
  if (need) {
    const { tokenHash, cookie } = await beginPending(db, config.secure, person.id, need)
    return { need, cookies: [cookie], undo: () => endPending(db, tokenHash) }
  }
  const { token, cookies } = await startSession(sessions, person.id, origin)
  return { need, cookies, undo: () => sessions.signOut(token) }
}

const NEEDED = { factor: "sign-in.factor-needed", "set-up": "sign-in.set-up-needed" } as const

/** For programs: 204, or 403 with the cookie by which the sign-in goes on. */
export function answerEntered(reply: FastifyReply, { need, cookies }: Entered) {
  reply.header("set-cookie", cookies)
  if (need) throw refusal(403, NEEDED[need])
  return reply.code(204).send(null)
}

/** By a code of the app, or one from paper. Wrong and used before are one and the same: 422 `factors.code-wrong`. */
export async function finishByCode(
  parts: EnteringParts,
  token: string | undefined,
  { code }: SignInCode,
  origin: Origin,
): Promise<{ cookies: string[] }> {
  const { db, providerKeys } = parts
  const pending = await accessPending(db, token, "factor")
  const { id } = pending.person
  const plain = plainCode(code)
  const isPaper = isRecoveryCode(plain)
  const { settle } = await countFactorTry(db, isPaper ? "recovery" : "totp", id)
  const isRight = isPaper
    ? await useRecoveryCode(db, id, plain)
    : await isOwnTotp(db, providerKeys, id, plain)
  if (!isRight) throw refusal(422, "factors.code-wrong", "code")
  await settle()
  const { cookies } = await complete(parts, pending, origin, async (tx) => {
    if (isPaper) await tellRecoveryUsed(tx, id)
  })
  return { cookies }
}

/** By one of the person's own passkeys, after the password. */
export async function finishByPasskey(
  parts: EnteringParts,
  token: string | undefined,
  sent: string,
  origin: Origin,
): Promise<{ cookies: string[] }> {
  const { db, config } = parts
  const pending = await accessPending(db, token, "factor")
  const { passkey, counter } = await readPasskeyAnswer(db, config, `factor ${pending.tokenHash}`, sent)
  if (passkey.personId !== pending.person.id) throw refusal(422, "factors.passkey-failed")
  const { cookies } = await complete(parts, pending, origin, async (tx) => {
    if (!(await noteUse(tx, passkey, counter))) throw refusal(422, "factors.passkey-failed")
  })
  return { cookies }
}

/** By a passkey alone: the device has asked for a second thing itself, such as a finger or a number. */
export async function signInByPasskey(
  { db, config, sessions }: EnteringParts,
  sent: string,
  origin: Origin,
): Promise<{ cookies: string[] }> {
  const { passkey, counter } = await readPasskeyAnswer(db, config, "sign-in", sent)
  const person = await findActor(db, passkey.personId, null)
  // A directory decides on the access of whom it owns, also of those who had a passkey before.
  if (!person || (await hasDirectoryPassword(db, person.id))) throw refusal(422, "factors.passkey-failed")
  if (!(await mayUsePassword(db, person.roles))) throw refusal(403, "sign-in.local-off")
  const { token, cookies } = await startSession(sessions, person.id, origin)
  // Whoever takes a passkey away, or deactivates somebody, ends all sessions after that: one of both sees the other.
  const isStillRight = await transact(db, async (tx) => {
    const { active } = await lockPerson(tx, person.id)
    return active && (await noteUse(tx, passkey, counter))
  })
  if (!isStillRight) {
    await sessions.signOut(token)
    throw refusal(422, "factors.passkey-failed")
  }
  await noteEmergency(db, person.id)
  return { cookies }
}

export type SetUp = { cookies: string[]; codes: string[] | null }

/** Somebody whose role demands a second factor sets up the first one, and is signed in by that. */
export async function finishSetUpByTotp(
  parts: EnteringParts,
  token: string | undefined,
  input: NewTotp,
  origin: Origin,
): Promise<SetUp> {
  const { db, providerKeys } = parts
  const pending = await accessPending(db, token, "set-up")
  const { id } = pending.person
  const { settle } = await countFactorTry(db, "totp", id)
  const secret = await confirmTotp(db, providerKeys, id, input)
  await settle()
  const { cookies, done } = await complete(parts, pending, origin, (tx) =>
    addTotp(tx, providerKeys, id, secret),
  )
  return { cookies, codes: done }
}

export async function finishSetUpByPasskey(
  parts: EnteringParts,
  token: string | undefined,
  { response, name }: FirstPasskey,
  origin: Origin,
): Promise<SetUp> {
  const { db, config } = parts
  const pending = await accessPending(db, token, "set-up")
  const { id } = pending.person
  const passkey = await readNewPasskey(db, config, id, response)
  const { cookies, done } = await complete(parts, pending, origin, (tx) => addPasskey(tx, id, passkey, name))
  return { cookies, codes: done }
}

/**
 * Opens the session, and only then takes the pending sign-in away, together with what else is to be done: whatever ends
 * somebody's sessions ends these first, so that one of both sees the other.
 */
async function complete<Done>(
  { db, config, sessions }: EnteringParts,
  { tokenHash, person }: Pending,
  origin: Origin,
  work: (tx: Tx) => Promise<Done>,
): Promise<{ cookies: string[]; done: Done }> {
  if (!(await mayUsePassword(db, person.roles))) throw refusal(403, "sign-in.local-off")
  const { token, cookies } = await startSession(sessions, person.id, origin)
  try {
    const done = await transact(db, async (tx) => {
      await lockPerson(tx, person.id)
      if (!(await endPending(tx, tokenHash))) throw refusal(403, "sign-in.begin-again")
      return work(tx)
    })
    await noteEmergency(db, person.id)
    return { cookies: [...cookies, blankPendingCookie(config.secure)], done }
  } catch (error) {
    await sessions.signOut(token)
    throw error
  }
}
