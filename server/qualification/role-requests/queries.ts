import { and, asc, eq, isNull, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { mayAdminister, people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { forbidden } from "../../kernel/errors.ts"
import { byName } from "../../kernel/order.ts"
import { accessCohort, isPart } from "../policy.ts"
import { cohortMembers, cohorts } from "../tables.ts"
import type { OpenRoleRequest, RoleRow } from "./schema.ts"
import { REQUESTED_ROLE, roleRequests } from "./tables.ts"

/** Of all learners of a cohort, for its facilitators; a learner reads their own. */
export async function listLearnerRoles(reader: Reader, actor: Actor, cohortId: string): Promise<RoleRow[]> {
  const standing = await accessCohort(reader, actor, cohortId, ["learner", "facilitator"])
  const rows = await reader
    .select({
      memberId: cohortMembers.id,
      personId: people.id,
      name: people.displayName,
      hasRole: sql<boolean>`${REQUESTED_ROLE} = any(${people.roles})`,
      request: roleRequests,
    })
    .from(cohortMembers)
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .leftJoin(roleRequests, eq(roleRequests.memberId, cohortMembers.id))
    .where(
      and(
        eq(cohortMembers.cohortId, cohortId),
        eq(cohortMembers.part, "learner"),
        isNull(cohortMembers.leftAt),
        isPart(standing, "facilitator") ? undefined : eq(cohortMembers.personId, actor.id),
      ),
    )
    .orderBy(byName(people.displayName), asc(cohortMembers.id))
  return rows.map(({ memberId, personId, name, hasRole, request }) => ({
    memberId,
    name,
    isMine: personId === actor.id,
    hasRole,
    request: request && shownOf(request),
  }))
}

function shownOf({ granted, requestedOn, reason, answer }: typeof roleRequests.$inferSelect) {
  const state = granted === null ? "open" : granted ? "granted" : "declined"
  return { state, requestedOn, reason, answer } as const
}

/** What waits for the administration, the oldest first. Whoever has left the cohort needs nothing any more. */
export async function listOpenRoleRequests(reader: Reader, actor: Actor): Promise<OpenRoleRequest[]> {
  if (!mayAdminister(actor)) throw forbidden()
  const asking = alias(cohortMembers, "asking")
  const asker = alias(people, "asker")
  const rows = await reader
    .select({
      id: roleRequests.id,
      person: { id: people.id, name: people.displayName },
      cohort: cohorts.name,
      requestedBy: asker.displayName,
      requestedOn: roleRequests.requestedOn,
      reason: roleRequests.reason,
    })
    .from(roleRequests)
    .innerJoin(cohorts, eq(cohorts.id, roleRequests.cohortId))
    .innerJoin(cohortMembers, eq(cohortMembers.id, roleRequests.memberId))
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .leftJoin(asking, eq(asking.id, roleRequests.requesterId))
    .leftJoin(asker, eq(asker.id, asking.personId))
    .where(isOpen)
    .orderBy(asc(roleRequests.requestedOn), asc(roleRequests.id))
  return rows
}

/** Of a request beside its learner. */
const isOpen = and(isNull(roleRequests.granted), isNull(cohortMembers.leftAt))
