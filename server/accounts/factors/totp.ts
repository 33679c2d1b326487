import { createHmac } from "node:crypto"
import { eq } from "drizzle-orm"
import { Secret, TOTP } from "otpauth"
import type { Db, Reader, Tx } from "../../kernel/database.ts"
import { type Keys, seal, unseal } from "../../kernel/key-file.ts"
import { findSecret, sealSecret } from "../../kernel/stored-secret.ts"
import { now, SECOND, today } from "../../kernel/time.ts"
import { refusal } from "../codes.ts"
import { useOnce } from "./once.ts"
import { plainCode } from "./recovery.ts"
import { totpKeys } from "./tables.ts"

const PERIOD = 30
/** Clocks may differ by one step. */
const WINDOW = 1
const BYTES = 20

/** What an app is set up with: as text, as the address in the QR code, and sealed for the form that comes back with a code. */
export type Proposal = { secret: string; address: string; proposal: string }

export function proposeTotp(keys: Keys, owner: { id: string; email: string }, issuer: string): Proposal {
  const { base32 } = new Secret({ size: BYTES })
  return describeProposal(base32, sealProposal(keys, owner.id, base32), owner.email, issuer)
}

/** The same once more, for a form that is shown again. */
export function repeatTotp(
  keys: Keys,
  owner: { id: string; email: string },
  issuer: string,
  proposal: string,
): Proposal | null {
  const secret = openProposal(keys, owner.id, proposal)
  return secret === null ? null : describeProposal(secret, proposal, owner.email, issuer)
}

const describeProposal = (secret: string, proposal: string, label: string, issuer: string): Proposal => ({
  secret,
  address: new TOTP({ issuer, label, secret, period: PERIOD }).toString(),
  proposal,
})

/**
 * The secret of a proposal whose code is right. It is nobody's before the app has shown that it has it.
 * 409 `factors.proposal-gone`: sealed by a key that is there no more, or for somebody else.
 */
export async function confirmTotp(
  db: Db,
  keys: Keys | null,
  personId: string,
  { proposal, code }: { proposal: string; code: string },
): Promise<string> {
  if (!keys) throw refusal(409, "factors.no-key")
  const secret = openProposal(keys, personId, proposal)
  if (secret === null) throw refusal(409, "factors.proposal-gone")
  if (!(await isGood(db, secret, plainCode(code)))) throw refusal(422, "factors.code-wrong", "code")
  return secret
}

/** In place of the one before: whoever has a new telephone sets the app up anew. */
export async function storeTotp(tx: Tx, keys: Keys, personId: string, secret: string): Promise<void> {
  const row = { ...sealSecret(keys, ownerOf(personId), secret), addedOn: today() }
  await tx
    .insert(totpKeys)
    .values({ personId, ...row })
    .onConflictDoUpdate({ target: totpKeys.personId, set: row })
}

/** Whether the app of this person shows the code at this moment, and nobody has used it before. */
export async function isOwnTotp(db: Db, keys: Keys | null, personId: string, code: string): Promise<boolean> {
  const [row] = await findKey(db, personId)
  const secret = row ? findSecret(keys, ownerOf(personId), row).secret : null
  return secret !== null && isGood(db, secret, code)
}

const findKey = (reader: Reader, personId: string) =>
  reader.select().from(totpKeys).where(eq(totpKeys.personId, personId))

/** A code that was seen by somebody else is worth nothing any more. */
async function isGood(db: Db, secret: string, token: string): Promise<boolean> {
  const timestamp = now().getTime()
  const delta = new TOTP({ secret, period: PERIOD }).validate({ token, timestamp, window: WINDOW })
  if (delta === null) return false
  const step = Math.floor(timestamp / (PERIOD * SECOND)) + delta
  // Without the secret the hash tells neither whose code it was nor when.
  const hash = createHmac("sha256", secret).update(`totp|${step}`).digest("base64url")
  return useOnce(db, hash, new Date((step + WINDOW + 1) * PERIOD * SECOND))
}

const ownerOf = (personId: string) => ["totp", personId] as const
const proposedTo = (personId: string) => ["totp-proposal", personId]

function sealProposal(keys: Keys, personId: string, secret: string): string {
  const { keyId, sealed } = seal(keys, proposedTo(personId), secret)
  return `${keyId}.${sealed}`
}

function openProposal(keys: Keys, personId: string, proposal: string): string | null {
  const at = proposal.indexOf(".")
  const keyId = proposal.slice(0, Math.max(0, at))
  return unseal(keys, proposedTo(personId), { keyId, sealed: proposal.slice(at + 1) })
}
