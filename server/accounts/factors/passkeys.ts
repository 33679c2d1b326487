import { isIP } from "node:net"
import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  RegistrationResponseJSON,
} from "@simplewebauthn/server"
import { and, eq } from "drizzle-orm"
import type { Config } from "../../kernel/config.ts"
import { type Db, newId, type Reader, type Tx } from "../../kernel/database.ts"
import { today } from "../../kernel/time.ts"
import { type AccountCode, refusal } from "../codes.ts"
import { type Aim, makeChallenge, takeChallenge } from "./challenges.ts"
import { passkeys } from "./tables.ts"

/** A part of the program that many installations never need, so it is read when it is first asked for. */
const library = () => import("@simplewebauthn/server")

type Place = Pick<Config, "publicUrl">
type Owner = { id: string; displayName: string; email: string }
type Passkey = typeof passkeys.$inferSelect

/** Whom passkeys are made for: the host of the address. Browsers make none where it is a number, or not safe. */
function relyingPartyOf({ publicUrl }: Place): { id: string; origin: string } | null {
  const { hostname: id, origin, protocol } = new URL(publicUrl)
  const isSafe = protocol === "https:" || id === "localhost"
  return isSafe && isIP(id.replace(/^\[|\]$/g, "")) === 0 ? { id, origin } : null
}

/** What the browser is to be asked for a new passkey; null where there can be none. */
export async function offerPasskey(db: Db, config: Place, owner: Owner, issuer: string) {
  const party = relyingPartyOf(config)
  if (!party) return null
  const own = await listPasskeys(db, owner.id)
  const { generateRegistrationOptions } = await library()
  return generateRegistrationOptions({
    rpID: party.id,
    rpName: issuer,
    userID: new TextEncoder().encode(owner.id),
    userName: owner.email,
    userDisplayName: owner.displayName,
    challenge: await makeChallenge(db, `add ${owner.id}`),
    excludeCredentials: own.map(asDescriptor),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  })
}

/** What the browser is to be asked for at a sign-in: any passkey of this address, or one of somebody's own. */
export async function askForPasskey(db: Db, config: Place, aim: Aim, personId: string | null = null) {
  const party = relyingPartyOf(config)
  const own = personId === null ? [] : await listPasskeys(db, personId)
  if (!party || (personId !== null && own.length === 0)) return null
  const { generateAuthenticationOptions } = await library()
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge: await makeChallenge(db, aim),
    userVerification: "required",
    allowCredentials: own.map(asDescriptor),
  })
}

const asDescriptor = ({ credentialId: id, transports }: Passkey) => ({
  id,
  transports: transports as AuthenticatorTransport[],
})

export const listPasskeys = (reader: Reader, personId: string): Promise<Passkey[]> =>
  reader.select().from(passkeys).where(eq(passkeys.personId, personId)).orderBy(passkeys.id)

export type NewPasskey = Pick<Passkey, "credentialId" | "publicKey" | "counter" | "transports">

/** What a device has made, if it is what this person was asked for; otherwise 422 `factors.passkey-failed`. */
export async function readNewPasskey(
  db: Db,
  config: Place,
  personId: string,
  sent: string,
): Promise<NewPasskey> {
  const { answer, expected } = await readAnswer<RegistrationResponseJSON>(db, config, `add ${personId}`, sent)
  const { verifyRegistrationResponse } = await library()
  const { registrationInfo } = await believed(
    verifyRegistrationResponse({ response: answer, ...expected, requireUserVerification: true }),
  )
  if (!registrationInfo) throw failed()
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential
  const known = transports.filter((one) => /^[a-z-]{1,20}$/.test(String(one)))
  return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports: known }
}

/** Whose passkey has answered. Unknown, somebody else's and forged are one and the same: 422 `factors.passkey-failed`. */
export async function readPasskeyAnswer(
  db: Db,
  config: Place,
  aim: Aim,
  sent: string,
): Promise<{ passkey: Passkey; counter: number }> {
  const { answer, expected } = await readAnswer<AuthenticationResponseJSON>(db, config, aim, sent)
  const [passkey] = await db.select().from(passkeys).where(eq(passkeys.credentialId, answer.id))
  const { userHandle } = answer.response
  if (!passkey || (userHandle && userHandle !== handleOf(passkey.personId))) throw failed()
  const { credentialId: id, publicKey, counter } = passkey
  const credential = { id, publicKey: new Uint8Array(publicKey), counter }
  const { verifyAuthenticationResponse } = await library()
  const { verified, authenticationInfo } = await believed(
    verifyAuthenticationResponse({
      response: answer,
      ...expected,
      credential,
      requireUserVerification: true,
    }),
  )
  if (!verified) throw failed()
  return { passkey, counter: authenticationInfo.newCounter }
}

const handleOf = (personId: string) => Buffer.from(personId).toString("base64url")

/** Notes how far its counter is. False where the passkey was removed meanwhile. */
export async function noteUse(db: Reader, { id, personId }: Passkey, counter: number): Promise<boolean> {
  const noted = await db
    .update(passkeys)
    .set({ counter })
    .where(and(eq(passkeys.id, id), eq(passkeys.personId, personId)))
    .returning({ id: passkeys.id })
  return noted.length > 0
}

export async function storePasskey(tx: Tx, personId: string, passkey: NewPasskey, name: string) {
  const stored = await tx
    .insert(passkeys)
    .values({ id: newId(), personId, name, addedOn: today(), ...passkey })
    .onConflictDoNothing()
    .returning({ id: passkeys.id })
  if (stored.length === 0) throw refusal(409, "factors.passkey-known")
}

/** The answer, whose challenge is used up by this. Everything else about it the library checks. */
async function readAnswer<Answer extends AuthenticationResponseJSON | RegistrationResponseJSON>(
  db: Db,
  config: Place,
  aim: Aim,
  sent: string,
) {
  const party = relyingPartyOf(config)
  const { answer, challenge } = await parse<Answer>(sent)
  if (!party || !(await takeChallenge(db, aim, Buffer.from(challenge, "base64url").toString("utf8"))))
    throw failed("factors.passkey-late")
  return {
    answer,
    expected: { expectedChallenge: challenge, expectedOrigin: party.origin, expectedRPID: party.id },
  }
}

async function parse<Answer extends AuthenticationResponseJSON | RegistrationResponseJSON>(sent: string) {
  const { decodeClientDataJSON } = await import("@simplewebauthn/server/helpers")
  try {
    const answer: Answer = JSON.parse(sent)
    // It is looked for in the database, which does not take every text.
    if (!/^[\w-]{1,1400}$/.test(answer.id)) throw failed()
    const { challenge } = decodeClientDataJSON(answer.response.clientDataJSON)
    return { answer, challenge: String(challenge) }
  } catch {
    throw failed()
  }
}

/** The library throws at whatever is not as it should be; it asks nothing and nobody. */
const believed = <T>(verification: Promise<T>): Promise<T> =>
  verification.catch(() => {
    throw failed()
  })

const failed = (code: AccountCode = "factors.passkey-failed") => refusal(422, code)
