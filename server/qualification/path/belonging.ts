import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { byName } from "../../kernel/order.ts"
import { among, type Open } from "../../kernel/statements.ts"
import { certificates } from "../certificates/tables.ts"
import { isOwn } from "../policy.ts"
import { cohortMembers, cohorts } from "../tables.ts"

/** Whether the person has a part in any cohort, or a certificate of one that may be gone. */
export const hasCohort = (personId: Open<string>) =>
  sql<boolean>`(exists (select 1 from ${cohortMembers} own where own.person_id = ${personId} and own.left_at is null)
    or exists (select 1 from ${certificates} kept where kept.holder_id = ${personId}))`

/** Whether they have a part in this one today. */
export const isInCohort = (personId: Open<string>, cohortId: SQL) =>
  sql<boolean>`exists (select 1 from ${cohortMembers} own where own.person_id = ${personId}
    and own.cohort_id = ${cohortId} and own.left_at is null)`

/** The ids of the cohorts in which somebody learns today, as a subquery. */
export const learnedCohortIds = (personId: Open<string>): SQL =>
  sql`(select own.cohort_id from ${cohortMembers} own where own.person_id = ${personId}
    and own.part = 'learner' and own.left_at is null)`

/** The same cohorts, with their names. */
export const listLearnedCohorts = (reader: Reader, actor: Actor): Promise<{ id: string; name: string }[]> =>
  reader
    .select({ id: cohorts.id, name: cohorts.name })
    .from(cohortMembers)
    .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
    .where(and(isOwn(actor), eq(cohortMembers.part, "learner")))
    .orderBy(byName(cohorts.name), asc(cohorts.id))

/** Who learns in these cohorts today and has an account that is open. */
export const listLearners = (
  reader: Reader,
  cohortIds: string[],
): Promise<{ groupId: string; personId: string }[]> =>
  reader
    .select({ groupId: cohortMembers.cohortId, personId: cohortMembers.personId })
    .from(cohortMembers)
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(
      and(
        among(cohortMembers.cohortId, cohortIds),
        eq(cohortMembers.part, "learner"),
        isNull(cohortMembers.leftAt),
        eq(people.active, true),
      ),
    )

/** Of these cohorts the ones that were not deleted. */
export async function listExistingCohorts(reader: Reader, cohortIds: string[]): Promise<string[]> {
  const rows = await reader.select({ id: cohorts.id }).from(cohorts).where(among(cohorts.id, cohortIds))
  return rows.map(({ id }) => id)
}
