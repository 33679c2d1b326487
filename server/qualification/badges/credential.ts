import { HOUR } from "../../kernel/time.ts"
import type { Certificate } from "../certificates/policy.ts"
import { type AchievementContent, achievementDocument, levelText, resultId, uuidOf } from "./achievement.ts"
import { achievementAddress, didOf, issuerAddress, provenStatusAddress, statusAddress } from "./addresses.ts"
import { identityObject } from "./identity.ts"
import { CONTEXTS } from "./proofs.ts"

/** Signed as a JWT, or with a proof within. */
export type Securing = "jwt" | "proof"

export const issuerProfile = (publicUrl: string, name: string, securing: Securing = "jwt") => {
  return { id: issuerOf(publicUrl, securing), type: ["Profile"], name, url: publicUrl }
}

export const issuerOf = (publicUrl: string, securing: Securing) =>
  securing === "jwt" ? issuerAddress(publicUrl) : didOf(publicUrl)

/** A badge together with what was kept of it on the day of issue. */
export type Kept = { certificate: Certificate; achievementId: string; achievement: AchievementContent }

/**
 * Everything but the signature. It names nobody: the holder proves their address by its salted hash. No
 * `credentialSchema`: its only type that Open Badges knows is in none of the two contexts, and could not be signed.
 */
export function credentialOf(
  publicUrl: string,
  { certificate, achievementId, achievement }: Kept,
  securing: Securing,
) {
  const { content, statusIndex, issuedAt, identityHash, identitySalt } = certificate
  const address = achievementAddress(publicUrl, achievementId)
  const list = securing === "jwt" ? statusAddress(publicUrl) : provenStatusAddress(publicUrl)
  return {
    "@context": [CONTEXTS.credential, CONTEXTS.badge],
    id: `urn:uuid:${certificate.id}`,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: content.programme,
    issuer: issuerProfile(publicUrl, content.installation, securing),
    validFrom: secondsOf(safelyPast(issuedAt)),
    awardedDate: secondsOf(issuedAt),
    credentialSubject: {
      id: `urn:uuid:${uuidOf(`holder ${certificate.code}`)}`,
      type: ["AchievementSubject"],
      ...(identityHash && identitySalt && { identifier: [identityObject({ identityHash, identitySalt })] }),
      achievement: achievementDocument(publicUrl, address, achievement),
      ...(content.competences.length > 0 && {
        result: content.competences.map(({ key, level, levelName }) => ({
          type: ["Result"],
          resultDescription: resultId(address, key),
          value: levelText(level, levelName.de),
        })),
      }),
    },
    credentialStatus: {
      id: `${list}#${statusIndex}`,
      type: "BitstringStatusListEntry",
      statusPurpose: "revocation",
      statusListIndex: String(statusIndex),
      statusListCredential: list,
    },
  }
}

/**
 * From when on something that is signed holds. A verifier refuses what begins in its future, and its clock is another
 * one: a badge that is looked at a second after it was issued, on a machine that is a minute behind, would be no good.
 * An hour covers clocks that nobody sets, and even one that forgot the end of summer time; certificate authorities
 * date back by as much. Nothing is lost by it: when it was awarded stands beside it (`awardedDate`).
 */
export const safelyPast = (instant: Date): Date => new Date(instant.getTime() - HOUR)

export const secondsOf = (instant: Date) => `${instant.toISOString().slice(0, 19)}Z`
