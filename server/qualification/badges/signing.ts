import { and, eq, isNull } from "drizzle-orm"
import { type JWTPayload, SignJWT } from "jose"
import type { Actor } from "../../kernel/actor.ts"
import type { Config } from "../../kernel/config.ts"
import type { Db, Reader } from "../../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../../kernel/errors.ts"
import { accessCertificate, type Certificate, mayRelease } from "../certificates/policy.ts"
import { certificates } from "../certificates/tables.ts"
import { achievementIdOf, describeAchievement } from "./achievement.ts"
import { issuerAddress, keyAddress } from "./addresses.ts"
import { credentialOf, type Kept, type Securing, safelyPast } from "./credential.ts"
import type { BadgeKeys } from "./keys.ts"
import { prove } from "./proofs.ts"
import { statusListOf } from "./status.ts"

type Parts = { db: Db; config: Config; keys: BadgeKeys | null }

/** The own badge as a JWT. 409 once it is revoked; 404 where badges are off. */
export async function signBadge({ db, config, keys }: Parts, actor: Actor, id: string): Promise<string> {
  const kept = await accessBadge(db, actor, id)
  if (!keys) throw notFound()
  const credential = credentialOf(config.publicUrl, kept, "jwt")
  return signJwt(config, keys, credential, safelyPast(kept.certificate.issuedAt))
}

/** The own badge as JSON with a proof within. Refused as the JWT is; 404 also where the keys are too old for it. */
export async function proveBadge({ db, config, keys }: Parts, actor: Actor, id: string): Promise<string> {
  const kept = await accessBadge(db, actor, id)
  if (!keys?.proving) throw notFound()
  const credential = credentialOf(config.publicUrl, kept, "proof")
  const date = safelyPast(kept.certificate.issuedAt)
  const { proof, ...proven } = await prove(config.publicUrl, keys.proving, credential, date)
  // A list of one: the schema of Open Badges takes nothing else, while W3C's takes both.
  return JSON.stringify({ ...proven, proof: [proof] })
}

/** What is put into a picture: with a proof where there can be one, which more verifiers read. */
export async function badgeForImage(parts: Parts, actor: Actor, id: string) {
  const securing: Securing = parts.keys && !parts.keys.proving ? "jwt" : "proof"
  const text = securing === "jwt" ? await signBadge(parts, actor, id) : await proveBadge(parts, actor, id)
  return { securing, text }
}

export async function signStatusList(reader: Reader, config: Config, keys: BadgeKeys): Promise<string> {
  const { credential, validFrom } = await statusListOf(reader, config.publicUrl, "jwt")
  return signJwt(config, keys, credential, validFrom)
}

/** The same list with a proof within. 404 where the keys are too old for it. */
export async function proveStatusList(reader: Reader, config: Config, keys: BadgeKeys): Promise<string> {
  if (!keys.proving) throw notFound()
  const { credential, validFrom } = await statusListOf(reader, config.publicUrl, "proof")
  return JSON.stringify(await prove(config.publicUrl, keys.proving, credential, validFrom))
}

async function accessBadge(db: Db, actor: Actor, id: string): Promise<Kept> {
  const standing = await accessCertificate(db, actor, id)
  if (!mayRelease(standing)) throw forbidden()
  const { certificate } = standing
  if (certificate.revokedOn !== null) throw new Refusal(409, "certificate.revoked")
  return { certificate, ...(await keptAchievement(db, certificate)) }
}

/** What certificates of earlier versions lack is made from their own content, and kept from then on. */
async function keptAchievement(db: Db, { id, programmeId, content, ...kept }: Certificate) {
  const { achievementId, achievement } = kept
  if (achievementId && achievement) return { achievementId, achievement }
  const made = describeAchievement(content, content.competences)
  const values = { achievement: made, achievementId: achievementIdOf(programmeId, made) }
  const missing = and(eq(certificates.id, id), isNull(certificates.achievementId))
  await db.update(certificates).set(values).where(missing)
  return values
}

type Signed = { id: string; credentialSubject: { id: string } } & JWTPayload

/** The claims that JWTs have of their own repeat what the credential says. */
const signJwt = (
  { publicUrl }: Config,
  keys: BadgeKeys,
  credential: Signed,
  validFrom: Date,
): Promise<string> =>
  new SignJWT(credential)
    .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: keyAddress(publicUrl, keys.kid) })
    .setIssuer(issuerAddress(publicUrl))
    .setJti(credential.id)
    .setSubject(credential.credentialSubject.id)
    // Neither `iat` nor `exp`: nothing here begins or ends on the day that somebody saves the file again.
    .setNotBefore(Math.floor(validFrom.getTime() / 1000))
    .sign(keys.signing)
