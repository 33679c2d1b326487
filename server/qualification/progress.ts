import { asc, eq, inArray } from "drizzle-orm"
import type { Reader } from "../kernel/database.ts"
import { notFound } from "../kernel/errors.ts"
import { listAssessed } from "./assessments/confirmed.ts"
import {
  assessmentItems,
  attendanceItems,
  type Item,
  impulseItems,
  type Progress,
  type RuledStep,
} from "./completion.ts"
import { listDone } from "./impulses/done.ts"
import { agreedSteps, withFinishedProject } from "./projects/agreements.ts"
import { agreementStepsOf } from "./projects/queries.ts"
import { attendances, cohortSteps, cohorts, programmeSteps, programmes, type Requirement } from "./tables.ts"

type Scope = { cohortId: string; steps: RuledStep[] }
/** Reads for a whole cohort what one requirement needs, and says it of one learner. */
type Loader = (reader: Reader, scope: Scope) => Promise<(memberId: string) => Item[]>

/** One for each requirement that can be judged; each part of the module brings its own. */
const LOADERS: Partial<Record<Requirement, Loader>> = {
  attendance: async (reader, { steps }) => {
    const rows = await attendancesOf(reader, steps)
    return (memberId) =>
      attendanceItems(
        steps,
        (stepId) => rows.find((row) => row.cohortStepId === stepId && row.memberId === memberId)?.state,
      )
  },
  project: async (reader, { cohortId }) => {
    const finished = await withFinishedProject(reader, cohortId)
    return (memberId) => [{ stepId: null, title: "", done: finished.has(memberId) }]
  },
  agreements: async (reader, { cohortId, steps }) => {
    const agreed = await agreedSteps(reader, cohortId)
    const asking = new Set((await agreementStepsOf(reader, cohortId)).map(({ id }) => id))
    return (memberId) =>
      steps
        .filter(({ id }) => asking.has(id))
        .map(({ id, title }) => ({ stepId: id, title, done: agreed.get(memberId)?.has(id) ?? false }))
  },
  impulses: async (reader, { cohortId, steps }) => {
    const done = await listDone(reader, cohortId)
    return (memberId) => impulseItems(steps, (stepId) => done.has(`${memberId} ${stepId}`))
  },
  assessment: async (reader, { cohortId, steps }) => {
    const assessed = await listAssessed(reader, cohortId)
    return (memberId) => assessmentItems(steps, assessed.has(memberId))
  },
}

export type Judgement = { requirements: Requirement[]; progressOf: (memberId: string) => Progress }

/**
 * What the programme of a cohort asks for, and what a learner of it has. For whoever has already made sure that the
 * reader may have it; it asks for no rights itself.
 */
export async function judge(reader: Reader, cohortId: string): Promise<Judgement> {
  const requirements = await requirementsOf(reader, cohortId)
  const scope = { cohortId, steps: await ruledSteps(reader, cohortId) }
  const judges: [Requirement, (memberId: string) => Item[]][] = []
  for (const requirement of requirements) {
    const itemsOf = await LOADERS[requirement]?.(reader, scope)
    if (itemsOf) judges.push([requirement, itemsOf])
  }
  const progressOf = (memberId: string): Progress =>
    Object.fromEntries(judges.map(([requirement, itemsOf]) => [requirement, itemsOf(memberId)]))
  return { requirements, progressOf }
}

async function requirementsOf(reader: Reader, cohortId: string): Promise<Requirement[]> {
  const [row] = await reader
    .select({ requirements: programmes.requirements })
    .from(cohorts)
    .innerJoin(programmes, eq(programmes.id, cohorts.programmeId))
    .where(eq(cohorts.id, cohortId))
  if (!row) throw notFound()
  return row.requirements
}

async function ruledSteps(reader: Reader, cohortId: string): Promise<RuledStep[]> {
  const rows = await reader
    .select({ dates: cohortSteps, step: programmeSteps })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(eq(cohortSteps.cohortId, cohortId))
    .orderBy(asc(cohortSteps.startsAt), asc(programmeSteps.position))
  return rows.map(({ dates, step }) => ({
    id: dates.id,
    kind: step.kind,
    title: step.title,
    voluntary: step.voluntary,
    cancelled: dates.cancelledAt !== null,
  }))
}

async function attendancesOf(reader: Reader, steps: RuledStep[]) {
  const ids = steps.map(({ id }) => id)
  if (ids.length === 0) return []
  return reader.select().from(attendances).where(inArray(attendances.cohortStepId, ids))
}
