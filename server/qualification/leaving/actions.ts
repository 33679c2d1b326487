import { and, eq, isNull } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { forbidden } from "../../kernel/errors.ts"
import { now, today } from "../../kernel/time.ts"
import { addDays } from "../../kernel/workdays.ts"
import { uninviteFromRounds } from "../assessments/invitations.ts"
import { removeCertificates } from "../certificates/deletion.ts"
import { certificates } from "../certificates/tables.ts"
import { uninvite } from "../cohorts/invitations.ts"
import { accessCohortForChange, enrolmentOf, type Member } from "../policy.ts"
import { cohortMembers } from "../tables.ts"
import { forgetLearner, freePeer } from "./forgetting.ts"
import { tellFacilitators, tellRemoved } from "./notices.ts"
import type { Leaving } from "./schema.ts"
import { departures } from "./tables.ts"

const KEPT_DAYS = 30
export const dueDay = () => addDays(today(), KEPT_DAYS)

/** By the learner: what is theirs alone goes at once. The facilitators are told, without a reason. */
export async function leaveCohort(
  db: Db,
  actor: Actor,
  cohortId: string,
  { deleteCertificates }: Leaving,
): Promise<void> {
  await transact(db, async (tx) => {
    const standing = await accessCohortForChange(tx, actor, cohortId, ["learner"])
    const member = enrolmentOf(standing)
    if (!member) throw forbidden()
    if (deleteCertificates) await removeCertificates(tx, actor, ledToBy(member))
    await takeOut(tx, actor, member)
    await forgetLearner(tx, member)
  })
}

/**
 * By a facilitator: the right ends at once, but what is the learner's own stays for 30 days, in which they can take it
 * along, or be taken in again.
 */
export async function departLater(tx: Tx, { id, personId, cohortId }: Member, by: Actor): Promise<void> {
  await tx
    .insert(departures)
    .values({ id: newId(), personId, memberId: id, dueOn: dueDay() })
    .onConflictDoNothing()
  await freePeer(tx, { id })
  await tellRemoved(tx, id, personId)
  await tellFacilitators(tx, cohortId, personId, by.id)
}

/** Taken in again. */
export async function stay(tx: Tx, memberId: string): Promise<void> {
  await tx.delete(departures).where(eq(departures.memberId, memberId))
}

/** @param actor null where the day has come after an account was closed */
export async function takeOut(tx: Tx, actor: Actor | null, member: Member): Promise<void> {
  const { id, cohortId, personId } = member
  await tx.update(cohortMembers).set({ leftAt: now() }).where(eq(cohortMembers.id, id))
  await uninvite(tx, member)
  await uninviteFromRounds(tx, id, personId)
  await audit(tx, actor, {
    action: "cohort.member-left",
    subjectType: "cohort",
    subjectId: cohortId,
    detail: { memberId: id, part: member.part },
  })
  await freePeer(tx, member)
  await tellFacilitators(tx, cohortId, personId, actor?.id)
}

/** Those that this enrolment led to; others of the same person stay. */
const ledToBy = ({ id, personId }: Member) =>
  and(eq(certificates.memberId, id), eq(certificates.holderId, personId))

export const enrolmentsOf = (tx: Tx, personId: string) =>
  tx
    .select()
    .from(cohortMembers)
    .where(
      and(
        eq(cohortMembers.personId, personId),
        eq(cohortMembers.part, "learner"),
        isNull(cohortMembers.leftAt),
      ),
    )
