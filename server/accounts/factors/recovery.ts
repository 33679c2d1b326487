import { randomInt } from "node:crypto"
import { and, eq } from "drizzle-orm"
import type { Reader, Tx } from "../../kernel/database.ts"
import { hashToken } from "../sessions.ts"
import { recoveryCodes } from "./tables.ts"

const CODES = 10
const GROUPS = 4
const GROUP = 4
/** Without what is easily taken for something else, I and 1, O and 0. Four groups of four are 79 bits. */
const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"

/** As somebody types it: in small letters, with spaces in place of hyphens. */
export const plainCode = (typed: string) => typed.replace(/[\s-]/g, "").toUpperCase()

export const isRecoveryCode = (plain: string) => plain.length === GROUPS * GROUP

/** Makes new ones in place of all that were there. They are shown this once: only their hashes are stored. */
export async function renewRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
  await forgetRecoveryCodes(tx, personId)
  const codes = Array.from({ length: CODES }, makeCode)
  await tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ personId, codeHash: hashToken(plainCode(code)) })))
  return codes
}

/** Used up: of two at once only one finds it. */
export async function useRecoveryCode(db: Reader, personId: string, plain: string): Promise<boolean> {
  const used = await db
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, personId), eq(recoveryCodes.codeHash, hashToken(plain))))
    .returning()
  return used.length > 0
}

export const countRecoveryCodes = (reader: Reader, personId: string): Promise<number> =>
  reader.$count(recoveryCodes, eq(recoveryCodes.personId, personId))

export async function forgetRecoveryCodes(tx: Tx, personId: string): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
}

const makeCode = () =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join(""),
  ).join("-")
