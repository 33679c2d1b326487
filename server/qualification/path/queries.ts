import { eq, inArray } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { forbidden } from "../../kernel/errors.ts"
import { htmlOf } from "../../kernel/rendered.ts"
import { now } from "../../kernel/time.ts"
import { assessmentRounds } from "../assessments/tables.ts"
import { certificatesOf } from "../certificates/queries.ts"
import { findValidCertificate } from "../certificates/valid.ts"
import { type Item, outstanding, type Progress } from "../completion.ts"
import { listImpulses } from "../impulses/queries.ts"
import type { ImpulseRow } from "../impulses/schema.ts"
import { accessCohort } from "../policy.ts"
import { judge } from "../progress.ts"
import { findCohort, learnersOf } from "../queries.ts"
import type { CohortView, StepDate } from "../schema.ts"
import { openTasksOf } from "../sessions/own-tasks.ts"
import { attendances, cohortSteps, programmeSteps, type Requirement } from "../tables.ts"
import { courseOf, givers } from "./places.ts"
import type { PathView, StandView } from "./schema.ts"

/** Where a learner stands in the half-year, what comes next and what is still owed; for the learner alone. */
export const findPath = async (reader: Reader, actor: Actor, cohortId: string): Promise<PathView> =>
  findPathIn(reader, actor, await findCohort(reader, actor, cohortId))

/** The same for whoever has read the cohort already. */
export async function findPathIn(reader: Reader, actor: Actor, cohort: CohortView): Promise<PathView> {
  const own = cohort.people.find(({ personId, part }) => personId === actor.id && part === "learner")
  if (!own) throw forbidden()
  const { memberId } = own
  const at = now()
  const { next, steps } = courseOf(cohort.steps, at)
  const attended = await reader.select().from(attendances).where(eq(attendances.memberId, memberId))
  const impulses = await listImpulses(reader, actor, cohort.id)
  const { requirements, progressOf } = await judge(reader, cohort.id)
  const progress = progressOf(memberId)
  const certificate = await findValidCertificate(reader, memberId)
  const owed = owedOf(requirements, progress, certificate !== null)
  const [round] = await reader
    .select({ id: assessmentRounds.id })
    .from(assessmentRounds)
    .where(eq(assessmentRounds.learnerId, memberId))
  return {
    next,
    round: round?.id ?? null,
    certificate: certificate?.id ?? null,
    tasks: await tasksOf(
      reader,
      givers(
        steps.map(({ step }) => step),
        at,
      ),
    ),
    ownTasks: await openTasksOf(reader, memberId),
    steps: steps.map(({ step, place }) => ({
      step,
      place,
      attendance: attended.find(({ cohortStepId }) => cohortStepId === step.id)?.state ?? null,
    })),
    impulses: impulses.filter(
      ({ state, planned, cancelled }) => !planned && !cancelled && state !== "done" && state !== "passed",
    ),
    requirements: requirements.map((requirement) => ({
      requirement,
      fulfilled: !owed.includes(requirement),
      items: itemsFor(requirement, progress[requirement], impulses),
    })),
  }
}

/** After the certificate nothing is owed any more, whatever is changed in what led to it. */
const owedOf = (requirements: Requirement[], progress: Progress, isCertified: boolean) =>
  isCertified ? [] : outstanding(requirements, progress)

/** An impulse that is not released yet is counted, but not named. */
function itemsFor(requirement: Requirement, items: Item[] | undefined, impulses: ImpulseRow[]) {
  if (!items || requirement !== "impulses") return items ?? null
  const named = impulses.map(({ id }) => id)
  return items.map((item) =>
    item.stepId !== null && named.includes(item.stepId) ? item : { ...item, stepId: null, title: "" },
  )
}

/**
 * The cohort at a glance, for its facilitators: of each learner only what is fulfilled and what is not. No dates, no
 * sums, and no order but that of the names. It is the one exception to "nothing measures a person".
 */
export async function findStand(reader: Reader, actor: Actor, cohortId: string): Promise<StandView> {
  await accessCohort(reader, actor, cohortId, ["facilitator"])
  const { requirements, progressOf } = await judge(reader, cohortId)
  const learners = await learnersOf(reader, cohortId)
  const certificates = await certificatesOf(reader, cohortId)
  return {
    requirements,
    learners: learners.map(({ id: memberId, name }) => {
      const certificate = certificates.get(memberId) ?? null
      const owed = owedOf(requirements, progressOf(memberId), certificate?.revoked === false)
      return { memberId, name, certificate, outstanding: owed }
    }),
  }
}

async function tasksOf(reader: Reader, steps: StepDate[]) {
  const ids = steps.map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await reader
    .select({
      id: cohortSteps.id,
      title: programmeSteps.title,
      tasks: programmeSteps.tasks,
      html: programmeSteps.html,
    })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(inArray(cohortSteps.id, ids))
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id)
    if (!row) return []
    const html = htmlOf({ tasks: row.tasks }, row.html).tasks
    return html ? [{ title: row.title, tasks: row.tasks, html }] : []
  })
}
