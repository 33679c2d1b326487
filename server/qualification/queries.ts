import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm"
import { people } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import { only, type Reader } from "../kernel/database.ts"
import { byName } from "../kernel/order.ts"
import { NOTHING, rowsOf } from "../kernel/together.ts"
import { hasBegun } from "./cohorts/dates.ts"
import { accessCohort, isOwn, isPart, type Standing } from "./policy.ts"
import type { CohortRow, CohortView, StepDate } from "./schema.ts"
import {
  cohortMembers,
  cohortSteps,
  cohorts,
  PARTS,
  type Part,
  programmeSteps,
  programmes,
} from "./tables.ts"

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
  const { programme, people, steps } = only(
    await reader
      .select({
        programme: rowsOf(selectProgramme(reader, cohort.programmeId)),
        people: rowsOf(selectPeople(reader, id)),
        steps: rowsOf(selectSteps(reader, id)),
      })
      .from(NOTHING),
  )
  const { createdAt, programmeId, ...fields } = cohort
  return {
    ...fields,
    programme: only(programme),
    parts: PARTS.filter((part) => own.some((one) => one.part === part)),
    people,
    steps: steps.filter((step) => isShown(standing, step)).map(dateOf),
  }
}

const selectProgramme = (reader: Reader, id: string) =>
  reader
    .select({ id: programmes.id, name: programmes.name, edition: programmes.edition })
    .from(programmes)
    .where(eq(programmes.id, id))

const selectPeople = (reader: Reader, cohortId: string) =>
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

const selectSteps = (reader: Reader, cohortId: string) =>
  reader
    .select({
      id: cohortSteps.id,
      kind: programmeSteps.kind,
      title: programmeSteps.title,
      startsAt: cohortSteps.startsAt,
      endsAt: cohortSteps.endsAt,
      place: cohortSteps.place,
      link: cohortSteps.link,
      dialIn: cohortSteps.dialIn,
      cancelledAt: cohortSteps.cancelledAt,
      voluntary: programmeSteps.voluntary,
      features: programmeSteps.features,
    })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(eq(cohortSteps.cohortId, cohortId))
    .orderBy(asc(cohortSteps.startsAt), asc(programmeSteps.position))

type Step = Awaited<ReturnType<typeof selectSteps>>[number]

/** Impulses are for learners from their date on, for facilitators before it, and for managers not at all. */
const isShown = (standing: Standing, step: Step) =>
  step.kind !== "impulse" ||
  isPart(standing, "facilitator") ||
  (isPart(standing, "learner") && hasBegun(step))

const dateOf = ({ startsAt, endsAt, cancelledAt, ...step }: Step): StepDate => ({
  ...step,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  cancelled: cancelledAt !== null,
})

/** Who learns in a cohort today by this part in it; undefined for anybody else. */
export async function findLearner(
  reader: Reader,
  cohortId: string,
  memberId: string,
): Promise<{ personId: string } | undefined> {
  const [learner] = await reader
    .select({ personId: cohortMembers.personId })
    .from(cohortMembers)
    .where(
      and(
        eq(cohortMembers.id, memberId),
        eq(cohortMembers.cohortId, cohortId),
        eq(cohortMembers.part, "learner"),
        isNull(cohortMembers.leftAt),
      ),
    )
  return learner
}

/** The people with one of these parts in a cohort today, each once. */
export async function personsOf(reader: Reader, cohortId: string, parts: readonly Part[]): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ personId: cohortMembers.personId })
    .from(cohortMembers)
    .where(
      and(
        eq(cohortMembers.cohortId, cohortId),
        inArray(cohortMembers.part, [...parts]),
        isNull(cohortMembers.leftAt),
      ),
    )
  return rows.map(({ personId }) => personId)
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
