import { gzipSync } from "node:zlib"
import { eq, isNotNull } from "drizzle-orm"
import { type JWTPayload, SignJWT } from "jose"
import { people, readInstallation } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Config } from "../../kernel/config.ts"
import type { Reader } from "../../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../../kernel/errors.ts"
import { now } from "../../kernel/time.ts"
import { STATUS_PLACES } from "../certificates/actions.ts"
import { accessCertificate, mayRelease } from "../certificates/policy.ts"
import { certificates, deletedBadges } from "../certificates/tables.ts"
import { CONTEXTS, credentialOf, issuerProfile, keyAddress, secondsOf, statusAddress } from "./credential.ts"
import type { BadgeKeys } from "./keys.ts"

/** The own badge as a JWT. 409 once it is revoked; 404 where badges are off. */
export async function signBadge(
  reader: Reader,
  config: Config,
  keys: BadgeKeys | null,
  actor: Actor,
  id: string,
): Promise<string> {
  const standing = await accessCertificate(reader, actor, id)
  if (!mayRelease(standing)) throw forbidden()
  if (!keys) throw notFound()
  const { certificate } = standing
  if (certificate.revokedOn !== null) throw new Refusal(409, "certificate.revoked")
  const [holder] = await reader.select({ email: people.email }).from(people).where(eq(people.id, actor.id))
  if (!holder) throw notFound()
  const credential = credentialOf(config.publicUrl, certificate, holder.email)
  return sign(config, keys, credential, certificate.issuedAt)
}

/** One bit per certificate, at random places; set where it is revoked or was deleted. */
export async function signStatusList(reader: Reader, config: Config, keys: BadgeKeys): Promise<string> {
  const revoked = await reader
    .select({ place: certificates.statusIndex })
    .from(certificates)
    .where(isNotNull(certificates.revokedOn))
  const deleted = await reader.select({ place: deletedBadges.statusIndex }).from(deletedBadges)
  const bits = Buffer.alloc(STATUS_PLACES / 8)
  // Counted from the left, the highest bit of the first byte being place 0.
  for (const { place } of [...revoked, ...deleted])
    bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7))
  const id = statusAddress(config.publicUrl)
  const { name } = await readInstallation(reader)
  const at = now()
  const credential = {
    "@context": [CONTEXTS[0]],
    id,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: issuerProfile(config.publicUrl, name).id,
    validFrom: secondsOf(at),
    credentialSubject: {
      id: `${id}#list`,
      type: "BitstringStatusList",
      statusPurpose: "revocation",
      // `u` says base64url in multibase.
      encodedList: `u${gzipSync(bits).toString("base64url")}`,
    },
  }
  return sign(config, keys, credential, at)
}

type Signed = { id: string; credentialSubject: { id: string } } & JWTPayload

/** The claims that JWTs have of their own repeat what the credential says. */
const sign = ({ publicUrl }: Config, keys: BadgeKeys, credential: Signed, validFrom: Date): Promise<string> =>
  new SignJWT(credential)
    .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: keyAddress(publicUrl, keys.kid) })
    .setIssuer(issuerProfile(publicUrl, "").id)
    .setJti(credential.id)
    .setSubject(credential.credentialSubject.id)
    .setNotBefore(Math.floor(validFrom.getTime() / 1000))
    .sign(keys.signing)
