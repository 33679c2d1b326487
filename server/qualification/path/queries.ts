import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { only, type Reader } from "../../kernel/database.ts"
import { forbidden } from "../../kernel/errors.ts"
import { htmlOf } from "../../kernel/rendered.ts"
import { among } from "../../kernel/statements.ts"
import { now } from "../../kernel/time.ts"
import { NOTHING, rowsOf } from "../../kernel/together.ts"
import { assessmentRounds } from "../assessments/tables.ts"
import { certificatesOf } from "../certificates/queries.ts"
import { selectValid } from "../certificates/valid.ts"
import { type Item, outstanding, type Progress } from "../completion.ts"
import { impulseRows, selectAnswers, selectImpulses } from "../impulses/queries.ts"
import type { ImpulseRow } from "../impulses/schema.ts"
import { accessCohort } from "../policy.ts"
import { judge } from "../progress.ts"
import { selectOwnProjects } from "../projects/queries.ts"
import { findCohort, learnersOf } from "../queries.ts"
import type { CohortView } from "../schema.ts"
import { selectOpenTasks } from "../sessions/own-tasks.ts"
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
  const giving = givers(
    steps.map(({ step }) => step),
    at,
  ).map(({ id }) => id)
  const { attended, dated, answers, given, rounds, valid, ...rest } = await gather(
    reader,
    cohort.id,
    memberId,
    giving,
  )
  const impulses = impulseRows(dated, answers, cohort.parts.includes("facilitator"))
  const { requirements, progressOf } = await judge(reader, cohort.id)
  const progress = progressOf(memberId)
  const certificate = valid[0]?.id ?? null
  const owed = owedOf(requirements, progress, certificate !== null)
  return {
    ...rest,
    next,
    certificate,
    round: rounds[0]?.id ?? null,
    tasks: giving.flatMap((id) => given.filter((one) => one.id === id).flatMap(taskOf)),
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

/** What is a learner's own, in one statement. @param giving the steps whose tasks are to be done now */
const gather = async (reader: Reader, cohortId: string, memberId: string, giving: string[]) =>
  only(
    await reader
      .select({
        attended: rowsOf(selectAttendance(reader, memberId)),
        dated: rowsOf(selectImpulses(reader, cohortId)),
        answers: rowsOf(selectAnswers(reader, memberId)),
        given: rowsOf(selectTasks(reader, giving)),
        ownTasks: rowsOf(selectOpenTasks(reader, memberId)),
        projects: rowsOf(selectOwnProjects(reader, memberId)),
        rounds: rowsOf(selectRound(reader, memberId)),
        valid: rowsOf(selectValid(reader, memberId)),
      })
      .from(NOTHING),
  )

const selectAttendance = (reader: Reader, memberId: string) =>
  reader
    .select({ cohortStepId: attendances.cohortStepId, state: attendances.state })
    .from(attendances)
    .where(eq(attendances.memberId, memberId))

const selectRound = (reader: Reader, memberId: string) =>
  reader
    .select({ id: assessmentRounds.id })
    .from(assessmentRounds)
    .where(eq(assessmentRounds.learnerId, memberId))

const selectTasks = (reader: Reader, ids: string[]) =>
  reader
    .select({
      id: cohortSteps.id,
      title: programmeSteps.title,
      tasks: programmeSteps.tasks,
      html: programmeSteps.html,
    })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(among(cohortSteps.id, ids))

/** Nothing where a step gives none. */
function taskOf({ title, tasks, html }: Given) {
  const rendered = htmlOf({ tasks }, html).tasks
  return rendered ? [{ title, tasks, html: rendered }] : []
}

type Given = Awaited<ReturnType<typeof selectTasks>>[number]

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
