import { eq, inArray, sql } from "drizzle-orm"
import { people, type SubjectFacts } from "../accounts/index.ts"
import type { Reader } from "../kernel/database.ts"
import { assessmentRounds } from "./assessments/tables.ts"
import { certificates } from "./certificates/tables.ts"
import { events } from "./events/tables.ts"
import { plans } from "./plans/tables.ts"
import { agreements, projectSubmissions, projects } from "./projects/tables.ts"
import { lessons } from "./retrospectives/tables.ts"
import { cohortMembers, cohortSteps, cohorts, programmes } from "./tables.ts"

/**
 * What entries of the audit log are about: the programme, or the cohort that it belongs to, and nothing that was written
 * in it; of members who they are.
 */
export async function describeQualificationSubjects(
  reader: Reader,
  ids: string[],
): Promise<Map<string, SubjectFacts>> {
  const own = await reader.select().from(cohorts).where(inArray(cohorts.id, ids))
  const shipped = await reader.select().from(programmes).where(inArray(programmes.id, ids))
  const members = await reader
    .select({ id: cohortMembers.id, name: people.displayName, cohort: cohorts.name })
    .from(cohortMembers)
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
    .where(inArray(cohortMembers.id, ids))
  const within = await inCohorts(reader, ids)
  const facts = (title: string | null, place: string | null) => ({
    title,
    address: null,
    person: null,
    place,
  })
  return new Map([
    ...members.map(({ id, name, cohort }): [string, SubjectFacts] => [
      id,
      { ...facts(null, cohort), person: name },
    ]),
    ...[...own, ...shipped].map(({ id, name }): [string, SubjectFacts] => [id, facts(name, null)]),
    ...within.map(({ id, cohort }): [string, SubjectFacts] => [id, facts(null, cohort)]),
  ])
}

/** Everything with a cohort of its own, and agreements, which have theirs by way of the project. */
async function inCohorts(reader: Reader, ids: string[]) {
  const found = await Promise.all([
    ...[cohortSteps, plans, events, projects, lessons, assessmentRounds, certificates].map((table) =>
      reader
        .select({ id: sql<string>`${table.id}`, cohort: cohorts.name })
        .from(table)
        // Certificates and lessons outlive their cohort.
        .leftJoin(cohorts, eq(cohorts.id, table.cohortId))
        .where(inArray(table.id, ids)),
    ),
    reader
      .select({ id: sql<string>`${agreements.id}`, cohort: cohorts.name })
      .from(agreements)
      .innerJoin(projectSubmissions, eq(projectSubmissions.id, agreements.submissionId))
      .innerJoin(projects, eq(projects.id, projectSubmissions.projectId))
      .innerJoin(cohorts, eq(cohorts.id, projects.cohortId))
      .where(inArray(agreements.id, ids)),
  ])
  return found.flat()
}
