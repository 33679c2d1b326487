import { and, asc, desc, eq, isNull } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor, Locale } from "../../kernel/actor.ts"
import type { Config } from "../../kernel/config.ts"
import type { Reader } from "../../kernel/database.ts"
import { forbidden } from "../../kernel/errors.ts"
import { byName } from "../../kernel/order.ts"
import { dayOf } from "../../kernel/time.ts"
import { offersBadges } from "../badges/keys.ts"
import { outstanding } from "../completion.ts"
import { accessCohort } from "../policy.ts"
import { judge } from "../progress.ts"
import { cohortMembers } from "../tables.ts"
import { groupedCode } from "./code.ts"
import { writeCertificate } from "./document.ts"
import { accessCertificate, type Certificate, mayDelete, mayRead, mayRelease, mayRevoke } from "./policy.ts"
import type { CertificateRow, CertificateView, CohortCertificate } from "./schema.ts"
import { certificates } from "./tables.ts"
import { verificationAddress } from "./verification.ts"
import { competenceView } from "./view.ts"

/** Every learner of the cohort with what is owed and what was issued, for its facilitators. */
export async function listCohortCertificates(
  reader: Reader,
  actor: Actor,
  cohortId: string,
): Promise<CohortCertificate[]> {
  await accessCohort(reader, actor, cohortId, ["facilitator"])
  const learners = await reader
    .select({ memberId: cohortMembers.id, name: people.displayName })
    .from(cohortMembers)
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(
      and(
        eq(cohortMembers.cohortId, cohortId),
        eq(cohortMembers.part, "learner"),
        isNull(cohortMembers.leftAt),
      ),
    )
    .orderBy(byName(people.displayName), asc(cohortMembers.id))
  const issued = await reader
    .select()
    .from(certificates)
    .where(eq(certificates.cohortId, cohortId))
    .orderBy(desc(certificates.id))
  const { requirements, progressOf } = await judge(reader, cohortId)
  return learners.map((learner) => {
    const own = issued.filter(({ memberId }) => memberId === learner.memberId)
    const owed = outstanding(requirements, progressOf(learner.memberId))
    const latest = own.find(({ revokedOn }) => revokedOn === null) ?? own[0]
    return { ...learner, owed, certificate: latest ? headOf(latest) : null }
  })
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

const headOf = ({ id, issuedAt, revokedOn }: Certificate) => {
  return { id, issuedOn: dayOf(issuedAt), revoked: revokedOn !== null }
}
