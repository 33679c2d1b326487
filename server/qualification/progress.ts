import { asc, eq } from "drizzle-orm"
import { only, type Reader } from "../kernel/database.ts"
import { notFound } from "../kernel/errors.ts"
import { NOTHING, rowsOf } from "../kernel/together.ts"
import { selectAssessed } from "./assessments/confirmed.ts"
import {
  assessmentItems,
  attendanceItems,
  type Item,
  impulseItems,
  type Progress,
  type RuledStep,
} from "./completion.ts"
import { selectDone } from "./impulses/done.ts"
import { selectAgreed, selectFinished } from "./projects/agreements.ts"
import { asksForAgreement, selectAsking } from "./projects/queries.ts"
import { attendances, cohortSteps, cohorts, programmeSteps, programmes, type Requirement } from "./tables.ts"

/** What one statement reads for a whole cohort; each part of the module brings its own. */
async function gather(reader: Reader, cohortId: string) {
  const { requirements, dated, ...gathered } = only(
    await reader
      .select({
        requirements: rowsOf(selectRequirements(reader, cohortId)),
        dated: rowsOf(selectRuled(reader, cohortId)),
        attended: rowsOf(selectAttended(reader, cohortId)),
        finished: rowsOf(selectFinished(reader, cohortId)),
        asking: rowsOf(selectAsking(reader, cohortId)),
        agreed: rowsOf(selectAgreed(reader, cohortId)),
        done: rowsOf(selectDone(reader, cohortId)),
        assessed: rowsOf(selectAssessed(reader, cohortId)),
      })
      .from(NOTHING),
  )
  const [programme] = requirements
  if (!programme) throw notFound()
  const steps: RuledStep[] = dated.map(({ cancelledAt, ...step }) => ({
    ...step,
    cancelled: cancelledAt !== null,
  }))
  return { ...gathered, steps, requirements: programme.requirements }
}

type Gathered = Awaited<ReturnType<typeof gather>>

/** Of each requirement what a learner has. */
const JUDGES: Record<Requirement, (gathered: Gathered, memberId: string) => Item[]> = {
  attendance: ({ steps, attended }, memberId) =>
    attendanceItems(
      steps,
      (stepId) => attended.find((row) => row.cohortStepId === stepId && row.memberId === memberId)?.state,
    ),
  project: ({ finished }, memberId) => [
    { stepId: null, title: "", done: finished.some((row) => row.memberId === memberId) },
  ],
  agreements: ({ steps, asking, agreed }, memberId) => {
    const wanted = new Set(asking.filter(asksForAgreement).map(({ id }) => id))
    const isAgreed = (stepId: string) =>
      agreed.some((row) => row.memberId === memberId && row.cohortStepId === stepId)
    return steps
      .filter(({ id }) => wanted.has(id))
      .map(({ id, title }) => ({ stepId: id, title, done: isAgreed(id) }))
  },
  impulses: ({ steps, done }, memberId) =>
    impulseItems(steps, (stepId) => done.some((row) => row.memberId === memberId && row.stepId === stepId)),
  assessment: ({ steps, assessed }, memberId) =>
    assessmentItems(
      steps,
      assessed.some((row) => row.memberId === memberId),
    ),
}

export type Judgement = { requirements: Requirement[]; progressOf: (memberId: string) => Progress }

/**
 * What the programme of a cohort asks for, and what a learner of it has. For whoever has already made sure that the
 * reader may have it; it asks for no rights itself.
 */
export async function judge(reader: Reader, cohortId: string): Promise<Judgement> {
  const gathered = await gather(reader, cohortId)
  const { requirements } = gathered
  // What a newer version may ask for is owed.
  const known = requirements.filter((requirement) => Object.hasOwn(JUDGES, requirement))
  const progressOf = (memberId: string): Progress =>
    Object.fromEntries(known.map((requirement) => [requirement, JUDGES[requirement](gathered, memberId)]))
  return { requirements, progressOf }
}

const selectRequirements = (reader: Reader, cohortId: string) =>
  reader
    .select({ requirements: programmes.requirements })
    .from(cohorts)
    .innerJoin(programmes, eq(programmes.id, cohorts.programmeId))
    .where(eq(cohorts.id, cohortId))

const selectRuled = (reader: Reader, cohortId: string) =>
  reader
    .select({
      id: cohortSteps.id,
      kind: programmeSteps.kind,
      title: programmeSteps.title,
      voluntary: programmeSteps.voluntary,
      cancelledAt: cohortSteps.cancelledAt,
    })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(eq(cohortSteps.cohortId, cohortId))
    .orderBy(asc(cohortSteps.startsAt), asc(programmeSteps.position))

const selectAttended = (reader: Reader, cohortId: string) =>
  reader
    .select({
      cohortStepId: attendances.cohortStepId,
      memberId: attendances.memberId,
      state: attendances.state,
    })
    .from(attendances)
    .innerJoin(cohortSteps, eq(cohortSteps.id, attendances.cohortStepId))
    .where(eq(cohortSteps.cohortId, cohortId))
