import type { Tx } from "../../kernel/database.ts"
import type { Keys } from "../../kernel/key-file.ts"
import { notify } from "../../kernel/notices.ts"
import { refusal } from "../codes.ts"
import { auditPerson } from "../people/auditing.ts"
import { FACTORS_CHANGED, type FactorEvent } from "./notices.ts"
import { listPasskeys, type NewPasskey, storePasskey } from "./passkeys.ts"
import { countRecoveryCodes, renewRecoveryCodes } from "./recovery.ts"
import { storeTotp } from "./totp.ts"

const MOST_PASSKEYS = 20

/** The person is locked by whoever calls these. Each returns the recovery codes that were made, where there were none. */
export async function addTotp(
  tx: Tx,
  keys: Keys | null,
  personId: string,
  secret: string,
): Promise<string[] | null> {
  if (!keys) throw refusal(409, "factors.no-key")
  await storeTotp(tx, keys, personId, secret)
  return tellAdded(tx, personId, "totp")
}

export async function addPasskey(
  tx: Tx,
  personId: string,
  passkey: NewPasskey,
  name: string,
): Promise<string[] | null> {
  const own = await listPasskeys(tx, personId)
  if (own.length >= MOST_PASSKEYS) throw refusal(409, "factors.too-many")
  await storePasskey(tx, personId, passkey, name.trim())
  return tellAdded(tx, personId, "passkey")
}

async function tellAdded(tx: Tx, personId: string, kind: "totp" | "passkey"): Promise<string[] | null> {
  const codes = (await countRecoveryCodes(tx, personId)) > 0 ? null : await renewRecoveryCodes(tx, personId)
  await recordFactor(tx, personId, "person.factor-added", kind)
  await tellFactors(tx, personId, `${kind}-added`)
  return codes
}

/** Whoever does it is signed in as this person or about to be; the entry is about them. */
export const recordFactor = (tx: Tx, personId: string, action: string, factor: string) =>
  auditPerson(tx, { actor: null }, personId, { action, detail: { factor } })

export const tellFactors = (tx: Tx, personId: string, what: FactorEvent) =>
  notify(tx, FACTORS_CHANGED, [personId], { what })

/** That one was used may be the first that the person hears of somebody who has found the paper. */
export const tellRecoveryUsed = (tx: Tx, personId: string) => tellFactors(tx, personId, "recovery-used")
