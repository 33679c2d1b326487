import { createHash } from "node:crypto"
import { textOfHtml } from "../../kernel/html-text.ts"
import { showMarkdown } from "../../kernel/markdown.ts"
import type { Certificate } from "../certificates/policy.ts"
import type { CertificateContent } from "../certificates/tables.ts"
import { findCompetence } from "../competences/frameworks/index.ts"
import { LEVELS } from "../competences/frameworks/levels.ts"

/** Open Badges 3.0 on the data model of Verifiable Credentials 2.0. */
export const CONTEXTS = [
  "https://www.w3.org/ns/credentials/v2",
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
]
const DIGCOMP = { framework: "DigComp 2.2", url: "https://doi.org/10.2760/115376" }

export const issuerAddress = (publicUrl: string) => `${publicUrl}/api/badges/issuer`
export const statusAddress = (publicUrl: string) => `${publicUrl}/api/badges/status`
export const keyAddress = (publicUrl: string, kid: string) => `${publicUrl}/api/badges/keys/${kid}`

/** The same for all who were assessed in the same competences: it tells nothing about a person. */
export const achievementAddress = (publicUrl: string, programmeId: string, keys: string[]) =>
  `${publicUrl}/api/badges/achievements/${programmeId}?competences=${encodeURIComponent(keys.join(","))}`

export const issuerProfile = (publicUrl: string, installation: string) => {
  return { id: issuerAddress(publicUrl), type: ["Profile"], name: installation, url: publicUrl }
}

export type Achieved = { publicUrl: string; programmeId: string; keys: string[] } & Pick<
  CertificateContent,
  "programme" | "description"
>

export function achievementOf({ publicUrl, programmeId, keys, programme, description }: Achieved) {
  const id = achievementAddress(publicUrl, programmeId, keys)
  const known = keys.flatMap((key) => findCompetence(key) ?? [])
  return {
    id,
    type: ["Achievement"],
    achievementType: "Certificate",
    name: programme,
    inLanguage: "de",
    description: textOfHtml(showMarkdown(description)) || programme,
    criteria: {
      narrative:
        "Die Qualifizierung wurde abgeschlossen; die Kompetenzen wurden in einer Kompetenzbilanzierung gemeinsam festgestellt und bestätigt.",
    },
    creator: { id: issuerAddress(publicUrl), type: ["Profile"] },
    alignment: known
      .filter(({ framework }) => framework.id === "digcomp")
      .map(({ competence }) => ({
        type: ["Alignment"],
        targetName: competence.name.de,
        targetCode: competence.id,
        targetFramework: DIGCOMP.framework,
        targetUrl: DIGCOMP.url,
        targetType: "CFItem",
      })),
    resultDescription: known.map(({ key, competence }) => ({
      id: resultId(id, key),
      type: ["ResultDescription"],
      name: competence.name.de,
      resultType: "PerformanceLevel",
      allowedValue: LEVELS.map(({ level, name }) => levelText(level, name.de)),
    })),
  }
}

/** Everything but the signature. It names nobody: the holder proves their address by its salted hash. */
export function credentialOf(publicUrl: string, certificate: Certificate, email: string) {
  const { content, programmeId, statusIndex, issuedAt } = certificate
  const keys = content.competences.map(({ key }) => key)
  const achievement = achievementOf({ publicUrl, programmeId, keys, ...content })
  const status = statusAddress(publicUrl)
  return {
    "@context": CONTEXTS,
    id: `urn:uuid:${certificate.id}`,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: content.programme,
    issuer: issuerProfile(publicUrl, content.installation),
    validFrom: secondsOf(issuedAt),
    credentialSubject: {
      id: `urn:uuid:${uuidOf(`holder ${certificate.code}`)}`,
      type: ["AchievementSubject"],
      identifier: [identityOf(certificate.code, email)],
      achievement,
      result: content.competences.map(({ key, level, levelName }) => ({
        type: ["Result"],
        resultDescription: resultId(achievement.id, key),
        value: levelText(level, levelName.de),
      })),
    },
    credentialStatus: {
      id: `${status}#${statusIndex}`,
      type: "BitstringStatusListEntry",
      statusPurpose: "revocation",
      statusListIndex: String(statusIndex),
      statusListCredential: status,
    },
  }
}

/** The hash of address and salt, one after the other, as the specification has it. */
function identityOf(code: string, email: string) {
  const salt = hash(`salt ${code}`).slice(0, 32)
  return {
    type: "IdentityObject",
    hashed: true,
    identityType: "emailAddress",
    identityHash: `sha256$${hash(email.toLowerCase() + salt)}`,
    salt,
  }
}

const resultId = (achievement: string, key: string) => `${achievement}#${encodeURIComponent(key)}`
const levelText = (level: number, name: string) => `${level}: ${name}`
const hash = (text: string) => createHash("sha256").update(text).digest("hex")
export const secondsOf = (instant: Date) => `${instant.toISOString().slice(0, 19)}Z`

/** A UUID of version 8 that only a hash leads to: it links to nothing else of the person. */
function uuidOf(text: string): string {
  const digits = hash(text)
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ]
  return parts.join("-")
}
