import { and, asc, desc, eq, isNull } from "drizzle-orm"
import { people } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import type { Reader } from "../kernel/database.ts"
import { byName } from "../kernel/order.ts"
import { hasBegun } from "./cohorts/dates.ts"
import { accessCohort, isOwn, isPart, type Standing } from "./policy.ts"
import type { CohortRow, CohortView, StepDate } from "./schema.ts"
import { cohortMembers, cohortSteps, cohorts, PARTS, programmeSteps, programmes } from "./tables.ts"

/** The cohorts that the person has a part in, the latest first. */
export async function listCohorts(reader: Reader, actor: Actor): Promise<CohortRow[]> {
  const rows = await reader
    .select({
      id: cohorts.id,
      name: cohorts.name,
      programme: programmes.name,
      startOn: cohorts.startOn,
      part: cohortMembers.part,
    })
    .from(cohortMembers)
    .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
    .innerJoin(programmes, eq(programmes.id, cohorts.programmeId))
    .where(isOwn(actor))
    .orderBy(desc(cohorts.startOn), desc(cohorts.id))
  const found = new Map<string, CohortRow>()
  for (const { part, ...row } of rows) {
    const parts = [...(found.get(row.id)?.parts ?? []), part]
    found.set(row.id, { ...row, parts: PARTS.filter((one) => parts.includes(one)) })
  }
  return [...found.values()]
}

/** What every member sees of their cohort: dates and people. */
export async function findCohort(reader: Reader, actor: Actor, id: string): Promise<CohortView> {
  const standing = await accessCohort(reader, actor, id)
  const { cohort, own } = standing
  const [programme] = await reader
    .select({ id: programmes.id, name: programmes.name, edition: programmes.edition })
    .from(programmes)
    .where(eq(programmes.id, cohort.programmeId))
  if (!programme) throw new Error("a cohort without a programme")
  const { createdAt, programmeId, ...fields } = cohort
  return {
    ...fields,
    programme,
    parts: PARTS.filter((part) => own.some((one) => one.part === part)),
    people: await peopleOf(reader, id),
    steps: await stepsOf(reader, standing),
  }
}

const peopleOf = (reader: Reader, cohortId: string) =>
  reader
    .select({
      memberId: cohortMembers.id,
      personId: cohortMembers.personId,
      name: people.displayName,
      part: cohortMembers.part,
      managerId: cohortMembers.managerId,
    })
    .from(cohortMembers)
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(and(eq(cohortMembers.cohortId, cohortId), isNull(cohortMembers.leftAt)))
    .orderBy(byName(people.displayName), asc(cohortMembers.id))

/** Impulses are for learners from their date on, for facilitators before it, and for managers not at all. */
async function stepsOf(reader: Reader, standing: Standing): Promise<StepDate[]> {
  const rows = await reader
    .select()
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(eq(cohortSteps.cohortId, standing.cohort.id))
    .orderBy(asc(cohortSteps.startsAt), asc(programmeSteps.position))
  const isShown = ({ cohort_steps: dates, programme_steps: { kind } }: (typeof rows)[number]) =>
    kind !== "impulse" || isPart(standing, "facilitator") || (isPart(standing, "learner") && hasBegun(dates))
  return rows.filter(isShown).map(({ cohort_steps: dates, programme_steps: step }) => ({
    id: dates.id,
    kind: step.kind,
    title: step.title,
    startsAt: dates.startsAt.toISOString(),
    endsAt: dates.endsAt.toISOString(),
    place: dates.place,
    link: dates.link,
    dialIn: dates.dialIn,
    cancelled: dates.cancelledAt !== null,
    voluntary: step.voluntary,
    features: step.features,
  }))
}

/** The learners of a cohort today, in the order of their names, with the manager each makes agreements with. */
export const learnersOf = (reader: Reader, cohortId: string) =>
  reader
    .select({ id: cohortMembers.id, name: people.displayName, managerId: cohortMembers.managerId })
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
