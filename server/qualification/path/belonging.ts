import { type SQL, sql } from "drizzle-orm"
import type { Open } from "../../kernel/statements.ts"
import { certificates } from "../certificates/tables.ts"
import { cohortMembers } from "../tables.ts"

/** Whether the person has a part in any cohort, or a certificate of one that may be gone. */
export const hasCohort = (personId: Open<string>) =>
  sql<boolean>`(exists (select 1 from ${cohortMembers} own where own.person_id = ${personId} and own.left_at is null)
    or exists (select 1 from ${certificates} kept where kept.holder_id = ${personId}))`

/** Whether they have a part in this one today. */
export const isInCohort = (personId: Open<string>, cohortId: SQL) =>
  sql<boolean>`exists (select 1 from ${cohortMembers} own where own.person_id = ${personId}
    and own.cohort_id = ${cohortId} and own.left_at is null)`
