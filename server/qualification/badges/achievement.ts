import { createHash } from "node:crypto"
import { textOfHtml } from "../../kernel/html-text.ts"
import { showMarkdown } from "../../kernel/markdown.ts"
import type { CertificateContent, CertifiedCompetence } from "../certificates/certified.ts"
import { publishedAddress } from "../competences/frameworks/addresses.ts"
import { FORMER_LEVELS } from "../competences/frameworks/former-levels.ts"
import { LEVELS } from "../competences/frameworks/levels.ts"
import { imageAddress, issuerAddress } from "./addresses.ts"

/** What a badge is given for, without addresses: kept with the certificate, as it was on the day of issue. */
export type AchievementContent = {
  name: string
  inLanguage: string
  description: string
  criteria: { narrative: string }
  alignment: Alignment[]
  results: Result[]
}
type Result = { key: string; name: string; allowedValue: string[] }
/**
 * No `targetType`: of its values only those of CASE and CTDL would come near, and DigComp is published in neither.
 * `targetName` is the framework's own, which is English.
 */
type Alignment = {
  targetName: string
  targetCode: string
  /** Absent where it was kept before German names were called our own. */
  targetDescription?: string
  targetFramework: string
  targetUrl: string
}
type Described = Pick<CertifiedCompetence, "key" | "framework" | "version" | "id" | "name">

const NARRATIVE =
  "Die Qualifizierung wurde abgeschlossen; die Kompetenzen wurden in einer Kompetenzbilanzierung gemeinsam festgestellt und bestätigt."
const CAPTION = "Sprechblase mit Häkchen in einem Sechseck"
export function describeAchievement(
  { programme, description, scale }: Pick<CertificateContent, "programme" | "description" | "scale">,
  competences: Described[],
): AchievementContent {
  const levels = scale === undefined ? FORMER_LEVELS : LEVELS
  return {
    name: programme,
    inLanguage: "de",
    description: textOfHtml(showMarkdown(description)) || programme,
    criteria: { narrative: NARRATIVE },
    alignment: competences.flatMap(alignmentOf),
    results: competences.map(({ key, name }) => {
      return { key, name: name.de, allowedValue: levels.map((one) => levelText(one.level, one.name.de)) }
    }),
  }
}

function alignmentOf(competence: Described): Alignment[] {
  const { id, name } = competence
  const published = publishedAddress(competence)
  if (!published) return []
  return [
    {
      targetName: name.en,
      targetCode: id,
      targetDescription: `Bezeichnung in eigener Übersetzung: ${name.de}`,
      targetFramework: published.name,
      targetUrl: published.url,
    },
  ]
}

/**
 * The same for all who were assessed in the same competences of the same programme: it tells nothing about a person.
 * Another name or description is another achievement, so that what an address says never changes.
 */
export const achievementIdOf = (programmeId: string, content: AchievementContent): string =>
  uuidOf(`achievement ${programmeId} ${JSON.stringify(content)}`)

/** As the specification wants it, with the addresses of this installation; what would be empty is left out. */
export function achievementDocument(publicUrl: string, id: string, content: AchievementContent) {
  const { name, inLanguage, description, criteria, alignment, results } = content
  return {
    id,
    type: ["Achievement"],
    achievementType: "Certificate",
    name,
    inLanguage,
    description,
    criteria,
    image: { id: imageAddress(publicUrl), type: "Image", caption: CAPTION },
    creator: { id: issuerAddress(publicUrl), type: ["Profile"] },
    ...(alignment.length > 0 && { alignment: alignment.map(alignmentDocument) }),
    ...(results.length > 0 && { resultDescription: results.map((result) => resultDocument(id, result)) }),
  }
}

// Field by field: the database keeps them in an order of its own, and the same badge shall have the same bytes.
const alignmentDocument = (alignment: Alignment) => {
  const { targetName, targetCode, targetDescription, targetFramework, targetUrl } = alignment
  const described = targetDescription && { targetDescription }
  return { type: ["Alignment"], targetName, targetCode, ...described, targetFramework, targetUrl }
}

const resultDocument = (achievement: string, { key, name, allowedValue }: Result) => {
  const id = resultId(achievement, key)
  return { id, type: ["ResultDescription"], name, resultType: "PerformanceLevel", allowedValue }
}

export const resultId = (achievement: string, key: string) => `${achievement}#${encodeURIComponent(key)}`
export const levelText = (level: number, name: string) => `${level}: ${name}`

/** A UUID of version 8 that only a hash leads to: it links to nothing else of the person. */
export function uuidOf(text: string): string {
  const digits = createHash("sha256").update(text).digest("hex")
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ]
  return parts.join("-")
}
