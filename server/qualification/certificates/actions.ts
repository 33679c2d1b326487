import { randomInt } from "node:crypto"
import { and, eq, isNull } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, isUniqueViolation, newId, only, type Tx, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { now, today } from "../../kernel/time.ts"
import { achievementIdOf, describeAchievement } from "../badges/achievement.ts"
import { identify } from "../badges/identity.ts"
import { outstanding } from "../completion.ts"
import { accessCohortForChange, type Cohort, type Member } from "../policy.ts"
import { judge } from "../progress.ts"
import { cohortMembers } from "../tables.ts"
import { newCode } from "./code.ts"
import { contentFor } from "./content.ts"
import { tellIssued } from "./notices.ts"
import { accessCertificateForChange, mayRelease, mayRevoke } from "./policy.ts"
import type { NewCertificate, Release, Revocation } from "./schema.ts"
import { certificates, deletedBadges } from "./tables.ts"
import { findValidCertificate } from "./valid.ts"

/** As many places as a status list of badges has; far more than anybody issues. */
export const STATUS_PLACES = 131_072

/** 409 `certificate.owed` while something is outstanding, `certificate.exists` where a valid one exists. */
export async function issueCertificate(
  db: Db,
  actor: Actor,
  cohortId: string,
  { memberId }: NewCertificate,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const { cohort } = await accessCohortForChange(tx, actor, cohortId, ["facilitator"])
    const learner = await learnerOf(tx, cohort, memberId)
    await refuseSecond(tx, learner)
    await refuseOwed(tx, cohort, learner)
    const id = newId()
    const content = await contentFor(tx, actor, cohort, learner)
    const achievement = describeAchievement(content, content.competences)
    await tx.insert(certificates).values({
      id,
      code: newCode(),
      memberId,
      cohortId,
      holderId: learner.personId,
      issuerId: actor.id,
      programmeId: cohort.programmeId,
      content,
      issuedAt: now(),
      statusIndex: await freePlace(tx),
      ...identify(await addressOf(tx, learner)),
      achievementId: achievementIdOf(cohort.programmeId, achievement),
      achievement,
    })
    await audit(tx, actor, { action: "certificate.issued", subjectType: "certificate", subjectId: id })
    await tellIssued(tx, id, learner.personId)
    return { id }
  }).catch((error: unknown) => {
    if (isUniqueViolation(error)) throw new Refusal(409, "certificate.exists")
    throw error
  })
}

/** It stays what it was, and every check says from now on that it is revoked. */
export async function revokeCertificate(
  db: Db,
  actor: Actor,
  id: string,
  { reason }: Revocation,
): Promise<void> {
  await transact(db, async (tx) => {
    const isConcerned = ({ relations }: { relations: string[] }) =>
      relations.includes("issuer") || relations.includes("colleague")
    const certificate = await accessCertificateForChange(tx, actor, id, isConcerned)
    if (!mayRevoke({ certificate, relations: ["issuer"] })) throw new Refusal(409, "certificate.revoked")
    await tx
      .update(certificates)
      .set({ revokedOn: today(), revokedReason: reason.trim(), revokerId: actor.id })
      .where(eq(certificates.id, id))
    await audit(tx, actor, {
      action: "certificate.revoked",
      subjectType: "certificate",
      subjectId: id,
    })
  })
}

/** What the check shows beyond "valid" or "revoked"; the holder can take it back at any time. */
export async function releaseCertificate(db: Db, actor: Actor, id: string, input: Release): Promise<void> {
  await transact(db, async (tx) => {
    const certificate = await accessCertificateForChange(tx, actor, id, mayRelease)
    const { showsName, showsCompetences, version } = certificate
    if (version !== input.version)
      throw new Refusal(409, "certificate.changed", undefined, {
        current: { showsName, showsCompetences, version },
      })
    const shown = { showsName: input.showsName, showsCompetences: input.showsCompetences }
    await tx
      .update(certificates)
      .set({ ...shown, version: version + 1 })
      .where(eq(certificates.id, id))
  })
}

async function learnerOf(tx: Tx, cohort: Cohort, memberId: string): Promise<Member> {
  const [learner] = await tx
    .select()
    .from(cohortMembers)
    .where(
      and(
        eq(cohortMembers.id, memberId),
        eq(cohortMembers.cohortId, cohort.id),
        eq(cohortMembers.part, "learner"),
        isNull(cohortMembers.leftAt),
      ),
    )
  if (!learner) throw new Refusal(422, "certificate.no-learner", "memberId")
  return learner
}

async function addressOf(tx: Tx, { personId }: Member): Promise<string> {
  const found = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId))
  return only(found).email
}

async function refuseSecond(tx: Tx, { id }: Member): Promise<void> {
  if (await findValidCertificate(tx, id)) throw new Refusal(409, "certificate.exists")
}

async function refuseOwed(tx: Tx, cohort: Cohort, { id }: Member): Promise<void> {
  const { requirements, progressOf } = await judge(tx, cohort.id)
  const owed = outstanding(requirements, progressOf(id))
  if (owed.length > 0) throw new Refusal(409, "certificate.owed", undefined, { owed })
}

async function freePlace(tx: Tx): Promise<number> {
  for (;;) {
    const place = randomInt(STATUS_PLACES)
    const taken = await tx
      .select({ id: certificates.id })
      .from(certificates)
      .where(eq(certificates.statusIndex, place))
    const gone = await tx.select().from(deletedBadges).where(eq(deletedBadges.statusIndex, place))
    if (taken.length === 0 && gone.length === 0) return place
  }
}
