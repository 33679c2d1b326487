import { and, asc, desc, eq, isNull } from "drizzle-orm"
import type { Actor, Locale } from "../../kernel/actor.ts"
import type { Config } from "../../kernel/config.ts"
import type { Reader } from "../../kernel/database.ts"
import { forbidden } from "../../kernel/errors.ts"
import { dayOf } from "../../kernel/time.ts"
import { offersBadges } from "../badges/keys.ts"
import { groupedCode } from "./code.ts"
import { writeCertificate } from "./document.ts"
import { accessCertificate, type Certificate, mayDelete, mayRead, mayRelease, mayRevoke } from "./policy.ts"
import type { CertificateRow, CertificateView } from "./schema.ts"
import { certificates } from "./tables.ts"
import { verificationAddress } from "./verification.ts"
import { competenceView, scaleOf } from "./view.ts"

type Head = { id: string; issuedOn: string; revoked: boolean }

/** Of each learner of a cohort the valid one, otherwise the last that was revoked. It asks for no rights itself. */
export async function certificatesOf(reader: Reader, cohortId: string): Promise<Map<string, Head>> {
  const { id, memberId, issuedAt, revokedOn } = certificates
  const issued = await reader
    .select({ id, memberId, issuedAt, revokedOn })
    .from(certificates)
    .where(eq(certificates.cohortId, cohortId))
    .orderBy(asc(id))
  const found = new Map<string, Head>()
  for (const { memberId: of, ...certificate } of issued)
    if (of && (certificate.revokedOn === null || found.get(of)?.revoked !== false))
      found.set(of, headOf(certificate))
  return found
}

/** Whether the person has a valid certificate of this cohort: then it asks them for nothing any more. */
export async function hasCertificate(reader: Reader, actor: Actor, cohortId: string): Promise<boolean> {
  const { holderId, revokedOn } = certificates
  const valid = and(eq(holderId, actor.id), eq(certificates.cohortId, cohortId), isNull(revokedOn))
  return (await reader.select({ id: certificates.id }).from(certificates).where(valid)).length > 0
}

/** The own certificates, the latest first. */
export async function listCertificates(reader: Reader, actor: Actor): Promise<CertificateRow[]> {
  const rows = await reader
    .select()
    .from(certificates)
    .where(eq(certificates.holderId, actor.id))
    .orderBy(desc(certificates.id))
  return rows.map((row) => ({ ...headOf(row), programme: row.content.programme }))
}

export async function findCertificate(
  reader: Reader,
  config: Config,
  actor: Actor,
  id: string,
): Promise<CertificateView> {
  const standing = await accessCertificate(reader, actor, id)
  const { certificate } = standing
  const { content, showsName, showsCompetences, version } = certificate
  const { holder, programme, issuer, installation, from, until, sentences } = content
  return {
    id,
    holder,
    programme,
    issuer,
    installation,
    issuedOn: dayOf(certificate.issuedAt),
    revoked: revocationOf(certificate),
    content: mayRead(standing)
      ? {
          code: groupedCode(certificate.code),
          from,
          until,
          sentences,
          hours: content.hours ?? null,
          projects: content.projects ?? [],
          scale: scaleOf(content),
          competences: content.competences.map((one) => competenceView(one, actor.locale)),
          address: verificationAddress(config, certificate.code),
        }
      : null,
    release: mayRelease(standing) ? { showsName, showsCompetences, version } : null,
    can: {
      revoke: mayRevoke(standing),
      release: mayRelease(standing),
      delete: mayDelete(standing),
      badge: mayRelease(standing) && certificate.revokedOn === null && offersBadges(config),
    },
  }
}

/** The document, for its holder and whoever issued it. */
export async function findCertificatePdf(
  reader: Reader,
  config: Config,
  actor: Actor,
  id: string,
  locale: Locale,
): Promise<{ name: string; content: Buffer }> {
  const standing = await accessCertificate(reader, actor, id)
  if (!mayRead(standing)) throw forbidden()
  return writeCertificate(config, standing.certificate, locale)
}

const revocationOf = ({ revokedOn, revokedReason }: Certificate) =>
  revokedOn === null ? null : { on: revokedOn, reason: revokedReason ?? "" }

const headOf = ({ id, issuedAt, revokedOn }: Pick<Certificate, "id" | "issuedAt" | "revokedOn">) => {
  return { id, issuedOn: dayOf(issuedAt), revoked: revokedOn !== null }
}
