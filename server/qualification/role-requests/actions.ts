import { and, eq, isNull } from "drizzle-orm"
import { findActor, giveRole, mayAdminister } from "../../accounts/index.ts"
import { type Actor, has } from "../../kernel/actor.ts"
import { auditOf } from "../../kernel/audit.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../../kernel/errors.ts"
import { today } from "../../kernel/time.ts"
import { accessCohortForChange } from "../policy.ts"
import { findLearner } from "../queries.ts"
import { cohortMembers } from "../tables.ts"
import type { DeclinedRole, NewRoleRequest } from "./schema.ts"
import { REQUESTED_ROLE, roleRequests } from "./tables.ts"

const record = auditOf("cohort")

/**
 * By a facilitator, for a learner of the cohort. While the administration has not decided, asking again changes nothing;
 * after it has declined, one may ask anew. 409 `role-request.has-role` for whoever has the role.
 */
export async function requestRole(
  db: Db,
  actor: Actor,
  cohortId: string,
  { memberId, reason }: NewRoleRequest,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const { own } = await accessCohortForChange(tx, actor, cohortId, ["facilitator"])
    await refuseWithRole(tx, cohortId, memberId)
    const [former] = await tx.select().from(roleRequests).where(eq(roleRequests.memberId, memberId))
    if (former?.granted === null) return { id: former.id }
    if (former) await tx.delete(roleRequests).where(eq(roleRequests.id, former.id))
    const requesterId = own.find(({ part }) => part === "facilitator")?.id ?? null
    const id = newId()
    await tx
      .insert(roleRequests)
      .values({ id, cohortId, memberId, requesterId, reason: reason.trim(), requestedOn: today() })
    await record(tx, actor, "role-requested", cohortId, { memberId })
    return { id }
  })
}

/** By the administration; from the person's next request on. 409 `role-request.decided` when a colleague was faster. */
export async function grantRole(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const { personId, request } = await lockOpen(tx, actor, id)
    await giveRole(tx, actor, personId, REQUESTED_ROLE)
    await decide(tx, request.id, { granted: true })
  })
}

/** With a reason that the learner and the facilitators read. */
export async function declineRole(db: Db, actor: Actor, id: string, { answer }: DeclinedRole): Promise<void> {
  await transact(db, async (tx) => {
    const { request } = await lockOpen(tx, actor, id)
    await decide(tx, request.id, { granted: false, answer: answer.trim() })
    await record(tx, actor, "role-declined", request.cohortId, { memberId: request.memberId })
  })
}

async function refuseWithRole(tx: Tx, cohortId: string, memberId: string): Promise<void> {
  const learner = await findLearner(tx, cohortId, memberId)
  const person = learner && (await findActor(tx, learner.personId, null))
  if (!person) throw new Refusal(422, "cohort.not-a-learner", "memberId")
  if (has(person, REQUESTED_ROLE)) throw new Refusal(409, "role-request.has-role", "memberId")
}

/** 403 for whoever is no administrator: they are not to learn whether there is one. */
async function lockOpen(tx: Tx, actor: Actor, id: string) {
  if (!mayAdminister(actor)) throw forbidden()
  const [found] = await tx
    .select({ request: roleRequests, personId: cohortMembers.personId })
    .from(roleRequests)
    .innerJoin(cohortMembers, eq(cohortMembers.id, roleRequests.memberId))
    .where(and(eq(roleRequests.id, id), isNull(cohortMembers.leftAt)))
    .for("update", { of: roleRequests })
  if (!found) throw notFound()
  if (found.request.granted !== null) throw new Refusal(409, "role-request.decided")
  return found
}

const decide = (tx: Tx, id: string, decision: { granted: boolean; answer?: string }) =>
  tx
    .update(roleRequests)
    .set({ ...decision, decidedOn: today() })
    .where(eq(roleRequests.id, id))
