import { and, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader, Tx } from "../../kernel/database.ts"
import { forbidden, notFound } from "../../kernel/errors.ts"
import { isOwn } from "../policy.ts"
import { cohortMembers } from "../tables.ts"
import { certificates } from "./tables.ts"

export type Certificate = typeof certificates.$inferSelect
/** `colleague`: another facilitator of the same cohort, who needs to know that it exists, not what stands on it. */
type Relation = "holder" | "issuer" | "colleague"
export type Standing = { certificate: Certificate; relations: Relation[] }

export const mayRead = ({ relations }: Pick<Standing, "relations">) =>
  relations.includes("holder") || relations.includes("issuer")
export const mayRelease = ({ relations }: Pick<Standing, "relations">) => relations.includes("holder")
/** It is theirs, valid or not. */
export const mayDelete = ({ relations }: Pick<Standing, "relations">) => relations.includes("holder")
export const mayRevoke = ({ certificate, relations }: Standing) =>
  certificate.revokedOn === null && (relations.includes("issuer") || relations.includes("colleague"))

/** The one door to a certificate: 404 for everybody it does not concern, whatever their roles. */
export async function accessCertificate(reader: Reader, actor: Actor, id: string): Promise<Standing> {
  const [certificate] = await reader.select().from(certificates).where(eq(certificates.id, id))
  return standingOf(reader, actor, certificate)
}

/** The same, locked for a change; 403 unless `may`. */
export async function accessCertificateForChange(
  tx: Tx,
  actor: Actor,
  id: string,
  may: (standing: Standing) => boolean,
): Promise<Certificate> {
  const [certificate] = await tx.select().from(certificates).where(eq(certificates.id, id)).for("update")
  const standing = await standingOf(tx, actor, certificate)
  if (!may(standing)) throw forbidden()
  return standing.certificate
}

async function standingOf(
  reader: Reader,
  actor: Actor,
  certificate: Certificate | undefined,
): Promise<Standing> {
  if (!certificate) throw notFound()
  const relations: Relation[] = []
  if (certificate.holderId === actor.id) relations.push("holder")
  if (certificate.issuerId === actor.id) relations.push("issuer")
  if (await facilitates(reader, actor, certificate)) relations.push("colleague")
  if (relations.length === 0) throw notFound()
  return { certificate, relations }
}

async function facilitates(reader: Reader, actor: Actor, { cohortId }: Certificate): Promise<boolean> {
  if (cohortId === null) return false
  const rows = await reader
    .select({ id: cohortMembers.id })
    .from(cohortMembers)
    .where(and(eq(cohortMembers.cohortId, cohortId), eq(cohortMembers.part, "facilitator"), isOwn(actor)))
  return rows.length > 0
}
