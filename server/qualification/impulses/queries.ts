import { and, asc, eq, inArray, isNull } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { byName } from "../../kernel/order.ts"
import { hasBegun } from "../cohorts/dates.ts"
import { accessCohort, enrolmentOf, isPart } from "../policy.ts"
import { stepHtml } from "../programmes/rendered.ts"
import { cohortMembers, cohortSteps, programmeSteps } from "../tables.ts"
import { type Access, type Answer, accessImpulse, IMPULSE_PARTS } from "./policy.ts"
import type { ImpulseRow, ImpulseView, OfferedQuestion, OwnAnswer } from "./schema.ts"
import { impulseAnswers, type SharedWith } from "./tables.ts"

/** Open questions that fit some words, as somebody outside of this module finds them for one person. */
export type OpenQuestions = (actor: Actor, words: string, most: number) => Promise<OfferedQuestion[]>

const MOST_OFFERED = 5

/** In the order of their dates. Learners get what is released, facilitators also what is planned. */
export async function listImpulses(reader: Reader, actor: Actor, cohortId: string): Promise<ImpulseRow[]> {
  const standing = await accessCohort(reader, actor, cohortId, IMPULSE_PARTS)
  const learner = enrolmentOf(standing)
  const answers = learner ? await answersOf(reader, learner.id) : []
  const rows = await reader
    .select()
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(and(eq(cohortSteps.cohortId, cohortId), eq(programmeSteps.kind, "impulse")))
    .orderBy(asc(cohortSteps.startsAt), asc(programmeSteps.position))
  return rows
    .map(({ cohort_steps: dates, programme_steps: step }) => {
      const answer = answers.find(({ cohortStepId }) => cohortStepId === dates.id)
      return { dates, step, answer }
    })
    .filter(({ dates, answer }) => hasBegun(dates) || isPart(standing, "facilitator") || answer)
    .map(({ dates, step, answer }) => ({
      ...shownOf({ ...dates, step }),
      state: answer?.state ?? null,
      sharedWith: answer?.sharedWith ?? null,
    }))
}

/** When impulses come, also those that are not released yet: of these the day and nothing else. Managers get none. */
export async function listImpulseDates(reader: Reader, actor: Actor, cohortId: string): Promise<string[]> {
  const standing = await accessCohort(reader, actor, cohortId)
  if (!IMPULSE_PARTS.some((part) => isPart(standing, part))) return []
  const rows = await reader
    .select({ startsAt: cohortSteps.startsAt })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(
      and(
        eq(cohortSteps.cohortId, cohortId),
        eq(programmeSteps.kind, "impulse"),
        isNull(cohortSteps.cancelledAt),
      ),
    )
    .orderBy(asc(cohortSteps.startsAt), asc(programmeSteps.position))
  return rows.map(({ startsAt }) => startsAt.toISOString())
}

/** The facilitator gets no question of the forum offered: the task is the learners'. */
export async function findImpulse(
  reader: Reader,
  actor: Actor,
  id: string,
  openQuestions: OpenQuestions,
): Promise<ImpulseView> {
  const access = await accessImpulse(reader, actor, id)
  const { step, learner, answer } = access
  const { title, contents, materials, tasks, questions, features } = step.step
  const offers = learner && features.includes("open-questions")
  return {
    ...shownOf(step),
    cohortId: step.cohortId,
    contents,
    materials,
    tasks,
    html: stepHtml({ ...step.step, guidance: null }),
    questions,
    own: answer ? ownOf(answer) : null,
    shared: await sharedOf(reader, access),
    openQuestions: offers ? await openQuestions(actor, `${title} ${contents}`, MOST_OFFERED) : null,
    can: { answer: learner !== undefined },
  }
}

const answersOf = (reader: Reader, memberId: string) =>
  reader.select().from(impulseAnswers).where(eq(impulseAnswers.memberId, memberId))

const shownOf = ({ id, startsAt, cancelledAt, step }: Access["step"]) => ({
  id,
  title: step.title,
  minutes: step.minutes,
  voluntary: step.voluntary,
  releaseAt: startsAt.toISOString(),
  planned: cancelledAt === null && !hasBegun({ startsAt, cancelledAt }),
  cancelled: cancelledAt !== null,
})

const ownOf = ({ state, answers, sharedWith, sharedAnswers, version }: Answer): OwnAnswer => {
  return { state, answers, sharedWith, sharedAnswers, version }
}

async function sharedOf(reader: Reader, access: Access) {
  const own = access.own.map(({ id }) => id)
  const audience: SharedWith[] = isPart(access, "facilitator") ? ["group", "facilitator"] : ["group"]
  const rows = await reader
    .select({
      name: people.displayName,
      memberId: impulseAnswers.memberId,
      answers: impulseAnswers.sharedAnswers,
    })
    .from(impulseAnswers)
    .innerJoin(cohortMembers, eq(cohortMembers.id, impulseAnswers.memberId))
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(and(eq(impulseAnswers.cohortStepId, access.step.id), inArray(impulseAnswers.sharedWith, audience)))
    .orderBy(byName(people.displayName), asc(impulseAnswers.memberId))
  return rows
    .filter(({ memberId }) => !own.includes(memberId))
    .map(({ name, answers }) => ({ name, answers: answers ?? [] }))
}
