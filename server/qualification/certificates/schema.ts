import { type Static, Type } from "typebox"
import { Choice, Closed, Day, Id, Nullable, Text } from "../../kernel/schemas.ts"

export const NewCertificate = Closed("ChosenMember", { memberId: Id })
export type NewCertificate = Static<typeof NewCertificate>

export const Revocation = Closed("Reason", { reason: Text(500, 3) })
export type Revocation = Static<typeof Revocation>

export const Release = Closed("CertificateRelease", {
  showsName: Type.Boolean(),
  showsCompetences: Type.Boolean(),
  version: Type.Integer({ minimum: 1 }),
})
export type Release = Static<typeof Release>

export const CertificateHead = Closed("CertificateHead", { id: Id, issuedOn: Day, revoked: Type.Boolean() })

export const CertificateRow = Closed("CertificateRow", {
  id: Id,
  programme: Type.String(),
  issuedOn: Day,
  revoked: Type.Boolean(),
})
export type CertificateRow = Static<typeof CertificateRow>

const Competence = Closed("CertifiedCompetence", {
  name: Type.String(),
  /** With its version: `digcomp@3.0`. */
  framework: Type.String(),
  level: Type.Integer(),
  levelName: Type.String(),
  doing: Nullable(Type.String()),
  /** Where the holder stood at the start, where that was agreed. */
  start: Nullable(Closed({ level: Type.Integer(), levelName: Type.String() })),
})

export const CertificateView = Closed("Certificate", {
  id: Id,
  holder: Type.String(),
  programme: Type.String(),
  issuedOn: Day,
  issuer: Type.String(),
  /** What the issuing house was called on that day. */
  installation: Type.String(),
  revoked: Nullable(Closed({ on: Day, reason: Type.String() })),
  /** What stands on it; null for a facilitator who did not issue it. */
  content: Nullable(
    Closed({
      /** Its number, in groups. */
      code: Type.String(),
      from: Day,
      until: Day,
      competences: Type.Array(Competence),
      sentences: Type.Array(Type.String()),
      /** Of the common dates at which the holder was there; null on certificates of earlier versions. */
      hours: Nullable(Type.Number()),
      /** The titles of the holder's learning projects. */
      projects: Type.Array(Type.String()),
      /** The highest level of its scale: 4, or 8 on certificates of earlier versions. */
      scale: Type.Integer(),
      /** Where anybody can check it; null where the installation offers no check. */
      address: Nullable(Type.String()),
    }),
  ),
  /** What the check shows; for the holder alone. */
  release: Nullable(Release),
  can: Closed({
    revoke: Type.Boolean(),
    release: Type.Boolean(),
    delete: Type.Boolean(),
    badge: Type.Boolean(),
  }),
})
export type CertificateView = Static<typeof CertificateView>

export const VerificationView = Closed("Verification", {
  state: Choice(["valid", "revoked", "unknown"]),
  /** Name, programme and day are one choice of the holder, the competences another; otherwise null. */
  holder: Nullable(Type.String()),
  programme: Nullable(Type.String()),
  issuedOn: Nullable(Day),
  competences: Nullable(Type.Array(Competence)),
  /** The highest level of its scale; null where no competences are shown. */
  scale: Nullable(Type.Integer()),
})
export type VerificationView = Static<typeof VerificationView>
